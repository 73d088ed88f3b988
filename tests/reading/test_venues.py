"""Which places may be where one encounter took place."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare
from peyman.reading.venues import venues_apart
from peyman.sources.model import SourceDocument


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("They met in Doha. The talks in Cairo had failed.", True),
        ("They met in Baghdad. The talks in Erbil had failed.", True),
        ("They met in Qatar. The talks in Doha went on for hours.", False),
        ("They met in Tashkent. The talks at the Hotel Zarkand went on for hours.", False),
    ],
)
def test_towns_lie_apart_and_a_country_or_an_unknown_hall_does_not(text: str, apart: bool) -> None:
    context = prepare(SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-04")).context
    places = range(len(context.found.places))
    assert any(venues_apart(context, a, b) for a in places for b in places) is apart


def test_where_no_place_is_told_nothing_lies_apart() -> None:
    text = "They met in Doha."
    context = prepare(SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-04")).context
    assert not venues_apart(context, None, 0)
