"""Every entry can say what made it, and reading with reasons gives the same reading."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.explanation import Explained, read_and_explain, to_json
from peyman.reading.reader import read_document
from peyman.sources.model import SourceDocument

TEXTS = {
    "en": (
        "Kenya and Somalia agree on border posts\n"
        "The foreign ministers of Kenya and Somalia met in Nairobi on 3 June 2024. They agreed to reopen the Mandera "
        "crossing by the end of July. The Kenyan ministry said in a statement that the talks will go on in Mogadishu."
    ),
    "ar": (
        "التقى وزير الخارجية الأردني نظيره المصري في عمّان يوم 3 حزيران 2024. واتفق الجانبان على فتح معبر جديد خلال "
        "شهر. وقالت وزارة الخارجية الأردنية في بيان إن المباحثات ستتواصل في القاهرة."
    ),
    "kmr": (
        "Wezîrê Derve yê Iraqê û wezîrê derve yê Tirkiyeyê roja 3ê Hezîrana 2024an li Bexdayê civiyan. Her du aliyan "
        "li hev kirin ku di nav mehekê de deriyekî nû vekin."
    ),
}


def source(language: str) -> SourceDocument:
    text = TEXTS[language]
    return SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language=language)


@pytest.fixture(params=sorted(TEXTS), scope="module")
def explained(request: pytest.FixtureRequest) -> Explained:
    return read_and_explain(source(request.param))


def entries(reading: Reading) -> list[str]:
    kinds = (reading.dates, reading.actors, reading.places, reading.agreements)
    told = (reading.statements, reading.meetings, reading.commitments)
    return [entry.id for kind in (*kinds, *told) for entry in kind]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_reasons_change_nothing_about_the_reading(language: str) -> None:
    assert read_and_explain(source(language)).reading == read_document(source(language))


def test_every_entry_has_reasons(explained: Explained) -> None:
    assert explained.reading.meetings
    assert explained.reading.commitments
    assert set(explained.reasons) == set(entries(explained.reading))
    assert all(explained.reasons.values())


def test_a_meeting_names_its_cue_and_what_filled_each_slot(explained: Explained) -> None:
    meeting = explained.reading.meetings[0]
    reasons = explained.reasons[meeting.id]
    cue = next(r for r in reasons if r.question == "cue")
    assert cue.answer.startswith(("meeting-noun", "meeting-verb"))
    assert [r.answer for r in reasons if r.question == "party"] == meeting.parties
    assert [r.answer for r in reasons if r.question == "date"] == [meeting.date]
    assert next(r for r in reasons if r.question == "status").answer == meeting.status


def test_words_are_those_of_the_published_text(explained: Explained) -> None:
    meeting = explained.reading.meetings[0]
    [date] = [r for r in explained.reasons[meeting.id] if r.question == "date"]
    [(start, end)] = date.words
    assert "2024" in explained.reading.document.text[start:end]


def test_an_undertaking_names_what_weighed_most(explained: Explained) -> None:
    commitment = explained.reading.commitments[0]
    reasons = {r.question: r for r in explained.reasons[commitment.id]}
    assert "weighed most" in reasons["undertaking"].because
    assert reasons["class"].answer == commitment.class_
    assert reasons["window"].answer == (commitment.window or "none")


def test_reasons_become_json(explained: Explained) -> None:
    told = to_json(explained)
    assert set(told) == set(explained.reasons)
    assert {"question", "answer", "because", "words"} == set(told[explained.reading.meetings[0].id][0])
