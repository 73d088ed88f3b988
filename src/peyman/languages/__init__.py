"""What Peyman knows of each language: one folder a language, data and no code.

A folder ``languages/<code>/`` holds TOML files, the same names in each, with comments that a linguist can read
and correct. A room of Peyman asks for its table by name (``language.table("calendar")``) and compiles it; no code
asks which language it has before it. To add a language is to add a folder (see ``docs/how-to/add-a-language.md``);
``PEYMAN_LANGUAGES`` names further folders of such folders, for languages kept outside the package.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

#: File names that every language folder holds.
TABLES = (
    "language",
    "repair",
    "calendar",
    "numbers",
    "parties",
    "bodies",
    "people",
    "agreements",
    "grammar",
    "statements",
    "meetings",
    "commitments",
    "deadlines",
)

SEARCH_PATH_VARIABLE = "PEYMAN_LANGUAGES"

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, eq=False)
class Language:
    """One language that Peyman reads.

    Attributes:
        code: BCP 47 code, also the folder's name.
        name: English name.
        native_name: Name in the language itself.
        direction: Writing direction, ``ltr`` or ``rtl``.
        script: ISO 15924 code of the script.
        has_case: Whether the script tells capital from small letters.
        folder: Where its tables stand.
    """

    code: str
    name: str
    native_name: str
    direction: Direction
    script: str
    has_case: bool
    folder: Path
    _tables: dict[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return one table of the language; an absent file is an empty table.

        Args:
            name: File name without its ending, one of `TABLES`.

        Raises:
            KeyError: If no table has that name in any language.
            ValueError: If the file is not TOML; the message names the file.
        """
        if name not in TABLES:
            raise KeyError(name)
        if name not in self._tables:
            path = self.folder / f"{name}.toml"
            self._tables[name] = MappingProxyType(_read(path)) if path.exists() else MappingProxyType({})
        return self._tables[name]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error


def _roots() -> list[Path]:
    extra = os.environ.get(SEARCH_PATH_VARIABLE, "")
    return [Path(__file__).parent, *(Path(part) for part in extra.split(os.pathsep) if part)]


def codes() -> tuple[str, ...]:
    """Return the codes of all languages found, the package's own first, each group in alphabetical order."""
    return tuple(_folders(tuple(_roots())))


@cache
def _folders(roots: tuple[Path, ...]) -> dict[str, Path]:
    """The folder of every language under some roots; the first root that has a code keeps it."""
    found: dict[str, Path] = {}
    for root in roots:
        for path in sorted(root.glob("*/language.toml")):
            found.setdefault(path.parent.name, path.parent)
    return found


@cache
def _load(folder: Path) -> Language:
    head = _read(folder / "language.toml")
    try:
        return Language(
            code=folder.name,
            name=head["name"],
            native_name=head["native_name"],
            direction=head["direction"],
            script=head["script"],
            has_case=bool(head.get("has_case", False)),
            folder=folder,
            _tables={"language": MappingProxyType(head)},
        )
    except KeyError as error:
        raise ValueError(f"{folder / 'language.toml'}: {error} is missing") from error


def load(code: str) -> Language:
    """Return the language of that code.

    Args:
        code: BCP 47 code, one of `codes`.

    Raises:
        KeyError: If there is no folder for it.
    """
    return _load(_folders(tuple(_roots()))[code])


def all_languages() -> tuple[Language, ...]:
    """Return every language, in the order of `codes`."""
    return tuple(load(code) for code in codes())


__all__ = ["SEARCH_PATH_VARIABLE", "TABLES", "Direction", "Language", "all_languages", "codes", "load"]
