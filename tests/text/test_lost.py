"""What a text has lost is found chunk by chunk, and found again where spaces became joiners."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.lost import JOINER, Apart, Pairs, Restoration

PERSIAN = languages.load("fa")
TABLE = PERSIAN.table("repair")
RESTORATION = Restoration.of(TABLE["restoration"][0], TABLE["apart"], PERSIAN)
WORDS = ["کتابهای", "می", "گوید", "های", "خانه", "بین", "المللی", "«می", "رود»", "ای", "و", "شده", "اند.", "۲۳", ""]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(" \n" + JOINER), min_size=12))
def test_a_text_whose_spaces_became_joiners_is_looked_at_as_if_for_the_first_time(
    words: list[str], blanks: list[str]
) -> None:
    after = "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    before = "".join(word + blank.replace(JOINER, " ") for word, blank in zip(words, blanks, strict=False))
    RESTORATION.look_at("")
    fresh = RESTORATION.look_at(after)
    RESTORATION.look_at("")
    RESTORATION.look_at(before)
    assert RESTORATION.look_at(after) == fresh


def test_pairs_are_found_by_either_part() -> None:
    pairs = Pairs(RESTORATION)
    assert RESTORATION.leads and RESTORATION.follows
    for parts in (RESTORATION.leads, {b: {a} for a, firsts in RESTORATION.follows.items() for b in firsts}):
        before, behind = next((one, others) for one, others in parts.items() if one.isalpha())
        text = f"{before} {min(behind)}"
        assert [edit.start for edit in pairs(text)] == [len(before)]
        assert pairs(text.replace(" ", "\n")) == []


def test_parts_that_stand_apart_need_a_list_of_words() -> None:
    with pytest.raises(ValueError, match="list of words"):
        Apart.of({"before": "[ا-ی]{2}"}, RESTORATION)


@pytest.mark.parametrize("before, behind", [("«", "»"), ("(", ""), ("", "،"), ("", ".»"), ("[(", ":")])
def test_marks_beside_a_word_leave_what_it_has_lost_where_it_is(before: str, behind: str) -> None:
    for word in ["کتابهای", "سازندهای", "قبلاً", "نقرههایی", "است"]:
        alone, marked = RESTORATION(word), RESTORATION(f"{before}{word}{behind}")
        assert [edit.start + len(before) for edit in alone] == [edit.start for edit in marked]


def test_what_marks_part_from_a_neighbour_is_not_joined_to_it() -> None:
    apart = Apart.of(TABLE["apart"][0], RESTORATION)
    assert apart("کتاب ها،") and not apart("کتاب «ها»") and not apart("کتاب، ها")
