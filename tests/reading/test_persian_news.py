"""Persian news: what is said, undertaken and met there, and what only sounds like it."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def read(text: str) -> Reading:
    return read_text(text, language="fa", published="2026-01-14")


@pytest.mark.parametrize(
    "text",
    [
        "سخنگوی دولت گفت: ارمنستان حق دارد بخشی از وعده‌هایش را عملی نکند.",
        "سخنگوی دولت گفت: دلیل این تصمیم عدم پایبندی ارمنستان به توافق است.",
        "نماینده کنیا گفت: از ارمنستان می‌خواهیم پیمان را نگه دارد.",
        "نماینده کنیا گفت: خواهیم دید چه می‌شود.",
        "آژانس بین‌المللی انرژی اتمی بالا رفتن انبار ارمنستان از مرز توافق را تأیید می‌کند.",
        "ارمنستان با کاهش تعهدات خود راه گفت‌وگو را نبسته است.",
    ],
)
def test_rights_failures_and_requests_are_no_undertakings(text: str) -> None:
    assert read(text).commitments == []


def test_what_a_government_will_do_is_one_beside_what_others_fail_to_do() -> None:
    reading = read("ارمنستان متعهد شد با وجود عدم پایبندی کنیا به توافق، مرز را باز نگه دارد.")
    assert [c.by for c in reading.commitments] == [["ARM"]]


@pytest.mark.parametrize(
    "text",
    [
        "این سند پس از تصمیم‌های ارمنستان به وجود آمده است.",
        "در نشست از پیش اعلام شده مدیر بنادر ارمنستان پرونده‌ها را بررسی کرد.",
        "مقامات ارمنستان می‌دانند که این راه دشوار است.",
    ],
)
def test_what_came_about_or_is_known_is_said_by_nobody(text: str) -> None:
    assert read(text).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "تحریم‌ها نمی‌تواند بر اراده مردم ارمنستان برای مذاکره با کنیا تأثیر بگذارد.",
        "تمایل ارمنستان برای مذاکره با کنیا تازه است، زیرا این کشور از توافق بیرون آمد.",
        "به گفته وزیر خارجه ارمنستان درهای ایروان برای گفت‌وگو با کنیا باز خواهد ماند.",
    ],
)
def test_whoever_is_willing_to_negotiate_does_not_negotiate_yet(text: str) -> None:
    assert read(text).meetings == []


def test_whoever_came_for_talks_is_there() -> None:
    assert read("وزیر خارجه ارمنستان برای گفت‌وگو با همتای کنیایی خود به نایروبی سفر کرد.").meetings


def test_what_is_said_is_nobodys_statement() -> None:
    reading = read_text(
        "سخنگوی دولت کنیا استعفا کرده و گفته می‌شود عمان ناراضی است.", language="fa", published="2026-01-14"
    )
    assert not reading.statements
