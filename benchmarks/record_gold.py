"""How well a record tells what is one: ``benchmarks/record_gold.py GOLD [--perfect]``.

All annotated documents are added to one record. GOLD is the folder that holds ``docs`` and ``events.json``, the truth.
An annotated item stands for the entry whose evidence holds its anchor, and no entry for two (`aligned_items.py`); one
that the reader missed stands alone.

Printed are B³ F1 of meetings and of persons (Bagga and Baldwin 1998), the F1 of pairs of documents that give one
undertaking (`same_undertakings.txt`), and the recall of the listed differences: an account that leaves a fact out or
contradicts it counts as found where the table of accounts has a row for the fact and shows that account otherwise than
those that assert it. A row is for a fact if it is of its kind, or about whom or what, which day or number, or which
undertaking (by two words at least) the fact names.
"Of those read" leaves out what the reader missed. With ``--perfect`` readings are made from the annotations, which
measures merging without the reader; with ``--check`` it fails below the floors in ``record_floors.toml``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from aligned_items import aligned
from perfect_readings import perfect_reading

from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.record import AccountsTable, DocumentView, FactRow, Record
from peyman.record.accounts.account_figures import quantities
from peyman.sources import SourceFailure, load

SAME_UNDERTAKINGS = Path(__file__).with_name("same_undertakings.txt")
FLOORS = Path(__file__).with_name("record_floors.toml")
Item = tuple[str, int]
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def b_cubed(truth: Mapping[Item, Hashable], found: Mapping[Item, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of clusters, averaged over the items."""

    def clusters(of: Mapping[Item, Hashable]) -> dict[Item, set[Item]]:
        grouped: dict[Hashable, set[Item]] = defaultdict(set)
        for item, label in of.items():
            grouped[label].add(item)
        return {item: grouped[label] for item, label in of.items()}

    right, made = clusters(truth), clusters(found)
    precision = sum(len(right[item] & made[item]) / len(made[item]) for item in truth) / len(truth)
    recall = sum(len(right[item] & made[item]) / len(right[item]) for item in truth) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


class Gold:
    """The annotated documents, and the record of what was read out of them."""

    def __init__(self, folder: Path, perfect: bool) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.readings: dict[str, Reading] = {}
        self.record = Record.open("sqlite://")
        self.ids: dict[str, str] = {}
        self.views: dict[str, DocumentView] = {}
        self._tables: dict[str, AccountsTable] = {}
        self._aligned: dict[tuple[str, str], dict[int, str]] = {}
        for path in sorted((folder / "docs").rglob("*.json")):
            annotated = json.loads(path.read_text(encoding="utf-8"))
            name = annotated["id"]
            self.documents[name] = annotated
            (source,) = load(str(path))
            assert not isinstance(source, SourceFailure)
            reading = perfect_reading(annotated, source) if perfect else read_document(source)
            self.readings[name] = reading
            self.ids[name] = self.record.add(reading, source.original).document
        for name, public_id in self.ids.items():
            view = self.record.get(public_id)
            assert isinstance(view, DocumentView)
            self.views[name] = view
        self.events: dict[str, Any] = json.loads((folder / "events.json").read_text(encoding="utf-8"))

    def entry_of(self, name: str, kind: str, number: int) -> str | None:
        """The public id of the entry that stands for an annotated item; None for one that the reader missed."""
        if (name, kind) not in self._aligned:
            annotated, entries = self.documents[name], getattr(self.readings[name], f"{kind}s")
            self._aligned[name, kind] = aligned(annotated[f"{kind}s"], entries, annotated["text"])
        identifier = self._aligned[name, kind].get(number)
        return None if identifier is None else self.views[name].local_ids[kind, identifier]

    def accounts(self, entry: str) -> AccountsTable:
        """The table of accounts of a meeting, made once."""
        if entry not in self._tables:
            self._tables[entry] = self.record.accounts(entry)
        return self._tables[entry]

    def meetings(self) -> tuple[dict[Item, Hashable], dict[Item, Hashable]]:
        """The event of each annotated meeting, and the entry that it became; itself where it became none."""
        truth: dict[Item, Hashable] = {}
        found: dict[Item, Hashable] = {}
        for name, annotated in self.documents.items():
            for number, meeting in enumerate(annotated["meetings"]):
                if meeting.get("event"):
                    item = (name, number)
                    truth[item] = meeting["event"]
                    found[item] = self.entry_of(name, "meeting", number) or item
        return truth, found

    def persons(self) -> tuple[dict[Item, Hashable], dict[Item, Hashable]]:
        """The name of each annotated person, and the entry that the person became."""
        truth: dict[Item, Hashable] = {}
        found: dict[Item, Hashable] = {}
        for name, annotated in self.documents.items():
            text = annotated["text"]
            for number, person in enumerate(annotated["people"]):
                item = (name, number)
                truth[item] = person["name"]
                found[item] = item
                start = text.find(person["text"])
                end = start + len(person["text"])
                for actor in self.readings[name].actors:
                    spans = [*actor.mentions, *actor.evidence]
                    if actor.kind == "person" and any(a < end and start < b and b - a < 60 for a, b in spans):
                        found[item] = self.views[name].local_ids[("actor", actor.id)]
                        break
        return truth, found

    def undertakings(self) -> tuple[set[frozenset[Item]], set[frozenset[Item]]]:
        """Pairs of documents' undertakings that are one: as judged by hand (`same_undertakings.txt`), and found."""
        truth = {frozenset(pair) for items in _judged(self.documents) for pair in itertools.combinations(items, 2)}
        by_entry: dict[str, list[Item]] = defaultdict(list)
        for name, annotated in self.documents.items():
            for number in range(len(annotated["commitments"])):
                entry = self.entry_of(name, "commitment", number)
                if entry:
                    by_entry[entry].append((name, number))
        pairs = (pair for items in by_entry.values() for pair in itertools.combinations(items, 2))
        return truth, {frozenset((a, b)) for a, b in pairs if a[0] != b[0]}


def _judged(documents: Iterable[str]) -> Iterator[list[Item]]:
    """The undertakings that several of some documents tell, each with where."""
    known = set(documents)
    for line in SAME_UNDERTAKINGS.read_text(encoding="utf-8").splitlines():
        event, colon, told = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        places = (each.split() for each in told.split(","))
        yield [(f"{event}-{name}", int(number)) for name, number in places if f"{event}-{name}" in known]


def differences(gold: Gold) -> tuple[int, int, dict[str, list[int]], int]:
    """How many of the listed differences are found, of how many; by kind of fact; and how many more are marked.

    Marked is where an account that says something else is said to leave out what the others say.
    """
    found = total = marked = 0
    by_fact: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, event in gold.events.items():
        for fact in event["facts"]:
            tables = [
                table
                for label in dict.fromkeys((fact.get("of", name), name))
                if (table := _table(gold, event, label)) is not None
            ]
            asserted = [gold.ids[each] for each in fact["asserted_by"] if each in gold.ids]
            wanted = [(each, "left out", "") for each in fact["left_out_by"]]
            wanted += [(each["id"], "other", each["value"]) for each in fact["contradicted_by"]]
            kind = fact["fact"].split(" ")[0].rstrip(":")
            for document, how, value in wanted:
                total += 1
                by_fact[kind][1] += 1
                if any(_is_shown(gold, event, table, fact, document, how, value, asserted) for table in tables):
                    found += 1
                    by_fact[kind][0] += 1
                elif any(_is_marked(gold, event, table, fact, document) for table in tables):
                    marked += 1
    return found, total, dict(by_fact), marked


def _is_marked(
    gold: Gold, event: Mapping[str, Any], table: AccountsTable, fact: Mapping[str, Any], document: str
) -> bool:
    """Whether a table says that an account leaves out what those that assert a fact tell."""
    rows = _rows(gold, event, table, fact, fact["asserted_by"], str(fact["value"]))
    asserted = {gold.ids[each] for each in fact["asserted_by"] if each in gold.ids}
    return any(
        any(cell.account == gold.ids[document] and cell.mark == "missing" for cell in row.cells)
        and any(cell.account in asserted and cell.values for cell in row.cells)
        for row in rows
    )


def _is_shown(
    gold: Gold,
    event: Mapping[str, Any],
    table: AccountsTable,
    fact: Mapping[str, Any],
    document: str,
    how: str,
    value: str,
    asserted: list[str],
) -> bool:
    """Whether a table shows one listed difference: a row for the fact tells the account from those that assert it.

    An account that says something else may have a row of its own for that, which those that assert the fact lack.
    """
    rows = _rows(gold, event, table, fact, fact["asserted_by"], str(fact["value"]))
    if any(_shows(row, gold.ids[document], how, asserted) for row in rows):
        return True
    if how != "other":
        return False
    own = [row for row in _rows(gold, event, table, fact, [document], value) if row.subject]
    return any(
        not cells[each].values
        for row in own
        if (cells := {cell.account: cell for cell in row.cells}).get(gold.ids[document]) is not None
        and cells[gold.ids[document]].values
        for each in asserted
        if each in cells
    )


def _table(gold: Gold, event: Mapping[str, Any], label: str) -> AccountsTable | None:
    """The accounts of the meeting that most of an event's items became."""
    entry = _entry(gold, event, label)
    return None if entry is None else gold.accounts(entry)


def _entry(gold: Gold, event: Mapping[str, Any], label: str) -> str | None:
    """The meeting that most of an event's items became."""
    votes: dict[str, int] = defaultdict(int)
    for document, number in event["same"].get(label, ()):
        entry = gold.entry_of(document, "meeting", number)
        if entry:
            votes[entry] += 1
    return min(votes, key=lambda each: (-votes[each], each)) if votes else None


_ROWS = {
    "date": ("date", "printed"),
    "status": ("status",),
    "mode": ("mode",),
    "venue": ("venue", "place"),
    "mediator": ("participant", "parties", "capacity"),
    "mediators": ("participant", "parties", "capacity"),
    "parties": ("parties", "number of parties"),
    "participants": ("participant",),
    "round": ("round",),
    "number": ("round",),
    "basis": ("basis",),
    "took": ("status",),
    "suspended": ("status", "announced by"),
    "duration": ("duration",),
    "articles": ("articles",),
    "nature": ("kind", "mode", "number of parties"),
    "Kurdistan": ("parties",),
}
"""The rows that are about a fact whatever it says, by the first word of its name."""

_OF_PERSONS = ("title", "capacity")
_PERSONS = {"role": _OF_PERSONS, "head": _OF_PERSONS, "signatories": (*_OF_PERSONS, "participant")}
_NAMES = {"name": ("name",)}
_ANY = frozenset({*("named", "participant", "basis", "venue", "encounter"), *("day", "length", "figure")})
_PROMISED = frozenset({"undertaking", "window", "condition", "outcome"})
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
        "or",
        "out",
        "the",
        "to",
        "will",
        "with",
        "yes",
    )
)
_STEM, _SHARED = 5, 2
"""Letters by which two words are one; and words that an undertaking has to share with the fact that it is."""
_MOSTLY = 0.6
"""The share of the words of a name that a fact has to have to name it."""
_ASIDE = re.compile(r"\([^()]*\)")
"""Who says so, in the words of a fact: it is not what the fact is about."""


def _rows(
    gold: Gold,
    event: Mapping[str, Any],
    table: AccountsTable,
    fact: Mapping[str, Any],
    told_by: Iterable[str],
    value: str,
) -> list[FactRow]:
    """The rows of a table that are about a fact.

    They are those of its kind (the date, the status), those of a person, body, place, agreement or meeting that its
    name or value names, those of a day, length or number in its value, and those of an undertaking that an annotated
    one of the documents that assert it became, if it shares words with the fact.
    """
    first, name = fact["fact"].split(" ")[0].rstrip(":"), str(fact["fact"])
    said = _ASIDE.sub(" ", f"{name} {value}")
    subjects = _named(gold, event, said) | _figures(said)
    if first in _PERSONS:
        return [row for row in table.facts if row.fact in _PERSONS[first] and row.subject in _named(gold, event, said)]
    if first in _NAMES:
        about = {"Region": "IRQ-KRD", "province": "Sweida", "document": "executive mechanism"}
        wanted = _named(gold, event, about.get(name.split(" ")[-1], said))
        return [row for row in table.facts if row.fact == "name" and row.subject in wanted]
    kinds = ("place",) if name == "signed in" else _ROWS.get(first, ())
    rows = [row for row in table.facts if row.fact in kinds]
    rows += [row for row in table.facts if row.fact in _ANY and row.subject in subjects]
    if fact.get("of"):
        meeting = _entry(gold, event, fact["of"])
        rows += [row for row in table.facts if row.fact == "encounter" and row.subject == meeting]
    promised = _promised(gold, said, told_by)
    rows += [row for row in table.facts if row.fact in _PROMISED and row.subject in promised]
    return rows


def _named(gold: Gold, event: Mapping[str, Any], said: str) -> set[str | None]:
    """The entries of what the annotations of an event's documents name by a name that stands in some words."""
    words, stems = {word.strip(".,;:()").casefold() for word in said.replace("-", " ").split()}, _stems(said)
    found: set[str | None] = set()
    for document in event["docs"]:
        annotated, reading, view = gold.documents[document], gold.readings[document], gold.views[document]
        for kind, field in (("actor", "people"), ("actor", "bodies"), ("place", "places"), ("agreement", "agreements")):
            for each in annotated[field]:
                parts = [part.strip(".,()").casefold() for part in each["name"].replace("-", " ").split()]
                wanted = _stems(each["name"])
                named = parts[-1] in words if field == "people" else len(wanted & stems) >= _MOSTLY * len(wanted)
                if not named:
                    continue
                start = annotated["text"].find(each["text"])
                end = start + len(each["text"])
                for entry in getattr(reading, f"{kind}s"):
                    spans = [*entry.mentions, *entry.evidence]
                    if any(a < end and start < b and b - a < 80 for a, b in spans):
                        found.add(view.local_ids.get((kind, entry.id)))
    if "IRQ-KRD" in said:
        found |= {each.id for each in gold.record.actors() if "IRQ-KRD" in each.key}
    return found - {None}


def _figures(said: str) -> set[str]:
    """The days, lengths and numbers in some words, by the labels that rows give them."""
    found = set(_ISO_DAY.findall(said))
    for each in quantities(_ISO_DAY.sub(" ", said), "en"):
        found.add(f"{each.number:,}" if each.unit is None else f"{each.number} {each.unit}s")
    return found


def _promised(gold: Gold, said: str, told_by: Iterable[str]) -> set[str | None]:
    """The entries of the annotated undertakings of some documents that share most words with a fact."""
    words = _stems(said)
    best: set[str | None] = set()
    for document in told_by:
        if document not in gold.documents:
            continue
        shared = [len(words & _stems(each["what"])) for each in gold.documents[document]["commitments"]]
        most = max(shared, default=0)
        for number, words_shared in enumerate(shared):
            if words_shared == most and most >= min(_SHARED, len(words)):
                best.add(gold.entry_of(document, "commitment", number))
    return best - {None}


def _stems(said: str) -> set[str]:
    words = (word.strip(".,;:()\"'").casefold() for word in said.replace("-", " ").split())
    return {word[:_STEM] for word in words if word and word not in _SMALL and word != "undertaking"}


def _shows(row: FactRow, document: str, how: str, asserted: list[str]) -> bool:
    """Whether a row tells an account apart from those that assert the fact."""
    cells = {cell.account: cell for cell in row.cells}
    given = [cells[each] for each in asserted if each in cells and cells[each].values]
    if not given:
        return False
    cell = cells.get(document)
    if how == "left out":
        return cell is None or not cell.values or cell.mark == "missing"
    if cell is None or not cell.values:
        return False
    values = {str(value.value) for each in given for value in each.values}
    return cell.mark in ("conflict", "missing") or not values >= {str(value.value) for value in cell.values}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--perfect", action="store_true", help="readings made from the annotations")
    parser.add_argument("--check", action="store_true", help="fail below the floors")
    arguments = parser.parse_args()
    gold = Gold(arguments.gold, arguments.perfect)
    figures: dict[str, float] = {}
    for name, (truth, found) in (("meetings", gold.meetings()), ("persons", gold.persons())):
        precision, recall, score = b_cubed(truth, found)
        figures[name] = score
        print(f"{name:14} B3 P {precision:.3f} R {recall:.3f} F1 {score:.3f}  ({len(truth)} items)")
        read = {item: label for item, label in truth.items() if found[item] != item}
        precision, recall, score = b_cubed(read, {item: found[item] for item in read})
        print(f"  of those read   P {precision:.3f} R {recall:.3f} F1 {score:.3f}  ({len(read)} items)")
    truth_pairs, found_pairs = gold.undertakings()
    both = len(truth_pairs & found_pairs)
    precision, recall = both / max(len(found_pairs), 1), both / max(len(truth_pairs), 1)
    figures["undertakings"] = 2 * precision * recall / (precision + recall) if both else 0.0
    print(
        f"undertakings   pairs P {precision:.3f} R {recall:.3f} F1 {figures['undertakings']:.3f}  ({len(truth_pairs)})"
    )
    right, total, by_fact, marked = differences(gold)
    figures["differences"] = right / total
    print(
        f"differences    recall {right / total:.3f}  ({right} of {total}; {(right + marked) / total:.3f} with those"
        " where an account that says something else is marked as leaving the fact out)"
    )
    print("  " + ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in sorted(by_fact.items(), key=lambda x: -x[1][1])))
    if not arguments.check:
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["perfect" if arguments.perfect else "read"]
    below = [name for name, floor in floors.items() if figures[name] < floor - 0.0005]
    for name in below:
        print(f"below its floor: {name} {figures[name]:.3f} < {floors[name]}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
