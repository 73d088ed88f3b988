"""Feeds (RSS, Atom): what is in them, and the entries that have their whole text in the feed itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from peyman.errors import MalformedSource
from peyman.sources.model import SourceDocument
from peyman.sources.pages import read_page
from peyman.sources.publication import publication_date

#: More entries than this are an archive, not news; the newest of them are taken.
MAXIMUM_ENTRIES = 5000
#: A definition of entities is how XML grows beyond all measure; no feed needs one.
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_FEED_LIKE = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel)[\s>]", re.IGNORECASE)
_ADVICE = "Check the address: a feed is RSS or Atom."


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: What tells it from others: its id, else its address, else its number.
        url: Address of its page.
        title: Its title.
        published: EDTF day of publication.
        html: Its whole text, where the feed has it.
        summary: Its beginning, or what it is about.
    """

    id: str
    url: str | None
    title: str | None
    published: str | None
    html: str | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        title: Of the feed.
        language: BCP 47, as it says.
        entries: In its own order.
    """

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]


def read_feed(data: bytes, url: str | None = None) -> Feed:
    """Return what is in a feed.

    Args:
        data: Its bytes.
        url: Its address, against which the addresses in it are resolved.

    Raises:
        MalformedSource: It is no feed, or defines entities, as XML bombs do.
    """
    import feedparser

    if _ENTITIES.search(data):
        raise MalformedSource("It defines XML entities, as XML bombs do; it was not read.", _ADVICE)
    headers = {"content-location": url} if url else {}
    try:
        parse: Any = getattr(feedparser, "parse")  # noqa: B009 (without types of its own)
        parsed = parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=bool(url))
    except Exception as error:  # what is no XML breaks the parser in ways that nobody can list
        raise MalformedSource(f"It is no feed ({type(error).__name__}).", _ADVICE) from error
    if not parsed.get("version") and not parsed.entries:
        what = "It is a page, not a feed" if b"<html" in data[:2048].lower() else "It is no feed"
        raise MalformedSource(f"{what}.", _ADVICE)
    head = parsed.feed
    entries = tuple(_entry(each, number) for number, each in enumerate(parsed.entries[:MAXIMUM_ENTRIES], start=1))
    return Feed(_text(head.get("title")), _text(head.get("language")), entries)


def looks_like_feed(text: str) -> bool:
    """Whether a text begins as a feed does."""
    return _FEED_LIKE.search(text[:2048]) is not None


def entry_document(entry: Entry, feed: Feed, name: str) -> SourceDocument:
    """Return an entry that has its text in the feed as a document.

    Args:
        entry: The entry.
        feed: The feed that it is in.
        name: What to call it.

    Raises:
        NoMainText: Its text is no article.
    """
    original = (entry.html or "").encode()
    page = read_page(f"<html><body><article>{entry.html}</article></body></html>", entry.url)
    text = page.text
    if entry.title and entry.title not in text.split("\n")[:3]:
        text = f"{entry.title}\n{text}"
    published = entry.published or page.published
    return SourceDocument(
        id=sha256(original).hexdigest(),
        source=name,
        original=original,
        text=text,
        url=entry.url,
        publisher=feed.title or page.publisher,
        published=published,
        published_from="metadata" if entry.published else page.published_from,
        title=entry.title or page.title,
    )


#: A summary of fewer words is a teaser, not the text.
_WHOLE_TEXT = 120


def _entry(parsed: object, number: int) -> Entry:
    get = dict(parsed).get  # type: ignore[call-overload]  # feedparser's own looks up other names too, and warns
    address = _text(get("link"))
    if address and not address.lower().startswith(("http://", "https://")):
        address = None
    content = next((each.get("value") for each in get("content") or () if each.get("value")), None)
    summary = _text(get("summary"))
    if content is None and summary and len(re.sub(r"<[^>]+>", " ", summary).split()) >= _WHOLE_TEXT:
        content = summary
    written = _text(get("published")) or _text(get("updated"))
    published = publication_date(written) if written else None
    parts = get("published_parsed") or get("updated_parsed")
    if published is None and parts is not None:
        published = publication_date(f"{parts.tm_year:04d}-{parts.tm_mon:02d}-{parts.tm_mday:02d}")
    title = _text(get("title"))
    title = " ".join(re.sub(r"<[^>]+>", "", title).split()) if title else None
    return Entry(_text(get("id")) or address or str(number), address, title or None, published, content, summary)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
