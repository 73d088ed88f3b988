"""What is refused until or without something is undertaken on a condition; a date behind such a word is none."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.model import Reading
from peyman.reading.reader import read_text


def read(language: str, text: str) -> Reading:
    return read_text(text, source="x", published="2024-06-04", language=language)


@pytest.mark.parametrize(
    ("language", "text", "condition"),
    [
        (
            "en",
            "The Kenyan government said it will not reopen the border post until Somalia withdraws its troops.",
            "until Somalia withdraws its troops",
        ),
        ("ar", "قالت الحكومة العراقية إنها لن توقع الاتفاق قبل انسحاب القوات التركية.", "قبل انسحاب القوات التركية"),
        (
            "ckb",
            "وەزارەتی دەرەوەی عێراق گوتی، تا هێزەکانی تورکیا نەکشێنەوە، عێراق ڕێککەوتنەکە واژوو ناکات.",
            "تا هێزەکانی تورکیا نەکشێنەوە",
        ),
        (
            "kmr",
            "Wezareta Derve ya Iraqê got, heta hêzên Tirkiyê venekişin, Iraq dê peymanê îmze neke.",
            "heta hêzên Tirkiyê venekişin",
        ),
    ],
)
def test_a_refusal_until_something_is_conditional(language: str, text: str, condition: str) -> None:
    commitment = only_commitment(read(language, text))
    assert (commitment.polarity, commitment.strength) == ("refused", "conditional")
    assert commitment.condition is not None
    assert text[slice(*commitment.condition)] == condition


def test_a_refusal_without_something_is_conditional_in_persian() -> None:
    text = "وزارت خارجه ایران اعلام کرد ایران بدون تضمین آمریکا به میز مذاکره باز نخواهد گشت."
    assert only_commitment(read("fa", text)).strength == "conditional"


def test_what_is_promised_until_something_is_no_condition() -> None:
    text = "The Kenyan government said it will keep its troops in Somalia until the elections are over."
    assert [c for c in read("en", text).commitments if c.strength == "conditional"] == []


@pytest.mark.parametrize(
    "words", ["send troops to Somalia before September 2024", "withdraw its troops from Somalia until September 2024"]
)
def test_a_date_behind_until_is_no_condition(words: str) -> None:
    text = f"Kenya and Somalia met on Monday in Nairobi. The Kenyan government said it will not {words}."
    commitment = only_commitment(read("en", text))
    assert (commitment.polarity, commitment.condition) == ("refused", None)
