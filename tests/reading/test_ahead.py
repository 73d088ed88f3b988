"""What is put off has the date to which it is; what is only agreed on, offered or wished for is still to come."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


def _told(language: str, text: str) -> tuple[str, str | None]:
    meeting = only_meeting(read_text(text, language=language, published="2025-11-07"))
    return meeting.status, meeting.date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The visit of the Lebanese minister to Syria, scheduled for Wednesday, was postponed."),
        ("ar", "أُرجئت زيارة وزير الدفاع اللبناني إلى سوريا، التي كانت مقررة يوم الأربعاء الماضي، بطلب من دمشق."),
        ("fa", "سفر وزیر دفاع لبنان به سوریه که قرار بود روز چهارشنبه انجام شود به تعویق افتاد."),
        ("ckb", "سەردانی وەزیری بەرگریی لوبنان بۆ سووریا کە بڕیار بوو چوارشەممە بکرێت دواخرا."),
        (
            "kmr",
            "Serdana wezîrê parastinê yê Libnanê ya Sûriyeyê ku ji bo roja Çarşemê hatibû plankirin, hat paşxistin.",
        ),
    ],
)
def test_the_day_for_which_something_was_planned_is_not_its_date_once_it_is_put_off(language: str, text: str) -> None:
    assert _told(language, text) == ("postponed", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The meeting of the Iraqi and Turkish ministers, scheduled for Wednesday, was postponed until 20 November.",
        ),
        ("ar", "تأجل الاجتماع الوزاري بين إيران والعراق، الذي كان مقررا الأربعاء، إلى 20 تشرين الثاني."),
        ("fa", "نشست وزیران ایران و عراق که قرار بود چهارشنبه برگزار شود به ۲۹ آبان موکول شد."),
        ("ckb", "کۆبوونەوەی وەزیرانی ئێران و عێراق دواخرا بۆ ٢٠ی تشرینی دووەم."),
        ("kmr", "Civîna wezîrên Iraq û Tirkiyeyê ji bo 20ê Mijdarê hat paşxistin."),
    ],
)
def test_the_day_to_which_something_is_put_off_is_its_date(language: str, text: str) -> None:
    assert _told(language, text) == ("postponed", "2025-11-20")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sudan declares its readiness to continue discussions with the United States in Cairo."),
        ("ar", "أعلن السودان استعداده لمواصلة المحادثات مع الولايات المتحدة في القاهرة."),
        ("fa", "سودان خواهان گفت‌وگو با آمریکا در قاهره است."),
    ],
)
def test_what_is_only_wished_for_is_still_to_come(language: str, text: str) -> None:
    statuses = {meeting.status for meeting in read_text(text, language=language, published="2025-11-07").meetings}
    assert statuses <= {"planned"}


def test_what_was_agreed_on_is_planned_and_what_took_place_before_is_not() -> None:
    text = "Turkey and Armenia held talks in Vienna on 5 May 2025. Turkey and Armenia agreed to hold military talks."
    statuses = {meeting.status for meeting in read_text(text, language="en", published="2025-11-07").meetings}
    assert statuses == {"held", "planned"}
