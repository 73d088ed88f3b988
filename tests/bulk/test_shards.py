"""The input is cut by itself alone: every line once, whatever the size of a shard."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.bulk.shards import input_files, plan
from peyman.errors import UnreadableSource


@given(
    lines=st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" ")), max_size=30),
    size=st.integers(1, 90),
)
def test_every_byte_of_json_lines_is_in_one_shard_that_ends_with_a_line(
    lines: list[bytes], size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("input") / "documents.jsonl"
    data = b"\n".join(lines)
    path.write_bytes(data)
    shards = list(plan([str(path)], shard_bytes=size))
    assert b"".join(data[each.start : each.end] for each in shards) == data
    assert [each.number for each in shards] == list(range(len(shards)))
    for each in shards[:-1]:
        assert data[each.end - 1 : each.end] == b"\n"
        assert each.end - each.start >= size


def test_files_folders_and_patterns_are_taken_in_order_and_once(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "c.jsonl.gz", "note.txt", "d.parquet", "picture.png"):
        (tmp_path / name).write_bytes(b"{}")
    assert [Path(each).name for each in input_files([str(tmp_path / "*.jsonl"), str(tmp_path / "a.jsonl")])] == [
        "a.jsonl",
        "b.jsonl",
    ]
    inside = [Path(each).name for each in input_files([str(tmp_path)])]
    assert inside == ["a.jsonl", "b.jsonl", "c.jsonl.gz", "d.parquet", "note.txt"]


def test_a_compressed_file_is_one_shard(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}\n" * 1000))
    assert [each.form for each in plan([str(path)], shard_bytes=10)] == ["packed-lines"]


@pytest.mark.parametrize("given", ["nothing.jsonl", "no-*.jsonl"])
def test_an_input_that_is_not_there_is_refused_in_plain_words(given: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"is called|There is no file"):
        input_files([str(tmp_path / given)])
