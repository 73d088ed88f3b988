"""What a name says of where its bearer is from."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.allegiance import name_origins
from peyman.actors.allegiance.name_origins import (
    LEAST,
    MOST,
    NameOrigins,
    origins,
    region_of,
    regions,
    sounds,
    speaks_for,
)
from peyman.actors.known import register


@pytest.mark.parametrize(
    ("name", "party", "other"),
    [
        # None of them is anybody's of whom the register knows.
        ("Nguyen Thanh Binh", "VNM", "KOR"),
        ("Park Seung-woo", "KOR", "VNM"),
        ("Levan Tsiklauridze", "GEO", "ARM"),
        ("Vahan Sargsyan", "ARM", "GEO"),
        ("Wolfgang Steinhauer", "DEU", "TUR"),
        ("Mehmet Karadağ", "TUR", "DEU"),
        ("سيف بن سلطان الكندي", "OMN", "CHN"),
        ("لي جيان وي", "CHN", "OMN"),
        ("هیروشی تاناکا", "JPN", "IRN"),
        ("سید رضا کریمی‌نژاد", "IRN", "JPN"),
        ("سێرگی ئیڤانۆڤ", "RUS", "IRQ-KRD"),
        ("هێمن هەورامی", "IRQ-KRD", "RUS"),
        ("Giorgos Papadopoulos", "GRC", "SYR-SDF"),
        ("Rojhat Botanî", "SYR-SDF", "GRC"),
    ],
)
def test_a_name_speaks_for_where_it_is_usual(name: str, party: str, other: str) -> None:
    by_name = speaks_for(origins(name), (party, other))
    assert by_name[party] > by_name[other]


def test_who_is_from_everywhere_has_no_names_of_their_own() -> None:
    assert region_of("UNO") is None
    assert speaks_for(origins("Giorgos Papadopoulos"), ["UNO"]) == {"UNO": 0.0}


def test_of_whoever_acts_for_one_of_them_a_name_speaks_against_all_but_one() -> None:
    said = origins("Giorgos Papadopoulos")
    alone = speaks_for(said, ["KOR", "VNM"], for_one=True)
    assert max(alone.values()) == 0.0
    assert speaks_for(said, ["KOR", "GRC"], for_one=True) == speaks_for(said, ["KOR", "GRC"])


def test_a_movement_has_the_names_of_its_state_and_kurds_have_theirs() -> None:
    assert region_of("HEZ") == region_of("LBN")
    assert region_of("KDP") == region_of("IRQ-KRD") != region_of("IRQ")


def test_every_state_has_one_region() -> None:
    states = {key for key, facts in register.parties().items() if facts.kind == "state" and len(key) == len("IRQ")}
    assert states
    assert {key for key in states if region_of(key) is None} == set()


def test_every_region_is_of_known_parties_and_has_been_learnt() -> None:
    known = {*register.parties(), *(body.party for body in register.bodies().values())}
    assert set(regions()) - known == set()
    assert set(regions().values()) == set(origins("Giorgos"))


@given(st.text(max_size=60))
def test_any_text_has_sounds_and_speaks_within_bounds(name: str) -> None:
    assert len(set(sounds(name))) == len(sounds(name)) >= 1
    assert all(math.isfinite(value) and LEAST <= value <= MOST for value in origins(name).values())


def test_a_model_is_read_as_it_was_written() -> None:
    weights = memoryview(bytes([32, 0, 0, 224])).cast("b")
    model = NameOrigins(("east", "west"), (0.5, 0.5), (0.0, 0.0), {"=bAb": 0, "~b": 1}, weights)
    again = NameOrigins.from_json(model.to_json())
    assert again.to_json() == model.to_json()
    said = again.said("باب")
    assert said["east"] > 0 > said["west"]


def test_a_name_of_no_known_sound_says_nothing_of_regions_alike() -> None:
    model = NameOrigins(("east", "west"), (0.5, 0.5), (0.0, 0.0), {}, memoryview(b"").cast("b"))
    assert model.said("Zz") == pytest.approx({"east": 0.0, "west": 0.0})


def test_the_shipped_model_is_found() -> None:
    assert name_origins.MODEL.exists()
