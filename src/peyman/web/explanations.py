"""Why the entries of a document stand in its reading: worked out when somebody asks, and kept nowhere.

A record keeps what was read, not what made it. The document is therefore read once more, by the reader of today; an
entry that an older version of the reader made is found again by the words that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from peyman.exchange.wording import KINDS
from peyman.model import Document, Entry, Reading
from peyman.reading.explanation import Explained, Reason, read_and_explain
from peyman.record.adding.rereading import source_of
from peyman.sources import SourceDocument

_KEPT = 16
"""Documents whose explanation is kept in mind: who asks for one entry asks for the next one too."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why one entry was read.

    Attributes:
        local_id: The entry's id within the reading.
        reasons: What made it, and what filled its slots; None where the reader of today does not find it.
    """

    local_id: str
    reasons: tuple[Reason, ...] | None


def explained_again(document: Document) -> Explained:
    """Read a document of a record once more, with reasons.

    Args:
        document: The document as the record has it.

    Raises:
        LanguageError: The reader of today does not read its language.
    """
    return _explained(source_of(document))


@lru_cache(maxsize=_KEPT)
def _explained(source: SourceDocument) -> Explained:
    return read_and_explain(source)


def why(reading: Reading, local_id: str) -> Why | None:
    """Say why an entry of a document is there.

    Args:
        reading: What the record has of the document.
        local_id: The entry's id in it.

    Returns:
        The reasons; None where the reading has no such entry.

    Raises:
        LanguageError: The reader of today does not read the document's language.
    """
    for field, _ in KINDS:
        wanted = next((entry for entry in getattr(reading, field) if entry.id == local_id), None)
        if wanted is not None:
            explained = explained_again(reading.document)
            found = _same(wanted, getattr(explained.reading, field))
            return Why(local_id, explained.reasons.get(found.id, ()) if found else None)
    return None


def _same(wanted: Entry, entries: list[Entry]) -> Entry | None:
    """The entry that rests on the same words; among several the one with the same id."""
    evidence = set(wanted.evidence)
    alike = [entry for entry in entries if evidence & set(entry.evidence)]
    return min(alike, key=lambda entry: (set(entry.evidence) != evidence, entry.id != wanted.id), default=None)
