"""Encounters within one party are none of parties."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenyan Prime Minister John Otieno met Kenyan Foreign Minister Abel Mwangi in Nairobi on Monday. "
            "Somalia rejected the plan.",
        ),
        (
            "fa",
            "نخست وزیر کنیا جان اوتینو روز دوشنبه در نایروبی با وزیر خارجه کنیا ابل موانگی دیدار کرد. "
            "سومالی این طرح را رد کرد.",
        ),
        (
            "ckb",
            "سەرۆکوەزیرانی کینیا جۆن ئۆتینۆ لەگەڵ وەزیری دەرەوەی کینیا ئەیبڵ موانگی کۆبووەوە. "
            "سۆماڵ پلانەکەی ڕەت کردەوە.",
        ),
        (
            "kmr",
            "Serokwezîrê Kenyayê John Otieno duh bi wezîrê derve yê Kenyayê Abel Mwangi re civiya. "
            "Somalyayê plan red kir.",
        ),
    ],
)
def test_two_of_one_state_who_meet_bring_no_parties_together(language: str, text: str) -> None:
    assert read_text(text, language=language).meetings == []


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Kenyan Prime Minister John Otieno met Kenya's envoy Abel Mwangi and Somali officials.", {"KEN", "SOM"}),
        ("kmr", "Serokwezîrê Kenyayê John Otieno bi wezîrê derve yê Somalyayê Abel Mwangi re civiya.", {"KEN", "SOM"}),
        ("kmr", "Serokwezîrê Iraqê Azad Demir bi serokê Herêma Kurdistanê Zinar Bahoz re civiya.", {"IRQ", "IRQ-KRD"}),
    ],
)
def test_an_encounter_of_two_parties_stays_one(language: str, text: str, parties: set[str]) -> None:
    assert [set(meeting.parties) for meeting in read_text(text, language=language).meetings] == [parties]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenyan Prime Minister John Otieno visited the Kenyan Interior Ministry. Somalia rejected the plan."),
        ("kmr", "Serokwezîrê Kenyayê John Otieno serdana Wezareta Navxwe ya Kenyayê kir. Somalyayê plan red kir."),
    ],
)
def test_whoever_visits_a_body_of_his_own_state_meets_no_other_party(language: str, text: str) -> None:
    assert read_text(text, language=language).meetings == []


def test_a_visit_to_a_body_of_another_state_is_an_encounter() -> None:
    text = "Serokwezîrê Kenyayê John Otieno duh serdana Wezareta Derve ya Somalyayê kir."
    assert [set(meeting.parties) for meeting in read_text(text, language="kmr").meetings] == [{"KEN", "SOM"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kmr", "Rêdûr Bahoz îro bi malbata xwe re bi telefonê axivî. Dewleta Tirk û PKK daxuyanî dan."),
        ("kmr", "Abdullah Ocalan bi parêzerên xwe re hevdîtin kir. Dewleta Tirk rê girt."),
        ("en", "Abdullah Ocalan met his lawyers on Imrali on Monday. Turkey issued a statement."),
    ],
)
def test_families_and_lawyers_of_prisoners_are_no_party(language: str, text: str) -> None:
    assert read_text(text, language=language).meetings == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Masrour Barzani li Hewlêrê ye. Omer Ocalan duh li Enqereyê axivî.", 0),
        ("Omer Ocalan duh bi Mesûd Barzanî re axivî.", 1),
        ("Omer Ocalan û Mesûd Barzanî duh li Hewlêrê axivîn.", 1),
    ],
)
def test_one_who_only_speaks_talks_with_nobody(text: str, count: int) -> None:
    assert len(read_text(text, language="kmr").meetings) == count
