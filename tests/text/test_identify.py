"""The five languages are told from each other and from their neighbours, damaged or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.identify import UNDETERMINED, identify

SENTENCES = {
    "fa": [
        "پدربزرگم هر روز صبح در حیاط خانه چای می‌نوشید و روزنامه می‌خواند.",
        "سفیر پس از دیدار با نخست‌وزیر گفت که توافق تازه‌ای در راه است.",
        "باران دیشب جاده‌های کوهستانی را بست.",
    ],
    "ar": [
        "كان جدي يشرب الشاي كل صباح في فناء البيت ويقرأ الصحيفة.",
        "قال السفير بعد لقائه رئيس الوزراء إن اتفاقا جديدا بات قريبا.",
        "أغلقت أمطار الليلة الماضية الطرق الجبلية.",
    ],
    "ckb": [
        "باپیرم هەموو بەیانییەک لە حەوشەی ماڵەکەدا چای دەخواردەوە و ڕۆژنامەی دەخوێندەوە.",
        "باڵیۆزەکە دوای دیداری سەرۆکوەزیران گوتی ڕێککەوتنێکی نوێ بەڕێوەیە.",
        "بارانی شەوی ڕابردوو ڕێگا شاخاوییەکانی داخست.",
    ],
    "kmr": [
        "Bapîrê min her sibe li hewşa malê çay vedixwar û rojname dixwend.",
        "Balyoz piştî hevdîtina bi serokwezîr re got ku lihevkirineke nû nêzîk e.",
        "Barana şeva borî rêyên çiyayî girtin.",
    ],
    "en": [
        "My grandfather drank his tea in the yard every morning and read the newspaper.",
        "After meeting the prime minister the ambassador said that a new agreement was near.",
        "Last night's rain closed the mountain roads.",
    ],
}
NEIGHBOURS = {
    "Urdu": "میرے دادا ہر صبح صحن میں چائے پیتے اور اخبار پڑھتے تھے۔",
    "Turkish": "Dedem her sabah avluda çayını içer ve gazetesini okurdu, sonra da işe giderdi.",
    "Azerbaijani": "Babam hər səhər həyətdə çay içər və qəzet oxuyardı, sonra işə gedərdi.",
    "South Azerbaijani": "ددم هر گون صبح حیطده چای ایچیب قزئت اوخویاردی و سونرا ایشه گئدردی.",
    "Hebrew": "סבי שתה תה בחצר כל בוקר וקרא את העיתון.",
    "French": "Mon grand-père buvait son thé dans la cour chaque matin et lisait le journal.",
    "German": "Mein Großvater trank jeden Morgen im Hof seinen Tee und las die Zeitung.",
    "Spanish": "Mi abuelo tomaba el té en el patio todas las mañanas y leía el periódico.",
    "Russian": "Мой дед каждое утро пил чай во дворе и читал газету.",
    "Azerbaijani without its marks": "Babam her seher heyetde cay icer ve qezet oxuyardi, sonra ise gederdi.",
    "Hawrami": "باپیرم گرد سەباێ جە حەوشەو یانەینە چایی ماردێ و ڕۆژنامەش وانێوە، چوون فرە وەشش ئامێ.",
    "Zazaki": "Kalikê mi her siba hewşa keyeyî de çay şimitêne û rojname wendêne, dima şîyêne karê xo.",
    "Gilaki": "می پیله پئر هر صوب خانه حياط مئن چایی خوردی ؤ روزنامه خاندی.",
    "Kurmanji in Arabic script with he": "باپیرێ من ههر سپێده ل حهوشا مالێ چای ڤهدخوار و رۆژنامه دخواند.",
    "Kurmanji in Arabic script": "باپیرێ من هەر سپێدە ل حەوشا مالێ چای ڤەدخوار و رۆژنامە دخواند.",
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts])
def test_a_sentence_is_told(code: str, text: str) -> None:
    assert identify(text).code == code


@pytest.mark.parametrize("text", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_a_language_that_is_not_read_is_undetermined(text: str) -> None:
    assert identify(text).code == UNDETERMINED


DAMAGE = [
    ("fa", str.maketrans({"\u200c": None})),
    ("fa", str.maketrans({"ی": "ي", "ک": "ك", "\u200c": " "})),
    ("ckb", str.maketrans({"ە": "ه"})),
    ("ckb", str.maketrans({"ە": "ه", "ی": "ي", "ک": "ك", "ێ": "ی", "ۆ": "و", "ڕ": "ر", "ڵ": "ل"})),
    ("kmr", str.maketrans("êîûşç", "eiusc")),
    ("ar", str.maketrans({"أ": "ا", "إ": "ا", "ة": "ه", "ي": "ى"})),
]


@pytest.mark.parametrize(("code", "damage"), DAMAGE)
def test_a_damaged_text_is_told(code: str, damage: dict[int, str]) -> None:
    assert identify(" ".join(SENTENCES[code]).translate(damage)).code == code


@pytest.mark.parametrize("text", ["", " ", "…", "12/05/2024", "؟!", "a"])
def test_what_says_nothing_is_undetermined(text: str) -> None:
    assert identify(text).code == UNDETERMINED


def test_names_in_the_other_script_do_not_mislead() -> None:
    assert identify("قال متحدث باسم United Nations Assistance Mission إن الوفد وصل أمس إلى بغداد.").code == "ar"


def test_a_long_text_is_told_as_surely_as_a_short_one() -> None:
    for code, texts in SENTENCES.items():
        told = identify(" ".join(texts) * 400)
        assert told.code == code
        assert told.confidence > 0.9


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_code_and_a_probability(text: str) -> None:
    told = identify(text)
    assert told.code in (*languages.codes(), UNDETERMINED)
    assert 0.0 <= told.confidence <= 1.0
