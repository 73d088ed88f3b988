"""The day of publication where only the text tells it: a byline before a machine's header line."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

_BODY = "The foreign ministers of Jordan and Egypt met in Amman and discussed the border crossing at length.\n"


@pytest.mark.parametrize(
    ("above", "published", "line"),
    [
        ("Talks on the crossing resume\nAmman, 8 May 2024\n", "2024-05-08", "byline"),
        ("date 2024-05-11 Talks on the crossing resume\n", "2024-05-11", "header"),
        ("date 2024-05-11 Talks on the crossing resume\nAmman, 8 May 2024\n", "2024-05-08", "byline"),
    ],
)
def test_a_byline_is_trusted_before_a_header_line(above: str, published: str, line: str) -> None:
    document = read_text(above + _BODY).document
    assert (document.published, document.published_from, document.published_line) == (published, "byline", line)


def test_what_the_source_says_is_trusted_before_any_line() -> None:
    document = read_text("date 2024-05-11 Talks resume\n" + _BODY, published="2024-05-09").document
    assert (document.published, document.published_from, document.published_line) == ("2024-05-09", "given", None)
