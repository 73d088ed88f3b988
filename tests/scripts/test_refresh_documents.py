"""What the documentation shows is what the commands print."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "refresh_documents.py"


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("refresh_documents", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["refresh_documents"] = module
    specification.loader.exec_module(module)
    return module


refresh_documents = _module()


@pytest.mark.parametrize("page", refresh_documents.pages(), ids=lambda page: page.name)
def test_a_page_shows_what_its_commands_print(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert refresh_documents.refreshed(text) == text, "run `make docs`"


def test_output_that_is_no_longer_printed_is_replaced() -> None:
    text = "Before.\n\n```console\n$ peyman read missing.txt\nSomething old.\n```\n\nAfter.\n"
    fresh = refresh_documents.refreshed(text)
    assert fresh.startswith("Before.\n\n```console\n$ peyman read missing.txt\n")
    assert fresh.endswith("\n```\n\nAfter.\n")
    assert "Something old." not in fresh
    assert "[P101]" in fresh


def test_a_block_with_other_commands_is_left_alone() -> None:
    text = "```console\n$ cd somewhere\n$ peyman read missing.txt\nas it was\n```\n"
    assert refresh_documents.refreshed(text) == text
