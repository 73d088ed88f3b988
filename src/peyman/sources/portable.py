"""PDF files: their text, page by page, and what they say of themselves."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import Any

from peyman.errors import EmptySource, EncryptedSource, MalformedSource, OversizedSource
from peyman.sources.pages import Page
from peyman.sources.publication import publication_date

#: More pages than this are no report. What a part of the file may grow to when it is unpacked, pypdf limits itself.
MAXIMUM_PAGES = 2000
#: A line at the edge of a page is furniture if this share of the pages has it, its figures aside.
_RUNNING_SHARE = 0.6
_EDGE_LINES = 2
_ENDS_SENTENCE = re.compile(r"[.!?؟:؛»”\")\]]\s*$")
_ITEM = re.compile(r"^\s*(?:[-•●▪*–]|\(?[0-9۰-۹٠-٩]{1,3}[.)-])\s")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_FIGURES = re.compile("[\u0660-\u0669\u06f0-\u06f9]+")
_MIRRORED = str.maketrans("()[]{}", ")(][}{")
#: Where two pieces meet without a blank between their letters or figures.
_RUN_TOGETHER = re.compile("(\\w)\x1f(\\w)")
#: Pieces whose heights differ by less stand on one line, in points.
_SAME_LINE = 2.5
_ADVICE = "Save its text as a .txt file and give that."


def read_pdf(data: bytes) -> Page:
    """Return the text of a PDF file, one paragraph a line, and what its information says of it.

    Args:
        data: The file.

    Raises:
        EncryptedSource: It asks for a password.
        MalformedSource: It is no PDF file that can be read.
        EmptySource: It has no text; its pages are pictures.
        OversizedSource: It has too many pages, or one that grows beyond all measure when it is unpacked.
    """
    from pypdf import PdfReader  # slow to import
    from pypdf.errors import LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opened(reader):
            raise EncryptedSource("The PDF file asks for a password.", "Save a copy without one and give that.")
        number = len(reader.pages)
        if number > MAXIMUM_PAGES:
            raise OversizedSource(f"It has {number:,} pages; the limit is {MAXIMUM_PAGES:,}.", "Split it.")
        pages = [_text_of(page) for page in reader.pages]
        information = reader.metadata
        title = str(information.title).strip() if information and information.title else None
        written = str(information.get("/CreationDate") or "") if information else ""
    except (EncryptedSource, OversizedSource):
        raise
    except LimitReachedError as error:
        raise OversizedSource("A part of the PDF file is too large when it is unpacked.", _ADVICE) from error
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as error:
        raise MalformedSource(f"The PDF file is broken ({type(error).__name__}).", _ADVICE) from error
    except Exception as error:  # a library that parses what strangers send fails in ways that nobody can list
        raise MalformedSource(f"The PDF file cannot be read ({type(error).__name__}).", _ADVICE) from error
    text = _paragraphs(_without_running_lines(pages))
    if not any(character.isalpha() for character in text):
        raise EmptySource("The PDF file has no text in it: its pages are pictures.", "Give it after text recognition.")
    return Page(
        text,
        title=title if title and _is_title(title) else None,
        file_day=_creation_day(written),
    )


def _text_of(page: Any) -> str:
    """The text of a page; lines written from right to left are put together anew from where their pieces stand.

    A PDF file draws glyphs from left to right. pypdf turns the letters of a right-to-left piece around, and with them
    figures, which are written from left to right; and it leaves the pieces of a line in the order of drawing.
    """
    pieces: list[tuple[float, float, str]] = []

    def visit(text: str, outer: list[float], inner: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            pieces.append((y, x, text.replace("\n", " ")))

    plain: str = page.extract_text(visitor_text=visit) or ""
    if not _RIGHT_TO_LEFT.search(plain):
        return plain
    lines: list[list[tuple[float, float, str]]] = []
    for piece in sorted(pieces, key=lambda piece: -piece[0]):
        if lines and abs(lines[-1][0][0] - piece[0]) < _SAME_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return "\n".join(_joined(line) for line in lines)


def _joined(pieces: list[tuple[float, float, str]]) -> str:
    letters = "".join(text for _, _, text in pieces)
    if len(_RIGHT_TO_LEFT.findall(letters)) <= len(_LATIN.findall(letters)):
        return "".join(text for _, _, text in sorted(pieces, key=lambda piece: piece[1]))
    ordered = sorted(pieces, key=lambda piece: -piece[1])
    texts = [
        text if _LATIN.search(text) else _FIGURES.sub(lambda found: found[0][::-1], text.translate(_MIRRORED))
        for _, _, text in ordered
    ]
    return _RUN_TOGETHER.sub(r"\1 \2", "\x1f".join(texts)).replace("\x1f", "")


def _opened(reader: object) -> bool:
    """Many files are encrypted with an empty password, only to forbid printing."""
    try:
        return bool(reader.decrypt(""))  # type: ignore[attr-defined]
    except Exception:  # the cipher may need a package that is not installed
        return False


def _creation_day(value: str) -> str | None:
    found = re.match(r"D?:?(\d{4})(\d{2})(\d{2})", value)
    return publication_date(f"{found[1]}-{found[2]}-{found[3]}") if found else None


def _is_title(title: str) -> bool:
    """Whether it is no name of a file or a program, as most titles of PDF files are."""
    return " " in title and not re.search(
        r"\.(?:docx?|pdf|indd|odt|rtf|txt)$|^(?:untitled|microsoft|document)\b", title, re.I
    )


def _without_running_lines(pages: list[str]) -> list[list[str]]:
    """The lines of each page without its headers, footers and numbers, which other pages have too."""
    lines = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    at_edges = [_at_edges(page) for page in lines]
    counted: Counter[str] = Counter()
    for page, edges in zip(lines, at_edges, strict=True):
        counted.update({_bare(page[n]) for n in edges})
    least = max(2, round(_RUNNING_SHARE * len(lines)))
    running = {line for line, number in counted.items() if number >= least}
    return [
        [line for n, line in enumerate(page) if not (n in edges and _bare(line) in running)]
        for page, edges in zip(lines, at_edges, strict=True)
    ]


def _at_edges(page: list[str]) -> set[int]:
    """The lines that may be a header, a footer or a number: the first and the last, two of each on a full page."""
    depth = _EDGE_LINES if len(page) > 3 * _EDGE_LINES else 1
    return {n for n in (*range(depth), *range(len(page) - depth, len(page))) if 0 <= n < len(page)}


def _bare(line: str) -> str:
    return re.sub(r"[\d\W_]+", " ", line).strip().casefold()


def _paragraphs(pages: list[list[str]]) -> str:
    """Join the lines that a page's width has broken; a short line, or one that ends a sentence, ends a paragraph."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    usual = sorted(len(line) for line in lines)[-1 - len(lines) // 10]
    made: list[str] = []
    open_ended = False
    for line in lines:
        if open_ended and not _ITEM.match(line):
            made[-1] = _HYPHEN.sub("", made[-1]) + ("" if _HYPHEN.search(made[-1]) else " ") + line
        else:
            made.append(line)
        full = len(line) >= 0.75 * usual
        open_ended = full and not (_ENDS_SENTENCE.search(line) and len(line) < 0.95 * usual)
    return "\n".join(re.sub(r"[^\S\n]+", " ", line) for line in made)
