"""``peyman news``: what is new in a record."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error
from peyman.exchange.output import output_stream, text_console


def news(
    record_path: RecordPath = DEFAULT_RECORD,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="TIME", help="A day or a time (UTC): 2026-03-01; the last 7 days without it."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object.")] = False,
) -> None:
    """Show what is new: documents, entries that they brought or joined, and statuses that have changed."""
    from peyman.exchange.followup_terminal import print_news
    from peyman.exchange.record_json import view_json

    moment = _moment(since) if since else datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=7)
    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        found = record.news(moment)
        if as_json:
            stream.write(view_json(found) + "\n")
        else:
            print_news(found, text_console(stream))


def _moment(value: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        usage_error(f"--since {value!r} is no day or time such as 2026-03-01 or 2026-03-01T12:00.")
