"""How well a record tells what is one: ``benchmarks/record_gold.py GOLD [--perfect]``.

All annotated documents are added to one record. GOLD is the folder that holds ``docs`` and ``events.json``, the truth.
An annotated item stands for the entry whose evidence holds its anchor; one that the reader missed stands alone.

Printed are B³ F1 of meetings and of persons (Bagga and Baldwin 1998), the F1 of pairs of documents that give one
undertaking, and the recall of the listed differences: an account that leaves a fact out or contradicts it counts as
found where the table of accounts has a row for the fact and shows that account otherwise than those that assert it.
"Of those read" leaves out what the reader missed. With ``--perfect`` readings are made from the annotations, which
measures merging without the reader; with ``--check`` it fails below the floors in ``record_floors.toml``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from perfect_readings import perfect_reading

from peyman.model import Reading, Span
from peyman.reading.reader import read_document
from peyman.record import AccountsTable, DocumentView, FactRow, Record
from peyman.sources import SourceFailure, load

FLOORS = Path(__file__).with_name("record_floors.toml")
Item = tuple[str, int]


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

    def entry_at(self, name: str, kind: str, anchors: Iterable[str]) -> str | None:
        """The public id of the entry whose evidence holds an anchor, the shortest evidence first."""
        text, entries = self.documents[name]["text"], getattr(self.readings[name], f"{kind}s")
        for anchor in anchors:
            start = text.find(anchor)
            if start < 0:
                continue
            middle: Span = (start + len(anchor) // 3, start + len(anchor) - len(anchor) // 3)
            holding = [
                (span[1] - span[0], entry.id)
                for entry in entries
                for span in entry.evidence
                if span[0] <= middle[1] and middle[0] <= span[1]
            ]
            if holding:
                return self.views[name].local_ids.get((kind, min(holding)[1]))
        return None

    @staticmethod
    def anchors(item: Mapping[str, Any]) -> list[str]:
        """The words inside the clause that says an item."""
        return [item["anchor"], *item.get("also", ())]

    def meetings(self) -> tuple[dict[Item, Hashable], dict[Item, Hashable]]:
        """The event of each annotated meeting, and the entry that it became; itself where it became none."""
        truth: dict[Item, Hashable] = {}
        found: dict[Item, Hashable] = {}
        for name, annotated in self.documents.items():
            for number, meeting in enumerate(annotated["meetings"]):
                if meeting.get("event"):
                    item = (name, number)
                    truth[item] = meeting["event"]
                    found[item] = self.entry_at(name, "meeting", self.anchors(meeting)) or item
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
        """Pairs of documents' undertakings that are one, by the annotations and by the record.

        Annotated undertakings are one where two documents of one event give the same party, class and polarity, in
        that order, and windows that do not exclude each other; the events list no pairs of their own.
        """
        from peyman.record.periods import period

        items: dict[str, list[tuple[Item, dict[str, Any]]]] = defaultdict(list)
        labels: dict[Item, str] = {}
        for name, annotated in self.documents.items():
            for number, each in enumerate(annotated["commitments"]):
                items[name.split("-")[0]].append(((name, number), each))
                entry = self.entry_at(name, "commitment", self.anchors(each))
                if entry:
                    labels[(name, number)] = entry
        truth, found = set(), set()
        for each in items.values():
            for (a, first), (b, second) in itertools.combinations(each, 2):
                if a[0] == b[0]:
                    continue
                windows = period(first.get("window")), period(second.get("window"))
                apart = windows[0] and windows[1] and not windows[0].meets(windows[1])
                same = all(set(first[k]) == set(second[k]) for k in ("by",)) and first["class"] == second["class"]
                if (
                    same
                    and first["polarity"] == second["polarity"]
                    and not apart
                    and _alike(first["what"], second["what"])
                ):
                    truth.add(frozenset((a, b)))
                if a in labels and labels[a] == labels.get(b):
                    found.add(frozenset((a, b)))
        return truth, found


def _alike(a: str, b: str) -> bool:
    first, second = set(a.casefold().split()), set(b.casefold().split())
    return len(first & second) >= 0.5 * min(len(first), len(second))


def differences(gold: Gold) -> tuple[int, int, dict[str, list[int]]]:
    """How many of the listed differences are found, of how many; by kind of fact."""
    found = total = 0
    by_fact: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, event in gold.events.items():
        for fact in event["facts"]:
            table = _table(gold, event, fact.get("of", name))
            rows = _rows(gold, table, fact) if table is not None else []
            asserted = [gold.ids[each] for each in fact["asserted_by"] if each in gold.ids]
            wanted = [(each, "left out") for each in fact["left_out_by"]]
            wanted += [(each["id"], "other") for each in fact["contradicted_by"]]
            kind = fact["fact"].split(" ")[0].rstrip(":")
            for document, how in wanted:
                total += 1
                by_fact[kind][1] += 1
                if any(_shows(row, gold.ids[document], how, asserted) for row in rows):
                    found += 1
                    by_fact[kind][0] += 1
    return found, total, dict(by_fact)


def _table(gold: Gold, event: Mapping[str, Any], label: str) -> AccountsTable | None:
    """The accounts of the meeting that most of an event's items became."""
    votes: dict[str, int] = defaultdict(int)
    for document, number in event["same"].get(label, ()):
        meeting = gold.documents[document]["meetings"][number]
        entry = gold.entry_at(document, "meeting", gold.anchors(meeting))
        if entry:
            votes[entry] += 1
    if not votes:
        return None
    return gold.record.accounts(min(votes, key=lambda each: (-votes[each], each)))


_ROWS = {
    "date": ("date",),
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
    "took": ("encounter", "status"),
    "next": ("encounter",),
    "role": ("title", "participant", "capacity"),
    "head": ("title", "participant", "capacity"),
    "undertaking": ("undertaking",),
    "signatories": ("participant", "title"),
}


def _rows(gold: Gold, table: AccountsTable, fact: Mapping[str, Any]) -> list[FactRow]:
    words = fact["fact"].split(" ")
    kinds = _ROWS.get(words[0].rstrip(":"), ())
    rows = [row for row in table.facts if row.fact in kinds]
    if words[0] in ("role", "head"):
        surname = fact["fact"].split(" of ")[-1].split()[-1].casefold()
        if words[0] == "head":
            surname = str(fact["value"]).split()[-1].casefold()
        named = {
            gold.views[name].local_ids.get(("actor", actor.id))
            for name, reading in gold.readings.items()
            for actor in reading.actors
            if actor.kind == "person"
            and any(
                person["name"].split()[-1].casefold() == surname
                and any(gold.documents[name]["text"][a:b] == person["text"] for a, b in actor.mentions)
                for person in gold.documents[name]["people"]
            )
        }
        rows = [row for row in rows if row.subject in named]
    return rows


def _shows(row: FactRow, document: str, how: str, asserted: list[str]) -> bool:
    """Whether a row tells an account apart from those that assert the fact."""
    cells = {cell.account: cell for cell in row.cells}
    given = [cells[each] for each in asserted if each in cells and cells[each].values]
    if not given:
        return False
    cell = cells.get(document)
    if how == "left out":
        return cell is None or (not cell.values)
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
    right, total, by_fact = differences(gold)
    figures["differences"] = right / total
    print(f"differences    recall {right / total:.3f}  ({right} of {total})")
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
