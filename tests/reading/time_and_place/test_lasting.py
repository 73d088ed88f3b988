"""An encounter of several days is dated on all of them where the text names only its first or its last."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


def _date(language: str, text: str) -> str | None:
    return only_meeting(read_text(text, language=language, published="2025-11-07")).date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The foreign ministers of Jordan and Iraq concluded two days of talks in Amman on Thursday."),
        ("en", "Iran and Oman ended their two-day consultations in Muscat on Thursday."),
        ("ar", "اختتم وفدان من مصر وتركيا، الخميس، مشاورات استمرت يومين في القاهرة."),
        ("fa", "نشست دو روزه ایران و عراق پنجشنبه در بغداد پایان یافت."),
        ("kmr", "Civîna du rojî ya navbera Tirkiye û Iraqê duh li Bexdayê bi dawî bû."),
        ("ckb", "دوای دوو ڕۆژ دانوستان لە نێوان ئێران و عێراق، کۆبوونەوەکە دوێنێ لە بەغدا کۆتایی هات."),
    ],
)
def test_the_day_that_ends_an_encounter_is_its_last(language: str, text: str) -> None:
    assert _date(language, text) == "2025-11-05/2025-11-06"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A delegation of the Italian parliament will travel to Iraq on Sunday for a three-day visit."),
        ("ar", "يتوجه وفد من البرلمان الإيطالي إلى العراق، الأحد المقبل، في زيارة تستغرق ثلاثة أيام."),
    ],
)
def test_the_day_on_which_a_planned_visit_begins_is_its_first(language: str, text: str) -> None:
    assert _date(language, text) == "2025-11-09/2025-11-11"


def test_what_has_begun_is_dated_on_the_days_that_are_over() -> None:
    begun = "President Aliyev of Azerbaijan arrived in Türkiye on {} for a three-day visit."
    assert _date("en", begun.format("Friday")) == "2025-11-07"
    assert _date("en", begun.format("Monday")) == "2025-11-03/2025-11-05"


@pytest.mark.parametrize(
    "text",
    [
        "The Iraqi minister met his Turkish counterpart two days after the talks, on Thursday.",
        "The Iraqi minister met his Turkish counterpart on Thursday and ended a four-day truce.",
        "On a three-day visit that ended in silence, the Iraqi minister met his Turkish counterpart on Thursday.",
    ],
)
def test_a_length_of_something_else_is_no_length_of_the_meeting(text: str) -> None:
    meetings = read_text(text, language="en", published="2025-11-07").meetings
    assert "2025-11-06" in [meeting.date for meeting in meetings]
