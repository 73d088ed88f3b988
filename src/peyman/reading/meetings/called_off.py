"""What became of an encounter that was to come, as the words behind its telling say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peyman.dates import FoundDate
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.encounters import CALLED_OFF, Encounter, MeetingMention
from peyman.reading.meetings.survey import kinds_agree

#: "It was planned that" stands at most so many tokens before the words of what was.
PLAN_REACH = 6
#: Who meets whom is told from so many on.
PAIR = 2


def called_off(encounter: Encounter, mentions: Sequence[MeetingMention]) -> str:
    """Say what the same sentence or the next one says became of an encounter to come; empty where neither does.

    Args:
        encounter: What was told.
        mentions: Every word of the document that may tell of an encounter, in order.
    """
    main = encounter.main
    if not _was_to_come(main):
        return ""
    for mention in mentions:
        behind = mention.sentence.index - main.sentence.index in (0, 1) and mention.first >= main.last
        told = mention.status_said and mention.order == main.order
        said = told and mention.status in (*CALLED_OFF, "denied")
        if behind and said and mention.date is not None and mention.date is not main.date:
            return ""  # of another day's
        if behind and said and _may_be_of(mention, encounter):
            one = (mention.kind == "visit") == (main.kind == "visit")
            if one and (mention.kind == main.kind or kinds_agree(mention.kind, main.kind)):
                return "cancelled" if mention.status == "denied" else mention.status
    return ""


def moved_to(sentence: ReadSentence, date: FoundDate) -> FoundDate:
    """Return the day to which something is put off, where both are told: "put off from 26 May *to 2 June*".

    Args:
        sentence: Where it is told that it is put off.
        date: The date of its clause; only a stretch behind "from" is two days.
    """
    first, slash, last = (date.edtf or "").partition("/")
    opens = any(c.last == date.first or c.first == date.first for c in sentence.having("from"))
    return replace(date, edtf=last) if slash and ".." not in (first, last) and opens else date


def _may_be_of(mention: MeetingMention, encounter: Encounter) -> bool:
    """Whether those whom a mention names may be all who come: a host may be left out, but two are no session of six."""
    named, parties = set(mention.own_parties), set(encounter.parties)
    return named <= parties and (len(named) < PAIR or len(parties) - len(named) <= 1)


def without_put_off(told: Sequence[Encounter]) -> list[Encounter]:
    """Leave out an encounter that was to be on a day, where the words behind put the same one off to another day.

    "They were to meet on Monday, but the meeting *has been postponed to Friday*" tells one encounter, Friday's.

    Args:
        told: The encounters of a document.
    """
    put_off: dict[int, list[tuple[Encounter, MeetingMention]]] = {}  # by sentence, so that each looks at two alone
    for encounter in told:
        for mention in encounter.mentions:
            if mention.status == "postponed" and mention.status_said and mention.date is not None:
                put_off.setdefault(mention.sentence.index, []).append((encounter, mention))
    return [e for e in told if not (put_off and _is_put_off(e, put_off))]


def _is_put_off(encounter: Encounter, put_off: Mapping[int, Sequence[tuple[Encounter, MeetingMention]]]) -> bool:
    main = encounter.main
    if not _was_to_come(main):
        return False
    parties, index = set(encounter.parties), main.sentence.index
    return any(
        other is not encounter and mention.first >= main.last and set(other.parties) == parties
        for other, mention in (*put_off.get(index, ()), *put_off.get(index + 1, ()))
    )


def _was_to_come(mention: MeetingMention) -> bool:
    """Whether a mention tells of what is to come, or was: "was due to go there *last week*"."""
    plans = mention.sentence.having("planned", first=mention.first - PLAN_REACH, last=mention.last)
    return mention.status == "planned" or (mention.status == "held" and bool(plans))
