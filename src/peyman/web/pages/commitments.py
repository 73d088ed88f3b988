"""Undertakings: the ledger of who, what, toward whom, by when and what became of it; and one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.model import FollowUp
from peyman.record.followup_views import CommitmentFollowUp
from peyman.web.pages.shared import Asked, OpenRecord, PageNumber, entry_of, entry_page
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import Shown, render
from peyman.web.terms import N_
from peyman.web.visitor import visitor_of

router = APIRouter()
#: In the order in which they want attention.
STATUSES = ("overdue", "due", "open", "renewed", "reported-broken", "reported-kept", "superseded")
assert set(STATUSES) == set(get_args(FollowUp))

Group = Literal["status", "party", "deadline"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which undertakings are asked for, and how they are grouped."""

    status: tuple[str, ...]
    party: str
    group: Group


@router.get("/undertakings", dependencies=[allow(Action.READ)])
def commitments(
    request: Request,
    asked: Asked,
    status: Annotated[list[str] | None, Query(max_length=20)] = None,
    party: Annotated[str, Query(max_length=64)] = "",
    group: Group = "status",
    page: PageNumber = 1,
) -> HTMLResponse:
    """List undertakings with their status as of today, the most urgent first."""
    every = asked.due().commitments
    chosen = Chosen(tuple(status or ()), party, group)
    found = [
        each
        for each in every
        if (not chosen.status or each.status in chosen.status) and (not party or party in each.by)
    ]
    show = Shown(visitor_of(request))
    ordered = sorted(found, key=_order(group))
    pages = paging(page, len(ordered))
    return render(
        request,
        "undertakings.html",
        groups=_grouped(ordered[pages.offset : pages.offset + pages.size], group, show),
        paging=pages,
        counts=Counter(each.status for each in every),
        parties=[key for key, _ in Counter(key for each in every for key in each.by).most_common(40)],
        statuses=STATUSES,
        chosen=chosen,
    )


def _order(group: Group) -> Callable[[CommitmentFollowUp], tuple[Any, ...]]:
    def of(each: CommitmentFollowUp) -> tuple[Any, ...]:
        last = each.deadline.last if each.deadline and each.deadline.last else "9999"
        if group == "party":
            return (each.by, last)
        return (last,) if group == "deadline" else (STATUSES.index(each.status), last)

    return of


def _grouped(
    found: Sequence[CommitmentFollowUp], group: Group, show: Shown
) -> Iterable[tuple[str, list[CommitmentFollowUp]]]:
    groups: dict[str, list[CommitmentFollowUp]] = {}
    for each in found:
        groups.setdefault(_heading(each, group, show), []).append(each)
    return groups.items()


def _heading(each: CommitmentFollowUp, group: Group, show: Shown) -> str:
    if group == "party":
        return show.text(N_(", ")).join(show.party_text(key) for key in each.by) or show.text(N_("not said who"))
    if group == "deadline":
        last = each.deadline.last if each.deadline else None
        return show.date_text(last[:7]) if last else show.text(N_("no time given"))
    return show.term(each.status)


@router.get("/undertakings/{public_id}", dependencies=[allow(Action.READ)])
def commitment(request: Request, record: OpenRecord, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one undertaking with its evidence, its status and how that came about."""
    entry = entry_of(record, public_id, "C")
    followed = next((each for each in asked.due().commitments if each.id == entry.id), None)
    return entry_page(request, "undertaking.html", entry, followed=followed)
