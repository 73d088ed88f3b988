"""How well pages are taken in: main text, title, publisher, day of publication, beside trafilatura alone.

``python benchmarks/pages.py [FOLDER]`` reads the pages of a folder with an ``expected.json`` (those in
``tests/sources/pages``, written for this project after the layouts of real outlets) and prints, for each layout and
language, F1 of the words of the main text, and the share of pages whose title, publisher and day are right. The day is
what a reading says: pages without metadata are dated from their text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, load
from peyman.text.tokens import tokenise

PAGES = Path(__file__).parents[1] / "tests" / "sources" / "pages"
#: Below these, `main` fails.
FLOORS = {"text": 0.95, "published": 0.95, "title": 0.98, "publisher": 0.90}


@dataclass(frozen=True)
class Taken:
    """What was taken from a page."""

    text: str
    title: str | None
    publisher: str | None
    published: str | None


def by_peyman(path: Path) -> Taken:
    """Take a page in and read it, as `peyman add` does."""
    (item,) = load(str(path))
    if not isinstance(item, SourceDocument):
        return Taken("", None, None, None)
    document = read_document(item).document
    return Taken(document.text, item.title, document.publisher, document.published)


def by_trafilatura(path: Path) -> Taken:
    """Take a page in with trafilatura alone."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True, include_comments=False)
    if found is None:
        return Taken("", None, None, None)
    return Taken(found.text or "", found.title, found.sitename, found.date)


def f1(found: str, expected: str, title: str) -> float:
    """F1 of the words of two texts, without the title's own line: whether it stands there is a matter of taste."""
    lines = [line.strip() for line in found.split("\n")]
    words = Counter(token.fold for token in tokenise(found) if token.fold)
    wanted = Counter(token.fold for token in tokenise(expected) if token.fold)
    if title in lines[:3]:
        words -= Counter(token.fold for token in tokenise(title) if token.fold)
    shared = (words & wanted).total()
    return 2 * shared / (words.total() + wanted.total()) if words and wanted else 0.0


def measure(folder: Path, take: Callable[[Path], Taken]) -> dict[str, dict[str, float]]:
    """Return the figures of every page by its file name."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    figures = {}
    for name, right in expected.items():
        taken = take(folder / name)
        figures[name] = {
            "text": f1(taken.text, "\n".join(right["text"]), right["title"]),
            "title": float(taken.title == right["title"]),
            "publisher": float(taken.publisher == right["publisher"]),
            "published": float(taken.published == right["published"]),
        }
    return figures


def means(figures: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return the mean of each figure over all pages."""
    return {name: sum(page[name] for page in figures.values()) / len(figures) for name in FLOORS}


def main() -> int:
    """Print the figures; return 1 if one is below its floor."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    ours, theirs = measure(folder, by_peyman), measure(folder, by_trafilatura)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in ours:
        layout, _, language = name.removesuffix(".html").rpartition("-")
        groups[layout].append(name)
        groups[language].append(name)
    print(f"{'':12}" + "".join(f"{name:>12}" for name in FLOORS) + "   (trafilatura alone)")
    for group, names in [*groups.items(), ("all", list(ours))]:
        mine = means({name: ours[name] for name in names})
        other = means({name: theirs[name] for name in names})
        print(f"{group:12}" + "".join(f"{mine[name]:6.3f} {other[name]:5.3f}" for name in FLOORS))
    whole = means(ours)
    below = [f"{name} {whole[name]:.3f} < {floor}" for name, floor in FLOORS.items() if whole[name] < floor]
    for line in below:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
