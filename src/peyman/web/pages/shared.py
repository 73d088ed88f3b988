"""What pages ask of a request: the record, and the number of a page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, cast

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse

from peyman.record import DocumentView, EntryView, Record, RecordSummary
from peyman.record.followup_views import DueList, News
from peyman.record.review_views import Proposal
from peyman.web.refusals import NoSuchPage, SignInFirst
from peyman.web.rendering import render
from peyman.web.team import Team, User
from peyman.web.team.positions import standing
from peyman.web.versions import Remembered
from peyman.web.visitor import team_of, visitor_of


def record_of(request: Request) -> Record:
    """Return the record that is served."""
    return cast(Record, request.app.state.record)


def accounts_of(request: Request) -> Team:
    """Return the team of the record.

    Raises:
        NoSuchPage: The record is served without accounts.
    """
    team = team_of(request)
    if team is None:
        raise NoSuchPage
    return team


def user_of(request: Request) -> User:
    """Return who is signed in.

    Raises:
        SignInFirst: Nobody is.
    """
    user = visitor_of(request).user
    if user is None:
        raise SignInFirst
    return user


TheTeam = Annotated[Team, Depends(accounts_of)]
SignedIn = Annotated[User, Depends(user_of)]
OpenRecord = Annotated[Record, Depends(record_of)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, alias="page")]


def entry_of(record: Record, public_id: str, letter: str) -> EntryView:
    """Return an entry of one kind.

    Raises:
        NoSuchPage: The id is not of that kind.
        UnknownEntry: There is no such entry.
    """
    if public_id[:1] != letter:
        raise NoSuchPage
    view = record.get(public_id)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    return view


def document_of(record: Record, public_id: str) -> DocumentView:
    """Return a document.

    Raises:
        NoSuchPage: The id is not one of a document.
        UnknownEntry: There is no such document.
    """
    if public_id[:1] != "D":
        raise NoSuchPage
    view = record.get(public_id)
    if not isinstance(view, DocumentView):
        raise NoSuchPage
    return view


class Questions:
    """What pages ask of a whole record; each answer is kept until the record changes.

    Args:
        record: The record.
        remembered: Where answers are kept.
    """

    def __init__(self, record: Record, remembered: Remembered) -> None:
        self._record = record
        self._remembered = remembered

    def summary(self) -> RecordSummary:
        """How much is in the record."""
        return self._remembered.get(self._record, "summary", self._record.summary)

    def due(self) -> DueList:
        """What became of every undertaking and planned meeting, as of today."""
        today = dt.datetime.now(dt.UTC).date()
        return self._remembered.get(self._record, ("due", today), lambda: self._record.due(today))

    def news(self, since: dt.datetime) -> News:
        """What is new since a moment."""
        return self._remembered.get(self._record, ("news", since), lambda: self._record.news(since))

    def proposals(self) -> list[Proposal]:
        """What waits for a reviewer."""
        return self._remembered.get(self._record, "proposals", self._record.proposals)


def remembered_of(request: Request) -> Remembered:
    """Return where answers are kept until the record changes."""
    return cast(Remembered, request.app.state.remembered)


def questions(request: Request) -> Questions:
    """Return what answers questions about the whole record."""
    return Questions(record_of(request), remembered_of(request))


Asked = Annotated[Questions, Depends(questions)]


def entry_page(request: Request, template: str, entry: EntryView, **context: Any) -> HTMLResponse:
    """Return the page of an entry, with where the parties stand on it and what one's delegation noted.

    Args:
        request: What is answered.
        template: Name of a template.
        entry: The entry.
        context: What the template needs beside.
    """
    team, user = team_of(request), visitor_of(request).user
    history = team.positions.history(entry.id) if team else []
    notes = team.positions.notes(user, entry.id) if team and user else []
    return render(
        request,
        template,
        entry=entry,
        history=history,
        stands=standing(history),
        notes=notes,
        steps=record_of(request).history(entry.id),
        **context,
    )
