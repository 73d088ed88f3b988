"""Signing in by another service: OpenID Connect, with the authorization code flow, PKCE and a nonce.

The extra ``openid`` brings Authlib, which speaks OAuth, and joserfc, which checks what the service signed. Whoever
signs in so has an account here all the same, made by an invitation or linked by its owner: the other service says who
somebody is, and Peyman what they may do.
"""

from __future__ import annotations

import base64
import hmac
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from peyman.errors import MissingExtra, PeymanError
from peyman.web.team.secrets import new_secret

ALGORITHMS = ["RS256", "PS256", "ES256"]
_SECONDS = 10


class OpenIdError(PeymanError):
    """Signing in by another service did not work."""

    code = "P901"


@dataclass(frozen=True, slots=True)
class Pending:
    """What a browser keeps while its owner is with the other service.

    Attributes:
        state: Comes back with the answer, and shows that it belongs to this browser.
        nonce: Comes back inside what the service signed.
        verifier: Shows the service that who asks for the token is who began.
        invitation: Secret of the invitation that is accepted so; empty for none.
        next: Where to go afterwards.
    """

    state: str
    nonce: str
    verifier: str
    invitation: str = ""
    next: str = "/"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is to the other service: its address, their number there, and what they are called."""

    issuer: str
    subject: str
    name: str


class Provider:
    """A service that says who somebody is.

    Args:
        issuer: Its address, as it names itself.
        client: The name under which it knows this server.
        secret: The password of that name.
        transport: How it is reached; over the network without it.

    Raises:
        MissingExtra: The extra is not installed.
    """

    def __init__(self, issuer: str, client: str, secret: str, transport: Any = None) -> None:
        try:
            import authlib  # noqa: F401
            import joserfc  # noqa: F401
        except ImportError as error:
            raise MissingExtra(
                "Signing in by another service needs more than is installed.", "pip install 'peyman[openid]'"
            ) from error
        self.issuer = issuer.rstrip("/")
        self._client, self._secret, self._transport = client, secret, transport
        self._known: dict[str, Any] | None = None

    @property
    def name(self) -> str:
        """What people know it by: the name of its host."""
        return urlsplit(self.issuer).netloc or self.issuer

    def begin(self, back: str, invitation: str = "", next: str = "/") -> tuple[str, Pending]:
        """Return where to send a browser, and what it is to keep meanwhile.

        Args:
            back: Address of this server to which it comes back.
            invitation: Secret of an invitation that is accepted so.
            next: Where to go afterwards.

        Raises:
            OpenIdError: The service does not answer as it should.
        """
        pending = Pending(new_secret(), new_secret(), new_secret() + new_secret(), invitation, next)
        with self._session(back) as session:
            address, _ = session.create_authorization_url(
                self._discovered()["authorization_endpoint"],
                state=pending.state,
                nonce=pending.nonce,
                code_verifier=pending.verifier,
            )
        return str(address), pending

    def finish(self, pending: Pending, state: str, code: str, back: str) -> Identity:
        """Return who came back.

        Args:
            pending: What the browser kept.
            state: What came back with the answer.
            code: What the answer brought, to be exchanged.
            back: Address of this server to which the browser was sent back.

        Raises:
            OpenIdError: The answer belongs to another browser, or what the service signed does not hold.
        """
        if not state or not hmac.compare_digest(state.encode(), pending.state.encode()):
            raise OpenIdError("This answer belongs to another browser, or is too old.", "Begin again.")
        known = self._discovered()
        try:
            with self._session(back) as session:
                token = session.fetch_token(known["token_endpoint"], code=code, code_verifier=pending.verifier)
                keys = session.request("GET", known["jwks_uri"], withhold_token=True).json()
            claims = self._checked(token["id_token"], keys, pending.nonce)
        except OpenIdError:
            raise
        except Exception as error:  # whatever the service or the network does wrong
            raise OpenIdError(f"{self.issuer} did not say who you are.", "Try again, or sign in here.") from error
        name = claims.get("name") or claims.get("preferred_username") or claims.get("email") or claims["sub"]
        return Identity(self.issuer, str(claims["sub"]), str(name))

    def _checked(self, signed: str, keys: Any, nonce: str) -> dict[str, Any]:
        from joserfc import jwt
        from joserfc.jwk import KeySet

        claims = jwt.decode(signed, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": self._discovered()["issuer"]},
            aud={"essential": True, "value": self._client},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(claims)
        return dict(claims)

    def _discovered(self) -> dict[str, Any]:
        """What the service says of itself; asked once."""
        if self._known is None:
            try:
                with self._session("") as session:
                    address = f"{self.issuer}/.well-known/openid-configuration"
                    known = session.request("GET", address, withhold_token=True).json()
                if str(known["issuer"]).rstrip("/") != self.issuer:
                    raise OpenIdError(
                        f"{self.issuer} calls itself {known['issuer']}.", "Give the address it has itself."
                    )
            except OpenIdError:
                raise
            except Exception as error:
                raise OpenIdError(f"{self.issuer} does not answer.", "Try later, or sign in here.") from error
            self._known = known
        return self._known

    def _session(self, back: str) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client

        more = {"transport": self._transport} if self._transport is not None else {}
        made: Any = OAuth2Client
        return made(
            self._client,
            self._secret,
            scope="openid profile email",
            redirect_uri=back,
            code_challenge_method="S256",
            timeout=_SECONDS,
            **more,
        )


def packed(pending: Pending) -> str:
    """Return what a browser keeps, as a cookie holds it."""
    given = [pending.state, pending.nonce, pending.verifier, pending.invitation, pending.next]
    return base64.urlsafe_b64encode(json.dumps(given).encode()).decode()


def unpacked(cookie: str) -> Pending:
    """Return what a browser kept.

    Raises:
        OpenIdError: It kept nothing of the kind.
    """
    try:
        given = json.loads(base64.urlsafe_b64decode(cookie.encode()))
        return Pending(*(str(each) for each in given[:5]))
    except (ValueError, TypeError) as error:
        raise OpenIdError("Signing in was not begun in this browser.", "Begin again.") from error
