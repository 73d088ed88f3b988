"""Kurmanji by grammar: tenses, negations and endings that no single report shows. All sentences are made for this."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

HAPPENED = {"held", "under-way", "planned"}


def read(text: str) -> Reading:
    return read_text(text, language="kmr", published="2026-01-14")


@pytest.mark.parametrize(
    "verb",
    [
        "hevdîtin nekir",
        "hevdîtin nekiriye",
        "hevdîtin nake",
        "hevdîtinek pêk neanî",
        "gotûbêj nekir",
        "danûstandinan nake",
        "bi telefonê neaxivî",
        "neciviya",
    ],
)
def test_an_encounter_whose_verb_is_denied_did_not_take_place(verb: str) -> None:
    reading = read(f"Serokkomarê Norwêcê bi Wezîrê Derve yê Urdunê re {verb}.")
    assert HAPPENED.isdisjoint(m.status for m in reading.meetings)


@pytest.mark.parametrize("verb", ["pêşwazî li {} nekir", "pêşwaziya {} nekir", "dê serdana {} neke"])
def test_whom_the_verb_says_was_not_met_stands_before_it(verb: str) -> None:
    reading = read(f"Serokkomarê Norwêcê {verb.format('Wezîrê Derve yê Urdunê')}.")
    assert HAPPENED.isdisjoint(m.status for m in reading.meetings)


@pytest.mark.parametrize(
    "verb",
    [
        "nehate lidarxistin",
        "nehatiye kirin",
        "nayê lidarxistin",
        "dê neyê kirin",
        "wê pêk neyê",
        "pêk nayê",
        "dest pê nekir",
        "çênebûye",
        "tune ye",
        "nîne",
        "nebû",
    ],
)
@pytest.mark.parametrize("noun", ["civîn", "hevdîtin"])
def test_an_encounter_that_is_not_held_did_not_take_place(noun: str, verb: str) -> None:
    reading = read(f"Di navbera Norwêc û Urdunê de {noun} {verb}.")
    assert HAPPENED.isdisjoint(m.status for m in reading.meetings)


def test_what_was_not_done_at_an_encounter_does_not_deny_it() -> None:
    reading = read("Wezîrê Derve yê Norwêcê duh di serdana xwe ya Bexdayê de behsa şer nekir.")
    assert "denied" not in {m.status for m in reading.meetings}


def test_whom_somebody_met_besides_was_met() -> None:
    reading = read("Serokkomarê Norwêcê duh pêşwazî li Wezîrê Derve yê Urdunê nekir û bi Serokê Kenyayê re civiya.")
    assert [set(m.parties) for m in reading.meetings if m.status == "held"] == [{"NOR", "KEN"}]


@pytest.mark.parametrize("verb", ["kom bûye", "kom bû"])
def test_having_gathered_is_an_encounter(verb: str) -> None:
    [meeting] = read(f"Serokkomarê Norwêcê duh bi Wezîrê Derve yê Urdunê re {verb}.").meetings
    assert (meeting.status, set(meeting.parties)) == ("held", {"NOR", "JOR"})


@pytest.mark.parametrize(
    "verb", ["dinivîsîne", "nivîsandibû", "daxuyandiye", "dadixuyîne", "vedibêje", "vegotibû", "bi bîr anîbû"]
)
def test_a_verb_of_saying_is_one_in_every_tense(verb: str) -> None:
    [said] = read(f"Hikûmeta Norwêcê {verb} ku rewşa herêmê aram e.").statements
    assert said.parties == ["NOR"]


@pytest.mark.parametrize("verb", ["hat nivîsîn", "hat parvekirin", "hat amajekirin"])
def test_so_is_its_passive(verb: str) -> None:
    [said] = read(f"Ji aliyê Wezareta Derve ya Norwêcê ve {verb} ku rewşa herêmê aram e.").statements
    assert said.parties == ["NOR"]


MET = "Wezîrê Derve yê Norwêcê duh bi hevtayê xwe yê Kenyayê re civiya. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Hikûmeta Norwêcê red kir ku alîkariyan bişîne.",
        "Norwêcê red kir ku deriyê sînor veke.",
        "Wezîrê Derve yê Norwêcê got ku ew ê deriyê sînor venekin.",
    ],
)
def test_what_is_refused_or_will_not_be_is_no_undertaking_kept(sentence: str) -> None:
    told = [c for c in read(MET + sentence).commitments if c.evidence[0][0] >= len(MET)]
    assert {c.polarity for c in told} == {"refused"}


def test_talks_that_nobody_held_are_denied_at_a_press_conference_of_ones_own() -> None:
    reading = read(
        "Berdevkê Wezareta Derve ya Norwêcê Kamêran Botî duh di konferansa xwe ya rojnamevanî de got ku ti danûstandin "
        "bi Urdunê re nehatine kirin."
    )
    assert [(m.status, set(m.parties)) for m in reading.meetings] == [("denied", {"NOR", "JOR"})]
    assert [s.kind for s in reading.statements] == ["press-conference"]


@pytest.mark.parametrize(
    ("words", "day"),
    [("îro danê sibê", "2026-01-14"), ("duh danê êvarê", "2026-01-13"), ("12e Tirmiha 2025an", "2025-07-12")],
)
def test_a_day_is_one_with_its_hour_and_known_without_marks(words: str, day: str) -> None:
    assert [d.edtf for d in read(f"Wezîrê Derve yê Norwêcê {words} li Cinêvê civiya.").dates] == [day]
