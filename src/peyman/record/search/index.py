"""What is written into the index: a document's words, its entries' evidence, its facets, its names.

`add_reading` is called in the transaction that adds a document, `replace_reading` in that which reads one again.
`catch_up` indexes what is not indexed yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection, delete, func, select

from peyman import languages
from peyman.actors.known.tagger import word_ranks
from peyman.actors.matching.match import sound
from peyman.dates import edtf
from peyman.model import Commitment, Meeting, Reading
from peyman.record.rows.schema import BY_HAND, documents, members, readings
from peyman.record.rows.upgrading import counted
from peyman.record.rows.writing import Writer
from peyman.record.search.asked import EVIDENCE, TEXTS
from peyman.record.search.engine import engine_of
from peyman.record.search.tables import search_documents, search_entries, search_facets, search_names
from peyman.record.search.words import Word, forms_of, stems_in, stems_of, words_of

#: Longest folded name, and longest value of a facet, that is kept.
_LONGEST = 200
#: Shortest word that no entry names and that is taken for a name all the same.
_SHORTEST_UNKNOWN = 4
#: Names whose words are kept in mind.
_NAMES_KEPT = 1 << 13


Members = Mapping[tuple[str, str], int]
"""The number of the member that each entry of a reading is, by kind and id within the reading."""


def add_reading(writer: Writer, reading: Reading, reading_id: int, number: int, member_of: Members) -> None:
    """Index a document that is not in the index.

    Args:
        writer: What writes it.
        reading: What was read.
        reading_id: Its number in ``readings``.
        number: The n of the document's public id.
        member_of: Its members.
    """
    words = words_of(reading.document.text)
    writer.put_words(TEXTS, [(number, *_text(reading, words))])
    _add_told(writer, reading, words, reading_id, number, member_of)


def replace_reading(
    connection: Connection, writer: Writer, reading: Reading, reading_id: int, number: int, member_of: Members
) -> None:
    """Index a newer reading of a document in place of the older one; the arguments are those of `add_reading`."""
    for table in (search_documents, search_facets, search_entries):
        connection.execute(delete(table).where(table.c.number == number))
    _add_told(writer, reading, words_of(reading.document.text), reading_id, number, member_of)


def _add_told(
    writer: Writer, reading: Reading, words: Sequence[Word], reading_id: int, number: int, member_of: Members
) -> None:
    writer.put(search_documents, [_document(reading, reading_id, number)])
    facets = sorted(_facets(reading))
    writer.put(search_facets, [{"number": number, "field": field, "value": value} for field, value in facets])
    _add_entries(writer, reading, number, member_of)
    _add_names(writer, reading, words)


def _text(reading: Reading, published: Sequence[Word]) -> tuple[str, str]:
    """Words and stems of a document; lines that the repair has changed stand in it both ways."""
    document = reading.document
    words = list(published)
    if document.repaired != document.text:
        lines = set(document.text.split("\n"))
        changed = (line for line in document.repaired.split("\n") if line not in lines)
        words += words_of("\n".join(changed))
    if document.title and document.title not in document.text:
        words += words_of(document.title)
    return " ".join(word.form for word in words), stems_in(words, document.language)


def _document(reading: Reading, reading_id: int, number: int) -> dict[str, object]:
    document = reading.document
    first, last = _limits(document.published)
    return {
        "number": number,
        "reading_id": reading_id,
        "language": document.language,
        "publisher": forms_of(document.publisher or ""),
        "first_day": first or "",
        "last_day": last,
    }


def _limits(value: str | None) -> tuple[str | None, str | None]:
    limits = edtf.bounds(value)
    return (limits[0].isoformat(), limits[1].isoformat()) if limits else (None, None)


def _facets(reading: Reading) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    parties: set[str | None] = {actor.party for actor in reading.actors}
    parties |= {actor.key for actor in reading.actors if actor.kind == "party"}
    for statement in reading.statements:
        parties.update(statement.parties)
        found |= {("kind", "statement"), ("kind", statement.kind)}
    for meeting in reading.meetings:
        parties.update(meeting.parties)
        found |= {("kind", "meeting"), ("kind", meeting.kind), ("status", meeting.status)}
    for commitment in reading.commitments:
        parties.update([*commitment.by, *commitment.toward, *commitment.for_])
        found.add(("kind", "commitment"))
        if commitment.followup:
            found.add(("status", commitment.followup))
    if reading.agreements:
        found.add(("kind", "agreement"))
    found |= {("party", party) for party in parties if party}
    return {(field, value[:_LONGEST]) for field, value in found}


def _add_entries(writer: Writer, reading: Reading, number: int, member_of: Members) -> None:
    told: list[tuple[str, Meeting | Commitment, str | None]] = []
    told += [("meeting", meeting, meeting.date) for meeting in reading.meetings]
    told += [("commitment", commitment, commitment.window) for commitment in reading.commitments]
    indexed, listed = [], []
    text = reading.document.text
    for kind, entry, date in told:
        member = member_of.get((kind, entry.id))
        if member is None:
            continue
        words = [word for start, end in sorted(set(entry.evidence)) for word in words_of(text[start:end])]
        stems = stems_in(words, reading.document.language)
        indexed.append((member, " ".join(word.form for word in words), stems))
        first, last = _limits(date)
        listed.append({"member_id": member, "number": number, "kind": kind, "first_day": first, "last_day": last})
    writer.put(search_entries, listed)
    writer.put_words(EVIDENCE, indexed)


def _add_names(writer: Writer, reading: Reading, words: Sequence[Word]) -> None:
    rows = dict.fromkeys([*_names(reading), *_unknown_words(reading.document.language, words)])
    writer.put_once(
        search_names, [{"name": name, "key": key, "part": part, "sound": heard} for name, key, part, heard in rows]
    )


def _names(reading: Reading) -> Iterator[tuple[str, str, str, str | None]]:
    """Name, key, part and sound of every name in a reading.

    A party's own name in the text is left out: that may be its capital or an adjective; the register's names are not.
    """
    named: Iterable[tuple[str, str, list[str]]] = [
        *((a.key, a.kind, [*([] if a.kind == "party" else [a.name]), *a.names.values()]) for a in reading.actors),
        *((place.key, "place", [place.name, *place.names.values()]) for place in reading.places),
        *((each.key, "agreement", [each.name, *each.names.values()]) for each in reading.agreements),
    ]
    for key, kind, names in named:
        for name in names:
            words = _words_of_name(name)
            whole = " ".join(word.form for word in words)
            if not whole or len(whole) > _LONGEST or len(key) > _LONGEST:
                continue
            yield whole, key, "person" if kind == "person" else "whole", None
            if kind != "person" and not (kind == "place" and len(words) == 1):
                continue
            for position, word in enumerate(words):
                part = "last" if kind == "person" and position == len(words) - 1 else "word"
                heard = sound_key(word.text)
                if heard:
                    yield word.form, key, part, heard


@lru_cache(maxsize=_NAMES_KEPT)
def _words_of_name(name: str) -> tuple[Word, ...]:
    """The same names stand in document after document."""
    return tuple(words_of(name))


def _unknown_words(code: str, words: Iterable[Word]) -> Iterator[tuple[str, str, str, str | None]]:
    """Words that may be names although no entry says so: with a capital letter, or unknown to the language.

    Readings miss names; a search for one should not. They are found by their sound only, and name nothing.
    """
    if code not in languages.codes():
        return
    language = languages.load(code)
    ranks = word_ranks(language)
    seen: set[str] = set()
    for word in words:
        if word.form in seen or len(word.form) < _SHORTEST_UNKNOWN or word.form.isdigit():
            continue
        seen.add(word.form)
        if language.has_case and not word.text[:1].isupper():
            continue
        if any(stem in ranks for stem in (word.form, *stems_of(word.form, code))):
            continue
        heard = sound_key(word.text)
        if heard and len(word.form) <= _LONGEST:
            yield word.form, "", "word", heard


#: Sounds that spellings of one name interchange; those that one script does not write are left out.
_NEAR_SOUNDS = str.maketrans(
    {"g": "k", "x": "k", "q": "k", "z": "s", "c": "s", "ʃ": "s", "j": "s", "h": None, "f": "w", "v": "w", "p": "b"}
)


def sound_key(word: str) -> str | None:
    """Return the key under which a word of a name is found by its sound; None for one without letters.

    It is coarser than the comparison that follows on it: what shares no key is never compared.
    """
    heard = sound(word)
    key = heard.consonants.translate(_NEAR_SOUNDS) or heard.full
    squeezed = "".join(letter for n, letter in enumerate(key) if n == 0 or key[n - 1] != letter)
    return squeezed[:64] or None


def catch_up(connection: Connection) -> int:
    """Index every document whose newest reading is not indexed; return how many there were.

    Args:
        connection: A connection inside a transaction that writes.
    """
    newest = select(readings.c.document_id, func.max(readings.c.id).label("id"))
    newest = newest.where(readings.c.reader_name != BY_HAND).group_by(readings.c.document_id)
    latest = newest.subquery()
    query = (
        select(latest.c.id, documents.c.number)
        .join(documents, documents.c.id == latest.c.document_id)
        .outerjoin(search_documents, search_documents.c.reading_id == latest.c.id)
        .where(search_documents.c.reading_id.is_(None))
        .order_by(documents.c.number)
    )
    missing = connection.execute(query).all()
    indexed = set(connection.scalars(select(search_documents.c.number)))
    writer = Writer(connection)
    for row in counted("search index", missing):
        reading, member_of = _reading(connection, row.id), _members(connection, row.id)
        if row.number in indexed:
            replace_reading(connection, writer, reading, row.id, row.number, member_of)
        else:
            add_reading(writer, reading, row.id, row.number, member_of)
        writer.write()
    return len(missing)


def _members(connection: Connection, reading_id: int) -> dict[tuple[str, str], int]:
    rows = connection.execute(
        select(members.c.id, members.c.kind, members.c.local_id).where(members.c.reading_id == reading_id)
    )
    return {(row.kind, row.local_id): row.id for row in rows}


def rebuild(connection: Connection) -> int:
    """Take everything out of the index and make it anew; return the number of documents.

    Args:
        connection: A connection inside a transaction that writes.
    """
    engine_of(connection).clear(connection)
    for table in (search_documents, search_facets, search_entries, search_names):
        connection.execute(delete(table))
    return catch_up(connection)


def _reading(connection: Connection, reading_id: int) -> Reading:
    query = (
        select(readings.c.content, documents.c.text, documents.c.repaired)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.id == reading_id)
    )
    row = connection.execute(query).one()
    parsed = json.loads(row.content)
    parsed["document"] |= {"text": row.text, "repaired": row.text if row.repaired is None else row.repaired}
    return Reading.model_validate(parsed)
