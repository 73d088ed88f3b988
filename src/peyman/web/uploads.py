"""Texts and files that visitors bring: taken in as any other source, and nothing of them kept."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from fastapi import UploadFile

from peyman.errors import EmptySource, LanguageError, PeymanError
from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, SourceFailure, load
from peyman.sources.files import SUFFIXES
from peyman.sources.media import SUFFIXES as OF_ONE_DOCUMENT
from peyman.web.refusals import TooLarge
from peyman.web.written_dates import day_of

#: Endings of the files that a form asks for: each is one document.
ONE_DOCUMENT = tuple(sorted(OF_ONE_DOCUMENT | {".json"}))


async def content_of(text: str, file: UploadFile | None, maximum: int) -> tuple[str, bytes]:
    """Return the name and the bytes of what was brought: the file where there is one, else the text.

    Raises:
        TooLarge: The file is larger than the limit.
    """
    if file is not None and file.filename:
        data = await file.read(maximum + 1)
        if len(data) > maximum:
            raise TooLarge
        # Only the last part of a name, whatever path somebody wrote before it.
        return PurePosixPath(file.filename.replace("\\", "/")).name or "upload", data
    # A browser sends the line ends of forms as CR LF.
    return "", text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")


def source_of(
    name: str,
    data: bytes,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> SourceDocument:
    """Take in the one document of some bytes.

    Args:
        name: What the file was called; empty for a text that was pasted.
        data: The bytes.
        published: Date of publication, where it is known: an EDTF date, or a day in any of the calendars.
        publisher: Who published it.
        url: Where.
        language: BCP 47 code; None has it told from the text.

    Raises:
        SourceError: It cannot be taken in.
        QueryError: The date of publication is none.
    """
    if not data.strip():
        raise EmptySource("There is no text.", "Paste one, or choose a file.")
    suffix = PurePosixPath(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="peyman-") as folder:
        path = Path(folder) / f"upload{suffix if suffix in SUFFIXES else '.txt'}"
        path.write_bytes(data)
        found = list(
            load(
                str(path),
                published=day_of(published) if published else None,
                publisher=publisher or None,
                url=url or None,
                language=language or None,
            )
        )
    if len(found) != 1:
        raise PeymanError("There are several documents in the file.", "Choose a file with one document.")
    if isinstance(found[0], SourceFailure):
        raise type(found[0].error)(found[0].error.message.replace(str(path), name or "The text"), found[0].error.advice)
    return replace(found[0], source=name or "pasted text")


def reading_of(source: SourceDocument) -> Reading:
    """Read a document.

    Raises:
        LanguageError: It is in no language that Peyman reads.
    """
    try:
        return read_document(source)
    except LanguageError as error:
        if source.language is not None:
            raise
        raise LanguageError(
            "The text is in no language that Peyman reads.",
            "It reads Persian, Arabic, Sorani, Kurmanji and English; if it is in one of them, say in which.",
        ) from error
