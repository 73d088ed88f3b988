"""What language the letters of a town's name tell, and which towns are taken."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "training"


@pytest.fixture(scope="module")
def register_towns() -> ModuleType:
    sys.path.insert(0, str(TRAINING))
    try:
        return importlib.import_module("register_towns")
    finally:
        sys.path.remove(str(TRAINING))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("سوق أهراس", {"ar"}),
        ("سالونیکی", {"fa"}),
        ("سۆفیا", {"ckb"}),
        ("لندن", {"fa", "ar"}),
        ("برازاول كی", set()),  # letters of two languages
        ("Annaba", set()),
        ("قم", set()),  # too short
    ],
)
def test_letters_tell_the_language_of_a_name(register_towns: ModuleType, name: str, codes: set[str]) -> None:
    found = register_towns.names_by_language([name])
    assert {code for code, names in found.items() if names} == codes


def test_a_town_is_taken_by_its_people_and_left_out_where_it_is_a_word(register_towns: ModuleType) -> None:
    towns = [
        {"countrycode": "DZ", "name": "Sūq Ahrās", "population": 150_000, "alternatenames": ["سوق أهراس"]},
        {"countrycode": "FR", "name": "Limoges", "population": 140_000, "alternatenames": []},
        {"countrycode": "IR", "name": "Sanandaj", "population": 400_000, "alternatenames": []},
        {"countrycode": "CI", "name": "Water", "population": 150_000, "alternatenames": []},
    ]
    assert register_towns.rows(towns) == ["DZA\tcity\t\tSuq Ahras\t\tسوق أهراس\t\t"]
