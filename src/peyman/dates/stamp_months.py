"""Months as page software stamps them, in a language that need not be the page's: "3 Şubat 2022", "3 فبر 2021"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from peyman.text.fold import fold

_TABLE = Path(__file__).with_suffix(".tsv")


@lru_cache(maxsize=1)
def stamp_months() -> Mapping[str, int]:
    """Return the number of each month by its folded names, those cut short among them."""
    lines = [line.partition("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {fold(name): int(number) for number, _, names in lines for name in names.split()}
