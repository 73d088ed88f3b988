"""Passages of open text are found again by their verdicts, and teach only what was judged."""

from __future__ import annotations

import importlib
import json
import lzma
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "training"


@pytest.fixture(scope="module")
def prose() -> ModuleType:
    sys.path.insert(0, str(TRAINING))
    try:
        return importlib.import_module("prose")
    finally:
        sys.path.remove(str(TRAINING))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of open sets with two news documents, a release, and passages of one line."""
    release = json.dumps({"title": "Call", "date": "2022-01-02", "text": "We will send help."})
    files = {
        "en-state-department/releases.jsonl": release,
        "en-white-house/releases.jsonl": release,
        "ntrex/ntrex.tsv": "doc\ten\tfa\nb\tOne.\tیک.\nb\tTwo.\tدو.\na\tThree.\tسه.",
        "tico19/tico19.tsv": "id\ten\tfa\nCMU_1:1\tFour.\tچهار.",
        "kurdish-lid/ckb.txt": "پێنج.\nشەش.",
        "kurdish-lid/kmr.txt": "Pênc.\nŞeş.",
        "fa-pquad-wikipedia/paragraphs.txt": "هفت.\nهشت.",
    }
    others = {
        "ud/fa-seraji/fa_seraji-train-rawtext.txt": "نه.\nده.",
        "events/ar-event-gsr/detection.tsv": "label\ttext\n0\tواحد.",
        "ner/en-re3d/re3d.jsonl": json.dumps({"text": "Eleven."}),
    }
    for name, text in {**{f"text/{name}": text for name, text in files.items()}, **others}.items():
        path = tmp_path / f"{name}.xz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(lzma.compress(text.encode()))
    return tmp_path


def test_every_verdict_is_of_a_known_kind_and_spans_words(prose: ModuleType) -> None:
    spans = [span for spans in prose.verdicts().values() for span in spans]
    assert {verdict for *_, verdict in spans} == {"yes", "no", "unclear", "somewhere"}
    assert all(first < last for first, last, _ in spans)


def test_texts_of_which_nothing_was_judged_come_only_from_sets_gone_through(
    prose: ModuleType, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prose, "verdicts", lambda: {("en-state-department", "en", "0"): [(6, 24, "yes")]})
    found = {(p.gold["set"], p.gold["lang"]): p for p in prose.passages(data)}
    assert found["en-state-department", "en"].gold["text"][6:24] == "We will send help."
    assert not found["en-state-department", "en"].whole
    assert ("en-white-house", "en") not in found
    assert not any(of_set in ("kurdish-lid", "tico19") for of_set, _ in found)
    assert found["fa-pquad-wikipedia", "fa"].gold["text"] == "هفت."


def test_a_text_and_its_translation_are_kept_for_measuring_together(prose: ModuleType, data: Path) -> None:
    kept = {(p.gold["document"], p.kept) for p in prose.passages(data) if p.gold["set"] == "ntrex"}
    assert len({document for document, _ in kept}) == len(kept)
