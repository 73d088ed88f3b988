"""Compare: two texts side by side, as accounts of each other. Nothing of them is kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from peyman.errors import PeymanError
from peyman.record import compare
from peyman.record.account_views import Comparison
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.uploads import content_of, reading_of, source_of
from peyman.web.visitor import settings_of

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
    text_a: Text = "",
    text_b: Text = "",
    publisher_a: Short = "",
    publisher_b: Short = "",
    published_a: Short = "",
    published_b: Short = "",
    file_a: Annotated[UploadFile | None, File()] = None,
    file_b: Annotated[UploadFile | None, File()] = None,
) -> HTMLResponse:
    """Compare two texts or files, each in any of the five languages."""
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
        comparison = await run_in_threadpool(
            _compare, first, second, (published_a, published_b), (publisher_a, publisher_b)
        )
    except PeymanError as error:
        return render(request, "compare.html", status=400, comparison=None, error=error, given=given)
    return render(request, "compare.html", comparison=comparison, error=None, given=given)


def _compare(
    first: tuple[str, bytes], second: tuple[str, bytes], published: tuple[str, str], publishers: tuple[str, str]
) -> Comparison:
    readings = [
        reading_of(source_of(*each, published=when.strip() or None, publisher=who.strip() or None))
        for each, when, who in zip((first, second), published, publishers, strict=True)
    ]
    return compare(readings[0], readings[1])
