"""The day of publication, as the source itself gives it: from metadata, or from the address of the page.

Only a value that names a publication date counts. A copyright year, a date of last change, or a date in the text
is none: the text's own header line is read where texts are read, and everything else is left unknown.
"""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

#: The web is younger than this; a smaller year is of another calendar or a slip.
_FIRST_YEAR = 1990
_LAST_YEAR = 2199

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SLASHED = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_MONTH = re.compile(r"\s*(\d{4})-(\d{2})\s*$")
_YEAR = re.compile(r"\s*(\d{4})\s*$")
_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")
_IN_ADDRESS = re.compile(r"(?<!\d)(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")


def publication_date(value: str) -> str | None:
    """Return the EDTF date of a metadata value, or None where it names no single Gregorian day, month or year.

    ISO 8601 (its day as written, whatever the zone: the publisher's own day), year/month/day with slashes or dots, and
    RFC 5322 dates are understood. ``07/11/2025`` is not: nothing says which is the month.

    Args:
        value: What the metadata says, such as ``2025-11-07T09:30:00+03:00``.
    """
    for pattern in (_ISO, _SLASHED):
        found = pattern.match(value)
        if found:
            return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _MONTH.match(value)
    if found:
        return f"{found[1]}-{found[2]}" if _day(int(found[1]), int(found[2]), 1) else None
    found = _YEAR.match(value)
    if found:
        return found[1] if _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR else None
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return _day(moment.year, moment.month, moment.day)


def is_edtf_date(value: str) -> bool:
    """Whether the value is an EDTF year, month or day that exists, with or without a qualifier (``?~%``)."""
    found = _EDTF_DATE.fullmatch(value)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def date_in_address(address: str) -> str | None:
    """Return the EDTF day that stands in the path of a page's address, or None.

    Args:
        address: URL, such as ``https://news.example/2025/11/07/talks``.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", address, flags=re.IGNORECASE).partition("?")[0]
    for found in _IN_ADDRESS.finditer(path):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        named = _day(int(year), int(month), int(day))
        if named:
            return named
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
