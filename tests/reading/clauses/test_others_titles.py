"""A noun for people behind a state that is another's does not act with that state."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أعلنت نيروبي طرد خمسة دبلوماسيين عمانيين."),
        ("ar", "أعلنت نيروبي استدعاء دبلوماسيين عمانيين."),
        ("ar", "أكدت كينيا احتجاز ضباط عمانيين في مومباسا."),
    ],
)
def test_who_expels_anothers_diplomats_says_so_alone(code: str, text: str) -> None:
    statements = read_text(text, language=code).statements
    assert [(s.joint, s.parties) for s in statements] == [(False, ["KEN"])]


def test_a_minister_and_those_whom_he_meets_are_two() -> None:
    meetings = read_text("التقى الوزير العماني مسؤولين كينيين في نيروبي.", language="ar").meetings
    assert [set(m.parties) for m in meetings] == [{"OMN", "KEN"}]
