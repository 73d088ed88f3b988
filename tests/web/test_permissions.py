"""Every role against every route, from the routes themselves: a new route without a rule fails."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from tests.web.team import Member, join

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


#: What stands in the places of a path, and what a form brings along: enough to get past the rule.
_VALUES = {"number": "1", "secret": "nobody-knows-this"}
_LETTERS = {"meetings": "M1", "undertakings": "C1", "documents": "D1", "actors": "A1", "statements": "S1"}
_FORM = {"role": "reader", "position": "signed", "language": "en"}


def _address(path: str) -> str:
    """A path with values in its places."""
    folder = path.split("/")[1]
    identifier = {**_LETTERS, "places": "P1", "agreements": "G1", "entries": "M1", "review": "M1"}.get(folder, "M1")
    return re.sub(r"\{(\w+)\}", lambda place: _VALUES.get(place[1], identifier), path)


@pytest.fixture(scope="module")
def everybody(examples_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Role | None, Member]]:
    """Somebody of each role, and somebody who has not signed in; the record is not public."""
    path = tmp_path_factory.mktemp("roles") / "peyman.db"
    shutil.copy(examples_record, path)
    with TestClient(application.create_app(Settings(str(path))), follow_redirects=False) as client:
        found: dict[Role | None, Member] = {role: join(client, role) for role in Role}
        # One more, so that the matrix may change or disable an administrator.
        join(client, Role.ADMINISTRATOR, name="Another administrator")
        found[None] = Member(client, found[Role.READER].user, "")
        yield found


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(("method", "path"), sorted(RULES), ids=lambda each: each.replace("/", "|"))
def test_a_role_may_use_a_route_if_and_only_if_the_table_says_so(
    everybody: dict[Role | None, Member], method: str, path: str, role: Role | None
) -> None:
    action = RULES[(method, path)][0].action
    may = action in (TABLE[role] if role else {Action.ENTER})
    member = everybody[role]
    if path in _ENDING:
        member = join(everybody[None].client, role, name=f"Once {next(_NUMBERS)}") if role else member
    form = {**_FORM, "form_token": member.form_token}
    headers = {"X-Form-Token": member.form_token} if method == "DELETE" else None
    response = member.client.request(method, _address(path), data=form if method == "POST" else None, headers=headers)
    if may:
        signs_in_first = response.status_code == 303 and response.headers["location"].startswith("/sign-in?")
        # One's own account is for those who have one, whatever their role.
        assert role is None or not signs_in_first
        assert response.status_code != 403
    elif role is None:
        refused = 401 if path.startswith("/api/") else 303
        assert response.status_code == refused
        assert refused == 401 or response.headers["location"].startswith("/sign-in")
    else:
        assert response.status_code == 403


#: What ends the session of whoever asks for it.
_ENDING = {"/sign-out", "/account/password"}
_NUMBERS = iter(range(1_000_000))


def test_who_has_not_signed_in_reads_a_public_record_only() -> None:
    assert actions_of(None, public=False, read_only=False) == {Action.ENTER}
    assert actions_of(None, public=True, read_only=False) == {Action.ENTER, Action.READ}


@pytest.mark.parametrize("role", [None, *Role])
def test_nobody_changes_a_record_that_is_served_read_only(role: Role | None) -> None:
    assert not actions_of(role, public=True, read_only=True) & CHANGING


def test_only_administrators_manage_and_only_signatories_speak_for_a_party() -> None:
    assert [role for role in Role if Action.MANAGE in TABLE[role]] == [Role.ADMINISTRATOR]
    assert [role for role in Role if Action.SIGN in TABLE[role] or Action.NOTE in TABLE[role]] == [Role.SIGNATORY]
