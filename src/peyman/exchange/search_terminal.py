"""What a search found, for a terminal: each document with the words around what was found, marked in them."""

from __future__ import annotations

from rich.console import Console

from peyman.exchange.bidirectional import isolate, listed, printable, wrap
from peyman.exchange.terminal import line_width, print_lines
from peyman.exchange.wording import dated
from peyman.record.search import Hit, SearchResults, Snippet

_MARGIN = 6
#: Other spellings of a name that are listed.
_FEW = 8
#: Brackets around what was found, by how it answers: the word itself, another form of it, the name elsewhere.
_MARKS = {"word": ("[", "]"), "form": ("[", "]"), "name": ("[", "]~")}


def print_results(results: SearchResults, console: Console) -> None:
    """Print what a search found.

    Args:
        results: The page.
        console: Where to.
    """
    width = line_width(console)
    for name, spellings in results.names.items():
        more = f" and {len(spellings) - _FEW} more" if len(spellings) > _FEW else ""
        line = f"{isolate(printable(name))} is also looked for as {', '.join(map(isolate, spellings[:_FEW]))}{more}"
        print_lines(console, wrap(line, width), "dim")
    if not results.total:
        print_lines(console, ["Nothing was found."], "")
        return
    for hit in results.hits:
        _print_hit(hit, console, width)
    shown = f"{results.offset + 1} to {results.offset + len(results.hits)}" if results.hits else "none"
    noun = "document" if results.total == 1 else "documents"
    print_lines(console, ["", f"{shown} of {results.total} {noun}"], "dim")


def _print_hit(hit: Hit, console: Console, width: int) -> None:
    document = hit.document
    title = document.title or hit.snippets[0].text.split(". ")[0] if hit.snippets else document.id
    for number, line in enumerate(wrap(document.title or title, width - _MARGIN)):
        name = document.id.ljust(_MARGIN) if number == 0 else " " * _MARGIN
        print_lines(console, [name + line], "bold")
    published = dated(document.published) if document.published else "date unknown"
    known = [document.publisher or "publisher unknown", published, document.language, *(e.id for e in hit.entries)]
    print_lines(console, wrap(listed(known, " ·"), width - _MARGIN), "dim", _MARGIN)
    for snippet in hit.snippets:
        lead = f"{snippet.entry}: " if snippet.entry else ""
        print_lines(console, wrap(lead + _marked(snippet), width - _MARGIN - 2), "", _MARGIN + 2)


def _marked(snippet: Snippet) -> str:
    """The words with brackets around what was found; a tilde says that it is the name in another script or language."""
    text, position = "… " if snippet.cut[0] else "", 0
    for start, end, kind in snippet.marks:
        before, after = _MARKS[kind]
        text += snippet.text[position:start] + before + snippet.text[start:end] + after
        position = end
    return text + snippet.text[position:] + (" …" if snippet.cut[1] else "")
