"""What is refused with a verb, and what only stands beside it in the sentence."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

#: A refusal and an undertaking in one sentence, behind an encounter: what is not to be refused.
BESIDE = {
    "en": (
        "Kenya and Somalia held talks in Nairobi on Tuesday.\n"
        "The minister said that Kenya would not leave the accord and that it would pay the fees in May.",
        "pay the fees",
    ),
    "ar": (
        "عقدت كينيا والصومال محادثات في نيروبي يوم الثلاثاء.\n"
        "وقال الوزير إن كينيا لن تنسحب من الاتفاق وإنها ستدفع الرسوم في أيار.",
        "ستدفع الرسوم",
    ),
    "fa": (
        "کنیا و سومالی روز سه‌شنبه در نایروبی گفت‌وگو کردند.\n"
        "وزیر خارجه کنیا گفت کنیا از توافق خارج نخواهد شد و هزینه‌ها را تا خرداد پرداخت خواهد کرد.",
        "هزینه‌ها را",
    ),
    "ckb": (
        "کینیا و سۆماڵ ڕۆژی سێشەممە لە نایرۆبی گفتوگۆیان کرد.\n"
        "وەزیری دەرەوەی کینیا گوتی کینیا لە ڕێککەوتنەکە ناکشێتەوە و لە مانگی ئایاردا کرێکان دەدات.",
        "کرێکان",
    ),
    "kmr": (
        "Kenya û Somalî roja Sêşemê li Nairobiyê civiyan.\n"
        "Wezîrê Derve yê Kenyayê got ku Kenya ji peymanê dernakeve û di Gulanê de dê heqan bide.",
        "heqan",
    ),
}


@pytest.mark.parametrize("language", BESIDE)
def test_what_stands_beside_a_refusal_is_not_refused(language: str) -> None:
    text, words = BESIDE[language]
    read = read_text(text, published="2024-03-05", language=language).commitments
    told = [c.polarity for c in read if words in text[slice(*c.action)]]
    assert told == ["undertaken"]


def test_a_promise_behind_what_will_not_be_accepted_is_kept_apart_from_it() -> None:
    text = (
        "Kenya and Somalia held talks in Nairobi on Tuesday.\n"
        "Kenya said it would not accept attacks on its neighbours, and that it is committed to protecting embassies."
    )
    told = {
        c.polarity: text[slice(*c.action)] for c in read_text(text, published="2024-03-05", language="en").commitments
    }
    assert "attacks" in told["refused"]
    assert "protecting" in told["undertaken"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "سفیر گفت که عراق اجازه نمی‌دهد از خاک این کشور علیه نروژ استفاده شود و متعهد شد اردوگاه‌ها را ببندد."),
        ("ar", "قال الوزير إن العراق لن يسمح باستخدام أراضيه ضد النرويج وتعهد بإغلاق المعسكرات قبل نهاية العام."),
    ],
)
def test_what_is_promised_behind_an_and_is_not_refused(language: str, text: str) -> None:
    told = read_text(text, language=language, published="2026-01-14").commitments
    assert [draft.polarity for draft in told] == ["refused", "undertaken"]
