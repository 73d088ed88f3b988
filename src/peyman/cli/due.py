"""``peyman due``: what is due, overdue and awaited as of a day."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error
from peyman.exchange.output import output_stream, text_console


def due(
    record_path: RecordPath = DEFAULT_RECORD,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day; today without it.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what has no deadline, was reported on, or was held.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object.")] = False,
) -> None:
    """Show what is due: undertakings whose window passes, and planned meetings, each with what shows its status."""
    from peyman.exchange.followup_terminal import print_due
    from peyman.exchange.record_json import view_json

    day = _day("--on", on) if on else None
    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        found = record.due(day)
        if as_json:
            stream.write(view_json(found) + "\n")
        else:
            print_due(found, text_console(stream), everything=everything)


def _day(option: str, value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        usage_error(f"{option} {value!r} is no day such as 2026-03-01.")
