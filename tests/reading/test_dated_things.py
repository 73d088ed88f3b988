"""The day of a thing that a clause speaks of is not the day of the encounter."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

_CRISIS = [
    ("en", "Peru's minister met his Chilean colleague in Lima after the crisis of 2019."),
    ("fa", "وزیر خارجه پرو پس از بحران ۲۰۱۹ با همتای شیلیایی خود در لیما دیدار کرد."),
    ("ar", "التقى وزير خارجية بيرو نظيره التشيلي في ليما بعد أزمة 2019."),
    ("ckb", "وەزیرانی دەرەوەی پیرۆ و چیلی دوای قەیرانی ٢٠١٩ لە لیما کۆبوونەوە."),
    ("kmr", "Wezîrê derve yê Perûyê piştî krîza 2019an li Lîmayê bi hevtayê xwe yê Şîliyê re civiya."),
]
_ELECTIONS = [
    ("en", "Peru's minister met his Chilean colleague in Lima to discuss the elections of November 2025."),
    ("fa", "وزیر خارجه پرو با همتای شیلیایی خود در لیما درباره انتخابات نوامبر ۲۰۲۵ دیدار کرد."),
    ("ar", "التقى وزير خارجية بيرو نظيره التشيلي في ليما لبحث انتخابات نوفمبر 2025."),
    ("ckb", "وەزیرانی دەرەوەی پیرۆ و چیلی لە لیما دەربارەی هەڵبژاردنەکانی تشرینی دووەمی ٢٠٢٥ کۆبوونەوە."),
    ("kmr", "Wezîrê derve yê Perûyê li Lîmayê bi hevtayê xwe yê Şîliyê re li ser hilbijartinên Mijdara 2025an civiya."),
]
_TREATY = [
    ("en", "Peru's minister met his Chilean colleague in Lima to discuss planning for Sudan’s 2027 elections."),
    ("en", "The ministers of Peru and Chile met in Lima on the anniversary of the treaty of 4 March 1929."),
    ("fa", "وزیران پرو و شیلی به مناسبت سالگرد پیمان ۴ مارس ۱۹۲۹ در لیما دیدار کردند."),
    ("ar", "التقى وزيرا بيرو وتشيلي في ليما في إطار مذكرة التفاهم المؤرخة 4 مارس 2019."),
    ("kmr", "Wezîrên Perû û Şîliyê bi boneya salvegera peymana 4ê Adara 1929an li Lîmayê civiyan."),
]


def _told(code: str, text: str) -> list[tuple[str, str | None]]:
    return [(m.status, m.date) for m in read_text(text, language=code, published="2025-05-19").meetings]


@pytest.mark.parametrize(("code", "text"), [*_CRISIS, *_ELECTIONS, *_TREATY])
def test_the_day_of_a_crisis_or_an_election_is_not_that_of_the_encounter(code: str, text: str) -> None:
    assert _told(code, text) == [("held", None)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Peru's minister met his Chilean colleague in Lima in 2019 after the elections."),
        ("fa", "وزیر خارجه پرو پس از انتخابات در سال ۲۰۱۹ با همتای شیلیایی خود در لیما دیدار کرد."),
        ("ar", "التقى وزير خارجية بيرو نظيره التشيلي في ليما بعد الانتخابات في عام 2019."),
        (
            "kmr",
            "Wezîrê derve yê Perûyê piştî hilbijartinan di 2019an de li Lîmayê bi hevtayê xwe yê Şîliyê re civiya.",
        ),
    ],
)
def test_a_day_with_its_own_preposition_is_that_of_the_encounter(code: str, text: str) -> None:
    assert _told(code, text) == [("held", "2019")]


def test_a_noun_without_its_genitive_ending_does_not_take_the_day() -> None:
    told = _told("kmr", "Piştî hilbijartin 9ê Gulana 2025an wezîrê derve yê Perûyê bi balyozê Şîliyê re civiya.")
    assert told == [("held", "2025-05-09")]


def test_a_verb_of_holding_that_is_written_like_a_contract_takes_no_day() -> None:
    told = _told("ar", "عقد الاثنين 5 مايو 2025 اجتماع بين وزير خارجية بيرو ونظيره التشيلي في ليما.")
    assert told == [("held", "2025-05-05")]
