"""``peyman compare``: two documents side by side, with no record."""

from __future__ import annotations

from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_MAXIMUM_BYTES, Encoding, MaximumBytes
from peyman.cli.running import Report, files_of, orderly, readings_of, usage_error
from peyman.exchange.output import output_stream, text_console


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="One document: a file, or - for standard input.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other document.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object.")] = False,
    encoding: Encoding = None,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
) -> None:
    """Compare two documents, in any two languages: what both tell, where they differ, and what only one tells."""
    from peyman.exchange.accounts_terminal import print_comparison
    from peyman.exchange.record_json import view_json
    from peyman.record import compare as compare_readings

    unsaid: dict[str, str | None] = {"published": None}
    with orderly(), output_stream(None) as stream:
        report = Report()
        files = files_of([first, second], unsaid, None)
        found = [item for _, item in readings_of(files, report, encoding=encoding, max_bytes=max_bytes)]
        report.exit()
        if len(found) != 2:
            usage_error(f"Two documents can be compared, and there are {len(found)}.")
        comparison = compare_readings(*found)
        if as_json:
            stream.write(view_json(comparison) + "\n")
        else:
            print_comparison(comparison, text_console(stream))
