"""Review: one proposal at a time with its evidence, decisions on any entry, and taking them back."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from peyman.record import EntryView, Record
from peyman.web.addresses import entry_path, local_path, with_query
from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord, SignedIn
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage
from peyman.web.rendering import render

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
    return render(
        request,
        "review.html",
        proposal=proposal,
        first=_view(record, proposal.target) if proposal else None,
        second=_view(record, proposal.other) if proposal and proposal.other else None,
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
    kind: Annotated[Literal["merge", "reading", "follow-up"], Form()],
    action: Annotated[Literal["accept", "reject"], Form()],
    target: Text,
    other: Text = "",
    field: Text = "",
    skip: Annotated[int, Form(ge=0)] = 0,
    done: Annotated[int, Form(ge=0)] = 0,
) -> RedirectResponse:
    """Decide one proposal, and go on to the next."""
    review = record.review
    if kind == "merge" and action == "accept":
        step = review.merge([target, other], by=user.name)
    elif kind == "merge":
        step = review.keep_apart([target, other], by=user.name)
    elif kind == "follow-up":
        decide = review.accept if action == "accept" else review.reject
        step = decide(target, "report", other, by=user.name)
    else:
        decide = review.accept if action == "accept" else review.reject
        step = decide(target, field or None, by=user.name)
    return RedirectResponse(with_query("/review", skip=skip, done=done + 1, step=step.number), status_code=303)


@router.post("/review/{public_id}", dependencies=[allow(Action.REVIEW)])
def decide(
    record: OpenRecord,
    user: SignedIn,
    public_id: str,
    action: Annotated[Literal["accept", "correct", "reject"], Form()],
    field: Text = "",
    new: Text = "",
    reason: Text = "",
) -> RedirectResponse:
    """Accept, correct or reject an entry, or a field of it."""
    view = record.get(public_id)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    why = reason.strip() or None
    if action == "correct":
        record.review.correct(view.id, field, _typed(new), by=user.name, reason=why)
    elif action == "accept":
        record.review.accept(view.id, field or None, by=user.name, reason=why)
    else:
        record.review.reject(view.id, field or None, by=user.name, reason=why)
    return RedirectResponse(f"{entry_path(view.id)}#steps", status_code=303)


@router.post("/review/steps/{number}/undo", dependencies=[allow(Action.REVIEW)])
def undo(record: OpenRecord, user: SignedIn, number: int, next: Text = "/review") -> RedirectResponse:
    """Take a decision back."""
    record.review.undo(number, by=user.name)
    return RedirectResponse(local_path(next, "/review"), status_code=303)


def _typed(new: str) -> str:
    return " ".join(new.split())


def _view(record: Record, public_id: str) -> EntryView | None:
    view = record.get(public_id, MOST_ACCOUNTS)
    return view if isinstance(view, EntryView) else None
