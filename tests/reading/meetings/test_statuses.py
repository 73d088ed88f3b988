"""Whether an encounter took place, goes on, is to come, is put off, called off or denied; mostly as Persian says it."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


def test_a_cancelled_visit_is_a_cancelled_meeting() -> None:
    reading = read_text(
        "خبر روز\nوزیر خارجه اسپانیا سفر خود به مراکش را که قرار بود ۱۲ مارس ۲۰۲۴ انجام شود لغو کرد.",
        published="2024-03-09",
        language="fa",
    )
    assert [(m.kind, m.status) for m in reading.meetings] == [("visit", "cancelled")]
    assert set(reading.meetings[0].parties) == {"ESP", "MAR"}


def test_a_planned_round_is_planned_and_dated_ahead() -> None:
    reading = read_text(
        "پایان رایزنی‌ها\nوزیر خارجه نروژ گفت: دور دوم مذاکرات میان نروژ و کلمبیا روز ۱۲ ژوئن ۲۰۲۴ در اسلو برگزار "
        "می‌شود.",
        published="2024-05-30",
        language="fa",
    )
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date, meeting.round) == ("planned", "2024-06-12", "2")
    assert set(meeting.parties) == {"NOR", "COL"}


def test_a_visit_put_off_is_postponed() -> None:
    reading = read_text(
        "خبر روز\nسفر وزیر دفاع برزیل به پرتغال به ماه ژوئیه ۲۰۲۴ موکول شد.",
        published="2024-06-03",
        language="fa",
    )
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status) == ("visit", "postponed")
    assert set(meeting.parties) == {"BRA", "PRT"}


def test_what_there_are_no_plans_for_is_denied() -> None:
    text = "سخنگوی وزارت خارجه کنیا گفت هیچ برنامه‌ای برای دیدار با مقام‌های اتیوپی وجود ندارد."
    meeting = only_meeting(read_text(text, language="fa", published="2026-01-14"))
    assert (meeting.status, set(meeting.parties)) == ("denied", {"KEN", "ETH"})


@pytest.mark.parametrize(
    "text",
    [
        "مذاکرات کنیا و عمان در هفته‌های آینده دوباره شروع خواهد شد.",
        "گفت‌وگوهای کنیا و عمان ماه آینده از سر گرفته خواهد شد.",
        "توقع می‌رود وزیران کنیا و عمان هفته آینده ملاقات داشته باشند.",
        "رئیس‌جمهور کنیا در گفت‌وگو با خبرگزاری فرانسه از سفر هفته آینده خود به عمان خبر داد.",
    ],
)
def test_what_is_to_come_is_planned(text: str) -> None:
    meeting = only_meeting(read_text(text, language="fa", published="2026-01-14"))
    assert (meeting.status, set(meeting.parties)) == ("planned", {"KEN", "OMN"})


def test_what_was_to_be_held_and_is_called_off_is_no_undertaking() -> None:
    text = "مقامات کنیا گفتگوهای خود با تانزانیا را که بنا بود روز جمعه در آروشا انجام شود لغو کردند."
    reading = read_text(text, language="fa", published="2026-01-14")
    assert reading.commitments == []
    assert only_meeting(reading).status == "cancelled"


@pytest.mark.parametrize("words", ["is paying a four-day visit", "is currently on an official visit"])
def test_a_visit_that_is_being_paid_goes_on(words: str) -> None:
    text = f"The Kenyan parliamentary delegation {words} to Tanzania."
    meeting = only_meeting(read_text(text, language="en", published="2026-01-14"))
    assert (meeting.kind, meeting.status) == ("visit", "under-way")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "After talks with Turkish Foreign Minister Hakan Fidan in Nairobi, Kenyan President Abel Kamau said his"
            " country would join the accord.",
        ),
        (
            "en",
            "In a meeting with Turkish Foreign Minister Hakan Fidan in Nairobi, Kenyan President Abel Kamau said Kenya"
            " will join the accord.",
        ),
        (
            "ar",
            "بعد محادثات مع وزير الخارجية التركي في نيروبي، قال الرئيس الكيني أبيل كاماو إن بلاده ستنضم إلى الاتفاق.",
        ),
        ("fa", "رئیس‌جمهور کنیا پس از دیدار با وزیر خارجه ترکیه در نایروبی گفت کشورش به توافق خواهد پیوست."),
        (
            "kmr",
            "Serokê Kenyayê piştî hevdîtina bi Wezîrê Derve yê Tirkiyeyê re got ku welatê wî dê tevlî peymanê bibe.",
        ),
    ],
)
def test_talks_after_which_somebody_says_what_they_will_do_are_over(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2024-05-04")
    assert [(m.status, set(m.parties)) for m in reading.meetings] == [("held", {"KEN", "TUR"})]


def test_talks_of_which_somebody_says_that_they_will_be_held_are_to_come() -> None:
    text = "The talks between Kenya and Peru, officials said, will be held in Lima."
    assert [m.status for m in read_text(text, language="en", published="2024-05-04").meetings] == ["planned"]
