"""Web archives (WARC, packed or not): every page and document that was answered with success, one record at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import RawIOBase
from typing import IO, Any

from peyman.errors import MalformedSource, OversizedSource, SourceError
from peyman.sources.publication import publication_date

_TAKEN_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Captured:
    """One document of a web archive.

    Attributes:
        url: Where it was.
        media_type: As the server said.
        charset: As the server said.
        content: Its bytes, unpacked from the encoding of the transfer.
        number: Number of the record in the archive, from 1.
        captured: Day of the capture, EDTF.
    """

    url: str
    media_type: str
    charset: str | None
    content: bytes
    number: int
    captured: str | None


def captured(stream: IO[bytes] | RawIOBase, max_bytes: int) -> Iterator[Captured | tuple[int, SourceError]]:
    """Yield the documents of an archive, and for a record that cannot be taken its number and the error.

    The archive is read as a stream: memory does not grow with it. A record that is cut short ends the archive.

    Args:
        stream: The archive.
        max_bytes: Largest document.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Watched(ArchiveIterator):
        """Notes whether the archive ends inside a packed record, which is passed over in silence otherwise."""

        ends_inside = False

        def close(self) -> None:
            decompressor = getattr(self.reader, "decompressor", None)
            self.ends_inside = decompressor is not None and not getattr(decompressor, "eof", True)
            super().close()  # type: ignore[no-untyped-call]

    number = 0
    open_archive: Any = Watched  # without types of its own
    records = open_archive(stream, no_record_parse=False, arc2warc=True)
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except ArchiveLoadFailed as error:
            yield number + 1, _cut_short(str(error))
            return
        except Exception as error:  # packed data that is no packed data, headers that are none
            yield number + 1, _cut_short(type(error).__name__)
            return
        number += 1
        if record.rec_type not in ("response", "resource"):
            continue
        try:
            found = _document(record, number, max_bytes)
        except SourceError as error:
            yield number, error
            continue
        except Exception as error:
            yield number, _cut_short(type(error).__name__)
            continue
        if found is not None:
            yield found
    if number and records.ends_inside:
        yield number + 1, _cut_short("the archive ends inside it")
    if number == 0:
        yield 1, MalformedSource("It is no web archive, or an empty one.", "Give a .warc or .warc.gz file.")


def _cut_short(why: str) -> MalformedSource:
    return MalformedSource(
        f"A record is broken or cut short ({why.split(chr(10))[0][:80]}).", "Fetch the archive again."
    )


def _document(record: object, number: int, max_bytes: int) -> Captured | None:
    headers, http = record.rec_headers, record.http_headers  # type: ignore[attr-defined]
    if http is not None and not (http.get_statuscode() or "").startswith("2"):
        return None
    declared = (http.get_header("Content-Type") if http is not None else headers.get_header("Content-Type")) or ""
    media_type, charset = content_type(declared)
    if media_type not in (*_TAKEN_TYPES, _DOCX):
        return None
    stream = record.content_stream()  # type: ignore[attr-defined]
    content = bytearray()
    while part := stream.read(65_536):
        content += part
        if len(content) > max_bytes:
            raise OversizedSource(f"It is larger than {max_bytes:,} bytes.", "Raise the limit with --max-bytes.")
    length = headers.get_header("Content-Length") or ""
    raw = getattr(record, "raw_stream", None)
    left = getattr(raw, "limit", 0)
    if length.isdigit() and left:
        raise _cut_short("the archive ends before the record does")
    if not content:
        return None
    return Captured(
        url=headers.get_header("WARC-Target-URI") or "",
        media_type=media_type,
        charset=charset,
        content=bytes(content),
        number=number,
        captured=publication_date(headers.get_header("WARC-Date") or ""),
    )


def content_type(value: str) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type header."""
    media_type, _, parameters = value.partition(";")
    charset = None
    for parameter in parameters.split(";"):
        name, _, content = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = content.strip().strip("\"'") or None
    return media_type.strip().lower(), charset
