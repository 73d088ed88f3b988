"""Whom grammar names as those who undertake, where it leaves no choice: the subject of the verb, and whoever joins him.

A learnt model chooses among candidates by where each of them stands (`peyman.reading.commitments.undertakers`). Where
one verb of undertaking has one subject that names its party, nothing is left to choose: in documents that follow real
pages the subject was right wherever the two differed and the verb was none of agreeing with each other. So it is for
several subjects that a conjunction joins, for "the ambassador" or "the delegation" where one party alone has such a
one, for "his country" of whoever is said to speak in the same sentence, and for "the authorities" of whom an
organisation speaks. Of whoever mediates "the two sides" are none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peyman.actors.known import register
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.noun_owners import owner_of
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import LONGEST_CUE, segment_before, subject_of
from peyman.reading.commitments.mutual import is_mutual, with_companions
from peyman.reading.commitments.units import Unit
from peyman.reading.statements.attribution import Attribution
from peyman.text.lexicon import Affixes
from peyman.text.segment import BlockKind

Parties = tuple[str, ...]

#: A verb of undertaking governs what opens at most so many tokens behind it: "promised *that*".
_GOVERNED_WITHIN = 2
#: A title alone is looked for in so many sentences before its own.
_TITLE_REACH = 4
#: Words shorter than this tell nothing of a title; two that share so many letters may be forms of one noun.
_SHORTEST_NOUN, _SHARED_LETTERS = 4, 5
#: What ends a clause between two subjects, which are then not joined.
_VERBS = ("say", "publish", "undertake", "refuse", "future", "present", "past", "finite", "meeting-verb", "hold")
#: At most so many tokens stand between a subject and what joins another one to it: "A, *and* B".
_JOINED_WITHIN = 1
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: So many of the parties that a document names most may be the state of which an organisation speaks.
_MAIN = 3


class Bearers:
    """Says whose the undertakings of a document are by grammar alone.

    Args:
        context: The document.
        attribution: Its statements.
        told: Where encounters are told, in order, and who was at each.
        mediators: The parties that mediate in any of them.
    """

    def __init__(
        self,
        context: Context,
        attribution: Attribution,
        told: Sequence[tuple[int, Parties]],
        mediators: Collection[str],
    ) -> None:
        self.context = context
        self.attribution = attribution
        self.told = told
        self.mediators = frozenset(mediators)
        self.affixes = Affixes.of(context.text.language)

    def of(self, unit: Unit) -> Parties:
        """Return whose an undertaking is; nobody where grammar does not tell.

        Args:
            unit: The stretch that tells it.
        """
        sentence = unit.sentence
        verb = self._verb(unit)
        if verb is None:
            return self._of_item(unit) if sentence.kind is BlockKind.ITEM else ()
        owner = owner_of(self.context, sentence, verb)
        if owner is not None:
            return owner.parties
        if any(c.last == verb.first for c in sentence.having("it", first=verb.first - LONGEST_CUE, last=verb.first)):
            return self._of_the_one_before(sentence, verb)
        subject = self._subject(sentence, verb)
        if subject is None:
            return ()
        joined = self._joined(sentence, subject, verb)
        if len(joined) > 1:
            return party_union(joined) if all(a.parties for a in joined) else ()
        if subject.reference in _NUMBERS:
            return self._without_mediators(unit, subject)
        if subject.reference == "own":
            return with_companions(self.context, unit, self._of_whoever_speaks(sentence, subject))
        if subject.reference == "they":
            return self._together_before(sentence, subject)
        if verb.value == "reaffirmed" or (is_mutual(self.context, unit) and not self._is_one_side(sentence, subject)):
            return ()  # "reaffirmed A's commitment": whose it is stands behind the noun
        if not subject.reference:
            return subject.parties
        if subject.reference == "he":
            return self._of_titled_speaker(sentence, subject)
        if subject.reference == "people":
            return subject.parties or self._titled(sentence, subject) or self._governing(sentence, subject)
        return ()

    def count(self, unit: Unit) -> int:
        """Return how many undertake something where its subject only counts them, "the two sides"; else 0.

        Args:
            unit: The stretch that tells it.
        """
        verb = self._verb(unit)
        subject = self._subject(unit.sentence, verb) if verb is not None else None
        return _NUMBERS.get(subject.reference, 0) if subject is not None else 0

    def _verb(self, unit: Unit) -> Cue | None:
        """The verb that undertakes in a stretch, or right before it; else the first that tells what is to come."""
        sentence = unit.sentence
        since = max(sentence.first, unit.first - LONGEST_CUE - _GOVERNED_WITHIN)
        governing = [
            c
            for c in sentence.having("undertake", "refuse", first=since)
            if c.first < unit.last and c.last >= unit.first - _GOVERNED_WITHIN
        ]
        if governing:
            return governing[-1]
        ahead = sentence.having("future", "present", first=unit.first, last=unit.last)
        return ahead[0] if ahead else None

    def _subject(self, sentence: ReadSentence, verb: Cue) -> Agent | None:
        """The subject of a verb that may well act: nobody whom a preposition governs, and no outlet."""
        subject = subject_of(self.context, sentence, verb)
        if subject is None or subject.role or self.context.is_outlet(subject):
            return None
        if subject.first >= verb.first:
            return subject if subject.first <= verb.last else None
        if not subject.free:
            return None
        opening = self._opening_clause(sentence, subject, verb)
        if opening is not None:
            return opening
        nearer = [a for a in self._acting(sentence, subject.last, verb.first) if a.parties or a.reference]
        if not nearer or self._coordinated(sentence, subject, nearer[-1]):
            return subject
        return nearer[-1] if verb.first - nearer[-1].last <= 1 else None

    def _opening_clause(self, sentence: ReadSentence, before: Agent, verb: Cue) -> Agent | None:
        """Whoever stands right before a verb, a conjunction written to the name: "B is a neighbour andA ready to"."""
        prefix = self.context.table.conjunction_prefix
        near = sentence.agents_in(before.last + 1, verb.first) if prefix else []
        named = [a for a in near if a.last == verb.first and a.parties and not a.role and not a.reference]
        return next((a for a in named if self.context.text.tokens[a.first].fold.startswith(prefix)), None)

    def _acting(self, sentence: ReadSentence, first: int, last: int) -> list[Agent]:
        return [
            a
            for a in sentence.agents_in(first, last)
            if a.free and not a.role and a.last <= last and not self.context.is_outlet(a)
        ]

    def _joined(self, sentence: ReadSentence, subject: Agent, verb: Cue) -> list[Agent]:
        """A subject with those whom a conjunction joins to it: "promised *the president of A and his B colleague*"."""
        if subject.first < verb.first:
            others = self._acting(sentence, subject.last, verb.first)
            return [subject, *(a for a in others if self._coordinated(sentence, subject, a))]
        prefix, tokens = self.context.table.conjunction_prefix, self.context.text.tokens
        behind = sentence.agents_in(subject.last, subject.last + 3)
        if prefix and behind and subject.last < sentence.last and tokens[subject.last].fold.startswith(prefix):
            joining = behind[0].role in ("", "with") and behind[0].parties and subject.parties
            if joining and not sentence.having(*_VERBS, first=subject.last, last=behind[0].first):
                return [subject, behind[0]]
        return [subject]

    def _coordinated(self, sentence: ReadSentence, one: Agent, other: Agent) -> bool:
        """Whether only a conjunction parts two subjects, and no verb: "*A's government* and *B* have"."""
        joining = [
            c
            for c in sentence.having("and", first=one.last, last=other.first)
            if other.first - c.last <= 1 and c.first - one.last <= _JOINED_WITHIN
        ]
        prefix = self.context.table.conjunction_prefix
        fused = bool(prefix) and self.context.text.tokens[other.first].fold.startswith(prefix)
        fused = fused and other.first - one.last <= _JOINED_WITHIN
        return bool(joining or fused) and not sentence.having(*_VERBS, first=one.last, last=other.first)

    def _without_mediators(self, unit: Unit, subject: Agent) -> Parties:
        """Those at the encounter told last, less whoever mediates there, if the reference took one of these in."""
        if self.mediators.isdisjoint(subject.parties):
            return ()
        for first, parties in reversed(self.told):
            own = tuple(p for p in parties if p not in self.mediators)
            if first < unit.last and len(own) == _NUMBERS[subject.reference]:
                return own
        return ()

    def _of_whoever_speaks(self, sentence: ReadSentence, subject: Agent) -> Parties:
        """Whose "his country" is, where the sentence names before, by party or by office, whoever says so."""
        before = segment_before(self.context, sentence, subject.first)
        saying = sentence.having("say", "publish", "undertake", first=sentence.first, last=subject.first)
        if not saying:
            return ()
        for agent in reversed(sentence.agents_in(sentence.first, max(before, subject.first))):
            if agent.role in ("", "in") and not self.context.is_outlet(agent) and agent.last <= subject.first:
                if agent.reference == "people" and not agent.plural:
                    return self._titled(sentence, agent)
                if agent.parties == subject.parties and not agent.reference:
                    return subject.parties
                if not agent.role:
                    return ()
        return ()

    def _of_titled_speaker(self, sentence: ReadSentence, pronoun: Agent) -> Parties:
        """Whose a pronoun is where a title alone says what he will do: "*the delegation* said that *it* will"."""
        acting = self._acting(sentence, sentence.first, pronoun.first)
        if len(acting) != 1 or acting[0].reference != "people" or acting[0].parties:
            return ()
        said = sentence.having("say", "publish", first=acting[0].last, last=pronoun.first)
        return self._titled(sentence, acting[0]) if said else ()

    def _of_the_one_before(self, sentence: ReadSentence, verb: Cue) -> Parties:
        """Whose "it" is: of the one who acts before it, or says so last, "A says *B* announced that *it* will"."""
        said = [c for c in sentence.having("say", "publish", last=verb.first) if c.last <= verb.first]
        speaker = subject_of(self.context, sentence, said[-1]) if len(said) > 1 else None
        if speaker is not None and speaker.parties and speaker.last <= verb.first and not speaker.reference:
            return speaker.parties
        acting = self._acting(sentence, sentence.first, verb.first)
        return acting[0].parties if len(acting) == 1 and not acting[0].reference else ()

    def _together_before(self, sentence: ReadSentence, subject: Agent) -> Parties:
        """Those whom a sentence joins before "they": "A *and* B said *they* will", "A met B, and *they* agreed"."""
        acting = self._acting(sentence, sentence.first, subject.first)
        if not acting:
            return ()
        one = acting[0]
        if len(acting) == 1 and len(one.parties) > 1 and not one.reference:
            return one.parties
        behind = [a for a in sentence.agents_in(one.last, subject.first) if a.parties and a.role in ("", "with")]
        if len(behind) != 1 or not one.parties:
            return ()
        met = sentence.having("meeting-verb", first=one.last, last=behind[0].first)
        together = met or self._coordinated(sentence, one, behind[0])
        return party_union((one, behind[0])) if together else ()

    def _is_one_side(self, sentence: ReadSentence, subject: Agent) -> bool:
        """Whether one side alone is named, which consents by itself: "*the Angolan side* agreed to send"."""
        return bool(sentence.having("one-side", first=subject.first, last=subject.last))

    def _of_item(self, unit: Unit) -> Parties:
        """Who does what a noun in a list says: "release *by the Union* of the second payment"."""
        agents = unit.sentence.agents_in(unit.first, unit.last)
        by = [a for a in agents if a.role == "by" and a.parties]
        return by[0].parties if len(by) == 1 and not any(a.free and a.parties for a in agents) else ()

    def _titled(self, sentence: ReadSentence, title: Agent) -> Parties:
        """Whose a title or a noun for a group alone is, where before it only those of one party are called so."""
        nouns = self._nouns(title)
        if not nouns:
            return ()
        found: set[str] = set()
        for earlier in self.context.sentences[max(0, sentence.index - _TITLE_REACH) : sentence.index + 1]:
            for agent in earlier.agents:
                if agent.first >= title.first:
                    break
                if agent.parties and agent.reference in ("", "people") and self._called(agent, nouns):
                    found.update(agent.parties)
        return tuple(found) if len(found) == 1 else ()

    def _nouns(self, agent: Agent) -> set[str]:
        words = [t.fold for t in self.context.text.tokens[agent.first : agent.last]]
        return {w for w in words if len(w) >= _SHORTEST_NOUN}

    def _called(self, agent: Agent, nouns: set[str]) -> bool:
        """Whether every word of a title, or a form of it, stands in what somebody is called."""
        words = self._nouns(agent)
        return all(any(self._alike(noun, word) for word in words) for noun in nouns)

    def _alike(self, one: str, other: str) -> bool:
        if one == other or one[:_SHARED_LETTERS] == other[:_SHARED_LETTERS]:
            return True
        return not set(self.affixes.stems(one)).isdisjoint(self.affixes.stems(other))

    def _governing(self, sentence: ReadSentence, subject: Agent) -> Parties:
        """The one state among those that a document speaks of most, where an organisation speaks of its authorities."""
        if not sentence.having("authorities", first=subject.first, last=subject.last):
            return ()
        said = self.attribution.said_in(subject.first)
        speaking = self.attribution.statements[said[0]].parties if said else ()
        speaking = speaking or ((self.context.publisher_party,) if self.context.publisher_party else ())
        main = self.context.main_parties[:_MAIN]
        states = [p for p in main if not _is_organisation(p)]
        organised = any(_is_organisation(p) for p in (speaking or main))
        return (states[0],) if organised and len(states) == 1 else ()


def _is_organisation(party: str) -> bool:
    facts = register.bodies().get(party)
    return facts is not None and facts.kind == "organisation"
