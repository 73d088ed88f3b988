"""Documents in JSON and JSON Lines: ``{id, url, publisher, published, title, text or html}``, other fields ignored.

Only ``text`` or ``html`` is required. A text is taken exactly as it is given, since offsets point into it; ``html`` is
read as a page, and what the JSON says of it outranks what the page says of itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from peyman.errors import EmptySource, MalformedDocument
from peyman.model import PublishedFrom
from peyman.sources.decoding import is_blank
from peyman.sources.model import SourceDocument
from peyman.sources.pages import Page, read_page
from peyman.sources.publication import is_edtf_date, publication_date

_ADVICE = 'A document is one JSON object with at least "text" or "html".'
_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class JsonPart:
    """One JSON value of a file.

    Attributes:
        content: The value, parsed.
        original: The bytes that it was parsed from, in UTF-8.
        line: Line of the file on which it begins, from 1.
    """

    content: Any
    original: bytes
    line: int


def json_parts(text: str) -> Iterator[JsonPart]:
    """Yield the documents of a JSON file: its one object, or the members of its one list.

    Args:
        text: The whole file.

    Raises:
        MalformedDocument: If it is no JSON; the message names line and column.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedDocument(
            f"Line {error.lineno}, column {error.colno} is no JSON ({error.msg}).", _ADVICE
        ) from None
    except (RecursionError, ValueError):
        raise MalformedDocument("It is nested too deeply, or a number in it is too long.", _ADVICE) from None
    if not isinstance(content, list):
        yield JsonPart(content, text.encode("utf-8", "replace"), 1)
        return
    decoder = json.JSONDecoder()
    position = text.index("[") + 1
    for member in content:
        while text[position] in " \t\r\n,":
            position += 1
        _, end = decoder.raw_decode(text, position)
        line = text.count("\n", 0, position) + 1
        yield JsonPart(member, text[position:end].encode("utf-8", "replace"), line)
        position = end


def json_line(data: bytes, line: int) -> JsonPart:
    """Parse one line of a JSON Lines file.

    Args:
        data: The line's bytes.
        line: Its number, from 1.

    Raises:
        MalformedDocument: If it is no JSON in UTF-8; the message names the line.
    """
    stripped = data.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        return JsonPart(json.loads(stripped.decode("utf-8")), stripped, line)
    except UnicodeDecodeError:
        raise MalformedDocument(f"Line {line} is not in UTF-8.", "JSON Lines are in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise MalformedDocument(f"Line {line}, column {error.colno} is no JSON ({error.msg}).", _ADVICE) from None
    except (RecursionError, ValueError):
        raise MalformedDocument(f"Line {line} is nested too deeply, or a number in it is too long.", _ADVICE) from None


def read_document(part: JsonPart, source: str) -> SourceDocument:
    """Return the document that a JSON object holds.

    Args:
        part: The object.
        source: Name of the source where the object has no ``id`` of its own.

    Raises:
        MalformedDocument: If it is no object, has neither text nor page, or a field is no text.
        EmptySource: If the text is empty.
        NoMainText: If the page has no article.
    """
    content = part.content
    if not isinstance(content, dict):
        raise MalformedDocument(f"Line {part.line} holds no JSON object.", _ADVICE)
    identifier = content.get("id")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    fields = {
        name: _field(content, name, part.line) for name in ("url", "publisher", "published", "title", "text", "html")
    }
    if identifier is not None and not isinstance(identifier, str):
        raise MalformedDocument(f'Line {part.line}: "id" is no text.', _ADVICE)
    if fields["text"] is None and fields["html"] is None:
        raise MalformedDocument(f'Line {part.line} has neither "text" nor "html".', _ADVICE)
    warnings: list[str] = []
    page = Page(fields["text"]) if fields["text"] is not None else read_page(fields["html"] or "", fields["url"])
    text = page.text.translate(_LONE_SURROGATES)
    if text != page.text:
        warnings.append("Half characters (lone surrogates) in the text were replaced by U+FFFD.")
    if is_blank(text):
        raise EmptySource(f"Line {part.line} holds an empty text.", "Give a document with text in it.")
    published, published_from = _published(fields["published"], warnings)
    return SourceDocument(
        id=sha256(part.original).hexdigest(),
        source=(identifier or source).translate(_LONE_SURROGATES),
        original=part.original,
        text=text,
        url=fields["url"] or page.url,
        publisher=fields["publisher"] or page.publisher,
        published=published or page.published,
        published_from=published_from or page.published_from,
        title=fields["title"] or page.title,
        warnings=tuple(warnings),
    )


def _field(content: dict[str, Any], name: str, line: int) -> str | None:
    value = content.get(name)
    if value is None:
        return None
    if name == "published" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # a bare year
    if not isinstance(value, str):
        raise MalformedDocument(f'Line {line}: "{name}" is no text.', _ADVICE)
    if name == "text":
        return value
    return value.translate(_LONE_SURROGATES).strip() or None


def _published(value: str | None, warnings: list[str]) -> tuple[str | None, PublishedFrom | None]:
    if value is None:
        return None, None
    named = value if is_edtf_date(value) else publication_date(value)
    if named is None:
        warnings.append(f'"published" is no date that can be told: {value!r}.')
        return None, None
    return named, "metadata"
