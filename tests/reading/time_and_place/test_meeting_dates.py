"""A date that is of something else does not say when an encounter takes place."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenyan Foreign Minister Abel Kamau will meet Peruvian Foreign Minister Rosa Lima in Nairobi to take up"
            " the challenges of the 21st century.",
        ),
        ("fa", "وزیر خارجه کنیا با وزیر خارجه پرو در نایروبی درباره چالش‌های قرن بیست و یکم دیدار خواهد کرد."),
        ("ar", "سيلتقي وزير الخارجية الكيني نظيره البيروفي في نيروبي لبحث تحديات القرن الحادي والعشرين."),
        ("ckb", "وەزیری دەرەوەی کینیا لەگەڵ هاوتا پیرۆییەکەی کۆدەبێتەوە لەسەر تەحەدییەکانی سەدەی بیست و یەکەم."),
        ("kmr", "Wezîrê Derve yê Kenyayê wê bi Wezîrê Derve yê Perûyê re li ser pirsgirêkên sedsala 21ê bicive."),
    ],
)  # fmt: skip
def test_nobody_meets_on_a_century(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2024-05-04")
    assert [m.date for m in reading.meetings] == [None]


def test_the_day_of_a_visit_that_is_discussed_is_not_that_of_the_talks() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Abel Kamau met Peruvian Foreign Minister Rosa Lima in Nairobi today. They discussed"
        " the Secretary-General’s visit in April to Lima and Quito.",
        language="en",
        published="2024-05-04",
    )
    talks = [m for m in reading.meetings if m.kind != "visit"]
    assert [(m.date, m.parties) for m in talks] == [("2024-05-04", ["KEN", "PER"])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "پس از نشست کنیا و عمان، دور دوم در مه ۲۰۲۵ برگزار خواهد شد."),
        ("ar", "بعد قمة كينيا وعمان، ستعقد جولة ثانية في مايو 2025."),
        ("ckb", "دوای لووتکەی کینیا و عومان، گەڕی دووەم لە ئایاری ٢٠٢٥ بەڕێوە دەچێت."),
    ],
)
def test_the_day_of_what_follows_is_not_that_of_what_is_over(language: str, text: str) -> None:
    first, second = read_text(text, language=language, published="2024-11-01").meetings
    assert (first.date, second.date) == (None, "2025-05")
