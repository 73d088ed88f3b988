"""A record in any format as one file to be handed over, as a web page or an API does; `formats` writes to a path.

A format of several files is packed into one ZIP archive. The same record and options give the same bytes.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from peyman.exchange.formats import ExportOptions, Format, format_named

if TYPE_CHECKING:
    from peyman.record import Record

#: Bytes of an export that are held in memory; a larger one lies in a temporary file until it is handed over.
_IN_MEMORY = 4_000_000
#: The day that members of an archive bear, so that the same record gives the same bytes: the first that ZIP knows.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Download:
    """One file to be handed over.

    Attributes:
        stream: Its bytes, at the beginning; closed when the context of `download` ends.
        size: How many bytes.
        file_name: What to call it, in ASCII.
        media_type: For HTTP.
        form: The format.
    """

    stream: IO[bytes]
    size: int
    file_name: str
    media_type: str
    form: Format


@contextmanager
def download(record: Record, name: str, options: ExportOptions, stem: str = "peyman") -> Iterator[Download]:
    """Write a whole record in a format, and give what was written as one file; it is whole before any of it is given.

    Args:
        record: The open record.
        name: Name of the format.
        options: What is asked for.
        stem: Beginning of the file's name; what is no ASCII letter, digit, ``-`` or ``_`` becomes ``-``.

    Yields:
        The file.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs an extra that is not installed.
    """
    chosen = format_named(name)
    suffix, media_type = (
        (f".{chosen.name}.zip", "application/zip") if chosen.folder else (chosen.suffix, chosen.media_type)
    )
    safe = re.sub(r"[^0-9A-Za-z_-]+", "-", stem).strip("-") or "peyman"
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as stream:
        if chosen.folder:
            _write_archive(chosen, record, stream, options)
        else:
            chosen.write(record, stream, options)
        size = stream.tell()
        stream.seek(0)
        yield Download(stream, size, f"{safe}{suffix}", media_type, chosen)


def _write_archive(form: Format, record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    with tempfile.TemporaryDirectory(prefix="peyman-export-") as name:
        form.write_folder(record, Path(name), options)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(Path(name).iterdir()):
                member = zipfile.ZipInfo(path.name, _NO_DAY)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o644 << 16
                with archive.open(member, "w") as target, path.open("rb") as source:
                    while piece := source.read(1 << 20):
                        target.write(piece)
    stream.seek(0, 2)
