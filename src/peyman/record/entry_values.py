"""What tables and formats ask of an entry: its values in the order of support, its names by language, and its days.

What has room for one value only takes the one that most documents give, the first of `EntryView.of`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from peyman.dates.edtf import OPEN_END, OPEN_START, bounds
from peyman.record.shown.views import EntryView

if TYPE_CHECKING:
    from peyman.record.store import Record

#: Entries that are listed at once; a record may hold more than memory does.
_PAGE = 500


def views(record: Record, kinds: str) -> Iterator[EntryView]:
    """Yield every entry of a kind with all its claims, in the order of the ids.

    Args:
        record: The open record.
        kinds: The kind in the plural, as the methods of `Record` are called: ``meetings``, ``actors`` …
    """
    listing = getattr(record, kinds)
    offset = 0
    while page := listing(limit=_PAGE, offset=offset):
        for summary in page:
            view = record.get(summary.id)
            if isinstance(view, EntryView):
                yield view
        offset += len(page)


def first(view: EntryView, field: str) -> Any:
    """Return the value of a field that most documents give; None where none gives one."""
    values = view.of(field)
    return values[0].value if values else None


def every(view: EntryView, field: str) -> list[Any]:
    """Return all values of a field, those with most documents first."""
    return [value.value for value in view.of(field)]


def label(view: EntryView, field: str) -> str | None:
    """Return what people call the first value of a field; None where there is none."""
    values = view.of(field)
    return values[0].label if values else None


def names_by_language(view: EntryView) -> dict[str, str]:
    """Return the names that the register has for an entry, by language code."""
    found: dict[str, str] = {}
    for value in every(view, "names"):
        found.setdefault(value["language"], value["name"])
    return found


def display_name(view: EntryView, language: str = "en") -> str:
    """Return the name in a language where one is known, else the name that most documents use, else the id."""
    return names_by_language(view).get(language) or label(view, "name") or view.id


def published_names(view: EntryView) -> list[str]:
    """Return the names that documents and the register give an entry, each once, the documents' own first."""
    return list(dict.fromkeys([*(str(name) for name in every(view, "name")), *names_by_language(view).values()]))


def days(value: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day of an EDTF value; None for an open or unknown end."""
    found = bounds(value)
    if found is None:
        return None, None
    start, end = found
    return (None if start == OPEN_START else start), (None if end == OPEN_END else end)


def prefix_dates(value: str | None) -> tuple[str | None, str | None]:
    """Return both ends of an EDTF value as ISO 8601 prefixes (``2025``, ``2025-11``), no finer than what is said.

    A qualifier, a time of day and unspecified digits are left out; a season and a decade become their first and last
    months and years. None stands for an open or unknown end.
    """
    if not value:
        return None, None
    start, slash, end = value.partition("/")
    if not slash:
        end = start
    return _prefix(start, 0), _prefix(end, 1)


def _prefix(point: str, side: int) -> str | None:
    plain = point.partition("T")[0].rstrip("?~%").replace("-XX", "")
    found = bounds(plain)
    if found is None:
        return None
    if "X" in plain:
        return str(found[side].year).zfill(4)
    if len(plain) == len("2025-21") and int(plain[5:]) > 12:
        return found[side].isoformat()[:7]
    return plain


def differing(view: EntryView) -> list[str]:
    """Return the fields in which the documents differ, sorted."""
    return sorted(view.differences)
