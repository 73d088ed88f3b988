"""Whoever gathers others beside whom two meet is not at their table."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "On the sidelines of the United Nations summit, the President of Qatar met the President of Mauritania.",
        ),
        ("fa", "رئیس جمهور قطر در حاشیه مجمع عمومی سازمان ملل با رئیس جمهور موریتانی دیدار کرد."),
        ("ar", "التقى رئيس قطر رئيس موريتانيا على هامش اجتماعات الجمعية العامة للأمم المتحدة."),
        ("ckb", "سەرۆکی قەتەر لە پەراوێزی کۆبوونەوەی نەتەوە یەکگرتووەکان لەگەڵ سەرۆکی مۆریتانیا کۆبووەوە."),
        ("kmr", "Li qiraxa Lûtkeya Neteweyên Yekbûyî, Serokê Qeterê bi Serokê Morîtanyayê re hevdîtin kir."),
    ],
)
def test_whose_gathering_two_meet_beside_is_no_party(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2025-03-20")
    tables = [set(meeting.parties) for meeting in reading.meetings if meeting.kind != "conference"]
    assert tables == [{"QAT", "MRT"}]


def test_a_gathering_that_is_told_first_is_not_given_the_table_of_those_who_met_beside_it() -> None:
    text = (
        "Li qiraxa Lûtkeya Neteweyên Yekbûyî, Serokê Qeterê Ferîd Rehmanov bi Serokê Morîtanyayê Milan Joviç re"
        " hevdîtin kir."
    )
    reading = read_text(text, language="kmr", published="2025-03-20")
    assert [(meeting.kind, set(meeting.parties)) for meeting in reading.meetings] == [("talks", {"QAT", "MRT"})]


def test_whom_one_met_one_after_another_beside_a_gathering_are_none_of_its_table() -> None:
    text = (
        "The foreign minister of Oman met his counterparts from Peru, Kenya and Georgia on the sidelines of the climate"
        " conference in Doha on Monday."
    )
    reading = read_text(text, language="en", published="2026-11-09")
    assert [set(meeting.parties) for meeting in reading.meetings] == [{"OMN", "PER"}, {"OMN", "KEN"}, {"OMN", "GEO"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fa",
            "وزیر خارجه قطر که برای شرکت در نشست سازمان همکاری اسلامی در آدیس‌آبابا به سر می‌برد، روز دوشنبه با وزیر"
            " خارجه گرجستان دیدار کرد.",
        ),
        (
            "en",
            "The Foreign Minister of Qatar, who is in Addis Ababa to attend a meeting of the Organisation of Islamic"
            " Cooperation, met the Foreign Minister of Georgia on Monday.",
        ),
    ],
)
def test_the_gathering_that_somebody_came_for_is_no_table_of_whom_they_met(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2026-01-14")
    assert {"QAT", "GEO"} in [set(meeting.parties) for meeting in reading.meetings]
    assert not any({"OIC", "GEO"} <= set(meeting.parties) for meeting in reading.meetings)


def test_a_gathering_attended_is_told_where_nothing_else_is() -> None:
    text = "وزیر خارجه قطر برای شرکت در نشست سه‌جانبه قطر، عمان و مصر روز دوشنبه وارد مسقط شد."
    reading = read_text(text, language="fa", published="2026-01-14")
    assert {"QAT", "OMN", "EGY"} in [set(meeting.parties) for meeting in reading.meetings]


@pytest.mark.parametrize("where", ["on the margins of", "on the sidelines of"])
def test_whose_journey_others_met_beside_sits_not_with_them(where: str) -> None:
    reading = read_text(
        "Kenyan Foreign Minister Juma Otieno met his Georgian counterpart Nino Beridze in Warsaw on Monday, "
        f"{where} President Karl Lindqvist's trip to Poland.",
        language="en",
        published="2026-01-14",
    )
    names = {a.id: a.name for a in reading.actors}
    assert {names[p.actor] for p in reading.meetings[0].participants if p.actor} == {"Juma Otieno", "Nino Beridze"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "شب پیش از برگزاری نشست شورای امنیت، نمایندگان قطر و کنیا در دوحه دیدار کردند."),
        ("fa", "پیش از نشست شورای امنیت وزرای خارجه قطر و کنیا در دوحه با یکدیگر دیدار کردند."),
        ("fa", "نمایندگان قطر و کنیا پس از نشست شورای امنیت در دوحه با یکدیگر دیدار کردند."),
        ("en", "A day before the meeting of the Security Council, envoys of Qatar and Kenya met in Doha."),
        ("ar", "قبل يوم من انعقاد اجتماع مجلس الأمن التقى ممثلو قطر وكينيا في الدوحة."),
        ("ckb", "پێش کۆبوونەوەی ئەنجومەنی ئاسایش، نوێنەرانی قەتەر و کینیا لە دەوحە کۆبوونەوە."),
        ("kmr", "Berî civîna Konseya Ewlehiyê, nûnerên Qeterê û Kenyayê li Dohayê civiyan."),
    ],
)
def test_whose_gathering_only_says_when_two_met_is_no_party(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2026-03-20")
    assert {"QAT", "KEN"} in [set(meeting.parties) for meeting in reading.meetings]


def test_after_the_meeting_is_the_one_that_was_told() -> None:
    text = "After the meeting the ministers of Qatar and Kenya held a press conference."
    reading = read_text(text, language="en", published="2026-03-20")
    assert [set(meeting.parties) for meeting in reading.meetings] == [{"QAT", "KEN"}]
