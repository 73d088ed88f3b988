"""The user's own register: checked before it is taken, known to every later command, and taken out again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from peyman import cli

OWN = """
[[party]]
key = "LAKE-FRONT"
kind = "movement"
names = { en = ["Lake Front", "LF"], ar = ["جبهة البحيرة"] }

[[agreement]]
key = "lake-accord-2024"
kind = "ceasefire"
date = "2024-05-03"
parties = ["IRQ", "LAKE-FRONT"]
names = { en = ["Lake Accord"] }

[[person]]
key = "person:arin-kawa"
party = "LAKE-FRONT"
names = { en = ["Arin Kawa"] }

[[place]]
key = "IRQ:lakeside"
country = "IRQ"
names = { en = ["Lakeside"] }

[[outlet]]
key = "outlet:lake-times"
country = "IRQ"
owner = "LAKE-FRONT"
names = { en = ["Lake Times"] }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "lake.toml"
    path.write_text(OWN, "utf-8")
    return path


def peyman(tmp_path: Path, *words: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own: the register is read once a process."""
    environment = os.environ | {"PEYMAN_REGISTER": str(tmp_path / "register"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "peyman", *words],
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs a command in this process, which has read the register without own files."""
    monkeypatch.setenv("PEYMAN_REGISTER", str(tmp_path / "register"))
    return lambda *words: CliRunner().invoke(cli.app, ["register", *words])


def test_what_was_added_is_read_from_then_on(tmp_path: Path, own: Path) -> None:
    added = peyman(tmp_path, "register", "add", str(own))
    assert (added.returncode, added.stderr) == (0, "")
    words = "Arin Kawa of the Lake Front went to Lakeside under the Lake Accord, the Lake Times (Baghdad) said."
    run = peyman(tmp_path, "read", "--json", "--language", "en", "-", text=words)
    reading = json.loads(run.stdout)
    assert {(a["key"], a["party"]) for a in reading["actors"]} >= {
        ("LAKE-FRONT", "LAKE-FRONT"),
        ("person:arin-kawa", "LAKE-FRONT"),
    }
    assert [(g["key"], g["date"], g["parties"]) for g in reading["agreements"]] == [
        ("lake-accord-2024", "2024-05-03", ["IRQ", "LAKE-FRONT"])
    ]
    assert "IRQ:lakeside" in [place["key"] for place in reading["places"]]
    listed = peyman(tmp_path, "register", "list", "--json").stdout.splitlines()
    assert [json.loads(line)["key"] for line in listed][:2] == ["LAKE-FRONT", "outlet:lake-times"]
    assert "2024-05-03" in peyman(tmp_path, "register", "show", "lake accord").stdout
    assert peyman(tmp_path, "register", "remove", "lake").returncode == 0
    assert peyman(tmp_path, "register", "show", "Lake Accord").returncode == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[party]\n", "no valid TOML"),
        ('[[party]]\nkey = "X1"\nkind = "movement"\n', "'X1' has no names"),
        ('[[party]]\nkey = "X1"\nnames = { en = ["X"] }\n', "'X1' has no kind"),
        ('[[party]]\nkey = "X1"\nkind = "club"\nnames = { en = ["X"] }\n', "'X1', field 'kind'"),
        ('[[person]]\nkey = "person:x"\nparty = "NOBODY"\nnames = { en = ["X Y"] }\n', "party 'NOBODY'"),
        ('[[place]]\nkey = "x"\nname = "X"\n', "place 'x', field 'name'"),
        ('[[place]]\nkey = "x"\nnames = { xx = ["X"] }\n', "'xx'"),
        ('[[people]]\nkey = "x"\n', "people"),
    ],
)
def test_a_wrong_file_is_told_and_not_taken(run: Callable[..., Result], tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, "utf-8")
    done = run("add", str(path))
    assert done.exit_code == 1
    assert "[P201]" in done.output and told in done.output
    assert not (tmp_path / "register" / "wrong.toml").exists()


def test_a_built_in_entry_is_shown_with_its_names_in_every_language(run: Callable[..., Result]) -> None:
    (entry,) = [json.loads(line) for line in run("show", "IRQ-KRD", "--json").output.splitlines()]
    assert entry["category"] == "party" and set(entry["names"]) == {"en", "fa", "ar", "ckb", "kmr"}


def test_what_a_party_calls_itself_is_shown_apart_from_what_others_call_it(run: Callable[..., Result]) -> None:
    told = json.loads(run("show", "HOUTHI", "--json").stdout)
    assert "Ansar Allah" in told["designations"]["own"]["en"]
    assert "Houthis" in told["designations"]["others"]["en"]
    assert "is called by others, en" in run("show", "HOUTHI").stdout


def test_what_is_not_known_is_said(run: Callable[..., Result]) -> None:
    done = run("show", "Atlantis")
    assert done.exit_code == 1 and "Atlantis" in done.output
    assert run("remove", "nothing").exit_code == 1
