"""From a reading to claims: every value of every entry, with the words and the statement that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from peyman.model import Actor, Agreement, Entry, Place, Reading, Span, Statement

WORDS = frozenset({"action", "objectives", "condition", "topics", "content", "quoted", "mentions"})
"""Fields whose values are spans: what is claimed is the words themselves."""

EVIDENCE = "evidence"
"""The field of the claims that an entry is there at all, one for every span of its evidence."""

_NOT_CLAIMS = frozenset({"id", "evidence", "confidence", "references"})
_DATES = frozenset({"date", "window"})
_WITH_SPAN = frozenset({"roles", "designations"})
_UNLESS_SAID = ("standing", "date")
"""Parts of an office that a claim holds only where they are known."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One value of one entry as one document gives it.

    Attributes:
        field: Name of the field, as in the contract.
        value: JSON, with ids as in the reading; None where the words of the span are the value.
        said_in: JSON list of the statements that say so, as in the reading; None for the document's own voice.
        span: Where it says so.
    """

    field: str
    value: str | None
    said_in: str | None
    span: Span


class ClaimsOfReading:
    """Takes the claims of every entry of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._statements = {statement.id: statement for statement in reading.statements}
        self._dates: dict[str, list[Span]] = {}
        for date in reading.dates:
            if date.edtf:
                self._dates.setdefault(date.edtf, []).append(date.span)
        self._mentions: dict[str, list[Span]] = {}
        named_entries: tuple[Actor | Place | Agreement, ...] = (*reading.actors, *reading.places, *reading.agreements)
        for named in named_entries:
            self._mentions.setdefault(named.id, []).extend([*_named(named), *named.evidence])
        self._parties: dict[str, list[Span]] = {}
        for actor in reading.actors:
            for party in {actor.key, actor.party} - {None}:
                self._parties.setdefault(str(party), []).extend([*_named(actor), *actor.evidence])

    def of(self, entry: Entry) -> list[ClaimRow]:
        """The claims of one entry: first that it is there, then its values in the order of the contract."""
        found = [ClaimRow(EVIDENCE, None, self._said_in(entry, span), span) for span in entry.evidence]
        for field, value, own_span in _values(entry):
            span = own_span or self._best_span(entry, field, value)
            json_value = None if field in WORDS else json.dumps(value, ensure_ascii=False, sort_keys=True)
            found.append(ClaimRow(field, json_value, self._said_in(entry, span), span))
        return found

    def _best_span(self, entry: Entry, field: str, value: Any) -> Span:
        """The span of the evidence in which the value is named, of dates the expression; else the first one."""
        named = value.get("actor") if isinstance(value, dict) else value
        if isinstance(named, str):
            dates = self._dates.get(named, ()) if field in _DATES else ()
            clues = [*dates, *self._mentions.get(named, ()), *self._parties.get(named, ())]
            for span in entry.evidence:
                for clue in clues:
                    if _inside(clue, span):
                        return clue if clue in dates else span
        return entry.evidence[0]

    def _said_in(self, entry: Entry, span: Span) -> str | None:
        """The statements of the entry that hold the span; all of them where none does."""
        every: list[str] = getattr(entry, "said_in", [])
        if not every:
            return None
        holding = [each for each in every if _holds(self._statements.get(each), span)]
        return json.dumps(holding or every, ensure_ascii=False)


def _values(entry: Entry) -> Iterator[tuple[str, Any, Span | None]]:
    """Field, value and, where the value has one, span; lists value by value, and nothing for what is not said."""
    for name, info in type(entry).model_fields.items():
        if name in _NOT_CLAIMS:
            continue
        field, content = info.alias or name, getattr(entry, name)
        if field == "names":
            content = [{"language": language, "name": spelled} for language, spelled in sorted(content.items())]
        elif field == "mentions" and isinstance(entry, Actor | Place | Agreement):
            content = _named(entry)
        for value in content if isinstance(content, list) else [content]:
            if value is None or value is False:
                continue
            if field in WORDS:
                yield field, None, value
            elif field in _WITH_SPAN:
                unsaid = {part for part in _UNLESS_SAID if getattr(value, part, None) is None}
                yield field, value.model_dump(exclude={"span", *unsaid}, mode="json"), value.span
            else:
                yield field, value if isinstance(value, str | bool | dict) else value.model_dump(mode="json"), None


def _holds(statement: Statement | None, span: Span) -> bool:
    if statement is None:
        return False
    spans: Iterable[Span] = (*statement.content, *statement.quoted, *statement.evidence)
    return any(_inside(span, each) for each in spans)


def _named(entry: Actor | Place | Agreement) -> list[Span]:
    """The mentions of an entry that name it: "the two countries" is no word for one of them."""
    references = {*entry.references} if isinstance(entry, Actor) else set()
    return [span for span in entry.mentions if span not in references]


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
