"""For whose good an undertaking is: what speaks for each of the parties beside whoever undertakes.

A learnt model says of each party that the sentence names, or that the document speaks of most, whether the undertaking
serves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known import register
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.commitments.units import ACTING, Unit
from peyman.reading.judges.phrasing import Phrasing, Word

#: So many of the parties that a document names most may be meant where the sentence does not name them.
_MAIN = 3
#: So many of those named in a sentence are looked at, and so many namings of one party.
_NAMED, _NAMINGS = 12, 2
#: From so likely on a party is served.
LIKELY = 0.5
SERVED = "served"


class Beneficiaries:
    """Describes the parties beside whoever undertakes, in one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.phrasing = Phrasing(context)

    def of(self, unit: Unit, draft: CommitmentDraft) -> list[tuple[str, list[str]]]:
        """Return each party that may be served, with its features.

        Args:
            unit: The stretch that tells the undertaking.
            draft: Its words, and whose it is.
        """
        sentence = unit.sentence
        verb = sentence.ending_behind(unit.first, *ACTING)
        cue = verb if verb is not None else Cue(unit.first, unit.first + 1, "unit", "")
        word = Word(sentence, cue, cue.role)
        near = sorted(sentence.agents, key=lambda a: abs(a.first - draft.action[0]))[:_NAMED]
        named: dict[str, list[Agent]] = {}
        for agent in near:
            if not self.context.is_outlet(agent):
                for party in agent.parties:
                    if party not in draft.by:
                        named.setdefault(party, []).append(agent)
        for party in self.context.main_parties[:_MAIN]:
            if party not in draft.by:
                named.setdefault(party, [])
        classes = sentence.having("class", first=draft.action[0], last=draft.action[1])
        situation = [f"class={classes[0].value if classes else 'none'}", f"by={min(2, len(draft.by))}"]
        situation.append(f"others={min(3, sum(bool(agents) for agents in named.values()))}")
        return [(party, self._features(party, agents, draft, word, situation)) for party, agents in named.items()]

    def _features(
        self, party: str, agents: Sequence[Agent], draft: CommitmentDraft, word: Word, situation: Sequence[str]
    ) -> list[str]:
        context = self.context
        facts = register.bodies().get(party)
        main = context.main_parties[:_MAIN]
        row = ["bias", f"kind={facts.kind if facts else 'territory'}", f"named={min(_NAMINGS, len(agents))}"]
        row += [
            f"rank={main.index(party) if party in main else 'low'}",
            f"publisher={party == context.publisher_party}",
        ]
        row += situation
        for agent in agents[:_NAMINGS]:
            first, last = draft.action
            where = "in" if first <= agent.first < last else "before" if agent.first < first else "after"
            role = agent.role or ("free" if agent.free else "bare")
            own = [f"{where}", f"{where} {role}", f"{where} {role} person={agent.person}", f"ref={agent.reference}"]
            row += own
            row += [f"{where} {role} {fact}" for fact in situation]
            row += self.phrasing.between(word, agent.first, agent.last)
        if not agents:
            row += [f"elsewhere {fact}" for fact in situation]
        return row
