"""The brief as one self-contained page, for a browser and for printing."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from peyman.exchange import brief as words
from peyman.exchange.brief import brief_of
from peyman.exchange.formats import ExportOptions

if TYPE_CHECKING:
    from peyman.record import Record

_TEMPLATES = Path(__file__).with_name("templates")


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write the brief of a record.

    Args:
        record: The open record.
        stream: Where to.
        options: ``wording``, ``on``, ``since`` and ``title``.
    """
    gathered = brief_of(record, options)
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    page = environment.get_template("brief.html").render(
        brief=gathered,
        words=words,
        text=gathered.wording.text,
        css=Markup((_TEMPLATES / "brief.css").read_text(encoding="utf-8")),  # our own file, not a document's
    )
    stream.write(page.encode() + b"\n")
