"""Who holds an office that speaks: "the spokesman of the ministry" is the one whom the text names with that office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.word_forms import form

#: The word for an office stands at most so many tokens before the name of its body.
BEFORE = 2
#: Where more hold an office than this, its name tells nobody.
MOST_HOLDERS = 50


class Holders:
    """Finds the people whom a document names with their offices.

    Args:
        context: The document.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[str, dict[tuple[int, frozenset[str], frozenset[int]], None]] | None = None
        self._named: dict[tuple[int, int], Agent | None] = {}

    def named(self, sentence: ReadSentence, agent: Agent) -> Agent:
        """Return somebody told by office with the name that the text gives elsewhere, the same where it gives none.

        Args:
            sentence: Where the office is told.
            agent: Whoever acts there.
        """
        key = agent.first, agent.last
        if key not in self._named:
            self._named[key] = self._found(sentence, agent)
        return self._named[key] or agent

    def _found(self, sentence: ReadSentence, agent: Agent) -> Agent | None:
        actors = self.context.found.actors
        if agent.plural or len(agent.parties) > 1 or any(actors[e].kind == "person" for e in agent.entries):
            return None
        bodies = frozenset(e for e in agent.entries if actors[e].kind == "body")
        named = [m for e in bodies for m in actors[e].mentions if agent.first <= m.first and m.last <= agent.last]
        offices = self._offices(sentence, agent.first - BEFORE, agent.last, named)
        if not offices:
            return None
        if agent.parties or bodies:
            fitting = (
                person
                for person, held, of in self._holding(offices)
                if all(any(_one_office(ours, theirs) for theirs in held) for ours in offices)
                and (bool(bodies & of) if bodies and of else actors[person].party in (*agent.parties, None))
            )
        else:  # of whom is not told: "the spokesman of the diplomatic service"
            fitting = (
                person
                for person, held, _ in self._holding(offices)
                if agent.headed and any(_one_office(ours, theirs) for ours in offices for theirs in held)
            )
        # "The interior minister, in a meeting with X, the interior minister of A": nobody meets himself.
        behind = {entry for a in sentence.agents if a.first >= agent.last for entry in a.entries}
        holders = set(fitting) - behind
        if len(holders) != 1:
            return None
        holder = holders.pop()
        party = actors[holder].party
        parties = (party,) if party else agent.parties  # rather theirs than that of the nearest ministry of that name
        return replace(agent, entries=(holder, *agent.entries), parties=parties, reference="")

    def _offices(self, sentence: ReadSentence, first: int, last: int, bodies: Sequence[Mention] = ()) -> frozenset[str]:
        """The words for offices; the word for a ministry, which stands in its own name, is none."""
        tokens = self.context.text.tokens
        cues = [c for c in sentence.having("agent", first=max(first, sentence.first), last=last) if c.value == "one"]
        cues = [c for c in cues if not any(m.first <= c.first and c.last <= m.last for m in bodies)]
        return frozenset(" ".join(form(t.fold) for t in tokens[c.first : c.last]) for c in cues)

    def _holding(self, offices: frozenset[str]) -> list[tuple[int, frozenset[str], frozenset[int]]]:
        """The people with one of some offices: all words for their offices, and the bodies that these are of."""
        if self._known is None:
            self._known = {}
            for number, actor in enumerate(self.context.found.actors):
                for role in actor.roles if actor.kind == "person" else ():
                    index = self.context.text.sentence_at(role.first)
                    if index is None:
                        continue
                    held = self._offices(self.context.sentences[index], role.first, role.last)
                    holder = number, held, frozenset(() if role.body is None else (role.body,))
                    for word in {word for office in held for word in office.split()}:
                        self._known.setdefault(word, {})[holder] = None
        words = {word for office in offices for word in office.split()}
        found = {holder: None for word in sorted(words) for holder in self._known.get(word, ())}
        return list(found) if len(found) <= MOST_HOLDERS else []


def _one_office(ours: str, theirs: str) -> bool:
    """Whether two names of offices may be one, told shorter: "foreign minister" and "minister of foreign affairs"."""
    short, long = sorted((set(ours.split()), set(theirs.split())), key=len)
    return short <= long
