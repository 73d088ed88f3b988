"""The formats that a record is exported to: one table, which the command, the web app and the documentation share.

Each format is one module with a function that writes a whole record; it is imported only when it is used.
"""

from __future__ import annotations

import datetime as dt
import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from peyman.errors import OutputError, UnknownFormat
from peyman.exchange.output import written

if TYPE_CHECKING:
    from peyman.exchange.interface_words import Wording
    from peyman.record import Record


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What an export can be asked for; each format takes what concerns it.

    Attributes:
        language: BCP 47 code of the language of headings and names, for formats that people read.
        since: First day whose changes count as new, for the brief.
        on: The day that is today for deadlines; the day of the export where None.
        text: Whether published words go into formats that usually leave them out.
        title: Title of the process, for formats that people read.
        wording: The words of the language, for formats that people read; plain English where None.
    """

    language: str = "en"
    since: dt.date | None = None
    on: dt.date | None = None
    text: bool = False
    title: str | None = None
    wording: Wording | None = None

    @property
    def today(self) -> dt.date:
        """The day that deadlines are counted from."""
        return self.on or dt.datetime.now(dt.UTC).date()


Writer = Callable[["Record", IO[bytes], ExportOptions], None]
FolderWriter = Callable[["Record", Path, ExportOptions], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What it is called on the command line.
        title: What it is called among people.
        module: The module of `peyman.exchange` that writes it, as ``write`` (or ``write_folder``).
        suffix: Ending of its files.
        media_type: For HTTP.
        loses: What of a record it has no place for, in one sentence.
        folder: Whether it is several files in a folder.
        worded: Whether it is for people, in the words of a language of the interface.
    """

    name: str
    title: str
    module: str
    suffix: str
    media_type: str
    loses: str
    folder: bool = False
    worded: bool = False

    def write(self, record: Record, stream: IO[bytes], options: ExportOptions) -> None:
        """Write a record to a stream of bytes; for formats of one file."""
        writer: Writer = importlib.import_module(f"peyman.exchange.{self.module}").write
        writer(record, stream, options)

    def write_folder(self, record: Record, folder: Path, options: ExportOptions) -> None:
        """Write a record to files in a folder, for formats of several files."""
        writer: FolderWriter = importlib.import_module(f"peyman.exchange.{self.module}").write_folder
        writer(record, folder, options)


_ONE_VALUE = "where documents differ, the value that most of them give stands alone"

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format(
            "ftm",
            "FollowTheMoney entities",
            "followthemoney",
            ".ftm.json",
            "application/json+ftm",
            "Offsets, who says what, the status, format and capacities of a meeting, and the terms of an undertaking "
            "have no properties of their own: they stand in words in summary and description.",
        ),
        Format(
            "plover",
            "PLOVER events, JSON Lines",
            "plover",
            ".plover.jsonl",
            "application/x-ndjson",
            "PLOVER has no deadline, no mediator, no doubt about a date, and no 'one says held, the other denies': "
            f"{_ONE_VALUE}, and what is unknown is left out.",
        ),
        Format(
            "polecat",
            "PLOVER events, the tab-separated columns of POLECAT",
            "polecat",
            ".polecat.tsv",
            "text/tab-separated-values",
            "As PLOVER, and without evidence: the columns have no place for offsets; intensity is empty.",
        ),
        Format(
            "ical",
            "iCalendar of meetings and deadlines",
            "icalendar_events",
            ".ics",
            "text/calendar",
            f"Undertakings without a deadline, statements and evidence are left out, and so is a meeting without a "
            f"known day; {_ONE_VALUE}, and the difference is said in the description.",
        ),
        Format(
            "brief",
            "The brief: two pages for people, HTML",
            "brief_html",
            ".brief.html",
            "text/html",
            "All but the last round, the facts on which its accounts differ, what is due and what is new; of these, "
            "what two pages have no room for.",
            worded=True,
        ),
        Format(
            "brief-docx",
            "The brief: two pages for people, Word",
            "brief_docx",
            ".brief.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "As the brief in HTML.",
            worded=True,
        ),
        Format(
            "lossless",
            "The whole record, JSON Lines, for `peyman import`",
            "lossless",
            ".peyman.jsonl",
            "application/x-ndjson",
            "Nothing.",
        ),
        Format(
            "jsonld",
            "JSON-LD: schema.org, Web Annotation, PROV",
            "jsonld",
            ".jsonld",
            "application/ld+json",
            "Words of documents are left out unless they are asked for; the capacity of a participant other than the "
            "host stands in annotations only.",
        ),
        Format(
            "csv",
            "CSV tables, one for each kind of entry",
            "csv_tables",
            ".csv",
            "text/csv",
            f"In the tables of entries {_ONE_VALUE}; the table of claims has every value, and its words where they are "
            "asked for.",
            folder=True,
        ),
        Format(
            "parquet",
            "Parquet tables, one for each kind of entry",
            "parquet_tables",
            ".parquet",
            "application/vnd.apache.parquet",
            "As the CSV tables.",
            folder=True,
        ),
    )
}


def format_named(name: str) -> Format:
    """Return a format by its name.

    Raises:
        UnknownFormat: There is none of that name.
    """
    found = FORMATS.get(name.lower())
    if found is None:
        raise UnknownFormat(f"There is no format {name!r}.", f"The formats are {', '.join(FORMATS)}.")
    return found


def export(record: Record, name: str, target: Path, options: ExportOptions) -> None:
    """Write a record to a file or, for a format of several files, to a folder.

    A file is written beside its place and moved there when it is whole, so that a failure leaves what was there.

    Args:
        record: The open record.
        name: Name of the format.
        target: The file, or the folder, which is made where it is not there.
        options: What is asked for.

    Raises:
        UnknownFormat: There is no such format.
        OutputError: The target cannot be written.
    """
    chosen = format_named(name)
    if chosen.folder:
        with written(str(target)):
            target.mkdir(parents=True, exist_ok=True)
            chosen.write_folder(record, target, options)
        return
    if target.is_dir():
        raise OutputError(f"{target} is a folder.", "Name a file to write to.")
    with written(str(target)), whole_file(target) as stream:
        chosen.write(record, stream, options)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """Open a file that appears under its name only when it was written to the end; a failure leaves what was there.

    Args:
        target: Where the file shall be.
    """
    number, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        beside.chmod(mode)
        beside.replace(target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
