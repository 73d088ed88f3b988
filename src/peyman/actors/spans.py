"""What was found at a range of tokens, before it is resolved into entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from peyman.actors.register import Known


@dataclass(frozen=True, slots=True)
class Span:
    """Known names that stand at one range of tokens ``[first, last)``; one range may have several meanings."""

    first: int
    last: int
    known: tuple[Known, ...]

    def key(self, *categories: str) -> str | None:
        """Return the key of the first meaning in one of the categories."""
        return next((known.key for known in self.known if known.category in categories), None)


@dataclass(slots=True)
class KnownSpans:
    """All known names of a text, looked up by where they begin or end."""

    spans: list[Span]
    _starts: dict[int, list[Span]] = field(default_factory=dict)
    _ends: dict[int, list[Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for span in self.spans:
            self._starts.setdefault(span.first, []).append(span)
            self._ends.setdefault(span.last, []).append(span)

    def starting(self, token: int) -> Sequence[Span]:
        """Return the names that begin at a token, the longest first."""
        return self._starts.get(token, ())

    def ending(self, token: int) -> Sequence[Span]:
        """Return the names that end before a token, the longest first."""
        return self._ends.get(token, ())


def known_spans(names: Iterable[tuple[int, int, Known]]) -> KnownSpans:
    """Group known names by their ranges, the longest first at each start."""
    grouped: dict[tuple[int, int], list[Known]] = {}
    for first, last, known in names:
        grouped.setdefault((first, last), []).append(known)
    spans = [Span(first, last, tuple(meanings)) for (first, last), meanings in grouped.items()]
    return KnownSpans(sorted(spans, key=lambda span: (span.first, -span.last)))
