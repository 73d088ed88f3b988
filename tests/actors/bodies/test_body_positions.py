"""Where composed bodies stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.bodies.body_positions import BodyPositions
from peyman.actors.bodies.body_types import body_types
from peyman.actors.bodies.composed import Composed

KIND = next(iter(body_types().values()))


def body(first: int, last: int, complete: bool = True) -> Composed:
    return Composed(first, last, KIND, (first, first + 1), complete=complete)


BODIES = st.lists(
    st.builds(lambda at, n, whole: body(at, at + n, whole), st.integers(0, 20), st.integers(1, 5), st.booleans())
)


def test_bodies_are_found_by_where_they_begin_in_their_order() -> None:
    long, short, other = body(3, 9), body(3, 5), body(12, 14)
    placed = BodyPositions([long, short, other])
    assert [id(each) for each in placed.starting(3)] == [id(long), id(short)]
    assert not placed.starting(4)


def test_a_body_covers_its_tokens_and_not_the_one_behind() -> None:
    placed = BodyPositions([body(3, 5)])
    assert [placed.covers(token) for token in (2, 3, 4, 5)] == [False, True, True, False]


def test_a_body_that_only_refers_to_another_is_not_complete() -> None:
    assert BodyPositions([body(3, 5)]).has_complete(2, 6)
    assert not BodyPositions([body(3, 5, complete=False)]).has_complete(2, 6)


@given(BODIES, st.integers(0, 25), st.integers(0, 25))
def test_it_is_what_a_search_through_all_bodies_finds(bodies: list[Composed], first: int, last: int) -> None:
    placed = BodyPositions(bodies)
    inside = [each for each in bodies if each.complete and first <= each.first and each.last <= last]
    assert placed.has_complete(first, last) == bool(inside)
    assert placed.covers(first) == any(each.first <= first < each.last for each in bodies)
    assert list(placed.starting(first)) == [each for each in bodies if each.first == first]
