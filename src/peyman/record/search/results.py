"""What a search gives: documents with the entries and the words that were found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peyman.model import Span
from peyman.record.shown.views import DocumentSummary

#: How a word of a text answers to the query: as it is written, in another form of the word, or as the same name in
#: another script or language.
MatchKind = Literal["word", "form", "name"]
Order = Literal["relevance", "newest"]
Mark = tuple[int, int, MatchKind]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a document has to be beside holding the words; an empty filter lets all through.

    Each has the values of the query's fields, one of which has to hold; a query may name the same and further fields
    itself, and then both have to hold.

    Attributes:
        party: Keys (``IRQ``), or names in any language, of parties that the document names.
        language: BCP 47 codes.
        kind: ``meeting``, ``commitment``, ``statement`` or ``agreement``, or a kind of meeting or statement.
        status: Status of a meeting, or of a commitment's follow-up.
        publisher: Who published it; a part of the name is enough.
        since: First day of publication, EDTF, or a date in any calendar.
        until: Last day, likewise.
    """

    party: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a document's text with what was found in it.

    Attributes:
        text: The words as published; line ends have become blanks, one for one.
        span: Where it stands, in code points of the document's text.
        marks: What was found, as offsets into ``text``, and how it answers to the query; they do not overlap.
        cut: Whether the text goes on before it, and after it.
        entry: Public id of the meeting or commitment whose evidence it shows; None for page text.
    """

    text: str
    span: Span
    marks: tuple[Mark, ...]
    cut: tuple[bool, bool]
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class EntryHit:
    """A meeting or commitment in whose evidence all words stand.

    Attributes:
        id: Its public id.
        kind: ``meeting`` or ``commitment``.
    """

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that was found.

    Attributes:
        document: What is known of it.
        entries: The meetings and commitments in whose evidence all words stand.
        snippets: At least one where the document has text.
        match: The best way in which all its words answer to the query: ``name`` where some word does so only across
            scripts or languages, ``form`` where some does so only in another form, else ``word``.
    """

    document: DocumentSummary
    entries: tuple[EntryHit, ...]
    snippets: tuple[Snippet, ...]
    match: MatchKind


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of what was found.

    Attributes:
        query: As it was given.
        total: How many documents there are in all.
        offset: How many come before this page.
        hits: The page.
        order: By what it is ordered.
        names: What was looked for beside each word or name of the query: spellings in other scripts and languages.
    """

    query: str
    total: int
    offset: int
    hits: tuple[Hit, ...]
    order: Order
    names: dict[str, tuple[str, ...]]
