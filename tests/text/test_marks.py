"""Marks by what they do."""

from __future__ import annotations

import pytest

from peyman.text import marks
from peyman.text.tokens import TokenKind, tokenise

SETS = sorted(name for name, kind in vars(marks).items() if isinstance(kind, frozenset))


@pytest.mark.parametrize("name", SETS)
def test_every_mark_is_a_token_of_its_own(name: str) -> None:
    for mark in sorted(getattr(marks, name)):
        found = [token.text for token in tokenise(f"one {mark} two") if token.kind is TokenKind.MARK]
        assert found == [mark]


def test_marks_that_part_do_not_join() -> None:
    assert not marks.LONG_DASHES & marks.ALL_QUOTES
    assert "-" not in marks.CLAUSE_MARKS
    assert not marks.COMMAS & marks.BREAKS


def test_marks_of_a_clause_are_among_those_of_a_name() -> None:
    assert marks.CLAUSE_MARKS < marks.BREAKS
    assert marks.QUOTES < marks.ALL_QUOTES
    assert marks.BRACKETS.isdisjoint(marks.CLAUSE_MARKS)
