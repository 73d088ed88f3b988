"""Fetching from the web: polite to the servers, and safe for whoever runs it. No other room opens a connection.

*Polite*: ``robots.txt`` is obeyed, a host is asked at most once in so many seconds, a page that has not changed is not
sent again (conditional requests), and what fails is tried again with growing pauses.

*Safe*: only ``http`` and ``https``; an address is resolved once for each connection, every address that it resolves to
is checked, and the connection goes to the address that was checked, so that a name server which changes its answer
gains nothing; redirects are followed one by one through the same checks; a body is read as a stream and unpacked as a
stream, up to a limit of both size and time. Proxies that the environment names are not used: behind one, nothing could
be checked.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpcore
import httpx

import peyman
from peyman.errors import FetchError, ForbiddenAddress, OversizedSource
from peyman.sources.archives import content_type
from peyman.sources.connections import Guard, Resolve
from peyman.sources.model import Visit
from peyman.sources.robots import Robots

USER_AGENT = f"peyman/{peyman.__version__}"
MAXIMUM_REDIRECTS = 5
MAXIMUM_ROBOTS = 512_000
#: Longest pause, in seconds, that a server may ask for and get.
LONGEST_PAUSE = 60.0
_TRIED_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPTED = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5"
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """What fetching may cost, and how patient it is.

    Attributes:
        max_bytes: Largest body, packed and unpacked.
        pause: Seconds between two requests to one host.
        wait: Seconds to wait for a connection, and for each next part of an answer.
        whole: Seconds that one answer may take as a whole.
        tries: How often a request is made before it has failed.
        allow_private: Whether private, loopback and link-local addresses may be fetched from.
    """

    max_bytes: int = 20_000_000
    pause: float = 1.0
    wait: float = 20.0
    whole: float = 120.0
    tries: int = 3
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent.

    Attributes:
        url: Where it came from in the end, after redirects.
        changed: False where the server says that nothing has changed since the last visit.
        content: The body, unpacked; empty where nothing has changed.
        media_type: As the server says, ``text/html`` for one.
        charset: As the server says.
        etag: By which the server knows this state of the page.
        modified: Last-Modified, as the server says.
    """

    url: str
    changed: bool
    content: bytes
    media_type: str
    charset: str | None
    etag: str | None
    modified: str | None


class Fetcher:
    """Fetches pages, one after the other. Use it as a context manager, so that its connections are closed.

    Args:
        limits: What it may cost.
        sleep: What waits; a test hands in another.
        resolve: What finds the addresses of a host; likewise.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._sleep = sleep
        self._guard = Guard(self.limits.allow_private, resolve)
        transport = httpx.HTTPTransport(trust_env=False)
        # httpx has no public way to hand in where connections are made; httpcore, below it, has.
        transport._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=self._guard, max_connections=10
        )
        self._client = httpx.Client(
            transport=transport,
            trust_env=False,
            follow_redirects=False,
            timeout=self.limits.wait,
            headers={"User-Agent": USER_AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate"},
        )
        self._robots: dict[str, Robots] = {}
        self._free_at: dict[str, float] = {}

    def __enter__(self) -> Fetcher:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self.close()

    def close(self) -> None:
        """Close its connections."""
        self._client.close()

    def get(self, url: str, known: Visit | None = None) -> Answer:
        """Fetch a page.

        Args:
            url: Its address.
            known: What an earlier visit has noted; the page is sent only if it has changed since.

        Raises:
            ForbiddenAddress: The address, or one that it leads to, is not to be fetched.
            OversizedSource: The body is larger than the limit, packed or unpacked.
            FetchError: There is no answer, or it is an error.
        """
        conditions = {}
        if known is not None and known.etag:
            conditions["If-None-Match"] = known.etag
        if known is not None and known.modified:
            conditions["If-Modified-Since"] = known.modified
        for _ in range(MAXIMUM_REDIRECTS + 1):
            _check(url)
            if not self._robots_of(url).allow(url):
                raise ForbiddenAddress(
                    f"robots.txt of {_host(url)} closes it to programs.", "Save the page and give it."
                )
            answer = self._tried(url, conditions, self.limits.max_bytes)
            if isinstance(answer, Answer):
                return answer
            url = answer
        raise FetchError(
            f"It leads on more than {MAXIMUM_REDIRECTS} times.", "Open it in a browser, and give its address."
        )

    def _robots_of(self, url: str) -> Robots:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        return self._robots[origin]

    def _read_robots(self, url: str) -> Robots:
        """Without a robots.txt everything is open; where none can be told, nothing is (RFC 9309, 2.3.1)."""
        for _ in range(MAXIMUM_REDIRECTS + 1):
            try:
                _check(url)
                answer = self._tried(url, {}, MAXIMUM_ROBOTS)
            except OversizedSource:
                return Robots.closed()
            except FetchError as error:
                status = getattr(error, "status", None)
                if status is not None and 400 <= status < 500 and status != 429:
                    return Robots.open()
                raise
            if isinstance(answer, Answer):
                return Robots.parse(answer.content, USER_AGENT)
            url = answer
        return Robots.open()

    def _tried(self, url: str, conditions: Mapping[str, str], max_bytes: int) -> Answer | str:
        """Ask until there is an answer, or the address that it leads on to, or no hope."""
        for attempt in range(1, self.limits.tries + 1):
            self._await_turn(url)
            try:
                return self._once(url, conditions, max_bytes)
            except _TryAgain as error:
                pause = error.pause if error.pause is not None else float(2 ** (attempt - 1))
                if attempt == self.limits.tries or pause > LONGEST_PAUSE:
                    raise error.reason from None
                self._sleep(pause)
        raise AssertionError(url)

    def _await_turn(self, url: str) -> None:
        host = _host(url)
        now = time.monotonic()
        wait = self._free_at.get(host, now) - now
        if wait > 0:
            self._sleep(wait)
        parts = urlsplit(url)
        robots = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = robots.pause if robots is not None else None
        self._free_at[host] = time.monotonic() + max(self.limits.pause, min(asked or 0.0, LONGEST_PAUSE))

    def _once(self, url: str, conditions: Mapping[str, str], max_bytes: int) -> Answer | str:
        self._guard.deadline = time.monotonic() + self.limits.whole
        try:
            with self._client.stream("GET", url, headers=dict(conditions)) as response:
                return self._read(url, response, max_bytes)
        except httpx.TimeoutException as error:
            raise _TryAgain(FetchError(f"{_host(url)} does not answer in time.", "Try again later.")) from error
        except (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError) as error:
            what = str(error).split("\n")[0][:120] or type(error).__name__
            raise _TryAgain(FetchError(f"{_host(url)} cannot be reached ({what}).", "Check the address.")) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchError(f"It cannot be fetched ({type(error).__name__}).", "Check the address.") from error

    def _read(self, url: str, response: httpx.Response, max_bytes: int) -> Answer | str:
        status = response.status_code
        headers = response.headers
        if status in _REDIRECTS and headers.get("location"):
            return urljoin(url, headers["location"])
        media_type, charset = content_type(headers.get("content-type", ""))
        noted = (media_type, charset, headers.get("etag"), headers.get("last-modified"))
        if status == 304:
            return Answer(url, False, b"", *noted)
        if status in _TRIED_AGAIN:
            raise _TryAgain(_refused(status, url), _asked_pause(headers.get("retry-after")))
        if not 200 <= status < 300:
            raise _refused(status, url)
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > max_bytes:
            raise _oversized(max_bytes)
        packing = headers.get("content-encoding", "identity").strip().lower()
        content = bytearray()
        for part in unpacked(response.iter_raw(_CHUNK), packing, max_bytes):
            content += part
            if len(content) > max_bytes:
                raise _oversized(max_bytes)
        return Answer(url, True, bytes(content), *noted)


class _TryAgain(Exception):
    """An answer after which it is worth trying again."""

    def __init__(self, reason: FetchError, pause: float | None = None) -> None:
        self.reason, self.pause = reason, pause
        super().__init__(str(reason))


def unpacked(parts: Iterable[bytes], packing: str, max_bytes: int) -> Iterator[bytes]:
    """Yield a body unpacked, in parts that are small whatever was packed into them.

    Args:
        parts: As they come.
        packing: Content-Encoding.
        max_bytes: What may come and may come out at most.

    Raises:
        OversizedSource: More comes, or comes out.
        FetchError: It is not packed as it says, or in a way that was not asked for.
    """
    if packing in ("", "identity"):
        yield from parts
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"Its body is packed as {packing[:20]!r}, which was not asked for.", "Save the page and give it."
        )
    unpack: Any = None
    came = out = 0
    for part in parts:
        came += len(part)
        if unpack is None:
            zlib_header = part[:1] == b"\x78"
            unpack = zlib.decompressobj(47 if packing != "deflate" or zlib_header else -15)
        while part:
            try:
                piece = unpack.decompress(part, _CHUNK)
            except zlib.error as error:
                raise FetchError("Its body is not packed as it says.", "Save the page and give it.") from error
            part = unpack.unconsumed_tail
            out += len(piece)
            if max(came, out) > max_bytes:
                raise _oversized(max_bytes)
            yield piece
    if unpack is not None and not unpack.eof:
        raise FetchError("Its body is cut short.", "Try again later.")


def _oversized(max_bytes: int) -> OversizedSource:
    return OversizedSource(f"It is larger than {max_bytes:,} bytes.", "Raise the limit with --max-bytes.")


def _refused(status: int, url: str) -> FetchError:
    error = FetchError(f"{_host(url)} answers with status {status}.", "Open the address in a browser.")
    error.status = status
    return error


def _asked_pause(value: str | None) -> float | None:
    """Seconds that a Retry-After header asks for."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _check(url: str) -> None:
    """Refuse what is no address of the web before anything is resolved.

    Raises:
        ForbiddenAddress: It is none.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ForbiddenAddress("It is no address.", "Give one such as https://example.org/page.") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        scheme = parts.scheme[:20] or "nothing"
        raise ForbiddenAddress(f"Only http and https are fetched, not {scheme}.", "Save the page and give the file.")


def normalised(url: str) -> str:
    """Return an address without what makes no difference: fragment, default port, capitals in the host."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}.get(parts.scheme.lower())
    netloc = host if port in (None, default) else f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))
