"""Word files (.docx): their paragraphs and tables in order, and what they say of themselves."""

from __future__ import annotations

import io
import zipfile

from peyman.errors import EmptySource, EncryptedSource, MalformedSource, OversizedSource
from peyman.sources.pages import Page
from peyman.sources.publication import publication_date

#: What a Word file may hold when it is unpacked, and how much larger than packed a part of it may be.
MAXIMUM_UNPACKED = 100_000_000
MAXIMUM_RATIO = 200
MAXIMUM_PARTS = 5000
#: Parts smaller than this may be packed as well as they like.
_SMALL = 1_000_000
_MAIN_PART = "word/document.xml"
_ADVICE = "Save its text as a .txt file and give that."


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _MAIN_PART in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        return False


def read_docx(data: bytes) -> Page:
    """Return the text of a Word file, one paragraph a line, and what its properties say of it.

    Args:
        data: The file.

    Raises:
        EncryptedSource: It asks for a password.
        OversizedSource: It is a bomb: far larger unpacked than packed.
        MalformedSource: It is no Word file that can be read.
        EmptySource: It has no text.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise EncryptedSource(
            "It is a Word file with a password, or an old .doc file.", "Save it as .docx without a password."
        )
    _check_parts(data)
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(data))
        lines = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
                    lines.append(" | ".join(cell for cell in cells if cell))
            else:
                lines += block.text.split("\n")
        properties = document.core_properties
        title = (properties.title or "").strip() or None
        made = properties.created
    except Exception as error:  # a library that parses what strangers send fails in ways that nobody can list
        raise MalformedSource(f"The Word file cannot be read ({type(error).__name__}).", _ADVICE) from error
    text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    if not text:
        raise EmptySource("The Word file has no text in it.", "Give a file with text in it.")
    # Word fills in the day on which a template was made; python-docx gives its own of 2013 where there is none.
    file_day = publication_date(made.date().isoformat()) if made is not None and made.year > 2013 else None
    return Page(text, title=title, file_day=file_day)


def _check_parts(data: bytes) -> None:
    """Refuse a bomb before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        raise MalformedSource("It is no Word file: the archive is broken or cut short.", _ADVICE) from error
    if _MAIN_PART not in {part.filename for part in parts}:
        raise MalformedSource("It is a ZIP archive without a Word document in it.", _ADVICE)
    bomb = any(part.file_size > max(_SMALL, MAXIMUM_RATIO * part.compress_size) for part in parts)
    if bomb or sum(part.file_size for part in parts) > MAXIMUM_UNPACKED or len(parts) > MAXIMUM_PARTS:
        raise OversizedSource("The Word file is too large when it is unpacked.", _ADVICE)
