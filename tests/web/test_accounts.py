"""First start, signing in and out, passwords, tokens, and what is refused on the way."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.parsing import parsed
from tests.web.team import PASSWORD, join, team_of
from typer.testing import CliRunner

from peyman import cli
from peyman.cli import serve as command
from peyman.web.permissions import Role
from peyman.web.team import Team, sessions
from peyman.web.team.accounts import MOST_FOR_NAME, AccountError
from peyman.web.visitor import SESSION_COOKIE


@pytest.fixture
def client(record_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """The record of the examples, for those with accounts."""
    return serve(record_path)


def test_the_first_start_prints_a_link_that_makes_an_administrator_once(
    record_path: Path, serve: Callable[..., TestClient], capsys: pytest.CaptureFixture[str]
) -> None:
    command._invite_first(str(record_path), "http://127.0.0.1:8765")
    link = next(line for line in capsys.readouterr().err.splitlines() if line.startswith("http"))
    path = link.removeprefix("http://127.0.0.1:8765")
    client = serve(record_path)
    assert "administrator" in client.get(path).text
    answer = client.post(path, data={"name": "Layla", "password": PASSWORD})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert client.get("/administration").status_code == 200
    assert client.get(path).status_code == 404
    client.cookies.clear()
    assert client.post(path, data={"name": "Somebody", "password": PASSWORD}).status_code == 404
    command._invite_first(str(record_path), "http://127.0.0.1:8765")
    assert capsys.readouterr().err == ""


def test_an_address_that_is_taken_is_refused_before_anything_is_promised(record_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(cli.app, ["serve", "--record", str(record_path), "--port", str(port)])
    assert result.exit_code == 2
    assert str(port) in result.stderr and "--port" in result.stderr and "invitation" not in result.stderr


def test_an_empty_record_leads_to_where_documents_are_added(tmp_path: Path, serve: Callable[..., TestClient]) -> None:
    client = serve(tmp_path / "empty.db")
    for role, shown in ((Role.REVIEWER, True), (Role.READER, False)):
        page = parsed(join(client, role).client.get("/").text)
        assert bool(page.xpath(".//main//a[@href='/add']")) is shown
    assert not parsed(join(client, Role.READER, name="Nobody").client.get("/timeline").text).xpath(".//main//table")


def test_a_record_that_is_not_public_is_closed_to_strangers_and_leads_back_after_signing_in(
    client: TestClient,
) -> None:
    join(client, Role.READER, name="Rojan")
    answer = client.get("/meetings/M1?show=differences")
    assert answer.status_code == 303
    page = parsed(client.get(answer.headers["location"]).text)
    back = page.xpath(".//input[@name='next']/@value")[0]
    answer = client.post("/sign-in", data={"name": "rojan ", "password": PASSWORD, "next": back})
    assert answer.headers["location"] == "/meetings/M1?show=differences"
    assert client.get(back).status_code == 200


@pytest.mark.parametrize("address", ["https://example.org", "//example.org", "/\\example.org"])
def test_signing_in_leads_to_no_other_site(client: TestClient, address: str) -> None:
    join(client, Role.READER, name="Rojan")
    answer = client.post("/sign-in", data={"name": "Rojan", "password": PASSWORD, "next": address})
    assert answer.headers["location"] == "/"


def test_a_session_that_somebody_else_put_into_the_browser_is_not_taken_over(client: TestClient) -> None:
    join(client, Role.READER, name="Rojan")
    client.cookies.set(SESSION_COOKIE, "chosen-by-somebody-else")
    answer = client.post("/sign-in", data={"name": "Rojan", "password": PASSWORD})
    secret = answer.cookies[SESSION_COOKIE]
    assert secret != "chosen-by-somebody-else"
    assert team_of(client).sessions.find("chosen-by-somebody-else") is None
    client.cookies.clear()
    client.cookies.set(SESSION_COOKIE, secret)
    again = client.post("/sign-in", data={"name": "Rojan", "password": PASSWORD, "form_token": _token(client)})
    assert again.cookies[SESSION_COOKIE] != secret
    assert team_of(client).sessions.find(secret) is None


def _token(client: TestClient) -> str:
    return str(parsed(client.get("/").text).xpath(".//input[@name='form_token']/@value")[0])


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites(client: TestClient) -> None:
    join(client, Role.READER, name="Rojan")
    answer = client.post("/sign-in", data={"name": "Rojan", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_signing_in_is_answered_only_so_often(client: TestClient) -> None:
    join(client, Role.READER, name="Rojan")
    for _ in range(MOST_FOR_NAME):
        assert client.post("/sign-in", data={"name": "Rojan", "password": "wrong"}).status_code == 401
    assert client.post("/sign-in", data={"name": "ROJAN", "password": PASSWORD}).status_code == 429


def test_whether_a_name_is_known_is_not_told(client: TestClient) -> None:
    join(client, Role.READER, name="Rojan")
    known = client.post("/sign-in", data={"name": "Rojan", "password": "wrong"})
    unknown = client.post("/sign-in", data={"name": "Nobody", "password": "wrong"})
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)


def test_signing_out_ends_the_session_everywhere_it_was_copied_to(client: TestClient) -> None:
    member = join(client, Role.READER)
    copied = str(member.client.cookies[SESSION_COOKIE])
    assert member.post("/sign-out") == 303
    assert team_of(client).sessions.find(copied) is None


def test_a_form_without_the_token_of_the_session_changes_nothing(client: TestClient) -> None:
    member = join(client, Role.SIGNATORY)
    for data in ({}, {"form_token": "wrong"}, {"form_token": ""}):
        answer = member.client.post("/entries/M1/position", data={"position": "signed", **data})
        assert answer.status_code == 403
    assert team_of(client).positions.history("M1") == []
    assert member.post("/entries/M1/position", position="signed") == 303


def test_every_form_that_changes_something_brings_the_token_along(client: TestClient) -> None:
    for role in Role:
        member = join(client, role)
        for path in ("/", "/meetings/M1", "/account", "/administration", "/undertakings/C1", "/compare"):
            for form in parsed(member.client.get(path).text).xpath(".//form[@method='post']"):
                if form.get("action") == "/preferences":
                    continue
                assert form.xpath(".//input[@name='form_token']/@value") == [member.form_token], (path, form.attrib)


def test_a_changed_password_ends_all_sessions(client: TestClient) -> None:
    member = join(client, Role.READER, name="Rojan")
    assert member.post("/account/password", old="wrong", new="another good one") == 400
    assert member.post("/account/password", old=PASSWORD, new="short") == 400
    assert member.post("/account/password", old=PASSWORD, new="another good one") == 303
    assert member.client.get("/meetings").status_code == 303
    assert client.post("/sign-in", data={"name": "Rojan", "password": "another good one"}).status_code == 303


def test_who_is_shut_out_is_out_at_once(client: TestClient) -> None:
    administrator = join(client, Role.ADMINISTRATOR)
    reader = join(client, Role.READER)
    assert administrator.post(f"/administration/people/{reader.user.id}", role="reader", disabled="true") == 303
    assert reader.client.get("/meetings").status_code == 303
    assert client.post("/sign-in", data={"name": reader.user.name, "password": PASSWORD}).status_code == 401


def test_the_last_administrator_stays_one(client: TestClient) -> None:
    member = join(client, Role.ADMINISTRATOR)
    assert member.post(f"/administration/people/{member.user.id}", role="reader") == 403
    assert member.post(f"/administration/people/{member.user.id}", role="administrator", disabled="true") == 403
    assert member.client.get("/administration").status_code == 200


def test_a_signatory_is_invited_for_a_party_only(client: TestClient) -> None:
    member = join(client, Role.ADMINISTRATOR)
    assert member.post("/administration/invitations", role="signatory") == 400
    answer = member.client.post(
        "/administration/invitations", data={"form_token": member.form_token, "role": "signatory", "party": "USA"}
    )
    link = parsed(answer.text).xpath(".//code[@class='secret']")[0].text
    path = "/invitation/" + link.rpartition("/")[2]
    assert client.post(path, data={"name": "Whitfield", "password": PASSWORD}).status_code == 303
    assert "United States" in client.get("/account").text


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Rojan", PASSWORD),
        ("rojan", PASSWORD),
        ("x", PASSWORD),
        ("a\u202eb", PASSWORD),
        ("Other", "short"),
        ("Other", "aaaaaaaaaaaa"),
    ],
)
def test_a_name_that_is_taken_or_a_password_that_is_weak_will_not_do(
    client: TestClient, name: str, password: str
) -> None:
    join(client, Role.READER, name="Rojan")
    team = team_of(client)
    secret = team.accounts.invite(Role.READER, None, "test")
    with pytest.raises(AccountError):
        team.accounts.accept(secret, name, password)
    assert team.accounts.invitation(secret) is Role.READER


def test_a_token_is_shown_once_and_works_until_it_is_revoked(client: TestClient) -> None:
    member = join(client, Role.READER)
    page = member.client.post("/account/tokens", data={"form_token": member.form_token, "label": "<b>script</b>"})
    token = parsed(page.text).xpath(".//code[@class='secret']")[0].text
    assert token not in member.client.get("/account").text
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/meetings", headers=headers).status_code == 200
    number = team_of(client).sessions.tokens(member.user)[0].id
    other = join(client, Role.READER, name="Somebody else")
    assert other.post(f"/account/tokens/{number}/revoke") == 404
    assert member.post(f"/account/tokens/{number}/revoke") == 303
    assert client.get("/meetings", headers=headers).status_code == 303


def test_only_hashes_of_secrets_are_kept(record_path: Path, serve: Callable[..., TestClient]) -> None:
    client = serve(record_path)
    member = join(client, Role.READER)
    token = team_of(client).sessions.make_token(member.user, "x")
    invitation = team_of(client).accounts.invite(Role.READER, None, "test")
    client.__exit__()
    client.__enter__()
    kept = b"".join(path.read_bytes() for path in record_path.parent.glob("peyman.team.db*"))
    for secret in (PASSWORD, token, invitation, str(member.client.cookies[SESSION_COOKIE])):
        assert secret.encode() not in kept
    assert PASSWORD.encode() not in record_path.read_bytes()


def test_a_public_record_that_nobody_may_change_has_no_accounts(public: TestClient) -> None:
    for path in ("/sign-in", "/account", "/invitation/x"):
        assert public.get(path).status_code in (303, 404)
    assert public.post("/sign-in", data={"name": "x", "password": "y"}).status_code == 404
    assert not list(Path(public.app.state.settings.record).parent.glob("*.team.db"))  # type: ignore[attr-defined]
    assert "/sign-in" not in public.get("/").text


def test_another_visit_begins_after_a_while_of_silence(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    team = Team(str(record_path))
    user = team.accounts.accept(team.accounts.invite(Role.READER, None, "test"), "Rojan", PASSWORD)
    cookie = team.sessions.begin(user)
    first = team.sessions.find(cookie)
    assert first is not None and first.user.visited is None
    monkeypatch.setattr(sessions, "VISIT_ENDS", -sessions.VISIT_ENDS)
    monkeypatch.setattr(sessions, "_EVERY", sessions.VISIT_ENDS)
    team.sessions.find(cookie)
    again = team.sessions.find(cookie)
    assert again is not None and again.user.visited is not None
    team.close()
