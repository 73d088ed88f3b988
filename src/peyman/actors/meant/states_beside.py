"""States that the tagger took for a part of a name: «وەزیری دەرەوەی *عومان* …», "A B *of Oman*", a body's seat."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import vocabulary
from peyman.actors.names.name_marks import is_behind_office
from peyman.actors.spans import KnownSpans
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold

#: A name behind the state that an office is of has at least so many words.
FEWEST_NAMES = 2
#: Whoever is named behind where a body sits has so many names.
_NAMES = range(2, 5)


def without_states(text: AnalysedText, known: KnownSpans, span: NameSpan) -> NameSpan:
    """Return what was tagged, a person without the states at either end of the name.

    Args:
        text: The text.
        known: What the register knows of it.
        span: What was tagged.
    """
    return _before_state(text, known, _behind_state(text, known, span))


def parted_at_seat(text: AnalysedText, known: KnownSpans, span: NameSpan) -> list[NameSpan]:
    """Return a tagged body as far as the register knows its name, and the person named behind where it sits.

    "نوێنەری یونیسێف لە عێراق A B": where an organisation works is no part of its name, nor is its envoy there.

    Args:
        text: The text.
        known: What the register knows of it.
        span: What was tagged.
    """
    inside: Sequence[str] = text.language.table("bodies").get("links", {}).get("seat_in", ())
    bodies = [s for s in known.starting(span.first) if s.key("body") and s.last < span.last] if inside else []
    for body in sorted(bodies, key=lambda s: -s.last):
        if span.kind != "body" or text.tokens[body.last].fold not in {fold(word) for word in inside}:
            continue
        seats = [s.last for s in known.starting(body.last + 1) if s.key("party", "place") and s.last <= span.last]
        if seats:
            behind = NameSpan(max(seats), span.last, "person")
            named = behind.last - behind.first in _NAMES
            return [NameSpan(span.first, body.last, "body"), *([behind] if named else [])]
    return [span]


def _behind_state(text: AnalysedText, known: KnownSpans, span: NameSpan) -> NameSpan:
    """A tagged person without what the office is of at the beginning: "وەزیری دەرەوەی عومان …".

    Where names begin with capital letters, that is where an envoy was sent: "the ambassador to Baghdad A B", or
    whose an office is: "the ambassador of Peru A B".
    """
    cased, before = text.language.has_case, text.tokens[span.first - 1].fold if span.first else ""
    words = vocabulary(text.language)
    owned = cased and before in words.linking and is_behind_office(text, span.first - 1)
    if span.kind != "person" or (cased and before not in words.sent_to and not owned):
        return span
    kinds = ("party", "place") if cased and not owned else ("party",)
    states = [s for s in known.starting(span.first) if s.key(*kinds) and s.last < span.last]
    if not states or any(s.last >= span.last and s.key("person") for s in known.starting(span.first)):
        return span
    last = max(s.last for s in states)
    if owned and span.last - last < FEWEST_NAMES:
        return span
    return NameSpan(last, span.last, "person")


def _before_state(text: AnalysedText, known: KnownSpans, span: NameSpan) -> NameSpan:
    """A tagged person without the state behind the name: "A B *of Oman*"."""
    if span.kind != "person" or not text.language.has_case:
        return span
    linking = vocabulary(text.language).linking
    for state in known.ending(span.last):
        of = state.first - 1
        if state.key("party") and of > span.first and text.tokens[of].fold in linking:
            return NameSpan(span.first, of, "person")
    return span
