"""An annotated item is compared with the entry that was read where it is told, and no entry with two items."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from peyman.model import Commitment, Meeting

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "aligned_items.py"


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("aligned_items", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


aligned = _module().aligned

TEXT = "They met on Monday and will meet again on Friday. Both will open an office."


def annotated(anchor: str, **more: Any) -> dict[str, Any]:
    return {"anchor": anchor, "date": None, "parties": ["IRQ", "TUR"], "kind": "meeting", "status": "held", **more}


def read(identifier: str, **more: Any) -> Meeting:
    given = {"kind": "meeting", "status": "held", "parties": ["IRQ", "TUR"], "participants": [], "basis": []}
    return Meeting.model_validate({"id": identifier, "evidence": [(0, 49)], **given, **more})


def promise(identifier: str, action: str) -> Commitment:
    start = TEXT.index(action)
    given = {"by": ["IRQ"], "toward": [], "for": [], "class": "other", "strength": "will", "polarity": "undertaken"}
    span = (start, start + len(action))
    return Commitment.model_validate({"id": identifier, "action": span, "evidence": [(50, len(TEXT))], **given})


def test_of_two_meetings_in_one_sentence_each_is_compared_with_its_own() -> None:
    items = [
        annotated("met on Monday", date="2026-01-12"),
        annotated("meet again on Friday", date="2026-01-16", status="planned"),
    ]
    entries = [read("m2", date="2026-01-16", status="planned"), read("m1", date="2026-01-12")]
    assert aligned(items, entries, TEXT) == {0: "m1", 1: "m2"}


def test_where_one_of_two_was_read_the_other_was_missed() -> None:
    items = [annotated("meet again on Friday", date="2026-01-16"), annotated("met on Monday", date="2026-01-12")]
    assert aligned(items, [read("m1", date="2026-01-12")], TEXT) == {1: "m1"}


def test_what_was_read_elsewhere_in_the_text_stands_for_nothing() -> None:
    assert aligned([annotated("open an office")], [read("m1")], TEXT) == {}
    assert aligned([annotated("words that are not there")], [read("m1")], TEXT) == {}


def test_undertakings_of_one_sentence_are_told_by_their_words() -> None:
    item = {"anchor": "will open an office", "by": ["TUR"], "class": "other", "polarity": "undertaken"}
    assert aligned([item], [promise("c1", "Both"), promise("c2", "open an office")], TEXT) == {0: "c2"}
