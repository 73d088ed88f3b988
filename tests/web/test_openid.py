"""Signing in by another service: a small one of the tests' own, which signs what it says."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from tests.web.team import PASSWORD, join, team_of

from peyman.web.openid import Provider
from peyman.web.permissions import Role
from peyman.web.visitor import SESSION_COOKIE

ISSUER = "https://login.example.org"


class Service:
    """A service that says who somebody is; what it does wrong is chosen by a test."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self.claims: dict[str, Any] = {"sub": "42", "name": "Rojan Aziz"}
        self.wrong: dict[str, Any] = {}
        self.signing_key = self.key
        self.issuer = ISSUER
        self.nonce = ""
        self.challenge = ""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("openid-configuration"):
            addresses = {f"{name}_endpoint": f"{ISSUER}/{name}" for name in ("authorization", "token")}
            return httpx.Response(200, json={"issuer": self.issuer, **addresses, "jwks_uri": f"{ISSUER}/keys"})
        if path == "/keys":
            return httpx.Response(200, json={"keys": [self.key.as_dict(private=False)]})
        form = parse_qs(request.content.decode())
        if form["code"] != ["good"] or len(form["code_verifier"][0]) < 43:
            return httpx.Response(400, json={"error": "invalid_grant"})
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": "peyman", "exp": now + 60, "iat": now, "nonce": self.nonce}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims | self.claims | self.wrong, self.signing_key)
        return httpx.Response(200, json={"access_token": "x", "token_type": "Bearer", "id_token": signed})


@pytest.fixture(scope="module")
def keys() -> RSAKey:
    """A key of somebody else."""
    return RSAKey.generate_key(2048, {"kid": "one"})


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def client(record_path: Path, serve: Callable[..., TestClient], service: Service) -> TestClient:
    """The record of the examples, where one may sign in by the service."""
    client = serve(record_path)
    client.app.state.openid = Provider(  # type: ignore[attr-defined]
        ISSUER, "peyman", "secret", transport=httpx.MockTransport(service)
    )
    return client


def go(client: TestClient, service: Service, address: str = "/sign-in/openid", **answer: str) -> httpx.Response:
    """Follow the way to the service and back."""
    sent = client.get(address)
    assert sent.status_code == 303
    asked = parse_qs(urlsplit(sent.headers["location"]).query)
    assert asked["code_challenge_method"] == ["S256"] and asked["scope"] == ["openid profile email"]
    service.nonce = asked["nonce"][0]
    return client.get("/sign-in/openid/back", params={"code": "good", "state": asked["state"][0], **answer})


def test_an_invitation_is_accepted_with_an_identity_which_then_signs_in(client: TestClient, service: Service) -> None:
    secret = team_of(client).accounts.invite(Role.REVIEWER, None, "test")
    assert go(client, service, f"/sign-in/openid?invitation={secret}").status_code == 303
    assert "Rojan Aziz" in client.get("/account").text
    client.cookies.clear()
    answer = go(client, service, "/sign-in/openid?next=/meetings")
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings")
    assert client.get("/review").status_code == 200
    client.cookies.clear()
    assert client.get(f"/sign-in/openid?invitation={secret}").status_code == 404


def test_somebody_without_an_account_or_invitation_is_not_let_in(client: TestClient, service: Service) -> None:
    answer = go(client, service)
    assert answer.status_code == 401 and SESSION_COOKIE not in client.cookies
    assert "invitation" in answer.text


def test_an_account_is_linked_by_its_owner_and_to_one_identity_only(client: TestClient, service: Service) -> None:
    member = join(client, Role.READER, name="Shirin")
    assert go(member.client, service).status_code == 303
    other = join(client, Role.READER, name="Layla")
    assert go(other.client, service).status_code == 401
    assert go(client, service).status_code == 303
    assert "Shirin" in client.get("/account").text


def test_who_is_shut_out_does_not_come_in_by_the_service(client: TestClient, service: Service) -> None:
    member = join(client, Role.READER, name="Shirin")
    go(member.client, service)
    administrator = join(client, Role.ADMINISTRATOR)
    administrator.post(f"/administration/people/{member.user.id}", role="reader", disabled="true")
    assert go(client, service).status_code == 401


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://other.example.org"},
        {"aud": "another"},
        {"exp": 1},
        {"nonce": "another"},
        {"sub": None},
    ],
    ids=lambda each: next(iter(each)),
)
def test_what_the_service_signed_has_to_hold(client: TestClient, service: Service, wrong: dict[str, Any]) -> None:
    go(join(client, Role.READER, name="Shirin").client, service)
    service.wrong = wrong
    assert go(client, service).status_code == 401
    assert SESSION_COOKIE not in client.cookies


def test_what_somebody_else_signed_does_not_count(client: TestClient, service: Service, keys: RSAKey) -> None:
    go(join(client, Role.READER, name="Shirin").client, service)
    service.signing_key = keys
    assert go(client, service).status_code == 401


def test_an_answer_for_another_browser_signs_nobody_in(client: TestClient, service: Service) -> None:
    go(join(client, Role.READER, name="Shirin").client, service)
    assert go(client, service, state="of another browser").status_code == 401
    assert go(client, service, code="wrong").status_code == 401
    client.cookies.clear()
    assert client.get("/sign-in/openid/back?code=good&state=x").status_code == 401
    client.cookies.set("peyman_openid", "nonsense")
    assert client.get("/sign-in/openid/back?code=good&state=x").status_code == 401


def test_a_service_that_calls_itself_otherwise_or_fails_is_told_in_plain_words(
    client: TestClient, service: Service
) -> None:
    service.issuer = "https://other.example.org"
    assert client.get("/sign-in/openid").status_code == 401
    client.app.state.openid = Provider(  # type: ignore[attr-defined]
        ISSUER, "peyman", "secret", transport=httpx.MockTransport(lambda request: httpx.Response(500))
    )
    answer = client.get("/sign-in/openid")
    assert answer.status_code == 401 and "does not answer" in answer.text


def test_it_leads_to_no_other_site(client: TestClient, service: Service) -> None:
    go(join(client, Role.READER, name="Shirin").client, service)
    assert go(client, service, "/sign-in/openid?next=//example.org").headers["location"] == "/"


def test_without_a_service_there_is_no_such_way_and_no_such_button(
    record_path: Path, serve: Callable[..., TestClient]
) -> None:
    plain = serve(record_path)
    assert plain.get("/sign-in/openid").status_code == 404
    assert "openid" not in plain.get("/sign-in").text
    assert plain.post("/sign-in", data={"name": "x", "password": PASSWORD}).status_code == 401


def test_the_button_is_where_people_sign_in(client: TestClient) -> None:
    assert "login.example.org" in client.get("/sign-in").text
    assert json.dumps("secret") not in client.get("/sign-in").text
