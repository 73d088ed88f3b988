"""Comparing two documents with no record: what both tell and where they differ, and what only one of them tells."""

from __future__ import annotations

from peyman.errors import RecordError
from peyman.model import Reading
from peyman.record.accounts.compared import accounts_of
from peyman.record.adding.documents import Adder
from peyman.record.asking.listing import Page, list_documents
from peyman.record.asking.viewing import EntryViewer
from peyman.record.keeping.database import Database
from peyman.record.merging.matching import PersonKeys, SamePerson
from peyman.record.merging.merge import matchings
from peyman.record.merging.persons import name_keys, same_name
from peyman.record.shown.account_views import Comparison, Told
from peyman.record.shown.views import EntryView

_IN_MEMORY = "sqlite://"


def compare(
    reading_a: Reading,
    reading_b: Reading,
    *,
    same_person: SamePerson = same_name,
    person_keys: PersonKeys = name_keys,
) -> Comparison:
    """Compare what was read out of two documents, in any two languages.

    They are put into a record that is held in memory and forgotten afterwards, so that a comparison says what the
    accounts of a record would say of the same two documents.

    Args:
        reading_a: One reading.
        reading_b: The other.
        same_person: How likely two names belong to one person, from 0 to 1; symmetric.
        person_keys: Under which keys a person is looked up.

    Returns:
        A table for each meeting that both tell, and what only one of them tells.

    Raises:
        RecordError: Both are readings of one document.
    """
    if reading_a.document.id == reading_b.document.id:
        raise RecordError("Both are the same document.", "Give two documents that differ.")
    kinds = matchings(same_person, person_keys)
    database = Database(_IN_MEMORY)
    try:
        with database.writing() as connection:
            adder = Adder(connection, kinds)
            added = [adder.add(each, b"") for each in (reading_a, reading_b)]
            adder.finish()
            new = [public_id for result in added for public_id in result.new if public_id not in added[1].merged]
            viewer = EntryViewer(connection, kinds)
            views = [
                view
                for matching in (kinds["meeting"], kinds["commitment"])
                for public_id in new
                if public_id.startswith(matching.letter)
                and (view := viewer.view(matching, int(public_id[1:]))) is not None
            ]
            first, second = list_documents(connection, Page())
            tables = tuple(
                accounts_of(connection, kinds, view)
                for view in views
                if view.kind == "meeting" and len(view.documents) > 1
            )
    finally:
        database.close()
    in_tables = {row.subject for table in tables for row in table.facts if row.fact in ("undertaking", "encounter")}
    only = tuple(_told(view) for view in views if len(view.documents) == 1 and view.id not in in_tables)
    return Comparison(documents=(first, second), meetings=tables, only=only)


def _told(view: EntryView) -> Told:
    def said(name: str) -> str:
        return ", ".join(value.label for value in view.of(name))

    of_meeting = ("kind", "status", "date", "place", "parties")
    shown = of_meeting if view.kind == "meeting" else ("by", "action", "window")
    label = " · ".join(part for name in shown if (part := said(name)))
    return Told(view.id, view.kind, view.documents[0].id, label, view.evidence)
