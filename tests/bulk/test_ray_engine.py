"""The engine `ray`: the bytes that `local` writes, on a real cluster of this machine, and when a machine of it is lost.

The tests on a cluster start a head and two workers as processes of their own. They need the extra `ray`, which is no
part of the test environment: `make cluster` installs it and runs them. The others run everywhere.
"""

from __future__ import annotations

import importlib.util
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.bulk.conftest import document

from peyman.bulk.job import MANIFEST, run
from peyman.bulk.local import local_engine
from peyman.bulk.ray_engine import ShardReader, job_of, ray_engine, row_of
from peyman.bulk.reading import Options
from peyman.bulk.shards import plan
from peyman.errors import BulkError, MissingExtra

pytest.importorskip("pyarrow", reason="the extra `bulk` is not installed")

on_a_cluster = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs Ray: make cluster")

FILES, IN_A_FILE = 16, 40


class Cluster:
    """A head without cores and two workers with one each, every one a process group of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"127.0.0.1:{port}"
        # Newer versions of Ray let only those in who know a word; older ones pay no heed.
        self.environment = os.environ | {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
        self.environment |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0"}
        self._start("--head", f"--port={port}", "--num-cpus=0", "--include-dashboard=false", f"--temp-dir={folder}/r")
        for _ in range(2):
            self._start(f"--address={self.address}", "--num-cpus=1")

    def _start(self, *words: str) -> None:
        log = self._folder / f"{len(self._processes)}.log"
        command = [str(Path(sys.executable).with_name("ray")), "start", "--block", "--object-store-memory=80000000"]
        with log.open("wb") as stream:
            self._processes.append(
                subprocess.Popen(
                    [*command, *words], env=self.environment, stdout=stream, stderr=stream, start_new_session=True
                )
            )
        wait_for(lambda: "Ray runtime started" in log.read_text(errors="replace"), log)

    def lose_a_worker(self) -> None:
        """Kill the last machine with all that runs on it."""
        process = self._processes.pop()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(60)

    def stop(self) -> None:
        for process in reversed(self._processes):
            os.killpg(process.pid, signal.SIGTERM)
        for process in self._processes:
            process.wait(60)


def wait_for(condition: Callable[[], bool], what: object, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.2)


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("c"))
    yield made
    made.stop()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Several files, and so several shards."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(FILES):
        rows = [json.dumps(document(number * IN_A_FILE + each)) for each in range(IN_A_FILE)]
        (folder / f"{number:02}.jsonl").write_text("\n".join([*rows, "{broken"]) + "\n", encoding="utf-8")
    return folder


def bulk(many: Path, out: Path, cluster: Cluster, address: str | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "peyman", "bulk", str(many), "--out", str(out), "--engine", "ray"]
    return subprocess.Popen([*command, "--address", address or cluster.address], env=cluster.environment)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def shards_done(out: Path) -> int:
    return len(list((out / "shards").glob("[0-9]*.json")))


@on_a_cluster
def test_a_cluster_writes_the_bytes_that_one_process_writes(cluster: Cluster, many: Path, tmp_path: Path) -> None:
    run([str(many)], tmp_path / "local", local_engine(1))
    assert bulk(many, tmp_path / "ray", cluster).wait(600) == 0
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


@on_a_cluster
def test_a_machine_that_is_lost_in_the_middle_costs_nothing(cluster: Cluster, many: Path, tmp_path: Path) -> None:
    run([str(many)], tmp_path / "local", local_engine(1))
    process = bulk(many, tmp_path / "ray", cluster)
    wait_for(lambda: shards_done(tmp_path / "ray") >= 3, "no shard is read")
    cluster.lose_a_worker()
    assert shards_done(tmp_path / "ray") < FILES, "the machine was lost too late to show anything"
    assert process.wait(600) == 0
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


@on_a_cluster
def test_a_driver_that_is_killed_goes_on_where_it_was(cluster: Cluster, many: Path, tmp_path: Path) -> None:
    process = bulk(many, tmp_path / "ray", cluster)
    wait_for(lambda: shards_done(tmp_path / "ray") >= 2, "no shard is read")
    process.kill()
    process.wait(60)
    assert not (tmp_path / "ray" / MANIFEST).exists()
    assert bulk(many, tmp_path / "ray", cluster).wait(600) == 0
    run([str(many)], tmp_path / "local", local_engine(1))
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


@on_a_cluster
def test_an_address_that_does_not_answer_is_one_clear_line_and_leaves_nothing_that_looks_whole(
    many: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "peyman", "bulk", str(many), "--out", str(tmp_path / "out"), "--engine", "ray"]
    result = subprocess.run([*command, "--address", f"127.0.0.1:{port}"], capture_output=True, text=True, timeout=120)
    assert result.returncode == 1
    assert f"No Ray cluster answers at 127.0.0.1:{port}" in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2
    assert not (tmp_path / "out" / MANIFEST).exists()


def test_what_ray_carries_is_read_as_the_shard_that_it_was(lines: Path, tmp_path: Path) -> None:
    shards = list(plan([str(lines)], shard_bytes=1200))
    options = Options(max_bytes=5000, originals=False)
    for shard in shards:
        row = json.loads(json.dumps(row_of(shard, tmp_path / "ray", options)))
        assert job_of(row) == (shard, tmp_path / "ray", options)
        assert ShardReader()(row) == {"shard": shard.number}
    run([str(lines)], tmp_path / "local", local_engine(1), options, shard_bytes=1200)
    read = {name: data for name, data in contents(tmp_path / "local").items() if "/" in name}
    assert contents(tmp_path / "ray") == read


class FakeRay:
    """Stands for Ray where it cannot be reached."""

    class exceptions:  # noqa: N801
        RayError = ConnectionAbortedError

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.asked: list[dict[str, Any]] = []

    def init(self, **settings: Any) -> None:
        self.asked.append(settings)
        raise self._error


@pytest.mark.parametrize("address", [None, "auto"])
def test_a_cluster_that_refuses_is_said_in_one_line(
    address: str | None, lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeRay(ConnectionError("Could not find any running Ray instance.\nMore words."))
    monkeypatch.setitem(sys.modules, "ray", fake)
    monkeypatch.setitem(sys.modules, "ray.data", fake)
    with pytest.raises(BulkError, match=r"No Ray cluster answers at (auto|this machine)") as caught:
        run([str(lines)], tmp_path / "out", ray_engine(2, address))
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out" / MANIFEST).exists()


def test_a_port_at_which_nothing_listens_is_told_before_ray_is_asked(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeRay(AssertionError("asked"))
    monkeypatch.setitem(sys.modules, "ray", fake)
    monkeypatch.setitem(sys.modules, "ray.data", fake)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(BulkError, match=f"127.0.0.1:{port}"):
        run([str(lines)], tmp_path / "out", ray_engine(1, f"127.0.0.1:{port}"))
    assert fake.asked == []


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtra, match="Ray is not installed"):
        ray_engine(2)
