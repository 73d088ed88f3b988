"""Transcripts: paragraphs that a speaker leads before a colon, whose words they are, and those of the paragraphs below.

"MINISTER OTIENO: Thank you. We will go on working with you.": there "we" is the side of whoever speaks, whatever was
named before, and what is said is a statement of his own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence, holds_office
from peyman.text.marks import COLONS
from peyman.text.segment import ANNOUNCING
from peyman.text.tokens import TokenKind

#: What leads the words of somebody of whom nothing is known has at most so many tokens before its colon: "QUESTION:".
LONGEST_LABEL = 4
#: A form of address before a name has at most so many tokens.
LONGEST_ADDRESS = 2
#: A transcript has turns of at least so many speakers; of fewer, only the paragraph that somebody leads is his.
FEWEST_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says without a break.

    Attributes:
        agent: Who speaks, as named before the colon; None where a label in capitals names nobody known: "QUESTION:".
        first: Index of the sentence that names him.
        last: After the index of the last sentence of his words.
    """

    agent: Agent | None
    first: int
    last: int


def turns(context: Context) -> list[Turn]:
    """Return who speaks where in a document that gives the words of its speakers, in the order of the text.

    A turn holds a word for the first person; of a line "President: A. B." it is not told that anybody speaks.

    Args:
        context: The document; its references may still be open.
    """
    sentences = context.sentences
    openings = [s.index for s in sentences if _opens_block(context, s) and _is_led(context, s)]
    labels = {_label(context, sentences[n]) for n in openings}
    spoken = [
        turn for start, end in pairwise([*openings, len(sentences)]) if (turn := _turn(context, start, end)) is not None
    ]
    if len(labels) >= FEWEST_SPEAKERS:
        return spoken
    return [_first_paragraph(context, turn) for turn in spoken if turn.agent is not None]


def _turn(context: Context, start: int, end: int) -> Turn | None:
    """The stretch from one paragraph with a label to the next, as far as its words are in the first person."""
    sentences = context.sentences
    agent = _speaker(context, sentences[start])
    heading = next((n for n in range(start, end) if sentences[n].kind in ANNOUNCING), end)
    own = [n for n in range(start, heading) if _in_first_person(sentences[n])]
    if not own or (agent is None and not _is_in_capitals(context, sentences[start])):
        return None
    block = sentences[own[-1]].block
    return Turn(agent, start, next((n for n in range(own[-1], heading) if sentences[n].block != block), heading))


def _label(context: Context, sentence: ReadSentence) -> tuple[int | str, ...]:
    """What tells one speaker from another: whom a label names, else its words."""
    agent = _speaker(context, sentence)
    return agent.entries or agent.parties if agent is not None else (context.text.tokens[sentence.first].fold,)


def _is_in_capitals(context: Context, sentence: ReadSentence) -> bool:
    """Whether the words before a colon are in capitals."""
    tokens = context.text.tokens[sentence.first : sentence.first + LONGEST_LABEL + 1]
    colon = next((n for n, token in enumerate(tokens) if token.text in COLONS), 0)
    words = [token.text for token in tokens[:colon] if token.kind is TokenKind.WORD]
    return bool(words) and all(word.isupper() for word in words)


def _in_first_person(sentence: ReadSentence) -> bool:
    """Whether a sentence speaks of whoever speaks."""
    if sentence.having("first-person"):
        return True
    return any(cue.value in ("we", "I") for cue in sentence.having("pronoun"))


def _opens_block(context: Context, sentence: ReadSentence) -> bool:
    """Whether a sentence is the first of a paragraph."""
    if sentence.kind in ANNOUNCING:
        return False
    return not sentence.index or context.sentences[sentence.index - 1].block != sentence.block


def _is_led(context: Context, sentence: ReadSentence) -> bool:
    """Whether a label and a colon open a sentence."""
    if _speaker(context, sentence) is not None:
        return True
    tokens = context.text.tokens[sentence.first : min(sentence.last, sentence.first + LONGEST_LABEL + 1)]
    return any(token.text in COLONS for token in tokens)


def _speaker(context: Context, sentence: ReadSentence) -> Agent | None:
    """Who is named before the colon that opens a sentence: one person, or whoever holds an office."""
    agent = next(iter(sentence.agents), None)
    if agent is None or agent.plural or context.is_outlet(agent) or not _leads(context, sentence, agent):
        return None
    if agent.last + 1 >= sentence.last or context.text.tokens[agent.last].text not in COLONS:
        return None
    people = [e for e in agent.entries if context.found.actors[e].kind == "person"]
    return agent if len(people) == 1 or (not people and holds_office(sentence, agent)) else None


def _leads(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether nothing but a form of address stands before somebody in a sentence: "MR OTIENO"."""
    if agent.first == sentence.first:
        return True
    if agent.first - sentence.first > LONGEST_ADDRESS:
        return False
    titles = vocabulary(context.text.language).titles.find(context.text.tokens, sentence.first, agent.first)
    return any(title.start == sentence.first and title.value == "honorific" for title in titles)


def _first_paragraph(context: Context, turn: Turn) -> Turn:
    """Only the paragraph that somebody leads."""
    block = context.sentences[turn.first].block
    below = range(turn.first, turn.last)
    return Turn(turn.agent, turn.first, next((n for n in below if context.sentences[n].block != block), turn.last))
