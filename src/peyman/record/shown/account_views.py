"""What comparing accounts shows: a table of accounts × facts, each cell with its values, their evidence and a mark.

The marks are those of the field (manydata): *confirmed* by another account, *unique* to one, *missing* from one that
tells the encounter at the detail where the fact would belong, in *conflict* with another. They say how accounts stand
to each other, never which of them is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from peyman.record.shown.views import Claim, DocumentSummary

Mark = Literal["confirmed", "unique", "missing", "conflict"]

Silence = Literal["in passing", "cut off", "beforehand", "not this far", "unread", "alone"]
"""Why an account that does not give a fact is not said to leave it out: it tells the encounter in passing, its text is
cut off, it was published beforehand, it says nothing of the kind, its text may have it in words that were not read so,
or only one account tells what stands beside the encounter."""


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of an encounter: a column of the table.

    Attributes:
        id: Public id of the document.
        document: The document.
        speakers: Whose statements it reports the encounter from, by the names it gives them; empty for its own voice.
        detail: ``full`` where it tells the encounter for its own sake, ``passing`` where it only refers to it.
        cut_off: Whether its text ends in the middle of a sentence.
        carriers: Other documents that carry the same account: copies of its text, and earlier versions of its page.
    """

    id: str
    document: DocumentSummary
    speakers: tuple[str, ...]
    detail: Literal["full", "passing"]
    cut_off: bool
    carriers: tuple[DocumentSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class CellValue:
    """One value that an account gives.

    Attributes:
        value: As in the record: a key, an EDTF date, a public id, or a list of keys.
        label: The value for people.
        wording: The account's own words for it: a name, a title, or the words it was read from.
        claims: Where the account says so: each has the span, the words, the statement and its speakers.
        mark: How this value stands to those of the other accounts.
    """

    value: Any
    label: str
    wording: str
    claims: tuple[Claim, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one fact.

    Attributes:
        account: Id of the account.
        values: What it says; several where it reports several voices. Empty where it says nothing.
        mark: The gravest mark of its values, ``missing`` where it leaves the fact out; None where nothing can be said.
        silence: Why an empty cell is not marked as missing; None for every other cell.
    """

    account: str
    values: tuple[CellValue, ...]
    mark: Mark | None
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact across all accounts: a row of the table.

    Attributes:
        fact: What kind of fact: ``status``, ``kind``, ``date``, ``place``, ``parties``, ``number of parties``,
            ``mode``, ``venue``, ``participant``, ``title``, ``capacity``, ``basis``, ``round``,
            ``issued by``, ``announced by`` (who says that it was put off, called off or never was), ``printed`` (the
            date in another calendar), ``undertaking``, ``window``, ``condition`` and ``outcome`` of one,
            ``encounter``, ``name`` (by which accounts call somebody or something), ``named`` (whether they name it at
            all), ``duration`` of the encounter, the number of ``articles`` of an agreement, and the ``day``,
            ``length`` of time or ``figure`` that accounts name.
        subject: Public id (or party key) of who or what the fact is about, the status that is announced or the
            calendar; None where it is the encounter itself.
        label: The fact for people, such as ``title of Laura Whitfield``.
        cells: One for each account, in their order.
    """

    fact: str
    subject: str | None
    label: str
    cells: tuple[Cell, ...]

    @property
    def mark(self) -> Mark:
        """The gravest mark of the row: conflict, then missing, then unique, then confirmed."""
        marks = {cell.mark for cell in self.cells}
        return next(mark for mark in _GRAVEST_FIRST if mark in marks)

    @property
    def differs(self) -> bool:
        """Whether accounts contradict each other on it or one leaves it out."""
        return self.mark in ("conflict", "missing")

    def cell(self, account: str) -> Cell:
        """The cell of an account, by its id."""
        return next(cell for cell in self.cells if cell.account == account)


_GRAVEST_FIRST: tuple[Mark, ...] = ("conflict", "missing", "unique", "confirmed")


@dataclass(frozen=True, slots=True)
class AccountsTable:
    """Accounts × facts of one meeting.

    Attributes:
        id: Public id of the meeting.
        accounts: The documents that tell it, in the order in which they were added.
        facts: What they tell of it; every row has a value in at least one cell.
    """

    id: str
    accounts: tuple[Account, ...]
    facts: tuple[FactRow, ...]

    @property
    def differences(self) -> tuple[FactRow, ...]:
        """The rows on which accounts differ: contradict each other, or leave out what others tell."""
        return tuple(row for row in self.facts if row.differs)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that one document of a comparison tells and the other does not.

    Attributes:
        id: Its public id in the comparison.
        kind: ``meeting`` or ``commitment``.
        document: Public id of the document that tells it.
        label: It in one line.
        evidence: The words that it was read from.
    """

    id: str
    kind: str
    document: str
    label: str
    evidence: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side.

    Attributes:
        documents: Both, D1 and D2.
        meetings: Tables of the meetings that both tell.
        only: Meetings and undertakings that one of them tells and the other does not. Undertakings that belong to a
            meeting that both tell stand in its table.
    """

    documents: tuple[DocumentSummary, DocumentSummary]
    meetings: tuple[AccountsTable, ...]
    only: tuple[Told, ...]
