"""JSON Lines as a stream."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from peyman.sources import SourceDocument, SourceFailure
from peyman.sources.lines import json_lines


def test_each_line_is_known_by_its_number_and_its_byte() -> None:
    read = list(json_lines(io.BytesIO(b'{"a": 1}\n\n{"b": 2}'), 100))
    assert [(line.number, line.begins, line.content) for line in read] == [(1, 0, b'{"a": 1}\n'), (3, 10, b'{"b": 2}')]


def test_a_line_over_the_limit_is_passed_over_and_the_next_is_read() -> None:
    data = b"x" * 50 + b"\n" + b'{"text": "two"}\n'
    first, second = json_lines(io.BytesIO(data), 20)
    assert isinstance(first.document("a:1", 20), SourceFailure)
    read = second.document("a:2", 20)
    assert isinstance(read, SourceDocument)
    assert (read.text, second.begins) == ("two", 51)


@given(st.lists(st.text(st.characters(blacklist_characters="\n", codec="utf-8"), max_size=30)), st.integers(1, 60))
def test_parts_of_a_file_hold_every_line_once(texts: list[str], cut: int) -> None:
    data = "\n".join(texts).encode()
    starts = [0, *(n + 1 for n, byte in enumerate(data) if byte == 10)]
    middle = next((start for start in starts if start >= cut), len(data))
    halves = [*json_lines(io.BytesIO(data), 200, end=middle)] if middle else []
    halves += json_lines(io.BytesIO(data[middle:]), 200, start=middle)
    whole = list(json_lines(io.BytesIO(data), 200))
    assert [(line.begins, line.content) for line in halves] == [(line.begins, line.content) for line in whole]
