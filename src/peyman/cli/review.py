"""``peyman review``: what a reviewer decides, step by step."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from peyman.cli.application import Application
from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error
from peyman.exchange.output import output_stream, text_console

if TYPE_CHECKING:
    from peyman.record import Review, Step

app = Application(
    name="review",
    help="Decide what was read rightly: every step by a named person, with a reason, and undoable.",
    no_args_is_help=True,
)

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; PEYMAN_REVIEWER or the login name without it.")
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
Entry = Annotated[str, typer.Argument(metavar="ID", help="Id of an entry, such as M1.", show_default=False)]
Field = Annotated[str | None, typer.Option("--field", metavar="NAME", help="Only this field of it.")]
ValueOption = Annotated[str | None, typer.Option("--value", metavar="VALUE", help="Only this value of the field.")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Only as this document says it, such as D3.")
]


@contextmanager
def reviewing(record_path: str) -> Iterator[Review]:
    """Open a record for a decision."""
    with orderly(), open_record(record_path, create=False) as record:
        yield record.review


def _name(by: str | None) -> str:
    return by or os.environ.get("PEYMAN_REVIEWER") or getpass.getuser()


def _report(step: Step) -> None:
    from peyman.exchange.review_terminal import print_steps

    with output_stream(None) as stream:
        print_steps([step], text_console(stream))


@app.command()
def accept(
    entry: Entry,
    field: Field = None,
    value: ValueOption = None,
    document: DocumentOption = None,
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Accept an entry as it was read, or a field or value of it; `--field report` accepts a later report."""
    from peyman.record.asking.decisions import plain

    with reviewing(record_path) as review:
        _report(review.accept(entry, field, _plain(value, plain), document, by=_name(by), reason=reason))


@app.command()
def reject(
    entry: Entry,
    field: Field = None,
    value: ValueOption = None,
    document: DocumentOption = None,
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Reject an entry, or a field or value of it: it is set aside, and can be brought back."""
    from peyman.record.asking.decisions import plain

    with reviewing(record_path) as review:
        _report(review.reject(entry, field, _plain(value, plain), document, by=_name(by), reason=reason))


@app.command()
def correct(
    entry: Entry,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Its field, such as date.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="VALUE", help="The right value.", show_default=False)],
    value: ValueOption = None,
    document: DocumentOption = None,
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Correct a value: what was read stays beside it."""
    from peyman.record.asking.decisions import plain

    with reviewing(record_path) as review:
        step = review.correct(entry, field, plain(new), _plain(value, plain), document, by=_name(by), reason=reason)
        _report(step)


@app.command()
def merge(
    entries: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of one kind, such as M1 M4.")],
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Say that entries are one."""
    with reviewing(record_path) as review:
        _report(review.merge(entries, by=_name(by), reason=reason))


@app.command()
def split(
    entry: Entry,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="Documents that tell another one: D3.")],
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Say that what some documents tell is another entry than what the others tell."""
    with reviewing(record_path) as review:
        _report(review.split(entry, documents, by=_name(by), reason=reason))


@app.command("nothing-here")
def nothing_here(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id of a document, such as D3.")],
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Say that there is rightly nothing in a document."""
    with reviewing(record_path) as review:
        _report(review.nothing_here(document, by=_name(by), reason=reason))


@app.command("add")
def add_by_hand(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="meeting, commitment or statement.")],
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id of the document that tells it: D3.")],
    words: Annotated[str, typer.Option("--words", metavar="TEXT", help="The words of it that say so, as published.")],
    fields: Annotated[
        str, typer.Option("--fields", metavar="JSON", help="Its fields as JSON, named as in a reading.")
    ] = "{}",
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Add an entry that was not read, with the words that it rests on."""
    from peyman.record import DocumentView
    from peyman.record.asking.decisions import plain

    given = plain(fields)
    if not isinstance(given, dict):
        usage_error(f'--fields {fields!r} is no JSON object such as {{"kind": "meeting"}}.')
    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        view = record.get(document)
        start = view.text.find(words) if isinstance(view, DocumentView) else -1
        if start < 0:
            usage_error(f"The words are not in {document}: give them as they were published.")
        span = (start, start + len(words))
        step, public_id = record.review.add_by_hand(kind, document, [span], given, by=_name(by), reason=reason)
        stream.write(f"{public_id}\n")
        _report(step)


@app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="STEP", help="Number of the step.", show_default=False)],
    by: By = None,
    reason: Reason = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Take back a step; taking back an undo does the step again."""
    with reviewing(record_path) as review:
        _report(review.undo(number, by=_name(by), reason=reason))


@app.command("list")
def list_proposals(
    record_path: RecordPath = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one proposal a line.")] = False,
) -> None:
    """Show what waits for a decision: pairs that may be one, changed readings, reports of undertakings."""
    from peyman.exchange.record_json import view_json
    from peyman.exchange.review_terminal import print_proposals

    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        found = record.proposals()
        if as_json:
            for each in found:
                stream.write(view_json(each) + "\n")
        else:
            print_proposals(found, text_console(stream))


def _plain(value: str | None, plain: object) -> object:
    return None if value is None else plain(value)  # type: ignore[operator]
