"""Verbs of two words, in all their tenses, and with their object between the two. All sentences are of our own."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.languages import load
from peyman.model import Reading
from peyman.reading.clauses.cues import cue_table
from peyman.reading.reader import read_text
from peyman.text.tokens import tokenise

TALKS = "Kenya û Perû duh li Limayê civiyan. "


def read(text: str, language: str = "kmr") -> Reading:
    return read_text(text, language=language, published="2026-01-14")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("biryara vekirina deriyê sînor da", True),
        ("biryara vekirina “deriyê sînor” hat dayîn", True),
        ("biryara ku doh hat dayîn", False),
        ("biryara dadgehê girîng e, alîkarî da", False),
    ],
)
def test_the_verb_that_a_noun_waits_for_stands_in_its_clause(text: str, found: bool) -> None:
    tokens = tuple(tokenise(text))
    roles = {(cue.role, cue.first) for cue in cue_table(load("kmr")).find(tokens, 0, len(tokens))}
    assert (("undertake", 0) in roles) is found


@pytest.mark.parametrize(
    "verb",
    [
        "tekîd kir", "tekîd jî kir", "bilêv kir", "ronî kir", "hişyar kir", "hûşyarî da", "agahdar kir", "wiha peyivî",
        "balê kişand ser wê yekê", "bal kişande ser wê yekê", "îddia kir", "îtîraf kir", "îlan kir",
        "wiha berdewam kir", "piştrast nekir", "amaje pê da", "diyar jî kir", "destnîşan kiribû", "teqez dike",
    ],
)  # fmt: skip
def test_whoever_does_so_says_something(verb: str) -> None:
    reading = read(f"Wezîrê Derve yê Kenyayê Daniel Mbekî {verb} ku hikûmet li ser pirsgirêkê dixebite.")
    assert [statement.parties for statement in reading.statements] == [["KEN"]]


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("soza berdana girtiyan daye", "committed"),
        ("sozê berdana girtiyan da", "committed"),
        ("sond xwar ku girtiyan berde", "committed"),
        ("biryara berdana girtiyan da", "agreed"),
        ("biryara berdana girtiyan girt", "agreed"),
        ("biryar girtiye ku girtiyan berde", "agreed"),
        ("biryar stand ku girtiyan berde", "agreed"),
    ],
)
def test_what_is_promised_or_decided_may_stand_within_the_verb(told: str, strength: str) -> None:
    commitment = only_commitment(read(f"{TALKS}Hikûmeta Kenyayê {told}."))
    assert (commitment.by, commitment.strength) == (["KEN"], strength)


@pytest.mark.parametrize("verb", ["veqetand", "terxan kir"])
def test_what_is_set_aside_for_somebody_is_undertaken(verb: str) -> None:
    commitment = only_commitment(read(f"{TALKS}Hikûmeta Kenyayê 100 milyon dolar ji bo penaberan {verb}."))
    assert commitment.by == ["KEN"]


def test_the_pronoun_with_the_particle_of_the_future_is_whoever_speaks() -> None:
    commitment = only_commitment(read(f'{TALKS}"Emê girtiyan berdin," Wezîrê Derve yê Kenyayê Daniel Mbekî got.'))
    assert commitment.by == ["KEN"]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("telefon Serokwezîrê Perûyê Milan Joviç kir", "call"),
        ("têkilî bi Serokwezîrê Perûyê Milan Joviç re danî", "call"),
        ("peywendî bi Serokwezîrê Perûyê Milan Joviç re kir", "call"),
        ("bi Serokwezîrê Perûyê Milan Joviç re bi rêya vîdeokonferansê civiya", "call"),
        ("li Limayê ji aliyê Serokwezîrê Perûyê Milan Joviç ve hat mêvankirin", "meeting"),
        ("li Limayê bi Serokwezîrê Perûyê Milan Joviç re danişt", "meeting"),
    ],
)
def test_whom_somebody_calls_or_meets_may_stand_within_the_verb(told: str, kind: str) -> None:
    meeting = only_meeting(read(f"Wezîrê Derve yê Kenyayê Daniel Mbekî duh {told}."))
    assert (meeting.kind, set(meeting.parties)) == (kind, {"KEN", "PER"})


def test_whoever_is_sent_somewhere_goes_there() -> None:
    meeting = only_meeting(read("Kenyayê di meha Çileyê de şandek bo Limayê rê kir."))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("visit", "held", {"KEN", "PER"})


@pytest.mark.parametrize("comma", ['dixebitin", ', 'dixebitin," '])
def test_a_short_quotation_that_opens_a_sentence_is_what_is_said(comma: str) -> None:
    reading = read(f'{TALKS}"Em li ser pirsgirêkê {comma}Wezîrê Derve yê Kenyayê Daniel Mbekî got.')
    assert [statement.parties for statement in reading.statements] == [["KEN"]]


@pytest.mark.parametrize("call", ["bi telefonê bi", "li Limayê bi", "ligel"])
def test_whoever_speaks_with_somebody_makes_no_statement(call: str) -> None:
    reading = read(f"Wezîrê Derve yê Kenyayê Daniel Mbekî duh {call} Serokwezîrê Perûyê Milan Joviç re axivî.")
    assert not reading.statements
    assert set(only_meeting(reading).parties) == {"KEN", "PER"}


@pytest.mark.parametrize("told", ["ji rojnamevanan re axivî", "bi rojnamevanan re axivî", "di parlamentoyê de axivî"])
def test_whoever_speaks_to_the_press_does(told: str) -> None:
    reading = read(f"Serokê Kenyayê Daniel Mbekî {told} û got ku Perû cîraneke baş e.")
    assert [statement.parties for statement in reading.statements] == [["KEN"]]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("îro hat Limayê", "held"),
        ("îro gihîştibû Limayê", "held"),
        ("sibe tê Limayê", "planned"),
        ("wê sibe were Limayê", "planned"),
    ],
)
def test_a_verb_of_the_passive_right_before_a_town_tells_a_journey(told: str, status: str) -> None:
    meeting = only_meeting(read(f"Bi vexwendina Serokê Perûyê, Serokê Kenyayê Daniel Mbekî {told}."))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("visit", status, {"KEN", "PER"})
    assert meeting.place is not None


def test_a_passive_is_no_journey() -> None:
    assert not read("Serokê Kenyayê ji aliyê Perûyê ve hat rexnekirin. Peyman hat belavkirin.").meetings


@pytest.mark.parametrize(
    "told",
    [
        "Îro bi hevalê xwe Serokê Perûyê Milan Joviç re axivîm",
        "Ez îro li gel Serokê Perûyê Milan Joviç civiyam",
        "Min îro Serokê Perûyê Milan Joviç dît",
    ],
)
def test_whoever_speaks_tells_whom_they_met(told: str) -> None:
    meeting = only_meeting(read(f'Serokê Kenyayê Daniel Mbekî got: "{told}."'))
    assert (set(meeting.parties), meeting.date) == ({"KEN", "PER"}, "2026-01-14")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("ji Nairobiyê ber bi Limayê ve bi rê ket", "Lima"),
        ("berê xwe da Limayê", "Lima"),
        ("îro li Limayê ye", "Lima"),
        ("niha li Limayê ye", "Lima"),
    ],
)
def test_a_journey_is_to_where_it_leads(told: str, place: str) -> None:
    reading = read(f"Serokê Kenyayê Daniel Mbekî {told}. Ew ê bi Serokê Perûyê re bicive.")
    visits = [meeting for meeting in reading.meetings if meeting.kind == "visit"]
    assert [next(p.name for p in reading.places if p.id == visit.place)[:4] for visit in visits] == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kmr", "Wezareta Derve ya Kenyayê got, heger Perû û Kenya bicivin, ew ê sînor vekin."),
        (
            "en",
            "Kenya's foreign ministry said that if the ministers of Peru and Kenya meet, the border will be opened.",
        ),
    ],
)
def test_nobody_says_that_those_will_meet_who_open_a_border_if_they_do(language: str, text: str) -> None:
    assert not read(text, language).meetings


@pytest.mark.parametrize(
    "session", ["rûniştina xwe ya mehane kir", "civîna xwe ya salane li dar xist", "kombûna xwe çêkir"]
)
def test_a_body_that_holds_its_own_session_meets_nobody(session: str) -> None:
    text = f"Komîteya Navendî ya partiyê li Qamişloyê {session}. Komîteyê behsa têkiliyên Kenya û Perûyê kir."
    assert not read(text).meetings


def test_talks_between_two_are_told_by_the_noun_of_speaking() -> None:
    meeting = only_meeting(read("Axaftinên navbera Kenya û Perûyê di 12ê Çileya 2026an de li Limayê dest pê kirin."))
    assert (set(meeting.parties), meeting.date) == ({"KEN", "PER"}, "2026-01-12")


def test_ties_that_somebody_keeps_are_no_call() -> None:
    text = "Kargehên Îranê têkiliyek baş bi Omanê re dike."
    assert read_text(text, language="kmr", published="2026-01-14").meetings == []
