"""The course of a document: of whom it has been speaking when it tells of an encounter.

A day's log names its protagonist once and then goes on "the minister also received …"; a report on talks leaves out who
talks in every sentence but the first. Who that is shows in whom earlier sentences are about and in whose encounters are
told elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.encounters import MeetingMention
from peyman.text.tokens import TokenKind

#: Whom a sentence is about is looked for in so many sentences before it.
SENTENCES_BACK = 8
#: Whom a noun without a name repeats is looked for among so many of those named before.
AGENTS_BACK = 60
#: Words that begin with so many letters alike may be forms of one word.
SAME_BEGINNING = 4
_FAR = 20.0


class Course:
    """Says of each party how the document has come to speak of it by the time it tells of an encounter.

    Args:
        context: The document.
        mentions: Every mention of an encounter, in order.
    """

    def __init__(self, context: Context, mentions: Sequence[MeetingMention]) -> None:
        self.context = context
        self.about = [self._about(sentence) for sentence in context.sentences]
        named = [n for n, about in enumerate(self.about) if about]
        self.opening = [self.about[n] for n in named[:2]]
        self.number = {id(m): n for n, m in enumerate(mentions)}
        self.told = [frozenset(m.own_parties) for m in mentions]
        self.where: dict[str, list[int]] = {}
        for n, parties in enumerate(self.told):
            for party in parties:
                self.where.setdefault(party, []).append(n)
        self.tables = sum(len(t) > 1 for t in self.told)
        self._named: list[tuple[Agent, list[str]]] | None = None

    def _about(self, sentence: ReadSentence) -> tuple[str, ...]:
        """Whom a sentence is about: whoever it names first that may be its subject, else whoever it names first."""
        agents = [a for a in sentence.agents[:12] if a.parties and not self.context.is_outlet(a)]
        subject: Agent | None = next((a for a in agents if a.free and not a.role), None)
        return (subject or agents[0]).parties if agents else ()

    def shared(self, mention: MeetingMention) -> dict[str, float]:
        """Describe who is named in a mention's own stretch, for every party alike."""
        agents = [a for a in mention.sentence.agents if mention.first <= a.first < mention.last][:20]
        named = [a for a in agents if a.parties and not self.context.is_outlet(a)]
        unnamed = [a for a in agents if not a.parties and not self.context.is_outlet(a)]
        ahead = [a for a in named if a.last <= mention.cue.first]
        return {
            "own_subject": float(any(a.free and not a.role for a in ahead)),
            "own_with": min(5.0, len({p for a in named if a.role == "with" for p in a.parties})),
            "own_bare": min(5.0, len({p for a in named if not a.role for p in a.parties})),
            "own_between": min(5.0, len({p for a in named if a.role == "between" for p in a.parties})),
            "own_open": min(3.0, sum(bool(a.reference) for a in unnamed)),
            "unnamed_ahead": min(3.0, sum(a.last <= mention.cue.first for a in unnamed)),
            "unnamed_subject": float(any(a.free and not a.role and a.last <= mention.cue.first for a in unnamed)),
            "unnamed_with": min(3.0, sum(a.role == "with" for a in unnamed)),
            "unnamed_bare": min(3.0, sum(not a.role for a in unnamed)),
            "unnamed_people": min(3.0, sum(a.person for a in unnamed)),
            "own_reference": min(3.0, sum(bool(a.reference) and bool(a.parties) for a in agents)),
            "tables_told": min(12.0, self.tables),
        }

    def echoes(self, mention: MeetingMention) -> dict[str, dict[str, float]]:
        """Say of whom the nouns without a name in a mention's stretch were used last: "the delegation", "the minister".

        Returns:
            For each party so meant, features that tell how the noun stands and how far back it was used with a name.
        """
        found: dict[str, dict[str, float]] = {}
        open_nouns = [
            a
            for a in mention.sentence.agents[:40]
            if mention.first <= a.first < mention.last and a.reference == "people" and not a.parties
        ]
        for noun in open_nouns[:4]:
            words = self._words(noun)
            for away, (agent, others) in enumerate(self._before(noun)):
                if any(_one_word(a, b) for a in words for b in others):
                    for party in agent.parties:
                        row = found.setdefault(party, {})
                        row["echo"] = row.get("echo", 0.0) + 1.0
                        row[f"echo_{noun.role or 'bare'}"] = 1.0
                        row["echo_back"] = min(row.get("echo_back", 99.0), float(away))
                    break
        return found

    def _words(self, agent: Agent) -> list[str]:
        tokens = self.context.text.tokens[agent.first : min(agent.last, agent.first + 12)]
        return [t.fold for t in tokens if t.kind is TokenKind.WORD and len(t.fold) > 2]

    def _before(self, noun: Agent) -> Sequence[tuple[Agent, list[str]]]:
        """Those named before a noun, the nearest first."""
        if self._named is None:
            agents = [a for a in self.context.agents() if a.parties and not a.reference]
            self._named = [(a, self._words(a)) for a in agents if not self.context.is_outlet(a)]
        end = bisect_left(self._named, noun.first, key=lambda named: named[0].first)
        return self._named[max(0, end - AGENTS_BACK) : end][::-1]

    def features(self, mention: MeetingMention, party: str) -> dict[str, float]:
        """Describe one party."""
        index = mention.sentence.index
        back = [n for n in range(1, SENTENCES_BACK + 1) if index - n >= 0 and party in self.about[index - n]]
        row = {
            "about_this": float(party in self.about[index]),
            "about_last": float(back[:1] == [1]),
            "about_back": float(back[0]) if back else _FAR,
            "about_often": float(len(back)),
            "opens": float(any(party in parties for parties in self.opening[:1])),
            "opens_second": float(any(party in parties for parties in self.opening[1:])),
        }
        number = self.number.get(id(mention))
        if number is not None:
            places = self.where.get(party, [])
            before = [number - n for n in places if n < number]
            behind = [n - number for n in places if n > number]
            others = sum(len(t) > 1 for n, t in enumerate(self.told) if n != number)
            row |= {
                "told_before": float(min([20, *before])),
                "told_behind": float(min([20, *behind])),
                "told_often": min(12.0, len(before) + len(behind)),
                "told_share": sum(n != number and len(self.told[n]) > 1 for n in places) / max(1, others),
            }
        return row


def _one_word(a: str, b: str) -> bool:
    """Whether two words may be forms of one: they begin alike, or one stands within the other."""
    if a in b or b in a:
        return True
    return a[:SAME_BEGINNING] == b[:SAME_BEGINNING] and len(a) > SAME_BEGINNING
