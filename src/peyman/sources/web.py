"""What is published on the web: the documents of an address, and one pass over the publishers that are watched.

A pass can be broken off at any moment and goes on the next time: what an address gave is noted only after its
documents have been taken by the caller, and a feed only after all of its entries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from peyman.errors import FetchError, PeymanError, SourceError
from peyman.sources import media
from peyman.sources.feeds import Entry, Feed, entry_document, looks_like_feed, read_feed
from peyman.sources.fetch import Answer, Fetcher, normalised
from peyman.sources.media import SourceFailure
from peyman.sources.model import SourceDocument, Visit
from peyman.sources.publishers import Publisher

Item = SourceDocument | SourceFailure

_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)


class Memory(Protocol):
    """What remembers visits; `peyman.record.Record` does."""

    def visit(self, url: str) -> Visit | None:
        """Return what is noted of an address."""

    def remember(self, visit: Visit) -> None:
        """Note a visit, in place of an earlier one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One address of a pass.

    Attributes:
        url: The address.
        items: Its documents and failures; empty where it has not changed, or was visited lately.
        fetched: Whether anything was asked of its server.
    """

    url: str
    items: tuple[Item, ...]
    fetched: bool


def is_address(source: str) -> bool:
    """Whether a source is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def documents_at(url: str, fetcher: Fetcher) -> Iterator[Item]:
    """Yield the documents at an address: the page's, or those of all entries of a feed.

    Args:
        url: The address.
        fetcher: What fetches.
    """
    try:
        answer = fetcher.get(url)
        feed = _feed_of(answer)
    except SourceError as error:
        yield SourceFailure(url, error)
        return
    if feed is None:
        yield from _documents(url, answer)
        return
    for entry in feed.entries:
        yield from _entry_documents(entry, feed, fetcher, None)[0]


def documents_of_publisher(publisher: Publisher, fetcher: Fetcher) -> Iterator[Item]:
    """Yield all that a publisher has on its pages and in its feeds, whenever it was fetched before.

    Args:
        publisher: Who publishes it.
        fetcher: What fetches.
    """
    for url in (*publisher.pages, *publisher.feeds):
        yield from (_of_publisher(item, publisher) for item in documents_at(url, fetcher))


def watch(
    publishers: Iterable[Publisher],
    fetcher: Fetcher,
    memory: Memory,
    *,
    recheck_hours: float = 24.0,
    expect: Callable[[int], None] = lambda more: None,
) -> Iterator[Step]:
    """Make one pass over publishers: yield every address that is looked at, with what is new there.

    Args:
        publishers: Whom to watch.
        fetcher: What fetches.
        memory: What remembers earlier visits.
        recheck_hours: After how many hours a page that is still in a feed is looked at again, for a correction.
        expect: Told how many more addresses there are to look at, as that comes to be known.
    """
    for publisher in publishers:
        expect(len(publisher.feeds) + len(publisher.pages))
        for url in publisher.pages:
            yield from _page(url, publisher, fetcher, memory)
        for url in publisher.feeds:
            yield from _watch_feed(url, publisher, fetcher, memory, recheck_hours, expect)


def _page(url: str, publisher: Publisher, fetcher: Fetcher, memory: Memory) -> Iterator[Step]:
    known = memory.visit(normalised(url))
    items, visit = _looked_at(url, fetcher, known)
    yield Step(url, tuple(_of_publisher(item, publisher) for item in items), fetched=True)
    if visit is not None:
        memory.remember(visit)


def _watch_feed(
    url: str,
    publisher: Publisher,
    fetcher: Fetcher,
    memory: Memory,
    recheck_hours: float,
    expect: Callable[[int], None],
) -> Iterator[Step]:
    try:
        answer = fetcher.get(url, memory.visit(normalised(url)))
        feed = read_feed(answer.content, answer.url) if answer.changed else None
    except SourceError as error:
        yield Step(url, (SourceFailure(url, error),), fetched=True)
        return
    yield Step(url, (), fetched=True)
    whole = True
    if feed is not None:
        entries = [entry for entry in feed.entries if entry.url or entry.html]
        expect(len(entries))
        for entry in entries:
            name = normalised(entry.url) if entry.url else f"{normalised(url)}#{entry.id}"
            known = memory.visit(name)
            if known is not None and _hours_since(known.checked) < recheck_hours:
                yield Step(name, (), fetched=False)
                continue
            items, visit = _entry_documents(entry, feed, fetcher, known)
            yield Step(name, tuple(_of_publisher(item, publisher) for item in items), fetched=True)
            if visit is None:
                whole = False
            else:
                memory.remember(replace(visit, url=name))
    if whole:
        memory.remember(_visit(url, answer))


def _looked_at(url: str, fetcher: Fetcher, known: Visit | None) -> tuple[list[Item], Visit | None]:
    """Fetch a page; return its documents, and what to note: nothing where trying again may help."""
    try:
        answer = fetcher.get(url, known)
    except FetchError as error:
        permanent = error.status is not None and 400 <= error.status < 500 and error.status != 429
        return [SourceFailure(url, error)], _failed(url, error) if permanent else None
    except SourceError as error:
        return [SourceFailure(url, error)], _failed(url, error)
    visit = _visit(url, answer)
    if not answer.changed:
        earlier = known or visit
        return [], replace(earlier, checked=visit.checked)
    items = list(_documents(url, answer))
    failed = next((item.error for item in items if isinstance(item, SourceFailure)), None)
    return items, visit if failed is None else replace(visit, outcome=str(failed)[:500])


def _entry_documents(
    entry: Entry, feed: Feed, fetcher: Fetcher, known: Visit | None
) -> tuple[list[Item], Visit | None]:
    """The documents of an entry: of its page, or of the feed's own text where there is no page to be had."""
    items: list[Item] = []
    visit: Visit | None = None
    if entry.url:
        items, visit = _looked_at(entry.url, fetcher, known)
    taken = any(isinstance(item, SourceDocument) for item in items)
    if not taken and entry.html and not (visit is not None and not items):
        name = entry.url or entry.id
        try:
            items = [entry_document(entry, feed, name)]
            visit = visit or (None if entry.url else Visit(name, _now()))
        except SourceError as error:
            items = items or [SourceFailure(name, error)]
            visit = visit or (None if entry.url else _failed(name, error))
    return [_of_entry(item, entry, feed) for item in items], visit


def _documents(url: str, answer: Answer) -> Iterator[Item]:
    suffix = media.suffix_of(answer.content, answer.media_type)
    try:
        if not answer.content:
            raise FetchError("The answer is empty.", "Open the address in a browser.")
        if suffix == ".txt" and answer.media_type.partition("/")[0] in ("image", "video", "audio", "font"):
            raise FetchError(f"It is {answer.media_type}, not a document.", "Give the address of a page.")
        yield from media.documents_in(answer.content, url, suffix, url=answer.url, charset=answer.charset)
    except PeymanError as error:
        yield SourceFailure(url, error)


def _feed_of(answer: Answer) -> Feed | None:
    if answer.media_type in _FEED_TYPES or looks_like_feed(answer.content[:2048].decode("utf-8", "replace")):
        return read_feed(answer.content, answer.url)
    return None


def _of_entry(item: Item, entry: Entry, feed: Feed) -> Item:
    """What the feed says of a page counts where the page itself does not say it in its metadata."""
    if isinstance(item, SourceFailure):
        return item
    told = item.published is not None and item.published_from == "metadata"
    return replace(
        item,
        published=item.published if told or not entry.published else entry.published,
        published_from=item.published_from if told or not entry.published else "metadata",
        title=item.title or entry.title,
        publisher=item.publisher or feed.title,
    )


def _of_publisher(item: Item, publisher: Publisher) -> Item:
    if isinstance(item, SourceFailure):
        return item
    return replace(
        item,
        publisher=publisher.name or item.publisher,
        language=item.language or publisher.language,
        party=publisher.party,
    )


def _visit(url: str, answer: Answer) -> Visit:
    return Visit(normalised(url), _now(), answer.etag, answer.modified)


def _failed(url: str, error: PeymanError) -> Visit:
    return Visit(normalised(url), _now(), outcome=str(error)[:500])


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _hours_since(moment: str) -> float:
    try:
        return (dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(moment)).total_seconds() / 3600
    except ValueError:
        return float("inf")
