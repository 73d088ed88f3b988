"""Phrases in which the name of a body or a place is another word."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("يخدم القانون الجديد الطبقة العاملة في البلاد.", "SYR:tabqa"),
        ("دعت نقابة الاتحاد الوطني للشغل إلى الإضراب.", "PUK"),
        ("يشمل الاتفاق التعاون في ميادين الطاقة والنقل.", "outlet:al-mayadeen"),
        ("يزور الوفد دولا في أمريكا اللاتينية.", "USA"),
        ("دعا البيان إلى ترسيخ مبادئ دولة القانون في البلاد.", "STATE-OF-LAW"),
        ("احتفل العمال بالعيد الأممي في الساحة.", "UNO"),
        ("عقد البلدان اجتماع مجلس التعاون رفيع المستوى بينهما.", "GCC"),
    ],
)
def test_the_phrase_is_no_name(read: Reader, words: str, key: str) -> None:
    _, found = read("ar", words)
    assert key not in {actor.key for actor in found.actors} | {place.key for place in found.places}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("وصل الوفد إلى الطبقة.", "SYR:tabqa"),
        ("قال الاتحاد الوطني إنه سيشارك في الانتخابات.", "PUK"),
        ("قال مجلس التعاون إن القمة ستعقد في الرياض.", "GCC"),
    ],
)
def test_the_name_alone_is_one(read: Reader, words: str, key: str) -> None:
    _, found = read("ar", words)
    assert key in {actor.key for actor in found.actors} | {place.key for place in found.places}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kmr", "Li Amerîkaya Başûr û Emerîkaya Latînî nexweşî belav dibe."),
        ("fa", "شرکت در آمریکای لاتین و امریکای شمالی دفتر دارد."),
        ("ckb", "کۆمپانیاکە لە ئەمریکای باشوور و ئەمەریکای لاتین کار دەکات."),
    ],
)
def test_the_americas_are_not_the_united_states(read: Reader, language: str, words: str) -> None:
    _, found = read(language, words)
    assert "USA" not in {actor.key for actor in found.actors}


def test_a_given_name_is_no_abbreviation(read: Reader) -> None:
    _, found = read("kmr", "Agît Dilxwazî li Mûşê mamostetî dikir. AGÎT di hilbijartinê de bû.")
    assert [len(actor.mentions) for actor in found.actors if actor.key == "OSCE"] == [1]


def test_an_office_with_work_in_the_singular_is_no_person(read: Reader) -> None:
    _, found = read("kmr", "Wezîrê Karê Derve yê Iraqê Rênas Botanî hat Qamişloyê.")
    assert [actor.name for actor in found.actors if actor.kind == "person"] == ["Rênas Botanî"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("وەزیرەکە گوتی هێڵی سووری ئێمە تێنەپەڕێندرا.", "SYR"),
        ("میوانەکان بەسەر فەرشی سووری هۆڵەکەدا ڕۆیشتن.", "SYR"),
        ("دوای ئەو ڕووداوە هێزەکان گەیشتنە شوێنەکە.", "outlet:rudaw"),
        ("لە ڕووداوی هاتوچۆی ئەمڕۆدا دوو کەس بریندار بوون.", "outlet:rudaw"),
        ("ئەم هەنگاوە یەکێتی خاکی وڵات دەخاتە مەترسییەوە.", "PUK"),
        ("یەکێتی سووریا بۆ هەموو لایەک گرنگە.", "PUK"),
    ],
)
def test_red_events_and_unity_are_no_names_in_sorani(read: Reader, words: str, key: str) -> None:
    _, found = read("ckb", words)
    assert key not in {actor.key for actor in found.actors}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("وەزیری سووری لە هەولێر گوتی بەردەوام دەبین.", "SYR"),
        ("هێمن بۆتانی بە ڕووداوی گوت کە ناچێت.", "outlet:rudaw"),
        ("ئەندامی یەکێتی گوتی هەڵبژاردن دەکرێت.", "PUK"),
        ("پارتی یەکێتی دیمۆکراتیک ڕاگەیەندراوێکی بڵاو کردەوە.", "PYD"),
    ],
)
def test_the_names_beside_them_are_read_still(read: Reader, words: str, key: str) -> None:
    _, found = read("ckb", words)
    assert key in {actor.key for actor in found.actors}
