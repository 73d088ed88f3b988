"""What a thing or an event will do is undertaken by nobody; what somebody will do about it, or agrees on, is."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

DAY = "2024-06-04"
TALKS = {
    "en": "Kenya and Somalia held talks in Nairobi on Monday.",
    "ar": "عقد العراق والأردن محادثات في عمان يوم الاثنين.",
    "kmr": "Iraq û Tirkiye roja Duşemê li Bexdayê civiyan.",
}


def undertaken(language: str, sentence: str) -> int:
    """How many undertakings are read in a sentence about two parties that have met."""
    return len(read_text(f"{TALKS[language]} {sentence}", published=DAY, language=language).commitments)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The new road will make lorries of both countries faster."),
        ("en", "Naturally the repair will need some weeks."),
        ("ar", "وقال وزير الخارجية العراقي إن هذه المذكرة ستفتح باب الوقود."),
        ("kmr", "Wezîrê Derve yê Iraqê got ku ev rêya nû dê ji her du welatan re bibe nan."),
    ],
)
def test_what_a_thing_will_do_is_no_undertaking(language: str, sentence: str) -> None:
    assert undertaken(language, sentence) == 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The minister of Kenya said that Kenya will build the new road by July."),
        ("en", "The two sides agreed that the border post at Mandera will be reopened in July."),
        ("en", "The ministry of Kenya said that it will keep back 200 lorries until July."),
        ("ar", "وقال وزير الخارجية العراقي إن العراق سيرسل الوقود إلى الأردن قبل نهاية تموز."),
        ("kmr", "Wezîrê Derve yê Iraqê got ku Iraq dê heta dawiya Tîrmehê rêya nû ava bike."),
    ],
)
def test_what_somebody_will_do_or_agrees_on_is_one(language: str, sentence: str) -> None:
    assert undertaken(language, sentence) == 1


def test_what_is_only_asked_undertakes_nothing() -> None:
    text = "شاندی تاڵەبان و شاندی پاکستان کۆبوونەوە. ڕوون نییە کە ئایا تاڵەبان ئامادەیە سنوور بکاتەوە."
    assert not read_text(text, published=DAY, language="ckb").commitments


@pytest.mark.parametrize("told", ["trade would grow", "the war will end soon", "talks would go on"])
def test_what_a_thing_will_do_is_not_undertaken_by_who_says_so(told: str) -> None:
    text = f"Kenyan President Abel Kamau met Peruvian President Rosa Lima. President Kamau said {told}."
    assert read_text(text, language="en", published="2024-05-04").commitments == []


def test_what_a_state_says_that_it_will_do_is_undertaken() -> None:
    text = "In a letter to the United Nations, Kenya said it would withdraw from the treaty."
    reading = read_text(text, language="en", published="2024-05-04")
    assert [c.by for c in reading.commitments] == [["KEN"]]
    assert [s.parties for s in reading.statements] == [["KEN"]]
