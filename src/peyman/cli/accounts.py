"""``peyman accounts``: what each document says of one meeting, leaves out, or contradicts."""

from __future__ import annotations

from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly
from peyman.exchange.output import output_stream, text_console


def accounts(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Id of a meeting, such as M1.", show_default=False)],
    record_path: RecordPath = DEFAULT_RECORD,
    differences: Annotated[
        bool, typer.Option("--differences", help="Only what an account contradicts or leaves out.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object.")] = False,
) -> None:
    """Compare the accounts of a meeting: fact by fact, who says what, leaves it out, or contradicts it."""
    from peyman.exchange.accounts_terminal import print_accounts
    from peyman.exchange.record_json import view_json

    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        table = record.accounts(meeting)
        if as_json:
            stream.write(view_json(table) + "\n")
        else:
            print_accounts(table, text_console(stream), differences_only=differences)
