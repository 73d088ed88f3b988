"""The accounts of a meeting: which document says what of it, what each leaves out, and where they contradict.

A table is made of the claims of a meeting (`peyman.record.shown.views.EntryView`), of those of the other meetings and
of the undertakings in the same documents, and of what is known of the places and actors they name. It is the same
whatever the order in which the documents were added.

**What counts as missing.** An account leaves a fact out only if it tells the encounter for its own sake (as the first
meeting of its text, or with at least three of: date, place, participants, agreement, topics, round, format), if its
text is not cut off, and if it could know: an announcement from before the encounter leaves out neither what was agreed
there nor who came. What stands beside the encounter (what was undertaken, other encounters, the agreement, what
accounts name) has to be told by two accounts, and not by later ones alone, before a third can be said to leave it out:
what only one tells may be its own background, or worded so differently elsewhere that it was not found to be the same.
For undertakings and encounters one account is enough within its own language; across languages, three for undertakings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from sqlalchemy import Connection

from peyman.record.accounts import fact_relations
from peyman.record.accounts.account_facts import NOT_AS_PLANNED, Fact, Given, Surroundings, mark, most_used
from peyman.record.accounts.account_figures import AccountText, figure_facts
from peyman.record.accounts.account_loading import surroundings
from peyman.record.accounts.account_names import Naming
from peyman.record.accounts.account_places import place_facts
from peyman.record.merging.claims import EVIDENCE
from peyman.record.merging.merge import AnyMatching
from peyman.record.merging.periods import period
from peyman.record.rows.carrier_tables import one_for_each_account
from peyman.record.shown.account_views import Account, AccountsTable, Cell, CellValue, FactRow, Mark, Silence
from peyman.record.shown.views import Claim, DocumentSummary, EntryView
from peyman.text.fold import fold

_FULL = 3
"""So many of `_DETAILS` make an account one that tells the encounter for its own sake."""
_DETAILS = ("date", "place", "participants", "basis", "topics", "round", "designations")
_MODES = frozenset({"direct", "indirect"})
_COMMON = 3
"""So many accounts have to give an undertaking before one of another language can be said to leave it out: what is one
undertaking is told less surely across languages than who or what is named."""
_NEAR = 14
"""Days from this meeting within which another one that its accounts tell is a fact of theirs."""
_WORDED_ALIKE = 65
"""Similarity, of 100, from which on a text may have an undertaking in about the same words."""
_READ = 20_000
"""Letters of a text in which they are looked for."""
_ENDED = re.compile(r"[.!?؟۔。»”\"'’)\]:؛;*#]\s*$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\s*\]?\s*$")
_END = 200
"""Letters of a text's end by which it is told whether the text is cut off."""
_LINE = 50
"""Letters from which on a last line without a full stop is a sentence, and no signature."""


def is_cut_off(text: str) -> bool:
    """Whether a text ends in the middle of a sentence.

    Args:
        text: A text, or the end of one.
    """
    end = text.rstrip()
    if not end or _CUT_OFF.search(end):
        return bool(end)
    return not _ENDED.search(end) and len(end.rpartition("\n")[2]) > _LINE


def accounts_of(connection: Connection, kinds: Mapping[str, AnyMatching], view: EntryView) -> AccountsTable:
    """Make the table of accounts of a meeting, in a fixed number of queries.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        view: The meeting.
    """
    spoken = one_for_each_account(connection, (int(document.id[1:]) for document in view.documents))
    by_number = {int(document.id[1:]): document for document in view.documents}
    others = {f"D{speaker}": tuple(by_number[number] for number in rest) for speaker, rest in spoken.items()}
    single = _told_by(view, set(others))
    return _Table(single, surroundings(connection, kinds, single), others).made()


def _told_by(view: EntryView, documents: set[str]) -> EntryView:
    """The entry as some documents alone tell it: an account that many carry is one, and is not compared with itself."""
    values = {}
    for name, given in view.values.items():
        kept = [
            replace(value, claims=tuple(claim for claim in value.claims if claim.document.id in documents))
            for value in given
        ]
        values[name] = tuple(value for value in kept if value.claims)
    return replace(
        view,
        documents=tuple(document for document in view.documents if document.id in documents),
        evidence=tuple(claim for claim in view.evidence if claim.document.id in documents),
        values={name: given for name, given in values.items() if given},
    )


class _Table:
    """Makes one table."""

    def __init__(
        self, view: EntryView, around: Surroundings, carriers: Mapping[str, tuple[DocumentSummary, ...]] | None = None
    ) -> None:
        self._view = view
        self._carriers = carriers or {}
        self._around = around
        self._claims = [*view.evidence, *(c for values in view.values.values() for each in values for c in each.claims)]
        self._by_document: dict[str, list[Claim]] = {document.id: [] for document in view.documents}
        for claim in self._claims:
            self._by_document[claim.document.id].append(claim)
        self.accounts = tuple(self._account(document) for document in view.documents)
        self._full = {account.id for account in self.accounts if account.detail == "full"}
        languages = {account.id: account.document.language for account in self.accounts}
        self._naming = Naming(around, languages, self._full)
        self._beforehand = {account.id for account in self.accounts if self._is_beforehand(account.document)}

    def made(self) -> AccountsTable:
        taking_part = self._by_participant()
        facts = [
            *self._single(),
            *self._participants(taking_part),
            *self._undertakings(),
            *self._encounters(),
            *self._named(taking_part),
            *self._figures(),
        ]
        return AccountsTable(self._view.id, self.accounts, tuple(self._row(fact) for fact in facts if fact.given))

    # ---- accounts

    def _account(self, document: DocumentSummary) -> Account:
        mine = self._by_document[document.id]
        told = {claim.field for claim in mine}
        first = min(claim.span[0] for claim in mine if claim.field == EVIDENCE)
        others = [
            claim.span[0]
            for claims in self._around.meetings.values()
            for claim in claims
            if claim.field == EVIDENCE and claim.document.id == document.id
        ]
        full = sum(name in told for name in _DETAILS) >= _FULL or all(first <= other for other in others)
        return Account(
            id=document.id,
            document=document,
            speakers=tuple(dict.fromkeys(speaker for claim in mine for speaker in claim.speakers)),
            detail="full" if full else "passing",
            cut_off=is_cut_off(self._around.texts.get(document.id, "")[-_END:]),
            carriers=self._carriers.get(document.id, ()),
        )

    def _is_beforehand(self, document: DocumentSummary) -> bool:
        """Whether a document only announces the meeting."""
        statuses = {claim.value for claim in self._by_document[document.id] if claim.field == "status"}
        return bool(statuses) and statuses <= {"planned", "postponed"}

    # ---- facts

    def _single(self) -> list[Fact]:
        """The facts that are fields of the meeting."""
        facts = [
            self._field("status", fact_relations.statuses),
            *self._announced(),
            self._field("kind", fact_relations.kinds),
            self._date(),
            *self._printed(),
            *place_facts(self._view.of("place"), self._around, self._naming.passed_over),
            self._parties(),
            *self._formats(),
            self._round(),
            *self._basis(),
        ]
        issued = Fact("issued by", None, "issued by", fact_relations.side_by_side, optional=True)
        for claim in self._claims:
            if claim.field == "said_in":
                issued.add(claim, claim.value, ", ".join(claim.speakers) or str(claim.value))
        return [*facts, issued]

    def _field(self, name: str, compare: fact_relations.Compare) -> Fact:
        fact = Fact(name, None, name, compare)
        for value in self._view.of(name):
            for claim in value.claims:
                fact.add(claim, value.value, value.label)
        return fact

    def _announced(self) -> list[Fact]:
        """Which parties say that it was put off, called off or never was."""
        facts = []
        for status in sorted(NOT_AS_PLANNED):
            label = f"who says that it was {status}"
            fact = Fact("announced by", status, label, fact_relations.speakers, optional=True)
            for value in self._view.of("status"):
                for claim in value.claims if value.value == status else ():
                    saying = {party for each in claim.said_in for party in self._around.speaking.get(each, ())}
                    if saying:
                        keys = tuple(sorted(saying))
                        fact.add(claim, list(keys), ", ".join(keys), keys, wording=", ".join(claim.speakers))
            facts.append(fact)
        return facts

    def _printed(self) -> list[Fact]:
        """The date as accounts print it in other calendars, which may name another day than the Gregorian one does."""
        days = {(claim.document.id, str(value.value)) for value in self._view.of("date") for claim in value.claims}
        facts: dict[str, Fact] = {}
        for claim in self._around.printed:
            calendar, day = claim.value["calendar"], str(claim.value["day"])
            if not {(claim.document.id, day), (claim.document.id, str(claim.value["date"]))} & days:
                continue
            label = f"date in the {calendar} calendar"
            fact = facts.setdefault(calendar, Fact("printed", calendar, label, fact_relations.dates, optional=True))
            fact.add(claim, day, claim.words, wording=claim.words)
        return [facts[calendar] for calendar in sorted(facts)]

    def _date(self) -> Fact:
        """When; an account whose text has the day of another one does not leave it out: the reader put it elsewhere."""
        fact = self._field("date", fact_relations.dates)
        days = {str(each.value) for each in fact.given}
        fact.unread = frozenset(claim.document.id for claim in self._around.dates if str(claim.value) in days)
        return fact

    def _round(self) -> Fact:
        """Which round; that talks were resumed is owed by nobody."""
        fact = self._field("round", fact_relations.rounds)
        fact.optional = not any(str(each.value).isdecimal() for each in fact.given)
        return fact

    def _parties(self) -> Fact:
        """Who was at the table; an account that names a party anywhere does not leave it out."""
        fact = Fact("parties", None, "parties", fact_relations.party_lists)
        named: dict[str, set[str]] = {}
        for claims in self._around.named.values():
            for claim in claims:
                if claim.field == "key":
                    named.setdefault(claim.document.id, set()).add(str(claim.value))
        for document, mine in self._by_document.items():
            of_document = [claim for claim in mine if claim.field == "parties"]
            keys = tuple(sorted({str(claim.value) for claim in of_document}))
            if keys:
                compared = (keys, frozenset(named.get(document, ())))
                fact.given.append(Given(document, list(keys), ", ".join(keys), of_document, compared))
        return fact

    def _formats(self) -> list[Fact]:
        """How many sides, and whether face to face."""
        number = Fact("number of parties", None, "number of parties", fact_relations.plain, optional=True)
        mode = Fact("mode", None, "mode", fact_relations.plain, optional=True)
        for value in self._view.of("designations"):
            told = value.value.get("format") if isinstance(value.value, dict) else value.value
            for claim in value.claims:
                (mode if told in _MODES else number).add(claim, told, str(told), wording=claim.words)
        return [number, mode]

    def _basis(self) -> list[Fact]:
        """The agreements that it rests on: one fact for each that several accounts name, and one for all the others.

        What each account calls by a name of its own may be one agreement: such names stand side by side.
        """
        facts, apart = [], Fact("basis", None, "under which agreement", fact_relations.side_by_side, optional=True)
        several = len(self.accounts) > 1
        for value in self._view.of("basis"):
            alone = several and len({claim.document.id for claim in value.claims}) == 1
            fact = Fact("basis", str(value.value), f"under {value.label}", fact_relations.plain, beside=True)
            # Whoever names another agreement may mean this one by it: names of agreements are seldom the same in two
            # languages.
            fact.unread = frozenset(self._that_name("G"))
            for claim in value.claims:
                (apart if alone else fact).add(claim, value.value, value.label, wording=claim.wording)
            facts.append(fact)
        return [*facts, apart]

    def _that_name(self, letter: str) -> set[str]:
        """The accounts that name anything of a kind."""
        return {c.document.id for each, claims in self._around.named.items() if each[0] == letter for c in claims}

    def _by_participant(self) -> dict[str, list[Claim]]:
        by_actor: dict[str, list[Claim]] = {}
        for claim in self._claims:
            if claim.field == "participants" and isinstance(claim.value, dict):
                by_actor.setdefault(str(claim.value.get("actor")), []).append(claim)
        return by_actor

    def _participants(self, taking_part: Mapping[str, Sequence[Claim]]) -> list[Fact]:
        """Who took part, and in what capacity."""
        facts = []
        for actor, claims in taking_part.items():
            name = most_used(claim.wording or actor for claim in claims)
            present = Fact("participant", actor, name, fact_relations.plain, later=True)
            # Who is named without a word that he took part is not left out.
            present.unread = frozenset(claim.document.id for claim in self._around.named.get(actor, ()))
            facts += [present, self._capacity(actor, name, claims)]
            for claim in claims:
                present.add(claim, actor, name, wording=claim.wording)
        return facts

    def _capacity(self, actor: str, name: str, claims: Sequence[Claim]) -> Fact:
        """In what capacity each account has a person take part, where one of them names any."""
        naming = {claim.document.id for claim in claims}
        fact = Fact("capacity", actor, f"capacity of {name}", fact_relations.capacities, among=naming, optional=True)
        told = [(claim, str(claim.value.get("capacity", "member"))) for claim in claims]
        for claim, capacity in told if any(capacity != "member" for _, capacity in told) else ():
            fact.add(claim, capacity, capacity)
        return fact

    def _undertakings(self) -> list[Fact]:
        """What was undertaken, until when, and what became of it: by parties of the meeting, in full accounts."""
        parties = {str(value.value) for value in self._view.of("parties")}
        facts = []
        told_once = self._told_once(self._around.commitments, ("by", "class"))
        for public_id, claims in self._around.commitments.items():
            by = {claim.value for claim in claims if claim.field == "by"}
            if not by & parties or not self._full & {claim.document.id for claim in claims}:
                continue
            words = next((claim.words for claim in claims if claim.field == "action"), public_id)
            label = f"{', '.join(sorted(by))}: {words}"
            fact = Fact(
                "undertaking",
                public_id,
                label,
                fact_relations.plain,
                later=True,
                beside=True,
                worded=True,
                common=_COMMON,
            )
            otherwise = self._told_otherwise(claims, told_once, ("by", "class"))
            fact.unread = frozenset((*otherwise, *self._worded_alike(claims)))
            naming = {claim.document.id for claim in claims}
            window = Fact("window", public_id, f"window of {label}", fact_relations.dates, among=naming, optional=True)
            outcome = Fact(
                "outcome", public_id, f"outcome of {label}", fact_relations.outcomes, among=naming, optional=True
            )
            condition = Fact(
                "condition",
                public_id,
                f"condition of {label}",
                fact_relations.side_by_side,
                among=naming,
                beside=True,
                worded=True,
            )
            reported = {claim.document.id for claim in claims if claim.field == "followup"}
            refrained = any(claim.field == "class" and claim.value == "refrain" for claim in claims)
            for claim in claims:
                if claim.field == "action":
                    fact.add(claim, public_id, claim.words, wording=claim.words)
                elif claim.field == "window":
                    window.add(claim, claim.value, str(claim.value))
                elif claim.field == "condition":
                    condition.add(claim, claim.words, claim.words, wording=claim.words)
                elif claim.field == "followup" or (claim.field == "polarity" and claim.document.id not in reported):
                    # To undertake to refrain from something is to refuse it: accounts tell either.
                    became = "undertaken" if refrained and claim.field == "polarity" else str(claim.value)
                    outcome.add(claim, became, became)
            facts += [fact, window, condition]
            if reported or len({each.value for each in outcome.given}) > 1:
                facts.append(outcome)
        return facts

    def _told_once(
        self, entries: Mapping[str, Sequence[Claim]], fields: tuple[str, ...]
    ) -> dict[str, list[tuple[set[str], ...]]]:
        """By account, the values of some fields of each entry that it alone tells."""
        alone: dict[str, list[tuple[set[str], ...]]] = {}
        for claims in entries.values():
            telling = {claim.document.id for claim in claims}
            if len(telling) == 1:
                alone.setdefault(telling.pop(), []).append(_values_of(claims, fields))
        return alone

    def _told_otherwise(
        self,
        claims: Sequence[Claim],
        told_once: Mapping[str, Sequence[tuple[set[str], ...]]],
        fields: tuple[str, ...],
    ) -> Iterator[str]:
        """The accounts that alone tell something of the same parties and sort: it may be the same in other words."""
        wanted = _values_of(claims, fields)
        telling = {claim.document.id for claim in claims}
        for account, entries in told_once.items():
            if account not in telling and any(
                all(mine & theirs for mine, theirs in zip(wanted, values, strict=True)) for values in entries
            ):
                yield account

    def _worded_alike(self, claims: Sequence[Claim]) -> Iterator[str]:
        """The accounts whose text has about the words by which another one of their language gives an undertaking."""
        for account in self.accounts:
            words = [
                c.words for c in claims if c.field == "action" and c.document.language == account.document.language
            ]
            text = self._around.texts.get(account.id, "")
            if words and any(fuzz.partial_ratio(fold(each), fold(text[:_READ])) >= _WORDED_ALIKE for each in words):
                yield account.id

    def _encounters(self) -> list[Fact]:
        """Other encounters of these parties at about the same time that some of the accounts tell."""
        mine = {str(value.value) for value in self._view.of("parties")}
        when = [found for value in self._view.of("date") if (found := period(value.value)) is not None]
        facts = []
        told_once = self._told_once(self._around.meetings, ("parties",))
        for public_id, claims in self._around.meetings.items():
            parties = {claim.value for claim in claims if claim.field == "parties"}
            days = [found for c in claims if c.field == "date" and (found := period(c.value)) is not None]
            near = any(x.widened(_NEAR, _NEAR).meets(y) for x in when for y in days if y.days <= 2 * _NEAR)
            # One without a day, such as one that is denied, is near by being told in the same breath.
            near = near or (not days and len(parties & mine) > 1)
            if not near or not parties & mine or not self._full & {claim.document.id for claim in claims}:
                continue
            statuses = most_used(str(claim.value) for claim in claims if claim.field == "status")
            kind = most_used(str(claim.value) for claim in claims if claim.field == "kind")
            date = most_used(str(claim.value) for claim in claims if claim.field == "date")
            label = f"{kind} of {', '.join(sorted(map(str, parties)))}, {statuses}, {date}"
            fact = Fact("encounter", public_id, label, fact_relations.plain, beside=True, worded=True)
            fact.unread = frozenset(self._told_otherwise(claims, told_once, ("parties",)))
            for claim in claims:
                if claim.field == EVIDENCE:
                    fact.add(claim, public_id, label, wording=claim.words)
            facts.append(fact)
        return facts

    def _named(self, taking_part: Mapping[str, Sequence[Claim]]) -> list[Fact]:
        """Whom and what the accounts name, with what title and by which name."""
        if len(self.accounts) < 2:
            return []
        own = {str(value.value) for field in ("place", "basis") for value in self._view.of(field)}
        return self._naming.facts({*taking_part, *own}, taking_part)

    def _figures(self) -> list[Fact]:
        """How long it lasted; the days, lengths of time and numbers that the accounts name."""
        if len(self.accounts) < 2:
            return []
        days = {str(value.value)[:10] for value in self._view.of("date")}
        told = [
            AccountText(
                account.id,
                self._around.texts.get(account.id, ""),
                self._by_document[account.id][0],
                [claim for claim in self._around.dates if claim.document.id == account.id],
                [claim.span for claim in self._by_document[account.id] if claim.field == EVIDENCE],
            )
            for account in self.accounts
        ]
        return [fact for fact in figure_facts(told, days) if fact.accounts & self._full]

    # ---- comparing

    def _row(self, fact: Fact) -> FactRow:
        return FactRow(fact.fact, fact.subject, fact.label, tuple(self._cell(fact, each) for each in self.accounts))

    def _cell(self, fact: Fact, account: Account) -> Cell:
        mine = [each for each in fact.given if each.account == account.id]
        if not mine:
            silence = self._silence(fact, account)
            return Cell(account.id, (), None if silence else "missing", silence)
        values = tuple(
            CellValue(
                each.value, each.label, each.wording or each.claims[0].words, tuple(each.claims), mark(each, fact)
            )
            for each in mine
        )
        gravest: Mark = next(m for m in ("conflict", "missing", "unique", "confirmed") if m in {v.mark for v in values})
        return Cell(account.id, values, gravest)

    def _silence(self, fact: Fact, account: Account) -> Silence | None:
        """Why an account that says nothing of a fact does not leave it out; None where it does."""
        if fact.optional or (fact.among is not None and account.id not in fact.among):
            return "not this far"
        if account.detail == "passing":
            return "in passing"
        if account.cut_off:
            return "cut off"
        if fact.later and account.id in self._beforehand:
            return "beforehand"
        if account.id in fact.unread:
            return "unread"
        if fact.agreed and fact.is_disputed:
            return "alone"
        return self._silence_beside(fact, account) if fact.beside else None

    def _silence_beside(self, fact: Fact, account: Account) -> Silence | None:
        """Why an account does not leave out what stands beside the encounter."""
        telling = [each for each in self.accounts if each.id in fact.accounts]
        known = min((each.document.published or "")[:10] for each in telling)
        published = (account.document.published or known)[:10]
        if published < known or published < (fact.since or published):
            return "beforehand"
        if len(telling) >= fact.common:
            return None
        # Only within a language can it be told that the same is not there in other words.
        comparable = fact.worded and telling[0].document.language == account.document.language
        return None if comparable else "alone"


def _values_of(claims: Sequence[Claim], fields: tuple[str, ...]) -> tuple[set[str], ...]:
    return tuple({str(claim.value) for claim in claims if claim.field == name} for name in fields)
