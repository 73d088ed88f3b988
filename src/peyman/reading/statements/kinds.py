"""Which kind of statement it is: the noun for what was published beside a word of saying, else to whom it is told."""

from __future__ import annotations

from collections.abc import Container, Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import segment_before, told_to_outlet
from peyman.reading.statements.speaking import OCCASIONS, WRITTEN
from peyman.text.marks import COLONS, COMMAS, OPENING_QUOTES

#: What nobody issued stands at most so many tokens behind the words that say so.
NOT_ISSUED = 3
#: A noun for what was published stands at most so many tokens from a word of saying, an occasion before it so many.
FARTHEST_NOUN, FARTHEST_OCCASION = 25, 40
#: Whom it is told to stands at most so many tokens from a word of saying.
FARTHEST_AUDIENCE = 15
#: The name of a body has at most so many tokens behind the word for its kind.
LONGEST_BODY = 8
#: Behind a word of saying and a comma, what is still told of the saying begins within so many tokens: "said, in a
#: statement, that".
INSERTED = 4
#: The name of an agreement begins at most so many tokens before its noun.
LONGEST_NAME = 8


class Kinds:
    """Tells the kinds of the statements of one document.

    Args:
        context: The document.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._to_outlet: dict[int, bool] = {}  # whether a sentence names an outlet as the one to whom it is told

    def nouns(self, sentence: ReadSentence) -> list[Cue]:
        """Return the nouns for what is published, without those of what nobody issued and of other things so called."""
        nouns = sentence.having("statement-noun")
        for silent in sentence.having("no-say") if nouns else ():
            denied = sentence.having("negation", first=silent.first, last=silent.last)
            last = silent.last + NOT_ISSUED if denied else silent.last
            nouns = [n for n in nouns if not silent.first <= n.first < last]
        if nouns and not sentence.having("publish"):
            nouns = [n for n in nouns if not self._names_agreement(n)]
        return nouns

    def _names_agreement(self, noun: Cue) -> bool:
        """Whether a noun ends the name of an agreement: whoever keeps "the Lima *Joint Declaration*" issues none."""
        named = self.context.found.agreement_mentions_in(max(0, noun.first - LONGEST_NAME), noun.last + LONGEST_NAME)
        return any(m.first < noun.first and noun.last <= m.last for m in named)

    def near(self, sentence: ReadSentence, cue: Cue, nouns: Sequence[Cue], used: Container[int] = ()) -> list[Cue]:
        """Return the nouns for what was published that tell of a word of saying; if there are none, the occasion ahead.

        "At the press conference, which was held in person, he said": the occasion stands in front of another clause.

        Args:
            sentence: The sentence.
            cue: The word of saying.
            nouns: The nouns of the sentence.
            used: First tokens of nouns of which it is known whose they are.
        """
        around = (n for n in nouns if abs(n.first - cue.first) <= max(FARTHEST_NOUN, FARTHEST_OCCASION))
        free = [n for n in around if n.first not in used and not self._within_words(sentence, cue, n)]
        segment = segment_before(self.context, sentence, cue.first)
        near = [n for n in free if segment <= n.first and abs(n.first - cue.first) <= FARTHEST_NOUN]
        if near:
            return near
        ahead = [n for n in free if n.value in OCCASIONS and 0 <= cue.first - n.last <= FARTHEST_OCCASION]
        return [n for n in ahead[-1:] if not sentence.having("say", "publish", first=n.last, last=cue.first)]

    def _within_words(self, sentence: ReadSentence, cue: Cue, noun: Cue) -> bool:
        """Whether a noun for what was published stands in the words said: "he said that the report was late".

        The same holds of a clause about somebody: "said the minister, who delivered a letter".
        """
        if noun.first < cue.last:
            return False
        if sentence.having("that", "which", first=cue.last, last=noun.first):
            return True
        tokens = self.context.text.tokens
        between = range(cue.last, noun.first)
        quoting = (t for t in between if tokens[t].text in OPENING_QUOTES and t not in self.context.scare_quotes)
        if any(tokens[t].text in COLONS for t in between) or any(quoting):
            return True
        inserted = noun.first - cue.last <= INSERTED and sentence.having("in", first=cue.last + 1, last=noun.first)
        return tokens[cue.last].text in COMMAS and not inserted

    def saying(self, sentence: ReadSentence, cue: Cue, nouns: Sequence[Cue]) -> Cue | None:
        """Return the noun for something written that itself says something: "*the statement* said that A agreed".

        Args:
            sentence: The sentence.
            cue: The word of saying.
            nouns: The nouns for what was published that tell of it.
        """
        for noun in nouns:
            if noun.value not in WRITTEN:
                continue
            if noun.last == cue.first:
                before = segment_before(self.context, sentence, noun.first)
                if not sentence.agents_in(before, noun.first):
                    return noun
            behind = self.context.table.subject == "after" and noun.first == cue.last
            if behind and not sentence.agents_in(noun.last, noun.last + 2):
                return noun
        return None

    @staticmethod
    def points_back(sentence: ReadSentence, nouns: Sequence[Cue]) -> Cue | None:
        """Return the noun that points at something written that was told before: "in this statement"."""
        for noun in nouns:
            if noun.value in WRITTEN and any(
                d.last == noun.first or d.first == noun.last for d in sentence.having("demonstrative")
            ):
                return noun
        return None

    def kind_of(self, sentence: ReadSentence, cue: Cue, nouns: Sequence[Cue], agent: Agent) -> tuple[str, Cue | None]:
        """Return the kind, and the noun that tells it: the noun, then the audience, then the verb if a body speaks.

        Of several nouns the last decides, one for mere words only by itself: "in a statement on the remarks of B".

        Args:
            sentence: The sentence.
            cue: The word of saying.
            nouns: The nouns for what was published that tell of it.
            agent: Who speaks.
        """
        if nouns:
            noun = next((n for n in reversed(nouns) if n.value != "remarks"), nouns[-1])
            return noun.value, noun
        for audience in sentence.having("audience"):
            near = audience.value and abs(audience.first - cue.first) <= FARTHEST_AUDIENCE
            if near and not self._names_a_body(audience):
                return audience.value, None
        if sentence.index not in self._to_outlet:  # a long sentence is asked for each of its speakers
            self._to_outlet[sentence.index] = told_to_outlet(self.context, sentence)
        if self._to_outlet[sentence.index]:
            return self.context.table.told_to_outlet, None
        bodies = {self.context.found.actors[e].kind for e in agent.entries}
        return (cue.value if cue.value and "person" not in bodies else "remarks"), None

    def _names_a_body(self, audience: Cue) -> bool:
        """Whether a word for an audience only says what a body is that brings no news: "to the *agency* UNRWA"."""
        found = self.context.found
        behind = found.mentions_in(audience.first, audience.last + LONGEST_BODY)
        named = [found.actors[m.entry] for m in behind if m.first in (audience.first, audience.last)]
        return any(actor.kind == "body" and not actor.outlet for actor in named)
