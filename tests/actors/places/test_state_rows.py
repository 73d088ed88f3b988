"""A name of a state and of a city stands for the state in a row of states."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fa", "نمایندگان عمان، کنیا، قطر و اردن مذاکره کردند."),
        ("fa", "کنیا، قطر، اردن و عمان بیانیه‌ای مشترک منتشر کردند."),
        ("ar", "التقى وزراء خارجية كينيا وقطر وعمان والأردن في الدوحة."),
        ("ar", "أصدرت كينيا، عمان، قطر والأردن بيانا مشتركا."),
    ],
)
def test_a_name_in_a_row_of_states_is_a_states(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert {actor.key for actor in found.actors if actor.kind == "party"} == {"KEN", "OMN", "QAT", "JOR"}
    assert not any(place.key == "JOR:amman" for place in found.places)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "وصل وزير الخارجية الأردني إلى عمان، وقال إن المحادثات كانت مثمرة."),
        ("ar", "عقد ملك الأردن اجتماعا في عمان، وتناول العلاقات مع كينيا."),
    ],
)
def test_where_something_is_held_is_the_city_where_the_text_speaks_of_its_state(
    read: Reader, code: str, words: str
) -> None:
    _, found = read(code, words)
    assert not any(actor.key == "OMN" for actor in found.actors)
