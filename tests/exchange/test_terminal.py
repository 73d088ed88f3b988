"""A reading in a terminal shows what was found with the words that it was read from, and no more."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from peyman.exchange.bidirectional import isolate
from peyman.exchange.terminal import print_reading
from peyman.model import Reading


def printed(reading: Reading, width: int = 90, **options: object) -> str:
    stream = StringIO()
    print_reading(reading, Console(file=stream, width=width, **options))  # type: ignore[arg-type]
    return stream.getvalue()


def test_the_head_says_what_was_read(english: Reading) -> None:
    head = printed(english).split("\n\n")[0]
    for expected in ("Talks resume in Muscat", "Muscat Daily", "Tuesday, 11 March 2025", "byline", "en.txt"):
        assert expected in head
    assert "! One character could not be decoded." in head


def test_the_kinds_come_in_the_order_of_a_readers_questions(english: Reading) -> None:
    lines = printed(english).splitlines()
    headings = [line.split(" (")[0] for line in lines if line and not line.startswith(" ") and line.endswith(")")]
    assert headings[-7:] == ["Meetings", "Commitments", "Statements", "Dates", "Actors", "Places", "Agreements"]


@pytest.mark.parametrize("width", [40, 60, 90, 300])
def test_no_line_is_wider_than_the_terminal(persian: Reading, english: Reading, width: int) -> None:
    for reading in (persian, english):
        body = printed(reading, width).splitlines()[5:]
        assert max(cell_len(line) for line in body) <= min(width, 110)


def test_every_entry_is_shown_with_its_words(persian: Reading) -> None:
    text = printed(persian, 300).replace("\u2068", "").replace("\u2069", "")
    for entry in (*persian.meetings, *persian.commitments, *persian.statements, *persian.dates):
        for start, end in entry.evidence:
            assert " ".join(persian.document.text[start:end].split()[:4]) in text
        assert f"  {entry.id} " in text


def test_right_to_left_words_are_isolated(persian: Reading) -> None:
    assert isolate("مسقط") in printed(persian)


def test_output_that_is_no_terminal_has_no_colour(english: Reading) -> None:
    assert "\x1b" not in printed(english)


def test_a_terminal_has_colour_unless_it_is_not_wanted(english: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in printed(english, force_terminal=True, color_system="standard")
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = [part for part in printed(english, force_terminal=True).split("\x1b[") if part[:2] in ("31", "32", "36")]
    assert not coloured


def test_markup_and_escapes_in_a_document_are_shown_and_not_obeyed(english: Reading) -> None:
    document = english.document.model_copy(update={"title": "[red]Talks[/red] \x1b[2J", "publisher": "[bold]P"})
    text = printed(english.model_copy(update={"document": document}))
    assert "[red]Talks[/red]" in text and "[bold]P" in text
    assert "\x1b" not in text


def test_a_reading_without_entries_says_so(english: Reading) -> None:
    empty = english.model_copy(update={name: [] for name in Reading.model_fields if name not in ("document", "reader")})
    assert "Nothing was found" in printed(empty)
