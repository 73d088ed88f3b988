"""Whom a clause says were met: those behind "with", or the objects of its verb, each with the party it acts for.

Whoever is told in a row behind somebody whose country is named is of that country too, where nothing else says whose he
is: "with the president of Latvia, A, and with the speaker of parliament, B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence, holds_office
from peyman.reading.encounters import MeetingMention
from peyman.text.marks import COMMAS

#: Whoever is met next stands at most so many tokens behind "then", a preposition and an article among them.
NEXT_REACH = 3
#: A title stands at most so many tokens before whoever has it, as far as that is not part of the name.
TITLE_REACH = 4
#: What may stand between two of a list: titles among it.
_IN_LISTS = ("and", "agent", "article", "of")
#: The field of an office has at most so many tokens, and none of these words.
FIELD_REACH = 12
_NO_FIELD = ("say", "publish", "that", "which", "but", "past", "future", "meeting-verb", "meeting-noun", "with")
#: A preposition has at most so many tokens, an article behind it among them.
PREPOSITION_REACH = 5


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who is met.

    Attributes:
        first: First token, the title's if it stands before the name.
        last: After the last token.
        party: Key of the party; empty where that is not told.
        person: Index of the actor, if it is a person.
        office: Whether a title without a name is meant.
        again: Whether the preposition of whoever is met first stands before it once more: "with A and *with* B".
    """

    first: int
    last: int
    party: str
    person: int | None
    office: bool = False
    again: bool = False

    @property
    def who(self) -> tuple[str, int | None]:
        """What tells it from others: the party and the person, or the place of a title without a name."""
        return (self.party, -1 - self.first) if self.office and self.person is None else (self.party, self.person)


def counterparts(
    context: Context, mention: MeetingMention, agents: Sequence[Agent], subject: Agent | None
) -> list[Met]:
    """Whom a clause says were met: those behind "with", else the objects of the verb.

    Args:
        context: The document.
        mention: Where the encounter is told.
        agents: Those whom its clause names.
        subject: Who meets them, if the clause names him.
    """
    sentence = mention.sentence
    others = [a for a in agents if a is not subject]
    beside = _listed(context, sentence, _of_counterparts(others, "with"), others)
    if mention.cue.role == "meeting-verb" and context.table.subject != "before":
        behind_verb = [a for a in beside if a.first >= mention.cue.last]
        beside = behind_verb or beside  # "the minister, with his deputy, met with A": who comes along is not met
    takes_object = mention.cue.role == "meeting-verb" and mention.kind != "call" and context.table.subject != "before"
    if not beside and subject is not None and takes_object:
        behind = [a for a in others if a.first >= mention.cue.last]
        beside = sorted(
            {id(a): a for a in (*_of_counterparts(behind, ""), *_of_counterparts(behind, "of"))}.values(),
            key=lambda a: a.first,
        )
    own = set(subject.parties) if subject is not None else set()
    met: list[Met] = []
    opened: tuple[int, bool] | None = None  # where a title without a name begins: "the minister of water, A"
    for number, agent in enumerate(beside):
        title: int | None = agent.first  # what stands before the first name is part of it
        again = number > 0 and _again(context, sentence, beside[0], beside[number - 1], agent)
        if opened is not None and _goes_on(sentence, beside[number - 1], agent):
            title, again = opened
        opened = None
        known = next((one.party for one in reversed(met) if one.party), "")
        guessed = bool(known) and not names_its_party(context, agent)
        office = holds_office(sentence, agent)
        count = len(met)
        theirs = guessed or not own & _states_named(context, agent)
        for found in context.found.mentions_in(agent.first, agent.last):
            party, before = found.party, next((one.party for one in reversed(met) if one.party), known)
            if before and theirs and (guessed or party in own) and _first_named(context, found):
                party = before
            if found.entry not in agent.entries or not party or party in own:
                continue
            person = found.entry if context.found.actors[found.entry].kind == "person" else None
            met.append(Met(found.first if title is None else title, found.last, party, person, office, again))
            title, again = None, False
        if len(met) == count and office and not agent.entries:
            following = beside[number + 1] if number + 1 < len(beside) else None
            if following is not None and _goes_on(sentence, agent, following):
                opened = (agent.first, again)
            elif again:
                met.append(Met(agent.first, agent.last, known, None, office, again))
    return met


def _goes_on(sentence: ReadSentence, title: Agent, agent: Agent) -> bool:
    """Whether a name is that of a title before it, whose field stands between: "the minister *of water*, A"."""
    if not agent.person or agent.role or agent.first - title.last > FIELD_REACH:
        return False
    return not sentence.having("and", "then", *_NO_FIELD, first=title.last, last=agent.first)


def _again(context: Context, sentence: ReadSentence, opening: Agent, before: Agent, agent: Agent) -> bool:
    """Whether an agent stands behind the same preposition as the first one, and behind a conjunction or a comma."""
    prepositions = [_preposition(context, sentence, a) for a in (opening, agent)]
    if None in prepositions or not (_is_one(context, sentence, opening) and _is_one(context, sentence, agent)):
        return False
    prefix = context.table.conjunction_prefix
    words = [context.words(_plain(sentence, c), c.last) for c in prepositions if c is not None]
    if prefix and words[1].startswith(prefix) and not words[0].startswith(prefix):
        return words[1].removeprefix(prefix) == words[0]
    at = _plain(sentence, prepositions[1]) if prepositions[1] is not None else agent.first
    joined = sentence.having("and", "then", "also", first=before.last, last=at)
    marked = any(context.text.tokens[t].text in COMMAS for t in range(before.last, at))
    return words[0] == words[1] and (marked or bool(joined))


def _is_one(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an agent is one person, one who holds an office, or one body, and no state or several."""
    if len(agent.parties) > 1:
        return False
    bodies = any(context.found.actors[e].kind == "body" for e in agent.entries)
    return bodies or context.is_someone(sentence, agent) or _owns_office(sentence, agent)


def _owns_office(sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an agent is only whose an office behind it is: "*Latvia's* minister"."""
    near = sentence.having("of", first=agent.last, last=agent.last + PREPOSITION_REACH)
    behind = next((c.last for c in near if c.first == agent.last), None)
    if behind is None:
        return False
    titles = sentence.having("agent", first=behind, last=behind + PREPOSITION_REACH)
    return any(c.first == behind and c.value == "one" for c in titles)


def _plain(sentence: ReadSentence, preposition: Cue) -> int:
    """Where a preposition begins without the conjunction that may be part of it: "*as well as* with"."""
    joined = (c.last for c in sentence.having("and", first=preposition.first, last=preposition.last))
    return next(joined, preposition.first)


def _preposition(context: Context, sentence: ReadSentence, agent: Agent) -> Cue | None:
    """The "with" right before an agent, an article between them left out."""
    if agent.role != "with":
        return None
    before = sentence.having("with", first=agent.first - PREPOSITION_REACH, last=agent.first)
    return next((c for c in reversed(before) if agent.first - c.last <= 1), None)


def names_its_party(context: Context, agent: Agent) -> bool:
    """Whether somebody's own words name his country, or he or his body is known by name.

    Args:
        context: The document.
        agent: Who is named.
    """
    actors = (context.found.actors[e] for e in agent.entries)
    return any(a.kind == "party" or ":" not in a.key for a in actors)


def _states_named(context: Context, agent: Agent) -> set[str]:
    """The keys of those parties that an agent names by themselves."""
    actors = (context.found.actors[e] for e in agent.entries)
    return {a.party for a in actors if a.kind == "party" and a.party}


def _first_named(context: Context, found: Mention) -> bool:
    """Whether nobody has spoken of an actor before: then nothing but what stands near tells whose it is."""
    return context.found.actors[found.entry].mentions[0].first == found.first


def _of_counterparts(agents: Sequence[Agent], role: str) -> list[Agent]:
    """Those behind a preposition, and the states that such ones come from: "with his counterparts *from A and B*"."""
    found = [a for a in agents if a.role == role]
    for before, agent in pairwise(agents):
        unnamed = before.role == role and before.headed and before.plural and not before.parties
        if unnamed and agent.role in ("from", "of") and agent.first - before.last <= NEXT_REACH and agent not in found:
            found.append(agent)
    return found


def _listed(context: Context, sentence: ReadSentence, beside: Sequence[Agent], others: Sequence[Agent]) -> list[Agent]:
    """Those behind "with", and whoever a list goes on with: "with A, president of B, C, minister of D, and E"."""
    found = list(beside)
    for agent in others:
        if not found or agent.role or agent.first < found[-1].last:
            continue
        first, last = found[-1].last, agent.first
        passed = {
            *(t for c in sentence.having(*_IN_LISTS, first=first, last=agent.last) for t in range(c.first, c.last)),
            *(t for t in range(first, last) if context.text.tokens[t].text in COMMAS),
        }
        listed = passed.issuperset(range(first, last)) and (first < last or context.table.conjunction_prefix)
        if listed or _is_field(sentence, first, last):
            found.append(agent)
    return found


def _is_field(sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether a list goes on behind the field of an office: "with A and the minister *for Forests and Water of* B"."""
    titles = sentence.having("agent", first=first - TITLE_REACH, last=first)
    if all(title.last != first for title in titles) or not 0 < last - first <= FIELD_REACH:
        return False
    between = sentence.having(*_NO_FIELD, first=first, last=last)
    return not between and bool(sentence.having("of", first=last - 2, last=last))
