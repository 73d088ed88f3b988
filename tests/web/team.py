"""Clients that are signed in, without typing a password for each."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi.testclient import TestClient

from peyman.web.permissions import Role
from peyman.web.team import Team, User
from peyman.web.visitor import SESSION_COOKIE

PASSWORD = "a few words are a good one"


@dataclass
class Member:
    """Somebody who is signed in.

    Attributes:
        client: A client with their session.
        user: Their account.
        form_token: What their forms bring along.
    """

    client: TestClient
    user: User
    form_token: str

    def post(self, path: str, **data: object) -> int:
        """Send a form of theirs; return the status of the answer."""
        response = self.client.post(path, data={"form_token": self.form_token, **data})
        return int(response.status_code)


def team_of(client: TestClient) -> Team:
    """The team of the record that a client is served."""
    team = client.app.state.team  # type: ignore[attr-defined]
    assert isinstance(team, Team)
    return team


def join(client: TestClient, role: Role, party: str | None = None, name: str = "") -> Member:
    """Make an account, and a client that is signed in with it."""
    team = team_of(client)
    if role is Role.SIGNATORY:
        party = party or "IRQ"
    secret = team.accounts.invite(role, party, "test")
    user = team.accounts.accept(secret, name or f"The {role.value} {party or ''}", PASSWORD)
    cookie = team.sessions.begin(user)
    session = team.sessions.find(cookie)
    assert session is not None
    own = TestClient(client.app, follow_redirects=False, cookies={SESSION_COOKIE: cookie})
    return Member(own, user, session.form_token)
