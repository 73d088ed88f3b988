"""The brief: the state of a process on two pages, as a desk officer hands it up.

`brief_of` gathers what it says, in the words of one language; `peyman.exchange.brief_html` and
`peyman.exchange.brief_docx` lay it out. Everything in it has a note that leads to the published words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peyman import languages
from peyman.exchange.bidirectional import isolate
from peyman.exchange.formats import ExportOptions
from peyman.exchange.interface_words import PlainEnglish, Wording
from peyman.record.entry_values import days, display_name, every, first, names_by_language
from peyman.record.shown.account_views import Account, Cell, CellValue, FactRow
from peyman.record.shown.followup_views import CommitmentFollowUp, PlannedMeeting
from peyman.record.shown.views import Claim, EntryView, MeetingSummary, Value

if TYPE_CHECKING:
    from peyman.record import Record

#: What fits on two pages: lines, columns, and characters of a quotation.
_FACTS, _ACCOUNTS, _DUE, _NEWS, _PEOPLE = 8, 5, 8, 8, 8
_NAME, _HEADING, _SAID, _QUOTED = 48, 120, 70, 100
_PAGE = 500
#: Statuses of undertakings that a brief tells, the most urgent first.
_URGENT = ("overdue", "due", "open")
#: Facts whose values are words of the contract, and have a name in every language.
_BESIDE = frozenset({"name", "named", "day", "length", "figure"})
"""Facts beside the encounter itself: what accounts name."""
_CLOSED = frozenset({"status", "kind", "number of parties", "mode", "round", "capacity", "outcome"})

SIGNS = {"conflict": "≠", "missing": "∅", "unique": "1", "confirmed": "="}
"""The sign of each mark, so that it can be told without colour."""


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools find messages
    """Mark a message for translation, and return it as it is."""
    return message


TITLE = N_("State of the talks")
LAST_ROUND = N_("Last round")
ACCOUNTS = N_("Where the accounts differ")
DUE = N_("What is due")
NEWS = N_("What has changed since %(day)s")
NOTES = N_("Evidence")
NOTHING = N_("Nothing in the record.")
AGREE = N_("The accounts do not differ.")
LEFT_OUT = N_("left out")
AS_OF = N_("As of %(day)s")
BASIS = N_(
    "Documents: %(documents)s · languages: %(languages)s. Where accounts differ, all are shown and none is preferred."
)
LEGEND = N_("≠ contradicts another account · ∅ leaves it out · = confirmed by another · 1 only here")
FURTHER = N_("Further accounts without a column: %(number)s")
NO_DEADLINE = N_("no deadline")
QUOTED = N_("“%(words)s”")
NEW = N_("new")
JOINED = N_("told by further documents")
CHANGED = N_("%(before)s, now %(after)s")


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: the published words behind something that the brief says.

    Attributes:
        number: From 1, in the order in which the brief needs them.
        document: Public id of the document.
        source: Who published it and when.
        words: Its words, cut where they are long.
        language: BCP 47 code of the document's language.
    """

    number: int
    document: str
    source: str
    words: str
    language: str

    @property
    def right_to_left(self) -> bool:
        """Whether its words are written from right to left."""
        return self.language in languages.codes() and languages.load(self.language).direction == "rtl"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief: a label, what it says, and the numbers of its notes."""

    label: str
    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one account says of a fact, with its mark and sign."""

    text: str
    mark: str
    sign: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """A fact with one cell for each account."""

    fact: str
    cells: tuple[ComparedCell, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """An undertaking or a planned meeting: who, what, by when, and its status."""

    who: str
    what: str
    by_when: str
    status: str
    urgent: bool
    notes: tuple[int, ...] = ()


@dataclass(slots=True)
class Brief:
    """What a brief says, in the words of one language.

    Attributes:
        wording: The words of the language.
        title: Of the process.
        as_of: The day, in both calendars.
        basis: How many documents it rests on.
        round_: Lines about the last round; empty where none was held.
        accounts: Names of the accounts of the last round that have a column.
        further: That there are more accounts than columns; empty where there are not.
        facts: Facts on which the accounts differ.
        due: Planned meetings and undertakings, the most urgent first.
        since: The heading of what has changed, or None where nobody asked.
        news: What has changed.
        notes: The numbered notes.
    """

    wording: Wording
    title: str
    as_of: str
    basis: str
    round_: list[Line] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    further: str = ""
    facts: list[ComparedFact] = field(default_factory=list)
    due: list[DueRow] = field(default_factory=list)
    since: str | None = None
    news: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def brief_of(record: Record, options: ExportOptions) -> Brief:
    """Gather the brief of a record.

    Args:
        record: The open record.
        options: ``wording``, ``on`` (today), ``since`` (from when changes are told) and ``title``.
    """
    return _Gathering(record, options).brief


def cut(words: str, most: int) -> str:
    """Return words on one line, cut at a blank where they are longer than a number of characters."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return (line[:most].rpartition(" ")[0] or line[:most]) + " …"


class _Gathering:
    def __init__(self, record: Record, options: ExportOptions) -> None:
        self._record = record
        self._wording = wording = options.wording or PlainEnglish()
        self._today = options.today
        self._notes: dict[tuple[str, tuple[int, int]], int] = {}
        summary = record.summary()
        self.brief = Brief(
            wording=wording,
            title=options.title or wording.text(TITLE),
            as_of=wording.text(AS_OF, day=wording.dates(self._today.isoformat())),
            basis=wording.text(
                BASIS,
                documents=wording.number(summary.documents),
                languages=wording.number(len(summary.languages)),
            ),
        )
        meeting = self._last_round()
        if meeting is not None:
            self._tell_round(meeting)
            self._compare(meeting)
        self._tell_due()
        if options.since is not None:
            self._tell_news(options.since)

    def _parties(self, keys: Iterable[str]) -> str:
        return self._listed(self._wording.party(key) for key in keys)

    def _listed(self, parts: Iterable[str]) -> str:
        return self._wording.text(", ").join(dict.fromkeys(isolate(part) for part in parts if part))

    def _quoted(self, words: str, most: int) -> str:
        return isolate(self._wording.text(QUOTED, words=cut(words, most)))

    def _own_first(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims of documents in the reader's own language before the others."""
        return sorted(claims, key=lambda claim: claim.document.language != self._wording.code)

    def _note(self, claims: Iterable[Claim], most: int = 2) -> tuple[int, ...]:
        """The numbers of notes for claims, one for each document, made where they are new."""
        numbers: dict[str, int] = {}
        for claim in claims:
            if claim.document.id in numbers or len(numbers) == most:
                continue
            at = (claim.document.id, claim.span)
            words = cut(claim.words, _QUOTED)
            if at not in self._notes and (shown := self._shown(claim.document.id, words)) is not None:
                self._notes[at] = shown
            if at not in self._notes:
                self._notes[at] = len(self.brief.notes) + 1
                document = claim.document
                source = document.publisher or cut(document.title or document.source or "", _NAME)
                published = self._wording.date(document.published)
                said_by = self._listed([source, published])
                self.brief.notes.append(Note(self._notes[at], document.id, said_by, words, document.language))
            numbers[claim.document.id] = self._notes[at]
        return tuple(numbers.values())

    def _shown(self, document: str, words: str) -> int | None:
        """The number of a note of the document that shows words already, alone or among others."""
        return next(
            (note.number for note in self.brief.notes if note.document == document and words in note.words), None
        )

    def _notes_of(self, values: Iterable[Value]) -> tuple[int, ...]:
        """Notes of a field: where it has several values, one for each of the first three."""
        given = [self._own_first(value.claims) for value in values]
        if len(given) == 1:
            return self._note(given[0])
        return self._note((claims[0] for claims in given if claims), most=3)

    def _last_round(self) -> EntryView | None:
        """The meeting that was held last, as far as dates are known; of several on one day, the one most told."""
        best: tuple[dt.date, int, str] | None = None
        for summary in self._meetings():
            if not {"held", "under-way"} & set(summary.status[:1]) or not summary.date:
                continue
            start, _ = days(summary.date[0])
            if start is None or start > self._today:
                continue
            if best is None or (start, summary.documents) > best[:2]:
                best = (start, summary.documents, summary.id)
        return self._entry(best[2]) if best else None

    def _meetings(self) -> Iterable[MeetingSummary]:
        offset = 0
        while page := self._record.meetings(limit=_PAGE, offset=offset):
            yield from page
            offset += len(page)

    def _entry(self, public_id: str) -> EntryView | None:
        view = self._record.get(public_id)
        return view if isinstance(view, EntryView) else None

    def _name(self, public_id: str) -> str:
        view = self._entry(public_id)
        return display_name(view, self._wording.code) if view is not None else public_id

    def _tell_round(self, view: EntryView) -> None:
        said = {
            "kind": [self._wording.value(kind) for kind in every(view, "kind")],
            "date": [self._wording.dates(date) for date in every(view, "date")],
            "place": [self._name(place) for place in every(view, "place")],
            "parties": [self._wording.party(key) for key in every(view, "parties")],
            "participant": self._people(view),
            "basis": [self._name(agreement) for agreement in every(view, "basis")],
            "round": [self._wording.value(value) for value in every(view, "round")],
        }
        for fact, words in said.items():
            if words:
                values = view.of("participants" if fact == "participant" else fact)
                self.brief.round_.append(
                    Line(self._wording.fact(fact), self._listed(words[:_PEOPLE]), self._notes_of(values))
                )

    def _people(self, view: EntryView) -> list[str]:
        people: dict[str, str] = {}
        for value in every(view, "participants"):
            party, name = value.get("party"), self._name(value["actor"])
            of = self._wording.party(party) if party else ""
            if of and name == of and value.get("title"):
                name = value["title"]  # an office without a name stands under its party
            people.setdefault(value["actor"], f"{name} ({of})" if of else name)
        return list(people.values())

    def _compare(self, view: EntryView) -> None:
        table = self._record.accounts(view.id)
        if len(table.accounts) < 2:
            return
        fullest = sorted(table.accounts, key=lambda account: account.detail != "full")[:_ACCOUNTS]
        shown = [account for account in table.accounts if account in fullest]
        self.brief.accounts = [_account_name(account) for account in shown]
        if len(table.accounts) > len(shown):
            number = self._wording.number(len(table.accounts) - len(shown))
            self.brief.further = self._wording.text(FURTHER, number=number)
        gravest = sorted(
            table.differences,
            key=lambda row: (row.fact in _BESIDE, row.mark != "conflict", row.fact == "participant"),
        )
        for row in gravest[:_FACTS]:
            cells = tuple(self._cell(row, row.cell(account.id)) for account in shown)
            self.brief.facts.append(ComparedFact(self._fact(row), cells))

    def _fact(self, row: FactRow) -> str:
        """What a row is about, short: an undertaking by its kind and its parties, a person by name."""
        words = self._wording.fact(row.fact)
        if row.fact == "day":
            return f"{words}: {self._wording.date(row.subject)}"
        if row.fact in ("length", "figure"):
            return f"{words}: {row.label}"
        if row.fact in ("announced by", "printed"):
            return f"{words}: {self._wording.value(str(row.subject))}"
        view = self._entry(row.subject) if row.subject and row.subject[-1:].isdigit() else None
        if view is None:
            return f"{words}: {self._wording.party(row.subject)}" if row.subject else words
        if view.kind == "commitment":
            kinds = [self._wording.value(kind) for kind in every(view, "class")[:1]]
            return f"{words}: {' · '.join([*kinds, self._parties(every(view, 'by'))])}"
        if view.kind == "meeting":
            return f"{words}: {self._listed(self._wording.date(date) for date in every(view, 'date')[:1])}"
        return f"{words}: {cut(display_name(view, self._wording.code), _NAME)}"

    def _cell(self, row: FactRow, cell: Cell) -> ComparedCell:
        mark = cell.mark or ""
        sign = SIGNS.get(mark, "")
        if not cell.values:
            return ComparedCell(self._wording.text(LEFT_OUT) if mark == "missing" else "–", mark, sign)
        words = self._listed(self._said(row.fact, value) for value in cell.values)
        notes = self._note((claim for value in cell.values for claim in value.claims), most=1)
        return ComparedCell(words, mark, sign, notes)

    def _said(self, fact: str, value: CellValue) -> str:
        """A value in the reader's words where it has such; else in the account's own."""
        if fact in _CLOSED:
            return self._wording.value(str(value.value))
        if fact in ("date", "window"):
            return self._wording.date(str(value.value))
        if fact in ("parties", "announced by") and isinstance(value.value, list | tuple):
            return self._parties(value.value)
        if fact == "place" and (view := self._entry(str(value.value))) is not None:
            return names_by_language(view).get(self._wording.code) or cut(value.wording, _SAID)
        if fact == "undertaking":
            return self._quoted(value.wording, _SAID)
        return cut(value.wording or value.label, _SAID)

    def _tell_due(self) -> None:
        listed = self._record.due(self._today)
        planned = [each for each in listed.meetings if each.status in ("missed", "awaited", "postponed")]
        for meeting in sorted(planned, key=lambda each: each.status != "missed")[: _DUE // 2]:
            self.brief.due.append(self._planned_row(meeting))
        wanted = [each for each in listed.commitments if each.status in _URGENT]
        for commitment in wanted[: _DUE - len(self.brief.due)]:
            self.brief.due.append(self._due_row(commitment))

    def _planned_row(self, meeting: PlannedMeeting) -> DueRow:
        view = self._entry(meeting.id)
        places = [self._name(place) for place in every(view, "place")[:1]] if view else []
        kinds = [self._wording.value(kind) for kind in meeting.kind[:1]]
        return DueRow(
            self._parties(meeting.parties),
            self._listed([*kinds, *places]),
            self._listed(self._wording.dates(date) for date in meeting.date[:2]),
            self._wording.value(meeting.status),
            meeting.status == "missed",
            self._note(self._own_first(view.evidence)) if view else (),
        )

    def _due_row(self, commitment: CommitmentFollowUp) -> DueRow:
        view = self._entry(commitment.id)
        claims = self._own_first(claim for value in view.of("action") for claim in value.claims) if view else []
        words = self._quoted(claims[0].words, _QUOTED) if claims else ""
        kinds = (*(("refused",) if commitment.refused else ()), *commitment.class_[:1])
        kind = self._listed(map(self._wording.value, kinds))
        last = commitment.deadline.last if commitment.deadline else None
        window = first(view, "window") if view else None
        when = self._wording.dates(last or window) or self._wording.text(NO_DEADLINE)
        return DueRow(
            self._parties(commitment.by),
            ": ".join(part for part in (kind, words) if part),
            when,
            self._wording.value(commitment.status),
            commitment.status in ("overdue", "due"),
            self._note(claims),
        )

    def _tell_news(self, since: dt.date) -> None:
        self.brief.since = self._wording.text(NEWS, day=self._wording.dates(since.isoformat()))
        before = self._statuses(since)
        now = self._statuses(self._today)
        changed = [(each, before[each], now[each]) for each in now if before.get(each, now[each]) != now[each]]
        items = [item for item in self._record.news(since).items if item.what in ("new", "joined")]
        for public_id, former, status in changed[:_NEWS]:
            values = {"before": self._wording.value(former), "after": self._wording.value(status)}
            self._add_news(self._wording.text(CHANGED, **values), public_id)
        known = {public_id for public_id, _, _ in changed}
        for item in sorted(items, key=lambda item: item.what != "new"):
            if item.kind in ("meeting", "commitment") and item.id not in known and len(self.brief.news) < _NEWS:
                self._add_news(self._wording.text(NEW if item.what == "new" else JOINED), item.id)

    def _statuses(self, on: dt.date) -> dict[str, str]:
        listed = self._record.due(on)
        meetings = {each.id: str(each.status) for each in listed.meetings}
        return meetings | {each.id: str(each.status) for each in listed.commitments}

    def _add_news(self, label: str, public_id: str) -> None:
        view = self._entry(public_id)
        if view is None:
            return
        if view.kind == "meeting":
            parts = [
                *(self._wording.value(kind) for kind in every(view, "kind")[:1]),
                self._parties(every(view, "parties")),
                *(self._wording.dates(date) for date in every(view, "date")[:1]),
            ]
            claims = self._own_first(view.evidence)
        else:
            claims = self._own_first(claim for value in view.of("action") for claim in value.claims)
            words = [self._quoted(claims[0].words, _SAID)] if claims else []
            parts = [self._parties(every(view, "by")), *words]
        self.brief.news.append(Line(label, " · ".join(part for part in parts if part), self._note(claims)))


def _account_name(account: Account) -> str:
    document = account.document
    return document.publisher or cut(document.title or document.source or account.id, _HEADING)
