"""The server: what stands where, and what is answered when something goes wrong."""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.alerts.channels import Posting
from dragoman.alerts.watching import Watching
from dragoman.web import (
    add_pages,
    brief_pages,
    feeds,
    ledger_pages,
    list_api,
    missed_pages,
    read_api,
    record_routes,
    review_routes,
    search_pages,
    session_pages,
    static_files,
    watch_routes,
)
from dragoman.web.access import Gate
from dragoman.web.books import Books
from dragoman.web.entry import prepare
from dragoman.web.errors import CODES, SENTENCES, WebError
from dragoman.web.guards import Guards
from dragoman.web.reading import Readings
from dragoman.web.settings import Settings
from dragoman.web.shell import Shell, wants_json
from dragoman.web.site import Site, site_of

_LOG = logging.getLogger(__name__)

DESCRIPTION = """
Who met, said and did what to whom, each claim with the words that say so.

Lists are `{"items": [...], "next": cursor or null}`; errors are `{"error": {"code", "message",
"hint"}}`. Send `Authorization: Bearer TOKEN` where the server asks for it. Days are ISO dates,
polities ISO 3166-1 alpha-3 codes, offsets count code points of the raw text.
"""


def create_app(settings: Settings | None = None, readings: Readings | None = None) -> FastAPI:
    """The application; building it reads no language data, its start begins to."""
    settings = settings or Settings()
    gate = Gate(settings)
    readings = readings or Readings(settings.limits)
    books = Books(settings.ledger) if settings.ledger is not None else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.site.shell.warm()
        readings.warm()
        watching = None
        meaning = app.state.site.meaning
        if books is not None:
            watching = Watching(books.ledger, [Posting(settings.private_hooks)])
            watching.start()
            meaning.start(books)
        yield
        meaning.stop()
        if watching is not None:
            watching.stop()
        if books is not None:
            books.close()

    app = FastAPI(
        title="Dragoman",
        version=version("dragoman"),
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    shell = Shell(settings, gate, app.version)
    app.state.site = Site(settings, gate, shell, readings, books)
    app.include_router(static_files.router(files("dragoman.web").joinpath("static")))
    pages = (session_pages, add_pages, ledger_pages, search_pages, brief_pages, record_routes)
    more = (read_api, list_api, feeds, watch_routes, review_routes, missed_pages)
    for part in (*pages, *more):
        app.include_router(part.router)
    _handle_errors(app)
    app.add_middleware(Guards, settings=settings)
    return app


def _handle_errors(app: FastAPI) -> None:
    @app.exception_handler(WebError)
    async def refused(request: Request, error: WebError) -> Response:
        return _error(request, error)

    @app.exception_handler(HTTPException)
    async def failed(request: Request, error: HTTPException) -> Response:
        code = CODES.get(error.status_code, "error")
        said = str(error.detail)
        if error.status_code in SENTENCES and not said.endswith("."):
            said = SENTENCES[error.status_code]
        return _error(request, WebError(error.status_code, code, said), error.headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first: dict[str, Any] = dict(error.errors()[0]) if error.errors() else {}
        where = ".".join(str(part) for part in first.get("loc", ()) if part != "body")
        said = f"{where}: {first.get('msg', 'not valid')}" if where else str(first.get("msg", ""))
        return _error(request, WebError(422, "invalid", f"{_plain(said).rstrip('.')}."))

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return _error(request, WebError(500, "internal", "The server failed on this request.",
                                        "Try again; if it stays, report the address."))  # fmt: skip


def _error(request: Request, error: WebError, headers: Mapping[str, str] | None = None) -> Response:
    """An error as JSON or as a page; who is not known yet is sent to sign in."""
    body = error.to_json()
    if error.status == 401:
        headers = {**(headers or {}), "WWW-Authenticate": "Bearer"}
    if error.status == 429:
        headers = {**(headers or {}), "Retry-After": "60"}
    if wants_json(request):
        return JSONResponse(body, error.status, headers)
    if error.status == 401 and request.method == "GET":
        return RedirectResponse(session_pages.sign_in_address(request), 303)
    prepare(request)
    shell = site_of(request).shell
    page = shell.answer(request, "error.html", {**body, "status": error.status}, error.status)
    page.headers.update(headers or {})
    return page


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
