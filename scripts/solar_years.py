"""Make the table of the days on which Solar Hijri years begin: ``src/peyman/dates/solar_years.tsv`` (half a minute).

convertdate works the March equinox out with the series of Meeus (Astronomical Algorithms, ch. 27), as PyMeeus has them.

    .venv/bin/python scripts/solar_years.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import convertdate

TARGET = Path(__file__).parents[1] / "src" / "peyman" / "dates" / "solar_years.tsv"
YEARS, A_LINE = 2001, 100
# convertdate has no types of its own.
persian: Any = convertdate.persian


def letter(year: int) -> str:
    """Return the day of March on which a year begins, as a letter: ``a`` is the first."""
    gregorian, month, day = persian.to_gregorian(year, 1, 1)
    if (gregorian, month) != (year + 621, 3):
        raise ValueError(f"{year} begins on {gregorian}-{month}-{day}")
    return chr(ord("a") + day - 1)


def main() -> None:
    """Write the table."""
    letters = "".join(letter(year) for year in range(1, YEARS + 1))
    lines = [f"{start + 1}\t{letters[start : start + A_LINE]}" for start in range(0, YEARS, A_LINE)]
    head = "# The days of March on which Solar Hijri years begin; t is the 20th. Made by scripts/solar_years.py."
    TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
