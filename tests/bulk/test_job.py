"""A job: each document once, the same bytes however many workers, and on again after a break."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.sources import made

from peyman.bulk.flat import TABLES
from peyman.bulk.job import FAILED, MANIFEST, Progress, run
from peyman.bulk.local import local_engine
from peyman.bulk.reading import Options, ShardResult, read_shard
from peyman.bulk.shards import Shard
from peyman.errors import BulkError

pyarrow = pytest.importorskip("pyarrow", reason="the extra `bulk` is not installed")
parquet = pytest.importorskip("pyarrow.parquet")

SMALL = 1200
"""Bytes of a shard in these tests: a handful of documents."""


def bulk(path: Path, out: Path, workers: int = 1, **options: Any) -> Progress:
    return run([str(path)], out, local_engine(workers), Options(**options), shard_bytes=SMALL, shard_rows=7)


def manifest(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    return found


def readings(out: Path) -> list[dict[str, Any]]:
    return [
        row for path in sorted((out / "readings").glob("*.parquet")) for row in parquet.read_table(path).to_pylist()
    ]


def test_every_document_is_read_once_and_a_bad_line_stands_among_the_failures(lines: Path, tmp_path: Path) -> None:
    done = bulk(lines, tmp_path / "out")
    assert (done.documents, done.failed) == (30, 1)
    assert done.shards == done.of > 3
    found = readings(tmp_path / "out")
    assert [row["source"] for row in found] == [f"report-{number}" for number in range(30)]
    assert all(json.loads(row["reading"])["document"]["id"] == row["document"] for row in found)
    failed = [json.loads(line) for line in (tmp_path / "out" / FAILED).read_text().splitlines()]
    assert [each["code"] for each in failed] == ["P107"]
    assert str(lines) in failed[0]["source"]


def test_the_flat_tables_have_what_the_readings_have(lines: Path, tmp_path: Path) -> None:
    bulk(lines, tmp_path / "out")
    counted = dict.fromkeys(TABLES, 0)
    for row in readings(tmp_path / "out"):
        reading = json.loads(row["reading"])
        counted["readings"] += 1
        for table in ("meetings", "commitments", "statements", "actors"):
            counted[table] += len(reading[table])
    for table, columns in TABLES.items():
        tables = [parquet.read_table(path) for path in sorted((tmp_path / "out" / table).glob("*.parquet"))]
        assert sum(each.num_rows for each in tables) == counted[table]
        assert tables[0].column_names == [name for name, _, _ in columns]
    assert counted["meetings"] >= 30


def test_output_is_the_same_byte_for_byte_whatever_the_number_of_workers(lines: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        bulk(lines, tmp_path / str(workers), workers)
    assert manifest(tmp_path / "1") == manifest(tmp_path / "2")
    for name in manifest(tmp_path / "1")["files"]:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_a_job_that_was_broken_off_reads_only_what_is_left(lines: Path, tmp_path: Path) -> None:
    seen: list[int] = []

    def breaking(shards: Sequence[Shard], folder: Path, options: Options) -> Iterator[ShardResult]:
        for shard in shards:
            if len(seen) == 2:
                raise KeyboardInterrupt
            seen.append(shard.number)
            yield read_shard(shard, folder, options)

    with pytest.raises(KeyboardInterrupt):
        run([str(lines)], tmp_path / "out", breaking, shard_bytes=SMALL)
    assert not (tmp_path / "out" / MANIFEST).exists()
    (tmp_path / "out" / "readings" / ".half.parquet.1").write_bytes(b"half")
    again: list[int] = []

    def counting(shards: Sequence[Shard], folder: Path, options: Options) -> Iterator[ShardResult]:
        again.extend(shard.number for shard in shards)
        yield from local_engine(1)(shards, folder, options)

    done = run([str(lines)], tmp_path / "out", counting, shard_bytes=SMALL)
    assert not set(seen) & set(again)
    assert done.documents == len(readings(tmp_path / "out")) == 30
    bulk(lines, tmp_path / "whole")
    assert manifest(tmp_path / "out")["sha256"] == manifest(tmp_path / "whole")["sha256"]
    assert not list((tmp_path / "out" / "readings").glob(".*"))


def test_a_run_that_is_killed_goes_on_to_the_same_output(lines: Path, tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from peyman.bulk.job import run; from peyman.bulk.local import local_engine;"
        f"run([{str(lines)!r}], Path({str(tmp_path / 'out')!r}), local_engine(1), shard_bytes={SMALL})"
    )
    process = subprocess.Popen([sys.executable, "-c", program])
    deadline = time.monotonic() + 60
    while not list((tmp_path / "out" / "shards").glob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    bulk(lines, tmp_path / "out")
    bulk(lines, tmp_path / "whole")
    assert manifest(tmp_path / "out")["sha256"] == manifest(tmp_path / "whole")["sha256"]


def test_a_finished_job_repeated_changes_nothing(lines: Path, tmp_path: Path) -> None:
    bulk(lines, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "readings").iterdir()}
    bulk(lines, tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "readings").iterdir()} == before


def test_a_folder_with_something_else_in_it_is_refused(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(BulkError, match="not empty"):
        bulk(lines, tmp_path / "mine")
    bulk(lines, tmp_path / "out")
    with pytest.raises(BulkError, match="another input"):
        bulk(lines, tmp_path / "out", originals=False)


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(BulkError, match="cannot be written"):
        bulk(lines, tmp_path / "file" / "out")


def test_packed_lines_give_the_same_documents_and_a_cut_file_gives_those_before_the_cut(
    lines: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "reports.jsonl.gz"
    data = gzip.compress(lines.read_bytes())
    packed.write_bytes(data)
    assert bulk(packed, tmp_path / "out").documents == 30
    packed.write_bytes(data[: len(data) * 3 // 4])
    done = bulk(packed, tmp_path / "cut")
    assert 0 < done.documents < 30
    assert "cut short" in (tmp_path / "cut" / FAILED).read_text()


def test_parquet_is_read_by_its_columns_and_one_without_text_is_a_failure(lines: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in lines.read_text().splitlines() if line.endswith("}")]
    path = tmp_path / "reports.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    done = bulk(path, tmp_path / "out")
    assert (done.documents, done.failed) == (30, 0)
    assert done.of == 5
    parquet.write_table(pyarrow.table({"body": ["no text here"]}), path)
    assert bulk(path, tmp_path / "without").failed == 1
    assert "neither a column" in (tmp_path / "without" / FAILED).read_text()


def test_a_line_longer_than_the_limit_is_passed_by_and_those_after_it_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    good = json.dumps({"id": "good", "text": "Delegations of Iraq and Iran met in Muscat on 3 March 2025."})
    path.write_text(f'{{"text": "{"x" * 50_000}"}}\n{good}\n', encoding="utf-8")
    done = bulk(path, tmp_path / "out", max_bytes=10_000)
    assert (done.documents, done.failed) == (1, 1)
    assert json.loads((tmp_path / "out" / FAILED).read_text())["code"] == "P105"


def test_a_web_archive_with_broken_records_gives_the_whole_ones_and_says_what_failed(tmp_path: Path) -> None:
    page = "<html><body><article><p>{}</p></article></body></html>"
    words = "Delegations of Iraq and Iran met in Muscat on 3 March 2025. The two sides agreed to meet again in April. "
    pages = [page.format(words * 4 + str(number)).encode() for number in range(3)]
    good = made.warc(
        [(f"https://example.org/{n}", "text/html", each, 200) for n, each in enumerate(pages)], packed=False
    )
    for name, data in {"cut": good[: -len(pages[2]) // 2], "rubbish": b"no archive at all\r\n" * 20}.items():
        path = tmp_path / f"{name}.warc"
        path.write_bytes(data)
        done = bulk(path, tmp_path / name)
        assert done.failed >= 1
        assert done.documents == (2 if name == "cut" else 0)
        failed = [json.loads(line) for line in (tmp_path / name / FAILED).read_text().splitlines()]
        assert all(each["code"] and each["reason"] and "\n" not in each["reason"] for each in failed)


def test_a_parquet_file_that_is_cut_off_is_a_failure_and_the_others_are_read(lines: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.jsonl").write_bytes(lines.read_bytes())
    parquet.write_table(pyarrow.table({"text": ["Iraq and Iran met in Muscat."] * 50}), folder / "cut.parquet")
    (folder / "cut.parquet").write_bytes((folder / "cut.parquet").read_bytes()[:-20])
    done = bulk(folder, tmp_path / "out")
    assert (done.documents, done.failed) == (30, 2)
    assert "no Parquet file" in (tmp_path / "out" / FAILED).read_text()
