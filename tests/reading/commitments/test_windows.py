"""By when something is to be done: the one date of its stretch that lies ahead is its own, a mere year is not."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.reader import read_text


def window_of(language: str, text: str) -> str | None:
    return only_commitment(read_text(text, source="x", published="2026-01-14", language=language)).window


@pytest.mark.parametrize(
    ("language", "text", "window"),
    [
        (
            "en",
            "The foreign ministers of Georgia and Finland met in Turku. Next spring Finland will open a "
            "consulate in Batumi.",
            "2026-21",
        ),
        (
            "fa",
            "وزیر بهداشت ایران با همتای عمانی خود دیدار کرد. دو طرف توافق کردند نشست کارگروه مشترک تیرماه "
            "در مسقط برگزار شود.",
            "2026-06-22/2026-07-22",
        ),
    ],
)
def test_the_only_date_that_lies_ahead_is_the_window(language: str, text: str, window: str) -> None:
    assert window_of(language, text) == window


def test_a_mere_year_is_of_what_it_stands_beside() -> None:
    text = "The foreign ministers of Georgia and Finland met in Turku. They agreed to draw up a roadmap for 2027."
    assert window_of("en", text) is None
