"""The engine ``ray``: Ray Data over one machine or a cluster. Scheduling, retries and back-pressure are left to Ray.

The input and the output have to be reachable under the same paths from every machine: a shared folder. A shard that was
lost with a machine is read again by another; reading one twice writes the same bytes.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from peyman.bulk.job import Engine, result_at
from peyman.bulk.reading import SHARDS, Options, ShardResult, read_shard
from peyman.bulk.shards import Shard
from peyman.errors import BulkError, MissingExtra
from peyman.sources.connections import knock

#: How long a cluster may take to answer at all; Ray itself would go on trying for half a minute and more.
_SECONDS_TO_ANSWER = 10
_REPEAT = "Repeat the command: what is done is kept."
_ADVICE = "Start a cluster with `ray start --head`, and check --address."


class ShardReader:
    """What Ray keeps alive on each worker: the reader with its models loaded.

    It takes no arguments: those of an actor that is started again after a loss might be lost themselves.
    """

    def __init__(self) -> None:
        importlib.import_module("peyman.reading.reader")

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Read the shard that a row describes; return its number."""
        shard, folder, options = job_of(row)
        return {"shard": read_shard(shard, folder, options).shard}


def row_of(shard: Shard, folder: Path, options: Options) -> dict[str, Any]:
    """Return a shard with all that reading it needs, as Ray carries it."""
    return {"job": json.dumps({"shard": shard.to_json(), "folder": str(folder), "options": asdict(options)})}


def job_of(row: dict[str, Any]) -> tuple[Shard, Path, Options]:
    """Return what `row_of` was given."""
    job = json.loads(row["job"])
    return Shard(**job["shard"]), Path(job["folder"]), Options(**job["options"])


def ray_engine(workers: int | None, address: str | None = None) -> Engine:
    """Return an engine that runs on Ray.

    Args:
        workers: How many readers there are at most, each on one core; one for each core of the cluster where None.
        address: Of a running cluster; None starts Ray on this machine.

    Raises:
        MissingExtra: Ray is not installed.
    """
    # Ray would report on its users.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        ray = importlib.import_module("ray")
        importlib.import_module("ray.data")
    except ImportError:
        raise MissingExtra("Ray is not installed.", "Install it with: pip install 'peyman[ray]'") from None

    def engine(shards: Sequence[Shard], folder: Path, options: Options) -> Iterator[ShardResult]:
        _connect(ray, address, workers)
        target = folder.resolve()
        try:
            readers = min(workers or len(shards), len(shards), int(ray.cluster_resources().get("CPU", 1)) or 1)
            # One block, and so one task, for each shard: what is lost with a machine is one shard of each reader.
            data = ray.data.from_items(
                [row_of(shard, target, options) for shard in shards], override_num_blocks=len(shards)
            )
            done = data.map(
                ShardReader, compute=ray.data.ActorPoolStrategy(min_size=readers, max_size=readers), num_cpus=1
            )
            wanted = {shard.number for shard in shards}
            for row in done.iter_rows():
                wanted.discard(int(row["shard"]))
                yield result_at(target / SHARDS / f"{int(row['shard']):06d}.json")
            if wanted:
                raise BulkError(f"{len(wanted)} shards were lost.", _REPEAT)
        except ray.exceptions.RayError as error:
            raise BulkError(
                f"Ray failed ({_first_line(error)}).", "Repeat the command: what is done is kept."
            ) from None
        finally:
            ray.shutdown()

    return engine


def _connect(ray: Any, address: str | None, workers: int | None) -> None:
    settings: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    try:
        if address is None:
            ray.init(num_cpus=workers, include_dashboard=False, **settings)
        else:
            _knock(address)
            ray.init(address=address, **settings)
    except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        raise BulkError(
            f"No Ray cluster answers at {address or 'this machine'} ({_first_line(error)}).", _ADVICE
        ) from None
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)


def _knock(address: str) -> None:
    """See that something listens at a host and port; other forms of address are left to Ray.

    Raises:
        OSError: Nothing does.
    """
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdigit():
        knock(host, int(port), _SECONDS_TO_ANSWER)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
