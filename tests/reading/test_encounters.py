"""What makes two encounters of two tellings, and who sits at the table where a text leaves that unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peyman.reading.context import Context
from peyman.reading.course import Course
from peyman.reading.judgement import Judge
from peyman.reading.meetings import read_meetings, shipped_judges
from peyman.reading.reader import prepare, read_text
from peyman.reading.survey import survey
from peyman.sources.model import SourceDocument


def _tables(text: str, publisher: str | None = None) -> list[set[str]]:
    reading = read_text(text, language="en", published="2025-03-04", publisher=publisher)
    return [set(meeting.parties) for meeting in reading.meetings]


def _context(text: str) -> Context:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-04")
    return prepare(source).context


def test_people_of_one_party_met_in_turn_make_an_encounter_each() -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi President Abdul Latif Rashid and then Iraqi Prime Minister "
        "Mohammed Shia al-Sudani in Baghdad on Monday."
    )
    assert _tables(text) == [{"TUR", "IRQ"}, {"TUR", "IRQ"}]


def test_one_person_met_is_one_encounter_however_often_it_is_told() -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi President Abdul Latif Rashid in Baghdad on Monday.\n\n"
        "During the meeting on Monday, Fidan and Abdul Latif Rashid discussed water."
    )
    assert _tables(text) == [{"TUR", "IRQ"}]


def test_the_party_that_publishes_meets_the_only_one_that_its_page_names() -> None:
    text = (
        "The Minister of Foreign Affairs received the Ambassador of France today at the Ministry.\n\n"
        "During the meeting they discussed cooperation in education."
    )
    assert _tables(text, "Ministry of Foreign Affairs of Oman") == [{"OMN", "FRA"}]


def test_a_text_that_names_one_party_and_has_no_publisher_tells_of_no_encounter() -> None:
    assert _tables("The minister received the Ambassador of France today at the ministry.") == []


def test_a_noun_without_a_name_repeats_whoever_it_was_used_of() -> None:
    context = _context(
        "The French delegation arrived in Baghdad on Sunday. The President of Iraq gave a speech. "
        "On Monday the delegation met the President of Iraq."
    )
    found = survey(context)
    course = Course(context, found.mentions)
    mention = found.mentions[-1]
    assert set(course.echoes(mention)) == {"FRA"}
    assert course.features(mention, "IRQ")["about_last"] == 1.0
    assert course.features(mention, "FRA")["about_last"] == 0.0


@pytest.mark.parametrize("count", [1, 2, 5])
def test_chances_of_candidates_make_one_and_keep_their_order(count: int) -> None:
    judge = Judge(("x",), 0.0, (((0, 1.5, 1, 2), (-1, -1.0, 0, 0), (-1, 2.0, 0, 0)),))
    chances = judge.chances([{"x": float(n)} for n in range(count)])
    assert sum(chances) == pytest.approx(1.0)
    assert chances == sorted(chances)


def test_no_candidates_have_no_chances() -> None:
    assert Judge(("x",), 0.0, ()).chances([]) == []


@pytest.mark.parametrize(("start", "count"), [(0.2, 1), (1.5, 2)])
def test_parties_who_were_told_to_meet_meet_again_only_if_that_is_likely_or_dated(start: float, count: int) -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi Foreign Minister Fuad Hussein in Baghdad on Monday.\n\n"
        "Talks between Turkey, Iraq and Iran were held in a good spirit."
    )
    judges = replace(shipped_judges(), telling=Judge((), start, (), 0.4))
    context = _context(text)
    assert len(read_meetings(context, judges)) == count
    dated = _context(text.replace("were held", "were held on 1 March 2025"))
    assert len(read_meetings(dated, judges)) == 2


def test_teams_that_met_at_a_stadium_held_no_meeting() -> None:
    text = (
        "Ghana and Egypt met in Abidjan on Thursday in the second round of the Cup of Nations. The striker scored in "
        "the first half and the goalkeeper saved a penalty. Egypt's coach met the press after the match. The referee "
        "had sent a defender off. The two sides meet again in the league in May, the coach said at the stadium."
    )
    assert _tables(text) == []


def test_the_day_of_an_encounter_is_no_topic_of_it() -> None:
    text = "The Prime Minister of Qatar received the Omani foreign minister in Doha on Wednesday."
    reading = read_text(text, language="en", published="2025-03-04")
    (meeting,) = reading.meetings
    assert meeting.date == "2025-02-26"
    assert meeting.topics == []
