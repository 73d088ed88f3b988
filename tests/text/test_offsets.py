"""Every span of the one text leads to the other and back, over as many steps as there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.text.offsets import Edit, OffsetMap, apply_edits

LETTERS = "ابه \u200cxyz"


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text in order, none overlapping the one before."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return [
        Edit(start, end, draw(st.text(alphabet=LETTERS, max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


@st.composite
def edited_text(draw: st.DrawFn, steps: int = 1) -> tuple[str, str, OffsetMap, list[tuple[str, OffsetMap]]]:
    """A text, what several steps of edits make of it, the map over all of them, and each step."""
    original = text = draw(st.text(alphabet=LETTERS, max_size=30))
    whole = OffsetMap.identity(len(text))
    each = []
    for _ in range(steps):
        text, step = apply_edits(text, draw(edits_of(text)))
        each.append((text, step))
        whole = whole.then(step)
    return original, text, whole, each


def spans_of(text: str) -> list[tuple[int, int]]:
    return [(start, end) for start in range(len(text) + 1) for end in range(start, len(text) + 1)]


def pieces_are_whole(original: str, edited: str, offsets: OffsetMap) -> None:
    at = edited_at = 0
    for piece in offsets.pieces:
        assert (piece.original_start, piece.edited_start) == (at, edited_at)
        at, edited_at = piece.original_end, piece.edited_end
        if piece.copied:
            copied = original[piece.original_start : piece.original_end]
            assert copied == edited[piece.edited_start : piece.edited_end]
    assert (at, edited_at) == (len(original), len(edited))
    assert (offsets.original_length, offsets.edited_length) == (len(original), len(edited))


@given(edited_text(steps=1))
def test_the_pieces_of_a_map_cover_both_texts_and_copies_are_copies(case: tuple[str, str, OffsetMap, object]) -> None:
    original, edited, offsets, _ = case
    pieces_are_whole(original, edited, offsets)


@given(edited_text(steps=4))
def test_a_map_over_several_steps_covers_both_texts_and_copies_are_copies(
    case: tuple[str, str, OffsetMap, object],
) -> None:
    original, edited, offsets, _ = case
    pieces_are_whole(original, edited, offsets)


@given(edited_text(steps=3))
def test_every_span_maps_to_a_span_of_the_other_text(case: tuple[str, str, OffsetMap, object]) -> None:
    original, edited, offsets, _ = case
    for start, end in spans_of(original):
        new_start, new_end = offsets.to_edited(start, end)
        assert 0 <= new_start <= new_end <= len(edited)
    for start, end in spans_of(edited):
        new_start, new_end = offsets.to_original(start, end)
        assert 0 <= new_start <= new_end <= len(original)


@given(edited_text(steps=3))
def test_a_span_mapped_there_and_back_covers_what_it_was(case: tuple[str, str, OffsetMap, object]) -> None:
    original, edited, offsets, _ = case
    for start, end in spans_of(original):
        there = offsets.to_edited(start, end)
        if there[0] < there[1] and all(offsets.to_edited(at, at + 1)[0] < there[1] for at in (start, end - 1)):
            back = offsets.to_original(*there)
            kept = [at for at in range(start, end) if len(set(offsets.to_edited(at, at + 1))) == 2]
            assert all(back[0] <= at < back[1] for at in kept)
    for start, end in spans_of(edited):
        there = offsets.to_original(start, end)
        kept = [at for at in range(start, end) if len(set(offsets.to_original(at, at + 1))) == 2]
        if kept:
            back = offsets.to_edited(*there)
            assert all(back[0] <= at < back[1] for at in kept)


@given(edited_text(steps=3))
def test_a_longer_span_never_maps_to_less(case: tuple[str, str, OffsetMap, object]) -> None:
    original, _, offsets, _ = case
    for start, end in spans_of(original):
        if start < end < len(original):
            shorter, longer = offsets.to_edited(start, end), offsets.to_edited(start, end + 1)
            assert shorter[0] == longer[0]
            assert shorter[1] <= longer[1]


@given(edited_text(steps=2))
def test_composed_maps_cover_what_the_steps_give_one_by_one(
    case: tuple[str, str, OffsetMap, list[tuple[str, OffsetMap]]],
) -> None:
    original, _, offsets, steps = case
    for start, end in spans_of(original):
        middle = steps[0][1].to_edited(start, end)
        if start < end and middle[0] < middle[1]:
            stepwise, whole = steps[1][1].to_edited(*middle), offsets.to_edited(start, end)
            assert whole[0] <= stepwise[0]
            assert stepwise[1] <= whole[1]


def test_a_word_that_gained_a_joiner_leads_back_to_the_word_that_was_published() -> None:
    published = "این همکاریها ادامه دارد"
    repaired, offsets = apply_edits(published, [Edit(10, 10, "\u200c")])
    start = repaired.index("همکاری")
    assert published[slice(*offsets.to_original(start, start + 9))] == "همکاریها"
    assert repaired[slice(*offsets.to_edited(4, 12))] == "همکاری\u200cها"


def test_letters_replaced_one_by_one_stay_exact_over_several_steps() -> None:
    first, one = apply_edits("يكي", [Edit(0, 1, "ی"), Edit(1, 2, "ک"), Edit(2, 3, "ی")])
    _, two = apply_edits(first, [Edit(3, 3, "!")])
    whole = one.then(two)
    assert [whole.to_original(at, at + 1) for at in range(3)] == [(0, 1), (1, 2), (2, 3)]


@pytest.mark.parametrize("edits", [[Edit(2, 1, "")], [Edit(0, 9, "")], [Edit(1, 3, ""), Edit(2, 4, "")]])
def test_edits_out_of_order_or_range_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit"):
        apply_edits("abcde", edits)


def test_maps_that_share_no_text_are_not_composed() -> None:
    with pytest.raises(ValueError, match="share"):
        OffsetMap.identity(3).then(OffsetMap.identity(4))


@pytest.mark.parametrize("span", [(-1, 0), (2, 1), (0, 4)])
def test_spans_outside_the_text_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span"):
        OffsetMap.identity(3).to_edited(*span)


def test_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    edited, offsets = apply_edits("abc", [Edit(1, 2, "b")])
    assert edited == "abc"
    assert offsets == OffsetMap.identity(3)
