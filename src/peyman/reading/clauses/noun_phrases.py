"""Words for several, or for whoever was told before, that open a noun phrase of their own and stand for nobody."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: Values of references to several parties.
SEVERAL = frozenset({"two", "three", "four", "five", "all"})

#: A word for "of" has at most so many tokens.
OF_LENGTH = 3


def is_noun(sentence: ReadSentence, cue: Cue, pieces: Sequence[Agent]) -> bool:
    """Whether a reference or a pronoun is a noun for those whom the phrase behind it names.

    So a reference to several is before those named: "the governments *of Kenya and Somalia*". And so a word for an
    office is that else stands for whoever held it last: "the minister *of water of Jordan*" is nobody told before.

    Args:
        sentence: Where it stands.
        cue: The reference or the pronoun.
        pieces: The names of the sentence.
    """
    behind = next(
        (c.last for c in sentence.having("of", first=cue.last, last=cue.last + 3) if c.first == cue.last), None
    )
    if behind is None:
        return False
    if cue.role == "pronoun":
        return any(c.first < cue.last for c in sentence.having("agent", first=cue.first))
    if cue.role != "reference" or cue.value not in SEVERAL:
        return False
    articles = {c.first: c.last for c in sentence.having("article", first=behind)}
    start = articles.get(behind, behind)
    return any(piece.first in (behind, start) and piece.parties and piece.entries for piece in pieces)
