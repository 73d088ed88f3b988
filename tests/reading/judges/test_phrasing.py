"""The words around an encounter are told as a row of symbols, names by what they are."""

from __future__ import annotations

from peyman.reading.judges.phrasing import Phrasing
from peyman.reading.meetings.survey import survey
from peyman.reading.reader import prepare
from peyman.sources.model import SourceDocument


def phrasing_of(text: str) -> tuple[Phrasing, list[str], list[list[str]]]:
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language="en")
    context = prepare(source).context
    mention = survey(context).mentions[0]
    phrasing = Phrasing(context)
    return phrasing, phrasing.telling(mention), phrasing.seats(mention, ["KEN", "SOM", "FRA"])


TEXT = "Kenya held talks with Somalia in Nairobi on 3 June 2024."


def test_names_dates_and_places_are_told_by_what_they_are() -> None:
    _, telling, seats = phrasing_of(TEXT)
    assert not any(
        "kenya" in f or "somalia" in f or "june" in f for f in (*telling, *(s for row in seats for s in row))
    )
    assert any("<party>" in f for f in telling)


def test_a_party_is_told_by_the_words_between_it_and_the_encounter() -> None:
    _, _, (kenya, somalia, france) = phrasing_of(TEXT)
    assert any("path=" in f and "with" in f for f in somalia)
    assert not any("path=" in f and "with" in f for f in kenya)
    assert france == ["named=0"]


def test_another_country_in_the_same_words_is_told_the_same() -> None:
    _, telling, _ = phrasing_of(TEXT)
    _, other, _ = phrasing_of("Chad held talks with Libya in Tunis on 4 May 2023.")
    assert telling == other
