"""``peyman bulk``: many documents, read by many processes or machines, into Parquet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peyman.cli.options import DEFAULT_MAXIMUM_BYTES, MaximumBytes
from peyman.cli.running import orderly, usage_error

if TYPE_CHECKING:
    from peyman.bulk.job import Progress

ENGINES = ("local", "ray")


def bulk(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="JSON Lines (.gz, .xz, .bz2, .zst), Parquet, WARC, other files, folders; patterns between quotes.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where to write.", show_default=False)],
    engine: Annotated[str, typer.Option(metavar="NAME", help=f"One of {', '.join(ENGINES)}.")] = "local",
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Reading processes; one for each core without it."),
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of a running Ray cluster; without it, Ray starts here.")
    ] = None,
    originals: Annotated[
        bool, typer.Option("--originals/--no-originals", help="Keep the published bytes; `peyman load` needs them.")
    ] = True,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
) -> None:
    """Read many documents into Parquet: readings and flat tables. Repeated after a break, it goes on where it was."""
    if engine not in ENGINES:
        usage_error(f"--engine {engine!r} is none of {', '.join(ENGINES)}.")
    if address is not None and engine != "ray":
        usage_error("--address is for --engine ray.")
    with orderly():
        from peyman.bulk.job import FAILED, run
        from peyman.bulk.local import local_engine
        from peyman.bulk.ray_engine import ray_engine
        from peyman.bulk.reading import Options

        chosen = local_engine(workers or os.cpu_count() or 1) if engine == "local" else ray_engine(workers, address)
        with _bar() as report:
            done = run(inputs, out, chosen, Options(max_bytes, originals), report=report)
        failed = f", {done.failed} failed (see {out / FAILED})" if done.failed else ""
        typer.echo(f"{done.documents} documents read{failed}. {out} holds {done.of} shards and a manifest.")


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    """Show how far a job is, its rate and the time that is left, on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("shards · {task.fields[documents]} documents, {task.fields[rate]}/s"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading", total=None, documents=0, rate="–")
        before: list[int] = []

        def report(progress: Progress) -> None:
            before.append(progress.documents)
            elapsed = bar.tasks[0].elapsed or 0
            rate = f"{(progress.documents - before[0]) / elapsed:.0f}" if elapsed > 1 else "–"
            bar.update(task, total=progress.of, completed=progress.shards, documents=progress.documents, rate=rate)

        yield report
