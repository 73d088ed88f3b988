"""Every word of a document that may tell of an encounter, and what its clause says of it by the rules."""

from __future__ import annotations

from bisect import bisect_left

from peyman.actors.found import ActorEntry
from peyman.actors.known import register
from peyman.actors.offices.office_kinds import is_state
from peyman.dates import FoundDate
from peyman.reading.attendance.journeys_aside import host_and_guest
from peyman.reading.attendance.said_there import who_says_it_there, without_who_tells_it
from peyman.reading.attendance.topic_lists import talked_about
from peyman.reading.clauses.calling import calls_upon, may_call
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence, capacity_of
from peyman.reading.clauses.subjects import LONGEST_CUE, segment_after, segment_before, speakers_of
from peyman.reading.clauses.tense import lies_ahead
from peyman.reading.encounters import CALLED_OFF, MeetingMention
from peyman.reading.meetings.arrivals import is_no_arrival, sends, was_met_before
from peyman.reading.meetings.coordinated import OwnClause, own_clause
from peyman.reading.meetings.goals import plain
from peyman.reading.meetings.interviews import interviews
from peyman.reading.meetings.manner import says_how
from peyman.reading.meetings.pointing import points_back
from peyman.reading.meetings.refusals import (
    INTENDED_REACH,
    is_broken_off,
    is_done_without,
    is_refused,
    is_sought,
    only_ought_to_be,
)
from peyman.reading.meetings.rounds import between, round_of
from peyman.reading.meetings.statuses import status_of
from peyman.reading.meetings.things_met import greets_a_thing, meets_a_need
from peyman.reading.time_and_place.margins import in_margin, margin_before, margin_end
from peyman.reading.time_and_place.matter import is_matter, is_of_the_matter, only_discussed, own_words
from peyman.reading.time_and_place.meeting_dates import date_told
from peyman.reading.time_and_place.places_told import place_told
from peyman.reading.time_and_place.recalled import counted_back, is_recalled
from peyman.text.tokens import TokenKind

#: A word that characterises an encounter stands at most so many tokens from its noun.
DESIGNATION_REACH = 4
#: A relative clause is about a noun if it opens at most so many tokens behind it.
CLAUSE_REACH = 4
#: So many mentions of one document are looked at: enough for a day's log of a summit.
MOST_MENTIONS = 300
#: So many words for encounters of one sentence are looked at: what holds more is no prose.
MOST_IN_SENTENCE = 40
#: Whoever takes part in what is spoken of stands at most so many tokens behind its noun: "the talks *between A and B*".
OWN_REACH = 4
#: A word that opens a condition has at most so many tokens.
CONDITION_REACH = 6
#: "Previous" and "next" stand at most so many tokens from the noun that they order.
ORDER_REACH = 2
#: The noun of a gathering stands at most so many words behind the organisation whose it is.
HELD_REACH = 4
#: Who mediates stands at most so many tokens behind the word for it.
MEDIATOR_REACH = 3
#: Topics of an encounter, and how many tokens behind its word the word that opens one stands at most.
MOST_TOPICS, TOPIC_REACH = 3, 12
_NO_TOPIC = ("hold", "with", "attendance", "between", "in", "say", "publish", "under", "by")
#: A committee stands at most so many tokens behind the word for its session: "of the Kenya-Oman".
ITS_SESSION = 5


def mentions(context: Context, sentence: ReadSentence) -> list[MeetingMention]:
    """Find the encounters that one sentence tells of; several words for one encounter make one mention."""
    found: list[MeetingMention] = []
    for cue in sentence.all_having("meeting-noun", "meeting-verb")[:MOST_IN_SENTENCE]:
        mention = None if _in_a_name(context, cue) else _mention(context, sentence, cue)
        if mention is None:
            continue
        near = found[-1] if found else None
        one = near is not None and _one_telling(near, mention)
        if near is not None and one and not any(is_matter(context, sentence, c) for c in (near.cue, mention.cue)):
            found[-1] = _fuse(near, mention)
        else:
            found.append(mention)
    return found


def _in_a_name(context: Context, cue: Cue) -> bool:
    """Whether a word is part of a name: "Attorney General Jeff Sessions", "the African Union Commission"."""
    near = context.found.mentions_in(max(0, cue.first - 3), cue.last + 1)
    named = (context.found.actors[m.entry] for m in near if m.first <= cue.first and cue.last <= m.last)
    return any(actor.kind == "person" or (cue.value == "committee" and _is_organ(actor)) for actor in named)


def _is_organ(actor: ActorEntry) -> bool:
    """Whether a body that the register knows by name is an organ of one party, and no committee of several."""
    return actor.kind == "body" and actor.party is not None and ":" not in actor.key


def _one_telling(a: MeetingMention, b: MeetingMention) -> bool:
    """Two cues of one clause tell one encounter, unless each has a date of its own or their kinds exclude."""
    if a.kind != b.kind and not {a.kind, b.kind}.isdisjoint({"signing", "visit"}):
        return False
    if a.order != b.order and (a.order or b.order) and not _sits(a, b):
        return False
    if a.in_margin != b.in_margin:
        return False
    if a.date is not None and b.date is not None and a.date.edtf != b.date.edtf and not _one_stay(a, b):
        return False
    if a.status != b.status and a.status_said and b.status_said:
        return False
    return says_how(a, b) or (a.first < b.last and b.first < a.last)


def _sits(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether the second word is whose session the first one is: "the next *meeting* of the joint *commission*"."""
    return b.kind == "committee" and b.cue.role == "meeting-noun" and 0 <= b.cue.first - a.cue.last <= ITS_SESSION


def _one_stay(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether two words of one clause tell one visit, of which it says since when it lasts, and what day it is now."""
    return a.kind == b.kind == "visit" and not a.sentence.having("and", first=a.cue.last, last=b.cue.first)


def _fuse(a: MeetingMention, b: MeetingMention) -> MeetingMention:
    keep, other = (a, b) if _specificity(a) >= _specificity(b) else (b, a)
    keep.date = keep.date or other.date
    keep.parties = keep.parties if len(keep.parties) >= len(other.parties) else other.parties
    keep.own_parties = tuple(dict.fromkeys((*keep.own_parties, *other.own_parties)))
    keep.people = keep.people or other.people
    keep.place = keep.place if keep.place is not None else other.place
    keep.basis = keep.basis or other.basis
    keep.topics = keep.topics + [t for t in other.topics if t not in keep.topics]
    keep.round = keep.round or other.round
    keep.designations = list(dict.fromkeys((*keep.designations, *other.designations)))
    keep.status, keep.status_said = (
        (other.status, True) if other.status_said and not keep.status_said else (keep.status, keep.status_said)
    )
    keep.eventive = keep.eventive or other.eventive
    keep.order = keep.order or other.order
    keep.first, keep.last = min(a.first, b.first), max(a.last, b.last)
    return keep


def _is_of_meeting_before(context: Context, sentence: ReadSentence, cue: Cue, first: int) -> bool:
    """Whether a verb of going belongs to a meeting told before it in its clause: "went to meet B", verb last."""
    if context.table.subject != "before" or cue.role != "meeting-verb":
        return False
    met = [c for c in sentence.having("meeting-verb", first=first, last=cue.first) if c.value == "meeting"]
    return bool(met) and not sentence.having("and", "finite", "past", first=met[-1].last, last=cue.first)


#: Forms of statements in which one talks with the press.
_TO_PRESS = ("press-conference", "interview")
_KIND_RANK = ("call", "signing", "visit", "committee", "conference", "negotiation-round", "consultation", "talks")


def _specificity(mention: MeetingMention) -> int:
    return len(_KIND_RANK) - _KIND_RANK.index(mention.kind) if mention.kind in _KIND_RANK else 0


def _mention(context: Context, sentence: ReadSentence, cue: Cue) -> MeetingMention | None:
    listed, cue = cue, plain(context, sentence, cue)
    first = segment_before(context, sentence, cue.first)
    last = _with_its_clause(context, sentence, cue, segment_after(context, sentence, cue.last))
    margin = margin_before(context, sentence, cue.first) if cue.role == "meeting-noun" else None
    clause = own_clause(context, sentence, cue, first, last)
    if margin is not None:
        clause = OwnClause(margin.first, margin_end(context, sentence, margin, cue.last, last))
    first, last = clause.first, clause.last
    if (back := counted_back(context, sentence, cue)) is not None:
        first, last = max(first, back[0]), min(last, back[1])
    spoken_of = is_matter(context, sentence, cue)
    if spoken_of:
        first, last = own_words(context, sentence, cue, last)
    low, high = (bisect_left(sentence.agents, at, key=lambda a: a.first) for at in (first, last))
    near = sentence.agents[low:high]
    beside = [a for a in near if a.role == "with"]
    speaking = cue.role == "meeting-noun" and cue.value not in ("visit", "signing")
    if speaking and beside and all(context.is_outlet(a) for a in beside):
        return None  # "in talks with IRNA": an interview
    if cue.value == "talks" and beside and interviews(context, sentence, near, beside[0]):
        return None
    if cue.loose and cue.value == "talks":
        forms = sentence.having("statement-noun", first=first, last=last)
        if any(form.value in _TO_PRESS for form in forms):
            return None  # "the two spoke at a press conference"
    topics = talked_about(context, sentence, cue)
    agents = [
        a
        for a in near
        if a.last <= last and not context.is_outlet(a) and (margin is not None or not in_margin(context, sentence, a))
        if a.first not in topics and not was_met_before(sentence, a, cue)
    ]
    agents = [clause.subject, *agents] if clause.subject is not None else agents
    if is_no_arrival(context, sentence, agents, cue) or is_recalled(context, sentence, cue, last):
        return None
    if may_call(sentence, cue) and not calls_upon(context, sentence, cue, last):
        return None
    date = date_told(context, sentence, cue, first, last)
    date = date if date is None or not spoken_of or first <= date.first < last else None
    if date is None and any(
        c.last == first for c in sentence.having("condition", first=first - CONDITION_REACH, last=first)
    ):
        return None  # "if the two sides meet, …": nobody says that they will
    status, said = status_of(context, sentence, cue, first, last, date)
    said = said or (listed.loose and not cue.loose)  # a verb with its goal tells the journey
    if status in ("held", "planned") and is_refused(context, sentence, cue, first, last, date):
        return None  # "refused to meet", "ruled out any talks": what is refused is told as an undertaking
    if is_done_without(context, sentence, cue) or is_broken_off(context, sentence, cue, date):
        return None
    if only_ought_to_be(context, sentence, cue, first, date) or (date is None and is_sought(sentence, cue, first)):
        return None
    objects = only_discussed(context, sentence, agents, cue)
    parties, people, mediators = _at_the_table(context, sentence, [a for a in agents if a not in objects], cue)
    if objects and len(parties) < 2:
        return None  # "discussed the security of C": with whom, another sentence says
    if len(parties) < 2:
        parties = host_and_guest(context, sentence, cue, first, last) or parties
    if status == "denied" and len(parties) == 1:  # "A's spokesman said that there were no talks with B"
        speakers = speakers_of(context, sentence)
        parties = tuple(dict.fromkeys((*party_union([a for a in sentence.agents if a.first in speakers]), *parties)))
    place = place_told(context, sentence, cue, first, last)
    if cue.value == "visit" and cue.role == "meeting-verb" and len(parties) == 1 and place is not None:
        town = context.found.places[place]  # "arrived in Maputo": to whom, the town says
        facts = register.places().get(town.key)
        goal = (facts.capital_of or facts.authority if facts is not None else None) or town.country
        parties = tuple(dict.fromkeys((*parties, *([goal] if goal else []))))
    if cue.loose and cue.value == "visit" and place is None and _is_of_meeting_before(context, sentence, cue, first):
        return None
    if spoken_of and not _has_its_own(context, agents, date, cue):
        return None  # "discussed the talks in Geneva"
    order = _order(sentence, cue)
    pointing = points_back(sentence, cue, near, date is not None)
    holds = bool(sentence.having("hold", first=first, last=last))
    called_off = said and status in CALLED_OFF
    if pointing and not holds and not called_off and cue.role == "meeting-noun":
        date, said = None, False  # "in this meeting it was agreed to … by June": the date is of what was agreed
    related = any(a.role in ("with", "between") for a in agents)
    dated = date is not None and not date.vague
    eventive = cue.role == "meeting-verb" or bool(dated or holds or related or said or len(parties) >= 2)
    # "For *a* meeting with A": a noun, though its words are listed as a verb.
    wishable = cue.role == "meeting-noun" or cue.loose
    if wishable and date is None and sentence.having("no-undertaking", first=first, last=cue.first):
        eventive = False  # "we call for talks between A and B", "A and B may come to terms": wished for, not told
    if cue.loose and len(parties) < 2 and not (related and date is not None):
        eventive = False  # "was in", "went to": of itself it tells of no encounter
    if cue.role == "meeting-verb" and (
        meets_a_need(sentence, cue) or (cue.loose and greets_a_thing(context, sentence, cue))
    ):
        return None  # "welcomed the agreement between A and B"
    if cue.value == "committee" and not (holds or order or round_of(sentence, cue, first, last)):
        eventive = False  # a committee that does something is a body, not an encounter
    told = holds or (context.table.subject == "before" and sentence.having("planned", first=cue.last, last=last))
    told = told or (cue.value == "visit" and sentence.having("planned", first=cue.first - ORDER_REACH, last=cue.first))
    if cue.role == "meeting-noun" and date is not None and date.vague and not told:
        if first <= date.first < last:
            return None  # "their consultations in the coming months": a programme, not an encounter
        date = None  # of what is told in another clause
    return MeetingMention(
        sentence=sentence,
        cue=cue,
        first=first,
        last=last,
        kind=cue.value,
        status=status,
        status_said=said,
        date=date,
        parties=parties,
        people=people,
        place=place,
        basis=tuple(m.entry for m in context.found.agreement_mentions_in(first, last)),
        topics=_topics(context, sentence, cue, last),
        round=round_of(sentence, cue, first, last),
        designations=[
            (c.value, c.first, c.last) for c in sentence.having("format") if between(c, cue) <= DESIGNATION_REACH
        ],
        order="" if said and status == "held" and order == "next" else order,
        pointing=pointing,
        eventive=eventive
        and not (pointing and date is None and not related and not called_off and cue.role == "meeting-noun"),
        mediators=mediators,
        own_parties=parties,
        in_margin=margin is not None,
        coordinated=clause.parted,
        subject=clause.subject,
        apart_from=clause.apart,
        intended=_is_intended(context, sentence, cue, first, date),
    )


def _with_its_clause(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> int:
    """Where a stretch ends if a relative clause behind the noun tells of it: "the talks that were held in May"."""
    if cue.role != "meeting-noun" or last - cue.last > CLAUSE_REACH:
        return last
    opener = next((c for c in sentence.having("which", "that") if c.first == last), None)
    if opener is None or sentence.having("say", "publish", "undertake", first=cue.last, last=last):
        return last
    end = segment_after(context, sentence, opener.last)
    tells = sentence.having("hold", "past", "planned", "postponed", "cancelled", first=opener.last, last=end)
    return end if tells else last


def _order(sentence: ReadSentence, cue: Cue) -> str:
    """Whether the noun is of the encounter before or after the one told ("previous", "next"), topics left out."""
    low, high = cue.first - ORDER_REACH, cue.last + ORDER_REACH
    governed = [c.first for c in sentence.having("about", "with", "in", "from", "to", "between", first=low)]
    for role in ("previous", "next"):
        for word in sentence.having(role, first=low - LONGEST_CUE, last=high + LONGEST_CUE):
            if sentence.is_dated(word.first) or (cue.role == "meeting-verb" and cue.first <= word.first < cue.last):
                continue
            left, right = min(word.last, cue.last), max(word.first, cue.first)
            if right - left <= ORDER_REACH and not any(left <= g < right for g in governed):
                return role
    return ""


def _is_intended(context: Context, sentence: ReadSentence, cue: Cue, first: int, date: FoundDate | None) -> bool:
    """Whether an encounter is only agreed on, offered or wished for: "agreed to hold talks", "is ready to meet"."""
    before = sentence.having("intended", first=max(first, cue.first - INTENDED_REACH), last=cue.last)
    before = [c for c in before if c.first < cue.first]  # "ready *to* meet": one word may be of both
    return bool(before) and lies_ahead(context, date.edtf if date else None) is not False


def _has_its_own(context: Context, agents: list[Agent], date: FoundDate | None, cue: Cue) -> bool:
    """Whether its day, or somebody who takes part in it, is told right behind the noun of an encounter.

    A day that lies ahead may stand farther: those who speak of it have met.
    """
    if date is not None and (abs(date.first - cue.last) <= OWN_REACH or lies_ahead(context, date.edtf)):
        return True
    return any(a.role in ("with", "between", "of") and 0 <= a.first - cue.last <= OWN_REACH for a in agents)


def _at_the_table(
    context: Context, sentence: ReadSentence, agents: list[Agent], cue: Cue
) -> tuple[tuple[str, ...], list[tuple[int, str]], tuple[str, ...]]:
    """Who takes part: those between or with whom, and who meets them; those present only where too few are named."""
    agents = without_who_tells_it(context, sentence, agents, cue)
    spoken_of = [a for a in agents if is_of_the_matter(context, sentence, a, cue)]
    if spoken_of and len(party_union([a for a in agents if a not in spoken_of])) >= 2:
        agents = [a for a in agents if a not in spoken_of]
    between = [a for a in agents if len(a.parties) >= 2 and (a.role == "between" or _possesses(a, cue))]
    speakers = speakers_of(context, sentence) if cue.role == "meeting-noun" else frozenset()
    seated = [
        a
        for a in agents
        if (a.role in ("with", "between", "", "of", "by", "to") and a.first not in speakers) or sends(context, a, cue)
    ]
    seated = between or [*seated, *(a for a in agents if _holds(context, sentence, a, cue))]
    seated = [a for a in seated if a.role or a.free or a.first >= cue.first or cue.role == "meeting-verb"] or seated
    seated = [*who_says_it_there(context, sentence, agents, seated, speakers, cue), *seated]
    present = [a for a in agents if a.role == "attendance"]
    parties = party_union(seated)
    if len(parties) < 2:
        parties = tuple(dict.fromkeys((*parties, *party_union(present))))
    mediators = _mediators(sentence)
    people: list[tuple[int, str]] = []
    for agent in (*seated, *present):
        for entry in agent.entries:
            actor = context.found.actors[entry]
            if actor.kind == "person" and all(e != entry for e, _ in people):
                people.append((entry, capacity_of(sentence, agent, actor.party in mediators)))
    return parties, people, mediators


def _holds(context: Context, sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether a gathering that somebody takes part in is an organisation's: "takes part in *the ASEAN* Forum meeting".

    A preposition stands before its name and none behind, up to the noun.
    """
    if agent.role != "in" or cue.role != "meeting-noun" or not agent.parties or agent.first >= cue.first:
        return False
    if cue.first - agent.last > HELD_REACH or any(is_state(party) for party in agent.parties):
        return False
    if not sentence.having("participate", last=agent.first):
        return False
    gap = range(agent.last, cue.first)
    words = all(context.text.tokens[t].kind is TokenKind.WORD for t in gap)
    return words and not sentence.having("in", "with", "of", "about", "and", first=agent.last, last=cue.first)


def _mediators(sentence: ReadSentence) -> tuple[str, ...]:
    """The parties right before a word for mediating or behind it."""
    found: dict[str, None] = {}
    for marker in sentence.having("mediator"):
        end = bisect_left(sentence.agents, marker.first, key=lambda a: a.first)
        before = [a for a in sentence.agents[max(0, end - 2) : end] if 0 <= marker.first - a.last <= 1]
        behind = sentence.agents_in(marker.last, marker.last + MEDIATOR_REACH + 1)
        found.update(dict.fromkeys(party_union([*before, *behind])))
    return tuple(found)


def _possesses(agent: Agent, cue: Cue) -> bool:
    """Whether two or more parties own the noun: "the talks of A and B", "A–B talks"."""
    if cue.role != "meeting-noun":
        return False
    if agent.first == cue.last:
        return True  # whatever preposition is near, the noun stands between it and them
    return agent.role in ("", "of") and (agent.first - cue.last == 1 or 0 <= cue.first - agent.last <= 1)


def _topics(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> list[tuple[int, int]]:
    topics: list[tuple[int, int]] = []
    for about in sentence.having("about", first=cue.first, last=cue.last + TOPIC_REACH + LONGEST_CUE):
        if len(topics) == MOST_TOPICS or about.first >= last or about.first - cue.last > TOPIC_REACH:
            break
        others = sentence.having(*_NO_TOPIC, first=about.last, last=last + LONGEST_CUE)
        stop = min((c.first for c in others), default=last)
        end = about.last
        while end < min(last, stop) and context.text.tokens[end].kind is not TokenKind.MARK:
            end += 1
        if end > about.last and not any(d.first <= about.last and end <= d.last for d in sentence.dates):
            topics.append((about.last, end))  # "on Wednesday" is no topic
    return topics
