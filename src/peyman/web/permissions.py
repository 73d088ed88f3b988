"""Who may do what: a table of roles and actions, and what an action on one party's matters needs besides.

Every route names the action that it is (`allow`); the application refuses to start with a route that names none.
"""

from __future__ import annotations

import hmac
from enum import StrEnum

from fastapi import Request, params
from starlette.concurrency import run_in_threadpool

from peyman.web.refusals import FromAnotherSite, NotAllowed, SignInFirst


class Action(StrEnum):
    """What somebody may want to do."""

    ENTER = "enter"  # sign in, choose a language: what everybody may
    READ = "read"  # see the record
    ADD = "add"  # add documents to it
    REVIEW = "review"  # accept, correct, reject, merge, undo
    SIGN = "sign"  # sign off or dispute an entry for one's party
    NOTE = "note"  # read and write the notes of one's delegation
    OVERSEE = "oversee"  # sources, readers, log
    MANAGE = "manage"  # people and their roles, backup


class Role(StrEnum):
    """What somebody is to the record."""

    READER = "reader"
    REVIEWER = "reviewer"
    SIGNATORY = "signatory"
    SECRETARY = "secretary"
    ADMINISTRATOR = "administrator"


_OWN = frozenset({Action.ENTER, Action.READ})

TABLE: dict[Role, frozenset[Action]] = {
    Role.READER: _OWN,
    Role.REVIEWER: _OWN | {Action.ADD, Action.REVIEW},
    Role.SIGNATORY: _OWN | {Action.SIGN, Action.NOTE},
    Role.SECRETARY: _OWN | {Action.ADD, Action.REVIEW, Action.OVERSEE},
    # Not SIGN and NOTE: whoever runs the server speaks for no party.
    Role.ADMINISTRATOR: _OWN | {Action.ADD, Action.REVIEW, Action.OVERSEE, Action.MANAGE},
}
"""What each role may do."""

CHANGING = frozenset({Action.ADD, Action.REVIEW, Action.SIGN, Action.NOTE, Action.MANAGE})
"""What nobody may do where the record is served read-only."""


def actions_of(role: Role | None, *, public: bool, read_only: bool) -> frozenset[Action]:
    """Return what somebody may do.

    Args:
        role: Their role; None for somebody who has not signed in.
        public: Whether anyone may read.
        read_only: Whether nobody may change anything.
    """
    if role is not None:
        allowed = TABLE[role]
    else:
        allowed = _OWN if public else frozenset({Action.ENTER})
    return allowed - CHANGING if read_only else allowed


_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Rule:
    """The rule of a route: the action that it is. Used as a dependency, it refuses whoever may not do it."""

    def __init__(self, action: Action) -> None:
        self.action = action

    async def __call__(self, request: Request) -> None:
        """Refuse whoever may not, and a change that does not come from a form of theirs.

        Raises:
            SignInFirst: They have not signed in, and might be allowed to if they had.
            NotAllowed: Their role does not allow it.
            FromAnotherSite: The form does not bring along what the session's forms do.
        """
        from peyman.web.visitor import visitor_of

        visitor = await run_in_threadpool(visitor_of, request)
        if not visitor.may(self.action):
            raise SignInFirst if visitor.user is None else NotAllowed
        if request.method not in _SAFE and visitor.user is not None and not visitor.by_token:
            brought = request.headers.get("x-form-token") or (await request.form()).get("form_token")
            if not isinstance(brought, str) or not hmac.compare_digest(brought.encode(), visitor.form_token.encode()):
                raise FromAnotherSite


def allow(action: Action) -> params.Depends:
    """Return the dependency by which a route names its action."""
    return params.Depends(Rule(action))
