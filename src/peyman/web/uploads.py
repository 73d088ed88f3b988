"""Texts and files that visitors bring: taken in as any other source, and nothing of them kept."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from fastapi import UploadFile

from peyman.errors import EmptySource, PeymanError
from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, SourceFailure, load
from peyman.sources.files import SUFFIXES
from peyman.web.refusals import TooLarge


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
    name: str, data: bytes, *, published: str | None = None, publisher: str | None = None, url: str | None = None
) -> SourceDocument:
    """Take in the one document of some bytes.

    Args:
        name: What the file was called; empty for a text that was pasted.
        data: The bytes.
        published: EDTF date of publication, where it is known.
        publisher: Who published it.
        url: Where.

    Raises:
        SourceError: It cannot be taken in.
    """
    if not data.strip():
        raise EmptySource("There is no text.", "Paste one, or choose a file.")
    suffix = PurePosixPath(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="peyman-") as folder:
        path = Path(folder) / f"upload{suffix if suffix in SUFFIXES else '.txt'}"
        path.write_bytes(data)
        found = list(load(str(path), published=published or None, publisher=publisher or None, url=url or None))
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
    return read_document(source)
