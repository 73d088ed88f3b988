"""Who else is named last in a stretch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.names.neighbours import Neighbours

MENTIONS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4))).map(sorted)


def test_the_last_one_named_in_a_stretch_is_found() -> None:
    named = Neighbours([(2, 0), (5, 1), (9, 2)])
    assert named.last(0, 9, besides=2) == 1
    assert named.last(0, 10, besides=1) == 2
    assert named.last(6, 9, besides=0) is None


def test_whoever_asks_does_not_count_however_often_he_is_named() -> None:
    named = Neighbours([(2, 0), (5, 1), (7, 1), (9, 1)])
    assert named.last(0, 20, besides=1) == 0
    assert named.last(3, 20, besides=1) is None


@given(MENTIONS, st.integers(0, 31), st.integers(0, 31), st.integers(0, 4))
def test_it_is_whoever_a_search_through_the_stretch_finds(
    mentions: list[tuple[int, int]], first: int, end: int, besides: int
) -> None:
    inside = [number for start, number in mentions if first <= start < end and number != besides]
    assert Neighbours(mentions).last(first, end, besides) == (inside[-1] if inside else None)
