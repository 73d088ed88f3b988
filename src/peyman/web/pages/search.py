"""Search: words in every document and names in any script, narrowed by party, language, kind, status, date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup, escape

from peyman import languages
from peyman.errors import QueryError
from peyman.record.search import Filters, SearchResults, Snippet, search
from peyman.web.pages.shared import OpenRecord, PageNumber
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()
SIZE = 20
KINDS = ("meeting", "commitment", "statement", "agreement")
STATUSES = ("held", "planned", "postponed", "cancelled", "denied", "under-way")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as the form shows it again."""

    q: str
    party: str
    publisher: str
    since: str
    until: str
    language: tuple[str, ...]
    kind: tuple[str, ...]
    status: tuple[str, ...]
    order: str

    def filters(self) -> Filters:
        """Return it as filters of a search."""
        return Filters(
            party=tuple(each.strip() for each in self.party.split(",") if each.strip()),
            language=self.language,
            kind=self.kind,
            status=self.status,
            publisher=(self.publisher,) if self.publisher else (),
            since=self.since or None,
            until=self.until or None,
        )


Text = Annotated[str, Query(max_length=1000)]
Several = Annotated[list[str] | None, Query(max_length=20)]


@router.get("/search", dependencies=[allow(Action.READ)])
def find(
    request: Request,
    record: OpenRecord,
    q: Text = "",
    party: Text = "",
    publisher: Text = "",
    since: Text = "",
    until: Text = "",
    language: Several = None,
    kind: Several = None,
    status: Several = None,
    order: Text = "relevance",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Find documents, and show the words that were found in them."""
    asked = Asked(
        q=q.strip(),
        party=party.strip(),
        publisher=publisher.strip(),
        since=since.strip(),
        until=until.strip(),
        language=tuple(language or ()),
        kind=tuple(kind or ()),
        status=tuple(status or ()),
        order="newest" if order == "newest" else "relevance",
    )
    results: SearchResults | None = None
    error: QueryError | None = None
    if asked.q or asked.filters() != Filters():
        try:
            results = search(
                record,
                asked.q,
                asked.filters(),
                order="newest" if asked.order == "newest" else "relevance",
                limit=SIZE,
                offset=(page - 1) * SIZE,
            )
        except QueryError as found:
            error = found
    return render(
        request,
        "search.html",
        asked=asked,
        results=results,
        error=error,
        paging=paging(page, results.total if results else 0, SIZE),
        marked=marked,
        codes=languages.codes(),
        kinds=KINDS,
        statuses=STATUSES,
    )


def marked(snippet: Snippet) -> Markup:
    """Return the words of a snippet with what was found marked."""
    parts = []
    position = 0
    for start, end, kind in snippet.marks:
        parts.append(escape(snippet.text[position:start]))
        parts.append(Markup('<mark class="{}">{}</mark>').format(kind, snippet.text[start:end]))
        position = end
    parts.append(escape(snippet.text[position:]))
    before, after = ("… " if cut else "" for cut in snippet.cut)
    return escape(before) + Markup("").join(parts) + escape(" …" if after else "")
