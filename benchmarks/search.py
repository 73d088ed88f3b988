"""How well and how fast a record is searched.

``python benchmarks/search.py quality FOLDER...`` adds annotated documents to a record and asks it the sixty queries of
``search_queries.tsv`` (twelve in each language, half of them across scripts), which name the documents that should be
found by their ids; it prints recall among the first ten, and fails below its floor.

``python benchmarks/search.py speed [--documents N] [--url URL] FOLDER...`` fills a record with N documents, made of the
sentences of others in new orders, and prints how long the same queries and some broader ones take, beside a plain FTS5
query (SQLite) for the same words in the same run.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from peyman.errors import LanguageError
from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.record.schema import claims, documents, entries, members, nodes, originals, readings
from peyman.record.search import Filters, search
from peyman.record.search.engine import EVIDENCE, TEXTS, engine_of
from peyman.record.search.tables import search_documents, search_entries, search_facets, search_names
from peyman.record.search.words import stems_in, words_of
from peyman.sources import SourceDocument, load

QUERIES = Path(__file__).with_name("search_queries.tsv")
FLOOR = 0.95
BROAD = (
    *("Iraq", "talks", "گفت‌وگو", "محادثات", "party:IRQ"),
    *("Iraq party:USA date:2025", "Baghdad OR Muscat", "meeting -Geneva"),
)
BATCH = 2000


def queries() -> list[tuple[str, str, str, list[str]]]:
    """Return language, kind (same or across), query and expected ids of every query."""
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(language, kind, query, expected.split()) for language, kind, query, expected in rows]


def taken(folders: Iterable[str]) -> Iterator[SourceDocument]:
    """Yield the documents of some folders."""
    for item in load(folders):
        if isinstance(item, SourceDocument):
            yield item


def read(folders: Iterable[str]) -> Iterator[tuple[SourceDocument, Reading]]:
    """Yield the documents of some folders with their readings; what cannot be read is left out."""
    for source in taken(folders):
        with suppress(LanguageError):
            yield source, read_document(source)


def quality(folders: list[str]) -> int:
    """Print recall among the first ten; return 1 below the floor."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "search.db") as record:
        known = set()
        for source, reading in read(folders):
            record.add(reading, source.original)
            known.add(source.source)
        found: dict[str, list[float]] = defaultdict(list)
        for language, kind, query, expected in queries():
            wanted = [each for each in expected if each in known]
            if not wanted:
                continue
            hits = {hit.document.source for hit in search(record, query, limit=10).hits}
            recall = len(hits & set(wanted)) / min(10, len(wanted))
            for group in (language, kind, "all"):
                found[group].append(recall)
            if recall < 1:
                print(f"  {recall:.2f}  {query}: without {sorted(set(wanted) - hits)}")
    for group, values in found.items():
        print(f"{group:8}{len(values):4} queries  recall@10 {statistics.mean(values):.3f}")
    return 0 if found["all"] and statistics.mean(found["all"]) >= FLOOR else 1


class Sentences:
    """Sentences of real documents, with their words and stems, to make others of."""

    def __init__(self, folders: list[str]) -> None:
        self.by_language: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.names: dict[tuple[str, str], str | None] = {}
        for _, reading in read(folders):
            language = reading.document.language
            for line in reading.document.text.split("\n"):
                if len(line) > 20:
                    words = words_of(line)
                    forms = " ".join(word.form for word in words)
                    self.by_language[language].append((line, forms, stems_in(words, language)))


def fill(connection: Connection, sentences: Sentences, number: int) -> None:
    """Put so many documents into the tables, each with one meeting."""
    chance = random.Random(7)
    languages = sorted(sentences.by_language)
    engine = engine_of(connection)
    for start in range(1, number + 1, BATCH):
        rows: dict[str, list[Any]] = defaultdict(list)
        for n in range(start, min(start + BATCH, number + 1)):
            language = languages[n % len(languages)]
            parts = chance.choices(sentences.by_language[language], k=12)
            whole = "\n".join(part[0] for part in parts)
            day = f"20{chance.randint(15, 25)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
            told = {"id": f"{n:064x}", "number": n, "language": language, "published": day, "text": whole, "added": day}
            rows["documents"].append({**told, "publisher": f"Publisher {n % 50}", "title": parts[0][0][:80]})
            rows["originals"].append({"document_id": told["id"], "content": b""})
            rows["readings"].append(
                {"id": n, "document_id": told["id"], "reader_name": "x", "reader_version": "0", "backend": "x",
                 "added": day, "content": "{}"}
            )  # fmt: skip
            rows["entries"].append({"id": n, "kind": "meeting", "number": n})
            rows["nodes"].append({"id": n, "kind": "meeting", "key": str(n), "facts": "{}", "entry_id": n})
            rows["members"].append(
                {"id": n, "document_id": told["id"], "reading_id": n, "kind": "meeting", "local_id": "m1",
                 "confidence": 1.0, "node_id": n}
            )  # fmt: skip
            span = {"span_start": 0, "span_end": len(parts[0][0])}
            rows["claims"].append({"member_id": n, "field": "evidence", **span})
            limits = {"first_day": day, "last_day": day}
            rows["search_documents"].append(
                {"number": n, "reading_id": n, "language": language, "publisher": f"publisher {n % 50}", **limits}
            )
            rows["search_entries"].append({"member_id": n, "number": n, "kind": "meeting", **limits})
            for party in chance.sample(("IRQ", "USA", "IRN", "TUR", "SYR", "IRQ-KRD"), 2):
                rows["search_facets"].append({"number": n, "field": "party", "value": party})
            rows[TEXTS].append((n, " ".join(part[1] for part in parts), " ".join(part[2] for part in parts)))
            rows[EVIDENCE].append((n, parts[0][1], parts[0][2]))
        for table in (documents, originals, readings, entries, nodes, members, claims, search_documents, search_entries,
                      search_facets):  # fmt: skip
            connection.execute(insert(table), rows[table.name])
        for name in (TEXTS, EVIDENCE):
            engine.add(connection, name, rows[name])


def speed(number: int, folders: list[str], url: str | None) -> int:
    """Print how long queries take."""
    sentences = Sentences(folders)
    with tempfile.TemporaryDirectory() as folder:
        with Record.open(Path(folder) / "names.db") as small:
            for source, reading in read(folders):
                small.add(reading, source.original)
            with small.connection() as connection:
                names = [dict(row._mapping) for row in connection.execute(search_names.select())]
        with Record.open(url or Path(folder) / "search.db") as record:
            began = time.perf_counter()
            with record._database.writing() as connection:
                fill(connection, sentences, number)
                connection.execute(insert(search_names), names)
            if url:
                with record._database.writing() as connection:
                    connection.execute(text("ANALYZE"))
            print(f"{number} documents in {time.perf_counter() - began:.0f} s")
            for label, asked in (("the sixty", [query for _, _, query, _ in queries()]), ("broad", list(BROAD))):
                for order in ("relevance", "newest"):
                    took = []
                    for query in asked:
                        began = time.perf_counter()
                        search(record, query, Filters(), order=order, limit=10)
                        took.append(1000 * (time.perf_counter() - began))
                    took.sort()
                    p95 = took[min(len(took) - 1, int(0.95 * len(took)))]
                    print(f"{label:10} {order:10} median {statistics.median(took):7.1f} ms  p95 {p95:7.1f} ms")
            if not url:
                _plain(record)
    return 0


def _plain(record: Record) -> None:
    """The same words straight to FTS5, ranked, without names, filters and snippets."""
    took = []
    with record.connection() as connection:
        for _, _, query, _ in queries():
            words = " ".join(f'"{word.form}"' for word in words_of(query))
            statement = f"SELECT rowid FROM {TEXTS} WHERE {TEXTS} MATCH ? ORDER BY rank LIMIT 10"
            began = time.perf_counter()
            connection.exec_driver_sql(statement, (words,)).all()
            took.append(1000 * (time.perf_counter() - began))
    took.sort()
    print(f"FTS5 alone, the sixty: median {statistics.median(took):.1f} ms  p95 {took[int(0.95 * len(took))]:.1f} ms")


def main() -> int:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("quality", "speed"))
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--url", help="An empty PostgreSQL database, for speed")
    parser.add_argument("folders", nargs="+")
    given = parser.parse_args()
    return quality(given.folders) if given.what == "quality" else speed(given.documents, given.folders, given.url)


if __name__ == "__main__":
    sys.exit(main())
