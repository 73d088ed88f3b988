"""``peyman reread``: the documents of a record once more, by the reader and the merging of today."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from peyman.cli.batches import Batch
from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import GOES_ON, Report, open_record, orderly, read_one, stop_if_interrupted
from peyman.exchange.output import HANDFUL, growing_progress, output_stream

if TYPE_CHECKING:
    from peyman.record.shown.views import AddResult
    from peyman.sources import SourceDocument


def reread(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]", help="Their ids, such as D1; every document where none is named."),
    ] = None,
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Read the documents of a record again and merge them anew, after an update of Peyman; no source is needed."""
    from peyman.cli.add import added_line
    from peyman.record.adding.rereading import source_of

    with orderly(GOES_ON), growing_progress("reading", HANDFUL) as (expect, advance), output_stream(None):
        report = Report()

        def tell(result: AddResult, source: SourceDocument) -> None:
            report.done += 1
            sys.stdout.write(added_line(result, source.source) + "\n")

        with open_record(record_path, create=False) as record, Batch(record, report, tell, again=True) as batch:
            ids = documents or [each.id for each in record.documents()]
            expect(len(ids))
            for public_id in ids:
                stop_if_interrupted()
                source = source_of(record.reading(public_id).document, record.original(public_id))
                if (reading := read_one(source, report)) is not None:
                    batch.put(reading, source)
                advance()
            batch.flush()
            failed = f", {report.failed} failed" if report.failed else ""
            sys.stdout.write(f"{report.done} read again{failed}. {record_path} holds {record.summary()}.\n")
        report.exit()
