"""A reading for a terminal: what a reader wants first, each entry with the words that it was read from.

Colour is for terminals only (Rich leaves it out of pipes and files, and where ``NO_COLOR`` is set). Lines are broken
here and not by Rich, because each line of right-to-left text is isolated by itself: `peyman.exchange.bidirectional`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from peyman.exchange.bidirectional import Part, isolate, listed, printable, wrap
from peyman.exchange.wording import KINDS, Fact, facts, headline, publication_words, shortened
from peyman.model import Entry, Reading, Span

if TYPE_CHECKING:
    from peyman.reading.explanation import Reason

#: Kinds with a line each; the others have a paragraph each.
_BRIEF = frozenset({"dates", "actors", "places", "agreements"})
_LABEL_WIDTH = 10
_WIDEST = 110
_INDENT = 2

_TITLE = "bold"
_HEADING = "bold cyan"
_IDENTIFIER = "bold blue"
_LABEL = "dim"
_QUOTE = "green"
_WARNING = "yellow"
_PLAIN = ""


def print_reading(reading: Reading, console: Console, reasons: Mapping[str, Sequence[Reason]] | None = None) -> None:
    """Print one reading.

    Args:
        reading: What was read.
        console: Where to; its width is used up to 110 cells.
        reasons: By entry, why it is there and what filled its slots; printed under it.
    """
    width = line_width(console)
    _print_head(reading, console, width)
    for name, heading in KINDS:
        found: list[Entry] = getattr(reading, name)
        if not found:
            continue
        print_heading(console, f"{heading} ({len(found)})")
        for entry in found:
            if name in _BRIEF:
                _print_brief(entry, reading, console, width)
            else:
                _print_full(entry, reading, console, width)
            for reason in (reasons or {}).get(entry.id, ()):
                _print_reason(reason, reading, console, width)
    if not any(getattr(reading, name) for name, _ in KINDS):
        print_lines(console, ["Nothing was found in it: no meeting, commitment, statement, date or name."], _PLAIN)
    console.print()


def _print_reason(reason: Reason, reading: Reading, console: Console, width: int) -> None:
    quotes = tuple(Part(shortened(_quote(reading, span)), "“", "”") for span in reason.words[:4])
    told = (Part(reason.answer), *quotes, Part(f"({reason.because})"))
    print_fact(console, f"? {reason.question}", told, width, _INDENT + 5, _LABEL)


def line_width(console: Console) -> int:
    """Return how many cells a line may have: the console's, but no more than can be read."""
    return max(40, min(console.width, _WIDEST))


def print_heading(console: Console, heading: str) -> None:
    """Print the heading of a part, under an empty line."""
    console.print()
    print_lines(console, [heading], _HEADING)


def print_lines(console: Console, lines: Iterable[str], style: str, indent: int = 0) -> None:
    """Print lines as they are, each in one style."""
    for line in lines:
        _print_parts(console, [(" " * indent, _PLAIN), (line, style)])


def _print_parts(console: Console, parts: list[tuple[str, str]]) -> None:
    # Text, never markup: what stands in square brackets in a document is its own.
    text = Text.assemble(*((content, style) for content, style in parts if content))
    text.rstrip()
    console.print(text, soft_wrap=True, highlight=False)


def print_fact(
    console: Console, label: str, value: str | Iterable[Part], width: int, indent: int, style: str = _PLAIN
) -> None:
    """Print a label and its value, the value's further lines under its first."""
    margin = indent + _LABEL_WIDTH + 1
    for number, line in enumerate(wrap(value, width - margin)):
        shown = label if number == 0 else ""
        _print_parts(console, [(" " * indent + shown.ljust(_LABEL_WIDTH) + " ", _LABEL), (line, style)])


def print_quote(console: Console, quote: str, width: int, indent: int) -> None:
    """Print words of a document, behind a bar."""
    for line in wrap(shortened(quote), width - indent - 2):
        _print_parts(console, [(" " * indent + "│ ", _LABEL), (line, _QUOTE)])


def _print_head(reading: Reading, console: Console, width: int) -> None:
    document = reading.document
    title = document.title or document.text.strip().split("\n", 1)[0]
    print_lines(console, wrap(title, width), _TITLE)
    known = [document.publisher or "publisher unknown", publication_words(reading), document.language]
    print_lines(console, wrap(listed(known, " ·"), width), _PLAIN)
    address = [part for part in (document.source, document.url if document.url != document.source else None) if part]
    print_lines(console, [isolate(printable(part)) for part in address], _LABEL)
    for warning in document.warnings:
        print_lines(console, wrap(f"! {warning}", width), _WARNING)


def _quote(reading: Reading, span: Span) -> str:
    return reading.document.text[span[0] : span[1]]


def _print_full(entry: Entry, reading: Reading, console: Console, width: int) -> None:
    indent = _INDENT + 5
    name = entry.id.ljust(4)
    sure = f"{entry.confidence:.2f}"
    room = width - indent - len(sure) - 2
    for number, line in enumerate(wrap(headline(entry, reading), room)):
        if number == 0:
            gap = " " * max(2, room - cell_len(line) + 2)
            parts = [(" " * _INDENT + name + " ", _IDENTIFIER), (line, _TITLE), (gap + sure, _LABEL)]
            _print_parts(console, parts)
        else:
            print_lines(console, [line], _TITLE, indent)
    quoted: set[Span] = set()
    for fact in facts(entry, reading):
        _print_fact_with_quotes(fact, reading, console, width, indent)
        quoted.update(fact.quotes)
    for span in entry.evidence:
        if span not in quoted:
            print_quote(console, _quote(reading, span), width, indent)


def _print_fact_with_quotes(fact: Fact, reading: Reading, console: Console, width: int, indent: int) -> None:
    quotes = tuple(Part(shortened(_quote(reading, span)), "“", "”") for span in fact.quotes)
    print_fact(console, fact.label, fact.value + quotes, width, indent, _QUOTE if quotes else _PLAIN)


def _print_brief(entry: Entry, reading: Reading, console: Console, width: int) -> None:
    """One line: what it is, the words, and what is out of the ordinary."""
    indent = _INDENT + 5
    quote = shortened(_quote(reading, entry.evidence[0]))
    parts = [*headline(entry, reading)]
    if quote != parts[0].text:
        parts.append(Part(quote, "“", "”"))
    if len(entry.evidence) > 1:
        parts.append(Part(f"({len(entry.evidence)} times)"))
    for fact in facts(entry, reading):
        if fact.label == "kind":
            parts += [replace(fact.value[0], before="· "), *fact.value[1:]]
        elif fact.value and fact.label != "names":
            parts += [Part(f"{fact.label}:", "· "), *fact.value]
    for number, line in enumerate(wrap(parts, width - indent)):
        name = entry.id.ljust(4) if number == 0 else " " * 4
        _print_parts(console, [(" " * _INDENT + name + " ", _IDENTIFIER), (line, _PLAIN)])
