"""Random secrets, of which only hashes are kept; and passwords."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200

_hasher = PasswordHasher()


def new_secret() -> str:
    """Return a secret that nobody guesses, fit for a link or a cookie."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret. It is random and long, so that a plain hash hides it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hash_password(password: str) -> str:
    """Return what is kept of a password (argon2id)."""
    return _hasher.hash(password)


def is_password(hashed: str | None, password: str) -> bool:
    """Tell whether a password is the one that was hashed.

    Args:
        hashed: What was kept; None for somebody who is not known, which takes as long to refuse.
        password: What was typed.
    """
    try:
        return _hasher.verify(hashed or _nobodys(), password[: LONGEST_PASSWORD + 1]) and hashed is not None
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash(new_secret())
