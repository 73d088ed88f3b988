"""Arguments and options that several commands share, so that one name means one thing everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

DEFAULT_RECORD = "peyman.db"
#: As in `peyman.sources.files`, which is not imported for the help text alone; a test holds the two together.
DEFAULT_MAXIMUM_BYTES = 20_000_000

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files (text, HTML, PDF, Word, e-mail, JSON, web archives, feeds; TOML with publishers), folders, "
        "addresses, or -.",
        show_default=False,
    ),
]
RecordPath = Annotated[
    str, typer.Option("--record", metavar="PATH", help="The record: an SQLite file, or postgresql://USER@HOST/NAME.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of the one source: 2026-01-15, 2026-01 or 2026.")
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the one source.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the one source was published.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Language of the one source: fa, ar, ckb, kmr, en.")]
Pause = Annotated[
    float, typer.Option("--pause", metavar="SECONDS", min=0, help="Time between two requests to one server.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private and local addresses too: servers of your own.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the sources, where it cannot be told: windows-1256.")
]
MaximumBytes = Annotated[
    int, typer.Option("--max-bytes", metavar="N", min=1, help="Largest source, or line of JSON Lines, that is read.")
]
