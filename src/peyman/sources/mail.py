"""E-mails (.eml): the message itself, and the documents that are attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr

from peyman.errors import EmptySource, MalformedSource, SourceError
from peyman.sources.decoding import decode, is_blank
from peyman.sources.pages import Page, read_page
from peyman.sources.publication import publication_date

#: A message inside a message inside a message: deeper is a trap.
MAXIMUM_DEPTH = 5
#: Parts of one message, those of the messages in it included.
MAXIMUM_PARTS = 200
_HEADERS = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_KNOWN_HEADERS = re.compile(rb"^(?:From|Date|Subject|Received|Message-ID|MIME-Version|Return-Path):", re.M | re.I)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part of a message that is a document of its own.

    Attributes:
        name: Its file name, or its number in the message.
        media_type: Such as ``application/pdf``.
        content: Its bytes; those of a message in the message, for one.
        number: Its number in the message, from 1.
    """

    name: str
    media_type: str
    content: bytes
    number: int


def looks_like_mail(data: bytes) -> bool:
    """Whether bytes begin as a message does: with headers, one that messages have among them."""
    found = _HEADERS.match(data[:20_000])
    return found is not None and len(_KNOWN_HEADERS.findall(found[0])) >= 2


def read_mail(data: bytes) -> tuple[Page | SourceError, list[Attachment]]:
    """Return a message's own text, or why it has none, and what is attached to it.

    The plain text is taken where there is one, else the page. Subject, sender and date are its metadata.

    Args:
        data: The message.

    Raises:
        MalformedSource: It is no message, or has too many parts.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if not isinstance(message, EmailMessage) or not (message.keys() or message.is_multipart()):
            raise MalformedSource("It is no e-mail: it has no headers.", "Give the message as it was saved, with them.")
        bodies, attachments = _parts(message)
        subject, sender, sent = (_header(message, name) for name in ("Subject", "From", "Date"))
    except MalformedSource:
        raise
    except Exception as error:  # headers of strangers break the parser of the standard library in many ways
        raise MalformedSource(
            f"The e-mail cannot be read ({type(error).__name__}).", "Save its text as a .txt file and give that."
        ) from error
    try:
        body = _body(bodies)
    except SourceError as error:
        return error, attachments
    name, address = parseaddr(sender or "")
    published = publication_date(sent) if sent else None
    text = body.text
    if subject and subject not in text.split("\n")[:3]:
        text = f"{subject}\n{text}"
    page = Page(
        text,
        title=subject or body.title,
        publisher=name or address or body.publisher,
        published=published or body.published,
        published_from="metadata" if published else body.published_from,
    )
    return page, attachments


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = str(message.get(name) or "")
    except Exception:  # a header that cannot be parsed is left out
        return None
    return " ".join(value.split()) or None


def _parts(message: EmailMessage) -> tuple[list[tuple[str, bytes, str | None]], list[Attachment]]:
    """Bodies (media type, bytes, charset) and attachments, the latter in order."""
    bodies: list[tuple[str, bytes, str | None]] = []
    attachments: list[Attachment] = []
    for number, part in enumerate(_walk(message, 0), start=1):
        if number > MAXIMUM_PARTS:
            raise MalformedSource(f"The e-mail has more than {MAXIMUM_PARTS} parts.", "Save what matters of it alone.")
        media_type = part.get_content_type()
        name = part.get_filename()
        if media_type == "message/rfc822":
            inner = part.get_payload()
            nested = inner[0] if isinstance(inner, list) and inner else None
            content = nested.as_bytes() if isinstance(nested, Message) else b""
            attachments.append(Attachment(name or f"message-{number}.eml", media_type, content, number))
            continue
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if part.get_content_disposition() == "attachment" or (name and not media_type.startswith("text/")):
            attachments.append(Attachment(name or f"part-{number}", media_type, content, number))
        elif media_type in ("text/plain", "text/html"):
            bodies.append((media_type, content, part.get_content_charset()))
    return bodies, attachments


def _walk(part: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    """The leaves of a message; a message inside it is one."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        if depth > 4 * MAXIMUM_DEPTH:
            raise MalformedSource("The parts of the e-mail are nested too deeply.", "Save what matters of it alone.")
        for inner in part.iter_parts():
            if isinstance(inner, EmailMessage):
                yield from _walk(inner, depth + 1)
    else:
        yield part


def _body(bodies: list[tuple[str, bytes, str | None]]) -> Page:
    plain = [_decoded(content, charset) for kind, content, charset in bodies if kind == "text/plain"]
    text = "\n".join(part for part in plain if not is_blank(part))
    if text:
        return Page(text.replace("\r\n", "\n"))
    for kind, content, charset in bodies:
        if kind == "text/html" and content:
            return read_page(_decoded(content, charset))
    raise EmptySource("The e-mail has no text of its own.", "Give a message with text in it.")


def _decoded(content: bytes, charset: str | None) -> str:
    return decode(content, declared=charset).text if content.strip() else ""
