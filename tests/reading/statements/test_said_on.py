"""The day of a statement stands in its own clause, or with the noun for what was published."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Kenya, Oman and Qatar said in a joint statement on 4 March 2026 that they would back the truce."),
        ("en", "Oman's foreign minister told reporters in Doha on 4 March 2026 that the truce must hold."),
        ("ar", "قال المتحدث باسم وزارة الخارجية القطرية يوم 4 مارس 2026 إن الهدنة هشة."),
        ("ar", "قالت وزارة الخارجية القطرية في بيان يوم 4 مارس 2026 إن الهدنة هشة."),
        ("ar", "أكد وزير الخارجية القطري في تصريح صحفي الأربعاء 4 مارس 2026 أن الهدنة هشة."),
        ("fa", "وزارت خارجه قطر در بیانیه‌ای در تاریخ ۱۳ اسفند ۱۴۰۴ اعلام کرد که آتش‌بس شکننده است."),
        (
            "ckb",
            "وەزارەتی دەرەوەی قەتەر لە بەیاننامەیەکدا کە ڕۆژی ٤ی ئازاری ٢٠٢٦ بڵاوی کردەوە، گوتی ئاگربەست لاوازە.",
        ),
        (
            "kmr",
            "Wezareta Derve ya Qeterê di daxuyaniya ku di 4ê Adara 2026an de hate weşandin de got agirbest lawaz e.",
        ),
    ],
)
def test_the_day_of_a_saying_is_read_from_its_clause(code: str, text: str) -> None:
    assert [s.date for s in read_text(text, language=code).statements] == ["2026-03-04"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Oman's foreign ministry said that the truce of 4 March 2026 must hold."),
        ("en", "Oman's foreign ministry said in a statement that the talks on 4 March 2026 in Doha had failed."),
        ("ar", "قالت وزارة الخارجية القطرية في بيان إن المحادثات التي جرت يوم 4 مارس 2026 فشلت."),
        ("ar", "أدانت قطر الهجوم الذي وقع في 2 مارس 2026 على السفارة."),
        ("fa", "وزارت خارجه قطر اعلام کرد که مذاکرات ۱۳ اسفند ۱۴۰۴ شکست خورده است."),
    ],
)
def test_the_day_of_what_is_spoken_of_is_none(code: str, text: str) -> None:
    statements = read_text(text, language=code).statements
    assert statements and all(statement.date is None for statement in statements)
