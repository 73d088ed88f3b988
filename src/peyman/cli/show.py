"""``peyman show``: what is in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error
from peyman.exchange.output import output_stream, text_console

if TYPE_CHECKING:
    from rich.console import Console

    from peyman.record import Record

#: What `peyman show` lists, in the order of its overview; each is a method of `peyman.record.Record`.
KINDS = ("meetings", "commitments", "statements", "agreements", "actors", "places", "documents")
#: Entries of a kind that the overview shows.
FEW = 5


def show(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND|ID]", help=f"One of {', '.join(KINDS)}; or an id such as M1.", show_default=False
        ),
    ] = None,
    record_path: RecordPath = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object, or one entry a line.")] = False,
) -> None:
    """Show what is in a record: all of it in short, the entries of one kind, or one entry with its evidence."""
    kind = what.lower() if what else None
    if what and kind not in KINDS and not any(character.isdigit() for character in what):
        usage_error(f"{what!r} is neither an id such as M1 nor one of {', '.join(KINDS)}.")
    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        if as_json:
            _show_json(record, what, kind, stream)
        else:
            _show_text(record, what, kind, text_console(stream))


def _show_json(record: Record, what: str | None, kind: str | None, stream: TextIO) -> None:
    from peyman.exchange.record_json import view_json

    if what is None:
        lists = {name: getattr(record, name)() for name in KINDS}
        stream.write(view_json({"summary": record.summary(), **lists}) + "\n")
    elif kind in KINDS:
        for entry in getattr(record, kind)():
            stream.write(view_json(entry) + "\n")
    else:
        stream.write(view_json(record.get(what)) + "\n")


def _show_text(record: Record, what: str | None, kind: str | None, console: Console) -> None:
    from peyman.exchange.record_terminal import print_document, print_entry, print_list, print_overview
    from peyman.record.shown.views import DocumentView

    if what is None:
        summary = record.summary()
        counts = {**{f"{kind}s": number for kind, number in summary.entries.items()}, "documents": summary.documents}
        first = [(name.capitalize(), counts.get(name, 0), getattr(record, name)(limit=FEW)) for name in KINDS]
        print_overview(summary, first, console)
    elif kind in KINDS:
        found = getattr(record, kind)()
        if found:
            print_list(found, console)
        else:
            console.print(f"The record has no {kind}.")
    else:
        view = record.get(what)
        if isinstance(view, DocumentView):
            print_document(view, console)
        else:
            print_entry(view, console)
