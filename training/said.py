"""Running text of open data sets: what reads like a statement in it, and is none.

``judged/statements.tsv`` holds verdicts of one annotator on what the reader once found in these texts. The texts
themselves stay where they are (DATA, see ``README.md``); a passage is found again by its set and its place there. News
of NTREX and paragraphs of Wikipedia were gone through as a whole: what no line speaks of tells none. Elsewhere only
what has a verdict counts. One passage in three is kept for measuring.

``judged/within.tsv`` lists statements of annotated documents that are said within an encounter, and so are none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import prose
from prose import RELEASES, WRITTEN, texts, verdicts

#: What the reader found once, and what it is.
VERDICTS = Path(__file__).parent / "judged" / "statements.tsv"
#: Statements of annotated documents that are said within an encounter.
WITHIN = Path(__file__).parent / "judged" / "within.tsv"
#: Sets of which whole documents were gone through.
WHOLE = frozenset({"ntrex", "fa-pquad-wikipedia"})
#: Of the paragraphs of Wikipedia that are read for undertakings, one in so many is read here.
WIKIPEDIA_STEP = 2


def within(path: Path = WITHIN) -> dict[str, set[int]]:
    """Return, by document, the numbers of its statements that are said within an encounter."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            document, number = line.split("\t")
            found[document].add(int(number))
    return dict(found)


@dataclass(frozen=True)
class Passage(prose.Passage):
    """A passage with what was judged in it: no, unclear, or which statement of its document."""

    def verdicts(self, told: Sequence[tuple[int, int]]) -> list[str]:
        """Return the verdict on each stretch that is said to tell a statement of its own.

        Args:
            told: First and last character of each.

        Returns:
            yes, no, unclear, or unseen where nobody judged. What tells a statement a second time is no.
        """
        found = ["no" if self.whole else "unseen"] * len(told)
        taken: set[str] = set()
        shared = [[(min(end, b) - max(start, a), v) for a, b, v in self.spans] for start, end in told]
        order = sorted(range(len(told)), key=lambda n: (-max(shared[n], default=(0, ""))[0], n))
        for number in order:
            length, verdict = max(shared[number], default=(0, ""))
            if length <= 0:
                continue
            if verdict in ("no", "unclear"):
                found[number] = verdict
            else:
                found[number] = "no" if verdict in taken else "yes"
                taken.add(verdict)
        return found


def passages(data: Path) -> Iterator[Passage]:
    """Yield every passage that may be learnt from or measured with.

    Args:
        data: The folder of open data sets.
    """
    judged = verdicts(VERDICTS)
    wikipedia = 0
    for of_set, language, document, published, text, _ in texts(data):
        spans = judged.get((of_set, language, document), [])
        whole = of_set in WHOLE
        if of_set == "fa-pquad-wikipedia":
            wikipedia += 1
            whole = wikipedia % WIKIPEDIA_STEP == 0
        if spans or whole:
            gold: dict[str, Any] = {
                "id": f"{of_set}-{language}-{document}",
                "set": of_set,
                "document": document,
                "lang": language,
                "published": published or WRITTEN[of_set],
                "publisher": RELEASES.get(of_set),
                "text": text,
                "statements": [],
            }
            yield Passage(gold, spans, whole)


def measure(read: Iterable[tuple[Passage, Sequence[tuple[int, int]]]]) -> str:
    """Say what was found in passages: how much is invented in those gone through, what is right in the judged ones.

    Args:
        read: Each passage with the first and last character of every statement found in it.
    """
    counts: Counter[str] = Counter()
    for passage, told in read:
        kind = "whole" if passage.whole else "judged"
        counts[f"{kind} words"] += len(passage.gold["text"].split())
        counts[f"{kind} there"] += len({v for *_, v in passage.spans if v not in ("no", "unclear")})
        counts.update(f"{kind} {verdict}" for verdict in passage.verdicts(told))
    c = counts
    shares = (
        f"{kind}: {c[f'{kind} yes']} right of {c[f'{kind} there']}, {c[f'{kind} no']} wrong, precision "
        f"{c[f'{kind} yes'] / max(1, c[f'{kind} yes'] + c[f'{kind} no']):.2f}"
        for kind in ("whole", "judged")
    )
    invented = 1000 * c["whole no"] / max(1, c["whole words"])
    return " · ".join((*shares, f"invented {invented:.2f} in 1,000 words"))
