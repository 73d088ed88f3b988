"""Peyman reads what the parties to talks publish and keeps one verifiable record of it.

Example:
    >>> import peyman
    >>> reading = peyman.read_text("…", published="2026-01-15")  # doctest: +SKIP
    >>> [(meeting.date, meeting.parties) for meeting in reading.meetings]  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peyman.model import Reading

__version__ = "0.1.0"


def read(source: str | Path, *, published: str | None = None, language: str | None = None) -> Reading:
    """Read one document from a file.

    Args:
        source: Path of a text, HTML or JSON file that holds one document.
        published: EDTF date of publication, where the document does not say it.
        language: BCP 47 code; None leaves it to identification.

    Returns:
        The reading.

    Raises:
        SourceError: If the file cannot be taken in, or holds several documents.
        LanguageError: If it is in no language that Peyman reads.
    """
    from peyman.errors import MalformedDocument
    from peyman.reading.reader import read_document
    from peyman.sources import load_one

    document = load_one(str(source), published=published, language=language)
    if document is None:
        raise MalformedDocument(f"{source} holds several documents.", "Read them with peyman.read_many.")
    return read_document(document)


def read_text(text: str, *, published: str | None = None, language: str | None = None) -> Reading:
    """Read a text that is already in memory, see `peyman.reading.reader.read_text`."""
    from peyman.reading import reader

    return reader.read_text(text, published=published, language=language)


def read_many(sources: Iterable[str | Path]) -> Iterable[Reading]:
    """Read many documents, one after the other; the first that fails raises its error.

    Args:
        sources: Paths of files and folders.
    """
    from peyman.reading.reader import read_document
    from peyman.sources import load
    from peyman.sources.model import SourceDocument

    for document in load(str(source) for source in sources):
        if not isinstance(document, SourceDocument):
            raise document.error
        yield read_document(document)


__all__ = ["__version__", "read", "read_many", "read_text"]
