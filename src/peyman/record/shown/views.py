"""What a record shows: an entry with every value that is claimed of it, and lists of entries in short.

Nothing here is settled: where documents differ, a field has several values, each with the claims behind it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from peyman.model import PublishedFrom, Span
from peyman.record.shown.review_views import Step


def shown_fields(kind: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield each field of a data class that others are shown: its name, and the name that it has in JSON.

    Args:
        kind: A data class of this module or its neighbours.
    """
    for each in dataclasses.fields(kind):
        if each.metadata.get("shown", True):
            # A trailing underscore keeps a field apart from a word of Python's own (class_).
            yield each.name, each.name.rstrip("_")


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document of the record.

    Attributes:
        id: Its public id, such as ``D1``.
        sha256: Of the original bytes, hexadecimal: the id that its reading has.
        source: Path or URL it came from, or the id it came with.
        url: Address of the page.
        publisher: Who published it.
        published: EDTF.
        language: BCP 47.
        title: As published.
        added: When it was added, ISO 8601, UTC.
        published_from: Where the day of publication was found, as in a reading; None where that is unknown.
    """

    id: str
    sha256: str
    source: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str
    title: str | None
    added: str
    published_from: PublishedFrom | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One document says one thing of one entry.

    Attributes:
        document: The document that says so.
        field: Name of the field, as in the contract; ``evidence`` where the claim is that the entry is there.
        value: The value in full, ids being public ids; the words where the words are the value.
        words: What the document says there, as published.
        span: Where that is, in code points of the document's text.
        wording: The name by which the document calls the entry that the value refers to.
        said_in: Public ids of the statements that say so; empty for the document's own voice.
        speakers: Who issued those statements, by the names that the document gives them.
        local_id: The id of the entry in the reading of the document.
        confidence: How sure the reader was of the entry.
        reader: Name and version of what read it.
        read: The value that was read, where a reviewer corrected it; else None.
        decision: The reviewer's decision on it, if there is one.
        refers_to: The node of the entry that the value refers to, by its number in the database; not shown to anybody.
    """

    document: DocumentSummary
    field: str
    value: Any
    words: str
    span: Span
    wording: str | None
    said_in: tuple[str, ...]
    speakers: tuple[str, ...]
    local_id: str
    confidence: float
    reader: str
    read: Any = None
    decision: Step | None = None
    refers_to: int | None = dataclasses.field(default=None, compare=False, repr=False, metadata={"shown": False})


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an entry with all that claim it.

    Attributes:
        value: The value; ids are public ids. The words that a document has for a participant's title or for the
            format of a meeting are left to the claims.
        label: The value for people: the name most claimants use where it refers to an entry, else the value itself.
        claims: Every claim of it, in the order in which the documents were added.
    """

    value: Any
    label: str
    claims: tuple[Claim, ...]

    @property
    def documents(self) -> tuple[DocumentSummary, ...]:
        """The documents that claim it, each once."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry with every claim about it.

    Attributes:
        id: Its public id.
        kind: ``meeting``, ``commitment``, ``statement``, ``actor``, ``place`` or ``agreement``.
        former_ids: Ids of entries that were found to be this one, and now lead here.
        documents: The documents that tell of it, in the order in which they were added.
        evidence: The words that it was read from, in each of them.
        values: The values of each field, those with most documents first. A field that no document gives is missing.
        decision: The last decision on the entry as a whole: accepted or rejected.
        rejected: Claims that a reviewer rejected.
        accounts: How many accounts the documents are: copies of one text and versions of one page are one.
        told_in: How many documents tell of it, where only the newest of them were asked for.
    """

    id: str
    kind: str
    former_ids: tuple[str, ...]
    documents: tuple[DocumentSummary, ...]
    evidence: tuple[Claim, ...]
    values: dict[str, tuple[Value, ...]]
    decision: Step | None = None
    rejected: tuple[Claim, ...] = ()
    accounts: int = field(default=0, kw_only=True)
    told_in: int = field(default=0, kw_only=True)

    def of(self, name: str) -> tuple[Value, ...]:
        """The values of one field, empty where no document gives it."""
        return self.values.get(name, ())

    @property
    def differences(self) -> tuple[str, ...]:
        """Fields to which documents give different values although only one can hold; the parties are none of them."""
        return tuple(name for name in self.values if name in _SINGLE and len(self.values[name]) > 1)


_SINGLE = frozenset(
    {
        *("kind", "status", "date", "place", "round", "designations"),
        *("class", "window", "strength", "polarity"),
        *("party", "country", "joint"),
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions of a page.

    Attributes:
        before: The words that were there; empty where words were put in.
        after: The words that are there now; empty where words were taken out.
        context: The words before it.
    """

    before: str
    after: str
    context: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with the entries that it tells of.

    Attributes:
        summary: What is known of its publication.
        text: Its text, as extracted; spans point into it.
        entries: Public ids of its entries by kind, in the order of the reading.
        local_ids: Public id of each entry of the reading, by kind and id.
        readers: Name and version of what read it.
        carriers: Every document of the same account, the first first, each with ``copy`` or ``version``; empty where
            it has its account alone.
        changes: What it changed in the version before it; empty where it is no version of another.
        decision: The last decision that there is rightly nothing in it.
    """

    summary: DocumentSummary
    text: str
    entries: dict[str, tuple[str, ...]]
    local_ids: dict[tuple[str, str], str]
    readers: tuple[str, ...]
    carriers: tuple[tuple[DocumentSummary, str | None], ...] = ()
    changes: tuple[Change, ...] = ()
    decision: Step | None = None

    @property
    def id(self) -> str:
        """Its public id."""
        return self.summary.id


@dataclass(frozen=True, slots=True)
class Summary:
    """An entry in a list: all values that are claimed of it, those with most documents first.

    Attributes:
        id: Its public id.
        documents: How many documents tell of it.
        languages: The languages of these.
        accounts: How many accounts they are: copies of one text and versions of one page are one.
    """

    id: str
    documents: int
    languages: tuple[str, ...]
    accounts: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class MeetingSummary(Summary):
    """A meeting in a list."""

    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    round: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentSummary(Summary):
    """A commitment in a list; ``action`` in the words of each document."""

    by: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    class_: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    window: tuple[str, ...] = ()
    action: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementSummary(Summary):
    """A statement in a list; ``issuers`` by name."""

    kind: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorSummary(Summary):
    """An actor in a list."""

    name: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    party: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceSummary(Summary):
    """A place in a list."""

    name: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    country: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementSummary(Summary):
    """An agreement in a list."""

    name: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """How much is in a record.

    Attributes:
        documents: How many documents.
        entries: How many entries of each kind.
        languages: How many documents of each language, most first.
        publishers: How many publishers.
        several_accounts: How many meetings more than one document tells of.
    """

    documents: int
    entries: dict[str, int]
    languages: dict[str, int]
    publishers: int
    several_accounts: int

    def __str__(self) -> str:
        """One line, such as ``5 documents (ar, en, fa), 3 meetings, 12 commitments, …``."""
        languages = f" ({', '.join(self.languages)})" if self.languages else ""
        parts = [f"{_counted(self.documents, 'document')}{languages}"]
        parts += [_counted(number, kind) for kind, number in self.entries.items()]
        return ", ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding a document did.

    Attributes:
        document: Public id of the document.
        added: False where the record had it already, and nothing was changed.
        new: Public ids of the entries that are new.
        joined: Public ids of the entries that were there before and now have this document's account too.
        merged: Former id and id of entries that turned out to be one.
        carries: ``copy`` or ``version``, and the public id of the document that it is one of; None for an account of
            its own.
        read_again: Whether the record had it as an older reader read it, and now has the newer reading.
    """

    document: str
    added: bool
    new: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    merged: dict[str, str] = field(default_factory=dict)
    carries: tuple[str, str] | None = None
    read_again: bool = False
