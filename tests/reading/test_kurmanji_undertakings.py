"""Undertakings in Kurmanji: what parts a condition from what follows, whose a government is, what is turned down."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text

TALKS = "Kenya û Perû duh li Limayê civiyan. "
MINISTER = "Wezîrê Derve yê Kenyayê Daniel Mbekî"


def read(text: str, language: str = "kmr") -> Reading:
    return read_text(text, language=language, published="2026-01-14")


@pytest.mark.parametrize("conjunction", ["ger", "heke", "eger"])
@pytest.mark.parametrize("will", ["ew ê", "ew dê"])
def test_what_follows_from_a_condition_needs_no_comma(conjunction: str, will: str) -> None:
    text = f"{TALKS}{MINISTER} ragihand {conjunction} Perû vekişe {will} girtiyan berdin."
    commitment = only_commitment(read(text))
    assert (commitment.by, commitment.strength) == (["KEN"], "conditional")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kmr", f'{TALKS}"Hikûmeta me dê girtiyan berde," {MINISTER} got.'),
        ("kmr", f'{TALKS}"Welatê me dê girtiyan berde," {MINISTER} got.'),
        (
            "en",
            'Kenya and Peru met in Lima. "Our government will free the prisoners," Minister Joe Otieno of Kenya said.',
        ),
    ],
)
def test_our_government_is_that_of_whoever_speaks(language: str, text: str) -> None:
    assert only_commitment(read(text, language)).by == ["KEN"]


@pytest.mark.parametrize("verb", ["red kir", "qebûl nekir", "red dike"])
def test_a_demand_that_is_turned_down_is_refused(verb: str) -> None:
    commitment = only_commitment(read(f"{TALKS}Hikûmeta Kenyayê daxwaza Perûyê ya berdana girtiyan {verb}."))
    assert (commitment.by, commitment.polarity) == (["KEN"], "refused")


@pytest.mark.parametrize("bound", ["bi peymanê ve girêdayî ne", "li ser sozên xwe ne", "pabendî rêkeftinê ne"])
def test_whoever_is_bound_by_an_agreement_says_so_anew(bound: str) -> None:
    commitment = only_commitment(read(f'{TALKS}{MINISTER} got: "Em {bound}."'))
    assert commitment.by == ["KEN"]


def test_no_aim_begins_within_a_verb_of_promising() -> None:
    commitment = only_commitment(read(f"{TALKS}Hikûmeta Perûyê soz da ku girtiyan berde."))
    assert (commitment.by, commitment.strength) == (["PER"], "committed")


@pytest.mark.parametrize("particle", ["dê", "wê"])
def test_whoever_acts_in_a_second_clause_undertakes_what_it_tells(particle: str) -> None:
    reading = read(f"{TALKS}Kenya {particle} hêzên xwe vekişîne û Perû jî {particle} girtiyan berde.")
    assert [commitment.by for commitment in reading.commitments] == [["KEN"], ["PER"]]


@pytest.mark.parametrize("present", ["amade ne", "amade bûn"])
def test_whoever_is_present_at_a_meeting_is_ready_for_nothing(present: str) -> None:
    assert not read(f"{TALKS}Di civînê de Wezîrê Derve yê Kenyayê û Wezîrê Derve yê Perûyê {present}.").commitments


def test_whoever_meets_within_a_conference_meets_apart_from_it() -> None:
    text = "Serokê Kenyayê Daniel Mbekî di çarçoveya Konferansa Ewlehiyê ya Munihê de bi Serokê Perûyê re civiya."
    meeting = only_meeting(read(text))
    assert (meeting.kind, set(meeting.parties)) == ("meeting", {"KEN", "PER"})


def test_a_delegation_called_by_its_party_and_a_place_is_the_partys() -> None:
    meeting = only_meeting(read("Heyeta DEM Partiyê ya Îmraliyê, duh bi Serokê Giştî yê CHPê Ozgur Ozel re civiya."))
    assert set(meeting.parties) == {"DEM", "CHP"}


@pytest.mark.parametrize(
    "text",
    [
        "Wezîrê Derve yê Norwecê û berpirsên Kenyayê dê behsa rewşa koçberan bikin.",
        "Lars Holm, Wezîrê Derve yê Norwecê, got ku ew ê du rojan li Kenyayê bimîne.",
        "Hevdîtinên şanda Norwecê li Kenyayê heta roja Înê berdewam dikin.",
        "Wezîrê Derve yê Norwecê got ku Kenya li Afrîkayê dengekî giran e û her kes guh dide wê.",
    ],
)
def test_what_will_be_talked_of_a_stay_and_a_habit_are_no_undertakings(text: str) -> None:
    assert read(text).commitments == []
