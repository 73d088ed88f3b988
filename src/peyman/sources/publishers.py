"""``sources.toml``: the publishers that are watched, with their language, their party, their feeds and pages.

::

    [[publisher]]
    name = "Ministry of Foreign Affairs of Iraq"
    language = "ar"
    party = "IRQ"
    feeds = ["https://example.org/rss"]
    pages = ["https://example.org/statements/latest"]
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peyman import languages
from peyman.errors import MalformedDocument, UnreadableSource

_FIELDS = frozenset({"name", "language", "party", "feeds", "pages"})
_ADVICE = "docs/how-to/watch-publishers.md shows the form."


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher that is watched.

    Attributes:
        name: As it calls itself; goes into its documents where they do not name their publisher.
        language: BCP 47 code of all that it publishes; None has it told from each text.
        party: Key of the party that it speaks for; None for media, which speak for nobody.
        feeds: Addresses of its feeds.
        pages: Addresses of single pages that change.
    """

    name: str | None = None
    language: str | None = None
    party: str | None = None
    feeds: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def read_publishers(path: str) -> list[Publisher]:
    """Return the publishers of a file.

    Args:
        path: Path of the file.

    Raises:
        UnreadableSource: It cannot be read.
        MalformedDocument: It is no such file; the message says where.
    """
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read ({error.strerror}).", "Check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MalformedDocument(f"{path} is no TOML: {error}.".replace("\n", " "), _ADVICE) from error
    listed = content.get("publisher")
    unknown = sorted(set(content) - {"publisher"})
    if unknown or not isinstance(listed, list) or not listed:
        what = f"has an unknown part {unknown[0]!r}" if unknown else "has no [[publisher]]"
        raise MalformedDocument(f"{path} {what}.", _ADVICE)
    return [_publisher(each, f"{path}, publisher {number}") for number, each in enumerate(listed, start=1)]


def _publisher(table: Any, where: str) -> Publisher:
    if not isinstance(table, dict):
        raise MalformedDocument(f"{where} is no table.", _ADVICE)
    unknown = sorted(set(table) - _FIELDS)
    if unknown:
        raise MalformedDocument(f"{where} has an unknown field {unknown[0]!r}.", _ADVICE)
    for name in ("name", "language", "party"):
        if name in table and not (isinstance(table[name], str) and table[name].strip()):
            raise MalformedDocument(f"{where}: {name} is no text.", _ADVICE)
    if not table.get("name"):
        raise MalformedDocument(f"{where} has no name.", _ADVICE)
    language = table.get("language")
    if language is not None and language not in languages.codes():
        known = ", ".join(languages.codes())
        raise MalformedDocument(f"{where}: there is no language {language!r}.", f"Peyman reads {known}.")
    addresses = {}
    for name in ("feeds", "pages"):
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise MalformedDocument(f"{where}: {name} is no list of addresses.", _ADVICE)
        wrong = [each for each in value if not each.startswith(("http://", "https://"))]
        if wrong:
            raise MalformedDocument(f"{where}: {wrong[0]!r} is no address of the web.", _ADVICE)
        addresses[name] = tuple(value)
    if not addresses["feeds"] and not addresses["pages"]:
        raise MalformedDocument(f"{where} has neither feeds nor pages.", _ADVICE)
    return Publisher(table["name"], language, table.get("party"), addresses["feeds"], addresses["pages"])
