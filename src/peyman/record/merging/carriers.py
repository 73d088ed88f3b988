"""Which documents carry one account: copies of one text, and corrected versions of one page.

A text that an agency gives out is published by many; they are its *carriers*, and together one account. They are
recognised by their words: MinHash (Broder 1997; the signatures are made by rensa) under banded keys finds candidates in
constant time, and their word sequences are then compared in full. A shortened copy counts, for what is compared is how
much of the *smaller* text stands in the other. Two texts whose figures differ are not one, however alike their words:
statements of one office follow a pattern.

A page that is taken in again from the same address with another text is a new *version* of the same account.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select, text

from peyman.record.rows.carrier_tables import account_of, carriers, text_signatures
from peyman.record.rows.schema import documents
from peyman.record.rows.upgrading import counted
from peyman.record.search.words import words_of
from peyman.record.shown.views import Change

Relation = Literal["copy", "version"]

#: Words in a sequence that is compared.
_SEQUENCE = 4
#: Texts with fewer words say too little to be told to be copies.
SHORTEST = 25
#: Share of the smaller text's sequences, and of its figures, that has to stand in the other.
CONTAINED = 0.75
#: Share of the larger text that the smaller has to be: a quotation is no copy.
_NOT_A_QUOTATION = 0.35
# Three rows to a band: texts of which one is half of the other share a band in 99 cases of 100.
_PERMUTATIONS, _BANDS = 96, 32
_SEED = 20260115
_MOST_CANDIDATES = 30
#: Texts whose words are kept in mind; their text and their words are some tens of megabytes at most.
_TEXTS_KEPT = 512
# One statement for all bands, written out once: in each band, some candidates are enough.
_CANDIDATES = text(
    " UNION ALL ".join(
        f"SELECT number FROM (SELECT number FROM text_signatures WHERE band = {band} AND value = :value{band} "
        f"AND number <> :own LIMIT {_MOST_CANDIDATES}) AS band{band}"
        for band in range(_BANDS)
    )
)
_NEWEST = (
    select(documents.c.number, documents.c.text)
    .where(documents.c.url == bindparam("url"))
    .order_by(documents.c.number.desc())
    .limit(1)
)
_EARLIER = _NEWEST.with_only_columns(documents.c.number).where(documents.c.number < bindparam("number"))
# In two steps: asked for both at once, SQLite would go through every document of the language.
_LANGUAGES, _TEXTS = (
    select(documents.c.number, column).where(documents.c.number.in_(bindparam("numbers", expanding=True)))
    for column in (documents.c.language, documents.c.text)
)


@dataclass(frozen=True, slots=True)
class Carried:
    """How a document belongs to an account that another began.

    Attributes:
        of: Number of the document that it is a copy or a version of.
        account: Number of the first document of the account.
        relation: Which of the two.
    """

    of: int
    account: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class _Worded:
    """What is compared of a text: how many words it has, its word sequences and its figures."""

    words: int
    sequences: frozenset[str]
    figures: Counter[str]


def place(connection: Connection, number: int, published: str, url: str | None) -> Carried | None:
    """Note a new document's signature, and to which account it belongs; None where it begins one of its own.

    Args:
        connection: A connection inside a transaction that writes; the document is in it already.
        number: The n of the document's public id.
        published: Its text.
        url: Its address.
    """
    worded = _worded(published)
    bands = _bands(worded.sequences) if worded.words >= SHORTEST else []
    found = _version(connection, number, url) or _copy(connection, number, bands, worded)
    if bands:
        connection.execute(
            insert(text_signatures),
            [{"number": number, "band": band, "value": value} for band, value in enumerate(bands)],
        )
    if found is None:
        return None
    of, relation = found
    account = connection.scalar(select(carriers.c.account).where(carriers.c.number == of)) or of
    connection.execute(insert(carriers).values(number=number, account=account, relation=relation, of_number=of))
    return Carried(of, account, relation)


def catch_up(connection: Connection) -> None:
    """Place the documents of a record that an older version made.

    Args:
        connection: A connection inside a transaction that writes.
    """
    placed = select(text_signatures.c.number).union(select(carriers.c.number))
    waiting = connection.execute(
        select(documents.c.number).where(documents.c.number.not_in(placed)).order_by(documents.c.number)
    ).all()
    for waiting_one in counted("copies of texts", waiting):
        row = connection.execute(
            select(documents.c.text, documents.c.url).where(documents.c.number == waiting_one.number)
        ).one()
        place(connection, waiting_one.number, row.text, row.url)


def unchanged(connection: Connection, url: str | None, published: str) -> int | None:
    """Return the number of the newest document from an address if its text is the same; else None.

    The bytes of a page change with every advertisement; what it says does not.
    """
    if not url:
        return None
    newest = connection.execute(_NEWEST, {"url": url}).first()
    return newest.number if newest is not None and newest.text == published else None


def carried_by(connection: Connection, number: int) -> dict[int, tuple[Relation | None, int | None]]:
    """Return every document of the account that a document carries, and how each belongs to it.

    The first, which began the account, has neither relation nor original.
    """
    account = account_of(connection, [number])[number]
    rows = connection.execute(select(carriers).where(carriers.c.account == account).order_by(carriers.c.number))
    listed: dict[int, tuple[Relation | None, int | None]] = {row.number: (row.relation, row.of_number) for row in rows}
    return {account: (None, None), **listed} if listed else {}


def changes_between(connection: Connection, before: int, after: int) -> tuple[Change, ...]:
    """Return what one document changed in another, by their numbers."""
    wanted = select(documents.c.number, documents.c.text).where(documents.c.number.in_((before, after)))
    texts = {row.number: row.text for row in connection.execute(wanted)}
    return changes(texts[before], texts[after])


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return the differences between two texts, word by word, in order.

    Args:
        before: The older text.
        after: The newer one.
    """
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            found.append(Change(" ".join(old[i1:i2]), " ".join(new[j1:j2]), " ".join(new[max(0, j1 - 4) : j1])))
    return tuple(found)


def _version(connection: Connection, number: int, url: str | None) -> tuple[int, Relation] | None:
    if not url:
        return None
    earlier = connection.scalar(_EARLIER, {"url": url, "number": number})
    return (earlier, "version") if earlier is not None else None


def _copy(connection: Connection, number: int, bands: Sequence[str], worded: _Worded) -> tuple[int, Relation] | None:
    if not bands:
        return None
    rows = connection.execute(_CANDIDATES, {"own": number, **{f"value{n}": value for n, value in enumerate(bands)}})
    shared = Counter(row.number for row in rows)
    candidates = [each for each, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))][:_MOST_CANDIDATES]
    if not candidates:
        return None
    best: tuple[float, int] | None = None
    rows = connection.execute(_LANGUAGES, {"numbers": [number, *candidates]})
    languages = {row.number: row.language for row in rows}
    spoken_alike = [each for each in candidates if languages[each] == languages[number]]
    for row in connection.execute(_TEXTS, {"numbers": spoken_alike}):
        likeness = _likeness(worded, _worded(row.text))
        if likeness >= CONTAINED and (best is None or (likeness, -row.number) > (best[0], -best[1])):
            best = likeness, row.number
    return (best[1], "copy") if best is not None else None


def _likeness(mine: _Worded, theirs: _Worded) -> float:
    small, large = sorted((mine.sequences, theirs.sequences), key=len)
    if not small or len(small) < _NOT_A_QUOTATION * len(large):
        return 0.0
    contained = len(small & large) / len(small)
    fewer, more = sorted((mine.figures, theirs.figures), key=lambda figures: figures.total())
    if fewer and (fewer & more).total() < CONTAINED * fewer.total():
        return 0.0
    return contained


@lru_cache(maxsize=_TEXTS_KEPT)
def _worded(published: str) -> _Worded:
    """The words of a text: what is compared with the next document is mostly what the last one was compared with."""
    forms = [word.form for word in words_of(published)]
    sequences = {" ".join(forms[n : n + _SEQUENCE]) for n in range(max(1, len(forms) - _SEQUENCE + 1))}
    return _Worded(len(forms), frozenset(sequences), Counter(form for form in forms if form.isdigit()))


def _bands(sequences: Set[str]) -> list[str]:
    import rensa

    # A compiled module without types of its own.
    minhash: Any = getattr(rensa, "RMinHash")  # noqa: B009
    made = minhash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update(sorted(sequences))
    digest: list[int] = made.digest()
    rows = _PERMUTATIONS // _BANDS
    return ["".join(f"{value & 0xFFFFFFFF:08x}" for value in digest[n * rows : (n + 1) * rows]) for n in range(_BANDS)]
