"""Files that the tests make by hand: PDF, Word, e-mail, web archive, feed, whole and damaged."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage


def pdf(pages: Sequence[Sequence[str]], title: str | None = None, created: str | None = None) -> bytes:
    """A PDF file with lines of Latin text."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = b"".join(
            b"(%s) Tj T* " % line.encode("latin-1").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines
        )
        content = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % n for n in kids))
    information = b""
    if title:
        information += b"/Title (%s) " % title.encode("latin-1")
    if created:
        information += b"/CreationDate (%s) " % created.encode("latin-1")
    objects.append(b"<< " + information + b">>")
    made = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    made += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return made


def locked_pdf(password: str) -> bytes:
    """A PDF file that asks for a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([["Secret."]]))))
    writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def docx(paragraphs: Sequence[str], title: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in enumerate(table):
            for column, words in enumerate(cells):
                made.cell(row, column).text = words
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_bomb() -> bytes:
    """A Word file of some kilobytes that unpacks to hundreds of megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return stream.getvalue()


def mail(
    body: str,
    subject: str = "Statement",
    sender: str = "Ministry of Foreign Affairs <press@mfa.example>",
    date: str | None = "Fri, 07 Nov 2025 09:30:00 +0300",
    html: str | None = None,
    attachments: Sequence[tuple[str, str, bytes]] = (),
    nested: EmailMessage | None = None,
) -> EmailMessage:
    """An e-mail."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, sender, "desk@example.org"
    if date:
        message["Date"] = date
    if body:
        message.set_content(body)
        if html:
            message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, kind, content in attachments:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    if nested is not None:
        message.add_attachment(nested)
    return message


def warc(records: Sequence[tuple[str, str, bytes, int]], packed: bool = True) -> bytes:
    """A web archive: address, Content-Type, content and status of each answer."""
    made = b""
    for url, kind, content, status in records:
        answer = (
            f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-11-08T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        record = head + answer + b"\r\n\r\n"
        made += gzip.compress(record) if packed else record
    return made


def feed(entries: Sequence[tuple[str, str, str]], texts: Sequence[str] = ()) -> bytes:
    """An RSS feed: title, address and date of each entry, with texts for the first of them."""
    items = ""
    for number, (title, link, date) in enumerate(entries):
        text = texts[number] if number < len(texts) else ""
        content = f"<content:encoded><![CDATA[{text}]]></content:encoded>" if text else ""
        head = f"<title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate>"
        items += f"<item>{head}{content}</item>"
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Agency</title><link>http://agency.example/</link>{items}</channel></rss>"
    ).encode()
