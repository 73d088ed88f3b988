"""What a full-text index is asked: expressions of words, and conditions on the documents that they stand in.

Nothing here belongs to one database: each makes its own query of it (`peyman.record.search.sqlite`,
`peyman.record.search.postgresql`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

#: The two indexes: one row a document, and one row a meeting or commitment of a reading.
TEXTS, EVIDENCE = "search_texts", "search_evidence"


@dataclass(frozen=True, slots=True)
class Term:
    """Words side by side in one column.

    Attributes:
        words: Folded; one, or the words of a phrase.
        stem: Whether the column of stems is meant.
    """

    words: tuple[str, ...]
    stem: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """Terms joined: ``all`` of the parts, or one of them.

    Attributes:
        parts: Terms and further expressions, at least one.
        every: Whether all have to be there.
    """

    parts: tuple[Term | Expression, ...]
    every: bool


def any_of(parts: Iterable[Term | Expression]) -> Term | Expression:
    """Return an expression of which one part has to be there; the part itself where it is alone."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else Expression(found, every=False)


def all_of(parts: Iterable[Term | Expression]) -> Term | Expression:
    """Return an expression of which all parts have to be there; the part itself where it is alone."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else Expression(found, every=True)


@dataclass
class Asked:
    """A whole question to the index.

    In conditions, ``{number}`` stands for the document's number, and ``{apart}`` before what is to be compared only
    where it comes to looking documents up by something else.

    Attributes:
        expression: What has to stand in the text, and is weighed; None where only conditions hold.
        of_numbers: Conditions that can be told of a number alone, in SQL.
        of_documents: Those that need the row of ``search_documents d``.
        parameters: Their values, by name.
    """

    expression: Term | Expression | None = None
    of_numbers: list[str] = field(default_factory=list)
    of_documents: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)

    def parameter(self, value: Any) -> str:
        """Keep a value; return the name under which SQL can take it."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return name

    def where(self, apart: str = "") -> str:
        """The conditions as the end of a query on ``search_documents d``.

        Args:
            apart: Stands before what documents are not to be looked up by.
        """
        return _joined([*self.of_numbers, *self.of_documents], "d.number", apart)

    def among(self, number: str, apart: str = "") -> str:
        """The conditions as the end of a query on anything else; empty without any.

        Args:
            number: The column with the document's number.
            apart: As for `where`.
        """
        listed = _joined(self.of_numbers, number, apart)
        if self.of_documents:
            told = _joined(self.of_documents, "d.number", "")
            listed += f" AND {apart}{number} IN (SELECT d.number FROM search_documents d WHERE 1 = 1{told})"
        return listed


def _joined(conditions: Iterable[str], number: str, apart: str) -> str:
    return "".join(f" AND {each.format(number=number, apart=apart)}" for each in conditions)
