"""Files, folders and standard input: every source named is taken in or reported, and none stops the others."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from peyman.errors import EmptySource, MalformedDocument, OversizedSource, PeymanError, SourceError, UnreadableSource
from peyman.sources import media
from peyman.sources.archives import captured
from peyman.sources.decoding import declared_charset, decode
from peyman.sources.documents import json_line, json_parts
from peyman.sources.feeds import entry_document, looks_like_feed, read_feed
from peyman.sources.lines import attempt, json_lines
from peyman.sources.media import SourceFailure
from peyman.sources.model import SourceDocument
from peyman.sources.pages import looks_like_page
from peyman.sources.publishers import read_publishers

if TYPE_CHECKING:
    from peyman.sources.fetch import Fetcher

#: Largest source that is read, in bytes; of a JSON Lines file, the largest line. A report has some thousand bytes.
MAXIMUM_BYTES = 20_000_000

STANDARD_INPUT = "-"

_JSON = frozenset({".json"})
_JSON_LINES = frozenset({".jsonl"})
#: Of web archives; ``.gz`` may follow, and the archive is told by its content then.
_ARCHIVE = frozenset({".warc"})
_FEED = frozenset({".rss", ".atom"})
_XML = frozenset({".xml"})
#: Endings of the files that are taken from a folder.
SUFFIXES = media.SUFFIXES | _JSON | _JSON_LINES | _ARCHIVE | _FEED


def expand(sources: Iterable[str]) -> Iterator[str]:
    """Yield the files of the sources named, in order; a folder gives its documents, recursively and in sorted order.

    Hidden files and folders are passed by. A folder that holds no document, or cannot be listed, is yielded itself,
    so that `load` reports it.

    Args:
        sources: Paths of files and folders; ``-`` is standard input.
    """
    for source in sources:
        if source != STANDARD_INPUT and _is_folder(source):
            found = False
            for path in _walk(source):
                found = True
                yield path
            if not found:
                yield source
        else:
            yield source


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):  # a link to a folder could lead back here
            yield from _walk(entry.path)
        elif _is_document(entry) and not _is_folder(entry.path):
            yield entry.path


def _is_document(entry: os.DirEntry[str]) -> bool:
    """Whether a file in a folder is one of those that are taken: by its ending, and XML where it is a feed."""
    suffix = _suffix(entry.name)
    if suffix not in _XML:
        return suffix in SUFFIXES
    try:
        with Path(entry.path).open("rb") as stream:
            return looks_like_feed(stream.read(4096).decode("utf-8", "replace"))
    except OSError:
        return True  # so that it is reported


def load(
    sources: str | Iterable[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAXIMUM_BYTES,
    fetcher: Fetcher | None = None,
) -> Iterator[SourceDocument | SourceFailure]:
    """Yield the documents of all sources, and a failure for each that could not be taken in; never raise for a bad one.

    Args:
        sources: Path of a file or folder, or several; ``-`` is standard input.
        published: EDTF date of publication that the user gives; outranks the source's own.
        publisher: Likewise.
        url: Likewise.
        language: BCP 47 code that the user gives.
        encoding: Encoding that the user gives; None has it told from the bytes.
        max_bytes: Largest source, and largest line of JSON Lines, that is read.
        fetcher: What fetches addresses of the web; without it, none is fetched.
    """
    for source in expand([sources] if isinstance(sources, str) else sources):
        for item in _load_one(source, url, encoding, max_bytes, fetcher):
            if isinstance(item, SourceFailure):
                yield item
                continue
            yield replace(
                item,
                url=url or item.url,
                publisher=publisher or item.publisher,
                published=published or item.published,
                published_from="given" if published else item.published_from,
                language=language or item.language,
            )


def _load_one(
    source: str, url: str | None, encoding: str | None, max_bytes: int, fetcher: Fetcher | None
) -> Iterator[SourceDocument | SourceFailure]:
    if fetcher is not None and source.lower().startswith(("http://", "https://")):
        from peyman.sources.web import documents_at  # slow to import

        return documents_at(source, fetcher)
    if names_publishers(source):
        return _of_publishers(source, fetcher)
    return _load_file(source, url, encoding, max_bytes)


def names_publishers(source: str) -> bool:
    """Whether a source is a file of publishers (`peyman.sources.publishers`), by its ending."""
    return _suffix(source) == ".toml"


def _of_publishers(source: str, fetcher: Fetcher | None) -> Iterator[SourceDocument | SourceFailure]:
    """All that the publishers of a file have in their feeds and on their pages."""
    try:
        publishers = read_publishers(source)
        if fetcher is None:
            raise UnreadableSource("It names publishers, and nothing is fetched here.", "Give it to `peyman watch`.")
    except PeymanError as error:
        yield SourceFailure(displayed(source), error)
        return
    from peyman.sources.web import documents_of_publisher  # slow to import

    for publisher in publishers:
        yield from documents_of_publisher(publisher, fetcher)


def load_one(path: str, *, published: str | None = None, language: str | None = None) -> SourceDocument | None:
    """Return the one document of a file, or None where it holds several.

    Args:
        path: Path of the file, or ``-``.
        published: EDTF date of publication that the user gives.
        language: BCP 47 code that the user gives.

    Raises:
        SourceError: If the file cannot be taken in.
    """
    items = list(islice(load(path, published=published, language=language), 2))
    if len(items) != 1:
        return None
    (item,) = items
    if isinstance(item, SourceFailure):
        raise item.error
    return item


def _load_file(
    source: str, url: str | None, encoding: str | None, max_bytes: int
) -> Iterator[SourceDocument | SourceFailure]:
    name = displayed(source)
    try:
        yield from _documents(source, name, url, encoding, max_bytes)
    except PeymanError as error:
        yield SourceFailure(name, error)
    except (OSError, ValueError) as error:
        yield SourceFailure(name, _unreadable(source, error))


def displayed(source: str) -> str:
    """Return a path as text that can be printed: bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(source).decode("utf-8", "replace") if not source.isprintable() else source


def _unreadable(source: str, error: OSError | ValueError) -> UnreadableSource:
    if source.startswith(("http://", "https://")):
        return UnreadableSource("It is an address, and nothing is fetched here.", "Save the page and give the file.")
    if "://" in source:
        return UnreadableSource("It is an address of a kind that is not fetched.", "Give one of http or https.")
    if isinstance(error, FileNotFoundError):
        return UnreadableSource("There is no such file or folder.", "Check the path.")
    if isinstance(error, PermissionError):
        return UnreadableSource("You have no permission to read it.", "Change its permissions, or copy it.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableSource(f"It cannot be read ({reason}).", "Check the path.")


def _documents(
    source: str, name: str, url: str | None, encoding: str | None, max_bytes: int
) -> Iterator[SourceDocument | SourceFailure]:
    if source == STANDARD_INPUT:
        yield from _told_by_content(sys.stdin.buffer, name, url, encoding, max_bytes)
        return
    path = Path(source)
    if path.is_dir():
        endings = ", ".join(sorted(SUFFIXES))
        os.scandir(path).close()  # a folder that cannot be listed fails here, with the reason
        raise UnreadableSource("The folder holds no document.", f"Documents are files that end in {endings}.")
    suffix = _suffix(source)
    with path.open("rb") as stream:
        status = os.fstat(stream.fileno())
        if suffix in _ARCHIVE:
            yield from _archive(stream, name, max_bytes)
            return
        if suffix in _JSON_LINES and encoding is None:
            yield from _json_lines(stream, name, max_bytes)
            return
        if stat.S_ISREG(status.st_mode) and status.st_size > max_bytes:
            raise _oversized(status.st_size, max_bytes)
        if suffix in SUFFIXES | _XML:
            yield from _told_by_suffix(_read(stream, max_bytes), suffix, name, url, encoding)
        else:
            yield from _told_by_content(stream, name, url, encoding, max_bytes)


def _suffix(name: str) -> str:
    return ".warc" if name.lower().endswith(".warc.gz") else Path(name).suffix.lower()


def _told_by_suffix(
    data: bytes, suffix: str, name: str, url: str | None, encoding: str | None
) -> Iterator[SourceDocument | SourceFailure]:
    if suffix in media.SUFFIXES:
        if not data:
            decode(data)  # raises EmptySource, in the words that every empty source gets
        yield from media.documents_in(data, name, suffix, url=url, encoding=encoding)
    elif suffix in _FEED | _XML:
        yield from _feed(data, name)
    else:
        text = decode(data, encoding).text
        yield from _json_text(text, name, lines=suffix in _JSON_LINES)


def _feed(data: bytes, name: str) -> Iterator[SourceDocument | SourceFailure]:
    """Take the entries of a feed that have their text in it; the pages that others lead to are not fetched here."""
    feed = read_feed(data)
    number = 0
    for entry in feed.entries:
        if entry.html:
            number += 1
            try:
                yield entry_document(entry, feed, f"{name}#{entry.id}")
            except SourceError as error:
                yield SourceFailure(f"{name}#{entry.id}", error)
    if not number:
        raise EmptySource(
            "The feed has links, and no text of its own.",
            "Give its address to `peyman watch`, which fetches the pages.",
        )


def _archive(stream: BinaryIO | io.RawIOBase, name: str, max_bytes: int) -> Iterator[SourceDocument | SourceFailure]:
    for item in captured(stream, max_bytes):
        if isinstance(item, tuple):
            yield SourceFailure(f"{name}#{item[0]}", item[1])
            continue
        where = item.url or f"{name}#{item.number}"
        suffix = media.suffix_of(item.content, item.media_type)
        try:
            yield from media.documents_in(item.content, where, suffix, url=item.url or None, charset=item.charset)
        except SourceError as error:
            yield SourceFailure(where, error)


def _told_by_content(
    stream: BinaryIO, name: str, url: str | None, encoding: str | None, max_bytes: int
) -> Iterator[SourceDocument | SourceFailure]:
    """Tell JSON Lines, JSON, a page and plain text from each other by how they begin."""
    first = stream.readline(max_bytes + 1)
    if encoding is None and _is_json_object(first):
        yield from _json_lines(stream, name, max_bytes, first)
        return
    if first.startswith((b"WARC/", b"\x1f\x8b")):
        yield from _archive(_Rejoined(first, stream), name, max_bytes)
        return
    data = _read(stream, max_bytes, first)
    suffix = media.suffix_of(data)
    if suffix not in (".txt", ".html"):
        yield from media.documents_in(data, name, suffix, url=url)
        return
    decoded = decode(data, encoding, declared_charset(data))
    if looks_like_page(decoded.text):
        yield from media.documents_in(data, name, ".html", url=url, encoding=encoding)
    elif looks_like_feed(decoded.text):
        yield from _feed(data, name)
    elif _is_json(decoded.text):
        yield from _json_text(decoded.text, name, lines=False)
    else:
        yield from media.documents_in(data, name, ".txt", encoding=encoding)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes before it that were read to see what it is."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._first:
            part, self._first = (self._first, b"") if size < 0 else (self._first[:size], self._first[size:])
            return part
        return self._rest.read(size)


def _is_json_object(line: bytes) -> bool:
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(json_line(line, 1).content, dict)
    except MalformedDocument:
        return False


def _is_json(text: str) -> bool:
    """Whether a text was meant as JSON: it opens as an object or a list of objects does. Prose in brackets does not."""
    opening = "".join(text[:256].split())
    return opening.startswith(('{"', '[{"', "{}", "[]"))


def _read(stream: BinaryIO, max_bytes: int, first: bytes = b"") -> bytes:
    data = first + stream.read(max(0, max_bytes + 1 - len(first)))
    if len(data) > max_bytes:
        raise _oversized(None, max_bytes)
    return data


def _oversized(size: int | None, max_bytes: int) -> OversizedSource:
    limit = f"{max_bytes:,} bytes"
    what = f"It has {size:,} bytes; the limit is {limit}." if size is not None else f"It is larger than {limit}."
    return OversizedSource(what, "Split it, or raise the limit with --max-bytes.")


def _json_text(text: str, name: str, *, lines: bool) -> Iterator[SourceDocument | SourceFailure]:
    try:
        parts = [] if lines else list(json_parts(text))
    except MalformedDocument:
        # One object a line is often saved as .json; it is told by its first line being a whole object.
        if not _is_json_object(text.partition("\n")[0].encode("utf-8", "replace")):
            raise
        lines = True
    if lines:
        data = io.BytesIO(text.encode("utf-8", "replace"))
        for each in json_lines(data, len(data.getbuffer())):
            yield each.document(f"{name}:{each.number}", max_bytes=0)
        return
    if not parts:
        raise MalformedDocument("Its list is empty.", "Give a list with at least one document in it.")
    for part in parts:
        yield attempt(part, name if len(parts) == 1 else f"{name}:{part.line}")


def _json_lines(
    stream: BinaryIO, name: str, max_bytes: int, first: bytes | None = None
) -> Iterator[SourceDocument | SourceFailure]:
    """Read a JSON Lines file as a stream, so that its own size has no limit."""
    some = False
    for line in json_lines(stream, max_bytes, first=first):
        some = True
        yield line.document(f"{name}:{line.number}", max_bytes)
    if not some:
        decode(b"")  # raises EmptySource, in the words that every empty source gets


__all__ = [
    "MAXIMUM_BYTES",
    "STANDARD_INPUT",
    "SUFFIXES",
    "SourceFailure",
    "displayed",
    "expand",
    "load",
    "load_one",
    "names_publishers",
]
