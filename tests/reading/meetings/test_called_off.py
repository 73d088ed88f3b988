"""What was planned is off, or put off, where the text says so of it afterwards."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_document, read_text
from peyman.sources.model import SourceDocument

PUBLISHED = "2026-01-14"


@pytest.mark.parametrize(
    ("language", "planned", "after", "status"),
    [
        (
            "en",
            "The foreign ministers of Oman and Kenya were to meet in Muscat on Friday.",
            "The meeting has been postponed.",
            "postponed",
        ),
        (
            "en",
            "The foreign ministers of Oman and Kenya are due to meet in Muscat on Friday.",
            "But the meeting was cancelled.",
            "cancelled",
        ),
        ("fa", "قرار بود وزیران خارجه عمان و کنیا روز جمعه در مسقط دیدار کنند.", "اما این دیدار لغو شد.", "cancelled"),
        (
            "ar",
            "كان من المقرر أن يلتقي وزيرا خارجية عمان وكينيا في مسقط يوم الجمعة.",
            "لكن الاجتماع تأجل.",
            "postponed",
        ),
        (
            "ckb",
            "بڕیار بوو وەزیرانی دەرەوەی عومان و کینیا ڕۆژی هەینی لە مەسقەت کۆببنەوە.",
            "بەڵام کۆبوونەوەکە هەڵوەشێنرایەوە.",
            "cancelled",
        ),
        (
            "kmr",
            "Biryar bû wezîrên derve yên Omanê û Kenyayê roja Înê li Mesqetê bicivin.",
            "Lê civîn hat betalkirin.",
            "cancelled",
        ),
    ],
)
def test_a_planned_encounter_that_is_called_off_in_the_next_sentence_is(
    language: str, planned: str, after: str, status: str
) -> None:
    meeting = only_meeting(read_text(f"{planned} {after}", language=language, published=PUBLISHED))
    assert (meeting.status, meeting.date, set(meeting.parties)) == (status, "2026-01-16", {"OMN", "KEN"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The foreign ministers of Oman and Kenya will meet in Muscat on Friday. "
            "Their previous meeting was cancelled in May.",
        ),
        ("ckb", "وەزیرانی دەرەوەی عومان و کینیا ڕۆژی هەینی لە مەسقەت کۆدەبنەوە. کۆبوونەوەی پێشوویان هەڵوەشێنرایەوە."),
    ],
)
def test_that_an_earlier_one_was_cancelled_cancels_nothing(language: str, text: str) -> None:
    reading = read_text(text, language=language, published=PUBLISHED)
    assert [one.status for one in reading.meetings if one.date == "2026-01-16"] == ["planned"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        (
            "en",
            "Ministers of Oman and Kenya were to meet on Monday, but the talks were postponed to Friday.",
            "2026-01-16",
        ),
        (
            "kmr",
            "Biryar bû wezîrên Omanê û Kenyayê duh biciviyana, lê belê civîn ji bo sibe hat paşxistin.",
            "2026-01-15",
        ),
        (
            "kmr",
            "Şandeya Omanê wê roja Duşemê bi berpirsên Kenyayê re bicivana. Civîn ji bo roja Îniyê hat taloqkirin.",
            "2026-01-16",
        ),
    ],
)
def test_what_is_put_off_to_another_day_is_one_encounter(language: str, text: str, date: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published=PUBLISHED))
    assert (meeting.status, meeting.date) == ("postponed", date)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The meeting between the presidents of Kenya and Oman was moved from January 26 to February 2."),
        ("fa", "دیدار رؤسای جمهور کنیا و عمان از ۲۶ ژانویه به ۲ فوریه موکول شد."),
        ("ar", "تأجل لقاء رئيسي كينيا وعمان من 26 يناير إلى 2 فبراير."),
        ("ckb", "کۆبوونەوەی سەرۆکانی کینیا و عومان لە ٢٦ی کانوونی دووەمەوە دواخرا بۆ ٢ی شوبات."),
        ("kmr", "Civîna serokên Kenya û Omanê ji 26ê Çileyê bo 2yê Sibatê hat paşxistin."),
    ],
)
def test_what_is_put_off_from_one_day_to_another_is_on_the_other(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published=PUBLISHED))
    assert (meeting.status, meeting.date) == ("postponed", "2026-02-02")


def test_a_conference_of_several_days_that_is_put_off_keeps_them_all() -> None:
    text = "The conference of Kenya and Oman was postponed to February 2-5."
    meeting = only_meeting(read_text(text, language="en", published=PUBLISHED))
    assert (meeting.status, meeting.date) == ("postponed", "2026-02-02/2026-02-05")


@pytest.mark.parametrize(
    "words",
    [
        "به هیچ وجه امکان مذاکره ایران با کنیا وجود ندارد.",
        "کنیا راهبردی برای گفت‌وگو با عمان ندارد.",
        "کنیا به دنبال مذاکره با عمان است.",
        "کنیایی‌ها مایل به گفت‌وگو با ایران نیستند.",
        "مذاکره ایران با کنیا در این روزها معنا ندارد.",
        "کنیا در برابر ایران سیاست فشار-مذاکره را دنبال می‌کند.",
        "کنیا در دو دوره گذشته ایران را تهدید کرد.",
    ],
)
def test_what_is_only_thought_of_talks_is_no_encounter(words: str) -> None:
    text = f"به گزارش ایسنا، {words}"
    assert not read_document(SourceDocument("0" * 64, "-", text.encode(), text, language="fa")).meetings


def test_talks_after_which_something_was_published_were_held() -> None:
    text = "به دنبال مذاکرات ایران و عمان در مسقط، دو طرف بیانیه‌ای منتشر کردند."
    meetings = read_document(SourceDocument("0" * 64, "-", text.encode(), text, language="fa")).meetings
    assert [set(meeting.parties) for meeting in meetings] == [{"IRN", "OMN"}]
