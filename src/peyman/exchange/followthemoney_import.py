"""Bodies and holders of public office out of FollowTheMoney entities, as a file of the user's own register.

The register is no place for private people, so that what is taken in is little: from a ``PublicBody`` its names and
country; from a ``Person`` the same, and only where the data says that the person holds a public office (an
``Occupancy``, a ``position``, or the topic of a politician, a diplomat or an official). Dates of birth, addresses,
numbers of papers, family ties and everything else stay outside. What is passed by is counted with the reason.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from babel.core import get_global

from peyman import languages
from peyman.actors.known import register
from peyman.errors import MalformedDocument

#: Topics that say a person holds, or held, a public office.
_OFFICE_TOPICS = {"role.pep", "role.diplo", "role.judge", "gov", "gov.head", "gov.national", "gov.executive", "gov.igo"}
_COUNTRIES = ("country", "jurisdiction", "citizenship", "nationality")
_NAMES = ("name", "alias")
#: Names of one entry that are taken: lists of screening data hold hundreds of spellings.
_MOST_NAMES = 30
_QID = re.compile(r"Q[1-9]\d*")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+.-]*")
_ADVICE = "Give entities as JSON Lines, one entity with id, schema and properties a line, as `ftm` tools write them."


@dataclass(frozen=True, slots=True)
class Taken:
    """One entry for the register.

    Attributes:
        category: As the register's files name it.
        key: A Wikidata id where there is one, else ``ftm:`` and the id of the entity.
        party: Key of the country.
        names: By language.
    """

    category: Literal["body", "person"]
    key: str
    party: str
    names: dict[str, list[str]]


@dataclass(slots=True)
class Imported:
    """What was taken, and how many entities were passed by for which reason."""

    entries: list[Taken] = field(default_factory=list)
    passed_by: Counter[str] = field(default_factory=Counter)


def read(lines: Iterable[bytes]) -> Imported:
    """Take what the register may hold out of entities.

    Args:
        lines: JSON Lines.

    Raises:
        MalformedDocument: A line is no entity; says which.
    """
    entities: list[tuple[str, str, Mapping[str, list[str]]]] = list(_entities(lines))
    in_office = {
        holder for _, schema, properties in entities if schema == "Occupancy" for holder in properties.get("holder", ())
    }
    found, keys = Imported(), set[str]()
    for number, schema, properties in entities:
        if schema not in ("Person", "PublicBody"):
            # What only ties others together is no loss to speak of.
            found.passed_by["of a kind that the register has no place for"] += schema not in ("Occupancy", "Position")
            continue
        taken = _taken(number, schema, properties, number in in_office)
        if isinstance(taken, str):
            found.passed_by[taken] += 1
        elif taken.key in keys:
            found.passed_by["there already"] += 1
        else:
            keys.add(taken.key)
            found.entries.append(taken)
    found.passed_by = +found.passed_by
    return found


def to_toml(entries: Iterable[Taken]) -> str:
    """Write entries as a file of the register, which `peyman register add` takes too."""
    parts = []
    for each in entries:
        names = ", ".join(
            f"{code} = [{', '.join(_quoted(name) for name in forms)}]" for code, forms in sorted(each.names.items())
        )
        party = f"party = {_quoted(each.party)}\n"
        parts.append(f"[[{each.category}]]\nkey = {_quoted(each.key)}\n{party}names = {{ {names} }}\n")
    return "\n".join(parts)


def _entities(lines: Iterable[bytes]) -> Iterator[tuple[str, str, Mapping[str, list[str]]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            properties: dict[str, list[str]] = {
                name: [value for value in values if isinstance(value, str)]
                for name, values in entity["properties"].items()
                if isinstance(values, list)
            }
            found = str(entity["id"]), str(entity["schema"]), properties
        except (ValueError, LookupError, TypeError, AttributeError):
            raise MalformedDocument(f"Line {number} is no FollowTheMoney entity.", _ADVICE) from None
        yield found


def _taken(number: str, schema: str, properties: Mapping[str, list[str]], in_office: bool) -> Taken | str:
    """An entry, or why there is none."""
    topics = set(properties.get("topics", ()))
    if schema == "Person" and not (in_office or properties.get("position") or topics & _OFFICE_TOPICS):
        return "persons without a public office"
    party = next((key for name in _COUNTRIES for code in properties.get(name, ()) if (key := _party(code))), None)
    if party is None:
        return "of no country that the register knows"
    names = _by_language(name for field_name in _NAMES for name in properties.get(field_name, ()))
    if not names:
        return "without a name in a script that Peyman reads"
    qid = next((each for each in (*properties.get("wikidataId", ()), number) if _QID.fullmatch(each)), None)
    if qid is None and not _KEY.fullmatch(number):
        return "with an id that is no key"
    return Taken("person" if schema == "Person" else "body", qid or f"ftm:{number}", party, names)


def _party(code: str) -> str | None:
    """The key of the party that a country code of two letters names."""
    return _parties().get(code.lower())


@cache
def _parties() -> Mapping[str, str]:
    aliases = get_global("territory_aliases")
    return {aliases[key][0].lower(): key for key in register.parties() if len(aliases.get(key, ())) == 1}


def _by_language(names: Iterable[str]) -> dict[str, list[str]]:
    """Each name under every language whose letters it is written with; data of this format names no language."""
    found: dict[str, list[str]] = {}
    for name in list(dict.fromkeys(" ".join(each.split()) for each in names))[:_MOST_NAMES]:
        letters = {letter for letter in name.lower() if letter.isalpha()}
        if len(letters) < 2:
            continue
        for code, alphabet in _alphabets().items():
            if all(letter in alphabet or _base(letter) in alphabet for letter in letters):
                found.setdefault(code, []).append(name)
    return found


@cache
def _alphabets() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(languages.load(code).table("language")["letters"]) for code in languages.codes()}


@cache
def _base(letter: str) -> str:
    """A letter without its marks: names keep those of other languages."""
    return unicodedata.normalize("NFD", letter)[0]


def _quoted(text: str) -> str:
    # Strings of JSON are strings of TOML, but for one control sign.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
