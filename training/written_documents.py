"""Documents written for this project with everything a careful reader finds in them, in a form that a hand can write.

    python training/written_documents.py --check [FILE ...]     say what is wrong in them, and how much there is
    python training/written_documents.py --expand FOLDER         write them as annotated documents, <lang>/<id>.json

``documents/<lang>-*.txt`` hold them. A document is

    == published | publisher | kind of document
    the text, as it would stand on the page, damage included
    --
    one line for each entry; ``-`` or nothing where nothing is said; several of one thing joined by ``+``
    M kind | status | date | place | parties | people | mode :: words in the clause that tells the encounter
    S kind | issuer | parties | date | via :: words
    C class | by | toward | for | window | strength | what | more :: words
    D words = EDTF
    P words / other words = name | role | party
    B words / other words = name | party | outlet
    L words / other words = name | country
    A words / other words = name | date | kind
    R entry :: words in a clause that tells entry M2 (the second of its kind here), S1, C3 … once more

``more`` holds ``refused``, ``kept``, ``broken``, ``renewed``, ``superseded`` or ``if: words of the condition``, joined
by ``;``. The window of a deadline runs from the day of publication; an hour has
seconds. A state is no place, unless a town of its name is.
``M?``, ``S?`` and ``C?`` mark what two careful readers may see differently. Two parties of a statement make it joint.
Lines that begin with ``#`` among the entries are comments. Words must stand in the text as they are, letter for letter.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from peyman.actors.known import register
from peyman.model import CommitmentClass, MeetingKind, MeetingStatus, StatementKind, Strength

FOLDER = Path(__file__).parent / "documents"
#: The first file of each language whose documents follow real pages.
AFTER_PAGES = {"ar": 22, "ckb": 30, "en": 20, "fa": 23, "kmr": 29}
ENCOUNTERS, STATUSES = list(get_args(MeetingKind)), list(get_args(MeetingStatus))
STATEMENTS, CLASSES, STRENGTHS = (list(get_args(kind)) for kind in (StatementKind, CommitmentClass, Strength))
FOLLOWED = {"kept": "reported-kept", "broken": "reported-broken", "renewed": "renewed", "superseded": "superseded"}
AGREEMENTS = ["treaty", "framework", "memorandum", "ceasefire", "roadmap", "resolution", "other"]
LISTS = {"M": "meetings", "S": "statements", "C": "commitments", "D": "dates", "P": "people", "B": "bodies"}
LISTS |= {"L": "places", "A": "agreements"}
_POINT = r"(\.\.|\d{3}[\dX](-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?[~?%]?)"
_EDTF = re.compile(f"{_POINT}(/{_POINT})?$")
#: States that are towns as well.
_TOWNS = frozenset({"Djibouti", "Kuwait", "Luxembourg", "Singapore"})
_AGAIN = re.compile(r"([MSC])(\d+)$")
_PARTY = re.compile(r"[A-Z][A-Z0-9]{1,8}(-[A-Z0-9]+)*$")


class Fault(ValueError):
    """Something in a written document that cannot be meant."""


def _parts(line: str, number: int) -> list[str | None]:
    parts = [p.strip() for p in line.split("|")]
    parts += [""] * (number - len(parts))
    if len(parts) > number:
        raise Fault(f"{len(parts)} parts, at most {number}")
    return [None if p in ("", "-") else p for p in parts]


def _several(part: str | None) -> list[str]:
    return [p.strip() for p in part.split("+")] if part else []


def _parties(part: str | None) -> list[str]:
    for party in _several(part):
        if not _PARTY.match(party):
            raise Fault(f"no key of a party: {party}")
    return _several(part)


def _one_of(value: str | None, allowed: list[str]) -> str:
    if value not in allowed:
        raise Fault(f"{value!r} is none of {' '.join(allowed)}")
    return value


def _date(value: str | None) -> str | None:
    if value and not _EDTF.match(value):
        raise Fault(f"no date in EDTF: {value}")
    return value


def _meeting(line: str) -> dict[str, Any]:
    kind, status, date, place, parties, people, mode = _parts(line, 7)
    found: dict[str, Any] = {
        "event": None,
        "kind": _one_of(kind, ENCOUNTERS),
        "date": _date(date),
        "place": place,
        "planned": status in ("planned", "postponed"),
        "status": _one_of(status, STATUSES),
        "parties": _parties(parties),
        "people": _several(people),
        "basis": [],
        "said_in": [],
    }
    return found | ({"mode": mode} if mode else {})


def _statement(line: str) -> dict[str, Any]:
    kind, issuer, parties, date, via = _parts(line, 5)
    keys = _parties(parties)
    found: dict[str, Any] = {
        "issuer": issuer,
        "party": keys[0] if len(keys) == 1 else None,
        "kind": _one_of(kind, STATEMENTS),
        "date": _date(date),
        "joint": len(keys) > 1,
        "via": via,
    }
    return found | ({"parties": keys} if len(keys) > 1 else {})


def _commitment(line: str) -> dict[str, Any]:
    of_class, by, toward, for_whom, window, strength, what, more = _parts(line, 8)
    found: dict[str, Any] = {
        "by": _parties(by),
        "class": _one_of(of_class, CLASSES),
        "what": what,
        "toward": _parties(toward),
        "for": _several(for_whom),
        "window": _date(window),
        "strength": _one_of(strength, STRENGTHS),
        "polarity": "undertaken",
        "said_in": [],
    }
    for note in (n.strip() for n in (more or "").split(";") if n.strip()):
        if note == "refused":
            found["polarity"] = "refused"
        elif note.startswith("if:"):
            found["condition"] = note.removeprefix("if:").strip()
        else:
            found["followup"] = FOLLOWED[_one_of(note, list(FOLLOWED))]
    return found


def _named(kind: str, line: str) -> dict[str, Any]:
    words, equals, value = line.partition(" = ")
    if not equals:
        raise Fault("no ' = ' between words and what they mean")
    text, *also = [w.strip() for w in words.split(" / ")]
    found: dict[str, Any] = {"text": text}
    if kind == "D":
        return found | {"value": _date(value.strip())}
    if also:
        found["also"] = also
    if kind == "P":
        name, role, party = _parts(value, 3)
        return found | {"name": name, "role": role, "party": party}
    if kind == "B":
        name, party, outlet = _parts(value, 3)
        return found | {"name": name, "party": party} | ({"kind": "outlet"} if outlet else {})
    if kind == "L":
        name, country = _parts(value, 2)
        if country and name == register.party_name(country) and name not in _TOWNS:
            raise Fault(f"a state is no place: {name}")
        return found | {"name": name, "country": country}
    name, date, of_kind = _parts(value, 3)
    return found | {"name": name, "date": _date(date), "kind": _one_of(of_kind or "other", AGREEMENTS)}


_TOLD = {"M": _meeting, "S": _statement, "C": _commitment}


def _told_again(line: str, found: Mapping[str, list[dict[str, Any]]]) -> str:
    """Note at an entry where else it is told; return the words there."""
    entry, colons, words = line.removeprefix("R ").partition(" :: ")
    told = _AGAIN.match(entry.strip())
    if not colons or told is None or not 0 < int(told[2]) <= len(found[LISTS[told[1]]]):
        raise Fault(f"no such entry, or no ' :: ' before the words: {entry}")
    found[LISTS[told[1]]][int(told[2]) - 1].setdefault("again", []).append(words.strip())
    return words.strip()


def _entry(line: str) -> tuple[str, dict[str, Any]]:
    mark, _, rest = line.partition(" ")
    kind, optional = mark.rstrip("?"), mark.endswith("?")
    if kind not in LISTS:
        raise Fault(f"no such kind of entry: {mark!r}")
    if kind not in _TOLD:
        return LISTS[kind], _named(kind, rest)
    fields, colons, anchor = rest.partition(" :: ")
    if not colons:
        raise Fault("no ' :: ' before the words of the clause")
    entry = _TOLD[kind](fields) | {"anchor": anchor.strip()}
    return LISTS[kind], entry | ({"optional": True} if optional else {})


def documents(path: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield each document of a file as an annotated document in the scorer's form, with what is wrong in it."""
    blocks = re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    for number, block in enumerate(blocks, 1):
        head, _, rest = block.partition("\n")
        text, divided, entries = rest.partition("\n--\n")
        faults = [] if divided else ["no line '--' after the text"]
        published, publisher, kind = [p.strip() or None for p in (head + "||").split("|")[:3]]
        found: dict[str, Any] = {
            "id": f"{path.stem}-{number:03}",
            "lang": path.stem.partition("-")[0],
            "publisher": publisher,
            "published": published if published != "-" else None,
            "kind": kind,
            "synthetic": True,
            "text": text.strip("\n"),
            "damage": [],
        } | {name: [] for name in LISTS.values()}
        for line in entries.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            try:
                if line.startswith("R "):
                    again = _told_again(line.strip(), found)
                    faults += [] if again in found["text"] else [f"not in the text: {again}"]
                    continue
                name, entry = _entry(line.strip())
            except Fault as fault:
                faults.append(f"{fault} in: {line}")
                continue
            words = [entry.get("anchor") or entry["text"], *entry.get("also", ()), entry.get("condition")]
            faults += [f"not in the text: {w}" for w in words if w and w not in found["text"]]
            found[name].append(entry)
        yield found, faults


def follows_a_page(identifier: str) -> bool:
    """Whether a written document, by its id, is one of those that follow a real page."""
    language, _, rest = identifier.partition("-")
    number = rest.partition("-")[0]
    return language in AFTER_PAGES and number.isdigit() and int(number) >= AFTER_PAGES[language]


def annotated_documents(folder: Path) -> list[dict[str, Any]]:
    """Return the annotated documents of a folder and of those in it, in the order of their names.

    Args:
        folder: Holds a file of JSON for each document.
    """
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json"))]


def every_document(folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """Yield all written documents, those with faults left out."""
    for path in sorted(folder.glob("*.txt")):
        yield from (document for document, faults in documents(path) if not faults)


def check(paths: list[Path]) -> int:
    """Print faults and counts; return how many faults there are."""
    number, counts = 0, Counter[str]()
    for path in paths:
        for document, faults in documents(path):
            counts["documents"] += 1
            counts["words"] += len(document["text"].split())
            counts.update({name: len(document[name]) for name in LISTS.values()})
            for fault in faults:
                number += 1
                print(f"{document['id']}: {fault}")
    print(", ".join(f"{n} {name}" for name, n in counts.items()), f"· {number} faults")
    return number


def main() -> None:
    """Check or expand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--expand", type=Path, metavar="FOLDER")
    parser.add_argument("files", type=Path, nargs="*")
    arguments = parser.parse_args()
    paths = arguments.files or sorted(FOLDER.glob("*.txt"))
    if arguments.expand:
        for document in (d for path in paths for d, faults in documents(path) if not faults):
            to = arguments.expand / document["lang"] / f"{document['id']}.json"
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    if check(paths):
        sys.exit(1)


if __name__ == "__main__":
    main()
