"""``peyman match``: names of people compared across scripts, with the reasons."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from peyman import cli


def test_names_in_two_scripts_are_said_to_be_one_with_the_reasons() -> None:
    result = CliRunner().invoke(cli.app, ["match", "عیسی عزیر", "Issa Ozeir", "Masoud Barzani"])
    lines = result.stdout.splitlines()
    verdicts = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert (result.exit_code, verdicts) == (0, ["same", "different", "different"])
    assert any("Ozeir" in line and "عزیر" in line for line in lines if line.startswith(" "))


def test_each_pair_is_one_json_object() -> None:
    result = CliRunner().invoke(cli.app, ["match", "--json", "Masrour Barzani", "Nêçîrvan Barzanî"])
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["names"], row["same"]) == (["Masrour Barzani", "Nêçîrvan Barzanî"], False)
    assert row["reasons"] and 0 < row["score"] < 0.82


@pytest.mark.parametrize("names", [[], ["Issa Ozeir"]])
def test_fewer_than_two_names_cannot_be_compared(names: list[str]) -> None:
    assert CliRunner().invoke(cli.app, ["match", *names]).exit_code == 2
