"""What the sentence around an expression says of it: its tense, and the act whose day a limit counts from."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Sequence

from peyman.dates.expression import Expression
from peyman.dates.part_reader import PartReader
from peyman.dates.tense import FUTURE, PERFECT, SURELY_PAST, TOLD, Cues
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import Token

#: So many days before a limit, told in its sentence, can be that of the act that sets it.
_MOST_TOLD = 8


class Surroundings:
    """Looks for the tense around expressions; the cues of a sentence are found when one of its dates asks for them."""

    def __init__(
        self, text: AnalysedText, reader: PartReader, cues: Cues, expressions: Sequence[Expression] = ()
    ) -> None:
        self._text, self._reader, self._cues = text, reader, cues
        # "For the first time in the *last* three years he travels on Monday": the word is of the other date.
        self._dated = frozenset(t for one in expressions for t in range(one.first, one.last))
        self._of: dict[int, list[tuple[int, int]]] = {}

    def tense(self, expression: Expression, sentence: int) -> int:
        """Return the tense of the sentence around an expression."""
        if self._is_limit(expression):
            return FUTURE
        if _is_meant_for(self._reader, expression) and not self._is_merely_on(expression, sentence):
            said = self._cues.weigh(self._cues_of(sentence), expression.first, expression.last)
            return said if said == PERFECT else FUTURE  # "it had been set for Tuesday"
        if self._was_settled(expression):
            return SURELY_PAST
        tense = self._cues.weigh(self._cues_of(sentence), expression.first, expression.last)
        if not tense and "weekday" in expression.parts and self._reader.stands_before(expression.first, "from"):
            return FUTURE  # "from Sunday": what has begun says so by its verb
        return tense

    def _is_merely_on(self, expression: Expression, sentence: int) -> bool:
        """Whether "to" before a day is "on", as Dari has it ("به روز سه‌شنبه"): nothing there says what is moved."""
        if self._reader.stands_before(expression.first, "for") or not self._cues.knows_moving:
            return False
        here = self._text.sentences[sentence]
        return not any(self._cues.is_moved(token) for token in self._text.tokens[here.first : here.last])

    def _is_limit(self, expression: Expression) -> bool:
        """Whether something lasts until then: "before Tuesday"; "shortly before noon on Tuesday" is a time of day."""
        if not self._reader.stands_before(expression.first, "until"):
            return False
        opening = min(expression.parts.values(), key=lambda part: part.first)
        return not (opening.kind in ("daypart", "clock") and len(expression.parts) > 1)

    def _was_settled(self, expression: Expression) -> bool:
        """Whether a day belongs to an agreement: "the agreement of 10 March", "the March 10 agreement"."""
        if "day" not in expression.parts or "weekday" in expression.parts:
            return False
        tokens, before = self._text.tokens, expression.first - 1
        if before >= 0 and self._reader.term(before, "of") is not None:
            before -= 1
        if before >= 0 and self._cues.names_what_was_settled(tokens[before]):
            return True
        behind = expression.last
        after_noun = self._text.language.table("calendar").get("direction_after", False)
        return not after_noun and behind < len(tokens) and self._cues.names_what_was_settled(tokens[behind])

    def _cues_of(self, sentence: int) -> list[tuple[int, int]]:
        if sentence not in self._of:
            here = self._text.sentences[sentence]
            cues = self._cues.find(self._text.tokens, here.first, here.last)
            self._of[sentence] = [cue for cue in cues if cue[0] not in self._dated]
        return self._of[sentence]

    def day_of_act(
        self, told: Sequence[tuple[Expression, dt.date]], expression: Expression, sentence: int
    ) -> dt.date | None:
        """Return the day that "within four months" counts from, where its sentence dates what sets the limit.

        "The deal signed on 1 March obliges them to leave within four months" does; where somebody says something
        between the two, or does it, the limit is none that the act sets.

        Args:
            told: Expressions of the sentence that mean one day, and which.
            expression: The limit.
            sentence: Their sentence.
        """
        cues = self._cues_of(sentence)
        for dated, day in reversed(told[-_MOST_TOLD:]):
            inside = cues[bisect_left(cues, (dated.last,)) : bisect_left(cues, (expression.first,))]
            between = [cue for cue in inside if cue[1] in TOLD]
            if all(self._is_near(self._cues.belongs_to_act, index) for index, _ in between):
                act = self._cues.nearest_told(cues, dated.first, dated.last)
                if self._was_settled(dated) or (act is not None and self._is_near(self._cues.names_an_act, act)):
                    return day
        return None

    def _is_near(self, names: Callable[[Token], bool], index: int) -> bool:
        """Whether a word, or one beside it that makes one verb with it, is named so."""
        tokens = self._text.tokens
        return any(names(tokens[at]) for at in range(max(0, index - 1), min(len(tokens), index + 2)))


def _is_meant_for(reader: PartReader, expression: Expression) -> bool:
    """Whether it says what something is planned for or moved to: "for Friday"."""
    return "weekday" in expression.parts and (
        reader.stands_before(expression.first, "for") or reader.stands_before(expression.first, "moved_to")
    )
