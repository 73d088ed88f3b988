"""``peyman read``: what documents say, in the terminal, as JSON Lines or as a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from peyman.cli.running import Report, fetcher_for, files_of, orderly, readings_of, usage_error
from peyman.exchange.output import output_stream, text_console

if TYPE_CHECKING:
    from rich.console import Console

    from peyman.model import Reading
    from peyman.sources import SourceDocument


def read(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one reading a line.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Write one page with the evidence marked.")] = False,
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
    if as_html and output is None and sys.stdout.isatty():
        usage_error("A page is not for reading in a terminal: give --output FILE.")
    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly(), ExitStack() as closed:
        files = files_of(sources, single, output)
        fetching = fetcher_for(files, max_bytes=max_bytes, pause=pause, allow_private=allow_private)
        fetcher = closed.enter_context(fetching)
        report = Report()
        readings = readings_of(files, report, encoding=encoding, max_bytes=max_bytes, fetcher=fetcher, **single)
        if as_html:
            _write_page(readings, report, output)
        else:
            with output_stream(output) as stream:
                console = None if as_json else text_console(stream)
                for _, reading in readings:
                    if console is None:
                        stream.write(reading.to_json() + "\n")
                    else:
                        _print_one(reading, console, first=report.done == 0)
                    report.done += 1
        report.summary("read")
        report.exit()


def _print_one(reading: Reading, console: Console, *, first: bool) -> None:
    from peyman.exchange.terminal import line_width, print_reading

    if not first:
        console.print("─" * line_width(console), style="dim", soft_wrap=True)
        console.print()
    print_reading(reading, console)


def _write_page(readings: Iterator[tuple[SourceDocument, Reading]], report: Report, output: Path | None) -> None:
    from peyman.exchange.page import render_page

    found = [reading for _, reading in readings]
    report.done = len(found)
    if found:
        with output_stream(output) as stream:
            stream.write(render_page(found))
