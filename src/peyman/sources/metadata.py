"""What a web page says of itself in its metadata: title, publisher, address, day of publication.

Read are JSON-LD (schema.org articles), Open Graph, Dublin Core and the citation tags, the canonical link, and
``<time>`` elements of the article. The most explicit source wins; where the page says nothing, nothing is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from peyman.model import PublishedFrom
from peyman.sources.publication import date_in_address, publication_date

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publication-date",
    "publish-date",
    "publishdate",
    "published_at",
    "published-date",
    "pubdate",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "article.published",
    "date",
)
_PUBLISHER_NAMES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
_TITLE_NAMES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")

_ARTICLE_TYPE = re.compile(r"Article|Report|BlogPosting|PressRelease|Statement", re.IGNORECASE)
_SEPARATED = re.compile(r"\s+(?:[-|–—•·«»/]|:{1,2})\s+|\s*\|\s*")
#: The same, and a colon, where a heading of the page says that it is one.
_IN_TITLE = re.compile(rf"{_SEPARATED.pattern}|:\s+")
#: Where the name of the site leads to.
_HOME = re.compile(r"(?:https?://[^/]+)?/?", re.IGNORECASE)
#: Names of classes and ids that headlines and the names of sites go by.
_HEADLINE = re.compile(r"title|headline", re.IGNORECASE)
_BRAND = re.compile(r"(?:^|[\s_-])(?:brand|logo|site-?(?:name|title))(?:$|[\s_-])", re.IGNORECASE)
#: Most words of a headline, and of the name of a site.
_LONGEST_HEADLINE, _LONGEST_BRAND = 30, 10
_VOCABULARIES = frozenset({"dc", "dcterms", "schema"})
_AROUND = frozenset({"a", "nav", "aside", "footer", "script", "style", "noscript"})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it does not say."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None


def read_metadata(tree: Any, url: str | None = None) -> Metadata:
    """Read a page's metadata.

    Args:
        tree: The page's lxml tree.
        url: Its address where the caller knows it; it outranks what the page says.
    """
    named = _meta_tags(tree)
    article = next(_articles(tree), {})
    headline, site = title_and_site(tree)
    publisher = _publisher(article, named) or site or _brand(tree)
    address = url or _address(tree, article, named)
    published = _published(tree, article, named)
    published_from: PublishedFrom | None = "metadata" if published else None
    if not published and address:
        published = date_in_address(address)
        published_from = "url" if published else None
    title = _title(tree, article, named, publisher)
    if headline and title and bare(title) != bare(headline):
        title = headline if bare(headline) in bare(title) or bare(title) == bare(publisher or "") else title
    return Metadata(title, publisher, address, published, published_from)


def title_and_site(tree: Any) -> tuple[str | None, str | None]:
    """Return what the page's ``<title>`` says of headline and site, where a heading of the page tells them apart.

    ``Ministry of X | Talks resume`` and ``Talks resume - The Daily`` are told by the heading that says "Talks resume".
    The rest is the site's name if the page has it in its logo or its copyright too, or else in no link: then it could
    be a section.

    Args:
        tree: The page's lxml tree.
    """
    written = next((_clean("".join(element.itertext())) for element in tree.iter("title")), None)
    if not written:
        return None, None
    headings = {bare(" ".join(element.itertext())) for element in tree.iter("h1", "h2", "h3", "h4")} - {""}
    # On old pages a headline is a bold line.
    headings = headings or {bare(element.text or "") for element in _texts(tree)} - {""}
    cuts = [(found.start(), found.end()) for found in _IN_TITLE.finditer(written)]
    splits = [(written[:start], written[end:]) for start, end in cuts]
    splits += [(after, before) for before, after in splits]
    known = [(headline.strip(), rest.strip()) for headline, rest in splits if bare(headline) in headings]
    if not known:
        return None, None
    headline, rest = max(known, key=lambda split: len(split[0]))
    names = [part.strip(" :") for part in _SEPARATED.split(rest) if part and part.strip(" :")]
    if not names:
        return headline, None
    site = names[-1] if written.startswith(headline) else names[0]
    signs = {bare(element.get("alt") or "") for element in tree.iter("img", "amp-img")}
    if bare(site) in signs or _in_copyright(tree, site):
        return headline, site
    links = {bare("".join(each.itertext())) for each in tree.iter("a") if not _HOME.fullmatch(each.get("href") or "")}
    return headline, site if bare(site) not in links else None


def _in_copyright(tree: Any, name: str) -> bool:
    return any("©" in text and name in text for text in tree.itertext())


def bare(text: str) -> str:
    """Letters and digits only, for comparison: marks, format characters and blanks are set differently everywhere."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _meta_tags(tree: Any) -> dict[str, str]:
    """Return the first non-empty content of every meta tag, by its lower-case name; RDFa of other elements after it."""
    named: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _clean(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                named.setdefault(name, content)
                # Makers of sites have names of their own: portal:publishDate.
                if "publi" in name and (plain := name.rpartition(":")[2]) in _DATE_NAMES:
                    named.setdefault(plain, content)
    for element in tree.iter():
        content = _clean(element.get("content")) if element.tag != "meta" and isinstance(element.tag, str) else None
        if content:
            for name in f"{element.get('property') or ''} {element.get('itemprop') or ''}".lower().split():
                # dc:date and schema:datePublished are dc.date and datePublished of meta tags.
                vocabulary, colon, rest = name.partition(":")
                short = rest if vocabulary == "schema" else f"{vocabulary}.{rest}"
                named.setdefault(short if colon and vocabulary in _VOCABULARIES else name, content)
    return named


def _texts(tree: Any) -> Iterator[Any]:
    """The elements that begin with text, outside of links, menus and the page's edges."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("title", "option", "button", "html", "head", "body"):
            continue
        if (element.text or "").strip() and not any(
            around.tag in _AROUND for around in (element, *element.iterancestors())
        ):
            yield element


def _named_headline(tree: Any) -> str | None:
    """The headline of a page without headings: a short line in an element that is called so."""
    for element in _texts(tree):
        called = " ".join(
            part.get(attribute) or ""
            for part in (element, element.getparent())
            if part is not None
            for attribute in ("class", "id", "itemprop")
        )
        line = _clean("".join(element.itertext()))
        if line and _HEADLINE.search(called) and 3 <= len(line.split()) <= _LONGEST_HEADLINE:
            return line
    return None


def _brand(tree: Any) -> str | None:
    """The name of the site: a part of the page's title that its logo says too, or the words of the logo."""
    written = next((_clean("".join(element.itertext())) for element in tree.iter("title")), None) or ""
    signs = {bare(element.get("alt") or "") for element in tree.iter("img", "amp-img")} - {""}
    for part in _SEPARATED.split(written):
        if part and (bare(part) in signs or _in_copyright(tree, part.strip())):
            return part.strip()
    for element in tree.iter("img", "amp-img"):
        named = f"{element.get('src') or ''} {element.get('class') or ''} {element.get('id') or ''}"
        line = _clean(element.get("alt"))
        if line and "logo" in named.lower() and line.lower() != "logo" and len(line.split()) <= _LONGEST_BRAND:
            return line
    for element in tree.iter("a", "div", "span", "p", "strong"):
        if _BRAND.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            line = _clean("".join(element.itertext()))
            if line and len(line.split()) <= _LONGEST_BRAND:
                return line
    return None


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            # strict=False: line ends inside strings are the commonest fault of such blocks.
            content = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(content):
            types = item.get("@type")
            if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in _as_list(types)):
                yield item


def _objects(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(content, list):
        for part in content:
            yield from _objects(part, depth + 1)
    elif isinstance(content, dict):
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(content.get(name), depth + 1)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text_of(value: Any, *keys: str) -> str | None:
    """Return a JSON-LD value as text: itself, or the first of its keys that is one."""
    for part in _as_list(value):
        if isinstance(part, str) and _clean(part):
            return _clean(part)
        if isinstance(part, dict):
            for key in keys:
                found = _text_of(part.get(key))
                if found:
                    return found
    return None


def _clean(value: str | None) -> str | None:
    # Titles in metadata are often escaped twice.
    return _BLANKS.sub(" ", unescape(value)).strip() or None if value else None


def _publisher(article: dict[str, Any], named: dict[str, str]) -> str | None:
    name = _text_of(article.get("publisher"), "name") or _text_of(article.get("sourceOrganization"), "name")
    name = name or next((named[key] for key in _PUBLISHER_NAMES if key in named), None)
    return name.lstrip("@") if name and not name.startswith(("http://", "https://")) else None


def _title(tree: Any, article: dict[str, Any], named: dict[str, str], publisher: str | None) -> str | None:
    title = _text_of(article.get("headline")) or next((named[key] for key in _TITLE_NAMES if key in named), None)
    if not title:
        headings = [_clean(" ".join(heading.itertext())) for heading in tree.iter("h1")]
        written = [heading for heading in headings if heading]
        title = written[0] if len(written) == 1 else None
    if not title and title_and_site(tree)[0] is None:
        # Where the page's title is that of every page ("print version"), its one heading says more.
        others = [
            _clean("".join(heading.itertext()))
            for heading in tree.iter("h1", "h2", "h3")
            if not any(around.tag in _AROUND for around in heading.iterancestors()) and heading.find(".//a") is None
        ]
        title = others[0] if len(others) == 1 and len((others[0] or "").split()) > 2 else None
    if not title and next(tree.iter("h1", "h2", "h3", "h4"), None) is None:
        # What the page's title has in it is taken from there.
        named_so = _named_headline(tree)
        whole = next((_clean("".join(element.itertext())) for element in tree.iter("title")), None)
        title = named_so if named_so and bare(named_so) not in bare(whole or "") else None
    if not title:
        title = next((_clean(element.text) for element in tree.iter("title")), None)
    return _without_site(title, publisher) if title else None


def _without_site(title: str, publisher: str | None) -> str:
    """Cut the site's name from the end or the beginning of a title: ``Talks resume | The Daily``."""
    parts = _SEPARATED.split(title)
    if publisher and len(parts) > 1:
        if parts[-1].casefold() == publisher.casefold():
            return title[: len(title) - len(parts[-1])].rstrip(" -|–—•·«»:/")
        if parts[0].casefold() == publisher.casefold():
            return title[len(parts[0]) :].lstrip(" -|–—•·«»:/")
    return title


def _address(tree: Any, article: dict[str, Any], named: dict[str, str]) -> str | None:
    canonical = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    candidates = [
        *canonical,
        named.get("og:url"),
        _text_of(article.get("url")),
        _text_of(article.get("mainEntityOfPage"), "@id", "url"),
    ]
    for candidate in candidates:
        if candidate and re.match(r"https?://[^\s/]+", candidate.strip()):
            return str(candidate).strip()
    return None


def _published(tree: Any, article: dict[str, Any], named: dict[str, str]) -> str | None:
    values = [_text_of(article.get("datePublished")), *(named.get(name) for name in _DATE_NAMES)]
    for value in values:
        named_day = publication_date(value) if value else None
        if named_day:
            return named_day
    return _time_of_article(tree)


def _time_of_article(tree: Any) -> str | None:
    """Return the date of the ``<time>`` element that tells the publication of the article.

    That is one marked so (``itemprop="datePublished"``, ``pubdate``), or the only day that the times beside the main
    heading name. The times of other articles, listed elsewhere in the page, are passed by.
    """
    times = [element for element in tree.iter("time") if element.get("datetime")]
    for element in times:
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        day = publication_date(element.get("datetime")) if marked else None
        if day:
            return day
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        days = {publication_date(element.get("datetime")) for element in times} - {None}
        return days.pop() if len(days) == 1 and len(times) == 1 else None
    for ancestor in headings[0].iterancestors():
        if ancestor.tag in ("body", "html"):
            break
        days = {publication_date(element.get("datetime")) for element in times if ancestor in element.iterancestors()}
        days.discard(None)
        if days:
            return days.pop() if len(days) == 1 else None
    return None
