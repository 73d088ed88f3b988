"""Which places may be where one encounter took place."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare, read_text
from peyman.reading.time_and_place.venues import venues_apart
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "LUSAKA, Oct 3, 2017 (ZANA): The talks between Zambia and Vietnam were held here on Tuesday."),
        ("ar", "دمشق – عقدت سوريا والأردن هنا يوم الثلاثاء 3 تشرين الأول 2017 الجولة السادسة من المباحثات."),
        ("fa", "مسقط – دور ششم گفت‌وگوهای تاجیکستان و عمان روز سه‌شنبه ۱۱ مهر ۱۳۹۶ در این شهر برگزار شد."),
        ("kmr", "Şam – Danûstandinên Sûriye û Urdinê roja Sêşemê 3ê Cotmeha 2017an li vir hatin lidarxistin."),
    ],
)
def test_here_is_the_place_that_the_dateline_names(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2017-10-04")
    assert [m.place for m in reading.meetings] == [reading.places[0].id]


def test_what_is_said_to_be_elsewhere_is_not_here() -> None:
    text = "LUSAKA, Oct 3, 2017 (ZANA): The talks between Zambia and Vietnam were held in Hanoi on Tuesday."
    reading = read_text(text, language="en", published="2017-10-04")
    assert [p.name for p in reading.places if p.id == reading.meetings[0].place] == ["Hanoi"]
