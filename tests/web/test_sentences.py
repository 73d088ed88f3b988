"""What other rooms say in English is said in the language of the interface."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from fastapi.testclient import TestClient
from tests.web.parsing import parsed

from peyman.exchange.formats import FORMATS
from peyman.record import Record
from peyman.web.interface import DEFAULT, codes, interface
from peyman.web.sentences import MESSAGES, length_words, sentence

TRANSLATED = [code for code in codes() if code != DEFAULT]


def record_of(client: TestClient) -> Record:
    record = client.app.state.record  # type: ignore[attr-defined]
    assert isinstance(record, Record)
    return record


def test_every_reason_for_a_status_is_known_whatever_the_day(public: TestClient) -> None:
    record = record_of(public)
    told = set()
    for day in (dt.date(2026, 1, 20), dt.date(2026, 9, 20), dt.date(2027, 1, 1)):
        due = record.due(day)
        told |= {change.explanation for each in due.commitments for change in each.changes}
        told |= {change.explanation for each in due.meetings for change in each.changes}
        told |= {each.deadline.explanation for each in due.commitments if each.deadline}
    told |= {each.explanation for each in record.proposals()}
    assert len(told) > 5
    assert not [each for each in told if sentence(each, interface("fa"), "persian") is None]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_and_what_it_loses_is_known(name: str) -> None:
    for text in (FORMATS[name].title.replace("`", ""), FORMATS[name].loses):
        assert text in MESSAGES, text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("its last day, 2026-09-30, has passed", "its last day, Wednesday 30 September 2026, has passed"),
        (
            "60 days from the signing (M4), 2026-01-14: 2026-03-15",
            "60 days from the signing (M4), Wednesday 14 January 2026: Sunday 15 March 2026",
        ),
        (
            "C2 and C5 may be one commitment: alike to 0.65, merged from 0.70 on",
            "C2 and C5 may be one undertaking: alike to 65%, merged from 70% on",
        ),
        (
            "M1 date: now read as 2026-01-15, decided as 2026-01-14 by Shirin (12)",
            "M1 When: now read as 2026-01-15, decided as 2026-01-14 by Shirin (12)",
        ),
        ("D2 reports it as reported kept (C7)", "D2 reports it as reported kept (C7)"),
    ],
)
def test_the_values_of_a_sentence_are_shown_as_everywhere(text: str, shown: str) -> None:
    assert sentence(text, interface("en"), "gregorian") == shown


@pytest.mark.parametrize("code", TRANSLATED)
def test_values_are_in_the_digits_and_words_of_the_language(code: str) -> None:
    language = interface(code)
    made = sentence("60 days from the talks (M4), 2026-01-14: 2026-03-15", language, "gregorian")
    assert made is not None and language.number(60) in made and "M4" in made
    assert "talks" not in made and "January" not in made and "2026-01" not in made


def test_a_sentence_that_is_not_known_stays_and_is_marked_as_english(public: TestClient) -> None:
    assert sentence("Nobody foresaw this.", interface("fa"), "persian") is None
    page = parsed(public.get("/search?q=(talks&lang=fa").text)
    notice = page.xpath("string(.//p[contains(@class, 'notice')])")
    assert re.search("[آ-ی]", notice)


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_export_is_described_in_english(public: TestClient, code: str) -> None:
    page = parsed(public.get(f"/exports?lang={code}").text)
    assert not page.xpath(".//main//bdi[@lang='en']")


def test_a_length_of_time_is_told_in_the_language_of_the_page() -> None:
    assert length_words("5 months", interface("en")) == "5 months"
    assert length_words("1 day", interface("en")) == "1 day"
    assert length_words("5 months", interface("fa")).startswith("۵ ")
    assert length_words("120 km", interface("fa")) == "120 km"
    assert length_words("half a year", interface("ar")) == "half a year"
