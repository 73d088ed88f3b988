"""The one function: a document in, a reading out."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import peyman
from peyman import languages
from peyman.actors.known.register import bodies
from peyman.actors.recognise import find_actors, to_models
from peyman.dates import DatesOfText, FoundDate
from peyman.errors import LanguageError
from peyman.languages import Language
from peyman.model import (
    Commitment,
    Date,
    Designation,
    Document,
    Meeting,
    Participant,
    Passage,
    PublishedFrom,
    PublishedLine,
    Reader,
    Reading,
    Role,
    Span,
    Statement,
)
from peyman.reading.clauses.context import Context, build_context
from peyman.reading.clauses.cues import cue_table
from peyman.reading.commitments.entries import read_commitments
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.encounters import Encounter, MeetingMention
from peyman.reading.judges.confidence import confident
from peyman.reading.meetings.diaries import of_its_day
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.meetings.meaning import backend
from peyman.reading.meetings.plover import plover_of
from peyman.reading.pages.credited import outlet_credited, set_reporters_apart
from peyman.reading.pages.datelines import publication
from peyman.reading.pages.letterheads import letterhead_of, office_signing
from peyman.reading.pages.named_days import without_names
from peyman.reading.references.antecedents import resolve_references
from peyman.reading.references.mentions import references_by_actor
from peyman.reading.statements.attribution import (
    Attribution,
    StatementDraft,
    mentions_in_order,
    quotations,
    without_edges,
)
from peyman.reading.statements.entries import read_statements
from peyman.sources.model import SourceDocument
from peyman.text.analysis import analyse
from peyman.text.fold import fold
from peyman.text.identify import identify
from peyman.text.oddities import oddities, without_surrogates

#: The language code of a text that no supported language fits.
UNDETERMINED = "und"


def read_document(source: SourceDocument) -> Reading:
    """Read one document.

    Args:
        source: The document as it came in, see `peyman.sources`.

    Returns:
        Everything that was read out of it; every entry points at published words.

    Raises:
        LanguageError: If the text is in no language that Peyman reads, or `source.language` names none.
    """
    drafts = drafts_of(source)
    return assembled(source, drafts)


def drafts_of(source: SourceDocument) -> Drafts:
    """Read a document, and keep what shows how each entry came about.

    Args:
        source: The document as it came in.

    Raises:
        LanguageError: If the text is in no language that Peyman reads, or `source.language` names none.
    """
    prepared = prepare(source)
    context = prepared.context
    attribution = read_statements(context)
    meetings = read_meetings(context)
    return Drafts(prepared, attribution, meetings, read_commitments(context, attribution, meetings))


def assembled(source: SourceDocument, drafts: Drafts) -> Reading:
    """Put a reading together.

    Args:
        source: The document as it came in.
        drafts: What was read of it; the n-th statement, meeting and commitment becomes ``sN``, ``mN`` and ``cN``.
    """
    assembly = _Assembly(_whole(source), drafts.prepared, drafts.attribution)
    return assembly.reading(drafts.meetings, drafts.commitments)


@dataclass(frozen=True, slots=True)
class Drafts:
    """What was read of a document, before it is written as entries that count code points.

    Attributes:
        prepared: Its text with names and dates.
        attribution: Its statements.
        meetings: Its encounters.
        commitments: Its undertakings.
    """

    prepared: Prepared
    attribution: Attribution
    meetings: Sequence[Encounter]
    commitments: Sequence[CommitmentDraft]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document before its statements, meetings and commitments are read.

    Attributes:
        context: Its text with cues, names and dates.
        dates: Everything that places something in time.
        published: EDTF date of publication, where known.
        published_from: Where that was found.
        published_line: In which kind of line, where that was in the text.
        warnings: What could not be told.
        publisher: Who published it, where known.
        credited: Where its head credits the outlet that is its publisher, where nothing else says who that is.
    """

    context: Context
    dates: Sequence[FoundDate]
    published: str | None
    published_from: PublishedFrom | None
    published_line: PublishedLine | None
    warnings: tuple[str, ...]
    publisher: str | None = None
    credited: Span | None = None


def this_reader() -> Reader:
    """Return what signs the readings that are made here."""
    return Reader(version=peyman.__version__, languages=list(languages.codes()), backend=backend())


def prepare(source: SourceDocument) -> Prepared:
    """Find the dates, names and cue words of a document.

    Args:
        source: The document as it came in.

    Raises:
        LanguageError: If the text is in no language that Peyman reads, or `source.language` names none.
    """
    source = _whole(source)
    language = _language(source)
    text = analyse(source.text, language)
    letterhead = None if source.publisher or source.party else letterhead_of(text)
    if letterhead is not None:
        text = analyse(source.text, language, letterhead[1])
    dated = DatesOfText(text)
    published, published_line, warnings = publication(source, text, dated)
    published_from: PublishedFrom | None = source.published_from or ("given" if source.published else "metadata")
    published_from = "byline" if published_line else published_from if published else None
    dates = dated.resolve(published)
    unknown = not (source.publisher or source.party)
    credited = letterhead or outlet_credited(text) or office_signing(text) if unknown else None
    publisher = text.published[slice(*credited)] if credited else source.publisher
    speaks_for, home = (source.party, source.party) if source.party else _publisher(publisher, language)
    found = find_actors(text, home, dates, published, publisher if speaks_for is None else None)
    dates = of_its_day(text, cue_table(language), without_names(dates, found), published)
    apart = set_reporters_apart(text, found)
    context = build_context(text, cue_table(language), dates, found, published, speaks_for, apart)
    resolve_references(context)
    listed = sorted([*dates, *dated.lengths(dates)], key=lambda date: date.first)
    return Prepared(context, listed, published, published_from, published_line, warnings, publisher, credited)


def _whole(source: SourceDocument) -> SourceDocument:
    """The source without half characters, which no file and no database can hold; offsets stay as they are."""
    cleaned, replaced = without_surrogates(source.text)
    return replace(source, text=cleaned, warnings=(*source.warnings, *replaced)) if replaced else source


def read_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    source: str = "-",
) -> Reading:
    """Read a text that is already in memory.

    Args:
        text: The text as it was published; spans of the reading point into it.
        published: EDTF date of publication, where known.
        publisher: Who published it, where known.
        url: Its address, where known.
        language: BCP 47 code; None leaves it to identification.
        source: What to call it.

    Raises:
        LanguageError: If the text is in no language that Peyman reads.
    """
    original = text.encode("utf-8", "surrogatepass")
    return read_document(
        SourceDocument(
            id=hashlib.sha256(original).hexdigest(),
            source=source,
            original=original,
            text=text,
            url=url,
            publisher=publisher,
            published=published,
            published_from="given" if published else None,
            language=language,
        )
    )


def _language(source: SourceDocument) -> Language:
    code = source.language or identify(source.text).code
    try:
        return languages.load(code)
    except KeyError:
        known = ", ".join(f"{language.name} ({language.code})" for language in languages.all_languages())
        if source.language:
            raise LanguageError(f"There is no language {code!r}.", f"Peyman reads {known}.") from None
        raise LanguageError(
            "The text is in no language that Peyman reads.",
            f"It reads {known}; if it is in one of these, name it with --language.",
        ) from None


@lru_cache(maxsize=1024)
def _publisher(publisher: str | None, language: Language) -> tuple[str | None, str | None]:
    """Who a publisher speaks for, and whose "the ministry" in its texts is.

    A ministry speaks for its party; an outlet speaks for nobody, but its ministry is that of its country. So is that of
    whoever is called after a country or a town, and names nobody who could speak for it: "Nairobi Ledger". Publishers
    are named in the text's own language or in English.
    """
    if not publisher:
        return None, None
    for code in dict.fromkeys((language.code, *languages.codes())):
        found = find_actors(analyse(publisher, languages.load(code)))
        for actor in found.actors:
            if actor.outlet:
                facts = bodies().get(actor.key)
                return None, facts.country if facts else None
            if actor.party:
                itself = actor.kind != "party" or fold(actor.name) == fold(publisher.strip())
                speaks = itself or any(a.kind == "body" and a.party == actor.party for a in found.actors)
                return actor.party if speaks else None, actor.party
        for place in found.places:
            seat = bodies().get(place.key)
            if seat is not None and seat.party:  # "The White House": a seat of government, and the government
                return seat.party, seat.party
    return None, None


class _Assembly:
    """Turns drafts, which count tokens, into entries, which count published code points."""

    def __init__(self, source: SourceDocument, prepared: Prepared, attribution: Attribution) -> None:
        self.source = source
        self.prepared = prepared
        self.context = prepared.context
        self.text = prepared.context.text
        self.dates = prepared.dates
        self.attribution = attribution
        self.published = prepared.published
        self.published_from = prepared.published_from
        self.published_line = prepared.published_line
        self.warnings = prepared.warnings
        self.actors, self.places, self.agreements = to_models(self.context.found, self.text, self.published)
        for number, references in references_by_actor(self.context).items():
            actor = self.actors[number]
            actor.references = sorted({self.text.span(a, b) for a, b in references} - {*actor.mentions})
            actor.mentions = sorted({*actor.mentions, *actor.references})
        for actor in self.actors:
            kind = {"person": "people", "body": "bodies"}.get(actor.kind, "parties")
            actor.confidence = round(confident(kind, actor.confidence), 3)
        for place in self.places:
            place.confidence = round(confident("places", place.confidence), 3)
        for agreement in self.agreements:
            agreement.confidence = round(confident("agreements", agreement.confidence), 3)

    def reading(self, meetings: Sequence[Encounter], commitments: Sequence[CommitmentDraft]) -> Reading:
        source = self.source
        return Reading(
            document=Document(
                id=source.id,
                source=source.source,
                url=source.url,
                publisher=self.prepared.publisher,
                publisher_party=source.party,
                publisher_span=self.prepared.credited,
                published=self.published,
                published_from=self.published_from,
                published_line=self.published_line,
                language=self.text.language.code,
                title=source.title or self.text.title,
                text=self.text.published,
                repaired=self.text.repaired,
                sections=self.text.sections(),
                passages=[
                    Passage(
                        span=self.text.offsets.to_original(passage.start, passage.end),
                        language=passage.language,
                        confidence=passage.confidence,
                    )
                    for passage in self.text.passages
                ],
                warnings=[*source.warnings, *self.warnings, *oddities(self.text)],
            ),
            dates=[self._date(f"d{n}", d) for n, d in enumerate(self.dates, 1)],
            actors=self.actors,
            places=self.places,
            agreements=self.agreements,
            statements=self._statements(),
            meetings=[self._meeting(f"m{n}", m) for n, m in enumerate(meetings, 1)],
            commitments=[self._commitment(f"c{n}", c) for n, c in enumerate(commitments, 1)],
            reader=this_reader(),
        )

    def _span(self, first: int, last: int) -> Span:
        return self.text.span(first, last)

    def _date(self, identifier: str, date: FoundDate) -> Date:
        told = date.to_model(identifier, self.text)
        told.confidence = round(confident("dates", told.confidence), 3)
        return told

    def _actor_id(self, entry: int) -> str:
        return self.actors[entry].id

    def _said_in(self, token: int) -> list[str]:
        return [f"s{n + 1}" for n in self.attribution.said_in(token)]

    # -- statements --------------------------------------------------------------------------------------------
    def _statements(self) -> list[Statement]:
        quoted = quotations(self.context)
        return [self._statement(f"s{n}", d, quoted) for n, d in enumerate(self.attribution.statements, 1)]

    def _statement(self, identifier: str, draft: StatementDraft, quoted: list[tuple[int, int]]) -> Statement:
        inside = [q for q in quoted if any(a <= q[0] and q[1] <= b for a, b in draft.content)]
        return Statement(
            id=identifier,
            evidence=[self._span(a, b) for a, b, _ in mentions_in_order(self.context, draft)],
            confidence=round(confident("statements", draft.probability), 3),
            kind=draft.kind,  # type: ignore[arg-type]  # cue values are checked against the vocabulary on loading
            issuers=[self._actor_id(e) for e in draft.entries],
            parties=list(draft.parties),
            joint=draft.joint,
            date=draft.date,
            content=[self._span(*without_edges(self.context, a, b)) for a, b in draft.content],
            quoted=[self._span(a, b) for a, b in inside],
            via=self._via(draft),
        )

    def _via(self, draft: StatementDraft) -> str | None:
        """The statement in which it is reported, else the outlet that reports it."""
        if draft.within is not None:
            return f"s{draft.within + 1}"
        return None if draft.outlet is None else self._actor_id(draft.outlet)

    # -- meetings ----------------------------------------------------------------------------------------------
    def _meeting(self, identifier: str, encounter: Encounter) -> Meeting:
        main = encounter.main
        ordered = sorted(encounter.mentions, key=lambda m: (m is not main, m.first))
        date, parties = encounter.date, list(encounter.parties)
        mediators = {p for m in ordered for p in m.mediators}
        return Meeting(
            id=identifier,
            evidence=list(dict.fromkeys(self._span(m.first, m.last) for m in ordered)),
            confidence=round(confident("meetings", encounter.probability), 3),
            kind=encounter.kind,  # type: ignore[arg-type]
            status=encounter.status,  # type: ignore[arg-type]
            date=date.edtf.partition("T")[0] if date and date.edtf else None,
            place=self.places[encounter.place].id if encounter.place is not None else None,
            parties=parties,
            participants=[
                *(self._participant(entry, capacity) for entry, capacity in encounter.people),
                *self._unnamed_participants(ordered, {self.actors[e].party for e, _ in encounter.people}, parties),
            ],
            basis=[self.agreements[entry].id for entry in encounter.basis],
            topics=[self._span(a, b) for m in ordered for a, b in m.topics],
            round=next((m.round for m in ordered if m.round), None),
            designations=[
                Designation(format=value, text=self.text.words(a, b), span=self._span(a, b))  # type: ignore[arg-type]
                for m in sorted(ordered, key=lambda m: m.first)
                for value, a, b in m.designations
            ],
            said_in=list(dict.fromkeys(s for m in ordered for s in self._said_in(m.cue.first))),
            plover=plover_of(encounter.kind, encounter.status, len(parties), bool(mediators)),
        )

    def _unnamed_participants(
        self, mentions: Sequence[MeetingMention], named: Container[str | None], parties: Sequence[str]
    ) -> list[Participant]:
        """Whoever is told by an office alone ("the Omani foreign minister"), of parties for which nobody is named."""
        found: dict[str, Participant] = {}
        for entry, offices in self.context.found.offices.items():
            party = self.actors[entry].key
            if party in named or party not in parties:
                continue
            beside = (o for m in mentions for o in offices if m.first <= o.first and o.last <= m.last)
            office = next(beside, None)
            if office is not None:
                found.setdefault(party, Participant(actor=self.actors[entry].id, party=party, title=office.title))
        return list(found.values())

    def _participant(self, entry: int, capacity: str) -> Participant:
        actor = self.actors[entry]
        return Participant(
            actor=actor.id,
            party=actor.party,
            title=self._title(actor.roles),
            capacity=capacity,  # type: ignore[arg-type]
        )

    def _title(self, roles: Sequence[Role]) -> str | None:
        """The first office of a person as published, with those that stand with it in one row of titles."""
        if not roles:
            return None
        (start, end), rest = roles[0].span, roles[1:]
        for role in rest:
            if not 0 <= role.span[0] - end <= len(" and "):
                break
            end = role.span[1]
        return self.text.published[start:end]

    # -- commitments -------------------------------------------------------------------------------------------
    def _commitment(self, identifier: str, draft: CommitmentDraft) -> Commitment:
        aliased: dict[str, Any] = {"class": draft.class_, "for": list(draft.served)}
        return Commitment(
            **aliased,
            id=identifier,
            evidence=[self._span(draft.first, draft.last)],
            confidence=round(confident("commitments", draft.confidence), 3),
            by=list(draft.by),
            toward=list(draft.toward),
            action=self._span(*draft.action),
            objectives=[self._span(a, b) for a, b in draft.objectives],
            window=draft.window,
            condition=self._span(*draft.condition) if draft.condition else None,
            strength=draft.strength,  # type: ignore[arg-type]
            polarity="refused" if draft.refused else "undertaken",
            followup=draft.followup,  # type: ignore[arg-type]
            said_in=self._said_in(draft.action[0]),
        )
