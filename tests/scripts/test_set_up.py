"""Setting up says what it does, passes pip what to install, and shows the end of pip's words when it fails."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "set_up.py"


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("set_up", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["set_up"] = module
    specification.loader.exec_module(module)
    return module


set_up = _module()


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An environment whose Python writes down its arguments, and fails if a file says so."""
    interpreter = tmp_path / "bin" / "python"
    interpreter.parent.mkdir()
    interpreter.write_text(
        '#!/bin/sh\ncase "$*" in *--version*) exit 0;; esac\n'
        f'echo "$*" > {tmp_path}/arguments\necho "Collecting one"\necho "what pip said last"\n'
        f"test ! -e {tmp_path}/fail\n",
        encoding="utf-8",
    )
    interpreter.chmod(0o755)
    return tmp_path


def test_the_working_copy_is_installed_with_the_extras_named(environment: Path) -> None:
    assert set_up.main([str(environment), "test"]) == 0
    assert (environment / "arguments").read_text(encoding="utf-8").rstrip().endswith(f"--editable {ROOT}[test]")
    assert "Collecting one" in (environment / "install.log").read_text(encoding="utf-8")


def test_without_extras_none_are_asked_for(environment: Path) -> None:
    assert set_up.main([str(environment)]) == 0
    assert (environment / "arguments").read_text(encoding="utf-8").rstrip().endswith(f"--editable {ROOT}")


def test_a_failure_shows_the_end_of_what_pip_said_and_where_the_rest_is(
    environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (environment / "fail").touch()
    assert set_up.main([str(environment)]) == 1
    shown = capsys.readouterr().err
    assert "what pip said last" in shown
    assert str(environment / "install.log") in shown


def test_without_a_folder_it_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert set_up.main([]) == 2
    assert "usage" in capsys.readouterr().err
