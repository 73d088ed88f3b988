"""Why a request is not answered: not errors of Peyman, but answers in themselves."""

from __future__ import annotations


class Refusal(Exception):
    """A request that is not answered.

    Attributes:
        status: The status of the answer.
    """

    status = 400


class SignInFirst(Refusal):
    """Whoever asks has to say who they are."""

    status = 401


class NotAllowed(Refusal):
    """Whoever asks may not do it."""

    status = 403


class FromAnotherSite(Refusal):
    """A change that a page of another site asked for, or one whose form has expired."""

    status = 403


class NoSuchPage(Refusal):
    """There is nothing at that address."""

    status = 404


class TooLarge(Refusal):
    """The body is larger than the limit."""

    status = 413


class TooOften(Refusal):
    """Too many attempts in too short a time."""

    status = 429
