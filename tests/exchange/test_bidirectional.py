"""Mixed lines keep their order, hostile characters do nothing, and no line is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from peyman.exchange.bidirectional import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    Part,
    is_right_to_left,
    isolate,
    listed,
    printable,
    wrap,
)

PERSIAN = "گفت‌وگوهای فنی در ماه‌های آینده ادامه خواهد یافت"


def test_right_to_left_text_is_isolated_and_nothing_else() -> None:
    assert isolate(PERSIAN) == FIRST_STRONG_ISOLATE + PERSIAN + POP_DIRECTIONAL_ISOLATE
    assert isolate("talks in Muscat") == "talks in Muscat"


@pytest.mark.parametrize(
    ("text", "expected"), [(PERSIAN, True), ("  «" + PERSIAN, True), ("Iraq " + PERSIAN, False), ("12.3", False)]
)
def test_the_first_strong_letter_gives_the_direction(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_every_line_of_a_wrapped_text_is_isolated_by_itself() -> None:
    lines = wrap(PERSIAN, 15)
    assert len(lines) > 2
    for line in lines:
        assert line.startswith(FIRST_STRONG_ISOLATE) and line.endswith(POP_DIRECTIONAL_ISOLATE)


def test_letters_are_neither_reshaped_nor_reordered() -> None:
    words = " ".join(wrap(PERSIAN, 15)).replace(FIRST_STRONG_ISOLATE, "").replace(POP_DIRECTIONAL_ISOLATE, "")
    assert words == PERSIAN


def test_the_parts_of_a_line_are_isolated_by_themselves() -> None:
    (line,) = wrap([Part("عراق", after=","), Part("IRQ", "(", ")"), Part(PERSIAN, "“", "”")], 200)
    assert line == f"{isolate('عراق')}, (IRQ) “{isolate(PERSIAN)}”"


def test_what_stands_around_a_part_is_set_once_though_the_part_is_broken() -> None:
    text = " ".join(wrap([Part(PERSIAN, "“", "”")], 12))
    assert (text.count("“"), text.count("”")) == (1, 1)


def test_a_list_has_a_separator_after_all_but_the_last() -> None:
    assert [part.after for part in listed(["a", "", "b", "c"], ";")] == [";", ";", ""]
    assert listed(["", ""]) == ()


@pytest.mark.parametrize("control", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u2069", "\u2066", "\r", "\ud800"])
def test_controls_and_overrides_do_not_reach_the_terminal(control: str) -> None:
    shown = printable(f"a{control}b")
    assert control not in shown
    assert shown.startswith("a") and shown.endswith("b")
    shown.encode("utf-8")


def test_joiners_are_kept() -> None:
    assert printable("می‌شود\u200d") == "می‌شود\u200d"


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cell_len(line) <= width
        assert "\n" not in line


@given(st.lists(st.text(st.sampled_from("ab عر 1"), max_size=20), max_size=6), st.integers(min_value=3, max_value=30))
def test_wrapping_parts_loses_no_word(texts: list[str], width: int) -> None:
    lines = " ".join(wrap([Part(text) for text in texts], width))
    bare = lines.replace(FIRST_STRONG_ISOLATE, "").replace(POP_DIRECTIONAL_ISOLATE, "")
    assert "".join(bare.split()) == "".join("".join(texts).split())
    assert lines.count(FIRST_STRONG_ISOLATE) == lines.count(POP_DIRECTIONAL_ISOLATE)
