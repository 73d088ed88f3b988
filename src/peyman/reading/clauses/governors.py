"""What governs whoever is named, a preposition or nothing, and whether that lets them be a subject."""

from __future__ import annotations

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.analysis import AnalysedText
from peyman.text.marks import QUOTES
from peyman.text.tokens import TokenKind

#: Roles of cues that govern a noun phrase.
PREPOSITIONS = frozenset(
    ("with", "between", "attendance", "to", "from", "in", "by", "about", "under", "purpose", "according")
) | {"reported-by"}
#: What opens another clause.
CLAUSE_OPENERS = frozenset(("that", "which", "but", "condition", "purpose"))


def governor(text: AnalysedText, sentence: ReadSentence, agent: Agent) -> str:
    """The preposition right before an agent; one inside a phrase that only connects governs nothing."""
    at = agent.first - 1 if is_quoted(text, agent) else agent.first
    near = sentence.near(at, at)
    return next((c.role for c in near if c.last == at and _governs(sentence, c)), "")


def is_quoted(text: AnalysedText, agent: Agent) -> bool:
    """Whether quotation marks enclose a name, or the name that an agent begins with: "with «N. N.», the minister"."""
    if not agent.first or text.tokens[agent.first - 1].text not in QUOTES:
        return False
    return any(token.text in QUOTES for token in text.tokens[agent.first : agent.last + 1])


def _governs(sentence: ReadSentence, cue: Cue) -> bool:
    near = (c for c in sentence.near(cue.first, cue.last) if c.role == "also" and c.last - c.first > 1)
    return cue.role in PREPOSITIONS and not any(c.first <= cue.first and cue.last <= c.last for c in near)


def _is_encounter(sentence: ReadSentence, gap: range) -> bool:
    """Whether a noun for an encounter stands between "in" and a name in quotation marks: "in a meeting of «N. N.»"."""
    return bool(sentence.having("meeting-noun", first=gap.start, last=gap.stop))


def place(text: AnalysedText, sentence: ReadSentence, agent: Agent) -> None:
    """Say which preposition governs an agent, and whether what stands before lets it be a subject."""
    near = sentence.near(agent.first - 2, agent.first)
    before = [c for c in near if c.last == agent.first]
    agent.role = governor(text, sentence, agent)
    if agent.role:
        agent.free = False
        return
    # A preposition up to two describing words away still governs: "with senior officials of", "با مقامات".
    begins = agent.first - 1 if is_quoted(text, agent) else agent.first
    for cue in sentence.near(begins - 2, begins) if begins < agent.first else near:
        if 0 < begins - cue.last <= 2 and _governs(sentence, cue):
            gap = range(cue.last, begins)
            day = cue.role == "about" and any(d.first < agent.first and cue.last < d.last for d in sentence.dates)
            if (
                not day  # "on Wednesday the minister"
                and all(text.tokens[t].kind is TokenKind.WORD for t in gap)
                and not any(c.first in gap and c.role in ("and", "that", "which", "but", "say") for c in near)
                and not (begins < agent.first and cue.role == "in" and _is_encounter(sentence, gap))
            ):
                agent.role, agent.free = cue.role, False
                return
    if agent.first == sentence.first or any(c.role in ("and", "that", "which", "but", "also") for c in before):
        return
    previous = text.tokens[agent.first - 1]
    if previous.kind is TokenKind.MARK:
        inside = previous.text == "(" and agent.last < sentence.last and text.tokens[agent.last].text == ")"
        agent.free = not inside  # "(K24) – The Presidency announced": an aside, never who acts
        return
    if sentence.date_ends_at(agent.first) or any(a.last == agent.first for a in sentence.agents):
        return
    agent.free = any(c.role in ("say", "meeting-verb", "undertake", "future", "refuse", "publish") for c in before)


def is_goal(text: AnalysedText, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether somebody stands alone behind a verb that would end its clause: "will send aid *Mauritania*"."""
    if agent.last < sentence.last and text.tokens[agent.last].kind is TokenKind.WORD:
        opening = sentence.near(agent.last, agent.last)
        if not any(c.first == agent.last and c.role in CLAUSE_OPENERS for c in opening):
            return False
    ended = {c.role for c in sentence.near(agent.first - 1, agent.first) if c.last == agent.first}
    return not ended.isdisjoint(("finite", "present", "refuse")) and ended.isdisjoint(
        ("say", "publish", "meeting-verb")
    )
