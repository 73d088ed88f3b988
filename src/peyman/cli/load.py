"""``peyman load``: what ``peyman bulk`` wrote, into a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly


def load(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What `peyman bulk` wrote.", show_default=False)],
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Add what `peyman bulk` read to a record; documents that it has are passed by."""
    from rich.console import Console
    from rich.progress import track

    from peyman.bulk.loading import Loaded, load_output

    with orderly(), open_record(record_path) as record:
        console = Console(stderr=True)
        last = Loaded(0, 0, 0)
        steps = load_output(folder, record)
        for step in track(steps, "Loading", console=console, transient=True, disable=not console.is_terminal):
            last = step
        known = f", {last.documents - last.added} known already" if last.added < last.documents else ""
        typer.echo(f"{last.added} added{known}. {record_path} holds {record.summary()}.")
