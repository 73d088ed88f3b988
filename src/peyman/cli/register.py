"""``peyman register``: parties, bodies, places, agreements and office holders of the user's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from peyman.cli.application import Application
from peyman.cli.running import orderly

app = Application(
    help="Add parties, bodies, outlets, places, agreements and office holders of your own; look up what is known.",
    no_args_is_help=True,
)


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="TOML files with entries.", show_default=False)],
) -> None:
    """Check files with entries of your own, and take them into the register from now on."""
    from peyman.actors.known import own_register, register

    with orderly():
        known = {*register.parties(), *(key for key, body in register.bodies().items() if body.party == key)}
        for path in files:
            own = own_register.read_file(path)
            own_register.check_references(own, known, path.name)
            target = own_register.add_file(path)
            count = sum(1 for _ in own.entries())
            typer.echo(f"{path.name}: {count} {'entry' if count == 1 else 'entries'} added, in {target}")


@app.command("import-ftm")
def import_ftm(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="FollowTheMoney entities as JSON Lines.", show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write a TOML file to look over, and take nothing in; then `add` it."
        ),
    ] = None,
) -> None:
    """Take public bodies and holders of public office out of FollowTheMoney data into the register; no one else."""
    from peyman.actors.known import own_register
    from peyman.errors import RegisterError
    from peyman.exchange.followthemoney_import import read, to_toml
    from peyman.exchange.formats import whole_file
    from peyman.exchange.output import written

    with orderly():
        try:
            with file.open("rb") as lines:
                found = read(lines)
        except OSError as error:
            raise RegisterError(f"{file} cannot be read ({error.strerror or error}).", "Check the path.") from None
        for reason, count in sorted(found.passed_by.items()):
            typer.echo(f"passed by, {reason}: {count}", err=True)
        if not found.entries:
            raise RegisterError(f"{file} has nothing that the register may hold.", "Nothing was changed.")
        target = output or own_register.folder() / f"{file.name.split('.')[0]}{own_register.SUFFIX}"
        with written(str(target)):
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(target) as stream:
                stream.write(to_toml(found.entries).encode("utf-8", "replace"))
        bodies = sum(entry.category == "body" for entry in found.entries)
        typer.echo(f"{bodies} bodies and {len(found.entries) - bodies} holders of public office, in {target}")


@app.command("list")
def list_files(as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object a line.")] = False) -> None:
    """List your own files and their entries."""
    from peyman.actors.known import own_register

    with orderly():
        for path in own_register.files():
            for category, entry in own_register.read_file(path).entries():
                name = next(forms[0] for forms in entry.names.values() if forms)
                row = {"file": path.stem, "category": category, "key": entry.key, "name": name}
                typer.echo(json.dumps(row, ensure_ascii=False) if as_json else "\t".join(row.values()))
        if not own_register.files() and not as_json:
            typer.echo(f"No file of your own in {own_register.folder()}. `peyman register add FILE` takes one in.")


@app.command()
def show(
    wanted: Annotated[str, typer.Argument(metavar="NAME", help="A key, or a name in any language.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object a line.")] = False,
) -> None:
    """Show what the register knows under a key or a name: facts, and names in each language."""
    from dataclasses import asdict

    from peyman.actors.known.lookup import find
    from peyman.errors import RegisterError

    with orderly():
        found = find(wanted)
        if not found:
            raise RegisterError(f"the register knows nothing under {wanted!r}.", "Try another spelling, or its key.")
        for entry in found:
            if as_json:
                typer.echo(json.dumps(asdict(entry), ensure_ascii=False))
                continue
            facts = ", ".join(f"{field} {value}" for field, value in entry.facts.items())
            typer.echo(f"{entry.category} {entry.key}{f' ({facts})' if facts else ''}")
            for code, names in entry.names.items():
                typer.echo(f"  {code}\t{' · '.join(names)}")
            for whose, heading in (("own", "calls itself"), ("others", "is called by others")):
                for code, names in entry.designations.get(whose, {}).items():
                    typer.echo(f"  {heading}, {code}\t{' · '.join(names)}")


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The file, as `peyman register list` shows it.")],
) -> None:
    """Take one of your own files out of the register. Records keep what was read with it."""
    from peyman.actors.known import own_register

    with orderly():
        typer.echo(f"removed {own_register.remove_file(name)}")
