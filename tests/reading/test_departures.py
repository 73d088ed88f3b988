"""Whoever leaves one place for another visits the second."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _places(language: str, text: str) -> list[str | None]:
    reading = read_text(text, language=language, published="2026-01-14")
    names = {place.id: place.key for place in reading.places}
    return [names.get(one.place or "") for one in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیر امور خارجه اتیوپی صبح چهارشنبه آدیس‌آبابا را به مقصد داکار پایتخت سنگال ترک کرد."),
        ("ar", "غادر وزير خارجية كينيا نيروبي يوم الاثنين متوجها إلى داكار عاصمة السنغال."),
    ],
)
def test_a_journey_is_where_it_goes(language: str, text: str) -> None:
    assert _places(language, text) == ["SEN:dakar"]


def test_where_no_goal_is_named_a_journey_was_where_it_ends() -> None:
    text = "نخست‌وزیر عمان پس از سفر دو روزه به سنگال، روز دوشنبه داکار را ترک کرد."
    assert _places("fa", text) == ["SEN:dakar"]


@pytest.mark.parametrize(
    "more",
    ["این دیدار در قاهره برگزار شد.", "در این دیدار که در قاهره برگزار شد، سفیر ویتنام نیز حضور داشت."],
)
def test_where_it_took_place_may_be_told_behind_it(more: str) -> None:
    assert _places("fa", f"وزیر دفاع مصر روز دوشنبه با وزیر دفاع ویتنام دیدار کرد. {more}") == ["EGY:cairo"]
