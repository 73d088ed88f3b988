"""Headlines of what is to come, verbs that were not done, what somebody is urged to, and journeys ahead of talks."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text

PUBLISHED = "2026-01-14"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan foreign minister to receive Ghanaian envoy on Friday", "meeting"),
        ("Kenyan Foreign Minister Tefera Moyo to hold talks with Ghana's Lusa Banda on Friday", "talks"),
        ("Kenya's president to have a phone call with Ghana's president on Friday", "call"),
        ("Kenyan Foreign Minister Tefera Moyo is scheduled to discuss trade with Ghana's minister on Friday.", "talks"),
    ],
)
def test_an_infinitive_behind_whoever_is_to_meet_tells_of_what_is_to_come(text: str, kind: str) -> None:
    meeting = only_meeting(read_text(text, language="en", published=PUBLISHED))
    assert (meeting.kind, meeting.status, meeting.date) == (kind, "planned", "2026-01-16")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan foreign minister has not hosted the Ghanaian ambassador, the ministry said.",
        "The Kenyan foreign minister did not sit down with the Ghanaian ambassador, the ministry said.",
        "The Kenyan foreign minister has yet to hold a phone call with the Ghanaian foreign minister.",
        "The Kenyan president had never conferred with the president of Ghana.",
    ],
)
def test_what_was_not_done_is_not_held(text: str) -> None:
    assert {m.status for m in read_text(text, language="en", published=PUBLISHED).meetings} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts urged Kenyan Foreign Minister Tefera Moyo to meet Ghanaian Foreign Minister Lusa Banda.",
        "The bishops asked the Kenyan president to hold talks with the president of Ghana.",
    ],
)
def test_what_somebody_is_urged_to_do_is_no_encounter(text: str) -> None:
    assert read_text(text, language="en", published=PUBLISHED).meetings == []


def test_whoever_is_on_a_journey_ahead_of_talks_has_arrived() -> None:
    text = "Kenya's foreign minister arrived in Accra on Tuesday ahead of talks with Ghana's president on Thursday."
    told = [(m.kind, m.status, m.date) for m in read_text(text, language="en", published=PUBLISHED).meetings]
    assert told == [("visit", "held", "2026-01-13"), ("talks", "planned", "2026-01-15")]


@pytest.mark.parametrize("aim", ["to meet Ghana's president", "to resume the talks", "ahead of the summit"])
def test_what_is_to_come_says_nothing_of_the_day_of_the_verb_before_it(aim: str) -> None:
    reading = read_text(
        f"Kenya's foreign minister travelled to Accra on Monday {aim}.", language="en", published=PUBLISHED
    )
    assert [date.edtf for date in reading.dates] == ["2026-01-12"]
