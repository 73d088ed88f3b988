"""Whose words they are: the people and parties around a word of saying, and what speaks for each of them.

The rules of grammar name one of them; a logistic model over where each stands, in which role, and which words are
between it and the word of saying, says how likely each of them speaks. Where the rules and the model differ the model
decides, if it is sure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import behind_comma, behind_dateline, is_aside, segment_after, segment_before
from peyman.reading.judges.learnt import Model
from peyman.reading.judges.phrasing import Phrasing, Word
from peyman.reading.statements.asides import named_in_passing
from peyman.reading.statements.clause_speakers import is_impersonal, speaker_of_clause
from peyman.reading.statements.holders import Holders
from peyman.text.marks import COLONS, COMMAS, OPENING_QUOTES

#: Whoever speaks stands at most so many tokens from the word of saying.
REACH = 40
#: What has more tokens is no sentence of anybody's: grammar alone decides there.
LONGEST = 600
#: At most so many on either side of it are looked at.
SIDE = 4
#: What opens somebody's words stands at most so many tokens behind the end of the word of saying.
SAID_BEFORE = 4
#: In "the ministry announced that Y said", at most so many tokens stand between the words.
BESIDE = 2
#: An office begins at most so many tokens behind the beginning of its holder's name.
APPOSED = 6
#: Where grammar names nobody, whoever speaks must be so likely.
SURE = 0.5
#: Whoever is less likely than this does not speak, whatever grammar says.
LEAST = 0.1
YES = "yes"
#: Marks behind a word of saying that open what is said; where the subject stands before its verb, a comma does too.
_OPENERS = COLONS | OPENING_QUOTES


class Speakers:
    """Chooses who speaks in the sentences of one document.

    Args:
        context: The document.
        chooser: The model that weighs the candidates.
        holders: Who holds which office in the document.
    """

    def __init__(self, context: Context, chooser: Model, holders: Holders | None = None) -> None:
        self.context = context
        self.chooser = chooser
        self.phrasing = Phrasing(context)
        self.holders = holders or Holders(context)
        self.sure: dict[tuple[int, int], float] = {}  # by first token of the word of saying and of whoever speaks

    def choose(self, sentence: ReadSentence, cue: Cue, ruled: Agent | None) -> Agent | None:
        """Return who speaks, or None where nobody does.

        Args:
            sentence: The sentence.
            cue: The word of saying or publishing in it.
            ruled: Whom the rules of grammar name.
        """
        if is_impersonal(sentence, cue):
            return None
        certain = speaker_of_clause(self.context, sentence, cue)
        if certain is not None and not self.context.is_outlet(certain):
            return self.holders.named(sentence, certain)
        if sentence.last - sentence.first > LONGEST:
            return ruled
        if ruled is not None and named_in_passing(self.context, sentence, ruled, cue):
            before = sentence.agents_in(sentence.first, ruled.first)
            leading = (a for a in before if a.free and not a.role and not self.context.is_outlet(a))
            ruled = next((a for a in leading if not named_in_passing(self.context, sentence, a, cue)), None)
        candidates = self.candidates(sentence, cue, ruled)
        if not candidates:
            return None
        rows = self.features(sentence, cue, candidates, ruled)
        chances = [self.chooser.probabilities(row)[YES] for row in rows]
        at = next((n for n, agent in enumerate(candidates) if ruled is not None and _one(agent, ruled)), None)
        best = better(chances, at)
        if best is None:
            return None
        self.sure[cue.first, candidates[best].first] = chances[best]
        return candidates[best]

    def candidates(self, sentence: ReadSentence, cue: Cue, ruled: Agent | None) -> list[Agent]:
        """Return those who may speak: the nearest on either side, and the one whom grammar names."""
        agents = sentence.agents
        at = bisect_left(agents, cue.first, key=lambda a: a.first)
        near = [
            self.holders.named(sentence, a)
            for a in agents[max(0, at - SIDE) : at + SIDE]
            if cue.first - a.last <= REACH and a.first - cue.last <= REACH and not self.context.is_outlet(a)
            if not self._in_speech(cue, a) and not self._in_clause(sentence, cue, a, ruled)
            if not self.is_told(sentence, cue, a)
            if not _is_where(sentence, a, ruled) and not self._is_met(sentence, a, ruled)
            if not self._is_introduced(a, ruled)
            and not self._is_aside(sentence, cue, a, ruled)
            and not _is_whose(cue, a, ruled)
            and not named_in_passing(self.context, sentence, a, cue)
            and not self._is_spoken_of(sentence, a)
            if not self._has_spoken(sentence, cue, a, ruled)
            if a.reference != "own" or ruled is None or _one(a, ruled)  # of "his country" he speaks himself
        ]
        if ruled is not None and not any(_one(a, ruled) for a in near) and not self._is_spoken_of(sentence, ruled):
            near.append(ruled)
        opened = max(self._opened(sentence, cue, ruled), behind_dateline(self.context, sentence))
        near = [a for a in near if a.first >= opened]
        # "The ministry said in a statement that the minister …": whom the words said point back to does not say them.
        return [a for a in near if a.reference != "he" or not sentence.having("that", first=cue.last, last=a.first)]

    def is_told(self, sentence: ReadSentence, cue: Cue, agent: Agent) -> bool:
        """Whether somebody stands where those do who are told something, or of whom something is said.

        Where the verb comes last: "he *to the president* said", and what stands right behind the verb: "he said *the
        leaders of B* are accused". Where the subject stands before its verb or behind it, and somebody touches the verb
        from before, nobody behind it speaks: "A and B announced it as *C* wages war".

        Args:
            sentence: The sentence.
            cue: The word of saying.
            agent: Who is named beside it.
        """
        if cue.role != "say":
            return False
        if self.context.table.subject == "either" and agent.first >= cue.last:
            return any(a.last == cue.first for a in sentence.agents_in(cue.first - REACH, cue.first))
        if self.context.table.subject != "before":
            return False
        if agent.first >= cue.last:
            return not agent.role
        return agent.role == "to" and any(
            c.last == agent.first for c in sentence.having("to", first=agent.first - 2, last=agent.first)
        )

    def _is_spoken_of(self, sentence: ReadSentence, agent: Agent) -> bool:
        """Whether another speaks about what somebody has said: "C, against *the remarks of B*, said".

        Only where verbs come last. Somebody's office behind the name is of the phrase: "the remarks of B, *president of
        the assembly*".
        """
        if self.context.table.subject != "before":
            return False
        for other in sentence.agents_in(agent.first - APPOSED, agent.last):
            if agent.parties and other.parties and {*agent.parties}.isdisjoint(other.parties):
                continue  # "against the remarks of B's minister, *A's spokesman* said"
            words = sentence.having("statement-noun", first=other.first - BESIDE, last=other.first)
            noun = next((c for c in words if c.last == other.first <= agent.first), None)
            if noun is None or sentence.having("and", "say", first=other.last, last=agent.first):
                continue
            if any(c.last == noun.first for c in sentence.having("about", first=noun.first - BESIDE, last=noun.first)):
                return True
        return False

    def _is_met(self, sentence: ReadSentence, agent: Agent, ruled: Agent | None) -> bool:
        """Whether somebody is only met by whoever grammar names: "the minister, *receiving B*, said"."""
        if ruled is None or not ruled.free or _one(agent, ruled) or ruled.role == "with":
            return False
        if agent.role == "with":
            return ruled.last <= agent.first
        met = sentence.having("meeting-noun", first=ruled.last, last=agent.first)
        return self.context.table.subject == "after" and bool(met) and met[-1].last == agent.first

    def _is_introduced(self, agent: Agent, ruled: Agent | None) -> bool:
        """Whether a comma ends the phrase somebody is named in before whoever grammar names: "beside *A*, B"."""
        if ruled is None or not (ruled.free and ruled.parties) or ruled.role or ruled.first < agent.last:
            return False
        governed = agent.role not in ("", "according", "reported-by", "by")
        return governed and behind_comma(self.context, agent.last, ruled.first)

    def _is_aside(self, sentence: ReadSentence, cue: Cue, agent: Agent, ruled: Agent | None) -> bool:
        """Whether somebody stands in what is put in between behind whoever grammar names: "A, receiving *B*, said"."""
        if ruled is None or not ruled.free or agent.first < ruled.last or agent.last > cue.first:
            return False
        return is_aside(self.context, sentence, agent, cue)

    def _has_spoken(self, sentence: ReadSentence, cue: Cue, agent: Agent, ruled: Agent | None) -> bool:
        """Whether another word of saying parts somebody from whoever touches this one: "A said so; *B* replied".

        In words that a colon or a quotation mark opens it does not: there the one who speaks goes on.
        """
        if ruled is None or not (ruled.free and ruled.parties) or not 0 <= cue.first - ruled.last <= BESIDE:
            return False
        said = sentence.having("say", first=agent.last, last=ruled.first)
        if not said or agent.last > ruled.first:
            return False
        return not any(t.text in _OPENERS for t in self.context.text.tokens[said[0].last : ruled.first])

    def _opened(self, sentence: ReadSentence, cue: Cue, ruled: Agent | None) -> int:
        """Where what another says begins, if grammar's speaker stands in it: "the ministry announced that Y said"."""
        if ruled is None or not 0 <= cue.first - ruled.last <= BESIDE:
            return sentence.first
        thats = sentence.having("that", first=max(sentence.first, cue.first - REACH), last=ruled.first)
        if not thats or ruled.first - thats[-1].last > BESIDE:
            return sentence.first
        at = thats[-1].first
        return at if sentence.having("say", "publish", first=at - SAID_BEFORE, last=at) else sentence.first

    def _in_speech(self, cue: Cue, agent: Agent) -> bool:
        """Whether somebody stands behind a mark that opens what is said: "he added: the ministry …"."""
        marks = _OPENERS if self.context.table.subject != "before" else _OPENERS | COMMAS
        return any(token.text in marks for token in self.context.text.tokens[cue.last : agent.first])

    def _in_clause(self, sentence: ReadSentence, cue: Cue, agent: Agent, ruled: Agent | None) -> bool:
        """Whether somebody stands in the clause that says what is said: "a source said that the delegation …"."""
        if ruled is None or agent.first < max(cue.last, ruled.last) or _one(agent, ruled):
            return False
        thats = sentence.having("that", first=cue.last, last=agent.first)
        if thats:
            return ruled.last <= thats[0].first
        # "Reported a source, on Sunday, the arrival of B": an unnamed one who touches the verb is its subject.
        unnamed = ruled.first == cue.last and ruled.reference == "people" and not ruled.parties
        after = self.context.table.subject == "after" and unnamed
        return after and behind_comma(self.context, ruled.last, agent.first)

    def features(
        self, sentence: ReadSentence, cue: Cue, candidates: Sequence[Agent], ruled: Agent | None
    ) -> list[list[str]]:
        """Return what is known of each candidate."""
        before = segment_before(self.context, sentence, cue.first)
        after = segment_after(self.context, sentence, cue.last)
        word = Word(sentence, cue, f"{cue.role} {cue.value}")
        order = self.context.table.subject
        ahead = [a for a in candidates if a.last <= cue.first]
        behind = [a for a in candidates if a.first >= cue.last]
        chosen = [ruled is not None and _one(a, ruled) for a in candidates]
        return [
            self._features(word, a, by_rule, order, (before, after), ahead, behind)
            for a, by_rule in zip(candidates, chosen, strict=True)
        ]

    def _features(
        self,
        word: Word,
        agent: Agent,
        ruled: bool,
        order: str,
        segment: tuple[int, int],
        ahead: Sequence[Agent],
        behind: Sequence[Agent],
    ) -> list[str]:
        context, sentence, cue = self.context, word.sentence, word.cue
        in_front = agent.last <= cue.first
        side = "<" if in_front else ">" if agent.first >= cue.last else "="
        low, high = (agent.last, cue.first) if in_front else (cue.last, agent.first)
        gap = max(0, high - low)
        near = "0" if not gap else "1" if gap == 1 else "4" if gap <= 4 else "10" if gap <= 10 else "far"
        rank = (
            next((n for n, a in enumerate(reversed(ahead)) if a is agent), 0)
            if in_front
            else (next((n for n, a in enumerate(behind) if a is agent), 0))
        )
        first = bool(sentence.agents) and _one(sentence.agents[0], agent)
        inside = segment[0] <= agent.first and agent.last <= segment[1]
        kinds = sorted({context.found.actors[e].kind for e in agent.entries})
        what = "+".join(kinds) or agent.reference or "nobody"
        role = agent.role or ("free" if agent.free else "bare")
        between = sentence.having("say", "publish", "finite", "past", first=low, last=high) if low < high else []
        verbs = min(2, len({c.first for c in between}))
        that = bool(low < high and sentence.having("that", "which", first=low, last=high))
        size = min(2, len(agent.parties))
        place = f"{order}{side}"
        facts = [
            f"role={role}",
            f"near={near}",
            f"rank={min(rank, 3)}",
            f"what={what}",
            f"inside={inside}",
            f"verbs={verbs}",
            f"that={that}",
            f"first={first}",
            f"ruled={ruled}",
            f"size={size}",
            f"cue={cue.role}",
        ]
        found = ["bias", place, *facts, *(f"{place} {f}" for f in facts)]
        found += [f"ruled={ruled} {f}" for f in facts]
        found += [f"{place} {role} {near}", f"{place} {role} {what}", f"{place} {role} rank={min(rank, 3)} {inside}"]
        found += [f"{place} {what} {near}", f"{place} {cue.role} {role} {inside}", f"{place} {what} first={first}"]
        party = agent.parties[0] if len(agent.parties) == 1 else ""
        found += [f"publisher={bool(party) and party == context.publisher_party} {what}"]
        found += [f"headed={agent.headed} {what}", f"plural={agent.plural} {what}", f"person={agent.person}"]
        found += self.phrasing.between(word, agent.first, agent.last)
        return found


def _is_where(sentence: ReadSentence, agent: Agent, ruled: Agent | None) -> bool:
    """Whether somebody is but where another speaks: "the president said *in the parliament of B*".

    Where grammar names one of no party ("a source in the ministry"), the body behind "in" answers for what is said.
    """
    if ruled is None or _one(agent, ruled) or agent.role != "in" or ruled.role or not (ruled.free and ruled.parties):
        return False
    return any(c.last == agent.first for c in sentence.having("in", first=agent.first - 1, last=agent.first))


def _is_whose(cue: Cue, agent: Agent, ruled: Agent | None) -> bool:
    """Whether a state stands behind its official whom grammar names, and before the verb: "Premier A *of B* said"."""
    if ruled is None or not ruled.free or agent.free or agent.role or agent.reference or agent.person or agent.headed:
        return False
    return ruled.last <= agent.first < cue.first and set(agent.parties) <= set(ruled.parties)


def _one(agent: Agent, other: Agent) -> bool:
    """Whether both are the same words."""
    return agent.first == other.first and agent.last == other.last


def better(chances: Sequence[float], ruled: int | None) -> int | None:
    """Return who speaks, by number: whom grammar names, unless another is likelier.

    Args:
        chances: How likely each candidate speaks.
        ruled: Number of the one whom grammar names, None where it names nobody.
    """
    best = max(range(len(chances)), key=lambda n: chances[n])
    if ruled is None:
        return best if chances[best] >= SURE else None
    if chances[best] < LEAST:
        return None
    return best if chances[best] > chances[ruled] else ruled
