"""``peyman add``: documents into a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from peyman.cli.running import Report, fetcher_for, files_of, orderly, readings_of
from peyman.exchange.output import output_stream

if TYPE_CHECKING:
    from peyman.record.views import AddResult


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
    from peyman.errors import RecordError, RecordFull, RecordLocked
    from peyman.record import Record

    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly(), output_stream(None) as stream:
        files = files_of(sources, single, None)
        report = Report()
        known = 0
        fetching = fetcher_for(files, max_bytes=max_bytes, pause=pause, allow_private=allow_private)
        with Record.open(record_path) as record, fetching as fetcher:
            options = {"encoding": encoding, "max_bytes": max_bytes, "fetcher": fetcher, **single}
            for source, reading in readings_of(files, report, **options):
                try:
                    result = record.add(reading, source.original)
                except (RecordFull, RecordLocked):
                    raise  # the next document would meet the same
                except RecordError as error:
                    report.failure(source.source, error)
                    continue
                known += not result.added and not result.read_again
                report.done += result.added or result.read_again
                stream.write(added_line(result, source.source) + "\n")
            done = f"{report.done} added" + (f", {known} known already" if known else "")
            failed = f", {report.failed} failed" if report.failed else ""
            stream.write(f"{done}{failed}. {record_path} holds {record.summary()}.\n")
        report.exit()


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
    parts = [f"{len(result.new)} new entries"]
    if result.joined:
        parts.append(f"{len(result.joined)} joined" + (f" ({', '.join(joined)} among them)" if joined else ""))
    if result.carries is not None:
        what = "another version of" if result.carries[0] == "version" else "a copy of"
        parts.append(f"{what} {result.carries[1]}")
    again = "read again, " if result.read_again else ""
    return f"{result.document}  {name}: {again}{', '.join(parts)}"
