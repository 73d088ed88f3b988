"""``peyman verify``: whether the log of a record fits itself and what it speaks of."""

from __future__ import annotations

from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly
from peyman.exchange.output import output_stream, text_console


def verify(
    record_path: RecordPath = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object.")] = False,
) -> None:
    """Check that no step of the log was changed, removed or reordered, and no document, reading or claim changed."""
    from peyman.exchange.record_json import view_json
    from peyman.exchange.review_terminal import print_verification

    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        found = record.verify()
        if as_json:
            stream.write(view_json(found) + "\n")
        else:
            print_verification(found, text_console(stream))
        if found.faults:
            raise typer.Exit(1)
