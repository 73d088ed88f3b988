"""Gatherings in whose margins others meet: "on the sidelines of the OIC's summit the ministers of A and B talked"."""

from __future__ import annotations

from peyman.actors.titles import vocabulary
from peyman.reading.context import Context
from peyman.reading.cues import Cue
from peyman.reading.sentences import Agent, ReadSentence
from peyman.text.marks import COMMAS, LONG_DASHES, SEMICOLONS
from peyman.text.tokens import TokenKind

#: Whatever stands in the margins of another gathering is named at most so many tokens behind "on the sidelines of".
MARGIN_REACH = 14
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
    for margin in sentence.having("margin", "attending", first=token - MARGIN_REACH, last=token):
        if margin.role == "attending" and not _tells_a_meeting(sentence, margin):
            continue
        between = sentence.having(*_MARGIN_BREAKS, first=margin.last, last=token)
        between = between or _closed_by_article(context, sentence, margin.last + 1, token)
        marks = (context.text.tokens[t] for t in range(margin.last, token))
        if not between and not any(m.kind is TokenKind.MARK and m.text in _MARGIN_MARKS for m in marks):
            return margin
    return None


def margin_end(context: Context, sentence: ReadSentence, token: int, last: int) -> int:
    """Return where the phrase for a gathering ends in whose margins something else takes place."""
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


def _tells_a_meeting(sentence: ReadSentence, attending: Cue) -> bool:
    """Whether a sentence says with a verb that somebody met somebody, before or behind the gathering attended."""
    verbs = (c for c in sentence.all_having("meeting-verb") if not c.loose and c.value != "visit")
    return any(c.last <= attending.first or c.first >= attending.last for c in verbs)
