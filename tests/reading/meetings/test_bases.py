"""Under which agreement an encounter takes place, and under which it does not although the text names it."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings
from peyman.reading.meetings.bases import MOST, Grounds, said_to_be
from peyman.reading.meetings.entries import read_encounters
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument


def _context(text: str) -> Context:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-04")
    return prepare(source).context


def _bases(reading: Reading) -> list[list[str]]:
    names = {agreement.id: agreement.name for agreement in reading.agreements}
    return [[names[b] for b in meeting.basis] for meeting in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iraq and Türkiye held talks in Ankara on Monday under the Water Framework Agreement of 2024."),
        ("fa", "مقامات عراق و ترکیه روز دوشنبه در آنکارا بر اساس توافق چارچوب آب سال ۲۰۲۴ گفت‌وگو کردند."),
        ("ar", "أجرى العراق وتركيا محادثات في أنقرة يوم الاثنين بموجب اتفاقية المياه لعام 2024."),
        (
            "ckb",
            "وەزیرانی کینیا و عومان ڕۆژی دووشەممە لە نایرۆبی کۆبوونەوە."
            " کۆبوونەوەکە لە چوارچێوەی ڕێککەوتنی ئاوی ساڵی ٢٠٢٤ دا بوو.",
        ),
    ],
)
def test_talks_that_are_said_to_be_under_an_agreement_rest_on_it(language: str, text: str) -> None:
    (agreements,) = _bases(read_text(text, language=language, published="2025-03-04"))
    assert len(agreements) == 1


def test_an_agreement_that_was_only_a_topic_is_no_basis() -> None:
    text = (
        "Foreign Minister Hakan Fidan met Foreign Minister Fuad Hussein in Baghdad on Monday.\n\n"
        "They exchanged views on the situation in the region. Fidan also recalled the importance of the "
        "Lausanne Treaty for the history of his country."
    )
    reading = read_text(text, language="en", published="2025-03-04")
    assert [agreement.name for agreement in reading.agreements] == ["Lausanne Treaty"]
    assert _bases(reading) == [[]]


def test_only_what_a_telling_puts_right_behind_such_a_word_is_said_to_be_the_basis() -> None:
    text = "Iraq and Türkiye held talks in Ankara on Monday under the Water Framework Agreement of 2024."
    context = _context(text)
    (encounter,) = read_encounters(context)
    grounds = Grounds(context, Surroundings(context))
    (row,) = grounds.features(encounter, grounds.candidates(encounter), [encounter])
    assert said_to_be(row)
    assert not said_to_be({**row, "governed_under": 0.0})


def test_no_more_agreements_are_judged_than_the_bound_however_many_are_named() -> None:
    listed = ", ".join(
        f"the Treaty of {place}ville"
        for place in (
            "Ash",
            "Birch",
            "Cedar",
            "Elm",
            "Fir",
            "Hazel",
            "Maple",
            "Oak",
            "Pine",
            "Rowan",
            "Alder",
            "Beech",
            "Box",
            "Holly",
            "Larch",
            "Lime",
            "Plane",
            "Thorn",
            "Yew",
            "Willow",
            "Walnut",
            "Spruce",
        )
    )
    context = _context(f"Iraq and France held talks in Paris on Monday. The parties named {listed}.")
    (encounter, *_) = read_encounters(context)
    candidates = Grounds(context, Surroundings(context)).candidates(encounter)
    assert len(set(candidates)) == len(candidates) <= MOST
