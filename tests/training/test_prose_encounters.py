"""Running text teaches what is no encounter only where somebody went through it."""

from __future__ import annotations

import importlib
import json
import lzma
import sys
from pathlib import Path
from types import ModuleType

import pytest

from peyman.reading.meetings.survey import survey
from peyman.reading.reader import prepare
from peyman.sources.model import SourceDocument

TRAINING = Path(__file__).parents[2] / "training"
MET = "The foreign ministers of Iraq and Iran met in Baghdad on 3 May 2018."
SPORT = "The meeting of Spain and France on Sunday ended in a draw."


@pytest.fixture(scope="module")
def prose() -> ModuleType:
    sys.path.insert(0, str(TRAINING))
    try:
        return importlib.import_module("prose_encounters")
    finally:
        sys.path.remove(str(TRAINING))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of open sets: a text in two languages that tells of an encounter, and one that tells of none."""
    files = {
        "en-state-department/releases.jsonl": '{"title": "Call", "date": "2022-01-02", "text": "We met."}',
        "en-white-house/releases.jsonl": '{"title": "Call", "date": "2022-01-02", "text": "We met."}',
        "ntrex/ntrex.tsv": f"doc\ten\tfa\nb\t{MET}\tدیدار کردند.\nc\t{SPORT}\tمساوی شد.",
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


@pytest.fixture
def judged(prose: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "verdicts.tsv"
    first = MET.index("met")
    table.write_text(f"# verdicts\nntrex\ten\tb\t{first}\t{first + 3}\tyes\n", encoding="utf-8")
    monkeypatch.setattr(prose, "VERDICTS", table)


def test_every_verdict_is_of_a_known_kind_and_spans_words(prose: ModuleType) -> None:
    lines = [line.split("\t") for line in prose.VERDICTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {line[-1] for line in lines} == {"yes", "no", "unclear"}
    assert all(int(first) < int(last) for *_, first, last, _ in lines)
    assert len({tuple(line[:-1]) for line in lines}) == len(lines)


@pytest.mark.usefixtures("judged")
def test_a_text_is_quiet_only_if_no_translation_of_it_tells_of_an_encounter(prose: ModuleType, data: Path) -> None:
    found = {(p.gold["lang"], p.gold["id"][-1]): p for p in prose.passages(data) if p.gold["id"].startswith("ntrex")}
    assert not found["en", "b"].quiet
    assert ("fa", "b") not in found
    assert found["en", "c"].quiet
    assert found["fa", "c"].quiet
    assert found["en", "c"].kept == found["fa", "c"].kept


@pytest.mark.usefixtures("judged")
def test_a_mention_has_the_verdict_of_its_words_and_in_a_quiet_text_none_is_told(prose: ModuleType, data: Path) -> None:
    for passage in prose.passages(data):
        text = passage.gold["text"]
        source = SourceDocument(id="x", source="-", original=b"", text=text, published="2018-10-01", language="en")
        if text not in (MET, SPORT):
            continue
        context = prepare(source).context
        verdicts = [passage.verdict(context, mention) for mention in survey(context).mentions]
        assert verdicts
        assert set(verdicts) == {"yes" if text == MET else "no"}
