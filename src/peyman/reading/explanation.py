"""Why an entry stands in a reading: the cue that made the reader stop, what filled each slot, and who decided.

Three things decide: tables of a language (cues with their roles), rules over clauses, and what was learnt (judges and
models, each with how likely it takes its own answer to be). An explanation names for every answer which of them gave
it, and the words that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peyman.actors.found import ActorEntry, AgreementEntry
from peyman.actors.known import register
from peyman.dates import FoundDate
from peyman.model import Reading, Span
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import ROLES, Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.commitments.entries import FAINTEST, UNDERTAKING
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.encounters import Encounter
from peyman.reading.judges.learnt import model
from peyman.reading.reader import Drafts, assembled, drafts_of
from peyman.reading.statements.attribution import StatementDraft
from peyman.sources.model import SourceDocument

#: Roles of cues that may have decided whether an encounter took place.
_STATUS_ROLES = ("cancelled", "postponed", "denied", "under-way", "planned", "future", "past", "negation", "present")
#: Roles of cues that the words of an undertaking may hold.
_PLEDGE_ROLES = (
    "undertake",
    "refuse",
    "future",
    "negation",
    "class",
    "condition",
    "followup",
    "no-undertaking",
    "deny",
    "scheduled",
)
#: Cues of a clause that are told at most.
_MOST_CUES = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one thing about an entry is as it is.

    Attributes:
        question: What it is about: "cue", "kind", "status", "party", "date", "place", …
        answer: What was read.
        because: Which table, rule or model gave the answer, and how sure it was.
        words: Where in the published text it was read.
    """

    question: str
    answer: str
    because: str
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading with the reasons of its entries.

    Attributes:
        reading: The reading.
        reasons: For each entry's id, why it is there and what filled its slots.
    """

    reading: Reading
    reasons: dict[str, tuple[Reason, ...]]


def read_and_explain(source: SourceDocument) -> Explained:
    """Read one document, and say of each entry what made it.

    Args:
        source: The document as it came in.

    Returns:
        The same reading that `peyman.reading.reader.read_document` gives, with reasons.

    Raises:
        LanguageError: If the text is in no language that Peyman reads, or `source.language` names none.
    """
    drafts = drafts_of(source)
    reading = assembled(source, drafts)
    explaining = _Explaining(drafts)
    reasons: dict[str, tuple[Reason, ...]] = {}
    for identifier, told in (
        *((f"s{n}", explaining.statement(d)) for n, d in enumerate(drafts.attribution.statements, 1)),
        *((f"m{n}", explaining.encounter(e)) for n, e in enumerate(drafts.meetings, 1)),
        *((f"c{n}", explaining.undertaking(d)) for n, d in enumerate(drafts.commitments, 1)),
        *((d.id, explaining.date(f)) for d, f in zip(reading.dates, drafts.prepared.dates, strict=True)),
        *((a.id, _known(a.key, a.kind, a.confidence)) for a in reading.actors),
        *((p.id, _known(p.key, "place", p.confidence)) for p in reading.places),
        *((a.id, _known(a.key, "agreement", a.confidence)) for a in reading.agreements),
    ):
        reasons[identifier] = tuple(told)
    return Explained(reading, reasons)


def _known(key: str, kind: str, confidence: float) -> Iterator[Reason]:
    """Where a name is known from: the register, or the shape and company of the name."""
    tables = {"party": register.parties(), "body": register.bodies(), "place": register.places()}
    if key in tables.get(kind, {}):
        yield Reason("name", key, "the register has it under this key")
    else:
        yield Reason("name", key, f"told by its form, its title or the tagger of names, {confidence:.2f}")


class _Explaining:
    def __init__(self, drafts: Drafts) -> None:
        self.context: Context = drafts.prepared.context
        self.published = drafts.prepared.published
        self.language = self.context.text.language.code

    def _span(self, first: int, last: int) -> tuple[Span, ...]:
        return (self.context.text.span(first, last),) if last > first else ()

    def _cue(self, cue: Cue, question: str = "cue") -> Reason:
        meaning, _ = ROLES.get(cue.role, (cue.role, ()))
        return Reason(
            question,
            f"{cue.role}{f' = {cue.value}' if cue.value else ''}",
            f"tables of {self.language}: {meaning}",
            self._span(cue.first, cue.last),
        )

    def _cues(self, sentence: ReadSentence, roles: Sequence[str], first: int, last: int) -> Iterator[Reason]:
        inside = [c for c in sentence.having(*roles) if first <= c.first < last]
        for cue in inside[:_MOST_CUES]:
            yield self._cue(cue)

    # -- statements --------------------------------------------------------------------------------------------
    def statement(self, draft: StatementDraft) -> Iterator[Reason]:
        """Why somebody's words are listed as a statement."""
        roles = ("say", "publish", "according", "statement-noun", "reported-by", "joint")
        for first, last, index in draft.mentions[:3]:
            told = list(self._cues(self.context.sentences[index], roles, first, last))
            yield from told
            if not told:
                yield Reason(
                    "cue", draft.kind, "rule: a heading, a colon or a signature tells it", self._span(first, last)
                )
        if draft.unannounced:
            yield Reason("statement", draft.kind, "rule: what a party publishes on its page is a statement of it")
        yield Reason("statement", draft.kind, f"judge of publications, {draft.probability:.2f}")
        for entry in draft.entries:
            actor = self.context.found.actors[entry]
            how = (
                "guessed: grammar does not tell whose words these are"
                if draft.guessed
                else "rules and model of speakers"
            )
            yield Reason("issuer", actor.name, how)
        yield from self._date(self._dated(draft.date), draft.date, "rule: the date of its own clause")

    def _dated(self, edtf: str | None) -> FoundDate | None:
        every = (d for s in self.context.sentences for d in s.dates)
        return next((d for d in every if edtf and d.edtf == edtf), None)

    # -- meetings ----------------------------------------------------------------------------------------------
    def encounter(self, encounter: Encounter) -> Iterator[Reason]:
        """Why an encounter is listed, and with whom, when and where."""
        main, chances = encounter.main, encounter.chances
        yield self._cue(main.cue)
        yield Reason("encounter", encounter.kind, f"judge of tellings, {chances.get('telling', 0.0):.2f}")
        if len(encounter.mentions) > 1:
            spans = tuple(s for m in encounter.mentions if m is not main for s in self._span(m.cue.first, m.cue.last))
            yield Reason(
                "mentions", str(len(encounter.mentions)), "rule: these words tell of the same encounter", spans
            )
        for again, chance in encounter.again:
            yield Reason(
                "told again",
                again.kind,
                f"judge of what is told again, {chance:.2f}: no encounter of its own",
                self._span(again.cue.first, again.cue.last),
            )
        told = list(self._cues(main.sentence, _STATUS_ROLES, main.first, main.last))
        how = "rule: said in its clause" if main.status_said else "rule: tense of its clause, and its date"
        yield Reason("status", encounter.status, how, tuple(s for r in told for s in r.words))
        for party in encounter.parties:
            yield self._party(party, encounter, chances.get("table", 0.0))
        yield from self._date(
            encounter.date,
            encounter.date.edtf if encounter.date else None,
            f"judge of dates, {chances.get('date', 0.0):.2f}",
        )
        if encounter.place is not None:
            place = self.context.found.places[encounter.place]
            words = tuple(s for m in place.mentions[:1] for s in self._span(m.first, m.last))
            yield Reason("place", place.name, f"judge of places, {chances.get('place', 0.0):.2f}", words)
        for entry, capacity in encounter.people:
            yield self._named("participant", self.context.found.actors[entry], f"judge of participants, as {capacity}")
        for index in encounter.basis:
            yield self._named("basis", self.context.found.agreements[index], "judge of agreements")

    def _named(self, field: str, entry: ActorEntry | AgreementEntry, because: str) -> Reason:
        words = tuple(s for m in entry.mentions[:1] for s in self._span(m.first, m.last))
        return Reason(field, entry.name, because, words)

    def _party(self, party: str, encounter: Encounter, sure: float) -> Reason:
        sentences = dict.fromkeys(m.sentence.index for m in (encounter.main, *encounter.mentions))
        agents = [a for i in sentences for a in self.context.sentences[i].agents if party in a.parties][:3]
        because = f"judge of tables, {sure:.2f}"
        if agents:
            stands = ", ".join(dict.fromkeys(a.role or "subject or object" for a in agents))
            return Reason("party", party, f"{because}; named there ({stands})", self._agents(agents))
        return Reason("party", party, f"{because}; named elsewhere in the document")

    def _agents(self, agents: Iterable[Agent]) -> tuple[Span, ...]:
        return tuple(s for a in agents for s in self._span(a.first, a.last))

    # -- undertakings ------------------------------------------------------------------------------------------
    @staticmethod
    def _weighed(name: str, draft: CommitmentDraft) -> str:
        """What weighed most with a model that told an undertaking."""
        shares = model(name).share(draft.features, UNDERTAKING)
        return ", ".join(f"{feature} {weight:+.1f}" for feature, weight in shares)

    def undertaking(self, draft: CommitmentDraft) -> Iterator[Reason]:
        """Why an undertaking is listed, and on which terms."""
        yield from self._cues(draft.sentence, _PLEDGE_ROLES, draft.first, draft.last)
        weighed = self._weighed("undertakings", draft)
        how = "rules and model of undertakings" if draft.ruled else "model of undertakings"
        yield Reason("undertaking", "refused" if draft.refused else "undertaken", f"{how}; weighed most: {weighed}")
        if draft.like_pages >= FAINTEST:
            because = f"counts so far beside the first; weighed most: {self._weighed('undertakings-pages', draft)}"
            yield Reason("model of pages", f"{draft.like_pages:.2f}", because)
        if draft.believed is not None:
            expected, trace = draft.believed
            because = f"rules, believed where the model finds {trace:.2f}, as in a document that undertakes so much"
            yield Reason("density", f"{expected:.2f} expected a sentence", because)
        chances = draft.chances
        by = " + ".join(draft.by) or "nobody named"
        yield Reason("by", by, f"model of undertakers, {chances.get('by', 0.0):.2f}")
        for term, answer in (("class", draft.class_), ("strength", draft.strength)):
            yield Reason(term, answer, f"model, {chances.get(term, 0.0):.2f}")
        if draft.followup:
            yield Reason("follow-up", draft.followup, f"model, {chances.get('followup', 0.0):.2f}")
        window = f"model of windows, {chances.get('window', 0.0):.2f}"
        yield Reason("window", draft.window or "none", window)
        if draft.toward:
            yield Reason("toward", " + ".join(draft.toward), "rule: behind “with” or “to” in the action")
        if draft.served:
            yield Reason("for", " + ".join(draft.served), f"model of beneficiaries, {chances.get('for', 0.0):.2f}")
        if draft.condition:
            yield Reason("condition", "stated", "rule: opened by a word of condition", self._span(*draft.condition))

    # -- dates -------------------------------------------------------------------------------------------------
    def date(self, found: FoundDate) -> Iterator[Reason]:
        """Why words place something in time as they do."""
        yield from self._date(found, found.edtf, "grammar of dates")

    def _date(self, found: FoundDate | None, edtf: str | None, how: str) -> Iterator[Reason]:
        if not edtf:
            return
        if found is None:
            yield Reason("date", edtf, how)
            return
        calendars = ", ".join(found.calendars)
        told = f"; calendar: {calendars}" if calendars else ""
        told += f"; counted from {self.published or 'another date of the text'}" if found.relative else ""
        yield Reason("date", edtf, how + told, self._span(found.first, found.last))


def to_json(explained: Explained) -> dict[str, list[dict[str, object]]]:
    """Return reasons as they stand in JSON: for each entry's id a list of question, answer, because and words."""
    return {
        entry: [
            {"question": r.question, "answer": r.answer, "because": r.because, "words": [list(w) for w in r.words]}
            for r in reasons
        ]
        for entry, reasons in explained.reasons.items()
    }
