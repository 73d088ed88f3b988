"""Confidence follows a line that rises with what judges say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.judges.confidence import along, confident

LINE = ((0.2, 0.1), (0.5, 0.4), (0.9, 0.8))


@pytest.mark.parametrize(("said", "right"), [(0.0, 0.1), (0.2, 0.1), (0.35, 0.25), (0.5, 0.4), (0.7, 0.6), (1.0, 0.8)])
def test_between_corners_the_line_is_straight_and_outside_level(said: float, right: float) -> None:
    assert along(LINE, said) == pytest.approx(right)


@given(st.floats(0, 1), st.floats(0, 1))
@pytest.mark.parametrize("kind", ["statements", "meetings", "commitments"])
def test_who_is_surer_is_not_less_often_right(kind: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= confident(kind, low) <= confident(kind, high) <= 1.0


def test_a_kind_that_was_not_counted_keeps_what_was_said() -> None:
    assert confident("weather", 0.37) == 0.37
