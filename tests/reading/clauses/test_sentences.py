"""A sentence finds its cues by role and by place as a look at each of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyman.dates import FoundDate
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.reader import read_text
from peyman.text.segment import BlockKind

ROLES = ("say", "with", "and")
CUES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 3), st.sampled_from(ROLES)), max_size=20)


def sentence(cues: list[tuple[int, int, str]]) -> ReadSentence:
    made = [Cue(first, first + length, role, "") for first, length, role in sorted(cues)]
    return ReadSentence(0, 0, 34, 0, BlockKind.PARAGRAPH, made)


@given(
    CUES, st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True), st.integers(0, 34), st.integers(0, 34)
)
def test_cues_of_some_roles_within_a_stretch(
    cues: list[tuple[int, int, str]], roles: list[str], a: int, b: int
) -> None:
    read, (first, last) = sentence(cues), sorted((a, b))
    expected = [c for c in read.cues if c.role in roles and c.first >= first and c.last <= last]
    assert read.having(*roles, first=first, last=last) == expected
    assert read.having(*roles) == [c for c in read.cues if c.role in roles]


@given(CUES)
def test_other_cues_put_in_the_place_of_the_old_ones_are_found(cues: list[tuple[int, int, str]]) -> None:
    read = sentence(cues)
    read.having("say")
    read.cues = [c for c in read.cues if c.role != "say"]
    assert read.having("say") == []
    assert read.having(*ROLES) == read.cues


@given(CUES, st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True), st.integers(0, 34))
def test_the_first_cue_that_ends_behind_a_token(cues: list[tuple[int, int, str]], roles: list[str], token: int) -> None:
    read = sentence(cues)
    told = [c for c in read.cues if c.role in roles]
    assert list(read.all_having(*roles)) == told
    assert read.ending_behind(token, *roles) == next((c for c in told if c.last > token), None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=10), st.integers(0, 40), st.integers(0, 40))
def test_dates_of_a_stretch_and_of_a_token(spaced: list[tuple[int, int]], a: int, b: int) -> None:
    read, at = sentence([]), 0
    for gap, length in spaced:
        read.dates.append(FoundDate(at + gap, at + gap + length, "2024-05-01"))
        at += gap + length
    first, last = sorted((a, b))
    assert read.dates_in(first, last) == [d for d in read.dates if first <= d.first < last]
    assert read.is_dated(a) == any(d.first <= a < d.last for d in read.dates)
    assert read.date_ends_at(a) == any(d.last == a for d in read.dates)


def test_of_a_sentence_without_end_the_first_encounters_are_told() -> None:
    lines = [f"Iraq held talks with Oman on {day} May 2024" for day in range(1, 29)]
    told = read_text("; ".join(lines * 2) + ".", published="2024-06-03", language="en").meetings
    assert "2024-05-01" in {meeting.date for meeting in told}
