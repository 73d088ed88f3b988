"""Reading a record's documents again: what an older Peyman did not note comes in, and nothing else changes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

from tests.record.readings import Draft
from tests.record.records import add, partition_of

from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.record.adding.rereading import source_of
from peyman.sources import SourceDocument


def water(name: str, action: str, language: str = "en") -> Draft:
    draft = Draft(name, language)
    draft.commitment(action, by=("TUR",), class_="release")
    return draft


FIRST = water("First", "release more water for irrigation")
SECOND = water("Second", "آب بیشتری برای آبیاری آزاد کند", "fa")


def made_by_an_older_version(path: Path) -> None:
    """A record of two documents whose facts have no glosses, so that nothing tells their undertakings to be one."""
    with Record.open(path) as record:
        add(record, FIRST)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT id, facts FROM nodes WHERE kind = 'commitment'").fetchall()
        for number, facts in rows:
            bare = json.dumps(json.loads(facts) | {"glosses": []})
            connection.execute("UPDATE nodes SET facts = ? WHERE id = ?", (bare, number))
        connection.execute("DELETE FROM candidate_keys WHERE key LIKE '%~%'")
    with Record.open(path) as record:
        add(record, SECOND)
        assert len(record.commitments()) == 2


def test_what_an_older_version_did_not_note_is_compared_after_reading_again(path: Path) -> None:
    made_by_an_older_version(path)
    with Record.open(path) as record:
        before = partition_of(record, "meeting")
        assert not record.add(FIRST.reading(), FIRST.original()).read_again
        for draft in (FIRST, SECOND):
            assert record.add(draft.reading(), draft.original(), again=True).read_again
        assert [each.id for each in record.commitments()] == ["C1"]
        assert partition_of(record, "meeting") == before
        assert [step.action for step in record.history("D1")] == ["add", "read-again"]
        assert not record.verify().faults


def test_reading_again_twice_is_as_reading_again_once(path: Path) -> None:
    with Record.open(path) as record:
        add(record, FIRST)
        add(record, SECOND)
        before = [(each.id, each.documents) for each in record.commitments()]
        for _ in range(2):
            for draft in (SECOND, FIRST):
                result = record.add(draft.reading(), draft.original(), again=True)
                assert (result.new, result.merged) == ((), {})
        assert [(each.id, each.documents) for each in record.commitments()] == before


def test_a_document_comes_out_of_a_record_as_it_came_in(path: Path) -> None:
    with Record.open(path) as record:
        add(record, FIRST)
        source = source_of(record.reading("D1").document, record.original("D1"))
    assert (source.id, source.text, source.original) == (FIRST.reading().document.id, FIRST.text, FIRST.original())
    assert source.published == FIRST.reading().document.published


def test_the_party_that_a_publisher_was_said_to_speak_for_is_kept_for_reading_again(path: Path) -> None:
    text = "The delegations met in Baghdad on 14 January 2026.\nWe will continue the talks.\n"
    original = text.encode()
    source = SourceDocument(
        id=hashlib.sha256(original).hexdigest(), source="post.txt", original=original, text=text,
        publisher="The Spokesman", party="IRQ", published="2026-01-15", language="en",
    )  # fmt: skip
    with Record.open(path) as record:
        record.add(read_document(source), original)
        again = source_of(record.reading("D1").document, record.original("D1"))
        assert again.party == "IRQ"
        assert read_document(again) == record.reading("D1")
