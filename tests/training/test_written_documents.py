"""Documents written by hand are read as they are meant, and their faults are named."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("written_documents", ROOT / "training" / "written_documents.py")
assert _spec is not None
assert _spec.loader is not None
written_documents = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(written_documents)

SOUND = """== 2024-06-04 | Ministry | readout
The ministers of Kenya and Somalia met on Monday. They agreed to talk again in May if the rain stops.
--
M talks | held | 2024-06-03 | - | KEN+SOM :: met on Monday
S statement | Ministry | KEN | 2024-06-04 :: The ministers of Kenya
C negotiate | KEN+SOM | - | - | 2025-05 | conditional | talk again | if: if the rain stops :: agreed to talk again
D on Monday = 2024-06-03
R M1 :: The ministers of Kenya
"""


@pytest.mark.parametrize("path", sorted((ROOT / "training" / "documents").glob("*.txt")), ids=lambda p: str(p.stem))
def test_no_document_that_is_learnt_from_holds_a_fault(path: Path) -> None:
    assert [(d["id"], faults) for d, faults in written_documents.documents(path) if faults] == []


def test_a_document_becomes_an_annotated_one(tmp_path: Path) -> None:
    path = tmp_path / "en-one.txt"
    path.write_text(SOUND, "utf-8")
    [(document, faults)] = written_documents.documents(path)
    assert faults == []
    assert (document["lang"], document["published"]) == ("en", "2024-06-04")
    assert document["meetings"][0]["parties"] == ["KEN", "SOM"]
    assert document["meetings"][0]["again"] == ["The ministers of Kenya"]
    assert document["statements"][0]["party"] == "KEN"
    assert document["commitments"][0]["condition"] == "if the rain stops"
    assert document["dates"] == [{"text": "on Monday", "value": "2024-06-03"}]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("met on Monday\nS", "met on Tuesday\nS"),
        ("M talks", "M chat"),
        ("KEN+SOM :: met", "Kenya :: met"),
        ("= 2024-06-03", "= Monday"),
        ("= 2024-06-03", "= 2024-06-03T09:30"),
        ("D on Monday = 2024-06-03", "L Kenya = Kenya | KEN"),
        ("D on Monday =", "X on Monday ="),
        (" :: The", " The"),
        ("if: if the rain stops", "if: if the rain comes"),
        ("R M1", "R M2"),
        ("R M1", "R B1"),
        ("R M1 :: The", "R M1 :: All"),
        ("\n--\n", "\n"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, right: str, wrong: str) -> None:
    path = tmp_path / "en-one.txt"
    path.write_text(SOUND.replace(right, wrong), "utf-8")
    [(_, faults)] = written_documents.documents(path)
    assert len(faults) >= 1
