from __future__ import annotations

from collections.abc import Callable

import pytest

from peyman.dates import FoundDate

Find = Callable[..., list[tuple[str, FoundDate]]]


@pytest.mark.parametrize(
    ("language", "place", "day"),
    [
        ("fa", "وزیر به دوشنبه رفت.", "نشست به دوشنبه موکول شد."),
        ("fa", "تاشکند و دوشنبه همکاری می‌کنند.", "تاشکند و دوشنبه در بیشکک دیدار کردند."),
        ("fa", "دولت دوشنبه سفیر تاجیکستان را فراخواند.", "دولت دوشنبه سفیر عمان را فراخواند."),
        ("fa", "نشست دوشنبه برای تاجیکان تاجیکستان بود.", "نشست دوشنبه شب برای تاجیکان تاجیکستان بود."),
        ("fa", "شهر دوشنبه میزبان بود.", "مردم این شهر دوشنبه رأی دادند."),
        ("ar", "احترق سوق الخميس.", "أغلق السوق الخميس."),
        ("en", "They met on Christmas Island.", "They met on Christmas on the island."),
    ],
)
def test_what_stands_around_a_name_tells_the_place_from_the_day(
    find: Find, language: str, place: str, day: str
) -> None:
    assert find(language, place) == []
    assert len(find(language, day)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "پل ۱۵ خرداد بسته شد."),
        ("ar", "أغلق جسر 6 أكتوبر."),
        ("ckb", "پردی ١١ی ئازار داخرا."),
        ("kmr", "Kolana 21ê Adarê hat girtin."),
    ],
)
def test_a_street_or_bridge_called_after_a_day_is_no_day(find: Find, language: str, text: str) -> None:
    assert find(language, text) == []
