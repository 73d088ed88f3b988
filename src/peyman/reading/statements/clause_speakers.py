"""Who speaks by the form of the clause: "met B, *who said*", "was told *by B*", "*with B saying*"."""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.statements.asides import speaker_around
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: A word that opens a clause about somebody has at most so many tokens, a mark before it included.
_LONGEST_OPENER = 4
#: Whoever such a clause is about stands at most so many tokens before it: "met B in Muscat on Sunday, who said".
_FARTHEST = 12
#: Whoever is named behind a passive and "by" stands at most so many tokens behind the verb.
_BY = 4
#: Words for whom somebody met govern the one whom a clause behind the verb is about: "met *with B*, who said".
_MET = frozenset({"with", "to", "from"})
#: Between the two no other verb may stand than the one that ends the clause before.
_VERBS = ("say", "publish", "stance", "that", "but", "meeting-verb", "past", "finite", "present", "future")
#: Roles of whoever answers for what "is said".
_ANSWERING = frozenset(("by", "according", "reported-by", "from"))


def speaker_of_clause(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Return who says something where the form of the clause tells it beyond doubt, else None.

    Args:
        context: The document.
        sentence: The sentence.
        cue: The word of saying.
    """
    if any(c.first == cue.last for c in sentence.having("by", first=cue.last, last=cue.last + _BY)):
        by = sentence.agents_in(cue.last, cue.last + _BY)[:1]
        if by and not sentence.having("that", "which", first=cue.last, last=by[0].first):
            return by[0]  # "was told by her colleague B"
    if sentence.having("absolute", first=cue.first, last=cue.last):
        beside = next(
            (
                a
                for a in sentence.agents_in(cue.first - _FARTHEST, cue.first)
                if a.last == cue.first and a.role == "with"
            ),
            None,
        )
        if beside is not None:
            return beside  # "with B saying"
    return speaker_around(context, sentence, cue) or _antecedent(context, sentence, cue)


def is_impersonal(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a word of saying names nobody, and nothing before it says whose words they are: "A left, *it is said*".

    Args:
        sentence: The sentence.
        cue: The word of saying.
    """
    if cue.role != "say" or not sentence.having("impersonal", first=cue.first, last=cue.last):
        return False
    if sentence.having("according", "reported-by", "by", first=sentence.first, last=cue.first):
        return False
    before = [agent for agent in sentence.agents if agent.last <= cue.first]
    nouns = sentence.having("statement-noun", first=sentence.first, last=cue.first)
    issued = any(0 <= agent.first - noun.last <= 1 for agent in before for noun in nouns)
    return not issued and not any(agent.role in _ANSWERING for agent in before)


def _antecedent(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Whom the clause is about that a word of saying opens behind "who"."""
    verb_last = context.table.subject == "before"
    roles = ("which", "that") if verb_last else ("which",)
    openers = [
        c for c in sentence.having(*roles, first=cue.first - _LONGEST_OPENER, last=cue.first) if c.last == cue.first
    ]
    if not openers:
        return None
    start = min(c.first for c in openers)
    named = [
        a for a in sentence.agents_in(start - _FARTHEST, start) if a.last <= start and context.is_someone(sentence, a)
    ]
    if not named or named[-1].plural:
        return None
    agent = named[-1]
    if agent.last == start or (start - agent.last == 1 and context.text.tokens[agent.last].text in COMMAS):
        return agent
    verbs = sentence.having(*_VERBS, first=agent.last, last=start)
    if verb_last:
        # "A received B, who said": the verb stands between, and its subject is not meant.
        met = agent.role in _MET and verbs and not any(c.role in ("say", "publish", "that", "but") for c in verbs)
        return agent if met else None
    marks = [t.text for t in context.text.tokens[agent.last : start + 1] if t.kind is TokenKind.MARK]
    return agent if not verbs and len(marks) == 1 and marks[0] in COMMAS else None
