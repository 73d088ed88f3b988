"""Names before a colon at the head of a line, as in a live blog or an interview: whose words stand behind or below."""

from __future__ import annotations

from peyman.reading.clauses.sentences import ReadSentence, holds_office
from peyman.reading.statements.speaking import Speaking
from peyman.text.marks import COLONS, OPENING_QUOTES
from peyman.text.segment import ANNOUNCING

#: Whoever speaks begins at most so many tokens behind the head of the line.
_FARTHEST = 3


def read_caption(told: Speaking, sentence: ReadSentence) -> None:
    """Note who speaks by a name or an office and a colon, behind which words follow, or a quotation below.

    Args:
        told: What was found before; whoever speaks is added to it.
        sentence: The sentence; of one in which somebody is known to speak nothing is asked.
    """
    if sentence.index in told.speaking or sentence.kind in ANNOUNCING:
        return
    context = told.context
    turn = told.turns.get(sentence.index)
    if turn is not None and turn.agent is not None:
        draft = told.take_turn(sentence, turn.agent, turn.agent.last + 1)
        for said in context.sentences[turn.first + 1 : turn.last]:
            told.answers_for(draft, said)
        return
    for agent in sentence.agents[:1]:
        colon = _behind_audience(sentence, agent.last)
        marked = colon < sentence.last and context.text.tokens[colon].text in COLONS
        below = _quoted_below(told, sentence) if colon + 1 == sentence.last else None
        kinds = {context.found.actors[e].kind for e in agent.entries}
        speaks = (holds_office(sentence, agent) or bool(kinds & {"person", "body"})) and not context.is_outlet(agent)
        opens = below is not None or colon + 1 < sentence.last
        if marked and opens and speaks and agent.first - sentence.first <= _FARTHEST:
            draft = told.add(sentence, agent, "remarks", False, agent.first, colon + 1, weak=True)
            if below is not None:
                told.answers_for(draft, below)


def _behind_audience(sentence: ReadSentence, token: int) -> int:
    """Past those to whom it is told, where a token begins them: "the minister *to reporters*: …"."""
    return next((c.last for c in sentence.having("audience", first=token) if c.first == token), token)


def _quoted_below(told: Speaking, sentence: ReadSentence) -> ReadSentence | None:
    """The sentence below, if it opens a quotation."""
    below = told.context.sentences[sentence.index + 1 : sentence.index + 2]
    return next((s for s in below if told.context.text.tokens[s.first].text in OPENING_QUOTES), None)
