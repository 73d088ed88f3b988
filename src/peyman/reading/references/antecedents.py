"""Whom references mean: "the two countries", "both sides", "they", "he", "our country", "the minister"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from peyman.actors.known.register import bodies
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import behind_comma
from peyman.reading.references.institutions import Institutions
from peyman.reading.statements.transcripts import turns
from peyman.reading.time_and_place.margins import in_margin
from peyman.text.lexicon import Affixes
from peyman.text.tokens import TokenKind

#: Parties that a text names so many times as often as a group are rather "the two" than the group named last.
PASSING = 2
#: Whoever acts stands at most so many tokens before what is his ("his country"), or before whom he meets.
ACTING_REACH, OBJECT_REACH = 200, 60
#: Where the verb comes last, it stands at most so many tokens behind whom somebody meets.
MET_REACH = 12
#: A town's name has at most so many tokens, the comma behind it among them.
PLACE_REACH = 6
_LOOKING_ON = frozenset({"attendance", "by", "according", "under", "to"})
#: Behind these a state is only where something takes place, or goes.
_PLACED = frozenset({"in", "from", "to"})
#: A name, and a word for somebody named before: "*His Excellency* stressed that his country would".
_ONE = frozenset({"", "he"})
#: Words for whoever speaks, and for what is that one's.
_FIRST = frozenset({"we", "I", "home", "own"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def resolve_references(context: Context) -> None:
    """Give references and pronouns the parties of whom the text has just spoken.

    "The two countries" are the last group of two named together, else the two parties that the document speaks of
    most; "they" and "the participants" are the last group; "he" is the last single person or body; "the ministry" is
    the last one named, or that of the minister named last; "we" is who publishes, or who speaks; "our country" in an
    outlet's own voice is that of the outlet. Within a clause that names nobody the reference stays open rather than
    guessed.
    """
    recent_group: tuple[str, ...] = ()
    recent_single: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())
    recent_actor = recent_single  # the same, but for whom somebody met: he is the one who acts
    recent_land = recent_single  # the same, but for the state named last: "officials of that country"
    recent_groups: dict[int, tuple[str, ...]] = {}
    table: tuple[str, ...] = ()  # those at the encounter told last
    institutions = Institutions(context)
    speaking = {
        n: turn.agent.parties if turn.agent is not None else ()
        for turn in turns(context)
        for n in range(turn.first, turn.last)
    }
    counts = Counter(p for s in context.sentences for a in s.agents for p in a.parties)
    for sentence in context.sentences:
        named: list[str] = []
        acting: Agent | None = None
        mediators = _mediators(sentence)
        for agent in sentence.agents:
            if agent.reference in ("", "people"):
                _name_joined_titles(context, sentence, agent)
            reference = agent.reference
            if not reference:
                if agent.parties and not context.is_outlet(agent) and agent.role != "about":
                    if agent.role != "in":  # "in Russia the parties agreed"
                        named += [p for p in agent.parties if p not in named]
                    if len(agent.parties) == 1:
                        recent_single = (agent.parties, agent.entries)
                        if _is_land(context, agent):
                            recent_land = recent_single
                        # "X met with Y. He …", "X received Y. He …": whoever acted goes on, and not whom he met.
                        # So it does where a verb needs no subject: "spoke with Y", said of whoever acted before.
                        faced = agent.role == "with" or (
                            acting is not None and _is_object(context, sentence, acting, agent)
                        )
                        placed = agent.role in _PLACED or _is_of_place(context, agent)
                        passed = placed and not _can_act(context, sentence, agent)
                        if not passed and not ((acting is not None or context.table.pro_drop) and faced):
                            recent_actor = recent_single
                        if acting is None and agent.free and not agent.role and context.is_someone(sentence, agent):
                            acting = agent
                    elif not _looking_on(sentence, agent) and not in_margin(context, sentence, agent):
                        recent_groups[len(agent.parties)] = agent.parties
                        recent_group = agent.parties
                continue
            if reference in _NUMBERS:
                count = _NUMBERS[reference]
                groups = [tuple(named), table, recent_groups.get(count, ())]
                main = tuple(p for p in context.main_parties if p not in mediators)[:count]
                agent.parties = next((g for g in groups[:2] if len(g) == count and mediators.isdisjoint(g)), ())
                if not agent.parties and groups[2] and mediators.isdisjoint(groups[2]):
                    agent.parties = () if _passing(context, groups[2], counts) else groups[2]
                agent.parties = agent.parties or (main if len(main) == count else ())
            elif reference in ("all", "they"):
                agent.parties = table or (tuple(named) if len(named) > 1 else recent_group)
            elif reference == "people" and not agent.plural and not agent.parties:
                agent.parties, agent.entries = titled_before(context, agent)
                agent.parties = agent.parties or _headed_organisation(context, sentence, agent, counts)
                if agent.parties and acting is None and agent.free and not agent.role:
                    recent_actor, acting = (agent.parties, agent.entries), agent
            elif reference == "he":
                found = institutions.before(sentence, agent) or office_before(context, sentence, agent)
                if (
                    recent_land[0]
                    and agent.role == "with"
                    and sentence.having("land", first=agent.first, last=agent.last)
                ):
                    found = recent_land
                owner = _owner_behind(sentence, agent)
                if owner is not None and (found is None or found[0] != owner[0]):
                    found = owner
                agent.parties, agent.entries = found or _group_saying(sentence, agent) or recent_actor
            elif reference in _FIRST and sentence.index in speaking:
                agent.parties = speaking[sentence.index]
            elif reference == "home" and not _quoted(context, sentence, agent):
                agent.parties = (context.found.home,) if context.found.home else recent_single[0]
            elif reference == "own" and (said_by := _speaking_before(context, sentence, agent)):
                agent.parties = said_by
            elif reference in ("we", "own", "home", "I"):
                party = context.publisher_party
                acts = reference == "own" and (acting or context.table.pro_drop)
                own = recent_actor[0] if acts else ()
                agent.parties = own or ((party,) if party and reference != "I" else recent_single[0])
        if sentence.having("meeting-noun", "meeting-verb"):
            table = _seated(context, sentence) or table
            if len(table) >= 2:
                recent_groups[len(table)] = recent_group = table


def _name_joined_titles(context: Context, sentence: ReadSentence, agent: Agent) -> None:
    """Say whom titles mean that "and" joins: "Secretary A *and the foreign minister*", "the king and the premier".

    Each means the last one named before who holds that office; of whom none is known, nothing is changed.
    """
    ands = sentence.having("and", first=agent.first, last=agent.last)
    if not ands:
        return
    starts, ends = (agent.first, *(c.last for c in ands)), (*(c.first for c in ands), agent.last)
    for first, last in zip(starts, ends, strict=True):
        office = next((c for c in sentence.having("agent", first=first, last=last) if c.value == "one"), None)
        if office is None or office.last != last or context.found.mentions_in(first, last):
            continue
        parties, entries = titled_before(context, replace(agent, first=office.first, last=office.last))
        if len(parties) == 1 and entries and not set(entries) & set(agent.entries):
            agent.parties = tuple(dict.fromkeys((*agent.parties, *parties)))
            agent.entries, agent.reference = (*agent.entries, *entries), ""
            agent.plural = len(agent.parties) > 1


def _is_land(context: Context, agent: Agent) -> bool:
    """Whether an agent is nothing but a state or one of its regions."""
    return bool(agent.entries) and all(context.found.actors[e].kind == "party" for e in agent.entries)


def _is_of_place(context: Context, agent: Agent) -> bool:
    """Whether a state only says behind a comma where a town lies: "in Tashkent, *Uzbekistan*"."""
    if len(agent.parties) != 1 or not behind_comma(context, agent.first - 1, agent.first):
        return False
    towns = context.found.place_mentions_in(max(0, agent.first - PLACE_REACH), agent.first)
    return any(p.last == agent.first - 1 and context.found.places[p.entry].country in agent.parties for p in towns)


def _can_act(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether a pronoun behind can mean whoever is named: not where a state is named behind "in" or "to" alone."""
    titled = sentence.having("agent", first=agent.first, last=agent.last)
    return not _is_land(context, agent) or agent.headed or bool(titled)


def _group_saying(sentence: ReadSentence, agent: Agent) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Several who say together what a pronoun does, which some languages do not tell from "they"; else nothing."""
    acting = next((a for a in _acting_before(sentence, agent) if a.parties), None)
    if acting is None or len(acting.parties) < 2:
        return None
    said = sentence.having("say", first=acting.last, last=agent.first)
    return (acting.parties, acting.entries) if said else None


def _acting_before(sentence: ReadSentence, agent: Agent) -> list[Agent]:
    """Those who may act before an agent in its sentence, the nearest first."""
    before = sentence.agents_in(agent.first - ACTING_REACH, agent.first)
    return [a for a in reversed(before) if a.free and not a.role]


def _speaking_before(context: Context, sentence: ReadSentence, agent: Agent) -> tuple[str, ...]:
    """Whose country "his country" is where the sentence says before who speaks: that one's, and not the publisher's."""
    verbs = sentence.all_having("say", "publish", "undertake", "refuse")
    before = _acting_before(sentence, agent)
    if not before or all(c.last > agent.first for c in verbs):
        return ()
    if before[0].reference == "people" and not before[0].parties:
        return _of_envoy(context, sentence, before[0])
    told = (a for a in before if a.parties and a.reference in _ONE and not context.is_outlet(a))
    acting = next(told, None)
    return acting.parties if acting is not None and len(acting.parties) == 1 else ()


def _of_envoy(context: Context, sentence: ReadSentence, title: Agent) -> tuple[str, ...]:
    """Whose envoy a title alone means: "the ambassador" is he whom the sentence before calls "the ambassador of A"."""
    if not sentence.having("envoy", first=title.first, last=title.last):
        return ()
    for earlier in reversed(context.sentences[max(0, sentence.index - 2) : sentence.index]):
        for other in earlier.agents:
            if len(other.parties) == 1 and earlier.having("envoy", first=other.first, last=other.last):
                return other.parties
    return ()


def _owner_behind(sentence: ReadSentence, agent: Agent) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Whose an office is by the word right behind it, where adjectives follow: "the minister *Kenyan*"."""
    owners = [a for a in sentence.agents_in(agent.last, agent.last + 1) if a.first == agent.last]
    told = owners and not owners[0].reference and not owners[0].role and len(owners[0].parties) == 1
    return (owners[0].parties, owners[0].entries) if told else None


def _headed_organisation(
    context: Context, sentence: ReadSentence, agent: Agent, counts: Counter[str]
) -> tuple[str, ...]:
    """Whose "the Secretary-General" is: of the organisation on whose page the text stands, else of the one named most.

    A party or a movement has a secretary-general too, and so it is only asked for organisations of states.
    """
    if not sentence.having("organisation-head", first=agent.first, last=agent.last):
        return ()
    known = [context.publisher_party, *(party for party, _ in counts.most_common())]
    facts = ((party, bodies().get(party)) for party in known if party)
    return next(((party,) for party, body in facts if body is not None and body.kind == "organisation"), ())


def _is_object(context: Context, sentence: ReadSentence, acting: Agent, agent: Agent) -> bool:
    """Whether whoever is named stands in the clause of who acts, behind one verb, and so acts in nothing himself.

    Where the verb comes last he stands between who acts and a verb of meeting.
    """
    if context.table.subject == "after":  # "met the president of A a delegation from B"
        return any(c.last <= agent.first for c in sentence.all_having("meeting-verb"))
    if not acting.last < agent.first <= acting.last + OBJECT_REACH:
        return False
    if context.table.subject == "before":  # "a delegation from A *a visit of B* made": bound to a noun or a verb
        bound = not agent.free and not agent.role and not sentence.having("that", first=acting.last, last=agent.first)
        return bound or _is_met_before_verb(sentence, acting, agent)
    if sentence.having("that", "which", "but", "and", "say", "publish", first=acting.last, last=agent.first):
        return False
    tokens = context.text.tokens
    behind = acting.last + (tokens[acting.last].text == ",")  # "the head of the agency, N. N., met"
    return all(tokens[t].kind is not TokenKind.MARK for t in range(behind, agent.first))


def _is_met_before_verb(sentence: ReadSentence, acting: Agent, agent: Agent) -> bool:
    """Whether somebody stands between who acts and a verb of meeting that comes last, in one clause."""
    met = sentence.ending_behind(agent.last, "meeting-verb")
    if met is None or met.first - agent.last > MET_REACH:
        return False
    if sentence.having("that", "which", "but", "and", "say", "publish", first=acting.last, last=agent.first):
        return False
    return not sentence.having("finite", "past", "meeting-verb", first=acting.last, last=met.first)


def _mediators(sentence: ReadSentence) -> frozenset[str]:
    """The parties that a sentence says mediate: no "two sides" are those between whom they stand."""
    markers = sentence.having("mediator")
    near = (a for a in sentence.agents if not a.reference and any(_beside(a, c) for c in markers))
    return frozenset(party for agent in near for party in agent.parties)


def _beside(agent: Agent, cue: Cue) -> bool:
    return 0 <= agent.first - cue.last <= 2 or 0 <= cue.first - agent.last <= 1


def _looking_on(sentence: ReadSentence, agent: Agent) -> bool:
    """Whether those whom an agent names are present, mediate or are only looked to, and are so no "two sides"."""
    return agent.role in _LOOKING_ON or any(_beside(agent, c) for c in sentence.having("mediator"))


def _seated(context: Context, sentence: ReadSentence) -> tuple[str, ...]:
    """Whom a sentence seats together: those between whom, whoever acts with the first whom they face, or all who act.

    Whoever is named only as holding the gathering beside which they met sits at no table. An official whose country
    is not named is of the party on whose page the text stands.
    """
    agents = [a for a in sentence.agents if not context.is_outlet(a) and not in_margin(context, sentence, a)]
    between = next((a for a in agents if a.role == "between"), None)
    if between is not None:
        return between.parties if len(between.parties) > 1 else ()
    faced = next((a for a in agents if a.role == "with" and a.parties and not _looking_on(sentence, a)), None)
    acting = next((a for a in agents if a.free and not a.role), None)
    if faced is None and context.table.subject == "either":
        met = {c.last for c in sentence.having("meeting-verb")}  # "A *met* B"
        faced = next((a for a in agents if a.parties and not a.role and a is not acting and _opens_at(a, met)), None)
    if faced is None:
        both = acting is not None and not acting.reference and bool(sentence.having("meeting-verb"))
        return acting.parties if acting is not None and both and len(acting.parties) > 1 else ()
    own = acting.parties if acting is not None else ()
    if acting is not None and not own and acting.reference == "people" and not acting.plural:
        own = (context.publisher_party,) if context.publisher_party else ()
    table = tuple(dict.fromkeys((*own, *faced.parties)))
    return table if len(table) > 1 else _all_named(a for a in agents if not _mediating(sentence, a))


def _opens_at(agent: Agent, tokens: set[int]) -> bool:
    """Whether an agent begins at one of some tokens, or an article's width behind one."""
    return agent.first in tokens or agent.first - 1 in tokens


def _mediating(sentence: ReadSentence, agent: Agent) -> bool:
    """Whether others only meet through those whom an agent names: "under Omani mediation", "with the help of B"."""
    return agent.role in ("by", "under") or any(_beside(agent, c) for c in sentence.having("mediator"))


def _all_named(agents: Iterable[Agent]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(p for a in agents if a.role != "about" and not a.reference for p in a.parties))
    return named if len(named) > 1 else ()


def _passing(context: Context, group: tuple[str, ...], counts: Counter[str]) -> bool:
    """Whether a group is named in passing, in a text that speaks of others far more: guests, not "the two"."""
    main = context.main_parties[: len(group)]
    if len(main) < len(group) or set(main) & set(group):
        return False
    return min(counts[p] for p in main) >= PASSING * max(counts[p] for p in group)


def _quoted(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an agent stands in what a sentence quotes, where "our country" is the speaker's."""
    marks = [context.text.tokens[t].text for t in range(sentence.first, agent.first)]
    return marks.count('"') % 2 == 1 or sum(m in "«“" for m in marks) > sum(m in "»”" for m in marks)


def office_before(
    context: Context, sentence: ReadSentence, agent: Agent
) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """Return whom a pronoun that names an office means ("the minister"): whoever named before holds such a one.

    Args:
        context: The document.
        sentence: Where the pronoun stands.
        agent: The pronoun.

    Returns:
        The party and the index of the person, as an agent has them; None for other pronouns, and where there is none.
    """
    offices = sentence.having("agent", first=agent.first, last=agent.last)
    if not offices:
        return None
    held = titled_before(context, replace(agent, first=offices[0].first, last=offices[0].last))
    return held if held[1] else None


def _openings(affixes: Affixes, word: str) -> set[str]:
    """A word, and what is left of it without what is written before it: its ending is kept."""
    return {word, *(stem for stem in affixes.stems(word) if word.endswith(stem))}


def titled_before(context: Context, agent: Agent) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return whom a title alone means ("the Secretary"): the last person told before whose office has that word.

    Args:
        context: The document.
        agent: Where the title stands.

    Returns:
        The party and the index of the person, as an agent has them; empty where there is none.
    """
    affixes = Affixes.of(context.text.language)
    words = {t.fold for t in context.text.tokens[agent.first : agent.last] if len(t.fold) > 2}
    best: tuple[tuple[bool, int], int, str | None] | None = None
    opened = {stem for word in words for stem in _openings(affixes, word)}
    for entry, actor in enumerate(context.found.actors):
        if actor.kind != "person":
            continue
        for role in actor.roles:
            if role.last <= agent.first:
                told = {t.fold for t in context.text.tokens[role.first : role.last]}
                # "The ambassador" with a feminine ending is rather the woman among two.
                same = not opened.isdisjoint(stem for word in told for stem in _openings(affixes, word))
                if best is not None and (same, role.first) <= best[0]:
                    continue
                held = told | {stem for word in told for stem in affixes.stems(word)}
                if words and all(word in held or not held.isdisjoint(affixes.stems(word)) for word in words):
                    best = ((same, role.first), entry, actor.party)
    if best is None:
        return (), ()
    return ((best[2],) if best[2] else ()), (best[1],)
