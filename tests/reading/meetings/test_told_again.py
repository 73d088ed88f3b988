"""What a document tells again is one entry: which telling is kept, and what the judge of pairs is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter
from peyman.reading.explanation import read_and_explain
from peyman.reading.judges.judgement import Judge
from peyman.reading.meetings.entries import pairs_of, read_meetings, shipped_judges
from peyman.reading.meetings.told_again import Pairs, likest, told_once
from peyman.reading.reader import prepare
from peyman.sources.model import SourceDocument

#: Three encounters that the rules keep apart: two tables, and a third day.
TEXT = (
    "Turkish Foreign Minister Hakan Fidan met Iraqi Foreign Minister Fuad Hussein in Baghdad on 3 March 2025.\n\n"
    "On 4 March 2025 Fuad Hussein met the Omani foreign minister in Muscat.\n\n"
    "The Turkish and Iraqi ministers met in Ankara on 27 February 2025."
)


def _source(text: str = TEXT) -> SourceDocument:
    return SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-05")


@pytest.fixture
def context() -> Context:
    return prepare(_source()).context


@pytest.fixture
def pairs(context: Context) -> Pairs:
    found = pairs_of(context, shipped_judges())
    assert found is not None
    return found


def _always(log_odds: float, threshold: float = 0.5) -> Judge:
    return Judge((), log_odds, (), threshold)


def _dates(encounters: list[Encounter]) -> list[str | None]:
    return [e.date.edtf if e.date is not None else None for e in encounters]


def test_a_judge_that_takes_nothing_for_told_again_leaves_all_in_the_order_of_the_text(pairs: Pairs) -> None:
    kept = told_once(pairs, _always(-20.0))
    assert _dates(kept) == ["2025-03-03", "2025-03-04", "2025-02-27"]
    assert not any(e.again for e in kept)


def test_of_what_is_told_again_the_surest_telling_stays_and_knows_the_others(pairs: Pairs) -> None:
    surest = max((t.encounter for t in pairs.tellings), key=lambda e: e.probability)
    others = {id(t.encounter.main) for t in pairs.tellings} - {id(surest.main)}
    (kept,) = told_once(pairs, _always(20.0))
    assert kept is surest
    assert {id(mention) for mention, _ in kept.again} == others
    assert all(chance > 0.99 for _, chance in kept.again)


@pytest.mark.parametrize(("threshold", "count"), [(0.49, 1), (0.51, 3)])
def test_a_telling_is_left_out_from_the_threshold_on(pairs: Pairs, threshold: float, count: int) -> None:
    assert len(told_once(pairs, _always(0.0, threshold))) == count


def test_a_telling_belongs_to_the_one_that_it_is_likest_to(pairs: Pairs) -> None:
    by_table = Judge(("one_table",), 0.0, (((0, 0.5, 1, 2), (-1, -3.0, 0, 0), (-1, 3.0, 0, 0)),))
    first, omani, third = sorted(pairs.tellings, key=lambda t: t.encounter.main.first)
    surer, row, chance = likest(pairs, [omani, first], third, by_table)
    assert surer is first
    assert row["one_table"] == 1.0
    assert chance > 0.9
    assert {frozenset(e.parties) for e in told_once(pairs, by_table)} == {
        frozenset(t.encounter.parties) for t in (first, omani)
    }


def test_a_pair_is_described_by_what_agrees_and_by_what_does_not(pairs: Pairs) -> None:
    first, omani, third = sorted(pairs.tellings, key=lambda t: t.encounter.main.first)
    same_table, same_man = pairs.features(first, third), pairs.features(first, omani)
    assert (same_table["one_table"], same_man["one_table"]) == (1.0, 0.0)
    assert (same_table["parties_shared"], same_man["parties_shared"]) == (2.0, 1.0)
    assert (same_table["days"], same_man["days"]) == (4.0, 1.0)
    assert same_table["apart"] == 1.0
    assert same_table["other_behind"] == 1.0
    assert pairs.features(third, first)["other_behind"] == 0.0
    assert same_table["sentences"] > same_man["sentences"]


def test_without_a_judge_the_rules_alone_say_what_is_one(context: Context) -> None:
    assert len(read_meetings(context, replace(shipped_judges(), again=None))) == 3


def test_the_shipped_judge_leaves_encounters_of_other_days_and_tables(context: Context) -> None:
    assert len(read_meetings(context)) == 3


def test_a_document_that_can_tell_of_no_encounter_has_no_pairs() -> None:
    assert pairs_of(prepare(_source("It rained in the hills all day.")).context, shipped_judges()) is None


def test_an_explanation_says_where_an_encounter_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    judges = replace(shipped_judges(), again=_always(20.0))
    monkeypatch.setattr("peyman.reading.meetings.entries.shipped_judges", lambda: judges)
    explained = read_and_explain(_source())
    (meeting,) = explained.reading.meetings
    again = [r for r in explained.reasons[meeting.id] if r.question == "told again"]
    assert len(again) == 2
    for reason in again:
        (words,) = reason.words
        assert TEXT[slice(*words)] == "met"
        assert "1.00" in reason.because
