"""Whether a name stands in a row of states: «کنیا، عمان و اردن» are three states, though Amman is called like Oman."""

from __future__ import annotations

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import vocabulary
from peyman.actors.places.named import after_preposition
from peyman.actors.spans import KnownSpans, Span
from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS


def is_among_states(text: AnalysedText, known: KnownSpans, span: Span) -> bool:
    """Whether a comma or "and" alone stands between a name and that of a state, and no preposition of place before it.

    Args:
        text: The text.
        known: Its known names.
        span: Where the name stands.
    """
    if after_preposition(text, span.first):
        return False
    tokens, words = text.tokens, vocabulary(text.language)
    joining = COMMAS | grammar(text.language).conjunctions

    def fused(token: int) -> bool:
        return tokens[token].fold[:1] in words.fused_and

    def joins(token: int) -> bool:
        return 0 <= token < len(tokens) and (tokens[token].text in joining or tokens[token].fold in joining)

    before = [*known.ending(span.first)] if fused(span.first) else []
    behind = [*known.starting(span.last)] if span.last < len(tokens) and fused(span.last) else []
    before += known.ending(span.first - 1) if joins(span.first - 1) else []
    behind += known.starting(span.last + 1) if joins(span.last) else []
    return any(s.key("party") and not s.key("place") for s in (*before, *behind))
