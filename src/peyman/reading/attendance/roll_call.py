"""Who else the text around a telling says was there: the sentences beside it often list whom it does not name.

"The Defence Ministers of the Task Force countries met in N'Djamena. Those of Benin, Chad, Niger and Nigeria attended."
"""

from __future__ import annotations

from dataclasses import dataclass

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.surroundings import Surroundings, gap
from peyman.reading.encounters import MeetingMention
from peyman.reading.time_and_place.margins import in_margin
from peyman.text.marks import SEMICOLONS

#: Lists of those who were there stand at most so many sentences behind a telling, and so many before it.
BEHIND, BEFORE = 3, 1
#: So many parties named in one phrase make a list.
LIST = 3
#: A word for taking part is of whoever stands at most so many tokens from it.
NEAR = 14
_FAR = 20.0
_VERBS = ("say", "publish", "past", "future", "meeting-verb", "undertake")
_ELSEWHERE = frozenset({"about", "from", "in", "reported-by", "according", "to"})


@dataclass(frozen=True, slots=True)
class RollCall:
    """Who is listed around a telling.

    Attributes:
        behind: For each of the sentences behind it, the parties named there as being present, or in a list.
        before: The same of those before it.
        here: The same of its own sentence.
    """

    behind: tuple[frozenset[str], ...]
    before: tuple[frozenset[str], ...]
    here: frozenset[str]

    @property
    def everyone(self) -> frozenset[str]:
        """All who are listed in the telling's sentence or behind it."""
        return self.here.union(*self.behind)

    def features(self, party: str) -> dict[str, float]:
        """Describe one party."""
        behind = [n for n, parties in enumerate(self.behind, 1) if party in parties]
        return {
            "listed_behind": float(behind[0]) if behind else _FAR,
            "listed_before": float(any(party in parties for parties in self.before)),
            "listed_here": float(party in self.here),
            "listed_with": float(
                max((len(p) for p in (self.here, *self.behind, *self.before) if party in p), default=0)
            ),
        }


def roll_call(context: Context, around: Surroundings, mention: MeetingMention) -> RollCall:
    """Return who is listed as present around a mention.

    Args:
        context: The document.
        around: Its sentences, indexed.
        mention: Where the encounter is told.
    """
    index = mention.sentence.index
    sentences = context.sentences
    behind = sentences[index + 1 : index + 1 + BEHIND]
    before = sentences[max(0, index - BEFORE) : index]
    return RollCall(
        tuple(_listed(context, around, s) for s in behind),
        tuple(_listed(context, around, s) for s in before),
        _listed(context, around, mention.sentence),
    )


def _listed(context: Context, around: Surroundings, sentence: ReadSentence) -> frozenset[str]:
    words = sentence.having("participate", "attendance")[:20]
    agents = [a for a in sentence.agents[:60] if a.parties and a.role not in _ELSEWHERE and not context.is_outlet(a)]
    present = [any(gap(w.first, w.last, a.first, a.last) <= NEAR for w in words) for a in agents]
    # "A, minister of B; C, minister of D; and E, minister of F attended": what is said of one is said of each.
    for forth in (range(1, len(agents)), range(len(agents) - 2, -1, -1)):
        for n in forth:
            beside = n - forth.step
            present[n] = present[n] or (present[beside] and _are_listed(context, sentence, agents[n], agents[beside]))
    found: set[str] = set()
    for agent, is_present in zip(agents, present, strict=True):
        if (is_present or _is_list(agent)) and not in_margin(context, sentence, agent):
            found.update(agent.parties)
    return frozenset(found)


def _are_listed(context: Context, sentence: ReadSentence, a: Agent, b: Agent) -> bool:
    """Whether two of a sentence's agents are entries of one list: a mark of a list between them, and no verb."""
    first, last = min(a.last, b.last), max(a.first, b.first)
    if last - first > NEAR or sentence.having(*_VERBS, first=first, last=last):
        return False
    return any(token.text in SEMICOLONS for token in context.text.tokens[first:last])


def _is_list(agent: Agent) -> bool:
    return len(agent.parties) >= LIST and not agent.reference
