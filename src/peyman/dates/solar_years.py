"""The first day of each Solar Hijri year, from a table.

A year begins on the day of the March equinox, reckoned at the meridian of 52.5° E. Working an equinox out takes some
twenty milliseconds, longer than reading a short document: so the years that a text can mean stand in a table,
``solar_years.tsv``, which ``scripts/solar_years.py`` makes with convertdate (Meeus, Astronomical Algorithms, ch. 27).
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

#: Gregorian year in which the year 1 began, less one.
GREGORIAN_BEFORE = 621
_TABLE = Path(__file__).with_suffix(".tsv")


@lru_cache(maxsize=1)
def _days_of_march() -> str:
    """For each year from 1 on a letter: ``a`` is the first of March."""
    lines = _TABLE.read_text(encoding="ascii").splitlines()
    return "".join(line.partition("\t")[2] for line in lines if not line.startswith("#"))


def last_year() -> int:
    """Return the last year of the table of which the end is known too."""
    return len(_days_of_march()) - 1


def new_year(year: int) -> dt.date:
    """Return the Gregorian day on which a Solar Hijri year begins.

    Args:
        year: From 1 to the year after `last_year`.

    Raises:
        ValueError: If the table does not hold the year.
    """
    if not 1 <= year <= len(_days_of_march()):
        raise ValueError(f"no Solar Hijri year {year} in the table")
    return dt.date(year + GREGORIAN_BEFORE, 3, ord(_days_of_march()[year - 1]) - ord("a") + 1)


def is_leap(year: int) -> bool:
    """Tell whether a year from 1 to `last_year` has 366 days."""
    return (new_year(year + 1) - new_year(year)).days == 366
