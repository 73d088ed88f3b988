"""Undertakings: the ledger of who, what, toward whom, by when and what became of it; and one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from peyman.record.following.ledger import ORDER, LedgerFilter
from peyman.record.following.ledger import Order as Group
from peyman.record.reviewing.review import SET_STATUSES, SetStatus
from peyman.record.shown.followup_views import CommitmentFollowUp
from peyman.web.addresses import entry_path
from peyman.web.pages.shared import Asked, OpenRecord, PageNumber, SignedIn, entry_of, entry_page
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import Shown, render
from peyman.web.terms import N_
from peyman.web.visitor import visitor_of

router = APIRouter()
GROUPS: tuple[Group, ...] = ("status", "party", "agreement", "deadline")
_PARTIES = 40


@router.get("/undertakings", dependencies=[allow(Action.READ)])
def commitments(
    request: Request,
    record: OpenRecord,
    asked: Asked,
    status: Annotated[list[str] | None, Query(max_length=20)] = None,
    party: Annotated[str, Query(max_length=64)] = "",
    agreement: Annotated[str, Query(max_length=32)] = "",
    group: Group = "status",
    page: PageNumber = 1,
) -> HTMLResponse:
    """List undertakings with their status as of today, the most urgent first."""
    chosen = LedgerFilter(tuple(sorted(status or ())), party or None, agreement or None, group)
    ledger = asked.ledger(chosen)
    pages = paging(page, len(ledger.numbers))
    shown = tuple(ledger.numbers[pages.offset : pages.offset + pages.size])
    found = asked.kept(("followed", asked.today, shown), lambda: record.lists.followed(asked.today, shown))
    named = asked.kept(("named", shown), lambda: record.lists.agreements_named(shown))
    return render(
        request,
        "undertakings.html",
        groups=_grouped(found, group, named, Shown(visitor_of(request))),
        paging=pages,
        counts=ledger.counts,
        parties=list(islice(ledger.parties, _PARTIES)),
        statuses=ORDER,
        group_names=GROUPS,
        chosen=chosen,
    )


Named = Mapping[int, Sequence[tuple[int, str]]]


def _grouped(
    found: Sequence[CommitmentFollowUp], group: Group, named: Named, show: Shown
) -> Iterable[tuple[str, list[CommitmentFollowUp]]]:
    groups: dict[str, list[CommitmentFollowUp]] = {}
    for each in found:
        groups.setdefault(_heading(each, group, named, show), []).append(each)
    return groups.items()


def _heading(each: CommitmentFollowUp, group: Group, named: Named, show: Shown) -> str:
    if group == "party":
        return show.text(N_(", ")).join(show.party_text(key) for key in each.by) or show.text(N_("not said who"))
    if group == "agreement":
        names = [f"{name} (G{number})" for number, name in named.get(int(each.id[1:]), ())]
        return show.text(N_(", ")).join(names) or show.text(N_("names no agreement"))
    if group == "deadline":
        last = each.deadline.last if each.deadline else None
        return show.date_text(last[:7]) if last else show.text(N_("no time given"))
    return show.term(each.status)


@router.get("/undertakings/{public_id}", dependencies=[allow(Action.READ)])
def commitment(request: Request, record: OpenRecord, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one undertaking with its evidence, its status and how that came about."""
    entry = asked.entry(public_id, "C")
    number = int(entry.id[1:])
    followed = asked.kept_of(entry.id, ("followed", asked.today), lambda: record.lists.followed(asked.today, [number]))
    named = asked.kept_of(entry.id, "named", lambda: record.lists.agreements_named([number]))
    return entry_page(
        request,
        "undertaking.html",
        entry,
        followed=followed[0] if followed else None,
        agreements=named.get(number, []),
        set_statuses=SET_STATUSES,
    )


@router.post("/undertakings/{public_id}/status", dependencies=[allow(Action.REVIEW)])
def set_status(
    record: OpenRecord,
    user: SignedIn,
    public_id: str,
    status: Annotated[SetStatus, Form()],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> RedirectResponse:
    """Say what became of an undertaking, and why."""
    entry = entry_of(record, public_id, "C")
    record.review.set_status(entry.id, status, by=user.name, reason=reason)
    return RedirectResponse(f"{entry_path(entry.id)}#followed", status_code=303)
