"""The command ``peyman``: read documents, add them to a record, show what is in it.

Each command is thin: it takes the sources in, calls the room that does the work, and reports. What takes long to
import is imported where it is needed, so that ``peyman --help`` answers at once.

Exit status: 0 when everything was done, 1 when anything failed, 2 when the command was misspelt, 130 after Ctrl-C.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO

import typer

import peyman
from peyman.errors import OutputError, PeymanError
from peyman.exchange.output import discard_standard_output, output_stream, progress, text_console, written

if TYPE_CHECKING:
    from rich.console import Console

    from peyman.model import Reading
    from peyman.record import Record
    from peyman.record.views import AddResult
    from peyman.sources import SourceDocument

DEFAULT_RECORD = "peyman.db"
#: As in `peyman.sources.files`, which is not imported for the help text alone; a test holds the two together.
DEFAULT_MAXIMUM_BYTES = 20_000_000
#: What `peyman show` lists, in the order of its overview; each is a method of `peyman.record.Record`.
KINDS = ("meetings", "commitments", "statements", "agreements", "actors", "places", "documents")
#: Entries of a kind that the overview shows.
FEW = 5
#: What a shell gives for a process that was ended by SIGPIPE, and by Ctrl-C.
STATUS_BROKEN_PIPE = 141
STATUS_INTERRUPTED = 130

app = typer.Typer(
    name="peyman",
    help="Reads what the parties to talks publish, and keeps one verifiable record of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files (plain text, HTML, JSON, JSON Lines), folders of them, or - for standard input.",
        show_default=False,
    ),
]
RecordPath = Annotated[str, typer.Option("--record", metavar="PATH", help="The record: one SQLite file.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of the one source: 2026-01-15, 2026-01 or 2026.")
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the one source.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the one source was published.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Language of the one source: fa, ar, ckb, kmr, en.")]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the sources, where it cannot be told: windows-1256.")
]
MaximumBytes = Annotated[
    int, typer.Option("--max-bytes", metavar="N", min=1, help="Largest source, or line of JSON Lines, that is read.")
]


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


@contextmanager
def orderly() -> Iterator[None]:
    """End a command in order: errors on one line, a closed pipe and Ctrl-C without a traceback."""
    try:
        yield
        with written("standard output"):
            sys.stdout.flush()
    except BrokenPipeError:
        discard_standard_output()
        raise typer.Exit(STATUS_BROKEN_PIPE) from None
    except KeyboardInterrupt:
        typer.echo("peyman: interrupted", err=True)
        raise typer.Exit(STATUS_INTERRUPTED) from None
    except PeymanError as error:
        if isinstance(error, OutputError):
            discard_standard_output()
        complain(str(error))
        raise typer.Exit(1) from None


def usage_error(message: str) -> NoReturn:
    """End with status 2, saying what is wrong with the command."""
    raise typer.BadParameter(message)


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
    from peyman.sources import SourceFailure, load

    with progress(len(files)) as advance:
        for file in files:
            for item in load(file, **options):
                if isinstance(item, SourceFailure):
                    report.failure(item.source, item.error)
                    continue
                try:
                    reading = read_document(item)
                except PeymanError as error:
                    report.failure(item.source, error)
                    continue
                except Exception as error:
                    # One document that the reader trips over must not cost the other thousands.
                    if sys.flags.dev_mode:
                        raise
                    what = f"The reader failed on it ({type(error).__name__}: {error})."
                    report.failure(item.source, PeymanError(what, "This is a fault of Peyman: please report it."))
                    continue
                yield item, reading
            advance()


def show_version(wanted: bool) -> None:
    """Print the version and end, if that is wanted."""
    if wanted:
        typer.echo(f"peyman {peyman.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads what the parties to talks publish, and keeps one verifiable record of it."""
    # Libraries log what they pass by; what matters to the user is reported by us, in one line.
    logging.getLogger().addHandler(logging.NullHandler())


@app.command()
def read(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one reading a line.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Write one page with the evidence marked.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
) -> None:
    """Read documents and print what they say: who met, who said what, who undertook what by when."""
    if as_json and as_html:
        usage_error("--json and --html exclude each other.")
    if as_html and output is None and sys.stdout.isatty():
        usage_error("A page is not for reading in a terminal: give --output FILE.")
    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly():
        files = files_of(sources, single, output)
        report = Report()
        readings = readings_of(files, report, encoding=encoding, max_bytes=max_bytes, **single)
        if as_html:
            _write_page(readings, report, output)
        else:
            with output_stream(output) as stream:
                console = None if as_json else text_console(stream)
                for _, reading in readings:
                    if console is None:
                        stream.write(reading.to_json() + "\n")
                    else:
                        _print_one(reading, console, first=report.done == 0)
                    report.done += 1
        report.summary("read")
        report.exit()


def _print_one(reading: Reading, console: Console, *, first: bool) -> None:
    from peyman.exchange.terminal import line_width, print_reading

    if not first:
        console.print("─" * line_width(console), style="dim", soft_wrap=True)
        console.print()
    print_reading(reading, console)


def _write_page(readings: Iterator[tuple[SourceDocument, Reading]], report: Report, output: Path | None) -> None:
    from peyman.exchange.page import render_page

    found = [reading for _, reading in readings]
    report.done = len(found)
    if found:
        with output_stream(output) as stream:
            stream.write(render_page(found))


@app.command()
def add(
    sources: Sources,
    record_path: RecordPath = DEFAULT_RECORD,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
    encoding: Encoding = None,
    max_bytes: MaximumBytes = DEFAULT_MAXIMUM_BYTES,
) -> None:
    """Read documents and add what they say to a record; a document that it has already changes nothing."""
    from peyman.errors import RecordError, RecordFull, RecordLocked
    from peyman.record import Record

    single = {"published": published, "publisher": publisher, "url": url, "language": language}
    with orderly(), output_stream(None) as stream:
        files = files_of(sources, single, None)
        report = Report()
        known = 0
        with Record.open(record_path) as record:
            for source, reading in readings_of(files, report, encoding=encoding, max_bytes=max_bytes, **single):
                try:
                    result = record.add(reading, source.original)
                except (RecordFull, RecordLocked):
                    raise  # the next document would meet the same
                except RecordError as error:
                    report.failure(source.source, error)
                    continue
                known += not result.added
                report.done += result.added
                stream.write(_added_line(result, source.source) + "\n")
            done = f"{report.done} added" + (f", {known} known already" if known else "")
            failed = f", {report.failed} failed" if report.failed else ""
            stream.write(f"{done}{failed}. {record_path} holds {record.summary()}.\n")
        report.exit()


def _added_line(result: AddResult, source: str) -> str:
    from peyman.exchange.bidirectional import isolate, printable

    name = isolate(printable(source))
    if not result.added:
        return f"{result.document}  {name}: known already"
    joined = [identifier for identifier in result.joined if identifier.startswith("M")]
    parts = [f"{len(result.new)} new entries"]
    if result.joined:
        parts.append(f"{len(result.joined)} joined" + (f" ({', '.join(joined)} among them)" if joined else ""))
    return f"{result.document}  {name}: {', '.join(parts)}"


@app.command()
def show(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND|ID]", help=f"One of {', '.join(KINDS)}; or an id such as M1.", show_default=False
        ),
    ] = None,
    record_path: RecordPath = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object, or one entry a line.")] = False,
) -> None:
    """Show what is in a record: all of it in short, the entries of one kind, or one entry with its evidence."""
    from peyman.record import Record

    kind = what.lower() if what else None
    if what and kind not in KINDS and not any(character.isdigit() for character in what):
        usage_error(f"{what!r} is neither an id such as M1 nor one of {', '.join(KINDS)}.")
    with orderly(), Record.open(record_path, create=False) as record, output_stream(None) as stream:
        if as_json:
            _show_json(record, what, kind, stream)
        else:
            _show_text(record, what, kind, text_console(stream))


def _show_json(record: Record, what: str | None, kind: str | None, stream: TextIO) -> None:
    from peyman.exchange.record_json import view_json

    if what is None:
        lists = {name: getattr(record, name)() for name in KINDS}
        stream.write(view_json({"summary": record.summary(), **lists}) + "\n")
    elif kind in KINDS:
        for entry in getattr(record, kind)():
            stream.write(view_json(entry) + "\n")
    else:
        stream.write(view_json(record.get(what)) + "\n")


def _show_text(record: Record, what: str | None, kind: str | None, console: Console) -> None:
    from peyman.exchange.record_terminal import print_document, print_entry, print_list, print_overview
    from peyman.record.views import DocumentView

    if what is None:
        summary = record.summary()
        counts = {**{f"{kind}s": number for kind, number in summary.entries.items()}, "documents": summary.documents}
        first = [(name.capitalize(), counts.get(name, 0), getattr(record, name)(limit=FEW)) for name in KINDS]
        print_overview(summary, first, console)
    elif kind in KINDS:
        found = getattr(record, kind)()
        if found:
            print_list(found, console)
        else:
            console.print(f"The record has no {kind}.")
    else:
        view = record.get(what)
        if isinstance(view, DocumentView):
            print_document(view, console)
        else:
            print_entry(view, console)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    from peyman.exchange.json_schema import reading_schema

    with orderly(), output_stream(None) as stream:
        stream.write(json.dumps(reading_schema(), ensure_ascii=False, indent=2) + "\n")


def main() -> None:
    """Run the command line."""
    app()
