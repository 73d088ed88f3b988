"""Records made of drafts, and what is in them whatever the ids are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.record.readings import Draft

from peyman.errors import RecordError
from peyman.record import DocumentView, EntryView, Record

Member = tuple[str, str, str]
"""Name of the document, kind, and id within the reading."""


def draft(name: str, sentences: int = 0) -> Draft:
    """A document with a party, a meeting and as many further sentences as asked for."""
    made = Draft(name)
    made.party("IRQ")
    made.meeting()
    for number in range(sentences):
        made.sentence(f"Sentence {number} says little, and says it at some length.")
    return made


def add(record: Record, made: Draft) -> None:
    """Add a draft to a record."""
    record.add(made.reading(), made.original())


def contents(path: Path) -> list[str]:
    """Everything in the file of a record, as statements of SQL."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def assert_one_line_with_advice(error: RecordError) -> None:
    """An error of one line that says what to do."""
    assert error.advice
    assert "\n" not in str(error)


def members_of(record: Record) -> dict[str, set[Member]]:
    """Every entry of a record with the entries of documents that make it."""
    made: dict[str, set[Member]] = {}
    for document in record.documents():
        view = record.get(document.id)
        assert isinstance(view, DocumentView)
        for (kind, local_id), public_id in view.local_ids.items():
            made.setdefault(public_id, set()).add((document.title or "", kind, local_id))
    return made


def partition_of(record: Record, kind: str = "meeting") -> set[frozenset[Member]]:
    """The members of each entry of one kind."""
    return {frozenset(each) for each in members_of(record).values() if {member[1] for member in each} == {kind}}


def contents_of(record: Record) -> set[str]:
    """Every entry with its merged values, ids replaced by what they stand for."""
    made = members_of(record)
    stands_for = {public_id: str(sorted(members)) for public_id, members in made.items()}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(part) for name, part in value.items()}
        return stands_for.get(value, value) if isinstance(value, str) else value

    contents = set()
    for public_id, members in made.items():
        view = record.get(public_id)
        assert isinstance(view, EntryView)
        values = {
            field: sorted(
                json.dumps([plain(each.value), sorted((claim.document.title, claim.words) for claim in each.claims)])
                for each in given
            )
            for field, given in view.values.items()
        }
        contents.add(json.dumps([sorted(members), sorted(values.items()), sorted(view.differences)]))
    return contents


def record_of(new_record: Callable[[], Record], drafts: Sequence[Draft], **options: Any) -> Record:
    record = new_record(**options)
    for draft in drafts:
        record.add(draft.reading(), draft.original())
    return record


def meet(name: str, language: str = "en", published: str = "2026-01-15", **meeting: Any) -> Draft:
    draft = Draft(name, language, published)
    place, people, basis = meeting.pop("place", None), meeting.pop("people", ()), meeting.pop("basis", None)
    draft.meeting(
        place=draft.place(*place) if place else None,
        people=tuple(draft.person(*person) for person in people),
        basis=(draft.agreement(basis, basis),) if basis else (),
        **meeting,
    )
    return draft


BAGHDAD, ERBIL, AMMAN = ("Q1530", "Baghdad", "IRQ"), ("Q132790", "Erbil", "IRQ"), ("Q3805", "Amman", "JOR")
VENUE = ("guest-palace", "the Guest Palace", "IRQ")
