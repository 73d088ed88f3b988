"""Look up what the register knows of a key or a name, the user's own entries included."""

from __future__ import annotations

from dataclasses import dataclass, field

from peyman import languages
from peyman.actors.known import register
from peyman.text.fold import fold


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An entry of the register.

    Attributes:
        category: party, body, outlet, place, agreement or person.
        key: Its key.
        facts: What is known of it, by field.
        names: Its names by language, all of them.
        designations: Of these, what a party calls itself (``own``) and what others call it (``others``), by language.
    """

    category: str
    key: str
    facts: dict[str, str]
    names: dict[str, list[str]]
    designations: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def find(wanted: str) -> list[RegisterEntry]:
    """Return the entries that have a key or a name, whatever the letter case and the spelling of letters.

    Args:
        wanted: A key, or a name in any of the languages.
    """
    folded = fold(wanted)
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    hit: set[tuple[str, str]] = set()
    for language in languages.all_languages():
        for category, key, forms in register.names_of(language):
            kind = "party" if category == "adjective" else category
            if category != "adjective":
                found.setdefault((kind, key), {}).setdefault(language.code, []).extend(
                    form.lstrip("=") for form in forms
                )
            if key.casefold() == wanted.casefold() or any(fold(form.lstrip("=")) == folded for form in forms):
                hit.add((kind, key))
    keys = [entry for entry in found if entry in hit or (entry[0] == "body" and ("party", entry[1]) in hit)]
    return [
        RegisterEntry(category, key, _facts(category, key), found[category, key], _designations(category, key))
        for category, key in sorted(keys)
    ]


def _designations(category: str, key: str) -> dict[str, dict[str, list[str]]]:
    told: dict[str, dict[str, list[str]]] = {}
    if category in ("party", "body"):
        for each in register.designations(key):
            told.setdefault(each.whose, {}).setdefault(each.language, []).extend(each.names)
    return told


def _facts(category: str, key: str) -> dict[str, str]:
    facts: dict[str, str | None] = {}
    if category == "party":
        party = register.parties()[key]
        facts = {"kind": party.kind, "part_of": party.part_of, "capital": party.capital, "qid": party.qid}
    elif category in ("body", "outlet"):
        body = register.bodies()[key]
        facts = {"kind": body.kind, "party": body.party, "country": body.country, "qid": body.qid}
    elif category == "place":
        place = register.places()[key]
        facts = {"kind": place.kind, "country": place.country, "capital_of": place.capital_of}
    elif category == "agreement":
        agreement = register.agreements()[key]
        facts = {"kind": agreement.kind, "date": agreement.date, "parties": ", ".join(agreement.parties)}
    elif category == "person":
        facts = {"party": register.people()[key]}
    return {field: value for field, value in facts.items() if value}
