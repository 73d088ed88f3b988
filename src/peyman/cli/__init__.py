"""The command ``peyman``: read documents, add them to a record, show what is in it.

One module a command. Each is thin: it takes the sources in, calls the room that does the work, and reports. What takes
long to import is imported where it is needed, so that ``peyman --help`` answers at once.

Exit status: 0 when everything was done, 1 when anything failed, 2 when the command was misspelt, 130 after Ctrl-C.
"""

from __future__ import annotations

import logging
from typing import Annotated

import typer

import peyman
from peyman.cli import (
    accounts,
    add,
    backup,
    bulk,
    compare,
    due,
    export,
    history,
    load,
    match,
    news,
    read,
    register,
    reread,
    review,
    schema,
    search,
    serve,
    show,
    verify,
    watch,
)
from peyman.cli.application import Application

app = Application(
    name="peyman",
    help="Reads what the parties to talks publish, and keeps one verifiable record of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(wanted: bool) -> None:
    """Print the version and end, if that is wanted."""
    if wanted:
        typer.echo(f"peyman {peyman.__version__}")
        raise typer.Exit


@app.callback()
def before_every_command(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads what the parties to talks publish, and keeps one verifiable record of it."""
    # Libraries log what they pass by; what matters to the user is reported by us, in one line.
    logging.getLogger().addHandler(logging.NullHandler())


app.command()(read.read)
app.command()(add.add)
app.command()(watch.watch)
app.command()(reread.reread)
app.command()(show.show)
app.command()(search.search)
app.command()(accounts.accounts)
app.command()(compare.compare)
app.command("export")(export.export_record)
app.command()(bulk.bulk)
app.command()(load.load)
app.add_typer(register.app, name="register")
app.command()(match.match)
app.command()(due.due)
app.command()(news.news)
app.command()(serve.serve)
app.add_typer(review.app)
app.command()(history.history)
app.command()(verify.verify)
app.command()(backup.backup)
app.command()(backup.restore)
app.command("import")(backup.import_record)
app.command()(schema.schema)


def main() -> None:
    """Run the command line."""
    app()
