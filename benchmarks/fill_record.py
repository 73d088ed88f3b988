"""Fill a record with documents in five languages: ``fill_record.py RECORD --documents N FOLDER...``.

RECORD is a file or the address of a PostgreSQL database; the documents are composed of the words of those in the
folders (`composed_documents`). All goes through the same code as `peyman load`, a hundred documents to a
transaction. What is there already is passed over, so that a run that was stopped can go on. The rate is printed every
five thousand documents: it should not fall.

``--search-only`` leaves out what searching does not read: merging, claims other than evidence, carriers and the log.
The index is written as ever, a thousand documents at a time. ``--also RECORD`` fills a second one in the same run.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import time
from collections import defaultdict
from contextlib import ExitStack
from typing import Any

from composed_documents import Composer
from sqlalchemy import insert, text

from peyman.model import Reading
from peyman.record import Record
from peyman.record.rows.schema import claims, documents, entries, members, nodes, originals, readings
from peyman.record.search import index
from peyman.record.search.asked import EVIDENCE, TEXTS
from peyman.record.search.engine import engine_of
from peyman.record.search.tables import search_documents, search_entries, search_facets
from peyman.record.search.words import stems_in, words_of

_BATCH, _TOLD = 100, 5000
_ADD_NAMES = "INSERT INTO search_names (name, key, part, sound) VALUES (:n, :k, :p, :s) ON CONFLICT DO NOTHING"


_TABLES = (
    *(documents, originals, readings, entries, nodes, members, claims),
    *(search_documents, search_facets, search_entries),
)


def fill(record: Record, composer: Composer, number: int) -> None:
    """Add documents until there are so many."""
    there = record.summary().documents
    documents = itertools.islice(composer.compose(number), there, None)
    began = last = time.perf_counter()
    for done in range(there, number, _BATCH):
        record.add_many(itertools.islice(documents, _BATCH))
        if (done + _BATCH) % _TOLD == 0:
            now = time.perf_counter()
            print(f"{done + _BATCH} documents, {_TOLD / (now - last):.0f} a second", flush=True)
            last = now
    print(f"{number - there} documents added in {time.perf_counter() - began:.0f} s", flush=True)


def fill_for_search(record: Record, composer: Composer, number: int, also: Record | None = None) -> None:
    """Put documents and their index into the tables, without merging what they tell."""
    began = time.perf_counter()
    documents_left = enumerate(composer.compose(number), start=1)
    records = [record] if also is None else [record, also]
    while batch := list(itertools.islice(documents_left, 1000)):
        rows: dict[str, list[Any]] = defaultdict(list)
        names: dict[tuple[str, str, str], str | None] = {}
        for n, (reading, original) in batch:
            _put(rows, n, reading, original)
            words = words_of(reading.document.text)
            unknown = index._unknown_words(reading.document.language, words)
            for name, key, part, heard in (*index._names(reading), *unknown):
                names[name, key, part] = heard
        listed = [{"n": name, "k": key, "p": part, "s": heard} for (name, key, part), heard in names.items()]
        for each in records:
            with each._database.writing() as connection:
                for table in _TABLES:
                    connection.execute(insert(table), rows[table.name])
                for indexed in (TEXTS, EVIDENCE):
                    engine_of(connection).add(connection, indexed, rows[indexed])
                connection.execute(text(_ADD_NAMES), listed)
        if batch[-1][0] % _TOLD == 0:
            print(f"{batch[-1][0]} documents after {time.perf_counter() - began:.0f} s", flush=True)
    for each in records:
        with each._database.writing() as connection:
            connection.execute(text("ANALYZE"))


def _put(rows: dict[str, list[Any]], n: int, reading: Reading, original: bytes) -> None:
    document = reading.document
    told = document.model_dump(include=set(documents.c.keys()) - {"repaired"})
    rows["documents"].append({**told, "number": n, "added": "2026-01-01"})
    rows["originals"].append({"document_id": document.id, "content": original})
    rows["readings"].append(
        {"id": n, "document_id": document.id, "reader_name": "x", "reader_version": "0", "backend": "x",
         "added": "2026-01-01", "content": "{}"}
    )  # fmt: skip
    rows["search_documents"].append(index._document(reading, n, n))
    rows["search_facets"] += [{"number": n, "field": f, "value": value} for f, value in index._facets(reading)]
    rows[TEXTS].append((n, *index._text(reading, words_of(document.text))))
    for place, (kind, entry, date) in enumerate(
        [("meeting", each, each.date) for each in reading.meetings]
        + [("commitment", each, each.window) for each in reading.commitments]
    ):
        member = 2 * n + place
        rows["entries"].append({"id": member, "kind": kind, "number": member})
        rows["nodes"].append({"id": member, "kind": kind, "key": str(member), "facts": "{}", "entry_id": member})
        rows["members"].append(
            {"id": member, "document_id": document.id, "reading_id": n, "kind": kind, "local_id": entry.id,
             "confidence": 1.0, "node_id": member}
        )  # fmt: skip
        start, end = entry.evidence[0]
        rows["claims"].append({"member_id": member, "field": "evidence", "span_start": start, "span_end": end})
        first, last = index._limits(date)
        rows["search_entries"].append(
            {"member_id": member, "number": n, "kind": kind, "first_day": first, "last_day": last}
        )
        words = words_of(document.text[start:end])
        rows[EVIDENCE].append((member, " ".join(word.form for word in words), stems_in(words, document.language)))


def main() -> None:
    """Fill one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("record")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--search-only", action="store_true", help="Leave out what searching does not read")
    parser.add_argument("--also", help="A second record to fill, with --search-only")
    parser.add_argument("folders", nargs="+")
    given = parser.parse_args()
    composer = Composer(given.folders)
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    with ExitStack() as stack:
        records = [
            stack.enter_context(Record.open(each, busy_seconds=60)) for each in (given.record, given.also) if each
        ]
        if given.search_only:
            fill_for_search(records[0], composer, given.documents, *records[1:])
        else:
            fill(records[0], composer, given.documents)


if __name__ == "__main__":
    main()
