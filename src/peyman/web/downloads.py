"""A record in a format, as an answer: written whole before the first byte is sent, and sent piece by piece."""

from __future__ import annotations

import datetime as dt
import gzip
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import PurePath
from typing import IO

from fastapi.responses import StreamingResponse

from peyman.errors import RecordError
from peyman.exchange import downloads, lossless
from peyman.exchange.formats import ExportOptions, format_named
from peyman.record import Record
from peyman.web.team import Team
from peyman.web.wording import wording

_PIECE, _IN_MEMORY = 1 << 16, 4_000_000


def download(
    record: Record,
    name: str,
    language: str,
    *,
    since: dt.date | None = None,
    on: dt.date | None = None,
    text: bool = False,
    title: str = "",
    stem: str = "record",
) -> StreamingResponse:
    """Return a record in a format, to be saved.

    Args:
        record: The record.
        name: Name of the format.
        language: Language of headings and names, where people read it.
        since: First day whose changes count as new, for the brief.
        on: The day that is today for deadlines.
        text: Whether published words go into formats that usually leave them out.
        title: Title of the process.
        stem: Beginning of the file's name.

    Raises:
        UnknownFormat: There is no such format.
    """
    worded = wording(language) if format_named(name).worded else None
    options = ExportOptions(language, since, on, text, title or None, worded)
    with ExitStack() as stack:
        made = stack.enter_context(downloads.download(record, name, options, PurePath(stem).stem))
        kept = stack.pop_all()

    # The brief is a page: it is to be saved, and not run in this site.
    return _sent(kept, made.stream, made.size, made.file_name, made.media_type)


def backup(record: Record, team: Team, by: str) -> StreamingResponse:
    """Return a whole record as `peyman backup` writes it; no password or note is in it. The log of accounts says so.

    Args:
        record: The record.
        team: Those who work with it.
        by: Name of whoever asks.

    Raises:
        RecordError: The record does not fit its log.
    """
    found = record.verify()
    if found.faults:
        raise RecordError("The record does not fit its log.", "See `peyman verify` before you back it up.")
    team.accounts.note(by, "backed up", f"log of {found.steps} steps, last hash {found.hash or 'none'}")
    with ExitStack() as stack:
        packed = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
        with gzip.open(packed, "wb") as stream:
            lossless.write(record, stream, ExportOptions())  # type: ignore[arg-type]
        size = packed.tell()
        packed.seek(0)
        kept = stack.pop_all()
    return _sent(kept, packed, size, f"peyman-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M}.backup.gz", "application/gzip")


def _sent(kept: ExitStack, stream: IO[bytes], size: int, file_name: str, media_type: str) -> StreamingResponse:
    """Send what was written piece by piece, and close it then."""

    def pieces() -> Iterator[bytes]:
        with kept:
            while piece := stream.read(_PIECE):
                yield piece

    headers = {
        "Content-Disposition": f'attachment; filename="{file_name}"',
        "Content-Length": str(size),
        "Cache-Control": "private, no-store",
    }
    return StreamingResponse(pieces(), media_type=media_type, headers=headers)
