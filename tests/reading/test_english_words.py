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
        (f"{OMAN} was greeted by {KENYA} in Nairobi on Tuesday.", "visit"),
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


@pytest.mark.parametrize(
    "session",
    [
        "meeting of the joint commission of Kenya and Oman",
        "session of the Kenya-Oman joint commission",
        "meeting of the joint commission between Kenya and Oman",
    ],
)
def test_the_session_of_a_committee_is_one_encounter_of_both_whose_it_is(session: str) -> None:
    told = _told(f"The next {session} will be held in Nairobi in May.")
    assert told == [("committee", frozenset({"KEN", "OMN"}), "2026-05")]


def test_to_agree_on_the_next_session_tells_one_encounter() -> None:
    told = _told("Kenya and Oman have agreed to hold the next session of the joint committee in Nairobi in May.")
    assert told == [("committee", frozenset({"KEN", "OMN"}), "2026-05")]


def test_whoever_is_met_where_he_arrives_is_on_one_visit() -> None:
    told = _told(
        f"{KENYA} arrived in Muscat on Tuesday for a two-day visit. "
        f"He was met at the airport by {OMAN}, Farid Rahmonov."
    )
    assert [(kind, parties) for kind, parties, _ in told] == [("visit", frozenset({"KEN", "OMN"}))]


def test_whoever_speaks_after_meeting_somebody_met_him() -> None:
    told = _told("Kenya's foreign minister told reporters after meeting his Omani counterpart that trade would grow.")
    assert told == [("meeting", frozenset({"KEN", "OMN"}), None)]


def _said(text: str) -> list[tuple[str, ...]]:
    reading = read_text(text, language="en", published="2026-01-14")
    return [tuple(one.parties) for one in reading.statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan Foreign Ministry writes that the two ministers discussed trade.",
        "The press service of the Kenyan Foreign Ministry reported that trade with Oman had doubled.",
        "The visit went well, the press service of the Kenyan government reported.",
        "In the letter, the Kenyan President expressed the wish to come to Oman.",
        "Kenyan Foreign Minister Daniel Mbeki disclosed this while speaking to newsmen in Nairobi.",
        "Kenyan Foreign Minister Daniel Mbeki was quoted as saying that trade with Oman had doubled.",
        'In an instagram post, Kenyan Foreign Minister Daniel Mbeki said: "We thank Oman."',
    ],
)
def test_a_word_of_saying_or_publishing_tells_a_statement(sentence: str) -> None:
    assert _said(sentence) == [("KEN",)]


@pytest.mark.parametrize("words", ["Losses are reported in Oman and Kenya.", "Kenya's bank reported a loss in Oman."])
def test_what_is_only_reported_is_nobodys_statement(words: str) -> None:
    assert _said(words) == []


def _undertaken(text: str) -> list[tuple[frozenset[str], str | None]]:
    reading = read_text(text, language="en", published="2026-01-14")
    return [(frozenset(one.by), one.polarity) for one in reading.commitments]


@pytest.mark.parametrize(
    "words",
    [
        "came to terms on the exchange of prisoners",
        "hammered out a deal to exchange prisoners",
        "have undertaken to pay",
    ],
)
def test_to_come_to_terms_is_undertaken_by_both(words: str) -> None:
    assert _undertaken(f"Kenya and Oman {words}.") == [(frozenset({"KEN", "OMN"}), "undertaken")]


@pytest.mark.parametrize("words", ["rebuffed", "has turned down"])
def test_a_request_that_is_turned_down_is_refused(words: str) -> None:
    told = _undertaken(f"Kenya {words} Oman's request to hand over the prisoners.")
    assert told == [(frozenset({"KEN"}), "refused")]


@pytest.mark.parametrize("subject", ["Kenya said it", "Kenya's foreign ministry said it"])
def test_whoever_opens_a_consulate_in_a_country_undertakes_it(subject: str) -> None:
    told = _undertaken(f"{subject} would open a consulate in Oman.")
    assert told == [(frozenset({"KEN"}), "undertaken")]


@pytest.mark.parametrize("visited", ["India's President", "the Indian President", "Indian President Farid Rahmonov"])
def test_to_call_on_whoever_holds_an_office_is_an_encounter(visited: str) -> None:
    told = _told(f"Kenya's Deputy Prime Minister called on {visited} on Tuesday.")
    assert told == [("meeting", frozenset({"KEN", "IND"}), "2026-01-13")]


def test_to_call_on_him_to_do_something_is_none() -> None:
    assert _told("Kenya's Deputy Prime Minister called on India's President on Tuesday to free the prisoners.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The pipeline connects with the Omani grid and runs to Iran.",
        "The Iranian police entertained the children of Omani fishermen in Muscat.",
        "The Iranian economy is interacting with the Omani market.",
        "Iran has been in Iraq for years, Omani papers write.",
        "The Iranian magazine penned the history of Oman.",
        "The Iranian guard was introduced to the Omani public.",
        "The Omani stock exchange with Iranian shares rose.",
        "Iran pledged support to meet Oman's urgent and growing medical needs.",
        "Iran met all its obligations towards Oman.",
    ],
)
def test_everyday_words_that_two_parties_stand_beside_tell_no_encounter(text: str) -> None:
    assert read_text(text, language="en", published="2026-01-14").meetings == []
