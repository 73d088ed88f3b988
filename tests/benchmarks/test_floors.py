"""The accuracy floors hold: a fall fails, a floor goes down only when asked, and a rise is pinned."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "floors.py"

#: A scorer that takes its figures from the readings file: one reading a line, whose F1 stands in it.
SCORER = """
import json, pathlib, sys
gold, readings, *options = sys.argv[1:]
assert options == ["--by", "lang", "--json"] and pathlib.Path(gold).is_dir()
rows = [json.loads(line) for line in pathlib.Path(readings).read_text("utf-8").splitlines()]
groups = {}
for row in rows:
    groups.setdefault(row["group"], {"layers": {}, "slots": {}})["layers"][row["layer"]] = {"f1": row["f1"]}
print(json.dumps(groups))
"""


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("floors", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["floors"] = module  # dataclasses look their module up there
    specification.loader.exec_module(module)
    return module


floors = _module()

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Score the figures given (group, layer, F1) against the floors file of this test."""
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "one.json").write_text("{}", encoding="utf-8")
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER, encoding="utf-8")

    def score(*options: str, **figures: float) -> int:
        rows = [dict(zip(("group", "layer"), name.split("__"), strict=True), f1=f1) for name, f1 in figures.items()]
        readings = tmp_path / "readings.jsonl"
        readings.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        fixed = ["--gold", str(gold), "--scorer", str(scorer), "--readings", str(readings)]
        return int(floors.main([*fixed, "--floors", str(tmp_path / "floors.toml"), *options]))

    return score


def test_a_figure_at_its_floor_passes_and_one_below_fails(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--write", **{"all__dates": 0.8125, "lang=fa__dates": 0.7}) == 0
    assert run(**{"all__dates": 0.8125, "lang=fa__dates": 0.7}) == 0
    capsys.readouterr()
    assert run(**{"all__dates": 0.9, "lang=fa__dates": 0.65}) == 1
    assert "fa dates: 0.6500 is below its floor of 0.700" in capsys.readouterr().err


def test_a_layer_that_is_no_longer_measured_counts_as_fallen(run: Run) -> None:
    run("--write", all__dates=0.8, all__places=0.8)
    assert run(all__dates=0.8) == 1


def test_a_floor_goes_down_only_when_that_is_said(run: Run, tmp_path: Path) -> None:
    run("--write", all__dates=0.8)
    before = (tmp_path / "floors.toml").read_bytes()
    assert run("--write", all__dates=0.5) == 1
    assert (tmp_path / "floors.toml").read_bytes() == before
    assert run("--write", "--allow-lower", all__dates=0.5) == 0
    assert floors.load(tmp_path / "floors.toml").figures == {"all": {"dates": 0.5}}


def test_a_better_figure_raises_the_floor_when_written(run: Run) -> None:
    run("--write", all__dates=0.5)
    assert run("--write", all__dates=0.8) == 0
    assert run(all__dates=0.7) == 1


def test_without_floors_the_figures_are_shown_and_nothing_fails(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(all__dates=0.25) == 0
    shown = capsys.readouterr()
    assert "0.250" in shown.out
    assert "--write" in shown.err


def test_a_change_of_the_annotated_documents_is_said(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--write", all__dates=0.5)
    capsys.readouterr()
    run(all__dates=0.5)
    assert "annotated documents" not in capsys.readouterr().err
    (tmp_path / "gold" / "two.json").write_text("{}", encoding="utf-8")
    run(all__dates=0.5)
    assert "annotated documents" in capsys.readouterr().err


def test_what_cannot_be_measured_is_told_apart_from_a_fall(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PEYMAN_GOLD", raising=False)
    monkeypatch.delenv("PEYMAN_SCORER", raising=False)
    assert floors.main([]) == 2
    assert "PEYMAN_GOLD" in capsys.readouterr().err
    (tmp_path / "broken.py").write_text("raise SystemExit('no')", encoding="utf-8")
    (tmp_path / "readings.jsonl").touch()
    options = ["--gold", str(tmp_path), "--scorer", str(tmp_path / "broken.py")]
    assert floors.main([*options, "--readings", str(tmp_path / "readings.jsonl")]) == 2
    assert "status 1" in capsys.readouterr().err


def test_the_annotated_documents_are_read_with_the_command_itself(
    tmp_path: Path,
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    document = {"id": "a-1", "text": "The ministers of Norway and Chile met in Oslo on 3 May 2024.", "lang": "en"}
    (gold / "a-1.json").write_text(json.dumps(document), encoding="utf-8")
    scorer = tmp_path / "scorer.py"
    scorer.write_text(
        "import json, pathlib, sys\n"
        "lines = pathlib.Path(sys.argv[2]).read_text('utf-8').splitlines()\n"
        "sources = [json.loads(line)['document']['source'] for line in lines]\n"
        "print(json.dumps({'all': {'layers': {'dates': {'f1': float(sources == ['a-1'])}}}}))",
        encoding="utf-8",
    )
    options = ["--gold", str(gold), "--scorer", str(scorer), "--floors", str(tmp_path / "floors.toml")]
    assert floors.main([*options, "--write"]) == 0
    assert floors.load(tmp_path / "floors.toml").figures == {"all": {"dates": 1.0}}


@given(
    st.dictionaries(
        st.sampled_from(["all", "fa", "ckb"]),
        st.dictionaries(st.sampled_from(["dates", "people.identity", "meetings.right"]), st.floats(0, 1), min_size=1),
    )
)
def test_pinned_figures_never_exceed_the_measured_and_come_back_as_written(
    tmp_path_factory: pytest.TempPathFactory, figures: dict[str, dict[str, float]]
) -> None:
    path = tmp_path_factory.mktemp("floors") / "floors.toml"
    path.write_text(floors.dump(floors.Floors("0", figures)), encoding="utf-8")
    back = floors.load(path).figures
    assert floors.below(figures, back) == []
    assert all(back[group][layer] <= figure + 1e-9 for group in figures for layer, figure in figures[group].items())
