"""Exact maps between a text and an edited form of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``[start, end)`` of the original by ``replacement``."""

    start: int
    end: int
    replacement: str


class _Piece(NamedTuple):
    original_start: int
    original_end: int
    edited_start: int
    edited_end: int
    copied: bool


_new = tuple.__new__  # what `_Piece` does, without a call in between


class OffsetMap:
    """A map between an original text and an edited one, exact where text was copied, whole edits elsewhere.

    Spans are ``[start, end)`` in code points. A non-empty span maps to the smallest span of the other text that
    covers all of it: from the place of its first character to the place of its last.

    What was copied and what was edited is worked out when it is first asked for: who wants the edited text alone does
    not wait for it.

    Attributes:
        original_length: Length of the original text.
        edited_length: Length of the edited one.
    """

    __slots__ = ("_made", "_pieces", "edited_length", "original_length")

    def __init__(
        self,
        original_length: int,
        edited_length: int,
        edits: list[Edit] | None = None,
        joined: tuple[OffsetMap, OffsetMap] | None = None,
    ) -> None:
        """Make a map of the edits of a text, or of two maps of which the second goes on where the first ends."""
        self.original_length = original_length
        self.edited_length = edited_length
        self._made: list[Edit] | tuple[OffsetMap, OffsetMap] | None = joined or edits or []
        self._pieces: tuple[_Piece, ...] = ()

    @property
    def pieces(self) -> tuple[_Piece, ...]:
        """What was copied and what was edited, in order; they cover both texts."""
        made = self._made
        if made is not None:
            self._pieces = _composed(*made) if isinstance(made, tuple) else _cut(made, self.original_length)
            self._made = None  # after the pieces: a thread that asks meanwhile works out the same, or finds them
        return self._pieces

    def __eq__(self, other: object) -> bool:
        """Whether two maps have the same pieces."""
        return isinstance(other, OffsetMap) and self.pieces == other.pieces

    def __hash__(self) -> int:
        """As equal maps are equal."""
        return hash(self.pieces)

    def __repr__(self) -> str:
        """The pieces."""
        return f"OffsetMap({self.pieces})"

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text of that length onto itself."""
        return cls(length, length)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the edited text to the original text."""
        return self._map(start, end, 2, self.edited_length, self.original_length)

    def to_edited(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the original text to the edited text."""
        return self._map(start, end, 0, self.original_length, self.edited_length)

    def _map(self, start: int, end: int, side: int, length: int, other_length: int) -> tuple[int, int]:
        if not 0 <= start <= end <= length:
            raise ValueError(f"span [{start}, {end}) outside a text of {length} characters")
        if not self.pieces:
            return 0, other_length
        other = 2 - side
        if start == end:
            if start == length:
                return other_length, other_length
            piece = self._piece_at(start, side)
            at = piece[other] + (start - piece[side] if piece.copied else 0)
            return at, at
        first, last = self._piece_at(start, side), self._piece_at(end - 1, side)
        new_start = first[other] + (start - first[side] if first.copied else 0)
        new_end = last[other] + (end - last[side]) if last.copied else last[other + 1]
        return new_start, max(new_start, new_end)

    def _piece_at(self, position: int, side: int) -> _Piece:
        """The piece holding the character at that position; pieces empty on that side are passed over."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece[side]) - 1
        while self.pieces[index][side] == self.pieces[index][side + 1] and index > 0:
            index -= 1
        return self.pieces[index]

    def then(self, following: OffsetMap) -> OffsetMap:
        """Compose: this map from A to B, and ``following`` from B to C, give the map from A to C.

        Raises:
            ValueError: If the lengths of the text between them differ.
        """
        if self.edited_length != following.original_length:
            raise ValueError("the two maps do not share a text")
        return OffsetMap(self.original_length, following.edited_length, joined=(self, following))


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Apply edits to a text.

    Args:
        text: The original.
        edits: Edits in the order of their starts, none overlapping the one before.

    Returns:
        The edited text and the map between the two.

    Raises:
        ValueError: If the edits overlap, stand out of order, or reach outside the text.
    """
    parts: list[str] = []
    made: list[Edit] = []
    at, length = 0, len(text)
    for edit in edits:
        start, end, replacement = edit
        if not at <= start <= end <= length:
            raise ValueError(f"edit [{start}, {end}) overlaps, stands out of order or reaches outside the text")
        if text[start:end] != replacement:
            parts += (text[at:start], replacement)
            made.append(edit)
            at = end
    edited = "".join((*parts, text[at:]))
    return edited, OffsetMap(length, len(edited), made)


def _cut(edits: Iterable[Edit], length: int) -> tuple[_Piece, ...]:
    """The pieces of a text of some length, and what edits make of them."""
    pieces: list[_Piece] = []
    at = edited_at = 0
    for start, end, replacement in edits:
        if start > at:
            pieces.append(_new(_Piece, (at, start, edited_at, edited_at + start - at, True)))
            edited_at += start - at
        behind = edited_at + len(replacement)
        pieces.append(_new(_Piece, (start, end, edited_at, behind, False)))
        at, edited_at = end, behind
    if length > at:
        pieces.append(_new(_Piece, (at, length, edited_at, edited_at + length - at, True)))
    return tuple(pieces)


def _composed(first: OffsetMap, second: OffsetMap) -> tuple[_Piece, ...]:
    """Join what either map edited, along the text that they share; only edits that overlap there become one."""
    # (start, end) in the shared text, and by how much the edit lengthened its side's other text.
    changes = [(p.edited_start, p.edited_end, _growth(p), 0) for p in first.pieces if not p.copied]
    changes += [(p.original_start, p.original_end, 0, _growth(p)) for p in second.pieces if not p.copied]
    regions: list[list[int]] = []
    for start, end, growth_first, growth_second in sorted(changes):
        # Edits that merely touch stay apart, so that what each of them replaced stays exact. What was deleted and what
        # was inserted at one place (both empty in the shared text) is one replacement.
        if regions and (start < regions[-1][1] or start == end == regions[-1][0]):
            region = regions[-1]
            region[1] = max(region[1], end)
            region[2] += growth_first
            region[3] += growth_second
        else:
            regions.append([start, end, growth_first, growth_second])
    pieces: list[_Piece] = []
    shared = original = edited = 0
    for start, end, growth_first, growth_second in regions:
        if start > shared:
            length = start - shared
            pieces.append(_Piece(original, original + length, edited, edited + length, True))
            original, edited = original + length, edited + length
        original_end = original + (end - start) - growth_first
        edited_end = edited + (end - start) + growth_second
        pieces.append(_Piece(original, original_end, edited, edited_end, False))
        shared, original, edited = end, original_end, edited_end
    if second.original_length > shared:
        length = second.original_length - shared
        pieces.append(_Piece(original, original + length, edited, edited + length, True))
    return tuple(pieces)


def _growth(piece: _Piece) -> int:
    return (piece.edited_end - piece.edited_start) - (piece.original_end - piece.original_start)
