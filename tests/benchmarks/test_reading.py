"""The measure of speed reads every document and counts it under its language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_each_language_has_a_row_and_all_have_one() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "reading.py")]
    command += ["--repetitions", "1", "--largest", "0", "--no-hard"]
    shown = subprocess.run([*command, str(ROOT / "examples")], capture_output=True, text=True, check=True).stdout
    rows = {line.split()[0]: line.split()[1] for line in shown.splitlines()[1:-1]}
    assert rows == {"ar": "1", "ckb": "1", "en": "1", "fa": "1", "kmr": "1", "all": "5"}


def test_sources_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "reading.py"), str(tmp_path / "none")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "No document could be read." in result.stderr
