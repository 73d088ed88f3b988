"""``peyman add``: documents into a record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from peyman.cli.batches import MOST_DOCUMENTS, Batch
from peyman.cli.options import (
    DEFAULT_MAXIMUM_BYTES,
    DEFAULT_RECORD,
    AllowPrivate,
    Encoding,
    Language,
    MaximumBytes,
    Pause,
    Published,
    Publisher,
    RecordPath,
    Sources,
    Url,
)
from peyman.cli.running import GOES_ON, Report, documents_of, fetcher_for, files_of, open_record, orderly, read_one
from peyman.exchange.output import HANDFUL, growing_progress, output_stream

if TYPE_CHECKING:
    from peyman.record.shown.views import AddResult
    from peyman.sources import SourceDocument


def add(
    sources: Sources,
    record_path: RecordPath = DEFAULT_RECORD,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
    pause: Pause = 1.0,
    allow_private: AllowPrivate = False,
) -> None:
    """Read documents and add what they say to a record; one that this reader has added already changes nothing."""
    from peyman.reading.reader import this_reader

    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly(GOES_ON), growing_progress("reading", HANDFUL) as (expect, advance), output_stream(None):
        files = files_of(sources, single, None)
        expect(len(files))
        report = Report()
        known = 0

        def tell(result: AddResult, source: SourceDocument) -> None:
            nonlocal known
            known += not result.added and not result.read_again
            report.done += result.added or result.read_again
            sys.stdout.write(added_line(result, source.source) + "\n")

        fetching = fetcher_for(files, max_bytes=max_bytes, pause=pause, allow_private=allow_private)
        with open_record(record_path) as record, fetching as fetcher:
            options = {"encoding": encoding, "max_bytes": max_bytes, "fetcher": fetcher, **single}
            # What comes from a server may be long in coming: what is there already does not wait for it.
            with Batch(record, report, tell, most=MOST_DOCUMENTS if fetcher is None else 1) as batch:
                for source in _counted(files, report, expect, advance, options):
                    result = record.known(source.id, this_reader())
                    if result is not None:
                        batch.flush()  # so that the lines keep the order of the sources
                        tell(result, source)
                    elif (reading := read_one(source, report)) is not None:
                        batch.put(reading, source)
            done = f"{report.done} added" + (f", {known} known already" if known else "")
            failed = f", {report.failed} failed" if report.failed else ""
            sys.stdout.write(f"{done}{failed}. {record_path} holds {record.summary()}.\n")
        report.exit()


def _counted(
    files: list[str],
    report: Report,
    expect: Callable[[int], None],
    advance: Callable[[], None],
    options: dict[str, Any],
) -> Iterator[SourceDocument]:
    """The documents of the files; an archive counts as many as are found in it."""
    for file in files:
        number = 0
        for number, document in enumerate(documents_of(file, report, **options), start=1):
            if number > 1:
                expect(1)
            yield document
            advance()
        if not number:
            advance()


def added_line(result: AddResult, source: str) -> str:
    """Return the line that says what became of a document.

    Args:
        result: What adding it did.
        source: Where it came from.
    """
    from peyman.exchange.bidirectional import isolate, printable

    name = isolate(printable(source))
    if not result.added and not result.read_again:
        return f"{result.document}  {name}: known already"
    joined = [identifier for identifier in result.joined if identifier.startswith("M")]
    parts = [f"{len(result.new)} new {'entry' if len(result.new) == 1 else 'entries'}"]
    if result.joined:
        parts.append(f"{len(result.joined)} joined" + (f" ({', '.join(joined)} among them)" if joined else ""))
    if result.carries is not None:
        what = "another version of" if result.carries[0] == "version" else "a copy of"
        parts.append(f"{what} {result.carries[1]}")
    again = "read again, " if result.read_again else ""
    return f"{result.document}  {name}: {again}{', '.join(parts)}"
