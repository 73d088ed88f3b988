"""What is odd about a text is said, and what is usual is not."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.reading.reader import read_text
from peyman.text.analysis import analyse
from peyman.text.oddities import oddities, without_surrogates

SENTENCE = "The foreign ministers of the two countries met in Muscat and agreed to continue their talks."


def said(text: str) -> list[str]:
    return oddities(analyse(text, languages.load("en")))


@pytest.mark.parametrize(
    "text", ["", SENTENCE, f"Talks held\n{SENTENCE}\n\t{SENTENCE}\r\n", f"{SENTENCE} \u200f\u200c"]
)
def test_nothing_is_said_of_a_usual_text(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("odd", "about"),
    [
        ("\0\x07", "2 control characters"),
        ("\u0378", "1 character that Unicode has not assigned"),
        ("\ue000\uffff", "2 characters that Unicode has not assigned"),
        ("\ufffd\ufffd", "2 characters of the text were lost"),
        ("e" + "\u0301" * 40, "marks"),
        ("\u202e", "writing direction"),
        (f"{SENTENCE} " * 100, "one line"),
    ],
)
def test_each_oddity_is_said_once(odd: str, about: str) -> None:
    (warning,) = said(f"{SENTENCE} {odd} {SENTENCE}")
    assert about in warning


@pytest.mark.parametrize("end", ["and agreed to con", "and agreed to continue…", "and agreed to continue the ..."])
def test_a_text_that_breaks_off_is_said_to_be_cut_off(end: str) -> None:
    whole = f"Talks held\n{SENTENCE}\n{SENTENCE}\n"
    assert said(f"{whole}The foreign ministers of the two countries met in Muscat {end}") == [
        "The text seems to be cut off at its end."
    ]


def test_half_characters_are_replaced_one_for_one_and_said() -> None:
    text = f"{SENTENCE} \ud83d{SENTENCE}"
    cleaned, (warning,) = without_surrogates(text)
    assert cleaned == text.replace("\ud83d", "\ufffd")
    assert "1 half character " in warning
    reading = read_text(text, language="en", published="2024-03-05")
    assert reading.document.text == cleaned
    assert warning in reading.document.warnings
    assert "\\ud83d" not in reading.to_json()
