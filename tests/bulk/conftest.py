"""Documents for bulk reading, written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def document(number: int) -> dict[str, str]:
    day = number % 27 + 1
    return {
        "id": f"report-{number}",
        "publisher": "Muscat Daily",
        "published": f"2025-03-{day + 1:02}",
        "text": f"Delegations of Iraq and Iran met in Muscat on {day} March 2025. The two sides agreed to meet again.",
    }


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Thirty documents in JSON Lines, and one line that is none."""
    path = tmp_path / "reports.jsonl"
    rows = [json.dumps(document(number)) for number in range(30)]
    path.write_text("\n".join([*rows[:12], '{"text": ', *rows[12:]]) + "\n", encoding="utf-8")
    return path
