"""The demonstration does the main job: five reports of one round become one meeting, told by five documents."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.fixture
def demonstration(tmp_path: Path) -> list[str]:
    """The command, with a record in a folder that is not there yet."""
    record = tmp_path / "build" / "demo.db"
    return ["sh", str(ROOT / "scripts" / "demo.sh"), str(BIN), str(ROOT / "examples"), str(record)]


def test_five_reports_in_five_languages_tell_one_meeting(demonstration: list[str]) -> None:
    shown = subprocess.run(demonstration, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "told in 5 documents" in shown
    assert "What next:" in shown


def test_it_can_be_repeated_and_begins_anew(demonstration: list[str]) -> None:
    first = subprocess.run(demonstration, capture_output=True, check=True).stdout
    assert subprocess.run(demonstration, capture_output=True, check=True).stdout == first
