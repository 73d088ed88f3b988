"""Review: one proposal at a time with its evidence, decisions on any entry, and taking them back."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from peyman.record import EntryView, Record
from peyman.web.addresses import entry_path, local_path, with_query
from peyman.web.corrections import meant
from peyman.web.decisions import ProposalKind
from peyman.web.decisions import decide_proposal as decided
from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord, SignedIn, ids_in
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage
from peyman.web.rendering import render
from peyman.web.visitor import visitor_of

router = APIRouter()
_FEW = 12
Text = Annotated[str, Form(max_length=1000)]
Number = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/review", dependencies=[allow(Action.REVIEW)])
def queue(
    request: Request, record: OpenRecord, asked: Asked, skip: Number = 0, done: Number = 0, step: Number = 0
) -> HTMLResponse:
    """Show one proposal, with both sides of it."""
    waiting = asked.proposals()
    position = min(skip, max(0, len(waiting) - 1))
    proposal = waiting[position] if waiting else None
    steps = record.decisions(newest=_FEW)
    first = _view(record, proposal.target) if proposal else None
    second = _view(record, proposal.other) if proposal and proposal.other else None
    return render(
        request,
        "review.html",
        proposal=proposal,
        first=first,
        second=second,
        called=asked.names(each for view in (first, second) if view for each in ids_in(view)),
        position=position,
        total=len(waiting),
        done=done,
        last=next((each for each in steps if step and each.number == step and not each.undone_by), None),
        recent=list(reversed(steps[-_FEW:])),
    )


@router.post("/review/proposals", dependencies=[allow(Action.REVIEW)])
def decide_proposal(
    record: OpenRecord,
    user: SignedIn,
    kind: Annotated[ProposalKind, Form()],
    action: Annotated[Literal["accept", "reject"], Form()],
    target: Text,
    other: Text = "",
    field: Text = "",
    skip: Annotated[int, Form(ge=0)] = 0,
    done: Annotated[int, Form(ge=0)] = 0,
) -> RedirectResponse:
    """Decide one proposal, and go on to the next."""
    step = decided(record, kind, action == "accept", target, other, field, by=user.name)
    return RedirectResponse(with_query("/review", skip=skip, done=done + 1, step=step.number), status_code=303)


@router.post("/review/{public_id}", dependencies=[allow(Action.REVIEW)])
def decide(
    request: Request,
    record: OpenRecord,
    user: SignedIn,
    public_id: str,
    action: Annotated[Literal["accept", "correct", "reject"], Form()],
    field: Text = "",
    value: Text = "",
    new: Text = "",
    actor: Text = "",
    party: Text = "",
    title: Text = "",
    name: Text = "",
    capacity: Text = "",
    reason: Text = "",
) -> RedirectResponse:
    """Accept, correct or reject an entry, a field of it, or one value of a field."""
    view = record.get(public_id, MOST_ACCOUNTS)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    read = _read(value)
    given = {"actor": actor, "party": party, "title": title, "name": name, "capacity": capacity}
    wanted: Any = meant(view.kind, field, new, visitor_of(request).language) if action == "correct" else ""
    if isinstance(read, dict):
        # What the form has no place for stays as it was read.
        wanted = {**read, **{part: _typed(text) or None for part, text in given.items() if text or part in read}}
    review, why = record.review, reason.strip() or None
    if action == "correct":
        review.correct(view.id, field, wanted, _telling(read), by=user.name, reason=why)
    elif action == "accept":
        review.accept(view.id, field or None, _telling(read), by=user.name, reason=why)
    else:
        review.reject(view.id, field or None, _telling(read), by=user.name, reason=why)
    return RedirectResponse(f"{entry_path(view.id)}#steps", status_code=303)


@router.post("/entries/{public_id}/merge", dependencies=[allow(Action.REVIEW)])
def merge(record: OpenRecord, user: SignedIn, public_id: str, other: Text = "", reason: Text = "") -> RedirectResponse:
    """Say that another entry is this one."""
    step = record.review.merge(
        [public_id, *other.replace(",", " ").split()], by=user.name, reason=reason.strip() or None
    )
    return RedirectResponse(f"{entry_path(record.get(step.target, 1).id)}#steps", status_code=303)


@router.post("/entries/{public_id}/split", dependencies=[allow(Action.REVIEW)])
def split(
    record: OpenRecord,
    user: SignedIn,
    public_id: str,
    document: Annotated[list[str] | None, Form(max_length=1000)] = None,
    reason: Text = "",
) -> RedirectResponse:
    """Say that what some documents tell is another entry than what the others tell."""
    step = record.review.split(public_id, document or [], by=user.name, reason=reason.strip() or None)
    return RedirectResponse(f"{entry_path(record.get(step.target, 1).id)}#steps", status_code=303)


@router.post("/review/steps/{number}/undo", dependencies=[allow(Action.REVIEW)])
def undo(record: OpenRecord, user: SignedIn, number: int, next: Text = "/review") -> RedirectResponse:
    """Take a decision back."""
    record.review.undo(number, by=user.name)
    return RedirectResponse(local_path(next, "/review"), status_code=303)


def _read(value: str) -> Any:
    """The value that a form speaks of: what has several parts comes as JSON."""
    if not value.startswith("{"):
        return value or None
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def _telling(value: Any) -> Any:
    """What tells a value with several parts from the others: of a participant, who it is."""
    return value["actor"] if isinstance(value, dict) and "actor" in value else value


def _typed(new: str) -> str:
    return " ".join(new.split())


def _view(record: Record, public_id: str) -> EntryView | None:
    view = record.get(public_id, MOST_ACCOUNTS)
    return view if isinstance(view, EntryView) else None
