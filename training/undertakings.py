"""Train the models that decide what is an undertaking, whose it is, and on what terms.

    python training/undertakings.py ANNOTATED [--prose DATA] [--folds N] [--only-measure] [--models NAME ...]

ANNOTATED is a folder of annotated documents to learn from (JSON files with ``lang``, ``text``, ``published``,
``publisher`` and ``commitments``, each with an ``anchor``: words of the clause that tells it). Prints what a
cross-validation over documents gives (every fold is read with models that have not seen its documents), for the models
and for the rules alone, then trains on all documents and writes ``src/peyman/reading/weights/*.json.xz``. DATA is the
folder of open data sets: what is an undertaking is learnt from their running text too (`prose`). Nothing is random:
CRFsuite's L-BFGS starts from zero, and documents go to folds by their order.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from fitting import fit_model
from prose import Passage, hard, measure, passages, rows_of, unit_holding
from reliability import source_of
from written_documents import every_document, follows_a_page

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.commitments import entries as commitments
from peyman.reading.commitments.beneficiaries import SERVED
from peyman.reading.commitments.entries import UNDERTAKING, CommitmentReader
from peyman.reading.commitments.pledges import ruled_commitments
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.encounters import Encounter
from peyman.reading.judges import learnt
from peyman.reading.judges.learnt import FOLDER, Model, dump
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.reader import prepare
from peyman.reading.statements.attribution import Attribution
from peyman.reading.statements.entries import read_statements

#: L1 and L2 penalties of each model.
PENALTIES = {
    "undertakings": (1.0, 1.0),
    "undertakings-pages": (1.0, 1.0),
    "undertakers": (1.5, 1.0),
    "classes": (0.1, 1.0),
    "strengths": (0.1, 1.0),
    "polarities": (0.3, 0.3),
    "followups": (0.3, 0.3),
    "windows": (0.2, 0.3),
    "beneficiaries": (0.3, 1.0),
}
#: What is an undertaking is learnt twice: once from all documents, and once without those that follow real pages.
OF_PAGES = "undertakings-pages"
#: Sentences of our own.
CORPUS = Path(__file__).parent / "corpus"
#: How often they count against the annotated documents.
OWN_WEIGHT = 2

#: A row of items, each a list of features, with their labels; by model.
Examples = dict[str, list[tuple[list[list[str]], list[str]]]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is read of a document before its undertakings."""

    context: Context
    attribution: Attribution
    meetings: Sequence[Encounter]


@dataclass
class Annotated:
    """An annotated document with what was read of it before its undertakings."""

    gold: Mapping[str, Any]
    draft: Draft
    anchored: dict[int, list[tuple[int, int, Mapping[str, Any]]]]  # by sentence: token range of the anchor, the entry


def read(gold: Mapping[str, Any]) -> Annotated:
    """Read a document, and find the anchors of its annotated undertakings among its tokens."""
    context = prepare(source_of(gold)).context
    draft = Draft(context, read_statements(context), read_meetings(context))
    text = draft.context.text
    anchored: dict[int, list[tuple[int, int, Mapping[str, Any]]]] = defaultdict(list)
    for entry in gold["commitments"]:
        words = re.sub(r"\s", " ", entry["anchor"])
        at = re.sub(r"\s", " ", gold["text"]).find(words)
        if at < 0:
            print(f"{gold['id']}: no such words: {words}", file=sys.stderr)
            continue
        covered = text.tokens_within(*text.offsets.to_edited(at, at + len(words)))
        sentence = text.sentence_at(covered[0]) if covered else None
        if sentence is not None:
            anchored[sentence].append((covered[0], covered[-1] + 1, entry))
    return Annotated(gold, draft, anchored)


#: Roles of the cues that were looked for in the annotated documents when the tables were written.
_MINED = frozenset(("undertake", "refuse", "class", "no-undertaking", "followup"))


def forget_singular_cues(documents: Sequence[Annotated]) -> None:
    """Take out of each document the cues that stand in no other.

    Many phrases of the tables were found in these very documents. In a new document a phrase that was met once is
    hardly ever met again, so that models which could count on such phrases here would count on them in vain there, and
    a cross-validation would not show it.
    """

    def name(document: Annotated, cue: Cue) -> tuple[str, str, str]:
        words = " ".join(t.fold for t in document.draft.context.text.tokens[cue.first : cue.last])
        return document.gold["lang"], cue.role, words

    seen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for document in documents:
        for sentence in document.draft.context.sentences:
            for cue in sentence.cues:
                seen[name(document, cue)].add(document.gold["id"])
    for document in documents:
        for sentence in document.draft.context.sentences:
            sentence.cues = [c for c in sentence.cues if c.role not in _MINED or len(seen[name(document, c)]) > 1]


def annotated(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the annotated documents of a folder, in order of their names."""
    for path in sorted(folder.glob("*/*.json")):
        yield {**json.loads(path.read_text("utf-8")), "id": path.stem}


#: Words of the text, and what is annotated of them.
_MARKED = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")


def corpus(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of our own corpus in the form of the annotated ones; ``en.txt`` there tells its form."""
    for path in sorted(folder.glob("*.txt")):
        blocks = path.read_text("utf-8").split("\n\n")
        for number, block in enumerate(blocks[1:], 1):
            published, _, marked = block.strip().partition("\n")
            entries = []
            for match in _MARKED.finditer(marked):
                whose, of_class, strength, *more = match.group(2).split()
                window = next((m.removeprefix("window=") for m in more if m.startswith("window=")), None)
                became = next((m for m in more if m in ("kept", "broken", "renewed", "superseded")), None)
                entries.append(
                    {
                        "anchor": match.group(1),
                        "by": [] if whose == "-" else whose.split("+"),
                        "class": of_class,
                        "strength": strength,
                        "window": window,
                        "polarity": "refused" if "refused" in more else "undertaken",
                        "followup": f"reported-{became}" if became in ("kept", "broken") else became,
                    }
                )
            text = _MARKED.sub(r"\1", marked)
            yield {
                "id": f"{path.stem}-{number}",
                "lang": path.stem,
                "published": published,
                "text": text,
                "commitments": entries,
            }


def examples(document: Annotated) -> Examples:
    """Return what each model is to learn from a document."""
    rows: Examples = defaultdict(list)
    reader = CommitmentReader(document.draft.context, document.draft.attribution, document.draft.meetings)
    for sentence in reader.sentences():
        units, features = reader.features.sentence(sentence)
        told: dict[int, Mapping[str, Any]] = {}
        for first, last, entry in document.anchored.get(sentence.index, ()):
            told.setdefault(unit_holding(units, first, last), entry)
        labels = [UNDERTAKING if n in told else "other" for n in range(len(units))]
        rows["undertakings"].append((features, labels))
        numbers = sorted(told)
        for number, n in enumerate(numbers):
            end = units[numbers[number + 1]].first if number + 1 < len(numbers) else None
            since = units[numbers[number - 1]].last if number else sentence.first
            _terms(rows, reader, document, reader.told(units, n, end, since), features[n], told[n])
    return rows


def _terms(
    rows: Examples,
    reader: CommitmentReader,
    document: Annotated,
    told: commitments.Told,
    features: list[str],
    entry: Mapping[str, Any],
) -> None:
    terms = reader.terms(told, features)
    rows["classes"].append(([reader.of_class(terms)], [entry["class"]]))
    rows["strengths"].append(([terms], [entry["strength"]]))
    rows["polarities"].append(([terms], [entry["polarity"]]))
    rows["followups"].append(([terms], [entry.get("followup") or "new"]))
    whose = frozenset(entry["by"])
    candidates = reader.candidates.of(told.unit, told.ruled)
    if any(frozenset(parties) == whose for parties, _ in candidates):
        for parties, row in candidates:
            rows["undertakers"].append(([row], ["whose" if frozenset(parties) == whose else "other"]))
    reader.candidates.note(told.unit, tuple(entry["by"]))
    if "for" in entry:  # the sentences of our own do not say
        draft = replace(told.draft, by=tuple(entry["by"]))
        for party, row in reader.beneficiaries.of(told.unit, draft):
            rows["beneficiaries"].append(([row], [SERVED if party in (entry["for"] or ()) else "not"]))
    reader.note_strength(told, entry["strength"])
    for expression, row in reader.dates(told):
        rows["windows"].append(([row], [_use(document, expression.edtf, entry.get("window"))]))


def _use(document: Annotated, edtf: str | None, window: str | None) -> str:
    """How an undertaking uses a date of its sentence, judged by the window that was annotated."""
    if not edtf or not window:
        return "none"
    start, _, end = window.replace("~", "").partition("/")
    published = document.draft.context.published or ""
    if "/" in edtf:
        own_start, _, own_end = edtf.partition("/")
        if own_start == "..":
            return "same" if end.startswith(own_end) and start in ("..", published) else "none"
        return "same" if end == own_end and start.startswith(own_start) else "none"
    if window.replace("~", "") == edtf:
        return "same"
    if end == ".." and start.startswith(edtf):
        return "from"
    if end.startswith(edtf) and (start == ".." or abs(_days(start, published)) <= 1):
        return "until"
    return "none"


def _days(one: str, other: str) -> int:
    """Days from one EDTF day to another; many where one of them is no day."""
    try:
        return (date.fromisoformat(one) - date.fromisoformat(other)).days
    except ValueError:
        return 10_000


def train(
    documents: Sequence[Examples], names: Sequence[str] = tuple(PENALTIES), after_pages: Sequence[Examples] = ()
) -> dict[str, Model]:
    """Fit models, all if not named.

    Args:
        documents: What documents teach; all models learn from them.
        names: Which models.
        after_pages: What documents after real pages teach; only the model that is for such pages learns from them.
    """
    fitted = {}
    for name in names:
        taught = [*documents, *after_pages] if name == OF_PAGES else documents
        of = "undertakings" if name == OF_PAGES else name
        fitted[name] = fit_model([row for document in taught for row in document.get(of, ())], PENALTIES[name])
    return fitted


def from_prose(data: Path, known: Sequence[Examples]) -> tuple[Examples, list[tuple[Passage, Draft]]]:
    """Return what running text teaches beside what is known already, and the passages that are kept for measuring."""
    found = fit_model([row for document in known for row in document["undertakings"]], PENALTIES["undertakings"])
    rows: Examples = {"undertakings": []}
    kept = []
    for passage in passages(data):
        draft = read(passage.gold).draft
        if passage.kept:
            kept.append((passage, draft))
        else:
            reader = CommitmentReader(draft.context, draft.attribution, draft.meetings)
            rows["undertakings"] += hard(rows_of(passage, reader), found)
    return rows, kept


def measured_prose(kept: Sequence[tuple[Passage, Draft]], fitted: Mapping[str, Model]) -> str:
    """Say what models find in passages that they have not seen."""
    vars(commitments)["model"] = lambda name: fitted.get(name) or learnt.model(name)  # those not trained, as shipped
    found = [
        (passage, draft.context, commitments.read_commitments(draft.context, draft.attribution, draft.meetings))
        for passage, draft in kept
    ]
    vars(commitments)["model"] = learnt.model
    return measure(found)


class Tally:
    """Counts undertakings found, and terms right among them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, document: Annotated, drafts: Sequence[CommitmentDraft]) -> None:
        """Pair the undertakings read in each sentence with those annotated there, the sure and the likest first."""
        by_sentence: dict[int, list[CommitmentDraft]] = defaultdict(list)
        for draft in drafts:
            by_sentence[draft.sentence.index].append(draft)
        self.counts["gold"] += sum(not e.get("optional") for a in document.anchored.values() for *_, e in a)
        self.counts["given"] += len(drafts)
        for sentence, anchored in document.anchored.items():
            given, asked = by_sentence.get(sentence, []), [entry for _, _, entry in anchored]
            edges = sorted(
                (
                    (not e.get("optional"), sum(_agree(e, d).values()), -i, -j)
                    for i, e in enumerate(asked)
                    for j, d in enumerate(given)
                ),
                reverse=True,
            )
            used: set[tuple[str, int]] = set()
            for *_, i, j in edges:
                if ("e", i) in used or ("d", j) in used:
                    continue
                used |= {("e", i), ("d", j)}
                if asked[-i].get("optional"):  # neither asked for nor wrong
                    self.counts["given"] -= 1
                    continue
                self.counts["hit"] += 1
                for term, right in _agree(asked[-i], given[-j]).items():
                    self.counts[term] += right

    def __str__(self) -> str:
        """Precision, recall and F1 of what was found, and the share of terms that are right."""
        c = self.counts
        p, r = c["hit"] / max(1, c["given"]), c["hit"] / max(1, c["gold"])
        found = f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"
        terms = " ".join(f"{t} {c[t] / max(1, c['hit']):.3f}" for t in _TERMS)
        return f"{found} ({c['gold']}) · {terms}"


_TERMS: dict[str, Callable[[Mapping[str, Any], CommitmentDraft], bool]] = {
    "by": lambda e, d: set(e["by"]) == set(d.by),
    "class": lambda e, d: e["class"] == d.class_,
    "window": lambda e, d: (e.get("window") or None) == d.window,
    "strength": lambda e, d: e["strength"] == d.strength,
    "polarity": lambda e, d: (e["polarity"] == "refused") == d.refused,
    "followup": lambda e, d: (e.get("followup") or None) == d.followup,
}


def _agree(entry: Mapping[str, Any], draft: CommitmentDraft) -> dict[str, bool]:
    return {term: agree(entry, draft) for term, agree in _TERMS.items()}


def cross_validate(
    documents: Sequence[Annotated],
    rows: Sequence[Examples],
    own: Sequence[Examples],
    after_pages: Sequence[Examples],
    folds: int,
) -> None:
    """Print what models read in documents that they have not seen, and what the rules read in the same.

    Args:
        documents: What is measured with.
        rows: What each of them teaches.
        own: What is learnt from in every fold, and never measured with.
        after_pages: What the model that is for pages learns from besides.
        folds: How many.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for fold in range(folds):
        fitted = train([*(r for n, r in enumerate(rows) if n % folds != fold), *own], after_pages=after_pages)
        vars(commitments)["model"] = fitted.__getitem__
        for n, document in enumerate(documents):
            if n % folds == fold:
                read_by_models = commitments.read_commitments(
                    document.draft.context, document.draft.attribution, document.draft.meetings
                )
                for group in ("all", document.gold["lang"]):
                    tallies[f"models {group}"].add(document, read_by_models)
                    tallies[f"rules {group}"].add(document, _ruled(document))
    vars(commitments)["model"] = learnt.model
    for group in sorted(tallies):
        print(f"{group:12} {tallies[group]}")


def _ruled(document: Annotated) -> list[CommitmentDraft]:
    context = document.draft.context
    if not context.tells_of_dealings:
        return []
    ruled = ruled_commitments(context, document.draft.attribution, document.draft.meetings)
    for one in ruled:
        one.draft.by = one.draft.by or one.table
    return [one.draft for one in ruled]


def main(arguments: Sequence[str]) -> None:
    """Measure by cross-validation, then train and write."""
    parser = argparse.ArgumentParser(description="Train the models of undertakings.")
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--prose", type=Path, metavar="DATA", help="learn from the running text of open sets too")
    parser.add_argument("--folds", type=int, default=5, help="1: train without measuring")
    parser.add_argument("--only-measure", action="store_true")
    parser.add_argument("--without-own", action="store_true", help="learn nothing from documents/")
    parser.add_argument("--models", nargs="+", choices=PENALTIES, default=[*PENALTIES], help="train these only")
    options = parser.parse_args(arguments)
    documents = [read(gold) for gold in annotated(options.annotated)]
    terms = [examples(document) for document in documents]
    forget_singular_cues(documents)
    rows = [
        {**known, "undertakings": forgotten["undertakings"]}
        for known, forgotten in zip(terms, map(examples, documents), strict=True)
    ]
    own = [examples(read(gold)) for gold in corpus(CORPUS)] * OWN_WEIGHT
    after_pages: list[Examples] = []
    if not options.without_own:
        written = [read(gold) for gold in every_document()]
        forget_singular_cues([*documents, *written])
        own += [examples(document) for document in written if not follows_a_page(document.gold["id"])]
        after_pages = [examples(document) for document in written if follows_a_page(document.gold["id"])]
    kept: list[tuple[Passage, Draft]] = []
    if options.prose:
        prose, kept = from_prose(options.prose, [*rows, *own, *after_pages])
        own.append(prose)
    if options.folds > 1:
        cross_validate(documents, rows, own, after_pages, options.folds)
    fitted_models = train([*rows, *own], options.models, after_pages)
    if kept and "undertakings" in fitted_models:
        print("prose kept for measuring,", measured_prose(kept, fitted_models))
    if options.only_measure:
        return
    FOLDER.mkdir(exist_ok=True)
    for name, fitted in fitted_models.items():
        path = FOLDER / f"{name}.json.xz"
        path.write_bytes(dump(fitted))
        print(f"{path.name}: {len(fitted.weights)} features, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])


__all__ = ["main", "train"]
