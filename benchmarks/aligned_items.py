"""Which entry of a reading stands for which annotated item of a document.

An item is told where its anchor is, so that it can be any entry whose evidence holds the anchor. No entry stands for
two items: where one sentence tells two meetings, and both were read in it, each is compared with its own, and where one
was read of the two, the other one was missed. Of several that can be, those that are most alike in their fields are
taken first (that its very words are there counts as one more), then those with the shortest evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peyman.model import Commitment, Meeting, Span


def aligned(items: Iterable[Mapping[str, Any]], entries: Sequence[Meeting | Commitment], text: str) -> dict[int, str]:
    """Pair annotated items with entries.

    Args:
        items: The annotated meetings or undertakings of a document.
        entries: Those of its reading.
        text: The document.

    Returns:
        The id of the entry by the number of the item; an item without an entry was missed.
    """
    pairs = [
        (-_alike(item, entry) - told_there, length, number, entry.id)
        for number, item in enumerate(items)
        for entry, length, told_there in _holding(item, entries, text)
    ]
    paired: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, number, identifier in sorted(pairs):
        if number not in paired and identifier not in taken:
            taken.add(identifier)
            paired[number] = identifier
    return paired


def _holding(
    item: Mapping[str, Any], entries: Sequence[Meeting | Commitment], text: str
) -> list[tuple[Meeting | Commitment, int, bool]]:
    """The entries whose evidence holds the first anchor of an item that any holds.

    With the length of that evidence, and whether the very words of what is undertaken are there.
    """
    for anchor in (item["anchor"], *item.get("also", ())):
        start = text.find(anchor)
        if start < 0:
            continue
        middle: Span = (start + len(anchor) // 3, start + len(anchor) - len(anchor) // 3)
        holding = [
            (entry, min(lengths), isinstance(entry, Commitment) and _meet(entry.action, middle))
            for entry in entries
            if (lengths := [span[1] - span[0] for span in entry.evidence if _meet(span, middle)])
        ]
        if holding:
            return holding
    return []


def _meet(a: Span, b: Span) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _alike(item: Mapping[str, Any], entry: Meeting | Commitment) -> float:
    """How many fields of an item and of an entry are the same; of their parties, which share is."""
    if isinstance(entry, Meeting):
        parties = _share(entry.parties, item["parties"])
        same = [
            entry.date is not None and entry.date == item.get("date"),
            entry.kind == item["kind"],
            entry.status == item["status"],
        ]
    else:
        parties = _share(entry.by, item["by"])
        same = [
            entry.class_ == item["class"],
            entry.window is not None and entry.window == item.get("window"),
            entry.polarity == item["polarity"],
        ]
    return parties + sum(bool(each) for each in same)


def _share(a: Iterable[str], b: Iterable[str]) -> float:
    first, second = set(a), set(b)
    return len(first & second) / max(len(first | second), 1)
