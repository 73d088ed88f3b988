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
