"""``peyman read``: what documents say, in the terminal, as JSON Lines or as a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from peyman.cli.options import (
    DEFAULT_MAXIMUM_BYTES,
    AllowPrivate,
    Encoding,
    Language,
    MaximumBytes,
    Pause,
    Published,
    Publisher,
    Sources,
    Url,
)
from peyman.cli.running import Report, explained_of, fetcher_for, files_of, orderly, readings_of, usage_error
from peyman.exchange.output import output_stream, text_console

if TYPE_CHECKING:
    from rich.console import Console

    from peyman.model import Reading
    from peyman.reading.explanation import Explained, Reason
    from peyman.sources import SourceDocument


def read(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one reading a line.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Write one page with the evidence marked.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every entry which cue, rules and models made it.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
    pause: Pause = 1.0,
    allow_private: AllowPrivate = False,
) -> None:
    """Read documents and print what they say: who met, who said what, who undertook what by when."""
    if as_json and as_html:
        usage_error("--json and --html exclude each other.")
    if as_html and explain:
        usage_error("--explain is for the terminal and for --json.")
    if as_html and output is None and sys.stdout.isatty():
        usage_error("A page is not for reading in a terminal: give --output FILE.")
    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly(), ExitStack() as closed:
        files = files_of(sources, single, output)
        fetching = fetcher_for(files, max_bytes=max_bytes, pause=pause, allow_private=allow_private)
        fetcher = closed.enter_context(fetching)
        report = Report()
        options = {"encoding": encoding, "max_bytes": max_bytes, "fetcher": fetcher, **single}
        if as_html:
            _write_page(readings_of(files, report, **options), report, output)
        else:
            with output_stream(output) as stream:
                console = None if as_json else text_console(stream)
                for reading, explained in _each(files, report, explain=explain, options=options):
                    if console is None:
                        stream.write(_line(reading, explained) + "\n")
                    else:
                        reasons = explained.reasons if explained else None
                        _print_one(reading, console, reasons, first=report.done == 0)
                    report.done += 1
        report.summary("read")
        report.exit()


def _each(
    files: list[str], report: Report, *, explain: bool, options: dict[str, Any]
) -> Iterator[tuple[Reading, Explained | None]]:
    """Read the files, with reasons or without."""
    if explain:
        yield from ((explained.reading, explained) for _, explained in explained_of(files, report, **options))
    else:
        yield from ((reading, None) for _, reading in readings_of(files, report, **options))


def _line(reading: Reading, explained: Explained | None) -> str:
    """One reading as a line of JSON; its reasons stand beside the fields of the reading."""
    if explained is None:
        return reading.to_json()
    from peyman.reading.explanation import to_json

    return json.dumps({**json.loads(reading.to_json()), "explanation": to_json(explained)}, ensure_ascii=False)


def _print_one(
    reading: Reading, console: Console, reasons: Mapping[str, Sequence[Reason]] | None, *, first: bool
) -> None:
    from peyman.exchange.terminal import line_width, print_reading

    if not first:
        console.print("─" * line_width(console), style="dim", soft_wrap=True)
        console.print()
    print_reading(reading, console, reasons)


def _write_page(readings: Iterator[tuple[SourceDocument, Reading]], report: Report, output: Path | None) -> None:
    from peyman.exchange.page import render_page

    found = [reading for _, reading in readings]
    report.done = len(found)
    if found:
        with output_stream(output) as stream:
            stream.write(render_page(found))
