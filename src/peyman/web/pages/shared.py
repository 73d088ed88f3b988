"""What pages ask of a request: the record, and the number of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from peyman.record import DocumentView, EntryView, MeetingSummary, Record, RecordSummary
from peyman.record.asking.diary import Diary, DiaryFilter
from peyman.record.asking.naming import Names
from peyman.record.following.ledger import Ledger, LedgerFilter, Urgent
from peyman.record.lists import Outline, Venue
from peyman.record.shown.followup_views import DueList, News
from peyman.record.shown.review_views import Proposal, Step
from peyman.web.refusals import NoSuchPage, SignInFirst
from peyman.web.rendering import render
from peyman.web.team import Team, User
from peyman.web.team.positions import standing
from peyman.web.versions import Remembered
from peyman.web.visitor import team_of, visitor_of

T = TypeVar("T")
#: What nobody may take for anything else.
BYTES = "application/octet-stream"
#: Of so many accounts of an entry a page shows the claims, the newest.
MOST_ACCOUNTS = 40


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
    """Return an entry of one kind, with the newest accounts of it.

    Raises:
        NoSuchPage: The id is not of that kind.
        UnknownEntry: There is no such entry.
    """
    if public_id[:1] != letter:
        raise NoSuchPage
    view = record.get(public_id, MOST_ACCOUNTS)
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
        self._lists = record.lists
        self._kept = remembered.of(record)

    @property
    def today(self) -> dt.date:
        """The day as of which statuses are told."""
        return dt.datetime.now(dt.UTC).date()

    def kept(self, question: Hashable, ask: Callable[[], T]) -> T:
        """Return the answer to a question; it is asked only if it was not since the record changed."""
        return self._kept.get(question, ask)

    def kept_of(self, entry: str, question: Hashable, ask: Callable[[], T]) -> T:
        """Return the answer to a question about one entry, kept likewise."""
        return self._kept.get((entry, question), ask, of_entry=True)

    def summary(self) -> RecordSummary:
        """How much is in the record, with languages and publishers."""
        return self.kept("summary", self._record.summary)

    def counts(self) -> dict[str, int]:
        """How many documents, and how many entries of each kind."""
        return self.kept("counts", self._lists.counts)

    def entry(self, public_id: str, letter: str) -> EntryView:
        """An entry of one kind, as `entry_of` returns it."""
        return self.kept_of(public_id, ("entry", letter), lambda: entry_of(self._record, public_id, letter))

    def steps(self, entry: EntryView) -> list[Step]:
        """What was decided of an entry, and which documents told it, the newest."""
        return self.kept_of(entry.id, "steps", lambda: self._record.history(entry, MOST_ACCOUNTS))

    def names(self, public_ids: Iterable[str]) -> Mapping[str, Names]:
        """What actors, places and agreements are called in each language, by public id."""
        wanted = frozenset(public_ids)
        return self.kept(("names", wanted), lambda: self._lists.names(wanted, MOST_ACCOUNTS))

    def meetings_of(self, public_id: str) -> list[Outline]:
        """The meetings of a person or body, at a place or under an agreement, as of today."""
        question = ("meetings", self.today)
        return self.kept_of(public_id, question, lambda: self._lists.meetings_of(public_id, self.today))

    def of_party(self, party: str, kind: str) -> list[Outline]:
        """The meetings of a party, or the undertakings that it gave, as of today."""
        question = ("of party", self.today, kind)
        return self.kept_of(party, question, lambda: self._lists.of_party(party, kind, self.today))

    def commitments_under(self, public_id: str) -> list[Outline]:
        """The undertakings that name an agreement, as of today."""
        question = ("undertakings", self.today)
        return self.kept_of(public_id, question, lambda: self._lists.commitments_under(public_id, self.today))

    def urgent(self, few: int) -> Urgent:
        """What there is to follow up today."""
        return self.kept(("urgent", self.today, few), lambda: self._lists.urgent(self.today, few))

    def ledger(self, wanted: LedgerFilter) -> Ledger:
        """Undertakings in order, as of today."""
        return self.kept(("ledger", self.today, wanted), lambda: self._lists.ledger(self.today, wanted))

    def due(self) -> DueList:
        """What became of every undertaking and planned meeting, as of today."""
        return self.kept(("due", self.today), lambda: self._record.due(self.today))

    def news(self, since: dt.datetime, what: Collection[str], most: int) -> News:
        """What is new since a moment: the newest of each sort."""
        question = ("news", since, self.today, tuple(what), most)
        return self.kept(question, lambda: self._record.news(since, what, most))

    def diary(self, wanted: DiaryFilter, limit: int, offset: int = 0) -> Diary:
        """Some of the meetings in order, with what became of them as of today."""
        question = ("diary", self.today, wanted, limit, offset)
        return self.kept(question, lambda: self._lists.diary(self.today, wanted, limit, offset))

    def meetings(self, numbers: Sequence[int]) -> list[MeetingSummary]:
        """Meetings by the n of their public ids, in that order."""
        question = ("meetings", tuple(numbers))
        return self.kept(question, lambda: self._lists.meetings(numbers, MOST_ACCOUNTS))

    def venues(self) -> list[Venue]:
        """Where meetings were held, and how many."""
        return self.kept("venues", self._lists.venues)

    def proposals(self) -> list[Proposal]:
        """What waits for a reviewer."""
        return self.kept(("proposals", self.today), self._record.proposals)


def remembered_of(request: Request) -> Remembered:
    """Return where answers are kept until the record changes."""
    return cast(Remembered, request.app.state.remembered)


def questions(request: Request) -> Questions:
    """Return what answers questions about the whole record; one for a request."""
    found = getattr(request.state, "questions", None)
    if found is None:
        found = request.state.questions = Questions(record_of(request), remembered_of(request))
    return cast(Questions, found)


Asked = Annotated[Questions, Depends(questions)]


def ids_in(entry: EntryView) -> Iterator[str]:
    """Yield the public ids of an entry and of what it refers to."""
    yield entry.id
    for values in entry.values.values():
        for each in values:
            value = each.value["actor"] if isinstance(each.value, dict) and "actor" in each.value else each.value
            if isinstance(value, str):
                yield value


def entry_page(
    request: Request, template: str, entry: EntryView, beside: Iterable[str] = (), **context: Any
) -> HTMLResponse:
    """Return the page of an entry, with where the parties stand on it and what one's delegation noted.

    Args:
        request: What is answered.
        template: Name of a template.
        entry: The entry.
        beside: Public ids of what else is named on the page.
        context: What the template needs beside.
    """
    team, user, asked = team_of(request), visitor_of(request).user, questions(request)
    history = team.positions.history(entry.id) if team else []
    notes = team.positions.notes(user, entry.id) if team and user else []
    return render(
        request,
        template,
        entry=entry,
        history=history,
        stands=standing(history),
        notes=notes,
        steps=asked.steps(entry),
        called=asked.names((*ids_in(entry), *beside)),
        **context,
    )


def original_of(record: Record, public_id: str) -> Response:
    """Return the bytes of a document as they were published: to be kept, never to be shown by the browser.

    Raises:
        NoSuchPage: There is no such document.
    """
    view = document_of(record, public_id)
    headers = {"Content-Disposition": f'attachment; filename="{view.id}.original"'}
    return Response(record.original(public_id), media_type=BYTES, headers=headers)
