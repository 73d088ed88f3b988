"""Ordinary words that are no names, and names that were cut behind a particle."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


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
        "استقبل الوزير الآن نظيره العراقي.",
        "أكد الوزير يشار إليه في البيان أن بلاده ملتزمة.",
        "هدد أصغر عضو في البرلمان بالاستقالة.",
        "نقل عن قائد ألفا وخمسمئة جندي أن الوضع هادئ.",
        "قال وزير الإدماج والمقاولة الصغرى والشغل والكفاءات إن الحوار مستمر.",
        "أشاد السفير بإسهام الشركات في إعادة ترتيب البيت الداخلي.",
        "أعلنت 20 دولة تتعهد بتقديم العون.",
        "ثمن وزير الفلاحة والتنمية القروية والمياه وصول الحكومة إلى اتفاق.",
        "وصل الرئيس الأول لمحكمة النقض إلى القاعة.",
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


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ckb", "لە عێراق تەنها یەک ڕێگا ماوەتەوە."),
        ("ckb", "لە عێراق تاڵەبانی گوتی دۆخەکە باشە."),
        ("ckb", "لە عێراق خزمەت بۆ کۆمەڵ دەکەن و باس لە گۆڕان دەکەن و ئاو بۆ پاک کردنەوە دەبەن."),
        # However a doubtful name is spelled: "old and young", and the land of Botan.
        ("ckb", "پیرو جوان لە عێراق کۆبوونەوە و بۆتان شاخاوییە."),
        ("fa", "درگیری‌ها در جنوب سودان ادامه دارد."),
    ],
)
def test_words_that_look_like_names_of_parties_and_towns_are_neither(code: str, words: str, read: Reader) -> None:
    _, found = read(code, words)
    assert {actor.party for actor in found.actors} <= {"IRQ", "SDN"}
    assert found.places == []


def test_a_party_called_by_an_ordinary_word_is_known_where_it_is_met_or_beside_another(read: Reader) -> None:
    for words in ("مەسرور لەگەڵ گۆڕان کۆبووەوە.", "گۆڕان لەگەڵ یەکێتی کۆبووەوە."):
        assert "GORRAN" in {actor.party for actor in read("ckb", words)[1].actors}


def test_a_papal_ambassador_is_the_vaticans(read: Reader) -> None:
    _, found = read("ar", "التقى الرئيس اللبناني السفير البابوي في بيروت.")
    assert {actor.party for actor in found.actors} == {"LBN", "VAT"}
