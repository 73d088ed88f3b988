"""``peyman watch``: what publishers have published since the last time, into a record."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from peyman.cli.add import added_line
from peyman.cli.options import (
    DEFAULT_MAXIMUM_BYTES,
    DEFAULT_RECORD,
    AllowPrivate,
    MaximumBytes,
    Pause,
    RecordPath,
)
from peyman.cli.running import GOES_ON, Report, add_one, open_record, orderly, read_one, stop_if_interrupted
from peyman.exchange.output import growing_progress, output_stream

if TYPE_CHECKING:
    from peyman.record import Record
    from peyman.sources.fetch import Fetcher
    from peyman.sources.publishers import Publisher

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def watch(
    publishers: Annotated[
        str, typer.Argument(metavar="[FILE]", help="Who is watched: their feeds and pages, in TOML.")
    ] = "sources.toml",
    record_path: RecordPath = DEFAULT_RECORD,
    every: Annotated[
        str | None, typer.Option(metavar="TIME", help="Go on for ever, a pass each 30m, 6h or 1d; one pass without it.")
    ] = None,
    recheck: Annotated[
        float, typer.Option(metavar="HOURS", min=0, help="Look at a page again after so long, for a correction.")
    ] = 24.0,
    pause: Pause = 1.0,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch what is new from the feeds and pages of publishers, and add it to a record."""
    from peyman.sources.fetch import Fetcher, Limits
    from peyman.sources.publishers import read_publishers

    with orderly(GOES_ON):
        wait = _seconds(every) if every is not None else None
        watched = read_publishers(publishers)
        limits = Limits(max_bytes=max_bytes, pause=pause, allow_private=allow_private)
        while True:
            began = time.monotonic()
            report = Report()
            with open_record(record_path) as record, Fetcher(limits) as fetcher:
                _pass(watched, fetcher, record, recheck, report, record_path)
            if wait is None:
                report.exit()
                return
            time.sleep(max(0.0, began + wait - time.monotonic()))


def _seconds(value: str) -> float:
    number, unit = value[:-1], value[-1:].lower()
    if unit not in _UNITS or not number.replace(".", "", 1).isdigit():
        raise typer.BadParameter(f"--every {value!r} is no time such as 30m, 6h or 1d.")
    return max(10.0, float(number) * _UNITS[unit])


def _pass(
    publishers: list[Publisher], fetcher: Fetcher, record: Record, recheck: float, report: Report, name: str
) -> None:
    from peyman.sources import SourceFailure
    from peyman.sources.web import watch as steps

    with growing_progress("fetching") as (expect, advance), output_stream(None):
        for step in steps(publishers, fetcher, record, recheck_hours=recheck, expect=expect):
            for item in step.items:
                if isinstance(item, SourceFailure):
                    report.failure(item.source, item.error)
                    continue
                reading = read_one(item, report)
                if reading is None:
                    continue
                result = add_one(record, reading, item, report)
                if result is None:
                    continue
                report.done += result.added
                if result.added:
                    sys.stdout.write(added_line(result, item.source) + "\n")
            advance()
            stop_if_interrupted()
        failed = f", {report.failed} failed" if report.failed else ""
        sys.stdout.write(f"{report.done} added{failed}. {name} holds {record.summary()}.\n")
        sys.stdout.flush()
