"""One source's bytes to its documents, whatever it is: text, page, JSON, PDF, Word file or e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from peyman.errors import PeymanError, SourceError
from peyman.model import PublishedFrom
from peyman.sources.decoding import declared_charset, decode
from peyman.sources.mail import MAXIMUM_DEPTH, looks_like_mail, read_mail
from peyman.sources.model import SourceDocument
from peyman.sources.pages import Page, looks_like_page, read_page
from peyman.sources.portable import read_pdf
from peyman.sources.word import is_docx, read_docx

TEXT = frozenset({".txt"})
PAGE = frozenset({".html", ".htm", ".xhtml"})
PDF = frozenset({".pdf"})
WORD = frozenset({".docx"})
MAIL = frozenset({".eml"})
#: Endings of the files that hold one document each, or one with others attached to it.
SUFFIXES = TEXT | PAGE | PDF | WORD | MAIL
_TYPES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source, or one document in it, that could not be taken in.

    Attributes:
        source: Its path, ``-``, or ``path:line`` for one of several documents in a file.
        error: What is wrong, and what to do.
    """

    source: str
    error: PeymanError


def suffix_of(data: bytes, media_type: str | None = None, name: str | None = None) -> str:
    """Return the ending that a file with this content should have.

    The content outranks what a server or a name says of it, for both are often wrong; among texts, the name decides.

    Args:
        data: The content.
        media_type: What is said that it is.
        name: Its file name.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if is_docx(data):
        return ".docx"
    said = PurePath(name or "").suffix.lower()
    by_type = _TYPES.get(media_type or "", "")
    if looks_like_mail(data) and by_type != ".html" and said not in PAGE | TEXT:
        return ".eml"
    head = data[:2048].decode("utf-8", "replace")
    if by_type in ("", ".txt", ".pdf", ".docx", ".html") and looks_like_page(head) and said not in TEXT:
        return ".html"
    return said if said in SUFFIXES else by_type or ".txt"


def documents_in(
    data: bytes,
    name: str,
    suffix: str,
    *,
    url: str | None = None,
    encoding: str | None = None,
    charset: str | None = None,
    depth: int = 0,
) -> Iterator[SourceDocument | SourceFailure]:
    """Yield the document in some bytes, and those attached to it.

    Args:
        data: The bytes as they were published.
        name: What to call the source.
        suffix: What they are, one of `SUFFIXES`; see `suffix_of`.
        url: Where they were published, where the caller knows it.
        encoding: Encoding that the user gives.
        charset: Encoding that a server or a message says they are in.
        depth: In how many messages they lie.

    Raises:
        SourceError: The document itself cannot be taken in.
    """
    if suffix in MAIL:
        yield from _mail(data, name, depth)
        return
    warnings: tuple[str, ...] = ()
    if suffix in PDF:
        page = read_pdf(data)
    elif suffix in WORD:
        page = read_docx(data)
    elif suffix in PAGE:
        decoded = decode(data, encoding, declared_charset(data) or charset)
        page, warnings = read_page(decoded.text, url), decoded.warnings
    else:
        decoded = decode(data, encoding, charset)
        page, warnings = Page(decoded.text), decoded.warnings
    yield document_of(page, data, name, url=url, warnings=warnings)


def document_of(
    page: Page, original: bytes, name: str, *, url: str | None = None, warnings: tuple[str, ...] = ()
) -> SourceDocument:
    """Return what was read of a source as a document.

    Args:
        page: What was read.
        original: The bytes that it was read from.
        name: What to call the source.
        url: Its address, where the caller knows it.
        warnings: What went wrong on the way.
    """
    return SourceDocument(
        id=sha256(original).hexdigest(),
        source=name,
        original=original,
        text=page.text,
        url=url or page.url,
        publisher=page.publisher,
        published=page.published,
        published_from=page.published_from,
        title=page.title,
        file_day=page.file_day,
        warnings=warnings,
    )


def _mail(data: bytes, name: str, depth: int) -> Iterator[SourceDocument | SourceFailure]:
    body, attachments = read_mail(data)
    published: str | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    if isinstance(body, Page):
        yield document_of(body, data, name)
        published, published_from, publisher = body.published, body.published_from, body.publisher
    elif not attachments:
        raise body
    taken = isinstance(body, Page)
    for attachment in attachments:
        suffix = suffix_of(attachment.content, attachment.media_type, attachment.name)
        where = f"{name}#{attachment.name}"
        if not attachment.content or (
            suffix == ".txt" and not attachment.media_type.startswith("text/") and not attachment.name.endswith(".txt")
        ):
            continue  # a picture, a signature, a calendar: no document
        if depth >= MAXIMUM_DEPTH:
            error = SourceError("It lies in too many messages.", "Save it by itself and give that.")
            yield SourceFailure(where, error)
            continue
        try:
            for item in documents_in(attachment.content, where, suffix, depth=depth + 1):
                taken = True
                if isinstance(item, SourceDocument):
                    # What was sent with a message was published no later, and by its sender.
                    item = replace(item, publisher=item.publisher or publisher)
                    if item.published is None and item.file_day is None:
                        item = replace(item, published=published, published_from=published_from)
                yield item
        except SourceError as error:
            taken = True
            yield SourceFailure(where, error)
    if not taken and isinstance(body, SourceError):
        raise body
