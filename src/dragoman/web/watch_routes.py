"""Kept queries, webhooks and what is followed: their pages, and webhooks over the API."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.alerts.wanted import wanted_of
from dragoman.core.clock import FORM
from dragoman.sources.http import FetchError, check_address
from dragoman.store import watchers
from dragoman.store.following import standing, troubles
from dragoman.web import views
from dragoman.web.access import CSRF_FIELD, Caller, needs
from dragoman.web.accounts import Role
from dragoman.web.entry import Entering, page
from dragoman.web.errors import REFUSALS, WebError, bad_request, not_found
from dragoman.web.ledger_pages import books_of, show
from dragoman.web.read_api import check_origin
from dragoman.web.shell import listed
from dragoman.web.site import site_of

router = APIRouter()

_NAME = 120


async def _form(request: Request, caller: Caller) -> dict[str, str]:
    """The fields of a small form that came from this site."""
    form = await request.form(max_files=0, max_fields=10, max_part_size=10_000)
    site_of(request).gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    return {name: str(value) for name, value in form.items()}


def _now() -> str:
    return datetime.now(UTC).strftime(FORM)


def _write(request: Request, change: Callable[[Connection], object]) -> None:
    """Changes the ledger; it may have to wait for another writer."""
    with books_of(request).write() as connection:
        change(connection)


def _query(text: str) -> str:
    """A query in its shortest form.

    Raises:
        WebError: it asks for something that is not known.
    """
    try:
        return wanted_of(text.removeprefix("?")).query()
    except ValidationError as error:
        raise bad_request(
            "The query asks for something unknown.", "Copy it from a search."
        ) from error


@router.post("/saved", include_in_schema=False)
async def save(request: Request, caller: Entering) -> Response:
    """Keeps a search under a name."""
    needs(request, Role.editor)
    form = await _form(request, caller)
    name = " ".join(form.get("name", "").split())[:_NAME]
    asked = _query(form.get("query", ""))
    if not name:
        raise bad_request("A search is kept under a name.", "Give one.")

    def keep(connection: Connection) -> None:
        watchers.save_query(connection, name, asked, caller.name, _now())

    await run_in_threadpool(_write, request, keep)
    return site_of(request).shell.redirect(request, "/saved")


@page(router, "/saved", summary="Kept searches")
def saved(request: Request, _: Entering) -> Response:
    """All kept searches."""

    def view(connection: Connection) -> views.View:
        return {"queries": watchers.saved_queries(connection)}

    return show(request, "saved.html", view)


@router.post("/saved/forget", include_in_schema=False)
async def forget(request: Request, caller: Entering) -> Response:
    """Takes out a kept search."""
    needs(request, Role.editor)
    form = await _form(request, caller)
    name = form.get("name", "")
    await run_in_threadpool(_write, request, lambda c: watchers.forget_query(c, name))
    return site_of(request).shell.redirect(request, "/saved")


@page(router, "/following", summary="What is followed")
def following_page(request: Request, _: Entering) -> Response:
    """What `dragoman watch` follows, and how each source stands."""

    def view(connection: Connection) -> views.View:
        return {"sources": standing(connection), "troubles": troubles(connection)}

    return show(request, "following.html", view)


class NewWebhook(BaseModel):
    """Where to send engagements that match a query, as they come."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"query": "side=JPN&side=KWT", "address": "https://desk.example/hook"}]
        },
    )

    query: Annotated[str, StringConstraints(max_length=2000)] = Field(
        description="As in the address of a search."
    )
    address: Annotated[str, StringConstraints(max_length=2000)]


def _set_up(request: Request, query: str, address: str, who: str) -> dict[str, Any]:
    """A new webhook with its secret, which is shown this once."""
    site = site_of(request)
    try:
        check_address(address, site.readings.resolver, site.settings.private_hooks)
    except FetchError as error:
        raise WebError(
            422, "refused_address", f"{error}.", "Give a public https address."
        ) from error
    secret = secrets.token_urlsafe(32)
    with books_of(request).write() as connection:
        hook = watchers.add_webhook(connection, _query(query), address, secret, who, _now())
    return {**hook.to_json(), "secret": secret}


@router.get("/webhooks", include_in_schema=False)
def webhooks_page(request: Request, _: Entering) -> Response:
    """All webhooks with their logs."""
    needs(request, Role.admin)

    return show(request, "webhooks.html", _all_hooks)


def _all_hooks(connection: Connection, made: dict[str, Any] | None = None) -> views.View:
    hooks = [
        {**hook.to_json(), "deliveries": watchers.deliveries(connection, hook.id, 20)}
        for hook in watchers.webhooks(connection)
    ]
    return {"webhooks": hooks, "created": made}


@router.post("/webhooks", include_in_schema=False)
async def add_webhook_page(request: Request, caller: Entering) -> Response:
    """Sets up a webhook by a form and shows its secret once."""
    needs(request, Role.admin)
    form = await _form(request, caller)
    made = await run_in_threadpool(
        _set_up, request, form.get("query", ""), form.get("address", ""), caller.name
    )

    def view(connection: Connection) -> views.View:
        return _all_hooks(connection, made)

    return await run_in_threadpool(show, request, "webhooks.html", view, keep=False, status=201)


@router.post("/webhooks/drop", include_in_schema=False)
async def drop_webhook_page(request: Request, caller: Entering) -> Response:
    """Takes out a webhook."""
    needs(request, Role.admin)
    form = await _form(request, caller)
    name = form.get("id", "")
    await run_in_threadpool(_write, request, lambda c: watchers.drop_webhook(c, name))
    return site_of(request).shell.redirect(request, "/webhooks")


_REFUSED: dict[int | str, dict[str, Any]] = {k: REFUSALS[k] for k in (401, 403, 404, 422, 429)}


@router.get("/api/v1/webhooks", tags=["webhooks"], summary="Webhooks", responses=_REFUSED)
def list_webhooks(request: Request, _: Entering) -> Response:
    """All webhooks, without their secrets. Needs the role admin."""
    needs(request, Role.admin)
    with books_of(request).read() as connection:
        items = [hook.to_json() for hook in watchers.webhooks(connection)]
    return listed(request, items, None)


@router.post(
    "/api/v1/webhooks", tags=["webhooks"], summary="Set up a webhook", status_code=201,
    responses=_REFUSED,
)  # fmt: skip
def create_webhook(request: Request, given: NewWebhook, caller: Entering) -> Response:
    """Sets up a webhook and gives its secret, this once. Needs the role admin.

    Each new engagement that matches is sent by POST. `X-Dragoman-Signature` is `sha256=` and the
    HMAC-SHA256 of `X-Dragoman-Time`, a dot and the body, under the secret. An answer other than
    2xx is tried again after 1, 5, 30, 120 and 720 minutes.
    """
    needs(request, Role.admin)
    check_origin(request, caller)
    return JSONResponse(_set_up(request, given.query, given.address, caller.name), 201)


@router.delete(
    "/api/v1/webhooks/{name}", tags=["webhooks"], summary="Take out a webhook", status_code=204,
    responses=_REFUSED,
)  # fmt: skip
def delete_webhook(request: Request, name: str, caller: Entering) -> Response:
    """Takes out a webhook and its log. Needs the role admin."""
    needs(request, Role.admin)
    check_origin(request, caller)
    with books_of(request).write() as connection:
        if watchers.find_webhook(connection, name) is None:
            raise not_found("webhook with that id")
        watchers.drop_webhook(connection, name)
    return Response(status_code=204)


@router.get(
    "/api/v1/webhooks/{name}/deliveries", tags=["webhooks"], summary="The log of a webhook",
    responses=_REFUSED,
)  # fmt: skip
def list_deliveries(request: Request, name: str, _: Entering) -> Response:
    """What was sent and what was answered, the last first. Needs the role admin."""
    needs(request, Role.admin)
    with books_of(request).read() as connection:
        if watchers.find_webhook(connection, name) is None:
            raise not_found("webhook with that id")
        items = watchers.deliveries(connection, name)
    return listed(request, items, None)
