"""Persian reports of agencies: who speaks in them, who acts, and what only looks like a name or a source."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def read(text: str) -> Reading:
    return read_text(text, language="fa", published="2026-01-14")


@pytest.mark.parametrize(
    "text",
    [
        "به گزارش ایسنا، بعد از آن که کنیا پیمان را ترک کرد، عمان گفت به آن پایبند است.",
        "به گزارش ایسنا، شب پیش از آغاز نشست لیما، عمان گفت به پیمان پایبند است.",
    ],
)
def test_what_an_agency_begins_with_is_nobodys_statement(text: str) -> None:
    assert [set(s.parties) for s in read(text).statements] == [{"OMN"}]


@pytest.mark.parametrize(
    "text",
    [
        "سفیر عمان در پاسخ به اظهارات نادر کاوه وزیر خارجه کنیا گفت که راه باز است.",
        "سفیر عمان در واکنش به گفته‌های وزیر خارجه کنیا نوشت که راه باز است.",
    ],
)
def test_whoever_is_answered_does_not_speak(text: str) -> None:
    assert [set(s.parties) for s in read(text).statements] == [{"OMN"}]


def test_a_state_that_confirms_something_issues_a_statement() -> None:
    reading = read("ارمنستان روز دوشنبه تأیید کرد که از مرز توافق گذشته است.")
    assert [(s.kind, s.parties) for s in reading.statements] == [("statement", ["ARM"])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ارمنستان به حسن نیت کنیا اعتماد ندارد و حسن همجواری می‌خواهد.", "حسن"),
        ("نماینده ارمنستان گفت روحیه جهادی کارمندان ستودنی است.", "روحیه"),
        ("این پیمان حسن فاعلی دارد و ارمنستان به آن نیاز دارد.", "حسن"),
    ],
)
def test_virtues_are_nobody(text: str, name: str) -> None:
    assert not [a.name for a in read(text).actors if a.kind == "person" and name in a.name]


def test_a_web_page_is_no_place() -> None:
    reading = read("به نوشته پایگاه اطلاع‌رسانی وزارت راه ارمنستان، نادر کاوه گفت مذاکره با کنیا ادامه دارد.")
    assert not [place.name for place in reading.places if "پایگاه" in place.name]


def test_the_president_of_a_republic_meets_another() -> None:
    reading = read("رئیس جمهوری ارمنستان روز شنبه در ایروان با رئیس جمهوری کنیا دیدار کرد.")
    assert set(only_meeting(reading).parties) == {"ARM", "KEN"}
    statements = read("رئیس جمهوری ارمنستان گفت که گفت‌وگو با کنیا ادامه دارد.").statements
    assert [s.parties for s in statements] == [["ARM"]]


def test_what_each_says_in_a_meeting_is_told_as_theirs() -> None:
    reading = read(
        "نادر کاوه وزیر خارجه ارمنستان روز شنبه در ایروان با رافی سرکیس وزیر خارجه کنیا دیدار کرد.\n"
        "وزیر خارجه ارمنستان در این دیدار از مواضع کنیا تشکر کرد و راه آهن تازه را مهم خواند.\n"
        "رافی سرکیس هم در این دیدار با یادآوری پیمان تجاری آن را فرصتی برای دو کشور برشمرد."
    )
    assert [s.parties for s in reading.statements] == [["ARM"], ["KEN"]]


def test_whoever_is_on_the_line_does_not_say_what_is_said() -> None:
    text = "نادر کاوه رئیس جمهور عمان شامگاه شنبه در تماس تلفنی «رافی سرکیس» رئیس جمهور کنیا با وی، اظهار کرد: باز است."
    assert [s.parties for s in read(text).statements] == [["OMN"]]


@pytest.mark.parametrize(
    "told",
    [
        "سفیر عمان گفت: این مین‌ها خطری بزرگ برای ماهیگیران ایجاد می‌کنند.",
        "دو طرف تأیید کردند که پیمان همچنان یک رکن مهم به شمار می‌آید.",
        "کنیا هرگز نقش عمان در حمایت از خود را فراموش نمی‌کند.",
        "جامعه بین‌المللی برای فشار بر کنیا با هدف صلح به اجماع رسیده است.",
    ],
)
def test_what_something_is_or_comes_to_is_no_undertaking(told: str) -> None:
    text = "وزیر خارجه کنیا روز شنبه با وزیر خارجه عمان در مسقط درباره پیمان مرزی دیدار کرد.\n" + told
    assert read(text).commitments == []


def test_a_delegation_that_comes_to_a_town_nobody_knows_is_not_at_home() -> None:
    text = "هیأت پرو دیروز وارد کارمالو شد و با وزیر راه کنیا دیدار کرد.\nکنیا و پرو راه‌آهن می‌سازند."
    assert any(m.kind == "visit" for m in read(text).meetings)


@pytest.mark.parametrize(
    "text",
    [
        "شبکه الجزیره با یادآوری اینکه کنیا راهی نمی‌یابد در یادداشتی نوشت که عمان خشمگین است.",
        "خبرگزاری رویترز با بیان اینکه کنیا از پیمان خارج شده است، گزارش داد که عمان نگران است.",
        "روزنامه شرق با اشاره به سفر وزیر خارجه عمان نوشت که کنیا خشمگین است.",
    ],
)
def test_whoever_an_outlet_notes_in_passing_says_nothing(text: str) -> None:
    assert [s.parties for s in read(text).statements if s.kind != "report"] == []


def test_what_is_said_at_a_conference_of_nobody_else_is_said_to_the_press() -> None:
    reading = read("سخنگوی وزارت خارجه ارمنستان صبح سه‌شنبه در کنفرانسی مدعی شد کنیا باید به پیمان پایبند بماند.")
    assert reading.meetings == []
    assert [(s.kind, s.parties) for s in reading.statements] == [("press-conference", ["ARM"])]


def test_waters_are_no_town_and_a_school_of_islam_is_nobody() -> None:
    reading = read("اگر کنیا به آب‌ها و جزیره‌های ارمنستان نزدیک شود، اسلام ناب محمدی پاسخ می‌دهد.")
    assert [place.name for place in reading.places] == []
    assert [a.name for a in reading.actors if a.kind == "person"] == []
