"""Words of running text are known by their stems, in every form that the language gives them."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes

FORMS = {
    "fa": {
        "پیمان": "پیمان پیمانی پیمان‌ها پیمان‌های پیمان‌هایی پیمان‌هایشان پیمان‌هاست پیمانش پیمان‌مان پیمان‌را",
        "بیانیه": "بیانیه بیانیه‌ای بیانیه‌ی بیانیهٔ بیانیهای بیانیه‌ها بیانیه‌های بیانیه‌هایی بیانیه‌اش بيانيه‌هاي",
        "وزیر": "وزیر وزیری وزیران وزیرانی وزیرشان وزیرانشان وزیرهای",
        "توافق": "توافق توافقی توافقات توافق‌ها توافقشان",
        "بزرگ": "بزرگ بزرگ‌تر بزرگترین بزرگ‌ترین‌ها بزرگتری",
        "گفت": "گفت گفتند گفته گفته‌اند گفته‌است گفتیم گفتم",
        "گوید": "گوید می‌گوید میگوید می‌گویدش",
        "اروپا": "اروپا اروپای اروپایی اروپاییان",
    },
    "ar": {
        "اجتماع": (
            "اجتماع الاجتماع والاجتماع بالاجتماع للاجتماع اجتماعات "
            "الاجتماعات اجتماعهما اجتماعاً اجتماعان الاجتماعين وباجتماعاتهم"
        ),
        "وزير": "وزير الوزير وزيرا وزيري وزيرة الوزيرة والوزيران الوزيرين وزيره لوزيرها",
        "اتفاقية": "اتفاقية الاتفاقية اتفاقيه بالإتفاقية للاتفاقية",
        "اتفاق": "اتفاق الاتفاق اتفاقا اتفاقهما اتفاقات اتفاقية والاتفاقيات فالاتفاق كالاتفاق",
        "عراق": "العراق عراقي العراقية العراقيين والعراقيون العراقيتين",
        "لجنة": "اللجنة لجنة للجنة واللجنة",
        "عقد": "عقد عقدت سعقد عقدوا عقدها",
    },
    "ckb": {
        "وەزیر": (
            "وەزیر وەزیری وەزیرێک وەزیرێکی وەزیرەکە وەزیرەکەی "
            "وەزیرەکان وەزیرەکانی وەزیران وەزیرانی وەزیرەکانیان وەزیریش وهزيرهكان"
        ),
        "هەولێر": "هەولێر هەولێری هەولێرەوە لەهەولێر لە‌هەولێردا هەولێردا هەولێریش",
        "بەغدا": "بەغدا بەغدای بەغداوە بەغدادا بەغدایە",
        "ئەمریکا": "ئەمریکا ئەمریکای ئەمریکاوە ئەمریکاش ئەمریکایی ئەمریکاییەکان ئەمریکاییەکانی",
        "کۆبوونەوە": (
            "کۆبوونەوە کۆبوونەوەی کۆبوونەوەکە کۆبوونەوەکەی "
            "کۆبوونەوەیەک کۆبوونەوەیەکی کۆبوونەوەکان کۆبوونەوەکانیان کۆبونهوهکهدا"
        ),
        "ڕێککەوتن": "ڕێککەوتن ڕێککەوتنی ڕێککەوتنێک ڕێککەوتنێکیان ڕێککەوتنەکەیان ریککەوتنەکەش ڕێککەوتنەکانیشیان",
        "ساڵ": "ساڵ ساڵی ساڵێک ساڵەی ساڵان ساڵدا",
    },
    "kmr": {
        "wezîr": "wezîr wezîrê wezîra wezîrekî wezîrên wezîran wezîrek wezirê wezîrekê",
        "civîn": "civîn civîna civînê civînên civînan civînek civîneke civînekê civîna civînekî",
        "Îraq": "Îraq Îraqê Iraqê Iraqî Îraqiyan Îraqîyên İraqê",
        "şande": "şande şandeya şandeyek şandeyeke şandeyên şandeyê",
        "peyman": "peyman peymana peymanê peymanek peymaneke peymanên peymanan",
        "kir": "kir kirin kiriye kirine kiribû kiribûn",
        "Amerîka": "Amerîka Amerîkayê Amerîkaya Amerîkayî",
        "sê": "sê",
        "hevkar": "hevkar hevkarî hevkariya hevkariyê hevkariyên hevkarîya",
        "duyem": "duyem duyemîn",
    },
    "en": {"ministry": "ministry", "talk": "talk talks Talks", "Iraq": "Iraq", "pledge": "pledge pledges"},
}

#: Words that hold a stem and are no form of it.
OTHERS = {
    "fa": {"ایران": "ویران", "سال": "ارسال", "عراق": "اغراق", "گفت": "نگفت نمی‌گفت", "شهر": "شهریار"},
    "ar": {"عمل": "معمل", "وقع": "موقع", "عقد": "انعقد تعقيد", "لبنان": "البناء"},
    "ckb": {"ساڵ": "منداڵ", "کرد": "نەکرد", "شار": "بێشار", "گەل": "جەنگەل"},
    "kmr": {"kir": "nekir nakir", "sal": "mesal", "car": "nacar", "şer": "serîf"},
    "en": {"state": "statement", "meet": "meeting", "agree": "disagrees"},
}


@pytest.mark.parametrize("code", FORMS)
def test_every_form_leads_to_its_stem(code: str) -> None:
    affixes = Affixes.of(languages.load(code))
    missed = [
        f"{form} of {stem}"
        for stem, forms in FORMS[code].items()
        for form in forms.split()
        if fold(stem) not in affixes.stems(fold(form))
    ]
    assert missed == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_only_holds_a_stem_does_not_lead_to_it(code: str) -> None:
    affixes = Affixes.of(languages.load(code))
    wrong = [
        f"{word} of {stem}"
        for stem, words in OTHERS[code].items()
        for word in words.split()
        if fold(stem) in affixes.stems(fold(word))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages.all_languages(), ids=lambda language: language.code)
def test_affixes_are_folded_and_leave_words_alone(language: languages.Language) -> None:
    affixes = Affixes.of(language)
    assert "" in affixes.prefixes
    assert "" in affixes.suffixes
    assert all(fold(affix) == affix for affix in (*affixes.prefixes, *affixes.suffixes))
    assert affixes.stems("ab") == ("ab",)
