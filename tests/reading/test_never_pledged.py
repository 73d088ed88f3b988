"""What is refused or was never undertaken, what is offered, and by when."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

MET = "Kenya and Ghana held talks in Accra on Monday. "


@pytest.mark.parametrize(
    "verb", ["has never pledged to", "had never agreed to", "has not yet agreed to", "has yet to agree to"]
)
def test_what_was_never_undertaken_is_no_undertaking(verb: str) -> None:
    assert read_text(f"{MET}Kenya {verb} withdraw its forces.", language="en", published="2026-01-14").commitments == []


@pytest.mark.parametrize(
    "before", ["did not agree to a ceasefire,", "called for a ceasefire", "never agreed to a truce"]
)
def test_what_stands_behind_but_is_undertaken(before: str) -> None:
    told = read_text(
        f"{MET}Kenya {before} but pledged to release 40 prisoners.", language="en", published="2026-01-14"
    ).commitments
    assert (["KEN"], "undertaken", "committed") in [(c.by, c.polarity, c.strength) for c in told]


@pytest.mark.parametrize(
    "what", ["pay the salaries from 1 February", "reopen the border this year", "deploy observers"]
)
def test_what_a_verb_refuses_is_refused(what: str) -> None:
    told = read_text(f"{MET}Kenya refused to {what}.", language="en", published="2026-01-14").commitments
    assert [(c.by, c.polarity) for c in told] == [(["KEN"], "refused")]


@pytest.mark.parametrize(
    "words",
    [
        "committed itself to providing aid no later than 15 March",
        "reiterated its readiness to pay the salaries no later than 15 March",
        "offered to send engineers by 15 March",
    ],
)
def test_a_limit_of_what_is_undertaken_lies_ahead(words: str) -> None:
    told = read_text(f"{MET}Kenya {words}.", language="en", published="2026-01-14").commitments
    assert [(c.by, c.window) for c in told] == [(["KEN"], "2026-01-14/2026-03-15")]


def test_a_capital_with_which_an_agreement_is_made_is_its_government() -> None:
    reading = read_text("Zambia signed an agreement with Accra.", language="en", published="2026-01-14")
    assert {actor.key for actor in reading.actors} == {"ZMB", "GHA"}


def test_the_day_before_a_verb_of_urging_is_none_of_what_is_urged() -> None:
    text = "The UN envoy briefed the Security Council on Monday and urged Libyan leaders to meet without preconditions."
    assert read_text(text, language="en", published="2026-01-14").meetings == []
