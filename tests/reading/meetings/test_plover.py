"""Meetings in PLOVER terms follow the manual's rules."""

from __future__ import annotations

import pytest

from peyman.reading.meetings.plover import plover_of


@pytest.mark.parametrize(
    ("kind", "status", "parties", "mediated", "event", "mode"),
    [
        ("meeting", "planned", 2, False, "AGREE", None),
        ("visit", "postponed", 2, False, "AGREE", None),
        ("talks", "cancelled", 2, False, "REJECT", "meet"),
        ("talks", "denied", 2, False, "REJECT", "meet"),
        ("signing", "held", 2, False, "SUPPORT", None),
        ("call", "held", 2, False, "CONSULT", "phone"),
        ("visit", "held", 2, False, "CONSULT", "visit"),
        ("conference", "held", 5, False, "CONSULT", "multilateral"),
        ("talks", "held", 3, True, "CONSULT", "third-party"),
        ("consultation", "held", 2, False, "CONSULT", None),
    ],
)
def test_event_and_mode(kind: str, status: str, parties: int, mediated: bool, event: str, mode: str | None) -> None:
    coded = plover_of(kind, status, parties, mediated)
    assert (coded.event, coded.mode) == (event, mode)
