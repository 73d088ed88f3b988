"""Output goes where it is asked to, in UTF-8, and a failure to write is said in plain words."""

from __future__ import annotations

import sys
import threading
from io import StringIO
from pathlib import Path

import pytest

from peyman.errors import OutputError
from peyman.exchange import output as output_module
from peyman.exchange.output import HANDFUL, growing_progress, output_stream, progress, text_console, upgrading, written


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_is_written_in_utf8(tmp_path: Path) -> None:
    with output_stream(tmp_path / "a.txt") as stream:
        stream.write("پیمان\n")
    assert (tmp_path / "a.txt").read_bytes() == "پیمان\n".encode()


def test_a_failure_to_write_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised, output_stream(tmp_path / "no" / "a.txt"):
        pass
    assert "a.txt cannot be written" in raised.value.message and raised.value.advice


def test_a_closed_pipe_is_no_failure_to_write() -> None:
    with pytest.raises(BrokenPipeError), written("standard output"):
        raise BrokenPipeError


def test_a_console_leaves_a_closed_pipe_to_its_caller() -> None:
    class Closed(StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        text_console(Closed()).print("x")


def test_square_brackets_are_printed_as_they_are() -> None:
    stream = StringIO()
    text_console(stream).print("[bold]x[/bold] :smile:")
    assert stream.getvalue() == "[bold]x[/bold] :smile:\n"


def bar(total: int, error: StringIO, output: StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(sys, "stdout", output)
    with progress(total) as advance:
        for _ in range(total):
            advance()
    assert output.getvalue() == ""
    return error.getvalue()


def test_a_bar_counts_many_sources_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = bar(HANDFUL + 1, Terminal(), StringIO(), monkeypatch)
    assert f"{HANDFUL + 1}/{HANDFUL + 1}" in shown


@pytest.mark.parametrize(
    ("total", "error", "output"),
    [(HANDFUL, Terminal, StringIO), (HANDFUL + 1, StringIO, StringIO), (HANDFUL + 1, Terminal, Terminal)],
    ids=["a handful", "no terminal", "readings on the same terminal"],
)
def test_there_is_no_bar_otherwise(
    total: int, error: type[StringIO], output: type[StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bar(total, error(), output(), monkeypatch) == ""


def test_a_bar_is_shown_for_one_source_too_where_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    written = threading.Event()

    class Watched(Terminal):
        def write(self, text: str) -> int:
            if "0/1" in text:
                written.set()
            return super().write(text)

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(output_module, "PATIENCE", 0.01)
    monkeypatch.setattr(sys, "stderr", Watched())
    with growing_progress("reading", HANDFUL) as (expect, advance):
        expect(1)
        assert written.wait(60)
        advance()


def test_no_bar_is_left_behind_where_the_work_is_done_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    error = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", error)
    with growing_progress("reading", HANDFUL) as (expect, advance):
        expect(1)
        advance()
    assert error.getvalue() == ""


def test_a_failure_to_write_says_what_to_do(tmp_path: Path) -> None:
    for path, advice in ((tmp_path, "It is a folder"), (tmp_path / "no" / "a.txt", "Make its folder")):
        with pytest.raises(OutputError) as raised, output_stream(path):
            pass
        assert raised.value.advice.startswith(advice)


def test_bringing_a_large_record_up_to_date_is_spoken_of(capsys: pytest.CaptureFixture[str]) -> None:
    with upgrading("process.db") as tell:
        for done in range(0, 1001, 100):
            tell("lists", done, 1000)
    said = capsys.readouterr().err.splitlines()
    assert "process.db was made by an older version" in said[0]
    assert [line.strip() for line in said[1:]] == ["lists: 0 of 1,000", "lists: 1,000 of 1,000"]


def test_a_small_record_is_brought_up_to_date_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    with upgrading("process.db") as tell:
        tell("lists", 0, 3)
    assert capsys.readouterr().err == ""
