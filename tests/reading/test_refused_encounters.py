"""Who refuses to meet does not meet; what did not take place is denied."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _encounters(text: str) -> list[tuple[str, str, list[str]]]:
    reading = read_text(text, language="en", published="2026-01-14")
    return [(one.kind, one.status, sorted(one.parties)) for one in reading.meetings]


@pytest.mark.parametrize(
    "text",
    [
        "Oman turned down Vietnam's offer of direct talks.",
        "Vietnam ruled out any talks with Indonesia before a ceasefire.",
        "Armenia refuses to negotiate with Georgia.",
        "Armenia will not hold talks with Georgia.",
        "Kenyan Foreign Minister Joseph Otieno refused to meet his Omani counterpart Salim Hamad.",
    ],
)
def test_an_encounter_that_is_refused_is_none(text: str) -> None:
    assert _encounters(text) == []


def test_who_rejects_something_at_a_table_sits_at_it() -> None:
    assert _encounters("Armenia rejected the plan at talks with Vietnam on Monday.") == [
        ("talks", "held", ["ARM", "VNM"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No talks were held between Armenia and Vietnam.",
        "Armenian spokeswoman Sofia Marin said no talks had taken place with Vietnam.",
        "There were no negotiations between Armenia and Vietnam, spokesman David Amin told reporters on Monday.",
    ],
)
def test_talks_of_which_there_were_none_are_denied(text: str) -> None:
    assert _encounters(text) == [("talks", "denied", ["ARM", "VNM"])]


@pytest.mark.parametrize("verb", ["has spoken", "had spoken", "spoke", "had a call"])
def test_a_call_is_told_in_every_past_tense(verb: str) -> None:
    text = f"Kenyan President Joseph Otieno {verb} with Senegalese President Daniel Faye on Monday."
    assert _encounters(text) == [("call", "held", ["KEN", "SEN"])]


def test_who_has_spoken_to_reporters_has_met_nobody() -> None:
    assert _encounters("Omani President Maria Quispe had spoken to reporters in Cairo on Monday about Egypt.") == []


def test_where_the_verb_comes_last_it_turns_down_the_offer_before_it() -> None:
    text = "رئیس‌جمهور قطر روز دوشنبه پیشنهاد دیدار با رئیس‌جمهور ارمنستان را رد کرد."
    assert read_text(text, language="fa", published="2026-01-14").meetings == []
