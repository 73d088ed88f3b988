"""Officials who meet their own: the president sits down with "the foreign minister", a commander with families.

An office without a country is of the state whose official meets it at home, and families, students or the people of a
town act for nobody. Whoever else the sentence names is then only talked about: "the president met the minister and
spoke of *the talks with C*".
"""

from __future__ import annotations

from peyman.actors.known import register
from peyman.actors.known.titles import POSSESSIVE
from peyman.reading.attendance.counterparts import names_its_party
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.sessions import clause_end
from peyman.text.tokens import TokenKind

#: Kinds at which those who meet are named on both sides.
_KINDS = frozenset({"meeting", "talks", "consultation"})
#: Roles of whoever is only spoken of beside an encounter.
_ASIDE = frozenset({"in", "about", "according", "reported-by", "purpose", "under", "from"})
#: Journeys told in so many sentences before may have led to whoever is met.
_JOURNEYS_BEFORE = 8
#: A noun that is spoken of stands at most so many tokens behind the word that opens it: "of the *relations* with".
_NOUN_WITHIN = 3
#: Where "and" opens another clause its verb stands in so many tokens.
_TO_VERB = 4
#: "From" so near to a noun is that of "some *of* the students".
_SOME_OF = 2
#: What ends the naming of whoever is met: where, of what, and what is said or done there.
_BEHIND_THE_MET = ("in", "from", "about", "to", "under", "purpose", "say", "publish", "stance", "past", "finite")
#: A list of officials holds the word for those who act for nobody within so many tokens: "officials and *staff*".
_LISTED = 8
#: Verbs with which another clause goes on.
_VERBS = ("say", "past", "finite", "present", "future", "meeting-verb", "undertake", "publish", "stance")
#: Whoever acts may stand behind "some of" at the beginning of a clause.
_OPENING = 3
#: A word for people who act for nobody stands at most so many tokens behind "with": "with *a group of* students".
_CROWD_WITHIN = 3


def meets_own_people(context: Context, mention: MeetingMention) -> bool:
    """Whether an official meets one of his own state whose country is not said, or people who act for nobody.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    if mention.kind == "visit":
        return _travels_at_home(context, mention)
    if mention.kind not in _KINDS or mention.status not in ("held", "planned"):
        return False
    if cue.role != "meeting-verb" and context.table.subject != "before":
        return False
    last = _end(context, mention)
    agents = [a for a in sentence.agents_in(mention.first, last) if a.last <= last and not context.is_outlet(a)]
    met, acting = _sides(context, mention, agents)
    others = [a for a in agents if a not in met and a not in acting]
    met = [a for a in met if not _is_of_a_noun(context, sentence, a)]
    home = context.found.home
    at_home = (home,) if home and not _office_of_another(context, mention) else ()
    parties = {p for a in acting for p in (a.parties or (at_home if a.headed and not a.plural else ()))}
    own = bool(met) and all(set(a.parties) == parties for a in met)
    if len(parties) != 1 or not (own or all(context.is_someone(sentence, a) for a in acting)):
        return False
    others = [a for a in others if a.role not in _ASIDE and not _is_listed_with_a_crowd(sentence, a)]
    if any(set(a.parties) - parties or a.plural for a in others):
        return False
    if _goes_abroad(context, mention, parties, last):
        return False
    if not met:
        return _with_a_crowd(context, sentence, mention.first, last)
    if any(c.role == "envoy" for a in acting for c in sentence.near(a.first, a.last)):
        return False  # an ambassador sees the ministers of his host
    told = own and all(names_its_party(context, a) for a in met)
    return (told or parties == {home}) and all(_is_own(context, sentence, a, parties) for a in met)


def _end(context: Context, mention: MeetingMention) -> int:
    """Where the clause ends: "and" ends it where a verb follows, and not in "met B *and* C"."""
    sentence, cue = mention.sentence, mention.cue
    if cue.role == "meeting-noun":  # what is said or done there is no more of whoever is met
        behind = sentence.having(*_BEHIND_THE_MET, first=cue.last, last=mention.last)
        parted = (c.first for c in behind if c.role != "from" or c.first - cue.last > _SOME_OF)
        return min(parted, default=mention.last)
    last = clause_end(context, mention)
    if context.table.subject == "before" or last == mention.last:
        return last
    return last if sentence.having(*_VERBS, first=last, last=last + _TO_VERB) else mention.last


def _sides(context: Context, mention: MeetingMention, agents: list[Agent]) -> tuple[list[Agent], list[Agent]]:
    """Those whom a clause tells to be met, and those who meet them."""
    cue, order, sentence = mention.cue, context.table.subject, mention.sentence
    if cue.role == "meeting-noun":
        met = [a for a in agents if a.role == "with" and a.first >= cue.last]
        # «در دیدار» stands among the words for "with".
        if not any(c.first < cue.first for c in sentence.near(cue.first, cue.last) if c.role in ("in", "with")):
            return met, [a for a in agents if not a.role and 0 <= a.first - cue.last <= 1]
        # "The leader said in the meeting of judges": he met them.
        met = met or [a for a in agents if 0 <= a.first - cue.last <= 1]
        before = [a for a in agents if a.last <= cue.first and a.free and not a.role]
        before = before or [a for a in agents if a.last <= cue.first and context.is_someone(sentence, a)]
        return met, before[-1:]
    if order == "before":
        met = [a for a in agents if a.role == "with"]
        begun = (a.first - mention.first <= _OPENING for a in agents[:1])  # "some *of the members of the assembly*"
        led = agents[:1] if any(begun) and agents[0].role in ("from", "of") else []
        acting = [a for a in agents if a.last <= cue.first and not a.role and a not in met] or led
        ahead = [a for a in sentence.agents_in(sentence.first, mention.first) if a.free and not context.is_outlet(a)]
        return met, acting or ahead[-1:]  # "the minister, who has come to C, met D": he acts before the clause
    behind = [a for a in agents if a.first >= cue.last and a.role in ("with", "")]
    before = [a for a in agents if a.last <= cue.first and not a.role]
    if order == "after" and not before:
        return behind[1:], behind[:1]
    return behind, before


def _office_of_another(context: Context, mention: MeetingMention) -> bool:
    """Whether somebody of another state was named by an office before: "the minister" may be he."""
    index, home = mention.sentence.index, context.found.home
    before = context.sentences[max(0, index - _JOURNEYS_BEFORE) : index]
    named = (a for s in before for a in s.agents if a.parties and home not in a.parties and not context.is_outlet(a))
    return any(not a.plural and a.role != "about" for a in named)


def _is_own(context: Context, sentence: ReadSentence, agent: Agent, parties: set[str]) -> bool:
    """Whether somebody is of the same state, or holds an office and no country is said."""
    if agent.reference not in ("", "people", "home"):
        return False
    named = any(context.found.actors[e].kind == "person" for e in agent.entries)
    if agent.parties:  # whose somebody named is may only have been guessed
        return set(agent.parties) == parties and (not named or names_its_party(context, agent))
    if any(t.text in POSSESSIVE for t in context.text.tokens[max(0, agent.first - 1) : agent.first]):
        return False  # "Kenya's foreign minister": whoever is named before it has the office
    if agent.plural or (not agent.entries and sentence.having("crowd", first=agent.last, last=agent.last + _LISTED)):
        return _is_listed_with_a_crowd(sentence, agent)
    return not named and context.is_someone(sentence, agent)


def _is_listed_with_a_crowd(sentence: ReadSentence, agent: Agent) -> bool:
    """Whether officials without a country are named in one breath with people who act for nobody."""
    return not agent.parties and bool(sentence.having("crowd", first=agent.first, last=agent.last + _LISTED))


def _is_of_a_noun(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether "with" belongs to a noun that is spoken of: "about *the talks with C*", "of cooperation *with C*"."""
    if context.is_someone(sentence, agent):
        return False
    near = sentence.near(agent.first - 1, agent.first)
    preposition = next((c for c in near if c.last == agent.first and c.role == "with"), None)
    if preposition is None:
        return False
    reach = preposition.first - _NOUN_WITHIN
    for opener in sentence.having("about", "from", "of", first=reach - 2, last=preposition.first):
        gap = range(opener.last, preposition.first)
        words = all(context.text.tokens[t].kind is TokenKind.WORD for t in gap)
        if gap and len(gap) <= _NOUN_WITHIN and words and not sentence.agents_in(opener.last, preposition.first):
            return True
    return False


def _goes_abroad(context: Context, mention: MeetingMention, parties: set[str], last: int) -> bool:
    """Whether the clause names a place in another country, or a journey to one is told there or before."""
    index = mention.sentence.index
    if _is_abroad(context, mention.sentence, mention.first, last, parties):
        return True
    before = context.sentences[max(0, index - _JOURNEYS_BEFORE) : index + 1]
    journeys = (s for s in before if any(c.value == "visit" for c in s.having("meeting-noun", "meeting-verb")))
    return any(_is_abroad(context, s, s.first, s.last, parties) for s in journeys)


def _is_abroad(context: Context, sentence: ReadSentence, first: int, last: int, parties: set[str]) -> bool:
    """Whether a stretch names a place of another state, or somebody of one to whom or where something leads."""
    found = context.found
    places = (found.places[m.entry].country for m in found.place_mentions_in(first, last))
    if any(country not in (None, *parties) for country in places):
        return True
    led = (a for a in sentence.agents_in(first, last) if a.role in ("to", "in"))
    return any(set(a.parties) - parties for a in led)


def _travels_at_home(context: Context, mention: MeetingMention) -> bool:
    """Whether somebody travels to a place in his own country: "the premier, *on a visit to* the province"."""
    sentence, cue = mention.sentence, mention.cue
    if mention.place is None or context.table.subject != "before":
        return False
    place = context.found.places[mention.place]
    if place.key not in register.places():
        return False  # of a town that nobody knows it is guessed where it lies
    country = register.places()[place.key].authority  # in a region that governs itself, the state travels to another
    before = [a for a in sentence.agents_in(sentence.first, mention.first) if a.free and not context.is_outlet(a)]
    agents = [a for a in sentence.agents_in(mention.first, cue.last + 1) if not context.is_outlet(a)] or before[-1:]
    parties = {p for a in agents for p in a.parties}
    return parties == {country} and not any(a.reference for a in agents) and bool(agents and agents[0].free)


def _with_a_crowd(context: Context, sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether whoever is met acts for nobody: "with *families* of the dead"."""
    opened = {c.last for c in sentence.having("with", "meeting-noun", first=first, last=last)}
    if context.table.subject != "before":
        opened |= {c.last for c in sentence.having("meeting-verb", first=first, last=last)}
    crowds = sentence.having("crowd", first=first, last=last)
    return any(0 <= crowd.first - at <= _CROWD_WITHIN for crowd in crowds for at in opened)
