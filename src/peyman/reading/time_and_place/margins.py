"""Gatherings beside which others meet: "on the sidelines of the OIC's summit the ministers of A and B talked".

So does a gathering that only says when: "a day *before the meeting of the Council* the envoys of A and B met".
"""

from __future__ import annotations

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.marks import COMMAS, LONG_DASHES, SEMICOLONS
from peyman.text.tokens import TokenKind

#: Whatever stands in the margins of another gathering is named at most so many tokens behind "on the sidelines of".
MARGIN_REACH = 14
#: A gathering that says when stands at most so many tokens behind "before", and whose it is so many from its noun.
TIMED_REACH, TIMED_OWNER = 3, 2
#: What opens a gathering that only says when, and kinds of such gatherings.
_TIMES = ("after", "ahead")
_GATHERINGS = frozenset({"conference", "meeting", "committee", "negotiation-round"})
_MARGIN_BREAKS = ("with", "between", "attendance", "say", "publish", "hold", "meeting-verb", "that", "which", "but")
_MARGIN_MARKS = COMMAS | SEMICOLONS | LONG_DASHES | {":", "(", ")"}


def in_margin(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an agent is named only as whose gathering an encounter stands beside: "on the sidelines of the OIC's …".

    Args:
        context: The document.
        sentence: Where the agent stands.
        agent: Whoever is named.
    """
    return margin_before(context, sentence, agent.first) is not None


def margin_before(context: Context, sentence: ReadSentence, token: int) -> Cue | None:
    """Return the "on the sidelines of" in whose phrase a token stands; None where it stands in none.

    "To attend" opens such a phrase too where the sentence tells whom somebody met: "the minister, who is in Addis Ababa
    to attend the OIC's meeting, met his colleague". Where it tells nothing else, the gathering is what it tells of.
    """
    for margin in sentence.having("margin", "attending", *_TIMES, first=token - MARGIN_REACH, last=token):
        if margin.role in _TIMES:
            timed = _timing(context, sentence, margin)
            if timed is not None and timed[0] <= token < timed[1] and _tells_a_meeting(sentence, margin, timed[1]):
                return margin
            continue
        if margin.role == "attending" and not _tells_a_meeting(sentence, margin):
            continue
        between = sentence.having(*_MARGIN_BREAKS, first=margin.last, last=token)
        between = between or _closed_by_article(context, sentence, margin.last + 1, token)
        marks = (context.text.tokens[t] for t in range(margin.last, token))
        if not between and not any(m.kind is TokenKind.MARK and m.text in _MARGIN_MARKS for m in marks):
            return margin
    return None


def margin_end(context: Context, sentence: ReadSentence, margin: Cue, token: int, last: int) -> int:
    """Return where the phrase for a gathering ends beside which something else takes place.

    Args:
        context: The document.
        sentence: Where it stands.
        margin: What opens the phrase.
        token: After the noun of the gathering.
        last: Where the clause ends.
    """
    if margin.role in _TIMES:
        timed = _timing(context, sentence, margin)
        return last if timed is None else min(last, timed[1])
    breaks = [c.first for c in sentence.having(*_MARGIN_BREAKS, first=token, last=last)]
    breaks += [c.first for c in _closed_by_article(context, sentence, token, last - 1)]
    marks = (t for t in range(token, last) if context.text.tokens[t].text in _MARGIN_MARKS)
    return min([last, *breaks, *marks])


def _closed_by_article(context: Context, sentence: ReadSentence, first: int, last: int) -> list[Cue]:
    """Titles, the last at the token `last`, that cannot be whose the gathering is: behind a word that has the article.

    «على هامش القمة رئيس الوزراء»: where the article is written to words, "the summit" is nobody's by a word behind it
    that has none, which names whoever was met.
    """
    article = vocabulary(context.text.language).article
    if not article:
        return []
    tokens = context.text.tokens
    return [
        title
        for title in sentence.near(first, last + 1)
        if title.role == "agent"
        and title.first >= first
        and tokens[title.first - 1].fold.startswith(article)
        and not tokens[title.first].fold.startswith(article)
    ]


def dates_the_margin(sentence: ReadSentence, first: int, token: int) -> bool:
    """Whether a date is that of a gathering in whose margins something was told before it in the sentence.

    "They met on the sidelines of the meeting that will be held tomorrow."

    Args:
        sentence: Where the date stands.
        first: First token of the date.
        token: Where what took place in the margins is told.
    """
    return any(
        token < margin.first and bool(sentence.having("planned", "hold", first=margin.last, last=first))
        for margin in sentence.having("margin", first=first - MARGIN_REACH, last=first)
    )


def _timing(context: Context, sentence: ReadSentence, time: Cue) -> tuple[int, int] | None:
    """The gathering behind "before" or "after" and whoever holds it, the first and the token behind the last.

    Whose it is stands next to its noun: "after the meeting" alone is the one that was told before.

    Args:
        context: The document.
        sentence: Where it stands.
        time: The word for "before" or "after".
    """
    nouns = sentence.having("meeting-noun", first=time.last, last=time.last + MARGIN_REACH)
    noun = next((n for n in nouns if n.value in _GATHERINGS), None)
    if noun is None:
        return None
    owner = next((a for a in sentence.agents_in(time.last, noun.last + TIMED_OWNER + 1) if a.parties), None)
    if owner is None or owner.reference or context.is_someone(sentence, owner):
        return None
    first, last = min(noun.first, owner.first), max(noun.last, owner.last)
    if first - time.last > TIMED_REACH or max(owner.first - noun.last, noun.first - owner.last) > TIMED_OWNER:
        return None
    if sentence.having("with", "between", "by", "demonstrative", first=time.last, last=last):
        return None
    marks = (context.text.tokens[t].text for t in range(time.last, last))
    return None if any(mark in _MARGIN_MARKS for mark in marks) else (first, last)


def _tells_a_meeting(sentence: ReadSentence, attending: Cue, last: int | None = None) -> bool:
    """Whether a sentence says that somebody met somebody, before or behind a gathering.

    Args:
        sentence: The sentence.
        attending: What opens the phrase for the gathering.
        last: After a gathering that only says when: a noun may tell of those who met then, and no verb has to.
    """
    if last is None:
        verbs = (c for c in sentence.all_having("meeting-verb") if not c.loose and c.value != "visit")
        return any(c.last <= attending.first or c.first >= attending.last for c in verbs)
    told = (c for c in sentence.all_having("meeting-verb", "meeting-noun") if c.value != "visit")
    return any(c.last <= attending.first or c.first >= last for c in told)
