"""Words that make a length of time of a unit without a number, or stand between the two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from peyman.text.fold import fold


class LengthWords(NamedTuple):
    """Words that make a length of a unit.

    Attributes:
        more: Between a number and its unit: "two more years".
        whole: Behind a unit, which then needs no number: "ساعة كاملة".
        before_unit: Phrases before one unit without a number, in words: "all week".
        before_units: The same before several: "for months".
    """

    more: frozenset[str]
    whole: frozenset[str]
    before_unit: tuple[tuple[str, ...], ...]
    before_units: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> LengthWords:
        """Read them from a language's table of lengths."""

        def phrases(name: str) -> tuple[tuple[str, ...], ...]:
            return tuple(tuple(fold(phrase).split()) for phrase in table.get(name, ()))

        more, whole = (frozenset(map(fold, table.get(name, ()))) for name in ("more", "whole"))
        return cls(more, whole, phrases("before_unit"), phrases("before_units"))
