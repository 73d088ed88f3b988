"""``peyman export``: a record in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import day_of, open_record, orderly, usage_error
from peyman.exchange.formats import FORMATS, ExportOptions, export


def export_record(
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help=f"One of {', '.join(FORMATS)}.", show_default=False),
    ] = None,
    lossless: Annotated[
        bool, typer.Option("--lossless", help="The whole record to standard output, for `peyman import`.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="File to write, or folder for formats of several files."),
    ] = None,
    record_path: RecordPath = DEFAULT_RECORD,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of names and headings: en, fa, ar, ckb, kmr.")
    ] = "en",
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="For the brief: what is new since this day, 2026-01-15.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day that is today for deadlines: 2026-03-01.")
    ] = None,
    text: Annotated[
        bool, typer.Option("--text", help="Let the published words out, where a format leaves them out.")
    ] = False,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Title of the process.")] = None,
) -> None:
    """Write a record in a format that other programs and people read."""
    from peyman.languages import codes

    if lossless and form is None:
        form = "lossless"
    if form is None or (lossless and form.lower() != "lossless"):
        usage_error("give one format: --format NAME, or --lossless.")
    if form.lower() not in FORMATS:
        usage_error(f"--format {form!r} is none of {', '.join(FORMATS)}.")
    if language not in codes():
        usage_error(f"--language {language!r} is none of {', '.join(codes())}.")
    wording = None
    if FORMATS[form.lower()].worded:
        from peyman.web.wording import wording as words_of

        wording = words_of(language)
    options = ExportOptions(language, day_of("--since", since), day_of("--on", on), text, title, wording)
    with orderly(), open_record(record_path, create=False) as record:
        if lossless and output is None:
            from peyman.exchange.lossless import write

            write(record, sys.stdout.buffer, options)
            return
        target = output or Path(Path(record_path).stem + FORMATS[form.lower()].suffix)
        export(record, form, target, options)
        typer.echo(f"{target}: {FORMATS[form.lower()].title}. It loses: {FORMATS[form.lower()].loses}", err=True)
