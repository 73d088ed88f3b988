"""The application: every page under its rule, errors in plain words, and the protection around it all."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import peyman
from peyman.errors import PeymanError, RecordLocked, UnknownEntry
from peyman.record import Record
from peyman.web import api
from peyman.web.addresses import local_path
from peyman.web.openid import Provider
from peyman.web.pages import ROUTERS
from peyman.web.permissions import Rule
from peyman.web.protection import Protection
from peyman.web.refusals import Refusal, SignInFirst
from peyman.web.rendering import STATIC, render
from peyman.web.settings import Settings
from peyman.web.team import Team
from peyman.web.versions import Remembered
from peyman.web.visitor import FEEDS

API = "/api/"
_LOG = logging.getLogger("peyman.web")
_FOREVER = "public, max-age=31536000, immutable"


class _Files(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        """Let a file that is asked for with its version be kept for good."""
        response = await super().get_response(path, scope)
        if b"v=" in scope.get("query_string", b""):
            response.headers["Cache-Control"] = _FOREVER
        return response


def create_app(settings: Settings) -> FastAPI:
    """Make the application.

    Args:
        settings: What is served, to whom.

    Returns:
        An ASGI application. The record is opened when it starts and closed when it ends.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with Record.open(settings.record, create=not settings.read_only) as record:
            app.state.record = record
            app.state.remembered = Remembered()
            app.state.team = None if settings.without_accounts else Team(settings.record)
            try:
                yield
            finally:
                if app.state.team is not None:
                    app.state.team.close()

    app = FastAPI(
        title="Peyman",
        version=peyman.__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.openid = Provider(*settings.openid) if settings.openid and not settings.without_accounts else None
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    for router in api.ROUTERS:
        app.include_router(router)
    # Only what is the same for everybody is compressed: beside a secret, compression could give it away.
    app.mount("/static", GZipMiddleware(_Files(directory=Path(STATIC)), minimum_size=1000), name="static")
    _handle_errors(app)
    app.add_middleware(Protection, maximum_body=settings.maximum_upload)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    require_rules()
    return app


def rules_of() -> dict[tuple[str, str], list[Rule]]:
    """Return the rules of every route, by method and path; one without any is there with an empty list."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for router in (*ROUTERS, *api.ROUTERS):
        for route in router.routes:
            rules = [
                dependency.dependency
                for dependency in getattr(route, "dependencies", [])
                if isinstance(dependency.dependency, Rule)
            ]
            for method in sorted(getattr(route, "methods", None) or {"GET"}):
                found[(method, str(getattr(route, "path", route)))] = rules
    return found


def require_rules() -> None:
    """Refuse to start with a route that does not say who may use it.

    Raises:
        RuntimeError: A route has no rule, or several.
    """
    for (method, path), rules in rules_of().items():
        if len(rules) != 1:
            raise RuntimeError(f"{method} {path} has {len(rules)} rules and has to have one")


def _handle_errors(app: FastAPI) -> None:
    @app.exception_handler(Refusal)
    def refused(request: Request, error: Refusal) -> Response:
        if isinstance(error, SignInFirst) and not _is_program(request):
            if request.method == "GET":
                back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
                return RedirectResponse(f"/sign-in?next={quote(back, safe='')}", status_code=303)
            return RedirectResponse("/sign-in", status_code=303)
        return _failure(request, error.status, type(error).__name__, str(error))

    @app.exception_handler(UnknownEntry)
    def unknown(request: Request, error: UnknownEntry) -> Response:
        return _failure(request, 404, "NoSuchPage", f"{error.message} {error.advice}", error)

    @app.exception_handler(PeymanError)
    def failed(request: Request, error: PeymanError) -> Response:
        status = 503 if isinstance(error, RecordLocked) else 400
        return _failure(request, status, "Failed", f"{error.message} {error.advice}", error)

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        name = {404: "NoSuchPage", 405: "NoSuchPage"}.get(error.status_code, "Failed")
        return _failure(request, error.status_code, name, str(error.detail))

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return _failure(request, 422, "Malformed", f"{where}: {first['msg']}")

    @app.exception_handler(Exception)
    def fault(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _failure(request, 500, "Fault", "This is a fault of Peyman: please report it.")


def _is_program(request: Request) -> bool:
    path = request.url.path
    return path.startswith(API) or (path.startswith(FEEDS) and "token" in request.query_params)


def _back(request: Request) -> str | None:
    """The page whose form was not taken, if it is one of ours."""
    try:
        came = urlsplit(request.headers.get("referer", ""))
    except ValueError:  # an address that is none
        return None
    if request.method == "GET" or came.netloc != request.url.netloc:
        return None
    return local_path(f"{came.path}?{came.query}" if came.query else came.path, "") or None


def _failure(request: Request, status: int, name: str, detail: str, error: PeymanError | None = None) -> Response:
    if _is_program(request):
        content = {"error": {"code": error.code if error else name, "message": detail}}
        headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
        return JSONResponse(content, status_code=status, headers=headers)
    # The ids that the advice names lead on from here; the command that it names is for a terminal.
    near = re.findall(r"\b[ADMCSPG]\d+\b", error.advice) if isinstance(error, UnknownEntry) else []
    shown = {"code": status, "reason": name, "detail": detail, "error": error, "near": near, "back": _back(request)}
    return render(request, "refusal.html", status=status, **shown)
