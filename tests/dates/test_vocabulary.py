from __future__ import annotations

import pytest

from peyman import languages
from peyman.dates.calendars import CALENDARS
from peyman.dates.listed_terms import WEEKDAYS
from peyman.dates.parts import Part
from peyman.dates.vocabulary import vocabulary
from peyman.text.tokens import tokenise

CODES = languages.codes()


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_what_every_date_needs(code: str) -> None:
    table = languages.load(code).table("calendar")
    assert set(table["months"]["gregorian"]) == {str(number) for number in range(1, 13)}
    assert set(table["months"]) <= set(CALENDARS)
    assert set(table["weekdays"]) == set(WEEKDAYS)
    assert set(table["seasons"]) == {"21", "22", "23", "24"}
    assert {"day", "week", "month", "year"} <= set(table["units"])
    assert {"-1", "0", "1"} <= set(table["deictics"]["day"])
    assert table["week_starts"] in WEEKDAYS
    assert table["vague"]["future"]
    assert table["vague"]["past"]
    assert table["tense"]["future"]
    assert table["tense"]["past"]


@pytest.mark.parametrize("code", CODES)
def test_every_listed_form_is_found_again(code: str) -> None:
    words = vocabulary(languages.load(code))
    months = languages.load(code).table("calendar")["months"]
    for calendar, numbers in months.items():
        for number, forms in numbers.items():
            for form in forms:
                tokens = tokenise(form)
                found = words.find(tokens, 0, len(tokens))
                assert found is not None, form
                assert (calendar, int(number)) in found.terms["month"].value, form


def test_a_word_is_found_in_its_inflected_forms() -> None:
    words = vocabulary(languages.load("kmr"))
    for form in ("Îlon", "Îlonê", "Îlona"):
        tokens = tokenise(form)
        found = words.find(tokens, 0, 1)
        assert found is not None
        assert found.terms["month"].value == (("gregorian", 9),)


def test_a_text_that_keeps_its_marks_tells_words_apart_by_them() -> None:
    language = languages.load("kmr")
    tokens = tokenise("nîşan")
    assert vocabulary(language).find(tokens, 0, 1) is not None
    assert vocabulary(language, True).find(tokens, 0, 1) is None


def test_a_name_of_two_words_is_one_term() -> None:
    words = vocabulary(languages.load("ar"))
    tokens = tokenise("كانون الثاني المقبل")
    found = words.find(tokens, 0, len(tokens))
    assert found is not None
    assert (found.length, found.terms["month"].value) == (2, (("gregorian", 1),))


def test_a_part_says_what_it_is_by_its_kind() -> None:
    part = Part(0, 1, "weekday", weekday=4)
    assert (part.kind, part.weekday, part.day) == ("weekday", 4, None)


@pytest.mark.parametrize(
    ("code", "text", "opening"),
    [
        ("en", "3 May", ["3", "May"]),
        ("en", "of xylophones", []),
        ("ckb", "ساڵی ٢٠١٦", ["ساڵی", "٢٠١٦"]),
        ("ckb", "لە گفتوگۆکاندا", []),
        ("ckb", "بە پێی ڕاگەیەنراوەکە", []),
    ],
)
def test_a_date_can_begin_with_few_words_of_a_text(code: str, text: str, opening: list[str]) -> None:
    words, tokens = vocabulary(languages.load(code)), tokenise(text)
    found = words.openings(words.keys(tokens))
    assert [tokens[index].text for index in found] == opening


def test_a_text_without_words_has_nothing_that_a_date_begins_with() -> None:
    assert vocabulary(languages.load("en")).openings([]) == []
