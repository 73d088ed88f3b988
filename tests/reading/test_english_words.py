"""English words for encounters, beside two parties: each one tells one, of its kind."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

KENYA, OMAN = "Kenyan President Daniel Mbeki", "Oman's foreign minister"


def _told(text: str) -> list[tuple[str, frozenset[str], str | None]]:
    reading = read_text(text, language="en", published="2026-01-14")
    return [(one.kind, frozenset(one.parties), one.date) for one in reading.meetings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{KENYA} gave audience to {OMAN} on Tuesday.", "meeting"),
        ("The Omani Ambassador paid a farewell call on Kenya's President on Tuesday.", "meeting"),
        (f"The new Omani Ambassador presented his credentials to {KENYA} on Tuesday.", "meeting"),
        (f"{KENYA} played host to {OMAN} on Tuesday.", "meeting"),
        (f"{KENYA} caught up with {OMAN} on Tuesday.", "meeting"),
        (f"{OMAN} was greeted by {KENYA} in Nairobi on Tuesday.", "meeting"),
        (f"{KENYA} compared notes with {OMAN} on Tuesday.", "talks"),
        (f"{KENYA} held a telephonic conversation with {OMAN} on Tuesday.", "call"),
        (f"{KENYA} jetted off to Oman on Tuesday.", "visit"),
        (f"{KENYA} left the country for Oman on Tuesday.", "visit"),
        (f"{KENYA} undertook a working visit to Oman on Tuesday.", "visit"),
        ("Kenya and Oman clinched a deal in Muscat on Tuesday.", "signing"),
    ],
)
def test_a_word_for_an_encounter_tells_one(text: str, kind: str) -> None:
    assert _told(text) == [(kind, frozenset({"KEN", "OMN"}), "2026-01-13")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya caught up with its rivals on Tuesday.",
        "The minister compared notes with his staff on Tuesday.",
        "Kenya's exports journeyed to new heights on Tuesday.",
    ],
)
def test_the_same_words_tell_none_of_one_party_alone(text: str) -> None:
    assert _told(text) == []
