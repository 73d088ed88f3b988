"""How a command runs: its sources read one after the other, what failed counted and said, and an orderly end."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer

from peyman.errors import OutputError, PeymanError
from peyman.exchange.output import discard_standard_output, progress, upgrading, written

if TYPE_CHECKING:
    from peyman.model import Reading
    from peyman.reading.explanation import Explained
    from peyman.record import Record
    from peyman.record.shown.views import AddResult
    from peyman.sources import SourceDocument
    from peyman.sources.fetch import Fetcher

_Read = TypeVar("_Read")

#: What is said after Ctrl-C where every document is added whole or not at all.
GOES_ON = "what was added is in the record, and the same command goes on from there"

#: What a shell gives for a process that was ended by SIGPIPE, and by Ctrl-C.
STATUS_BROKEN_PIPE = 141
STATUS_INTERRUPTED = 130


class Report:
    """Counts what was done and what failed, and says on standard error why.

    Attributes:
        done: Documents done.
        failed: Sources, or documents in them, that failed.
    """

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0

    def failure(self, source: str, error: PeymanError) -> None:
        """Report one failure, on one line."""
        self.failed += 1
        complain(f"{source}: {error}")

    def summary(self, done: str) -> None:
        """Say how many were done and how many failed, where there is more than one to speak of."""
        if self.done + self.failed > 1:
            failed = f", {self.failed} failed" if self.failed else ""
            typer.echo(f"{self.done} {done}{failed}", err=True)

    def exit(self) -> None:
        """End with status 1 if anything failed."""
        if self.failed:
            raise typer.Exit(1)


def complain(line: str) -> None:
    """Print one line of an error on standard error, whatever a file name holds."""
    from peyman.exchange.bidirectional import printable

    typer.echo(f"peyman: {printable(line)}", err=True)


def open_record(path: str, create: bool = True) -> Record:
    """Open a record; where an older version made it, tell on standard error how far bringing it up to date has got.

    Args:
        path: Path of a file, or address of a database.
        create: Make the record where there is none.
    """
    from peyman.record import Record
    from peyman.record.rows.upgrading import told_to

    with upgrading(path) as tell, told_to(tell):
        return Record.open(path, create=create)


@contextmanager
def orderly(advice: str = "") -> Iterator[None]:
    """End a command in order: errors on one line, a closed pipe and Ctrl-C without a traceback.

    Args:
        advice: What is said after Ctrl-C: what has become of the work.
    """
    try:
        with _noting_interrupts():
            yield
        with written("standard output"):
            sys.stdout.flush()
    except BrokenPipeError:
        discard_standard_output()
        raise typer.Exit(STATUS_BROKEN_PIPE) from None
    except KeyboardInterrupt:
        typer.echo(f"peyman: interrupted{advice and f'; {advice}'}", err=True)
        raise typer.Exit(STATUS_INTERRUPTED) from None
    except PeymanError as error:
        if isinstance(error, OutputError):
            discard_standard_output()
        complain(str(error))
        raise typer.Exit(1) from None


_interrupted = threading.Event()


@contextmanager
def _noting_interrupts() -> Iterator[None]:
    """Note Ctrl-C beside raising it: raised inside a callback of a library or of the garbage collector, it is lost."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or not _in_main_thread():
        yield
        return

    def note(number: int, frame: FrameType | None) -> None:
        _interrupted.set()
        signal.default_int_handler(number, frame)

    _interrupted.clear()
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def stop_if_interrupted() -> None:
    """Raise `KeyboardInterrupt` if Ctrl-C came and was lost on its way; called between two documents."""
    if _interrupted.is_set():
        _interrupted.clear()
        raise KeyboardInterrupt


def usage_error(message: str) -> NoReturn:
    """End with status 2, saying what is wrong with the command."""
    raise typer.BadParameter(message)


def day_of(option: str, value: str | None) -> date | None:
    """Return the day that an option names, or None where it is not given; end with status 2 where it names none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        usage_error(f"{option} {value!r} is no day such as 2026-01-15.")


def files_of(sources: list[str], single: dict[str, str | None], output: Path | None) -> list[str]:
    """Return the files of the sources, after checking that the options fit them.

    Args:
        sources: As named.
        single: The options that speak of one source, by name without dashes.
        output: File that will be written.
    """
    from peyman.sources import expand
    from peyman.sources.publication import is_edtf_date

    published = single["published"]
    if published is not None and not is_edtf_date(published):
        usage_error(f"--published {published!r} is no date such as 2026-01-15, 2026-01 or 2026.")
    files = list(expand(sources))
    given = [f"--{name}" for name, value in single.items() if value is not None]
    if given and len(files) != 1:
        usage_error(f"{' and '.join(given)} can be given for one source only, and there are {len(files)}.")
    if output is not None:
        for file in files:
            if Path(file).name == output.name and Path(file).resolve() == output.resolve():
                usage_error(f"{output} is one of the sources, and would be overwritten.")
    return files


def readings_of(files: list[str], report: Report, **options: Any) -> Iterator[tuple[SourceDocument, Reading]]:
    """Read every document of the files; report what fails and go on."""
    from peyman.reading.reader import read_document

    yield from _each_read(files, report, read_document, options)


def explained_of(files: list[str], report: Report, **options: Any) -> Iterator[tuple[SourceDocument, Explained]]:
    """Read every document of the files with the reasons of its entries; report what fails and go on."""
    from peyman.reading.explanation import read_and_explain

    yield from _each_read(files, report, read_and_explain, options)


def _each_read(
    files: list[str], report: Report, reader: Callable[[SourceDocument], _Read], options: dict[str, Any]
) -> Iterator[tuple[SourceDocument, _Read]]:
    with progress(len(files)) as advance:
        for file in files:
            for document in documents_of(file, report, **options):
                reading = _read_with(reader, document, report)
                if reading is not None:
                    yield document, reading
            advance()


def documents_of(file: str, report: Report, **options: Any) -> Iterator[SourceDocument]:
    """Take in every document of a file; report what fails and go on."""
    from peyman.sources import SourceFailure, load

    for item in load(file, **options):
        if isinstance(item, SourceFailure):
            report.failure(item.source, item.error)
        else:
            yield item
        stop_if_interrupted()


def read_one(source: SourceDocument, report: Report) -> Reading | None:
    """Read one document; report it if that fails, and return nothing then."""
    from peyman.reading.reader import read_document

    return _read_with(read_document, source, report)


def _read_with(reader: Callable[[SourceDocument], _Read], source: SourceDocument, report: Report) -> _Read | None:
    try:
        return reader(source)
    except PeymanError as error:
        report.failure(source.source, error)
    except Exception as error:
        # One document that the reader trips over must not cost the other thousands.
        if sys.flags.dev_mode:
            raise
        what = f"The reader failed on it ({type(error).__name__}: {error})."
        report.failure(source.source, PeymanError(what, "This is a fault of Peyman: please report it."))
    return None


def add_one(
    record: Record, reading: Reading, source: SourceDocument, report: Report, again: bool = False
) -> AddResult | None:
    """Add one document to a record; report it if that fails, and return nothing then.

    Raises:
        RecordFull: If no other document could be added either, as with `RecordLocked`.
    """
    from peyman.errors import RecordError, RecordFull, RecordLocked

    try:
        return record.add(reading, source.original, again)
    except (RecordFull, RecordLocked):
        raise  # the next document would meet the same
    except RecordError as error:
        report.failure(source.source, error)
        return None


def fetcher_for(sources: list[str], **limits: Any) -> AbstractContextManager[Fetcher | None]:
    """Return what fetches addresses, or nothing where the sources name none: it takes a moment to import."""
    if not any(_names_servers(source) for source in sources):
        return nullcontext()
    from peyman.sources.fetch import Fetcher, Limits

    return Fetcher(Limits(**limits))


def _names_servers(source: str) -> bool:
    """Whether a source is an address, or a file of publishers."""
    return source.lower().startswith(("http://", "https://")) or source.lower().endswith(".toml")
