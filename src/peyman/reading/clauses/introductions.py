"""Where the phrase ends that opens a sentence, and who speaks behind it: "after talks with A, *B* said".

The comma behind such a phrase looks like one between two who are named in a row. It is told by what follows: whoever
touches the word of saying behind it, and no conjunction, is its subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.governors import place
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS, QUOTES
from peyman.text.tokens import TokenKind

#: Between whoever speaks and the word of saying at most so many words stand: "B *also* said".
_BESIDE = 2
#: The words for whoever speaks, with office and name, are at most so many tokens.
_LONGEST_SPEAKER = 24
_SAYING = ("say", "publish", "stance")
_OTHERS = QUOTES | frozenset("()-’'")


def ends_introduction(
    text: AnalysedText,
    sentence: ReadSentence,
    joined: Sequence[Agent],
    pieces: Sequence[Agent],
    number: int,
    conjunctions: Set[int],
) -> bool:
    """Whether the comma before a name ends the phrase that the sentence opens with, so that the name is of its subject.

    Args:
        text: The text.
        sentence: The sentence.
        joined: Those who can act, up to the comma.
        pieces: The names and nouns for people of the sentence, in order.
        number: Which of the pieces stands behind the comma.
        conjunctions: The tokens that are conjunctions.
    """
    before, piece = joined[-1], pieces[number]
    between = range(before.last, piece.first)
    if not any(text.tokens[t].text in COMMAS for t in between) or any(t in conjunctions for t in between):
        return False
    cue = _saying_behind(text, sentence, pieces, number, conjunctions)
    if cue is None:
        return False
    end = bisect_left(pieces, cue.first, lo=number, key=lambda a: a.first)
    if not _is_somebody_else(before, pieces[number:end]):
        return False
    place(text, sentence, before)
    return not before.free or _is_apposition(text, joined, len(joined) - 1)


def govern_appositions(text: AnalysedText, sentence: ReadSentence, agents: Sequence[Agent]) -> None:
    """Let a name behind an office and a comma be governed as the office is, where another name follows that speaks.

    "At a conference with *the minister of A, N. N.,* B's minister said": whoever is named first is no subject.

    Args:
        text: The text.
        sentence: The sentence.
        agents: Those who can act, in order; changed where they stand.
    """
    for number in range(1, len(agents) - 1):
        agent, behind = agents[number], agents[number + 1]
        if agent.role or not agent.free or agent.headed or not agent.person or not behind.parties:
            continue
        comma = range(agent.last, behind.first)
        if len(comma) != 1 or text.tokens[comma[0]].text not in COMMAS:
            continue
        said = sentence.having(*_SAYING, first=behind.last, last=behind.last + _LONGEST_SPEAKER)
        if said and said[0].first - behind.last <= _BESIDE and _is_apposition(text, agents, number):
            agent.role, agent.free = agents[number - 1].role, False


def _saying_behind(
    text: AnalysedText, sentence: ReadSentence, pieces: Sequence[Agent], number: int, conjunctions: Set[int]
) -> Cue | None:
    """The word of saying that whoever stands behind the comma touches; None if a mark or a list stands between."""
    first = pieces[number].first
    for cue in sentence.having(*_SAYING, first=first, last=first + _LONGEST_SPEAKER):
        end = bisect_left(pieces, cue.first, lo=number, key=lambda a: a.first)
        here = pieces[number:end]
        if not here or here[-1].last > cue.first or cue.first - here[-1].last > _BESIDE:
            return None
        named = {t for piece in here for t in range(piece.first, piece.last)}
        for t in range(first, cue.first):
            if t in conjunctions and t not in named:
                return None
            if text.tokens[t].kind is TokenKind.MARK and text.tokens[t].text not in _OTHERS and t not in named:
                return None
        return cue
    return None


def _is_somebody_else(before: Agent, behind: Sequence[Agent]) -> bool:
    """Whether the words behind a comma name another than those before it, and do not say who that one is."""
    parties = {p for piece in behind for p in piece.parties}
    differ = bool(before.parties) and bool(parties) and parties.isdisjoint(before.parties)
    titled = any(piece.headed for piece in behind)
    if any(piece.person for piece in behind):
        return differ or (titled and before.person)
    return differ and (titled or any(piece.entries for piece in behind)) and (before.headed or before.person)


def _is_apposition(text: AnalysedText, agents: Sequence[Agent], number: int) -> bool:
    """Whether somebody is named behind a comma right behind an office that is governed."""
    if not number:
        return False
    office, name = agents[number - 1], agents[number]
    comma = range(office.last, name.first)
    governed = bool(office.role) and not office.person
    return governed and name.person and len(comma) == 1 and text.tokens[comma[0]].text in COMMAS
