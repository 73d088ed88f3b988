"""What ministries say of a call or a visit of their own in English: short lines, one after the other, about two."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str) -> Reading:
    return read_text(text, language="en", published="2024-05-04")


@pytest.mark.parametrize(
    "coming", ["takes the chair of the Council in 2025", "gets ready for elections on 3 June 2025"]
)
def test_a_day_to_come_is_not_that_of_what_was_discussed(coming: str) -> None:
    reading = _read(
        "Kenyan Foreign Minister Abel Kamau met Peruvian Foreign Minister Rosa Lima in Nairobi today."
        f" The ministers also discussed trade as Peru {coming}."
    )
    assert [m.date for m in reading.meetings] == ["2024-05-04"]


@pytest.mark.parametrize(
    ("adjective", "party"),
    [("Ivoirian", "CIV"), ("Salvadorean", "SLV"), ("Seychellois", "SYC"), ("Saint Lucian", "LCA"), ("Nauruan", "NRU")],
)
def test_the_ways_in_which_ministries_write_a_nationality_are_known(adjective: str, party: str) -> None:
    reading = _read(
        f"Kenyan Foreign Minister Abel Kamau met {adjective} Prime Minister Rosa Lima. They condemned Russia's attack."
    )
    assert [m.parties for m in reading.meetings] == [["KEN", party]]


@pytest.mark.parametrize("words", ["plans to speak to", "would also speak to", "is expected to talk to"])
def test_who_is_to_speak_to_somebody_makes_a_call_that_is_planned(words: str) -> None:
    reading = _read(f"Kenyan President Abel Kamau {words} Peruvian President Rosa Lima on Monday.")
    assert [(m.kind, m.status) for m in reading.meetings] == [("call", "planned")]
    assert _read(f"Kenyan President Abel Kamau {words} reporters in Peru on Monday.").meetings == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan Foreign Minister Abel Kamau discussed the security of NATO allies.",
        "Kenyan Foreign Minister Abel Kamau reaffirmed the security of NATO allies and discussed plans on Monday.",
        "Kenyan Foreign Minister Abel Kamau attends meetings and briefings at the ministry, and thanks Iraq.",
        "Kenyan Foreign Minister Abel Kamau remains open to dialogue with Peru.",
        "Kenyan Foreign Minister Abel Kamau reaffirmed openness to diplomacy and dialogue with Peru.",
        "Kenya supports dialogue between Peru and Ghana.",
    ],
)
def test_who_is_only_spoken_of_or_may_be_spoken_to_has_not_been_met(sentence: str) -> None:
    assert _read(sentence).meetings == []


def test_whom_a_minister_discusses_something_with_is_met() -> None:
    reading = _read("Kenyan Foreign Minister Abel Kamau discussed the crisis in Peru with the European Union.")
    assert [m.parties for m in reading.meetings] == [["KEN", "EUR"]]
