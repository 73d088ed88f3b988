"""JSON Lines as a stream: line after line, of which none is in memory that is larger than the limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from peyman.errors import OversizedSource, SourceError
from peyman.sources.documents import JsonPart, json_line, read_document
from peyman.sources.media import SourceFailure
from peyman.sources.model import SourceDocument

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        number: Its number, from 1 for the first that is read.
        begins: The byte of the stream at which it begins.
        content: Its bytes; None where they are more than the limit.
    """

    number: int
    begins: int
    content: bytes | None

    def document(self, where: str, max_bytes: int, number: int | None = None) -> SourceDocument | SourceFailure:
        """Return the document that the line holds, or why it holds none.

        Args:
            where: What it is called.
            max_bytes: The limit, which is named where the line is larger.
            number: What the message calls the line; its own number without it.
        """
        content = self.content
        if content is None:
            what = f"It is larger than {max_bytes:,} bytes."
            return SourceFailure(where, OversizedSource(what, "Split it, or raise the limit with --max-bytes."))
        return attempt(lambda: json_line(content, number or self.number), where)


def json_lines(
    stream: IO[bytes], max_bytes: int, *, start: int = 0, end: int | None = None, first: bytes | None = None
) -> Iterator[Line]:
    """Yield the lines of a stream that are not blank.

    Args:
        stream: At the beginning of a line.
        max_bytes: Most bytes of a line.
        start: Where the stream stands, in bytes.
        end: No line is read that begins here or later.
        first: What was read of the first line already, up to its end or one byte more than the limit.
    """
    number, position = 0, start
    line = first
    while end is None or position < end:
        if line is None:
            line = stream.readline(max_bytes + 1)
        if not line:
            return
        number += 1
        begins, content = position, line if len(line) <= max_bytes else None
        position += len(line)
        while content is None and line and not line.endswith(b"\n"):
            line = stream.readline(min(max_bytes + 1, 1 << 20))
            position += len(line)
        if content is None or content.removeprefix(_MARK).strip():
            yield Line(number, begins, content)
        line = None


def attempt(part: JsonPart | Callable[[], JsonPart], where: str) -> SourceDocument | SourceFailure:
    """Return the document that a JSON object holds, or why it holds none.

    Args:
        part: The object, or what gives it or raises `SourceError`.
        where: What it is called.
    """
    try:
        return read_document(part() if callable(part) else part, where)
    except SourceError as error:
        return SourceFailure(where, error)
