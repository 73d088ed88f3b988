"""Compare: two texts side by side, as accounts of each other. Nothing of them is kept, unless that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from peyman.errors import PeymanError
from peyman.record import Record, compare
from peyman.record.shown.account_views import Comparison
from peyman.sources import SourceDocument
from peyman.web.pages.shared import OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NotAllowed
from peyman.web.rendering import render
from peyman.web.uploads import content_of, reading_of, source_of
from peyman.web.visitor import settings_of, visitor_of

router = APIRouter()
Text = Annotated[str, Form(max_length=2_000_000)]
Short = Annotated[str, Form(max_length=300)]


@router.get("/compare", dependencies=[allow(Action.READ)])
def ask(request: Request) -> HTMLResponse:
    """Ask for two texts."""
    return render(request, "compare.html", comparison=None, error=None, given={})


@router.post("/compare", dependencies=[allow(Action.READ)])
async def compare_texts(
    request: Request,
    record: OpenRecord,
    text_a: Text = "",
    text_b: Text = "",
    publisher_a: Short = "",
    publisher_b: Short = "",
    published_a: Short = "",
    published_b: Short = "",
    file_a: Annotated[UploadFile | None, File()] = None,
    file_b: Annotated[UploadFile | None, File()] = None,
    keep: Annotated[bool, Form()] = False,
) -> HTMLResponse:
    """Compare two texts or files, each in any of the five languages; add them to the record only if that is asked."""
    if keep and not visitor_of(request).may(Action.ADD):
        raise NotAllowed
    maximum = settings_of(request).maximum_upload
    first = await content_of(text_a, file_a, maximum)
    second = await content_of(text_b, file_b, maximum)
    given = {
        "text_a": text_a,
        "text_b": text_b,
        "publisher_a": publisher_a,
        "publisher_b": publisher_b,
        "published_a": published_a,
        "published_b": published_b,
    }
    try:
        sources = await run_in_threadpool(
            _sources, first, second, (published_a, published_b), (publisher_a, publisher_b)
        )
        comparison, kept = await run_in_threadpool(compared, sources, record if keep else None)
    except PeymanError as error:
        return render(request, "compare.html", status=400, comparison=None, error=error, given=given)
    return render(request, "compare.html", comparison=comparison, error=None, given=given, kept=kept)


def _sources(
    first: tuple[str, bytes], second: tuple[str, bytes], published: tuple[str, str], publishers: tuple[str, str]
) -> list[SourceDocument]:
    return [
        source_of(*each, published=when.strip() or None, publisher=who.strip() or None)
        for each, when, who in zip((first, second), published, publishers, strict=True)
    ]


def compared(sources: Sequence[SourceDocument], record: Record | None) -> tuple[Comparison, list[str]]:
    """Compare two documents, and add them to a record if there is one; return the ids that they have there.

    Raises:
        LanguageError: One is in no language that Peyman reads.
    """
    readings = [reading_of(source) for source in sources]
    comparison = compare(readings[0], readings[1])
    if record is None:
        return comparison, []
    added = zip(readings, sources, strict=True)
    return comparison, [record.add(reading, source.original).document for reading, source in added]
