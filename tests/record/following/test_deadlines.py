"""Lengths such as "within 60 days of the signing", in every language."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman import languages
from peyman.record.following.deadlines import Length, find_length

LENGTHS = {
    "en": [
        ("They will leave the base within 45 days of the signing of the pact.", (45, "day", "signing")),
        ("It will open the crossing within three weeks.", (3, "week", None)),
        ("It will report in two months, counted from the entry into force of the accord.", (2, "month", "effect")),
    ],
    "fa": [
        ("این نیروها ظرف ۴۵ روز از امضای پیمان پایگاه را ترک خواهند کرد.", (45, "day", "signing")),
        ("گذرگاه طی سه هفته باز خواهد شد.", (3, "week", None)),
        ("ظرف دو ماه از لازم‌الاجرا شدن توافق گزارش خواهد داد.", (2, "month", "effect")),
    ],
    "ar": [
        ("ستغادر القوات القاعدة خلال 45 يوماً من توقيع الاتفاق.", (45, "day", "signing")),
        ("سيُفتح المعبر في غضون ثلاثة أسابيع.", (3, "week", None)),
        ("ستقدم تقريرها خلال شهرين من المحادثات.", (2, "month", "talks")),
    ],
    "ckb": [
        ("هێزەکان لە ماوەی ٤٥ ڕۆژدا دوای واژۆکردنی ڕێککەوتنەکە بنکەکە جێدەهێڵن.", (45, "day", "signing")),
        ("دەروازەکە لەماوەی سێ هەفتەدا دەکرێتەوە.", (3, "week", None)),
    ],
    "kmr": [
        ("Hêz dê di nava 45 rojan de piştî îmzekirina peymanê ji binkeyê derkevin.", (45, "day", "signing")),
        ("Derî dê di nav sê hefteyan de vebe.", (3, "week", None)),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, text, expected) for language, cases in LENGTHS.items() for text, expected in cases],
)
def test_a_length_is_found_with_what_it_runs_from(
    language: str, text: str, expected: tuple[int, str, str | None]
) -> None:
    found = find_length(text, language)
    assert found is not None
    assert (found.number, found.unit, found.anchor) == expected
    assert text[slice(*found.span)].strip() == text[slice(*found.span)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met in 2025 and will meet again in the coming months."),
        ("en", "It will be done in the year 2026."),
        ("fa", "در ماه‌های آینده رایزنی خواهند کرد."),
        ("ar", "سيواصلون المشاورات خلال الأشهر المقبلة."),
        ("ckb", "لە مانگەکانی داهاتوودا بەردەوام دەبن."),
        ("kmr", "Ew ê di mehên pêş de bidomînin."),
        ("und", "within 60 days"),
    ],
)
def test_what_has_no_number_is_no_length(language: str, text: str) -> None:
    assert find_length(text, language) is None


@pytest.mark.parametrize(
    ("unit", "last"),
    [("day", "2026-02-02"), ("week", "2026-02-14"), ("month", "2026-03-31"), ("year", "2028-01-31")],
)
def test_a_length_leads_to_a_day(unit: str, last: str) -> None:
    length = Length(2, unit, None, (0, 1))  # type: ignore[arg-type]
    assert length.after(datetime.date(2026, 1, 31)).isoformat() == last


@given(st.text(max_size=80), st.sampled_from(languages.codes()))
def test_any_text_can_be_searched(text: str, language: str) -> None:
    found = find_length(f"within {text}", language)
    assert found is None or found.number > 0
