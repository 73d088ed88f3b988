"""Entries are put into words that a person understands at once, with the exact value beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.exchange.bidirectional import Part
from peyman.exchange.wording import (
    dated,
    edtf_words,
    entries,
    facts,
    headline,
    party_name,
    publication_words,
    shortened,
    spans,
)
from peyman.model import Reading
from peyman.reading.reader import read_text


def said(parts: tuple[Part, ...]) -> str:
    return " ".join(part.before + part.text + part.after for part in parts)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-03-11", "Tuesday, 11 March 2025"),
        ("2025-03", "March 2025"),
        ("2008", "2008"),
        ("2025-03/..", "from March 2025, open"),
        ("../2025-03-11", "until Tuesday, 11 March 2025"),
        ("2025-03-10/2025-03-12", "Monday, 10 March 2025 to Wednesday, 12 March 2025"),
        ("2025-03/", "from March 2025, end unknown"),
        ("/2025-03", "until March 2025, beginning unknown"),
        ("../..", "at no known time"),
        ("2025-03~", "about March 2025"),
        ("2025?", "perhaps 2025"),
        ("2025-03-XX", "a day in March 2025"),
        ("2025-XX", "a day or month of 2025"),
        ("202X", "the 2020s"),
        ("19XX", "the 1900s"),
        ("2025-21", "spring 2025"),
        ("2025-03-11T14:30+03:00", "Tuesday, 11 March 2025, 14:30+03:00"),
        ("P3M", "P3M"),
        ("2025-02-30", "2025-02-30"),
        ("2025-99", "2025-99"),
    ],
)
def test_edtf_in_words(value: str, words: str) -> None:
    assert edtf_words(value) == words


def test_the_value_stands_beside_its_words_where_they_differ() -> None:
    assert dated("2025-03/..") == "from March 2025, open (2025-03/..)"
    assert dated("2008") == "2008"
    assert dated(None) == ""


@given(st.text(st.sampled_from("0123456789-/.X?~%T:Zy"), max_size=24))
def test_anything_in_place_of_edtf_comes_back_as_words(value: str) -> None:
    assert isinstance(edtf_words(value), str)


def test_a_meeting_says_who_met_where_when_and_as_what(english: Reading) -> None:
    (meeting,) = english.meetings
    assert said(headline(meeting, english)) == "meeting, held"
    shown = {fact.label: said(fact.value) for fact in facts(meeting, english)}
    assert shown["when"] == "Tuesday, 11 March 2025 (2025-03-11)"
    assert shown["where"] == "Muscat"
    assert shown["parties"] == "Iraq (IRQ), IRN"
    assert shown["called"] == "trilateral"
    assert shown["PLOVER"] == "CONSULT visit"


def test_whoever_is_told_by_an_office_alone_is_called_by_it() -> None:
    text = "The Prime Minister of Qatar received the Omani foreign minister in Doha on Wednesday."
    reading = read_text(text, language="en", published="2025-03-04")
    (meeting,) = reading.meetings
    present = [said(fact.value) for fact in facts(meeting, reading) if fact.label == "present"]
    assert [each.partition(",")[0] for each in present] == ["Prime Minister of Qatar", "Omani foreign minister"]


def test_a_commitment_says_who_what_and_by_when(english: Reading) -> None:
    (commitment,) = english.commitments
    assert said(headline(commitment, english)) == "Iraq (IRQ), IRN – consult (will)"
    shown = {fact.label: said(fact.value) for fact in facts(commitment, english)}
    assert shown["by when"] == "from March 2025, open (2025-03/..)"


def test_a_refusal_is_no_undertaking(english: Reading) -> None:
    refusal = english.commitments[0].model_copy(update={"polarity": "refused", "by": []})
    assert said(headline(refusal, english)) == "not said who – refuses: consult (will)"


def test_a_date_conflict_is_shown(persian: Reading) -> None:
    shown = {fact.label: said(fact.value) for fact in facts(persian.dates[0], persian)}
    assert "Wednesday, 12 March 2025" in shown["conflict"]


def test_unknown_facts_are_left_out(english: Reading) -> None:
    bare = english.meetings[0].model_copy(update={"date": None, "place": None, "participants": [], "plover": None})
    labels = {fact.label for fact in facts(bare, english)}
    assert not labels & {"when", "where", "present", "PLOVER"}


def test_a_party_without_an_entry_is_named_by_its_key(english: Reading) -> None:
    assert party_name(english, "OMN") == "OMN"


def test_the_source_of_the_publication_date_is_said(english: Reading) -> None:
    assert publication_words(english) == "published Tuesday, 11 March 2025 (2025-03-11), from its byline"
    document = english.document.model_copy(update={"published": None, "published_from": None})
    assert publication_words(english.model_copy(update={"document": document})) == "publication date unknown"


def test_the_spans_of_an_entry_begin_with_its_evidence_and_repeat_nothing(persian: Reading) -> None:
    for _, entry in entries(persian):
        found = spans(entry)
        assert found[: len(entry.evidence)] == entry.evidence
        assert len(found) == len(set(found))


def test_long_quotations_are_cut_at_a_blank() -> None:
    assert shortened("word " * 200).endswith("word …")
    assert shortened("short") == "short"
