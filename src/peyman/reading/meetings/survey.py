"""What rules find of encounters: every mention, and which of them tell of one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from peyman.dates import FoundDate
from peyman.dates.edtf import same_or_within
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.inserted_clauses import is_elsewhere
from peyman.reading.clauses.subjects import speakers_of
from peyman.reading.clauses.surroundings import Surroundings
from peyman.reading.encounters import AHEAD, MeetingDraft, MeetingMention, by_telephone_or_not
from peyman.reading.meetings.apart import told_apart
from peyman.reading.meetings.crowds import is_of_a_crowd
from peyman.reading.meetings.decrees import signs_alone
from peyman.reading.meetings.mentions import MOST_MENTIONS, mentions
from peyman.reading.meetings.own_people import meets_own_people
from peyman.reading.meetings.sessions import of_one_body
from peyman.reading.meetings.within_one_party import is_within_one_party
from peyman.reading.time_and_place.matter import is_matter
from peyman.reading.time_and_place.venues import venues_apart

#: Kinds that no two annotators tell apart: one encounter is called by several of them in one text.
TALKING = frozenset({"talks", "meeting", "negotiation-round", "consultation"})
#: Kinds that a plain "meeting" or "talks" may point back to.
GATHERING = TALKING | {"conference", "committee", "call", "visit"}


#: What tells of a mention that it brings no parties together.
_NO_ENCOUNTERS = (of_one_body, signs_alone, is_within_one_party, is_of_a_crowd, meets_own_people)


@dataclass(slots=True)
class Survey:
    """What the rules find in a document before anything is judged.

    Attributes:
        mentions: Every word that may tell of an encounter, in order.
        drafts: The encounters that the rules put together from them.
        around: The document's sentences, indexed.
    """

    mentions: list[MeetingMention]
    drafts: list[MeetingDraft]
    around: Surroundings


def survey(context: Context) -> Survey:
    """Find every mention that may tell of an encounter, up to `MOST_MENTIONS`, and what the rules make of them.

    Args:
        context: The document with its cues, names and dates.
    """
    drafts: list[MeetingDraft] = []
    every: list[MeetingMention] = []
    at_home: MeetingMention | None = None
    for sentence in context.sentences:
        if len(every) >= MOST_MENTIONS:
            break
        found = []
        for whole in mentions(context, sentence):
            if any(rule(context, whole) for rule in _NO_ENCOUNTERS) or _is_more_of(context, whole, at_home):
                at_home = whole
            else:
                found.append(whole)
                at_home = at_home if is_matter(context, sentence, whole.cue) else None
        for mention in (part for whole in found for part in told_apart(context, whole)):
            every.append(mention)
            if mention.eventive and len(mention.parties) < 2:
                mention.parties = _parties_from_around(context, mention, drafts)
            draft = same_encounter(context, drafts, mention)
            if draft is not None:
                draft.mentions.append(mention)
            elif mention.eventive:
                drafts.append(MeetingDraft([mention]))
    return Survey(every, drafts, Surroundings(context))


def _is_more_of(context: Context, mention: MeetingMention, at_home: MeetingMention | None) -> bool:
    """Whether a mention tells more of an encounter that brought no parties together, or of what was talked of there.

    Args:
        context: The document.
        mention: A mention of the same sentence or a later one.
        at_home: The encounter told last, if it is such a one.
    """
    if at_home is None:
        return False
    sentence, cue = mention.sentence, mention.cue
    shown = {d.last for d in sentence.having("demonstrative", last=cue.last)}
    if mention.pointing or any(noun.first in shown for noun in sentence.having("meeting-noun", last=cue.last)):
        return True
    return at_home.sentence is sentence and mention.date is None and is_matter(context, sentence, cue)


def _parties_from_around(context: Context, mention: MeetingMention, drafts: list[MeetingDraft]) -> tuple[str, ...]:
    """Who meets, where the mention's own stretch names fewer than two.

    First the rest of its sentence, less whoever only speaks there; then, for a visit, the country that is visited;
    then the encounter told before, if nothing speaks against it; then the two that the document is about.
    """
    sentence, parties = mention.sentence, mention.parties
    speakers = speakers_of(context, sentence)
    beside = [
        a
        for a in sentence.agents
        if a.role in ("", "with", "between")
        and not context.is_outlet(a)
        and a.first not in speakers
        and not set(a.parties) & set(mention.apart_from)
        and not is_elsewhere(context, sentence, a, mention.cue)
    ]
    parties = tuple(dict.fromkeys((*parties, *party_union(beside))))
    if len(parties) < 2 and mention.kind == "visit":
        visited = [
            context.found.places[m.entry].country for m in context.found.place_mentions_in(mention.first, mention.last)
        ]
        parties = tuple(dict.fromkeys((*parties, *(c for c in visited if c))))
    if len(parties) >= 2:
        return parties
    told = (
        (mention.date is not None and not mention.date.vague)
        or bool(mention.order or mention.round)
        or mention.status_said
    )
    for draft in reversed(drafts):
        if set(parties) <= set(draft.parties):
            return draft.parties if told else parties
    if told and len(context.main_parties) >= 2 and set(parties) <= set(context.main_parties[:2]):
        return context.main_parties[:2]
    return parties


def same_encounter(context: Context, drafts: list[MeetingDraft], mention: MeetingMention) -> MeetingDraft | None:
    """Return the latest encounter told so far that a mention can be more of, its like in status first; else None."""
    agreeing = [draft for draft in reversed(drafts) if _compatible(context, draft, mention)]
    alike = [draft for draft in agreeing if (draft.status in AHEAD) == (mention.status in AHEAD)]
    return next(iter(alike or agreeing), None)


def _compatible(context: Context, draft: MeetingDraft, mention: MeetingMention) -> bool:
    main = draft.main
    if not kinds_agree(draft.kind, mention.kind) or by_telephone_or_not(main, mention):
        return False
    tells = mention.date is not None or mention.status_said
    if any(m.order for m in draft.mentions) != bool(mention.order) and (mention.order or (mention.eventive and tells)):
        return False
    if not _dates_agree(draft.date, mention.date):
        return False
    if (draft.status == "denied") != (mention.status == "denied") and (mention.eventive or mention.status_said):
        return False  # that it took place, and that it did not, are two accounts
    ahead_a, ahead_b = draft.status in AHEAD, mention.status in AHEAD
    if ahead_a != ahead_b and mention.status_said and any(m.status_said for m in draft.mentions):
        return False
    numbers = {r for r in (main.round, mention.round) if r and r.isdigit()}
    if len(numbers) > 1:
        return False
    ours, theirs = set(draft.parties), set(mention.parties)
    if len(ours) >= 2 and len(theirs) >= 2 and not (ours <= theirs or theirs <= ours):
        return False
    if ours and theirs and not ours & theirs:
        return False
    places = {m.place for m in draft.mentions if m.place is not None}
    return mention.pointing or not places or not all(venues_apart(context, place, mention.place) for place in places)


def _dates_agree(a: FoundDate | None, b: FoundDate | None) -> bool:
    if a is None or b is None or not a.edtf or not b.edtf or a.vague or b.vague:
        return True
    return same_or_within(a.edtf, b.edtf)


def kinds_agree(a: str, b: str) -> bool:
    """Whether two kinds may be words for one encounter."""
    if a == b or {a, b} <= TALKING or {a, b} == {"conference", "committee"}:
        return True
    if "signing" in (a, b):
        return False
    return a in GATHERING and b in GATHERING and (a in TALKING or b in TALKING)
