"""What each statement answers for, and what stands between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from peyman.reading.clauses.context import Context
from peyman.text.marks import CLOSING_QUOTES, COMMAS, OPENING_QUOTES, SEMICOLONS
from peyman.text.segment import ANNOUNCING
from peyman.text.tokens import TokenKind


@dataclass(slots=True)
class StatementDraft:
    """A statement while it is being read.

    Attributes:
        kind: As in the vocabulary.
        entries: Indices of the actors who issue it.
        parties: Keys of the parties that it speaks for.
        joint: Whether several issue it together.
        date: EDTF value, where its own clause says it.
        mentions: Token ranges of the words that tell of it, with the index of their sentence.
        content: Token ranges of what is attributed to it.
        outlet: Index of the news outlet that reports it.
        within: Number of the statement in which it is reported.
        whole_document: Whether what nobody else says in the document is its own.
        guessed: True where grammar does not tell whose words they are.
        unannounced: True where only the publisher of the page makes it a statement.
        weak: True while only a verb of saying tells of it, and no noun for what was published.
        probability: How likely it is a statement of its own, as judged.
        speaker: Token range of the words for whoever speaks, where it is told first.
        cues: Per index of a sentence: the token ranges of the words of saying or publishing, and of the speaker.
        main: Index of the sentence that tells it best, None for the first.
        sure: Per index of a sentence: how likely it is that this one speaks there, as far as that was weighed.
        transcribed: Whether the document gives the words themselves, behind the speaker's name and a colon.
    """

    kind: str
    entries: tuple[int, ...]
    parties: tuple[str, ...]
    joint: bool = False
    date: str | None = None
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    outlet: int | None = None
    within: int | None = None
    whole_document: bool = False
    weak: bool = True
    guessed: bool = False
    unannounced: bool = False
    probability: float = 0.5
    speaker: tuple[int, int] = (0, 0)
    cues: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)
    main: int | None = None
    sure: dict[int, float] = field(default_factory=dict)
    transcribed: bool = False


@dataclass(slots=True)
class Attribution:
    """The statements of a document and, for each token, which of them answers for it."""

    statements: list[StatementDraft]
    owner: dict[int, int]
    unlisted: frozenset[int] = frozenset()  # tokens that somebody says in no statement of its own

    def said_in(self, token: int) -> tuple[int, ...]:
        """Return the index of the statement that answers for a token; empty for the document's own voice."""
        number = self.owner.get(token)
        return () if number is None else (number,)

    def is_said(self, token: int) -> bool:
        """Whether somebody says a token, in a statement or in passing."""
        return token in self.owner or token in self.unlisted


def mentions_in_order(context: Context, draft: StatementDraft) -> list[tuple[int, int, int]]:
    """Return where a statement is told: what tells it best, then the order of the text, titles and headings last."""
    kinds = {m: context.sentences[m[2]].kind for m in draft.mentions}
    return sorted(draft.mentions, key=lambda m: (m[2] != draft.main, kinds[m] in ANNOUNCING, m[0]))


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, those that touch or overlap joined, empty ones left out."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


_OPENING, _CLOSING = OPENING_QUOTES | {"'"}, CLOSING_QUOTES | {"“", "'"}
_ENDING = COMMAS | SEMICOLONS | {".", "。"}


def without_edges(context: Context, first: int, last: int) -> tuple[int, int]:
    """Return a range of words without marks that lead up to them, a comma behind, and quotation marks around the whole.

    Marks that open a quotation which ends before the range does stay: they belong to a part of it.

    Args:
        context: The document.
        first: The first token.
        last: After the last token.
    """
    tokens = context.text.tokens
    begin, end = first, last
    while begin < end and tokens[begin].kind is TokenKind.MARK and tokens[begin].text not in _OPENING | {"("}:
        begin += 1
    if begin < end and tokens[begin].text in _OPENING:
        closing = next((t for t in range(begin + 1, end) if tokens[t].text in _CLOSING), None)
        rest = range(closing + 1, end) if closing is not None else range(0)
        if all(tokens[t].text in _ENDING for t in rest):
            begin, end = begin + 1, end if closing is None else closing
    while end > begin and tokens[end - 1].text in COMMAS:
        end -= 1  # what somebody said goes on with who said it
    return (begin, end) if begin < end else (first, last)


def quotations(context: Context) -> list[tuple[int, int]]:
    """Return the token ranges that stand between quotation marks, sentence by sentence."""
    found: list[tuple[int, int]] = []
    for quotation in context.text.quotations:
        first = quotation.first
        while first < quotation.last:
            sentence = context.text.sentence_at(first)
            last = quotation.last if sentence is None else min(quotation.last, context.sentences[sentence].last)
            found.append((first, last))
            first = last
    return found
