"""Reviewing: what a person decides of what was read, each step with a name, a time and a reason, and each undoable.

::

    with Record.open("peyman.db") as record:
        record.review.correct("M1", "date", "2026-01-15", by="Shirin", reason="the Kurdish text says Thursday")
        step = record.review.merge(["M1", "M4"], by="Shirin", reason="one meeting, two datelines")
        record.review.undo(step.number, by="Shirin", reason="M4 is the next day's session")

A decision outranks what was read, and is laid over it: nothing that was read is changed or lost. It holds when the
document is read again; where the newer reading says something else, that is proposed beside the decision
(`Record.proposals`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, get_args

from sqlalchemy import Connection, func, insert, select, update

from peyman.errors import RecordError, UnknownEntry
from peyman.model import Commitment, Meeting, Reader, Reading, Span, Statement
from peyman.record.adding.documents import Adder
from peyman.record.asking.decisions import entry_numbers, holding, same_value
from peyman.record.asking.references import reference_in
from peyman.record.asking.viewing import advice_on, load_claims, load_read
from peyman.record.following import outlines
from peyman.record.keeping.database import Database
from peyman.record.merging.components import Changes, Components
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log
from peyman.record.rows.schema import BY_HAND, claims, decided, documents, members, nodes, readings
from peyman.record.rows.writing import Numbers
from peyman.record.shown.review_views import Action, Step

_BY_HAND_KINDS: dict[str, type[Meeting] | type[Commitment] | type[Statement]] = {
    "meeting": Meeting,
    "commitment": Commitment,
    "statement": Statement,
}

_PUBLIC_ID = re.compile(r"[A-Z][1-9]\d{0,17}")
SetStatus = Literal["open", "reported-kept", "reported-broken", "renewed", "superseded"]
SET_STATUSES: tuple[SetStatus, ...] = get_args(SetStatus)
"""What a reviewer may say that became of an undertaking; that it is due or overdue is a matter of days."""


class Review:
    """What a reviewer can do to a record; get it as ``record.review``.

    Every method takes ``by``, the reviewer's name, and ``reason``, and returns the step as it stands in the log.
    """

    def __init__(self, database: Database, kinds: Mapping[str, AnyMatching]) -> None:
        self._database = database
        self._kinds = kinds

    def accept(
        self,
        public_id: str,
        field: str | None = None,
        value: Any = None,
        document: str | None = None,
        *,
        by: str,
        reason: str | None = None,
    ) -> Step:
        """Accept an entry as it was read, or one of its fields, or one value of a field.

        Args:
            public_id: Of the entry.
            field: The field, as in the contract; the whole entry without it. ``report`` accepts that the entry
                ``value`` reports what became of this undertaking.
            value: The value, ids being public ids; all values of the field without it.
            document: Only as this document (``D1``) says it.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: It has no such value, or no name is given.
        """
        return self._decide("accept", public_id, field, value, document, by, reason)

    def reject(
        self,
        public_id: str,
        field: str | None = None,
        value: Any = None,
        document: str | None = None,
        *,
        by: str,
        reason: str | None = None,
    ) -> Step:
        """Reject an entry, a field or a value: it is set aside, and neither listed nor counted.

        Args and errors are those of `accept`.
        """
        return self._decide("reject", public_id, field, value, document, by, reason)

    def correct(
        self,
        public_id: str,
        field: str,
        new: Any,
        value: Any = None,
        document: str | None = None,
        *,
        by: str,
        reason: str | None = None,
    ) -> Step:
        """Say what a value should have been read as; what was read stays beside it.

        Args:
            public_id: Of the entry.
            field: The field, as in the contract.
            new: The right value, ids being public ids.
            value: The value that is wrong; every value of the field without it.
            document: Only as this document (``D1``) says it.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: It has no such value, or no name is given.
        """
        return self._decide("correct", public_id, field, value, document, by, reason, {"new": new})

    def set_status(self, public_id: str, status: SetStatus, *, by: str, reason: str | None) -> Step:
        """Say what became of an undertaking, whatever documents report of it.

        Args:
            public_id: Of the undertaking.
            status: What became of it; ``open`` takes back what was said or reported.
            by: The reviewer's name.
            reason: Why; without one nothing is changed.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: It is no undertaking, the status is none, or no name or reason is given.
        """
        if public_id.strip()[:1].upper() != "C":
            raise RecordError(f"{public_id.strip()} is no undertaking.", "Give the id of one, such as C1.")
        if status not in SET_STATUSES:
            raise RecordError(f"{status} is no status that can be set.", f"Give one of {', '.join(SET_STATUSES)}.")
        if not (reason or "").strip():
            raise RecordError("A status needs a reason.", "Say what shows it.")
        return self._decide("correct", public_id, "status", None, None, by, (reason or "").strip(), {"new": status})

    def merge(self, public_ids: Sequence[str], *, by: str, reason: str | None = None) -> Step:
        """Say that entries of one kind are one; the oldest id stays, and the others lead to it.

        Args:
            public_ids: Two or more.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: They are of several kinds, or one already.
        """
        ids = [each.strip().upper() for each in public_ids]
        with self._step(by) as connection:
            matching, numbers = self._of_one_kind(connection, ids)
            if len(numbers) < 2:
                raise RecordError(f"{' and '.join(ids)} are one entry.", "Give the ids of two or more entries.")
            first, *others = [min(self._nodes(connection, number)) for number in numbers]
            number = log.append(connection, "merge", ids[0], {"with": ids[1:]}, by.strip(), reason)
            pairs = [(min(first, other), max(first, other)) for other in others]
            self._note(connection, number, pairs, together=True)
            self._join(connection, matching, pairs, {end for pair in pairs for end in pair})
            return self._found(connection, number)

    def keep_apart(self, public_ids: Sequence[str], *, by: str, reason: str | None = None) -> Step:
        """Say that entries of one kind that look alike are not one; they are neither merged nor proposed again.

        Args:
            public_ids: Two or more.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: They are of several kinds, or one already.
        """
        ids = [each.strip().upper() for each in public_ids]
        with self._step(by) as connection:
            matching, numbers = self._of_one_kind(connection, ids)
            if len(numbers) < 2:
                raise RecordError(f"{' and '.join(ids)} are one entry.", "Split it: `peyman review split` says how.")
            sides = [self._nodes(connection, number) for number in numbers]
            pairs = [
                (min(a, b), max(a, b))
                for position, side in enumerate(sides)
                for other in sides[position + 1 :]
                for a in sorted(side)
                for b in sorted(other)
            ]
            number = log.append(connection, "split", ids[0], {"from": ids[1:]}, by.strip(), reason)
            self._note(connection, number, pairs, together=False)
            self._join(connection, matching, [], set().union(*sides))
            return self._found(connection, number)

    def split(self, public_id: str, document_ids: Sequence[str], *, by: str, reason: str | None = None) -> Step:
        """Say that what some documents tell is another entry than what the others tell.

        Args:
            public_id: The entry.
            document_ids: The documents (``D3``) whose accounts become an entry of their own. Of actors, places and
                agreements, documents that spell alike go together.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such entry.
            RecordError: That would leave one side empty.
        """
        target = public_id.strip().upper()
        chosen = [each.strip().upper() for each in document_ids]
        with self._step(by) as connection:
            matching, (entry,) = self._of_one_kind(connection, [target])
            inside = self._nodes(connection, entry)
            telling = select(members.c.node_id).join(documents, documents.c.id == members.c.document_id)
            numbers = [int(each[1:]) for each in chosen if each[1:].isdigit()]
            rows = connection.scalars(
                telling.where(members.c.node_id.in_(inside), documents.c.number.in_(numbers)).where(
                    members.c.superseded.is_(None)
                )
            )
            out = set(rows)
            rest = inside - out
            if not out or not rest:
                side = "none of them tells it" if not out else "no other account would be left"
                raise RecordError(f"{target} cannot be split so: {side}.", f"`peyman show {target}` says who tells it.")
            number = log.append(connection, "split", target, {"documents": chosen}, by.strip(), reason)
            pairs = [(min(a, b), max(a, b)) for a in sorted(out) for b in sorted(rest)]
            self._note(connection, number, pairs, together=False)
            self._join(connection, matching, [], inside)
            return self._found(connection, number)

    def nothing_here(self, document_id: str, *, by: str, reason: str | None = None) -> Step:
        """Say that a document was looked at, and that there is rightly nothing in it for the record.

        Args:
            document_id: Its public id.
            by: The reviewer's name.
            reason: Why.

        Raises:
            UnknownEntry: There is no such document.
        """
        target = document_id.strip().upper()
        with self._step(by) as connection:
            self._document(connection, target)
            return self._found(connection, log.append(connection, "nothing-here", target, {}, by.strip(), reason))

    def add_by_hand(
        self,
        kind: str,
        document_id: str,
        evidence: Sequence[Span],
        fields: Mapping[str, Any],
        *,
        by: str,
        reason: str | None = None,
    ) -> tuple[Step, str]:
        """Add an entry that was not read, with the words that it rests on.

        It is merged with the entries of other documents as if it had been read.

        Args:
            kind: ``meeting``, ``commitment`` or ``statement``.
            document_id: Public id of the document that tells it.
            evidence: Where, as spans of the document's text.
            fields: Its fields, as in the contract; ids are those of the document's reading.
            by: The reviewer's name.
            reason: Why.

        Returns:
            The step, and the public id of the entry.

        Raises:
            UnknownEntry: There is no such document.
            RecordError: The kind, a field or a span is not right.
        """
        target = document_id.strip().upper()
        entry_type = _BY_HAND_KINDS.get(kind)
        if entry_type is None:
            raise RecordError(f"A {kind} cannot be added by hand.", f"Give one of {', '.join(_BY_HAND_KINDS)}.")
        with self._step(by) as connection:
            row = self._document(connection, target)
            if not evidence or any(not 0 <= start < end <= len(row.text) for start, end in evidence):
                raise RecordError(f"The evidence is not in {target}.", f"Give words of it: `peyman show {target}`.")
            count = connection.scalar(select(func.count()).select_from(readings)) or 0
            known = {"id": f"hand{count + 1}", "evidence": list(evidence), "confidence": 1.0}
            if kind == "commitment":
                known |= {"action": evidence[0]}
            try:
                entry = entry_type.model_validate({**known, **fields})
            except ValueError as error:
                first = str(error).replace("\n", " ")
                raise RecordError(f"It is no {kind}: {first}", "Correct the fields.") from error
            reading = self._by_hand(connection, row, f"{kind}s", entry, by.strip(), count)
            adder = Adder(connection, self._kinds)
            stored = adder.store_reading(reading)
            result = adder.join(reading, stored, row.number)
            adder.finish()
            (public_id,) = (*result.new, *result.joined)
            content = {"number": stored.number, "entry": public_id, "kind": kind}
            content |= log.digest_of_reading(connection, stored.number)
            number = log.append(connection, "add-by-hand", target, content, by.strip(), reason)
            return self._found(connection, number), public_id

    def undo(self, number: int, *, by: str, reason: str | None = None) -> Step:
        """Take back a step; taking back an ``undo`` does the step again.

        Args:
            number: The step.
            by: The reviewer's name.
            reason: Why.

        Raises:
            RecordError: There is no such step, it is none of a reviewer, or it was taken back already.
        """
        with self._step(by) as connection:
            step = log.step(connection, number)
            if step is None or step.author is None:
                raise RecordError(f"Step {number} is no decision.", "`peyman history ID` shows the steps.")
            if step.action != "undo" and all(each.number != number for each in holding(connection)):
                raise RecordError(f"Step {number} was taken back already.", "`peyman history ID` shows the steps.")
            made = log.append(connection, "undo", step.target, {"step": number}, by.strip(), reason, undoes=number)
            again = step
            steps_back = 0
            while again.action == "undo" and again.undoes is not None:
                found = log.step(connection, again.undoes)
                assert found is not None
                again, steps_back = found, steps_back + 1
            self._carry_out(connection, again, holds=steps_back % 2 == 1)
            return self._found(connection, made)

    # ---- what they share

    @contextmanager
    def _step(self, by: str) -> Iterator[Connection]:
        if not by.strip():
            raise RecordError("A decision needs a name.", "Say who decides.")
        with self._database.writing() as connection:
            yield connection

    def _decide(
        self,
        action: Action,
        public_id: str,
        field: str | None,
        value: Any,
        document: str | None,
        by: str,
        reason: str | None,
        more: Mapping[str, Any] | None = None,
    ) -> Step:
        target = public_id.strip().upper()
        with self._step(by) as connection:
            _, (entry,) = self._of_one_kind(connection, [target])
            document = document.strip().upper() if document else None
            content: dict[str, Any] = {"field": field, "value": value, "document": document, **(more or {})}
            if field is not None and field != "report":
                read = [
                    claim.value
                    for _, claim in load_read(connection, self._kinds, nodes.c.entry_id == entry)
                    if claim.field == field and document in (None, claim.document.id)
                ]
                # What was read at the time: what a newer reader reads otherwise is proposed beside the decision.
                content["read"] = list({str(each): each for each in read}.values())
                held = [
                    claim.value
                    for _, claim in load_claims(connection, self._kinds, nodes.c.entry_id == entry)
                    if claim.field == field
                ]
                if value is not None and not any(same_value(value, each) for each in (*read, *held)):
                    given = ", ".join(dict.fromkeys(str(each) for each in read)) or "nothing"
                    raise RecordError(f"{target} has no {field} {value}.", f"It was read as {given}.")
            reference = reference_in(field or "", content.get("new"))
            if reference is not None and _PUBLIC_ID.fullmatch(reference):
                content["wording"] = self._name(connection, reference)
            made = log.append(connection, action, target, content, by.strip(), reason)
            self._outline(connection, target)
            return self._found(connection, made)

    def _name(self, connection: Connection, public_id: str) -> str | None:
        """The name under which the newest document that names an entry has it.

        Raises:
            UnknownEntry: There is no such entry.
        """
        _, (entry,) = self._of_one_kind(connection, [public_id.strip().upper()])
        name: str | None = connection.scalar(
            select(claims.c.value)
            .join(members, members.c.id == claims.c.member_id)
            .join(nodes, nodes.c.id == members.c.node_id)
            .where(nodes.c.entry_id == entry, claims.c.field == "name", members.c.superseded.is_(None))
            .order_by(claims.c.id.desc())
            .limit(1)
        )
        return None if name is None else str(json.loads(name))

    def _carry_out(self, connection: Connection, step: Step, *, holds: bool) -> None:
        """Do again, or take back, what a step did beside standing in the log."""
        if step.action in ("merge", "split"):
            rows = connection.execute(select(decided).where(decided.c.step.in_((step.number, -step.number)))).all()
            sign = 1 if holds else -1
            connection.execute(
                update(decided).where(decided.c.step == -sign * step.number).values(step=sign * step.number)
            )
            pairs = [(row.low_id, row.high_id) for row in rows]
            touched = {end for pair in pairs for end in pair}
            kind = connection.scalar(select(nodes.c.kind).where(nodes.c.id == min(touched)))
            together = pairs if step.action == "merge" and holds else []
            self._join(connection, self._kinds[str(kind)], together, touched)
        elif step.action == "add-by-hand":
            connection.execute(
                update(members)
                .where(members.c.reading_id == step.content["number"])
                .values(superseded=None if holds else step.content["number"])
            )
            added = select(members.c.node_id).where(members.c.reading_id == step.content["number"])
            told = connection.scalars(select(nodes.c.entry_id).where(nodes.c.id.in_(added)))
            outlines.refresh(connection, self._kinds, told.all())
        elif step.action in ("accept", "correct", "reject"):
            self._outline(connection, step.target)

    def _join(
        self, connection: Connection, matching: AnyMatching, together: Sequence[tuple[int, int]], touched: set[int]
    ) -> None:
        """Work out entries anew after a decision on which nodes are one, and their outlines with them."""
        before = set(connection.scalars(select(nodes.c.entry_id).where(nodes.c.id.in_(touched))))
        speaking = outlines.touching(connection, before)
        changes = Changes()
        Components(connection, matching, changes, Numbers(connection)).decide(together, touched)
        after = {*changes.made, *changes.merged, *changes.merged.values(), *changes.moved}
        outlines.refresh(connection, self._kinds, speaking | after)

    def _outline(self, connection: Connection, public_id: str) -> None:
        """Work the outline of an entry out anew after a decision on it."""
        outlines.refresh(connection, self._kinds, entry_numbers(connection, self._kinds, [public_id]).values())

    def _note(self, connection: Connection, step: int, pairs: Sequence[tuple[int, int]], *, together: bool) -> None:
        connection.execute(
            insert(decided),
            [{"step": step, "low_id": low, "high_id": high, "together": int(together)} for low, high in pairs],
        )

    def _of_one_kind(self, connection: Connection, ids: Sequence[str]) -> tuple[AnyMatching, list[int]]:
        found = entry_numbers(connection, self._kinds, ids)
        for each in ids:
            if each not in found:
                number = int(each[1:]) if each[1:].isdigit() else 0
                raise UnknownEntry(
                    f"There is no entry {each or 'without an id'}.",
                    advice_on(connection, each[:1], number, self._kinds),
                )
        letters = {each[:1] for each in ids}
        if len(letters) > 1:
            raise RecordError(f"{' and '.join(ids)} are of several kinds.", "Give entries of one kind.")
        matching = next(each for each in self._kinds.values() if each.letter in letters)
        return matching, list(dict.fromkeys(found[each] for each in ids))

    def _nodes(self, connection: Connection, entry: int) -> set[int]:
        return set(connection.scalars(select(nodes.c.id).where(nodes.c.entry_id == entry)))

    def _document(self, connection: Connection, public_id: str) -> Any:
        number = int(public_id[1:]) if public_id[:1] == "D" and public_id[1:].isdigit() else 0
        row = connection.execute(select(documents).where(documents.c.number == number)).first()
        if row is None:
            advice = advice_on(connection, "D", number, self._kinds)
            raise UnknownEntry(f"There is no document {public_id or 'without an id'}.", advice)
        return row

    def _by_hand(self, connection: Connection, row: Any, name: str, entry: Any, by: str, count: int) -> Reading:
        names = ("id", "source", "url", "publisher", "published", "published_from", "language", "title", "text")
        document = {each: getattr(row, each) for each in names}
        document["repaired"] = row.repaired or row.text
        reader = Reader(name=BY_HAND, version=str(count + 1), languages=[row.language], backend=by)
        return Reading.model_validate({"document": document, name: [entry], "reader": reader})

    def _found(self, connection: Connection, number: int) -> Step:
        step = log.step(connection, number)
        assert step is not None
        return step
