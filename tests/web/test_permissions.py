"""Every role against every route, from the routes themselves: a new route without a rule fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from peyman.web import app as application
from peyman.web.pages import ROUTERS
from peyman.web.permissions import CHANGING, TABLE, Action, Role, actions_of
from peyman.web.settings import Settings

RULES = application.rules_of()


@pytest.mark.parametrize(("method", "path"), sorted(RULES), ids=lambda each: each.replace("/", "|"))
def test_every_route_has_one_rule(method: str, path: str) -> None:
    assert len(RULES[(method, path)]) == 1


def test_every_route_that_is_served_is_one_of_those_with_a_rule(public: TestClient) -> None:
    served = {
        (method, route.path)
        for route in public.app.routes  # type: ignore[attr-defined]
        for method in getattr(route, "methods", None) or ()
        if method != "HEAD"
    }
    assert served <= set(RULES)


def test_an_application_with_a_route_without_a_rule_does_not_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    router = APIRouter()
    router.add_api_route("/open", lambda: None)
    monkeypatch.setattr(application, "ROUTERS", (*ROUTERS, router))
    with pytest.raises(RuntimeError, match="/open has 0 rules"):
        application.create_app(Settings(str(tmp_path / "peyman.db")))


def test_who_has_not_signed_in_reads_a_public_record_only() -> None:
    assert actions_of(None, public=False, read_only=False) == {Action.ENTER}
    assert actions_of(None, public=True, read_only=False) == {Action.ENTER, Action.READ}


@pytest.mark.parametrize("role", [None, *Role])
def test_nobody_changes_a_record_that_is_served_read_only(role: Role | None) -> None:
    assert not actions_of(role, public=True, read_only=True) & CHANGING


def test_only_administrators_manage_and_only_signatories_speak_for_a_party() -> None:
    assert [role for role in Role if Action.MANAGE in TABLE[role]] == [Role.ADMINISTRATOR]
    assert [role for role in Role if Action.SIGN in TABLE[role] or Action.NOTE in TABLE[role]] == [Role.SIGNATORY]
