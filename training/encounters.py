"""Learn to judge encounters: which mention tells one, who sits at the table, when and where.

    python training/encounters.py GOLD --scorer SCORE.PY [--prose DATA] [--out src/peyman/reading/weights]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from in every fold and never measured on, those that follow real pages only
with ``--twice``, and so is the running text of DATA, which tells what is no encounter (`prose_encounters`). Rules
find every mention and describe it; gradient-boosted trees over these descriptions answer five questions. The figures
that are printed are of documents that nothing was learnt from: five folds of whole documents, with the judges of each
fold trained on the other four.
A judge that builds on another (tables on seats) is trained on what that one says of documents it was not trained on.
scikit-learn trains; what is shipped is walked by `peyman.reading.judges.judgement`. The seed is fixed.
"""

from __future__ import annotations

import argparse
import random
import re
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fitting import SEED, Row, fit_choice, fit_judge, fit_model, mean_of_judges, mean_of_models, save_judge
from prose_encounters import Passage, measure, passages
from reliability import load_scorer, source_of
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.attendance.seats import Seating
from peyman.reading.attendance.tables import Table, Tables
from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter, MeetingMention
from peyman.reading.judges.judgement import Judge
from peyman.reading.judges.learnt import dump
from peyman.reading.judges.phrasing import Phrasing
from peyman.reading.meetings.entries import Judges, Wordings, read_meetings, worded
from peyman.reading.meetings.survey import survey
from peyman.reading.meetings.tellings import telling_features
from peyman.reading.reader import prepare
from peyman.reading.time_and_place.occasions import Occasions

FOLDS = 5
INNER_FOLDS = 4
#: Most encounters have a date in the text: it takes less to believe in one.
DATE_THRESHOLD = 0.25
#: From which probability on a telling is believed in.
TELLING_THRESHOLD = 0.4
#: L1 and L2 penalties of the models of wording, and how often a feature must have been met.
WORD_PENALTIES = (0.3, 1.0)
WORDS_MET = 3
#: Depth of the trees that say what tells, who takes part, and when: all three hang on more than three things at once.
DEEPER = 4
QUESTIONS = ("telling", "seat", "table", "date", "place")
SLOTS = ("date", "place", "parties", "kind", "planned")


@dataclass
class Mention:
    """One mention of a document, described to the judges, and the gold entry that it tells, if any."""

    telling: dict[str, float]
    gold: int | None
    seats: dict[str, dict[str, float]]
    dates: list[tuple[str, dict[str, float]]]
    places: list[tuple[bool, Row]]
    table: MeetingMention  # the mention itself, for what the judge of tables is told
    telling_words: list[str]
    seat_words: list[list[str]]  # of each party of `seats`, in their order
    date_words: list[list[str]]  # of each of `dates`
    told: bool | None = None  # of running text: whether an encounter is told, without saying which
    again: bool = False  # whether it is known to tell again what another mention tells


@dataclass
class Annotated:
    """One annotated document with everything that is learnt from it."""

    gold: dict[str, Any]
    context: Context
    tables: Tables
    mentions: list[Mention] = field(default_factory=list)


def context_of(gold: Mapping[str, Any]) -> Context:
    """Prepare a document as reading does."""
    return prepare(source_of(gold)).context


def annotated(gold: dict[str, Any], scorer: types.ModuleType) -> Annotated:
    """Describe every mention of a document, and say which of them tells which gold encounter."""
    context = context_of(gold)
    found = survey(context)
    seating = Seating(context, found.around, found.drafts, found.mentions)
    occasions = Occasions(context, found.around, found.mentions, found.drafts)
    phrasing = Phrasing(context)
    document = Annotated(gold, context, Tables(context, found.around, found.mentions, found.drafts))
    rows = telling_features(context, found.around, found.mentions, found.drafts)
    told = told_of(gold, context, found.mentions, scorer)
    names = _place_names(gold, context, scorer)
    again = _told_again(gold, context, found.mentions, scorer)
    for number, mention in enumerate(found.mentions):
        entry = gold["meetings"][told[number]] if number in told else None
        candidates = seating.candidates(mention)
        dates = occasions.dates(mention)
        places = occasions.places(mention)
        wanted = entry["place"] if entry is not None else None
        document.mentions.append(
            Mention(
                telling=rows[number],
                gold=told.get(number),
                seats=dict(zip(candidates, seating.features(mention, candidates), strict=True)),
                dates=[
                    ((d.edtf or "").partition("T")[0], row)
                    for (d, _), row in zip(dates, occasions.date_features(mention, dates), strict=True)
                ],
                places=[
                    (bool(wanted) and scorer.alike(wanted, names[p.entry]), row)
                    for (p, _), row in zip(
                        places, occasions.place_features(mention, places, mention.parties), strict=True
                    )
                ],
                table=mention,
                telling_words=phrasing.telling(mention.whole or mention),
                seat_words=phrasing.seats(mention, candidates),
                date_words=phrasing.dates(mention, dates),
                again=number in again and number not in told,
            )
        )
    return document


def from_prose(data: Path, scorer: types.ModuleType) -> tuple[list[Annotated], list[tuple[Passage, Annotated]]]:
    """Describe what was judged in running text: what is learnt from, and what is kept for measuring."""
    learnt: list[Annotated] = []
    kept: list[tuple[Passage, Annotated]] = []
    for passage in passages(data):
        document = annotated(passage.gold, scorer)
        if passage.kept:
            kept.append((passage, document))
            continue
        judged = [(mention, passage.verdict(document.context, mention.table)) for mention in document.mentions]
        document.mentions = [replace(m, told=verdict == "yes") for m, verdict in judged if verdict in ("yes", "no")]
        learnt.append(document)
    return learnt, kept


def crops(gold: Mapping[str, Any], chooser: random.Random) -> list[dict[str, Any]]:
    """Cut shorter documents out of one: its beginning, and a stretch from its middle, whole lines or sentences.

    Short reports are rarer among the annotated documents than among real pages. An entry whose anchor is cut off goes.
    """
    text = gold["text"]
    ends = [m.end() for m in re.finditer(r"\n+|[.!?؟۔]\s+(?=\S)", text)]
    cut = []
    if len(ends) >= 4:
        cut.append(text[: ends[chooser.randrange(1, min(5, len(ends)))]])
        first = chooser.randrange(1, len(ends) - 1)
        cut.append(text[ends[first] : ends[min(len(ends) - 1, first + chooser.randrange(1, 5))]])
    return [
        {
            **gold,
            "text": part,
            "meetings": [m for m in gold["meetings"] if any(w in part for w in [m["anchor"], *m.get("also", [])])],
        }
        for part in cut
        if len(part) > 80
    ]


def told_of(
    gold: Mapping[str, Any], context: Context, mentions: Sequence[Any], scorer: types.ModuleType
) -> dict[int, int]:
    """Which mention tells which gold encounter: one in the anchor's sentence, the likest and nearest first."""
    text = scorer.Text(gold["text"])
    pairs = []
    for number, mention in enumerate(mentions):
        whole = text.sentences({"anchor": "", "spans": [context.text.span(mention.first, mention.last)]})
        cue = context.text.span(mention.cue.first, mention.cue.last)
        at_cue = text.sentences({"anchor": "", "spans": [cue]})
        for index, entry in enumerate(gold["meetings"]):
            anchored = text.sentences(entry)
            if not anchored & whole:
                continue
            away = min((max(0, cue[0] - b, a - cue[1]) for a, b in text.where(entry, "anchor")), default=999)
            unlike = 0 if anchored & at_cue else 200
            unlike += 0 if scorer.same_kind({"kind": mention.kind}, entry) else 30
            unlike -= 8 * len(set(mention.parties) & set(entry["parties"])) + 5 * mention.eventive
            dated = mention.date is not None and (mention.date.edtf or "").partition("T")[0] == entry["date"]
            pairs.append((away + unlike - 25 * dated, index, number))
    told: dict[int, int] = {}
    for _, index, number in sorted(pairs):
        if number not in told and index not in told.values():
            told[number] = index
    return told


def _told_again(
    gold: Mapping[str, Any], context: Context, mentions: Sequence[MeetingMention], scorer: types.ModuleType
) -> set[int]:
    """Which mentions stand in a sentence that is annotated as telling an encounter again."""
    text = scorer.Text(gold["text"])
    told: set[int] = set()
    for words in (words for entry in gold["meetings"] for words in entry.get("again", ())):
        told |= text.sentences({"anchor": words})
    spans = [context.text.span(mention.cue.first, mention.cue.last) for mention in mentions]
    return {n for n, cue in enumerate(spans) if told and text.sentences({"anchor": "", "spans": [cue]}) & told}


def _place_names(gold: Mapping[str, Any], context: Context, scorer: types.ModuleType) -> list[str]:
    """The name of each place as the gold has it, where it lists the place."""
    text = scorer.Text(gold["text"])
    listed = [(text.where(p, "text"), p["name"]) for p in gold.get("places", [])]
    names = []
    for place in context.found.places:
        spans = {"_at": [context.text.span(m.first, m.last) for m in place.mentions]}
        name = next((n for at, n in listed if scorer.overlap({"_at": at}, spans)), None)
        names.append(name or place.names.get("en") or place.name)
    return names


def tellings(documents: Sequence[Annotated]) -> tuple[list[Row], list[bool]]:
    """Return what the judge of tellings is told of each mention, and the answer.

    What is known to tell an encounter again teaches nothing: it is one, and yet no further one.
    """
    rows: list[Row] = []
    answers: list[bool] = []
    for document in documents:
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if mention.again or (entry is not None and entry.get("optional")):
                continue
            rows.append(mention.telling)
            answers.append(entry is not None or bool(mention.told))
    return rows, answers


def entry_of(document: Annotated, mention: Mention) -> dict[str, Any] | None:
    """Return the annotated encounter that a mention tells; None where it tells none."""
    return None if mention.gold is None else document.gold["meetings"][mention.gold]


def inner_folds(documents: Sequence[Annotated]) -> Iterator[tuple[list[Annotated], list[Annotated]]]:
    """Yield what to learn from and what to judge with it; pieces of one document stay together."""
    ids = list(dict.fromkeys(d.gold["id"] for d in documents))
    for fold in range(INNER_FOLDS):
        held = set(ids[fold::INNER_FOLDS])
        yield [d for d in documents if d.gold["id"] not in held], [d for d in documents if d.gold["id"] in held]


def _fit_words(documents: Sequence[Annotated]) -> Wordings:
    """Fit the models of wording."""
    rows: dict[str, list[tuple[list[list[str]], list[str]]]] = {"telling": [], "seat": [], "date": []}

    def learn(question: str, words: list[str], answer: bool) -> None:
        rows[question].append(([words], ["yes" if answer else "no"]))

    for document in documents:
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if entry is None or not entry.get("optional"):
                learn("telling", mention.telling_words, entry is not None or bool(mention.told))
            if entry is None:
                continue
            for party, words in zip(mention.seats, mention.seat_words, strict=True):
                learn("seat", words, party in entry["parties"])
            for (value, _), words in zip(mention.dates, mention.date_words, strict=True):
                learn("date", words, value == entry["date"])
    return Wordings(**{name: fit_model(some, WORD_PENALTIES, 2, WORDS_MET) for name, some in rows.items()})


def _add_words(documents: Iterable[Annotated], words: Wordings) -> None:
    """Tell the judges what models of wording say of some documents."""
    for mention in (m for d in documents for m in d.mentions):
        mention.telling["worded"] = worded(words.telling, mention.telling_words)
        for row, of_party in zip(mention.seats.values(), mention.seat_words, strict=True):
            row["worded"] = worded(words.seat, of_party)
        for (_, row), of_date in zip(mention.dates, mention.date_words, strict=True):
            row["worded"] = worded(words.date, of_date)


def train(documents: Sequence[Annotated], threshold: float) -> Judges:
    """Train the models of wording and all five judges on some documents.

    A judge that is told what another learnt thing says is trained on what that one says of documents it has not seen.
    """
    for learnt, held in inner_folds(documents):
        _add_words(held, _fit_words(learnt))
    seat = _fit_seats(documents)
    likely: dict[int, dict[str, float]] = {}
    for learnt, held in inner_folds(documents):
        inner = _fit_seats(learnt)
        for mention in (m for d in held for m in d.mentions):
            if mention.gold is not None:
                likely[id(mention)] = {p: inner.probability(row) for p, row in mention.seats.items()}
    table = _fit_tables(documents, likely)
    rows: dict[str, list[Row]] = {"date": [], "place": []}
    answers: dict[str, list[bool]] = {"date": [], "place": []}
    for document in documents:
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if entry is None:
                continue
            rows["date"] += [row for _, row in mention.dates]
            answers["date"] += [value == entry["date"] for value, _ in mention.dates]
            rows["place"] += [row for _, row in mention.places]
            answers["place"] += [right for right, _ in mention.places]
    return Judges(
        telling=fit_judge(*tellings(documents), threshold, DEEPER),
        seat=seat,
        table=table,
        date=fit_judge(rows["date"], answers["date"], DATE_THRESHOLD, DEEPER),
        place=fit_judge(rows["place"], answers["place"]),
        words=_fit_words(documents),
    )


def train_twice(documents: Sequence[Annotated], threshold: float) -> Judges:
    """Train without the documents that follow real pages and with all, and return the mean of both.

    The annotated documents tell of talks in most sentences and pages in few: either alone loses in the other.
    """
    both = [train([d for d in documents if not follows_a_page(d.gold["id"])], threshold), train(documents, threshold)]
    means = {question: mean_of_judges([getattr(judges, question) for judges in both]) for question in QUESTIONS}
    words = {name: mean_of_models([getattr(j.words, name) for j in both], 2) for name in ("telling", "seat", "date")}
    return Judges(**means, words=Wordings(**words))


def _fit_seats(documents: Sequence[Annotated]) -> Judge:
    rows: list[Row] = []
    answers: list[bool] = []
    for document in documents:
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if entry is not None:
                rows += mention.seats.values()
                answers += [party in entry["parties"] for party in mention.seats]
    return fit_judge(rows, answers, depth=DEEPER)


def _fit_tables(documents: Sequence[Annotated], likely: Mapping[int, Mapping[str, float]]) -> Judge:
    groups: list[tuple[list[dict[str, float]], list[bool]]] = []
    for document in documents:
        earlier: list[Table] = []
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if entry is None:
                continue
            chances = likely[id(mention)]
            candidates = document.tables.candidates(mention.table, chances, earlier)
            if not candidates:
                continue
            described = document.tables.features(mention.table, chances, mention.seats, earlier, candidates)
            right = frozenset(entry["parties"])
            groups.append((described, [table == right for table in candidates]))
            # What was decided before is uncertain when reading, and so it is here.
            earlier.append(
                max(zip((r["log_likelihood"] for r in described), candidates, strict=True), key=lambda t: t[0])[1]
            )
    return fit_choice(groups)


def flat(document: Annotated, encounters: Sequence[Encounter]) -> dict[str, Any]:
    """Write encounters as the scorer reads them."""
    context = document.context
    names = document.gold["_names"]
    return {
        "meetings": [
            {
                "spans": [context.text.span(e.main.first, e.main.last)],
                "kind": e.kind,
                "date": (e.date.edtf or "").partition("T")[0] if e.date is not None else None,
                "parties": list(e.parties),
                "planned": e.status in ("planned", "postponed"),
                "place": names[e.place] if e.place is not None else None,
                "people": [],
                "basis": [],
            }
            for e in encounters
        ]
    }


def report(title: str, documents: Sequence[Annotated], readings: Mapping[str, Any], scorer: types.ModuleType) -> None:
    """Print what the scorer says, for all languages and each; nothing where nothing was read."""
    if not readings:
        return
    golds = {d.gold["id"]: d.gold for d in documents}
    result = scorer.score(golds, readings, {i: g["text"] for i, g in golds.items()}, "lang")
    print(title)
    for name in ("meetings.found", "meetings.right"):
        print(f"  {name:15}", *(f"{g[-3:]} {r['layers'][name]['f1']:.3f}" for g, r in result.items()))
    slots = result["all"]["slots"]
    print(
        "  slots          ",
        *(f"{n} {slots['meetings.' + n]['accuracy']:.3f}" for n in ("date", "place", "parties", "kind", "planned")),
    )


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="folder to write the weights to")
    parser.add_argument("--measure", type=Path, action="append", default=[], help="documents to measure the result on")
    parser.add_argument("--thresholds", type=float, nargs="+", default=[TELLING_THRESHOLD])
    parser.add_argument("--without-own", action="store_true", help="learn nothing from the documents written for this")
    parser.add_argument("--prose", type=Path, metavar="DATA", help="learn from the running text of open sets too")
    parser.add_argument(
        "--twice", action="store_true", help="learn from documents after real pages too: see train_twice"
    )
    parser.add_argument("--unmeasured", action="store_true", help="train without cross-validation")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)

    def load(golds: Iterable[dict[str, Any]]) -> list[Annotated]:
        documents = [annotated(gold, scorer) for gold in golds]
        for document in documents:
            document.gold["_names"] = _place_names(document.gold, document.context, scorer)
        return documents

    documents = load(annotated_documents(arguments.gold))
    learnt = (gold for gold in every_document() if arguments.twice or not follows_a_page(gold["id"]))
    own = [] if arguments.without_own else load(learnt)
    learn = train_twice if arguments.twice else train
    prose, kept = from_prose(arguments.prose, scorer) if arguments.prose else ([], [])
    own += prose
    chooser = random.Random(SEED)
    chooser.shuffle(documents)
    pieces = [[annotated(part, scorer) for part in crops(d.gold, chooser)] for d in documents]
    for piece in (piece for some in pieces for piece in some):
        piece.gold["_names"] = _place_names(piece.gold, piece.context, scorer)

    def with_pieces(chosen: Iterable[int]) -> list[Annotated]:
        return [*(document for n in chosen for document in (documents[n], *pieces[n])), *own]

    readings: dict[float, dict[str, Any]] = {t: {} for t in arguments.thresholds}
    of_fold: dict[str, Judges] = {}
    for fold in range(0 if arguments.unmeasured else FOLDS):
        judges = learn(with_pieces(n for n in range(len(documents)) if n % FOLDS != fold), arguments.thresholds[0])
        for threshold in arguments.thresholds:
            stricter = replace(judges, telling=replace(judges.telling, threshold=threshold))
            for document in documents[fold::FOLDS]:
                of_fold[document.gold["id"]] = judges
                readings[threshold][document.gold["id"]] = flat(document, read_meetings(document.context, stricter))
    cut = [piece for some in pieces for piece in some if piece.gold["id"] in of_fold]
    short = {str(n): flat(d, read_meetings(d.context, of_fold[d.gold["id"]])) for n, d in enumerate(cut)}
    named = [replace(d, gold={**d.gold, "id": str(n)}) for n, d in enumerate(cut)]
    report("cross-validated, short documents cut out of them", named, short, scorer)
    for threshold, found in readings.items():
        report(f"cross-validated, threshold {threshold}", documents, found, scorer)
    judges = learn(with_pieces(range(len(documents))), arguments.thresholds[0])
    for folder in arguments.measure:
        measured = load(annotated_documents(folder))
        found = {d.gold["id"]: flat(d, read_meetings(d.context, judges)) for d in measured}
        report(f"measured on {folder}, threshold {arguments.thresholds[0]}", measured, found, scorer)
    if kept:
        read = [(passage, d.context, read_meetings(d.context, judges)) for passage, d in kept]
        print("running text kept for measuring:", measure(read))
    if arguments.out:
        for question in QUESTIONS:
            save_judge(getattr(judges, question), arguments.out / f"meetings-{question}.json.xz")
        for question in ("telling", "seat", "date"):
            data = dump(getattr(judges.words, question))
            (arguments.out / f"meetings-{question}-words.json.xz").write_bytes(data)


if __name__ == "__main__":
    main()
