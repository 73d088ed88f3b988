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
        "Kenyan Foreign Minister Abel Kamau has meetings and briefings in Nairobi, and thanks Iraq.",
        "Kenyan Foreign Minister Abel Kamau remains open to dialogue with Peru.",
        "Kenyan Foreign Minister Abel Kamau reaffirmed openness to dialogue with Peru.",
        "Kenya supports dialogue between Peru and Ghana.",
    ],
)
def test_who_is_only_spoken_of_or_may_be_spoken_to_has_not_been_met(sentence: str) -> None:
    assert _read(sentence).meetings == []


def test_whom_a_minister_discusses_something_with_is_met() -> None:
    reading = _read("Kenyan Foreign Minister Abel Kamau discussed the crisis in Peru with the European Union.")
    assert [m.parties for m in reading.meetings] == [["KEN", "EUR"]]


def test_an_hour_before_a_line_of_a_diary_dates_what_it_tells() -> None:
    reading = read_text(
        "Public Schedule – May 15, 2024\n\nMINISTER ABEL KAMAU\n\n8:00 a.m. LOCAL Kenyan Foreign Minister Abel Kamau"
        " attends a working breakfast with Peruvian Foreign Minister Rosa Lima in Berlin, Germany.",
        language="en",
        published="2024-05-15",
    )
    assert [((m.date or "")[:10], {*m.parties}) for m in reading.meetings] == [("2024-05-15", {"KEN", "PER"})]


@pytest.mark.parametrize("ending", [".", ", on Monday.", " on Monday."])
def test_the_state_behind_a_town_says_where_it_lies_and_sits_at_no_table(ending: str) -> None:
    reading = _read(
        f"Kenyan Foreign Minister Abel Kamau takes part in a NATO ministerial meeting in Riga, Latvia{ending}"
    )
    assert [m.parties for m in reading.meetings] == [["KEN", "NATO"]]


def test_a_state_behind_a_town_that_acts_is_a_party() -> None:
    reading = _read("At talks in Riga, Latvia said on Monday it would send aid to Kenya.")
    assert [c.by for c in reading.commitments] == [["LVA"]]


def test_three_ministers_with_a_title_each_sit_at_one_table_and_on_the_sidelines_they_do_not() -> None:
    words = (
        "Kenyan Foreign Minister Abel Kamau met with Peruvian Foreign Minister Rosa Lima, Ghanaian Foreign Minister"
        " Kofi Asante, and Omani Foreign Minister Salim Harthy in Riga."
    )
    assert [set(m.parties) for m in _read(words).meetings] == [{"KEN", "PER", "GHA", "OMN"}]
    assert len(_read(f"On the sidelines of the summit, {words}").meetings) == 3


def test_letters_with_full_stops_do_not_part_a_sentence() -> None:
    reading = _read("Secretary Antony Blinken attended a U.S.-Kenya working dinner in Riga on Monday.")
    assert [m.parties for m in reading.meetings] == [["USA", "KEN"]]


def test_the_hours_of_a_diary_are_of_the_day_in_its_title() -> None:
    reading = read_text(
        "Public Schedule – May 5, 2024\n\nMINISTER ABEL KAMAU\n\n10:00 a.m. Kenyan Foreign Minister Abel Kamau meets"
        " with Peruvian Foreign Minister Rosa Lima, at the ministry.",
        language="en",
        published="2024-05-04",
    )
    assert [(m.date or "")[:10] for m in reading.meetings] == ["2024-05-05"]


@pytest.mark.parametrize(
    "words",
    ["is not ruling out", "did not rule out", "has not ruled out", "declined to rule out", "would not rule out"],
)
def test_who_does_not_rule_something_out_has_not_refused_it(words: str) -> None:
    assert _read(f"Kenyan Foreign Minister Abel Kamau {words} sending troops to Peru.").commitments == []


def test_who_rules_something_out_refuses_it() -> None:
    reading = _read("Kenyan Foreign Minister Abel Kamau ruled out sending troops to Peru.")
    assert [(c.by, c.polarity) for c in reading.commitments] == [(["KEN"], "refused")]


def test_a_truce_that_a_party_announces_is_its_undertaking_and_not_that_of_a_third_who_tells_of_it() -> None:
    assert [c.by for c in _read("Kenya announced a ceasefire with Peru.").commitments] == [["KEN"]]
    assert _read("Kenya announced a ceasefire between Peru and Ghana.").commitments == []


def test_the_evidence_of_an_encounter_begins_before_its_hour() -> None:
    words = "8:30 a.m. Kenyan Foreign Minister Abel Kamau meets with Peruvian Foreign Minister Rosa Lima in Nairobi."
    assert [words[m.evidence[0][0] :][:4] for m in _read(words).meetings] == ["8:30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If confirmed, Ambassador Rosa Lima will lead Peru's mission in Nairobi.",
        "Confirmed by the Senate, Ambassador Rosa Lima of Peru arrived in Nairobi.",
        "Abel Kamau of Kenya and Rosa Lima of Peru met for the newly announced U.S. talks.",
    ],
)
def test_a_participle_that_only_describes_says_nothing(sentence: str) -> None:
    assert _read(sentence).statements == []


@pytest.mark.parametrize(
    "held",
    ["held his introductory call yesterday", "held a lengthy call yesterday", "had his first call yesterday"],
)
def test_a_call_is_held_whatever_it_is_called(held: str) -> None:
    reading = _read(f"Kenyan Foreign Minister Abel Kamau {held} with Peruvian Foreign Minister Rosa Lima.")
    assert [(m.kind, m.date, m.parties) for m in reading.meetings] == [("call", "2024-05-03", ["KEN", "PER"])]


def test_a_call_for_something_is_no_conversation() -> None:
    assert _read("Kenyan Foreign Minister Abel Kamau repeated his call yesterday for Peru's help.").meetings == []


@pytest.mark.parametrize(
    "feeling",
    [
        "reiterated his sincere appreciation for our partnership with Peru",
        "reaffirmed both countries' condemnation of the attack and called for Oman to cease fire",
        "reiterated his deepest condolences on the death of a journalist",
        "restated deep concern over the agreement's implementation",
    ],
)
def test_a_feeling_that_is_told_again_undertakes_nothing(feeling: str) -> None:
    reading = _read(f"Kenyan Foreign Minister Abel Kamau met Peruvian Foreign Minister Rosa Lima. Mr Kamau {feeling}.")
    assert reading.commitments == []


@pytest.mark.parametrize("contact", ["stay in close contact", "remain in touch", "keep in regular contact"])
def test_whoever_stays_in_contact_visits_nobody(contact: str) -> None:
    reading = _read(
        "Kenyan Foreign Minister Abel Kamau met Peruvian Foreign Minister Rosa Lima today."
        f" Minister Kamau and Minister Lima plan to {contact}."
    )
    assert [m.kind for m in reading.meetings] == ["meeting"]


@pytest.mark.parametrize("whom", ["students and faculty at a university", "women entrepreneurs", "local artists"])
def test_whoever_is_greeted_on_a_visit_is_no_party(whom: str) -> None:
    reading = _read(
        f"Kenyan Foreign Minister Abel Kamau met Peruvian Foreign Minister Rosa Lima."
        f" The Minister will speak with {whom}."
    )
    assert [m.status for m in reading.meetings] == ["held"]
