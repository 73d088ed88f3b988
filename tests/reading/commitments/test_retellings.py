"""An undertaking is one entry, however often a document tells it."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

DAY = "2024-06-04"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kmr",
            "Her du alî soz dan ku heta 1ê Tîrmehê reşnivîsa rêkeftinê amade bikin. Iraq û Uman li Bexdayê civiyan.",
        ),
        (
            "kmr",
            "Wezîrê Derve yê Iraqê bi hevtayê xwe yê Umanê re civiya. Iraqê soz da ku di demeke nêz de girtiyan berde.",
        ),
        ("fa", "ایران بار دیگر قول داد که زندانیان عمانی را تا پایان تیرماه آزاد کند."),
        ("en", "Kenya promised that it would release the Somali prisoners by the end of July."),
    ],
)
def test_a_promise_and_what_is_promised_are_one_undertaking(language: str, text: str) -> None:
    assert len(read_text(text, published=DAY, language=language).commitments) == 1


LEAD = "Kenya will reopen the Mandera border post for Somali lorries carrying food in July."
BETWEEN = "The road was closed in 2011. Traders in the town have asked for it ever since."


def test_what_the_lead_tells_is_not_told_again_further_down() -> None:
    body = "Kenya will reopen the Mandera border post in July for lorries carrying food, the ministry of Kenya said."
    reading = read_text(f"{LEAD}\n\n{BETWEEN}\n\n{body}", published=DAY, language="en")
    assert len(reading.commitments) == 1
    assert reading.commitments[0].evidence[0][0] < len(LEAD)


@pytest.mark.parametrize(
    "body",
    [
        "Somalia will reopen the Mandera border post for Kenyan lorries carrying food in July.",
        "Kenya will not reopen the Mandera border post for Somali lorries carrying food in August.",
        "Kenya will train Somali customs officers and pay for a bridge.",
    ],
)
def test_another_party_a_refusal_and_other_words_are_an_undertaking_of_their_own(body: str) -> None:
    reading = read_text(f"{LEAD}\n\n{BETWEEN}\n\n{body}", published=DAY, language="en")
    assert len(reading.commitments) >= 2


@pytest.mark.parametrize(
    ("again", "undertakings"),
    [
        ("Kenya and Somalia agreed to set up a contact group.", 1),
        ("Kenya and Somalia agreed to set up a customs office.", 2),
    ],
)
def test_fewer_words_that_are_all_the_same_tell_an_undertaking_again(again: str, undertakings: int) -> None:
    lead = "Kenya and Somalia agreed to set up a contact group on the trade in cattle across the border."
    reading = read_text(f"{lead}\n\n{BETWEEN}\n\n{again}", published=DAY, language="en")
    assert len(reading.commitments) == undertakings
