"""What entries are called in each language, as documents and the register of known names say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select, tuple_

from peyman.record.asking import viewing
from peyman.record.asking.listing import newest_accounts
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.schema import claims, entries, nodes
from peyman.record.shown.views import Claim

_FIELDS = ("name", "names", "key", "kind")
_ID = re.compile(r"[A-Z][0-9]{1,18}")
"""A public id, as long as a number of the database can be: names and keys of documents may look like one."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an entry.

    Attributes:
        kind: What sort of actor it is; None of others.
        key: Its key; None where it has none.
        by_language: The name to show in each language in which it has one.
    """

    kind: str | None
    key: str | None
    by_language: Mapping[str, str]


def names_of(
    connection: Connection, kinds: Mapping[str, AnyMatching], public_ids: Iterable[str], most: int | None = None
) -> dict[str, Names]:
    """Return the names of actors, places and agreements.

    A name that a reviewer gave comes first, then the one of the register or that all documents together give, then the
    one that most documents in the language use.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        public_ids: Their public ids; what is none of an entry is passed over.
        most: How many accounts of each are read, the newest; all without it.
    """
    kind_of = {matching.letter: kind for kind, matching in kinds.items()}
    wanted = {(kind_of[each[0]], int(each[1:])) for each in public_ids if _ID.fullmatch(each) and each[0] in kind_of}
    if not wanted:
        return {}
    rows = connection.execute(
        select(entries.c.id, entries.c.kind, entries.c.number).where(
            tuple_(entries.c.kind, entries.c.number).in_(sorted(wanted))
        )
    )
    ids = {row.id: f"{kinds[row.kind].letter}{row.number}" for row in rows}
    conditions: list[ColumnElement[bool]] = [nodes.c.entry_id.in_(ids), claims.c.field.in_(_FIELDS)]
    if most is not None:
        conditions.append(newest_accounts(connection, list(ids), most)[0])
    told: dict[int, list[Claim]] = {}
    for entry, claim in viewing.load_claims(connection, kinds, *conditions):
        told.setdefault(entry, []).append(claim)
    return {ids[entry]: _names(found) for entry, found in told.items()}


def _names(found: Iterable[Claim]) -> Names:
    single: dict[str, Counter[str]] = {"key": Counter(), "kind": Counter()}
    # By language: how a name is known, best first, and how many say so.
    named: dict[str, Counter[tuple[int, str]]] = {}
    for claim in found:
        if claim.field == "names" and isinstance(claim.value, dict):
            named.setdefault(claim.value["language"], Counter())[(1, claim.value["name"])] += 1
        elif claim.field == "name":
            rank = 2 if claim.decision is None else 0
            named.setdefault(claim.document.language, Counter())[(rank, str(claim.value))] += 1
        elif claim.field in single:
            single[claim.field][str(claim.value)] += 1
    kind, key = (next((value for value, _ in single[field].most_common(1)), None) for field in ("kind", "key"))
    best = {
        code: min(names.items(), key=lambda item: (item[0][0], -item[1], item[0][1])) for code, names in named.items()
    }
    return Names(kind, key, {code: name for code, ((_, name), _) in best.items()})
