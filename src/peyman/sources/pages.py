"""From a web page to its article: the main text, one paragraph a line, and what the page says of itself.

The article is found by trafilatura. It drops every character that Python calls not printable, and with them the
zero-width joiners and non-joiners that Persian and Kurdish words are spelled with; so the tree is given to it with
letters that stand in for them, and they are put back into what it returns.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from peyman.errors import NoMainText
from peyman.model import PublishedFrom
from peyman.sources.metadata import bare, read_metadata

#: Fewest words outside links that make an article; the shortest real notices have some twenty.
MINIMUM_WORDS = 12
#: Largest share of the words that may be the words of links; above it the page is an index of others.
_LINK_SHARE = 0.5
#: Share up to which such words are part of an article: a list of sources, "read also".
_FEW_LINKS = 0.1

#: Stand-ins are letters of Linear B, which no report is written in; one that the page holds is passed over.
_STAND_INS = tuple(chr(point) for point in range(0x10000, 0x100FB) if chr(point).isprintable())
#: Share of a table's letters that stand in links where it is a menu.
_MENU_SHARE = 0.8
#: Words of a cell that make its table a layout, if they are more than half of the table.
_LAYOUT_WORDS = 40
#: Longest date with its weekday and clock, and the label before one.
_DATE_LENGTH = 48
_LABEL = re.compile(r"^[^\d:]{1,40}:\s*(?=\S)")
#: A year of the Gregorian, Persian, Islamic or Kurdish calendar.
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20|13|14|27)\d\d)(?!\d)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_HEADINGS, _RUNNING = ("h1", "h2", "h3", "h4", "h5"), ("p", "div", "span", "strong", "b", "td", "font")
#: What is no stretch of running text if it holds one of these.
_HOLDING = ("ul", "ol", "table", "section", "article", "figure", "br")
_NO_LEAD = frozenset({"a", "nav", "aside", "footer", "figure", "figcaption", "button", "form", "li", "script", "style"})
#: Fewest words of a lead, most stretches that are looked at after a headline, and most that are a lead.
_LEAD_WORDS, _MOST_BLOCKS, _MOST_LEADS = 10, 12, 2
#: Fewest words of the first paragraph of a short report, and most stretches that are looked at for it.
_SENTENCE_WORDS, _MOST_PARAGRAPHS = 6, 60


@dataclass(frozen=True, slots=True)
class Page:
    """An article as a page gives it; see `peyman.sources.model.SourceDocument` for the meaning of the fields."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    file_day: str | None = None


def looks_like_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    head = text[:1024].lstrip("\ufeff \t\r\n").lower()
    head = re.sub(r"^(<\?xml[^>]*\?>|<!--.*?-->|\s)+", "", head, flags=re.DOTALL)
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<article", "<div", "<p>"))


def read_page(html: str, url: str | None = None) -> Page:
    """Extract the article of a page.

    Args:
        html: The page, decoded.
        url: Its address, where known.

    Returns:
        The article. Its title stands in its text, as the first line if the extraction left it out: words that a
        reading takes from a headline need a place to point to.

    Raises:
        NoMainText: If the page has no article.
    """
    from trafilatura.utils import load_html  # slow to import, and only pages need it

    tree = load_html(_DECLARATION.sub("", html.replace("\x00", ""), count=1))
    if tree is None:
        raise _no_article()
    metadata = read_metadata(tree, url)
    links = _link_texts(tree)
    date_line = _date_line(tree, metadata.title) if metadata.published is None else None
    blocks, short = _blocks_after(tree, metadata.title), _short_report(tree, metadata.title)
    _open_layout_tables(tree)
    stand_ins = _protect(tree)
    text = _main_text(tree, {ord(stand_in): character for stand_in, character in stand_ins.items()}, links)
    text = text or short
    if text is None:
        raise _no_article()
    text = _with_lead(_without_links_at_the_end(text, links), blocks)
    if date_line and bare(date_line) not in bare(text):
        first, _, rest = text.partition("\n")
        titled = metadata.title is not None and bare(first) == bare(metadata.title)
        text = f"{first}\n{date_line}\n{rest}" if titled else f"{date_line}\n{text}"
    if metadata.title and bare(metadata.title) not in {bare(line) for line in text.split("\n")[:3]}:
        text = f"{metadata.title}\n{text}"
    return Page(text, metadata.title, metadata.publisher, metadata.url, metadata.published, metadata.published_from)


def _no_article() -> NoMainText:
    return NoMainText(
        "The page has no article in it.", "Save the article's own page, or its text as a .txt file, and give that."
    )


def _main_text(tree: Any, restored: dict[int, str], links: set[str]) -> str | None:
    """Return the article, or None; where the usual extraction took in menus or a layout table, a stricter one."""
    text = _extracted(tree, restored)
    if _is_layout_table(text):
        text = _extracted(tree, restored, include_tables=False)
    if _linked_share(text, links) <= _FEW_LINKS and _is_article(text, links):
        return text
    # A short report is easily lost among menus; told to prefer precision, the extraction leaves them out.
    strict = _extracted(tree, restored, favor_precision=True)
    return next((found for found in (strict, text) if _is_article(found, links)), None)


def _extracted(tree: Any, restored: dict[int, str], **options: Any) -> str:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False, with_metadata=False, **options)
    except Exception as error:  # a page on which the extraction itself fails must not stop the other sources
        raise NoMainText(
            f"The page could not be taken apart ({type(error).__name__}).",
            "Save its text as a .txt file and give that.",
        ) from error
    return _tidy((getattr(document, "text", None) or "").translate(restored))


def _is_layout_table(text: str) -> bool:
    """Whether most of the text stands in one cell of a table: the page is laid out with it."""
    cells = [line for line in text.split("\n") if line.startswith("| ") and line.count("|") <= 2]
    return 2 * max((len(cell) for cell in cells), default=0) > len(text)


def _protect(tree: Any) -> dict[str, str]:
    """Put a stand-in for every format character of the tree; return them by stand-in."""
    content = "".join(tree.itertext())
    formats = sorted({character for character in content if unicodedata.category(character) == "Cf"})
    free = (letter for letter in _STAND_INS if letter not in content)
    stand_ins = dict(zip(free, formats, strict=False))
    table = {ord(character): stand_in for stand_in, character in stand_ins.items()}
    if table:
        for element in tree.iter():
            if isinstance(element.tag, str):
                element.text = element.text.translate(table) if element.text else element.text
            element.tail = element.tail.translate(table) if element.tail else element.tail
    return stand_ins


def _tidy(text: str) -> str:
    """One paragraph a line, without blank lines and blanks at either end."""
    lines = (_BLANKS.sub(" ", line).strip() for line in re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]+", text))
    return "\n".join(line for line in lines if line)


def _link_texts(tree: Any) -> set[str]:
    """Texts of links, and of the headings and paragraphs inside those that are whole cards."""
    found: set[str] = set()
    for link in tree.iter("a"):
        found.add(bare("".join(link.itertext())))
        found.update(
            bare("".join(part.itertext())) for part in link.iter("h1", "h2", "h3", "h4", "h5", "p", "span", "div")
        )
    return found - {""}


def _without_links_at_the_end(text: str, links: set[str]) -> str:
    """Cut off lines at the end that are links and nothing else: other stories."""
    lines = text.split("\n")
    last = len(lines)
    while last > 1 and (bare(lines[last - 1]) in links or not bare(lines[last - 1])):
        last -= 1
    return "\n".join(lines[:last])


def _open_layout_tables(tree: Any) -> None:
    """Make of tables that lay out a page plain parts of it, and take out those that hold a menu."""
    for table in list(tree.iter("table")):
        whole = " ".join(" ".join(table.itertext()).split())
        linked = " ".join(" ".join(" ".join(link.itertext()) for link in table.iter("a")).split())
        if whole and len(linked) > _MENU_SHARE * len(whole) and table.getparent() is not None:
            table.drop_tree() if hasattr(table, "drop_tree") else table.getparent().remove(table)
            continue
        cells = [" ".join(" ".join(cell.itertext()).split()) for cell in table.iter("td", "th")]
        largest = max(cells, key=len, default="")
        if len(largest.split()) >= _LAYOUT_WORDS and 2 * len(largest) > len(whole):
            for part in table.iter("table", "tbody", "thead", "tr", "td", "th"):
                if part is table or next(part.iterancestors("table"), None) is table:
                    part.tag = "div"


def _is_dated(text: str) -> bool:
    """Whether a text has a year and another figure, in any digits."""
    figures = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
    return _YEAR.search(figures) is not None and len(re.findall(r"\d+", figures)) > 1


def _at_the_edge(element: Any) -> bool:
    return any(ancestor.tag in ("footer", "nav", "aside") for ancestor in element.iterancestors())


def _date_line(tree: Any, title: str | None) -> str | None:
    """Return the date that stands beside the headline, where the page has no metadata that says it.

    Extraction often leaves it out as furniture. It is a short text with a year in it, of any calendar, and not much
    else; what stands before its last colon is a label. The first one after the headline counts, else the last before.
    """
    before = after = None
    passed = False
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title", "a", "option"):
            continue
        words = " ".join((element.text or "").split())
        if title and bare(words) == bare(title) and element.tag != "title":
            passed = True
            continue
        if len(words) > 160 and passed:
            break
        found = _LABEL.sub("", words).strip(" |·-–—")
        if 6 <= len(found) <= _DATE_LENGTH and _is_dated(found) and "©" not in words and not _at_the_edge(element):
            if passed:
                after = found
                break
            before = found
    return after or before


def _running_after(tree: Any, title: str | None) -> Iterator[tuple[Any, str]]:
    """Yield the stretches of running text after the headline, captions and links left out, with their elements."""
    wanted = bare(title or "")
    passed = False
    for element in tree.iter(*_HEADINGS, *_RUNNING):
        if not passed:
            passed = bool(wanted) and _says(element, wanted)
            continue
        if next(element.iterchildren(*_HEADINGS, *_RUNNING, *_HOLDING), None) is not None:
            continue
        if any(around.tag in _NO_LEAD for around in (element, *element.iterancestors())):
            continue
        words = _BLANKS.sub(" ", "".join(element.itertext())).strip()
        linked = "".join("".join(link.itertext()) for link in element.iter("a"))
        if words and bare(words) != wanted and 2 * len(bare(linked)) <= len(bare(words)):
            yield element, words


def _blocks_after(tree: Any, title: str | None) -> list[str]:
    """Return the first stretches of running text after the headline that are long enough for a lead."""
    long = (words for _, words in _running_after(tree, title) if len(words.split()) >= _LEAD_WORDS)
    return list(itertools.islice(long, _MOST_BLOCKS))


def _short_report(tree: Any, title: str | None) -> str | None:
    """Return the paragraphs that stand together under the headline: extraction misses a short report on a full page."""
    stretches = itertools.islice(_running_after(tree, title), _MOST_PARAGRAPHS)
    for _, together in itertools.groupby(stretches, key=lambda stretch: stretch[0].getparent()):
        found = [words for _, words in together]
        number = [len(words.split()) for words in found]
        if max(number) >= _SENTENCE_WORDS and sum(number) >= MINIMUM_WORDS:
            return "\n".join(found)
    return None


def _says(element: Any, wanted: str) -> bool:
    """Whether an element has these letters and no others; most have far more, and are not read to their end."""
    letters = ""
    for part in element.itertext():
        letters += bare(part)
        if not wanted.startswith(letters):
            return False
    return letters == wanted


def _with_lead(text: str, blocks: list[str]) -> str:
    """Put back a lead that stands between the headline and the article: extraction takes the article alone."""
    whole = bare(text)
    first = next((n for n, block in enumerate(blocks) if bare(block) in whole), None)
    lead = [block for block in blocks[: min(first or 0, _MOST_LEADS)] if bare(block) not in whole]
    if not lead:
        return text
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if bare(line) and bare(line) in bare(blocks[first or 0])), None)
    if start is None:
        start = next((n for n, line in enumerate(lines) if bare(blocks[first or 0]) in bare(line)), 0)
    return "\n".join([*lines[:start], *lead, *lines[start:]])


def _word_counts(text: str, links: set[str]) -> tuple[int, int]:
    """Return how many words there are, and how many stand in lines that are links and nothing else."""
    lines = [line.removeprefix("- ") for line in text.split("\n")]
    counts = [(len(line.split()), bare(line) in links) for line in lines]
    return sum(count for count, _ in counts), sum(count for count, is_link in counts if is_link)


def _linked_share(text: str, links: set[str]) -> float:
    words, linked = _word_counts(text, links)
    return linked / words if words else 0.0


def _is_article(text: str, links: set[str]) -> bool:
    words, linked = _word_counts(text, links)
    return words - linked >= MINIMUM_WORDS and linked <= _LINK_SHARE * words
