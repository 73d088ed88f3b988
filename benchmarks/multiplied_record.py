"""A large record in minutes: a small one whose documents are told again and again, years later, as other entries.

    .venv/bin/python benchmarks/multiplied_record.py SMALL.db LARGE.db --times 50

People, parties, places and agreements stay the same, so that they gather as many documents as they would in a long
process; meetings, undertakings and statements are new ones each time, ``--months`` later. It is made in SQL, for
measuring how fast a record is read, and added to. What merging looks up (candidate keys, signatures of texts) is
multiplied under other keys, so that its indexes are as large as they would be, and finds nothing there; the facts of
merging keep their days; the log is not multiplied, so that ``peyman verify`` finds faults in it.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import time
from pathlib import Path

_SHARED = "('actor', 'place', 'agreement')"


def multiply(small: Path, large: Path, times: int, months: int) -> None:
    """Write a record that tells what another tells so many times."""
    shutil.copy(small, large)
    connection = sqlite3.connect(large, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")

    def last(table: str, column: str = "id") -> int:
        return int(connection.execute(f"SELECT max({column}) FROM {table}").fetchone()[0] or 0)

    documents, readings, entries, nodes = last("documents", "number"), last("readings"), last("entries"), last("nodes")
    members, claims = last("members"), last("claims")
    numbers = dict(connection.execute("SELECT kind, max(number) FROM entries GROUP BY kind").fetchall())
    numbered = "CASE kind " + " ".join(f"WHEN '{kind}' THEN {most}" for kind, most in numbers.items()) + " END"
    for copy in range(1, times):
        names = {
            "k": copy,
            "d": copy * documents,
            "r": copy * readings,
            "e": copy * entries,
            "n": copy * nodes,
            "m": copy * members,
            "c": copy * claims,
            "later": f"+{copy * months} months",
        }
        document = "substr(document_id, 1, 58) || printf('%06x', :k)"
        mine = f"kind NOT IN {_SHARED}"
        own_node = f"node_id + CASE WHEN (SELECT {mine} FROM nodes WHERE nodes.id = node_id) THEN :n ELSE 0 END"
        connection.execute("BEGIN")
        for statement in (
            "INSERT INTO documents SELECT substr(id, 1, 58) || printf('%06x', :k), number + :d, source, url, publisher,"
            " date(published, :later), published_from, language, title, added, text, repaired"
            f" FROM documents WHERE number <= {documents}",
            f"INSERT INTO readings SELECT id + :r, {document}, reader_name, reader_version, backend, added, content"
            f" FROM readings WHERE id <= {readings}",
            f"INSERT INTO entries SELECT id + :e, kind, number + :k * {numbered}, merged_into + :e FROM entries"
            f" WHERE id <= {entries} AND {mine}",
            f"INSERT INTO nodes SELECT id + :n, kind, key || '~' || :k, {document}, facts, component + :n,"
            f" entry_id + :e, founded + :e FROM nodes WHERE id <= {nodes} AND {mine}",
            f"INSERT INTO members SELECT id + :m, {document}, reading_id + :r, kind, local_id, confidence, {own_node},"
            f" superseded FROM members WHERE id <= {members}",
            "INSERT INTO claims SELECT id + :c, member_id + :m, field, value, said_in, span_start, span_end FROM claims"
            f" WHERE id <= {claims}",
            "INSERT INTO doubtful SELECT low_id + :n, high_id + :n, likeness FROM doubtful WHERE"
            f" high_id <= {nodes} AND (SELECT {mine} FROM nodes WHERE nodes.id = low_id)",
            "INSERT INTO candidate_keys SELECT key || '~' || :k, node_id + :n FROM candidate_keys WHERE"
            f" node_id <= {nodes} AND (SELECT {mine} FROM nodes WHERE nodes.id = node_id)",
            "INSERT INTO links SELECT low_id + :n, high_id + :n, likeness FROM links WHERE"
            f" high_id <= {nodes} AND (SELECT {mine} FROM nodes WHERE nodes.id = low_id)",
            "INSERT INTO text_signatures SELECT number + :d, band, substr(value, 1, 20) || printf('%04x', :k)"
            f" FROM text_signatures WHERE number <= {documents}",
            "INSERT INTO carriers SELECT number + :d, account + :d, relation, of_number + :d FROM carriers"
            f" WHERE number <= {documents}",
            f"INSERT INTO outlines SELECT entry_id + :e, kind, number + :k * {numbered}, date(first_day, :later),"
            " date(last_day, :later), date(notice_day, :later), date(meet_after, :later), date(meet_until, :later),"
            " date(told_from, :later), status, reported, date(reported_on, :later), label, compared FROM outlines"
            f" WHERE entry_id <= {entries} AND {mine}",
            "INSERT INTO outline_parties SELECT entry_id + :e, part, party FROM outline_parties WHERE entry_id IN"
            f" (SELECT entry_id FROM outlines WHERE entry_id <= {entries} AND {mine})",
            f"INSERT INTO outline_nodes SELECT entry_id + :e, part, {own_node} FROM outline_nodes WHERE entry_id IN"
            f" (SELECT entry_id FROM outlines WHERE entry_id <= {entries} AND {mine})",
            "INSERT INTO outline_reports SELECT entry_id + :e, other_id + :e, date(day, :later), meeting"
            f" FROM outline_reports WHERE entry_id <= {entries}",
            "INSERT INTO search_documents SELECT number + :d, reading_id + :r, language, publisher,"
            f" date(first_day, :later), date(last_day, :later) FROM search_documents WHERE number <= {documents}",
            "INSERT INTO search_facets SELECT number + :d, field, value FROM search_facets"
            f" WHERE number <= {documents}",
            "INSERT INTO search_entries SELECT member_id + :m, number + :d, kind, date(first_day, :later),"
            f" date(last_day, :later) FROM search_entries WHERE number <= {documents}",
        ):
            connection.execute(statement, {name: value for name, value in names.items() if f":{name}" in statement})
        connection.execute("COMMIT")
    # The full-text index keeps no text that could be copied.
    connection.execute(
        "INSERT INTO search_texts (rowid, words, stems) SELECT number, lower(text), '' FROM documents WHERE number > ?",
        (documents,),
    )
    connection.execute("ANALYZE")
    connection.close()


def main() -> None:
    """Multiply, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--months", type=int, default=5)
    options = parser.parse_args()
    begin = time.perf_counter()
    multiply(options.small, options.large, options.times, options.months)
    print(f"{options.times} times in {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
