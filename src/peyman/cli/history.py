"""``peyman history``: every step that was done to an entry or a document."""

from __future__ import annotations

from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly
from peyman.exchange.output import output_stream, text_console


def history(
    entry: Annotated[str, typer.Argument(metavar="ID", help="Id of an entry or document, such as M1 or D3.")],
    record_path: RecordPath = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one step a line.")] = False,
) -> None:
    """Show the history of an entry: the documents that brought it, and every decision on it, undone ones too."""
    from peyman.exchange.record_json import view_json
    from peyman.exchange.review_terminal import print_steps

    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        found = record.history(entry)
        if as_json:
            for step in found:
                stream.write(view_json(step) + "\n")
        else:
            print_steps(found, text_console(stream))
