"""Where output goes: standard output or a file, in UTF-8 whatever the locale, and a failure to write in plain words."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from rich.console import Console

from peyman.errors import OutputError
from peyman.exchange.bidirectional import printable

#: More sources than this get a progress bar.
LARGE = 500
"""Documents of a record from which on bringing it up to date is spoken of."""
_OFTEN = 0.2
"""Seconds between two looks at how far it has got."""
HANDFUL = 5
PATIENCE = 3.0
"""Seconds after which a bar is shown for a handful of sources too: one long document may take minutes."""


@contextmanager
def written(where: str) -> Iterator[None]:
    """Raise a failure to write as an `OutputError`; a closed pipe is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{where} cannot be written ({error.strerror or error}).", _advice(error)) from None


def _advice(error: OSError) -> str:
    match error:
        case IsADirectoryError():
            return "It is a folder: give the name of a file in it."
        case FileNotFoundError() | NotADirectoryError():
            return "Make its folder first, or write to another place."
        case PermissionError():
            return "Write to another place."
        case _:
            return "Free some space, or write to another place."


@contextmanager
def output_stream(output: Path | None) -> Iterator[TextIO]:
    """Open the output in UTF-8, whatever the locale is."""
    if output is None:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None and not sys.stdout.isatty():
            reconfigure(encoding="utf-8")
        elif reconfigure is not None:
            reconfigure(errors="replace")
        with written("standard output"):
            yield sys.stdout
        return
    with written(str(output)), output.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the caller; Rich would end the process here, with the status of a failure."""
        raise BrokenPipeError


def text_console(stream: TextIO) -> Console:
    """Return a console that prints text as it is to a stream, in colour only if that is a terminal."""
    return _Console(file=stream, highlight=False, markup=False, emoji=False)


def discard_standard_output() -> None:
    """Send what is still buffered for standard output to nowhere: it would fail again when the stream is closed."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def growing_progress(what: str, least: int = 0) -> Iterator[tuple[Callable[[int], None], Callable[[], None]]]:
    """Show a progress bar on standard error, where that is a terminal, of which the total grows as it becomes known.

    What is written to ``sys.stdout`` meanwhile appears above the bar.

    Args:
        what: What is being done.
        least: No bar is shown before the total is larger, or `PATIENCE` is over.

    Yields:
        What is told how many more there will be, and what is called after each.
    """
    if not sys.stderr.isatty():
        yield (lambda more: None), (lambda: None)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
    task = bar.add_task(what, total=0, rate="")
    turn, ended = threading.Lock(), threading.Event()

    def begin() -> None:
        with turn:
            if not ended.is_set():
                bar.start()

    waiting = threading.Timer(PATIENCE, begin)
    waiting.daemon = True
    waiting.start()

    def expect(more: int) -> None:
        total = (bar.tasks[0].total or 0) + more
        bar.update(task, total=total)
        if total > least:
            begin()

    def advance() -> None:
        speed = bar.tasks[0].speed
        bar.update(task, advance=1, rate=f"{speed:.1f}/s" if speed else "")

    try:
        yield expect, advance
    finally:
        waiting.cancel()
        with turn:
            ended.set()
        bar.stop()


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show a progress bar on standard error, for more than a handful of sources and on a terminal only.

    Args:
        total: Number of sources.

    Yields:
        What is called after each source.
    """
    # A bar and readings on one terminal would overwrite each other.
    if total <= HANDFUL or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=True) as bar:
        task = bar.add_task("reading", total=total, rate="")

        def advance() -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.0f}/s" if speed else "")

        yield advance


@contextmanager
def upgrading(record: str) -> Iterator[Callable[[str, int, int], None]]:
    """Tell on standard error how far bringing a large record up to date has got: as one line on a terminal.

    Args:
        record: Path or address of the record.

    Yields:
        What is told the step, how much of it is done, and how much there is.
    """
    terminal, begun, shown = sys.stderr.isatty(), False, 0.0

    def tell(step: str, done: int, of: int) -> None:
        nonlocal begun, shown
        if not begun:
            if of < LARGE:
                return
            begun = True
            sys.stderr.write(f"{printable(record)} was made by an older version of Peyman. It is brought up to date, ")
            sys.stderr.write("which may take minutes; if it is interrupted, nothing is lost.\n")
        now = time.monotonic()
        if terminal and (now - shown >= _OFTEN or done == of):
            shown = now
            sys.stderr.write(f"\r\x1b[K  {step}: {done:,} of {of:,}")
        elif not terminal and done in (0, of):
            sys.stderr.write(f"  {step}: {done:,} of {of:,}\n")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        if begun and terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
