"""Running text of open data sets: what reads like an encounter in it, and is none.

``judged/encounters.tsv`` holds verdicts of one annotator on what the reader once found in these texts (`prose`). A
verdict of *yes* says that the text tells of an encounter there and not who sat at the table, so that only the judge of
tellings learns from it. News and texts on health in which no verdict is *yes* or *unclear*, in whatever language, tell
of none at all. One text in three is kept for measuring, with its translations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prose import WRITTEN, Span, is_kept, texts, verdicts

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter, MeetingMention

#: What the reader found once, and what it is.
VERDICTS = Path(__file__).parent / "judged" / "encounters.tsv"
#: Sets of texts that were gone through from beginning to end.
_WHOLE = frozenset({"ntrex", "tico19"})


@dataclass(frozen=True)
class Passage:
    """A text with what was judged in it.

    Attributes:
        gold: The text in the form of an annotated document, without encounters.
        spans: What was judged.
        quiet: Whether it tells of no encounter at all.
        kept: Whether it is kept for measuring.
    """

    gold: dict[str, Any]
    spans: list[Span] = field(default_factory=list)
    quiet: bool = False
    kept: bool = False

    def verdict(self, context: Context, mention: MeetingMention) -> str:
        """Return what is known of a mention: "yes", "no", "unclear", or "" where nobody judged it."""
        first, last = context.text.span(mention.cue.first, mention.cue.last)
        judged = next((verdict for a, b, verdict in self.spans if a < last and first < b), "")
        return judged or ("no" if self.quiet else "")


def passages(data: Path) -> Iterator[Passage]:
    """Yield every text that may be learnt from or measured with."""
    judged = verdicts(VERDICTS)
    told = {
        (of_set, document)
        for (of_set, _, document), spans in judged.items()
        if any(verdict != "no" for *_, verdict in spans)
    }
    for of_set, language, document, published, text, _ in texts(data):
        spans = judged.get((of_set, language, document), [])
        quiet = of_set in _WHOLE and (of_set, document) not in told
        if not (spans or quiet):
            continue
        gold: dict[str, Any] = {
            "id": f"{of_set}-{language}-{document}",
            "lang": language,
            "published": published or WRITTEN[of_set],
            "publisher": None,
            "text": text,
            "meetings": [],
        }
        yield Passage(gold, spans, quiet, is_kept(of_set, document))


def measure(read: Sequence[tuple[Passage, Context, Sequence[Encounter]]]) -> str:
    """Say how many encounters were found where there are none, and how many of those that are there."""
    words = sum(len(passage.gold["text"].split()) for passage, *_ in read)
    found = [passage.verdict(context, e.main) for passage, context, encounters in read for e in encounters]
    there = sum(verdict == "yes" for passage, *_ in read for *_, verdict in passage.spans)
    wrong, right = found.count("no"), found.count("yes")
    return (
        f"{wrong} invented, {1000 * wrong / max(1, words):.2f} in 1,000 words; {right} right of {there} judged so "
        f"(precision {right / max(1, right + wrong):.2f}); {found.count('')} not judged"
    )
