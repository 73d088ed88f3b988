"""Every route is documented, with its action; every role with what it may do; every file of others with its licence."""

from __future__ import annotations

import re
from pathlib import Path

from peyman.web.app import rules_of
from peyman.web.permissions import TABLE
from peyman.web.rendering import STATIC

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "web.md"


def test_the_reference_lists_exactly_the_routes_that_there_are_with_their_actions() -> None:
    rows = re.findall(r"^\| `([A-Z]+) ([^`]+)` \| ([a-z]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {(method, path): action for method, path, action in rows}
    assert documented == {route: rules[0].action.value for route, rules in rules_of().items()}


def test_the_reference_says_what_each_role_may_do() -> None:
    rows = dict(re.findall(r"^\| `([a-z]+)` \| ([a-z, ]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    for role, actions in TABLE.items():
        assert set(rows[role.value].split(", ")) == {action.value for action in actions}


def test_files_of_others_are_listed_and_have_their_licence_beside_them() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for path in [*STATIC.glob("fonts/*.woff2"), *STATIC.glob("vendor/*.js")]:
        assert path.name in text
        stem = re.split(r"-latin|-arabic|\.min", path.name)[0]
        assert (path.parent / f"{stem}-LICENSE").exists(), path.name
