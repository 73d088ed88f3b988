"""The user's own register: files of parties, bodies, places, agreements and office holders, beside the built-in one.

A file is TOML; ``docs/how-to/add-to-the-register.md`` shows one. ``peyman register add`` checks it and copies it into a
folder of the user's (``PEYMAN_REGISTER``, else ``peyman/register`` in the configuration folder), from which every later
command takes it. An entry with the key of a built-in one adds names to it, and its facts where it gives any.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from peyman import languages
from peyman.errors import RegisterError

FOLDER_VARIABLE = "PEYMAN_REGISTER"
SUFFIX = ".toml"

#: Kinds of parties that are territories, and have a capital; the others are movements, organisations, forces.
TERRITORIES = ("state", "region")


class _Named(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    key: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9:_+.-]*$")
    names: dict[str, list[str]] = Field(default_factory=dict)


class OwnParty(_Named):
    """A party of its own: a state, a region, a movement, an organisation; and the state that it is part of."""

    kind: Literal["state", "region", "organisation", "movement", "political-party", "forces", "government"] | None = (
        None
    )
    qid: str = ""
    capital: str = ""
    part_of: str = ""
    adjectives: dict[str, list[str]] = Field(default_factory=dict)
    own_names: dict[str, list[str]] = Field(default_factory=dict)
    others_names: dict[str, list[str]] = Field(default_factory=dict)


class OwnBody(_Named):
    """A public body that belongs to a party."""

    kind: str = Field(default="body", pattern=r"^[a-z][a-z-]*$")
    party: str = ""
    qid: str = ""


class OwnOutlet(_Named):
    """A news outlet: the country that it is published in, and the party whose own it is."""

    country: str = ""
    owner: str = ""


class OwnPlace(_Named):
    """A place."""

    kind: Literal["city", "region", "water", "site"] = "city"
    country: str = ""


class OwnAgreement(_Named):
    """An agreement with its date and parties."""

    kind: Literal[
        "treaty", "framework", "memorandum", "ceasefire", "roadmap", "resolution", "agreement", "law", "other"
    ] = "agreement"
    date: str = ""
    parties: list[str] = Field(default_factory=list)


class OwnPerson(_Named):
    """A holder of public office, and the party that he or she speaks for."""

    party: str


class OwnRegister(BaseModel):
    """One file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    party: list[OwnParty] = Field(default_factory=list)
    body: list[OwnBody] = Field(default_factory=list)
    outlet: list[OwnOutlet] = Field(default_factory=list)
    place: list[OwnPlace] = Field(default_factory=list)
    agreement: list[OwnAgreement] = Field(default_factory=list)
    person: list[OwnPerson] = Field(default_factory=list)

    def entries(self) -> Iterator[tuple[str, _Named]]:
        """Yield every entry with its category."""
        for category in type(self).model_fields:
            for entry in getattr(self, category):
                yield category, entry


def folder() -> Path:
    """Return the folder of the user's own files; it need not exist."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "peyman" / "register"


def files() -> list[Path]:
    """Return the user's own files, in the order in which they are taken."""
    return sorted(folder().glob(f"*{SUFFIX}")) if folder().is_dir() else []


def read_file(path: Path) -> OwnRegister:
    """Read and check one file.

    Args:
        path: The file.

    Raises:
        RegisterError: If it cannot be read, is no TOML, or an entry is not as it has to be; says which and why.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"{path.name} cannot be read: {error}.", "Check the path and the permissions.") from None
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"{path.name} is no valid TOML: {error}.", "Mend that line.") from None
    try:
        own = OwnRegister.model_validate(table)
    except ValidationError as error:
        raise RegisterError(f"{path.name}: {_told(error, table)}", _HELP) from None
    for category, entry in own.entries():
        where = f"{path.name}: {category} {entry.key!r}"
        if not any(form for forms in entry.names.values() for form in forms):
            raise RegisterError(f"{where} has no names.", 'Give some, by language: names = { en = ["…"], fa = ["…"] }.')
        tables = [entry.names]
        if isinstance(entry, OwnParty):
            tables += [entry.adjectives, entry.own_names, entry.others_names]
        for code in {code for table in tables for code in table}:
            if code not in languages.codes():
                known = ", ".join(languages.codes())
                raise RegisterError(f"{where} has names in {code!r}, which is no language here.", f"They are {known}.")
    return own


_HELP = "See docs/how-to/add-to-the-register.md for the fields of each kind."


def _told(error: ValidationError, table: dict[str, Any]) -> str:
    """The first thing that is wrong with a file, with the key of the entry."""
    first = error.errors()[0]
    category, *rest = first["loc"]
    entries = table.get(str(category))
    where = str(category)
    if rest and isinstance(rest[0], int) and isinstance(entries, list) and isinstance(entries[rest[0]], dict):
        where = f"{category} {entries[rest[0]].get('key', f'number {rest[0] + 1}')!r}"
        rest = rest[1:]
    field = ".".join(str(part) for part in rest)
    return f"{where}{f', field {field!r}' if field else ''}: {first['msg'][:1].lower()}{first['msg'][1:]}."


def check_references(own: OwnRegister, parties: Collection[str], name: str) -> None:
    """Check that the parties which entries point at exist, in the built-in register or in the file.

    Args:
        own: The file's entries.
        parties: Keys of the parties that are known besides.
        name: What to call the file.

    Raises:
        RegisterError: If one does not.
    """
    known = {*parties, *(party.key for party in own.party)}
    for category, entry in own.entries():
        pointed = [getattr(entry, field, "") for field in ("party", "country", "owner")]
        pointed += entry.parties if isinstance(entry, OwnAgreement) else []
        for key in pointed:
            if key and key not in known:
                raise RegisterError(
                    f"{name}: {category} {entry.key!r} points at the party {key!r}, which is not known.",
                    "Add the party to the file, or give its key: `peyman register show NAME` finds it.",
                )
        if isinstance(entry, OwnParty) and entry.kind is None and entry.key not in parties:
            raise RegisterError(f"{name}: the new party {entry.key!r} has no kind.", 'Give one: kind = "movement".')


@cache
def own_entries() -> OwnRegister:
    """Return what the user's own files hold together; read once.

    Raises:
        RegisterError: If one of them cannot be used.
    """
    merged: dict[str, list[_Named]] = {category: [] for category in OwnRegister.model_fields}
    for path in files():
        for category, entry in read_file(path).entries():
            merged[category].append(entry)
    return OwnRegister.model_construct(**merged)  # type: ignore[arg-type]


def add_file(path: Path) -> Path:
    """Copy a file that was checked into the user's folder, in place of one of the same name.

    Args:
        path: The file.

    Returns:
        Where it is now.

    Raises:
        RegisterError: If the folder cannot be written.
    """
    target = folder() / f"{path.stem}{SUFFIX}"
    try:
        folder().mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(path)):
            shutil.copyfile(path, target)
    except OSError as error:
        raise RegisterError(
            f"{target} cannot be written: {error}.", f"Set {FOLDER_VARIABLE} to a folder of yours."
        ) from None
    return target


def remove_file(name: str) -> Path:
    """Take a file out of the user's folder.

    Args:
        name: Its name, with or without ``.toml``.

    Raises:
        RegisterError: If there is none of that name.
    """
    for path in files():
        if path.name == name or path.stem == name:
            path.unlink()
            return path
    there = ", ".join(path.stem for path in files()) or "none"
    raise RegisterError(f"there is no file {name!r} in the register of yours.", f"There are: {there}.")
