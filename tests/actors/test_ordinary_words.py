"""Ordinary words that are no names, and names that were cut behind a particle."""

from __future__ import annotations

import pytest

from .conftest import Reader


def people(read: Reader, words: str) -> list[str]:
    return [a.name for a in read("ar", words)[1].actors if a.kind == "person"]


@pytest.mark.parametrize(
    "words",
    [
        "بحث وزير الري مع السفير الكيني تأهيل خزانات النهر.",
        "أكدت الوزيرة أن بلادها تحرص على علاقات حسن الجوار مع إندونيسيا.",
        "أوفدت الوزارة فريقا فنيا إلى البصرة.",
        "شهد الأسبوع في يومه الأول زحاما كبيرا في القاعات.",
        "حسم البرلمان أول مادتين في القانون.",
        "يتوجه الفريق بالشكر إلى السلطات الكينية.",
        "فاز الطلاب بجائزة أجمل ركن مطالعة في المدرسة.",
    ],
)
def test_ordinary_words_are_nobody(read: Reader, words: str) -> None:
    assert people(read, words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("اجتمع السفير جورج أبي صعب مع رئيسة البرلمان.", "جورج أبي صعب"),
        ("حضر المقابلة السيد أحمدو ولد أعلي، المستشار المكلف بالتجارة.", "أحمدو ولد أعلي"),
        ("التقى أمين مجلس الأمن القومي علي أكبر أحمديان الوزير العراقي.", "علي أكبر أحمديان"),
        ("وصل الفريق عبد الفتاح البرهان إلى القاهرة.", "عبد الفتاح البرهان"),
        ("قاد الوفد اللواء ركن سامر المصري في المحادثات.", "سامر المصري"),
        ("التقت وزيرة الدولة البنمية كارلوتا ساندوفال نظيرها اليوناني.", "كارلوتا ساندوفال"),
    ],
)
def test_names_are_read_to_their_end(read: Reader, words: str, name: str) -> None:
    assert name in people(read, words)


def test_an_adjective_of_a_state_tells_whose_a_minister_is(read: Reader) -> None:
    _, found = read("ar", "دعت اليونان إلى الاجتماع، وترأسته وزيرة الدولة البنمية كارلوتا ساندوفال.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("كارلوتا ساندوفال", "PAN")]
