"""What an encounter is about: other encounters, wars and places that are only spoken of there.

"Met B to discuss *the talks in Geneva*", "… the war between C and D": whoever is at war is not at the table, the place
of those talks is not that of the encounter, and a day that is told behind them is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.marks import APOSTROPHES, DASHES, LONG_DASHES
from peyman.text.tokens import TokenKind

#: What is spoken of stands at most so many words behind the word that opens it: "about *the latest indirect* talks".
OPENED_WITHIN = 4
#: And so many where "and" joins it to something else: "about the situation in C *and the talks*".
JOINED_WITHIN = 9
#: A day, a place or two parties stand at most so many words behind the noun that they belong to.
BELONGS_WITHIN = 10
#: A preposition of so few letters opens a visit that somebody is on, and none that is spoken of: "on a visit".
SHORT = 2
#: Verbs that may stand before another one of the same subject.
_VERBS = ("stance", "say", "publish", "undertake", "past", "future", "meeting-verb")
#: Marks that stand within a word or before its possessive: "the Secretary-General's".
_WITHIN_WORDS = APOSTROPHES | (DASHES - LONG_DASHES)
#: Words for where or when something was spoken of.
_SETTING = ("in", "margin", "after")
#: Cues that end what is spoken of.
_ENDS = ("with", "that", "which", "but", "finite", "past", "say", "publish", "meeting-verb")


def is_matter(context: Context, sentence: ReadSentence, noun: Cue) -> bool:
    """Whether the noun of an encounter names what another encounter of its clause is about.

    Args:
        context: The document.
        sentence: Where it stands.
        noun: The noun.
    """
    if noun.role != "meeting-noun":
        return False
    opener = _opener(context, sentence, noun.first)
    if opener is None or _is_on_a_journey(context, opener, noun):
        return False
    if opener.role == "meeting-verb":
        return noun.value != "call"  # "discussed by telephone", whose word is listed as a noun
    return bool(_told_beside(context, sentence, opener, noun))


def own_words(context: Context, sentence: ReadSentence, noun: Cue, last: int) -> tuple[int, int]:
    """The tokens that tell of an encounter that is only spoken of: from its noun to the verb of what is about it.

    Args:
        context: The document.
        sentence: Where it stands.
        noun: Its noun.
        last: Where its clause ends.
    """
    verbs = sentence.having("meeting-verb", first=noun.last, last=last) if context.table.subject == "before" else []
    return noun.first, verbs[0].first if verbs else last


def dates_the_matter(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date belongs to an encounter that another one is about: "met to prepare the visit *next month*".

    Args:
        context: The document.
        sentence: Where both stand.
        date: A date of it.
        cue: The word for the encounter that is told.
    """
    return _noun_before(context, sentence, date.first, cue) is not None


def places_the_matter(context: Context, sentence: ReadSentence, place: int, cue: Cue) -> bool:
    """Whether a place belongs to what an encounter is about: "discussed the talks *in Geneva*".

    Args:
        context: The document.
        sentence: Where both stand.
        place: The first token of the place.
        cue: The word for the encounter that is told.
    """
    return _noun_before(context, sentence, place, cue, "dated") is not None


def is_of_the_matter(context: Context, sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether two parties are between what an encounter is about: "discussed the war *between C and D*".

    Args:
        context: The document.
        sentence: Where they stand.
        agent: The two.
        cue: The word for the encounter that is told.
    """
    if agent.role not in ("between", "of", "") or len(agent.parties) < 2:
        return False
    words = sentence.having("between", first=agent.first - OPENED_WITHIN, last=agent.first)
    if not words:
        return False
    opener = _opener(context, sentence, words[-1].first)
    if opener is None or opener.first <= cue.first < words[-1].first:
        return opener is not None and opener.first == cue.first and cue.loose
    nouns = sentence.having("meeting-noun", first=opener.last, last=words[-1].first)
    return all(noun.first != cue.first for noun in nouns)


def only_discussed(context: Context, sentence: ReadSentence, agents: Sequence[Agent], cue: Cue) -> list[Agent]:
    """Those of whom a verb only tells that they were spoken of: "the minister discussed *the security of A*".

    They stand behind a verb that takes what is spoken of as its object, whose subject stands before it.

    Args:
        context: The document.
        sentence: Where it is told.
        agents: Whom the clause of the encounter names.
        cue: The word for the encounter.
    """
    verb = cue.role == "meeting-verb" and cue.value == "talks" and cue.loose
    if not verb or context.table.subject != "either" or sentence.having("with", first=cue.last - 1, last=cue.last):
        return []
    subject = next((a for a in agents if a.parties and not a.role and a.last <= cue.first), None)
    if subject is None:
        return []
    # "reaffirmed the security *of A* and discussed …": behind a verb that stands before it
    verbs = sentence.having(*_VERBS, first=subject.last, last=cue.first)
    begin = verbs[0].last if verbs else cue.last
    return [a for a in agents if a.role in ("", "of") and a.first >= begin]


def _opener(context: Context, sentence: ReadSentence, at: int) -> Cue | None:
    """The word that opens what is spoken of, where a token stands in that: "about", "discussed"."""
    openers = [
        c
        for c in sentence.having("about", "meeting-verb", first=at - JOINED_WITHIN - OPENED_WITHIN, last=at)
        if c.role == "about" or (c.loose and c.value == "talks" and context.table.subject != "before")
    ]
    if not openers:
        return None
    opener = max(openers, key=lambda c: c.last)
    tokens = context.text.tokens
    gap = [t for t in range(opener.last, at) if tokens[t].text not in _WITHIN_WORDS]
    joined = any(at - c.last <= OPENED_WITHIN for c in sentence.having("and", first=opener.last, last=at))
    # "discussed *the president's plans for the next* summit": one noun phrase, as nothing says where or when
    bound = bool(sentence.having("of", first=opener.last, last=at)) and not sentence.having(
        *_SETTING, first=opener.first, last=at
    )
    if len(gap) > (JOINED_WITHIN if joined or bound else OPENED_WITHIN):
        return None
    if any(tokens[t].kind is not TokenKind.WORD for t in gap):
        return None
    return None if sentence.having(*_ENDS, first=opener.last, last=at) else opener


def _is_on_a_journey(context: Context, opener: Cue, noun: Cue) -> bool:
    words = context.text.tokens[opener.first : opener.last]
    return noun.value == "visit" and len(words) == 1 and len(words[0].fold) <= SHORT


def _told_beside(context: Context, sentence: ReadSentence, opener: Cue, noun: Cue) -> list[Cue]:
    """The words for an encounter that is about what an opener opens: before it, or behind where the verb comes last."""
    before = sentence.having("meeting-noun", "meeting-verb", last=opener.first)
    if before or context.table.subject != "before":
        return before
    return sentence.having("meeting-verb", first=noun.last)


def _noun_before(context: Context, sentence: ReadSentence, at: int, cue: Cue, *roles: str) -> Cue | None:
    """The noun of what is spoken of that a token stands behind, if the encounter that is told is another."""
    tokens = context.text.tokens
    nouns = sentence.having("meeting-noun", *roles, first=at - BELONGS_WITHIN, last=at)
    for noun in reversed(nouns):
        if noun.value == "signing":
            continue  # "the accord on water *signed* on 2 May during the visit": of the visit as well
        if noun.first < cue.last and cue.first < noun.last:
            return None
        opener = _opener(context, sentence, noun.first)
        if opener is None or (noun.role == "meeting-noun" and _is_on_a_journey(context, opener, noun)):
            continue
        if opener.first < cue.first < at:
            continue  # the encounter itself stands between
        gap = range(noun.last, at)
        if any(tokens[t].kind is not TokenKind.WORD and tokens[t].text not in APOSTROPHES for t in gap):
            return None
        return None if sentence.having("and", *_ENDS, first=noun.last, last=at) else noun
    return None
