"""The engine ``ray``: Ray Data over one machine or a cluster. Scheduling, retries and back-pressure are left to Ray.

The input and the output have to be reachable under the same paths from every machine: a shared folder. A shard that was
lost with a machine is read again by another; reading one twice writes the same bytes.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from peyman.bulk.job import Engine, result_at
from peyman.bulk.reading import SHARDS, Options, ShardResult, read_shard
from peyman.bulk.shards import Shard
from peyman.errors import BulkError, MissingExtra


class ShardReader:
    """What Ray keeps alive on each worker: the reader with its models loaded.

    Args:
        folder: The output.
        options: As a dictionary.
    """

    def __init__(self, folder: str, options: dict[str, Any]) -> None:
        self._folder = Path(folder)
        self._options = Options(**options)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Read the shard that a row describes; return what became of it."""
        shard = Shard(**{name: row[name] for name in ("number", "path", "form", "start", "end")})
        result = read_shard(shard, self._folder, self._options)
        return {"shard": result.shard}


def ray_engine(workers: int, address: str | None = None) -> Engine:
    """Return an engine that runs on Ray.

    Args:
        workers: How many readers there are at most, each on one core.
        address: Of a running cluster; None starts Ray on this machine.

    Raises:
        MissingExtra: Ray is not installed.
    """
    try:
        ray = importlib.import_module("ray")
        importlib.import_module("ray.data")
    except ImportError:
        raise MissingExtra("Ray is not installed.", "Install it with: pip install 'peyman[ray]'") from None

    def engine(shards: Sequence[Shard], folder: Path, options: Options) -> Iterator[ShardResult]:
        _connect(ray, address, workers)
        target = folder.resolve()
        try:
            data = ray.data.from_items([shard.to_json() for shard in shards], override_num_blocks=len(shards))
            done = data.map(
                ShardReader,
                fn_constructor_args=(str(target), asdict(options)),
                compute=ray.data.ActorPoolStrategy(min_size=1, max_size=workers),
                num_cpus=1,
            )
            wanted = {shard.number for shard in shards}
            for row in done.iter_rows():
                wanted.discard(int(row["shard"]))
                path = target / SHARDS / f"{int(row['shard']):06d}.json"
                yield result_at(path)
            if wanted:
                raise BulkError(f"{len(wanted)} shards were lost.", "Repeat the command: what is done is kept.")
        except ray.exceptions.RayError as error:
            first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise BulkError(f"Ray failed ({first}).", "Repeat the command: what is done is kept.") from None
        finally:
            ray.shutdown()

    return engine


def _connect(ray: Any, address: str | None, workers: int) -> None:
    settings: dict[str, Any] = {"include_dashboard": False, "log_to_driver": False, "logging_level": logging.ERROR}
    try:
        if address is None:
            ray.init(num_cpus=workers, **settings)
        else:
            settings.pop("include_dashboard")
            ray.init(address=address, **settings)
    except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise BulkError(
            f"No Ray cluster answers at {address or 'this machine'} ({first}).",
            "Start one with `ray start --head`, and check --address.",
        ) from None
    ray.data.DataContext.get_current().enable_progress_bars = False
