"""Fetching: polite to servers, and safe against those that misbehave."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources import server as misbehaviour
from tests.sources.server import Misbehaving, misbehaving

from peyman.errors import FetchError, ForbiddenAddress, OversizedSource, SourceError
from peyman.sources.connections import is_public
from peyman.sources.fetch import Fetcher, Limits, normalised, unpacked
from peyman.sources.model import Visit

PAGE = b"<html><body><p>Words.</p></body></html>"


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


class Slept:
    """Waits for nothing, and remembers how long it would have."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.times.append(seconds)


def fetcher(**limits: Any) -> Fetcher:
    given = {"allow_private": True, "pause": 0.0, "wait": 1.0, "whole": 5.0, "max_bytes": 1_000_000, **limits}
    return Fetcher(Limits(**given), sleep=Slept())


def refused(url: str, **limits: Any) -> SourceError:
    with fetcher(**limits) as fetching, pytest.raises(SourceError) as caught:
        fetching.get(url)
    assert "\n" not in str(caught.value) and caught.value.advice
    return caught.value


# ---- what is fetched


def test_a_page_is_fetched_with_what_the_server_says_of_it(server: Misbehaving) -> None:
    server.page(
        "/a", PAGE, "text/html; charset=windows-1256", ETag='"1"', Last_Modified="Fri, 07 Nov 2025 09:00:00 GMT"
    )
    with fetcher() as fetching:
        answer = fetching.get(f"{server.base}/a")
    assert (answer.content, answer.media_type, answer.charset) == (PAGE, "text/html", "windows-1256")
    assert (answer.etag, answer.changed) == ('"1"', True)
    assert server.asked[-1][1]["User-Agent"].startswith("peyman/")


def test_packed_pages_are_unpacked(server: Misbehaving) -> None:
    server.page("/gzip", gzip.compress(PAGE), Content_Encoding="gzip")
    server.page("/deflate", zlib.compress(PAGE), Content_Encoding="deflate")
    with fetcher() as fetching:
        assert fetching.get(f"{server.base}/gzip").content == PAGE
        assert fetching.get(f"{server.base}/deflate").content == PAGE


def test_redirects_are_followed(server: Misbehaving) -> None:
    server.routes["/a"] = misbehaviour.redirect("/b")
    server.routes["/b"] = misbehaviour.redirect(f"{server.base}/c")
    server.page("/c", PAGE)
    with fetcher() as fetching:
        answer = fetching.get(f"{server.base}/a")
    assert (answer.url, answer.content) == (f"{server.base}/c", PAGE)


def test_a_page_that_has_not_changed_is_not_sent_again(server: Misbehaving) -> None:
    def respond(handler: misbehaviour.Handler) -> None:
        known = handler.headers.get("If-None-Match") == '"1"'
        handler.send(b"" if known else PAGE, status=304 if known else 200, ETag='"1"')

    server.routes["/a"] = respond
    with fetcher() as fetching:
        first = fetching.get(f"{server.base}/a")
        again = fetching.get(f"{server.base}/a", Visit(f"{server.base}/a", "2026-01-15", first.etag))
    assert (first.changed, again.changed, again.content) == (True, False, b"")


# ---- politeness


def test_robots_are_obeyed(server: Misbehaving) -> None:
    server.page("/robots.txt", b"User-agent: *\nDisallow: /closed/*.html$\nAllow: /\n", "text/plain")
    server.page("/open", PAGE)
    server.page("/closed/a.html", PAGE)
    with fetcher() as fetching:
        fetching.get(f"{server.base}/open")
        with pytest.raises(ForbiddenAddress, match="robots"):
            fetching.get(f"{server.base}/closed/a.html")
    assert [path for path, _ in server.asked].count("/robots.txt") == 1
    assert "/closed/a.html" not in server.paths()


def test_robots_of_a_redirect_are_obeyed_too(server: Misbehaving) -> None:
    server.page("/robots.txt", b"User-agent: *\nDisallow: /closed\n", "text/plain")
    server.routes["/open"] = misbehaviour.redirect("/closed")
    server.page("/closed", PAGE)
    assert isinstance(refused(f"{server.base}/open"), ForbiddenAddress)
    assert "/closed" not in server.paths()


def test_where_robots_cannot_be_told_nothing_is_fetched(server: Misbehaving) -> None:
    server.routes["/robots.txt"] = misbehaviour.failing(99, b"")
    server.page("/a", PAGE)
    assert isinstance(refused(f"{server.base}/a"), FetchError)
    assert server.paths() == []


def test_robots_without_an_end_close_everything(server: Misbehaving) -> None:
    server.routes["/robots.txt"] = misbehaviour.endless_unsaid
    server.page("/a", PAGE)
    assert isinstance(refused(f"{server.base}/a"), ForbiddenAddress)


def test_a_host_is_asked_once_in_so_many_seconds(server: Misbehaving) -> None:
    server.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n", "text/plain")
    server.page("/a", PAGE)
    slept = Slept()
    with Fetcher(Limits(allow_private=True, pause=2.0), sleep=slept) as fetching:
        fetching.get(f"{server.base}/a")
        fetching.get(f"{server.base}/a")
    assert 1.5 < slept.times[0] <= 2.0
    assert 6.0 < slept.times[1] <= 7.0


def test_what_fails_is_tried_again_with_growing_pauses(server: Misbehaving) -> None:
    server.routes["/a"] = misbehaviour.failing(2, PAGE)
    slept = Slept()
    with Fetcher(Limits(allow_private=True, pause=0.0), sleep=slept) as fetching:
        assert fetching.get(f"{server.base}/a").content == PAGE
    assert slept.times == [1.0, 2.0]


def test_a_server_that_asks_for_a_pause_gets_it(server: Misbehaving) -> None:
    server.routes["/a"] = misbehaviour.failing(1, PAGE, 429, Retry_After="9")
    server.routes["/b"] = misbehaviour.failing(1, PAGE, 429, Retry_After="86400")
    slept = Slept()
    with Fetcher(Limits(allow_private=True, pause=0.0), sleep=slept) as fetching:
        assert fetching.get(f"{server.base}/a").content == PAGE
        with pytest.raises(FetchError, match="429"):
            fetching.get(f"{server.base}/b")
    assert slept.times == [9.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_an_error_that_stays_is_not_asked_for_again(server: Misbehaving, status: int) -> None:
    server.routes["/a"] = misbehaviour.failing(99, PAGE, status)
    error = refused(f"{server.base}/a")
    assert isinstance(error, FetchError) and error.status == status
    assert server.paths() == ["/a"]


# ---- safety


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "javascript:alert(1)", "data:text/html,x",
        "//example.org", "example.org", "http://", "http://[::1", "http://example.org:99999/", "",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_fetched(url: str) -> None:
    assert isinstance(refused(url), ForbiddenAddress)


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "127.1"])
def test_private_addresses_are_not_fetched_however_they_are_written(server: Misbehaving, host: str) -> None:
    port = server.server_address[1]
    error = refused(f"http://{host}:{port}/a", allow_private=False, tries=1)
    assert isinstance(error, ForbiddenAddress | FetchError)
    assert server.asked == []


def test_a_redirect_is_checked_like_the_address_itself(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    server.routes["/a"] = misbehaviour.redirect("http://intranet.example/secret")
    server.routes["/f"] = misbehaviour.redirect("file:///etc/passwd")
    port = server.server_address[1]
    # On this machine every address is a private one: the server's own is passed off as public.
    real = is_public
    monkeypatch.setattr("peyman.sources.connections.is_public", lambda address: address == "127.0.0.1" or real(address))

    def resolve(host: str, _: int) -> Iterable[str]:
        return ["127.0.0.1"] if host == "agency.example" else ["10.0.0.7"]

    limits = Limits(pause=0.0, tries=1, wait=1.0)
    with Fetcher(limits, sleep=Slept(), resolve=resolve) as fetching:
        with pytest.raises(ForbiddenAddress, match=r"10\.0\.0\.7"):
            fetching.get(f"http://agency.example:{port}/a")
        with pytest.raises(ForbiddenAddress, match="file"):
            fetching.get(f"http://agency.example:{port}/f")


def test_a_name_server_that_changes_its_answer_gains_nothing(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.page("/a", PAGE, Connection="close")
    port = server.server_address[1]
    real = is_public
    monkeypatch.setattr("peyman.sources.connections.is_public", lambda address: address == "127.0.0.1" or real(address))
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["192.168.0.1"], ["8.8.8.8", "192.168.0.1"]])
    asked: list[str] = []

    def resolve(host: str, _: int) -> Iterable[str]:
        asked.append(host)
        return next(answers)

    server.page("/robots.txt", b"", "text/plain", Connection="close")
    with Fetcher(Limits(pause=0.0, tries=1, wait=1.0), sleep=Slept(), resolve=resolve) as fetching:
        # Once for robots.txt and once for the page: a connection goes where its one look-up said.
        assert fetching.get(f"http://agency.example:{port}/a").content == PAGE
        for _ in range(2):
            with pytest.raises(ForbiddenAddress, match=r"192\.168\.0\.1"):
                fetching.get(f"http://agency.example:{port}/a")
    assert len(asked) == 4


def test_redirects_without_an_end_are_given_up(server: Misbehaving) -> None:
    server.routes["/a"] = misbehaviour.redirect("/a")
    assert isinstance(refused(f"{server.base}/a"), FetchError)
    assert len(server.paths()) == 6


@pytest.mark.parametrize("respond", [misbehaviour.endless, misbehaviour.endless_unsaid, misbehaviour.bomb])
def test_what_is_too_large_is_given_up(server: Misbehaving, respond: misbehaviour.Respond) -> None:
    server.routes["/a"] = respond
    assert isinstance(refused(f"{server.base}/a"), OversizedSource)


@pytest.mark.parametrize("respond", [misbehaviour.dripping, misbehaviour.dripping_headers, misbehaviour.silent])
def test_what_takes_too_long_is_given_up(server: Misbehaving, respond: misbehaviour.Respond) -> None:
    server.routes["/a"] = respond
    error = refused(f"{server.base}/a", whole=0.4, wait=0.3, tries=1)
    assert isinstance(error, FetchError) and "in time" in error.message


def test_what_is_cut_short_or_wrongly_packed_is_refused(server: Misbehaving) -> None:
    server.routes["/cut"] = misbehaviour.cut_short
    server.page("/lie", PAGE, Content_Encoding="gzip")
    server.page("/br", PAGE, Content_Encoding="br")
    server.page("/half", gzip.compress(PAGE)[:-9], Content_Encoding="gzip")
    for path in ("/cut", "/lie", "/br", "/half"):
        assert isinstance(refused(f"{server.base}{path}", tries=1), FetchError)


def test_no_host_and_no_server_are_said() -> None:
    assert isinstance(refused("http://no-such-host.invalid/", tries=1), FetchError)
    assert isinstance(refused("http://127.0.0.1:9/", tries=1), FetchError)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "", "br"]))
def test_any_body_is_unpacked_or_refused(body: bytes, packing: str) -> None:
    try:
        out = b"".join(unpacked([body[:100], body[100:]], packing, 5000))
    except SourceError:
        return
    assert len(out) <= 5000


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTP://Example.org:80/a#b", "http://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("http://example.org:8080/a?b=1", "http://example.org:8080/a?b=1"),
    ],
)
def test_addresses_that_are_one_are_told(url: str, same: str) -> None:
    assert normalised(url) == same
