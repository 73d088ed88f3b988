"""Ties told anew, refusals of two words, guests who are received, and exchanges that are no talks, in Kurmanji."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.model import Reading
from peyman.reading.reader import read_text

TALKS = "Kenya û Perû duh li Limayê civiyan. "
MINISTER = "Wezîrê Derve yê Kenyayê Daniel Mbekî"


def read(text: str) -> Reading:
    return read_text(text, language="kmr", published="2026-01-14")


@pytest.mark.parametrize("whose", ["xwe", "welatê xwe", "hikûmeta xwe"])
@pytest.mark.parametrize("verb", ["dubare kir", "tekez kir", "anî ziman"])
def test_support_that_is_told_anew_is_an_undertaking_whatever_it_is_for(whose: str, verb: str) -> None:
    commitment = only_commitment(read(f"{TALKS}{MINISTER} piştgiriya {whose} ya ji bo yekitiya axa Perûyê {verb}."))
    assert (commitment.by, commitment.class_, commitment.strength) == (["KEN"], "support", "reaffirmed")


@pytest.mark.parametrize(
    "refusal",
    [
        "li ber zextan serî natewîne",
        "di vî şerî de cih nagire",
        "di nav şerê li dijî Perûyê de cih nagire",
        "tawîzê nade Perûyê",
        "leşkerên xwe ji sînor venakişîne",
    ],
)
def test_verbs_of_two_words_refuse_too(refusal: str) -> None:
    commitment = only_commitment(read(f"{TALKS}{MINISTER} got ku welatê wî {refusal}."))
    assert (commitment.by, commitment.polarity) == (["KEN"], "refused")


def test_whoever_has_no_seat_in_a_parliament_refuses_nothing() -> None:
    assert read(f"{TALKS}Kenya di parlamentoya Afrîkayê de cih nagire.").commitments == []


@pytest.mark.parametrize("guest", ["şandeke Perûyê", "li ofîsa xwe balyozê Perûyê Pablo Rîvas"])
def test_whoever_receives_a_guest_agrees_to_nothing(guest: str) -> None:
    reading = read(f"{MINISTER} {guest} qebûl kir.")
    assert [set(m.parties) for m in reading.meetings] == [{"KEN", "PER"}]
    assert reading.commitments == []


@pytest.mark.parametrize(
    "text",
    [
        "Qebareya danûstandinên bazirganî yên Kenya û Perûyê zêde bû.",
        "Kenya û Perûyê danûstandina dîlan pêk anîn.",
    ],
)
def test_what_is_exchanged_is_no_encounter(text: str) -> None:
    assert read(text).meetings == []


def test_talks_about_captives_are_talks() -> None:
    (meeting,) = read("Kenya û Perû li Limayê dest bi danûstandinên li ser dîlan kirin.").meetings
    assert meeting.kind == "negotiation-round"


def test_an_exchange_of_captives_is_a_release() -> None:
    commitment = only_commitment(read(f"{TALKS}Kenya û Perû li ser danûstandina dîlan li hev kirin."))
    assert (set(commitment.by), commitment.class_) == ({"KEN", "PER"}, "release")


def test_a_talk_by_telephone_is_no_speech() -> None:
    reading = read("Di navbera wezîrên derve yên Kenya û Perûyê de axaftineke telefonî pêk hat.")
    assert [m.kind for m in reading.meetings] == ["call"]
    assert reading.statements == []


@pytest.mark.parametrize("verb", ["li dar xist", "pêk anî"])
def test_a_party_that_holds_its_congress_meets_nobody(verb: str) -> None:
    assert read(f"Partiya Demokrat a Kurdistanê li Hewlêrê kongreyek {verb}.").meetings == []
