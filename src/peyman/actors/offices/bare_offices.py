"""Whose a text is, told by those whose offices it gives without a country: "*Foreign Minister* Abbas Araghchi"."""

from __future__ import annotations

from peyman.actors.known import register
from peyman.actors.known.titles import vocabulary
from peyman.actors.spans import KnownSpans, Span
from peyman.text.analysis import AnalysedText

#: An office stands at most so many tokens before the name of its holder or behind it.
_REACH = 6


def home_by_holders(text: AnalysedText, known: KnownSpans) -> str | None:
    """Return the party for which all well-known people act whose offices name no party; None where there are several.

    Whoever writes for people of one country need not say whose minister it is, and says so of those of others.

    Args:
        text: The text.
        known: The known names in it.
    """
    parties = {
        register.people()[span.key("person") or ""]
        for span in known.spans
        if span.key("person") and _is_bare(text, known, span)
    }
    return parties.pop() if len(parties) == 1 and parties <= register.parties().keys() else None


def _is_bare(text: AnalysedText, known: KnownSpans, person: Span) -> bool:
    """Whether an office stands right beside a name, and no party before it, in it or behind it."""
    titles, tokens = vocabulary(text.language).titles, text.tokens
    near = titles.find(tokens, max(0, person.first - _REACH), min(len(tokens), person.last + _REACH))
    beside = [m for m in near if m.value == "office" and (m.end == person.first or m.start == person.last)]
    if not beside:
        return False
    first, last = min(m.start for m in beside), max(m.end for m in beside)
    around = (*known.ending(first), *(span for token in range(first, last + 1) for span in known.starting(token)))
    return not any(span.key("party", "adjective", "body", "place") for span in around)
