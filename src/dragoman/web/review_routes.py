"""Looking over what was read: a queue for people, and corrections over the API."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.core.errors import LedgerError, NotInLedgerError
from dragoman.recording.correcting import Corrector
from dragoman.store.corrected import corrections, to_review
from dragoman.store.listing import find_entry
from dragoman.web import views
from dragoman.web.access import CSRF_FIELD, Caller, needs
from dragoman.web.accounts import Role
from dragoman.web.entry import Entering, page
from dragoman.web.errors import REFUSALS, WebError, not_found
from dragoman.web.fields import PEOPLE, editable, filled, people_of
from dragoman.web.ledger_pages import books_of, naming_of, show
from dragoman.web.naming import Naming
from dragoman.web.read_api import check_origin
from dragoman.web.shell import listed
from dragoman.web.site import site_of

router = APIRouter()

Action = Literal["accept", "reject", "edit", "merge", "split"]
Id = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.:_-]{1,80}$")]


class Correction(BaseModel):
    """What somebody decides about an entry."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [
            {"entry": "8061375352043336", "action": "accept", "why": "as both outlets have it"},
            {"entry": "8061375352043336", "action": "edit", "changes": {"status": "planned"}},
        ]},
    )  # fmt: skip

    entry: Id
    action: Action
    changes: dict[str, Any] = Field({}, description="With edit: fields and their new values.")
    others: list[Id] = Field(
        [], description="With merge: entries that are the same act.", max_length=50
    )
    claims: list[Id] = Field(
        [], description="With split: claims, or documents, that tell another act.", max_length=200
    )
    why: Annotated[str, StringConstraints(max_length=1000)] = ""


def decide(request: Request, who: str, given: Correction) -> str:
    """Writes a correction; gives its id.

    Raises:
        WebError: an id is unknown, or what is asked for cannot be.
    """
    books = books_of(request)
    try:
        corrector = Corrector(books.ledger(), who)
        if given.action == "edit":
            name = corrector.edit(given.entry, given.changes, given.why)
        elif given.action == "merge":
            name = corrector.merge([given.entry, *given.others], given.why)
        elif given.action == "split":
            name = corrector.split(given.entry, given.claims, given.why)
        elif given.action == "accept":
            name = corrector.accept(given.entry, given.why)
        else:
            name = corrector.reject(given.entry, given.why)
    except LedgerError as error:
        raise refused(error) from error
    books.changed()
    return name


def take_back(request: Request, who: str, name: str) -> str:
    """Undoes a correction; gives the id of its undoing.

    Raises:
        WebError: there is none, or it was undone before.
    """
    books = books_of(request)
    try:
        found = Corrector(books.ledger(), who).undo(name)
    except LedgerError as error:
        raise refused(error) from error
    books.changed()
    return found


def refused(error: LedgerError) -> WebError:
    """What is answered where a decision cannot be."""
    if isinstance(error, NotInLedgerError):
        return not_found("entry or correction with that id")
    return WebError(422, "not_correctable", f"{error}.", "See what the entry holds and try again.")


@page(router, "/review", summary="What to look over")
def review(request: Request, _: Entering, entry: str | None = None) -> Response:
    """The queue, or one entry."""

    def view(connection: Connection) -> views.View:
        if entry is None:
            items = to_review(connection)
        else:
            found = find_entry(connection, entry)
            if found is None:
                raise not_found("entry with that id")
            items = [found]
        data = {
            "items": items,
            "one": entry is not None,
            "corrections": corrections(connection, 12),
        }
        return views.with_entities(connection, data, items)

    def drawn(data: views.View, naming: Naming) -> dict[str, Any]:
        return {"forms": {e["id"]: editable(e) for e in data["items"]}}

    return show(request, "review.html", view, drawn)


@router.post("/review", include_in_schema=False)
async def decide_by_form(request: Request, caller: Entering) -> Response:
    """Takes a decision and shows what is next."""
    needs(request, Role.editor)
    form = await form_of(request, caller)
    if form.get("action") == "undo":
        await run_in_threadpool(take_back, request, caller.name, str(form.get("correction", "")))
        return site_of(request).shell.redirect(request, "/review")
    given = await run_in_threadpool(_from_form, request, form)
    await run_in_threadpool(decide, request, caller.name, given)
    onward = f"/entries/{given.entry}" if form.get("one") else "/review"
    return site_of(request).shell.redirect(request, onward)


async def form_of(request: Request, caller: Caller) -> FormData:
    """A form that the caller sent, and nobody else made the browser send."""
    form = await request.form(max_files=0, max_fields=300, max_part_size=20_000)
    site_of(request).gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    return form


def _from_form(request: Request, form: FormData) -> Correction:
    """The decision of a form: of an edit, only the fields that were changed."""
    name = str(form.get("entry", ""))
    with books_of(request).read() as connection:
        entry = find_entry(connection, name)
    if entry is None:
        raise not_found("entry with that id")
    before = dict(editable(entry))
    naming = naming_of(request)
    changes: dict[str, Any] = {
        key: value or None
        for key, value in filled(form, naming).items()
        if value.split() != before.get(key, "").split()
    }
    if PEOPLE in changes:
        changes[PEOPLE] = people_of(changes[PEOPLE] or "", entry[PEOPLE], naming)
    try:
        return Correction.model_validate({
            "entry": name, "action": form.get("action"), "changes": changes,
            "others": [o for o in form.getlist("other") if o != name],
            "claims": form.getlist("claim"), "why": str(form.get("why", "")),
        })  # fmt: skip
    except ValueError as error:
        raise WebError(422, "invalid", "That decision is not complete.", "Try again.") from error


_ANSWERS: dict[int | str, dict[str, Any]] = {k: REFUSALS[k] for k in (401, 403, 404, 422, 429)}


@router.get("/api/v1/corrections", tags=["corrections"], summary="Corrections", responses=_ANSWERS)
def list_corrections(
    request: Request,
    _: Entering,
    limit: int = Query(50, ge=1, le=500),
    cursor: str | None = Query(None, pattern="^[0-9]{1,15}$"),
) -> Response:
    """What people decided, the last first."""
    with books_of(request).read() as connection:
        items = corrections(connection, limit + 1, int(cursor) if cursor else None)
    more = items[limit - 1]["n"] if len(items) > limit else None
    items = [{k: v for k, v in item.items() if k != "n"} for item in items[:limit]]
    return listed(request, items, more)


@router.post(
    "/api/v1/corrections", tags=["corrections"], summary="Correct an entry", status_code=201,
    responses=_ANSWERS,
)  # fmt: skip
def correct(request: Request, given: Correction, caller: Entering) -> Response:
    """Accepts, rejects, edits, merges or splits. Needs the role editor. Nothing is overwritten."""
    needs(request, Role.editor)
    check_origin(request, caller)
    return JSONResponse({"correction": decide(request, caller.name, given)}, 201)


@router.delete(
    "/api/v1/corrections/{name}", tags=["corrections"], summary="Undo a correction",
    responses=_ANSWERS,
)  # fmt: skip
def undo(request: Request, name: str, caller: Entering) -> Response:
    """Takes a correction back; both stay in the record. Needs the role editor."""
    needs(request, Role.editor)
    check_origin(request, caller)
    return JSONResponse({"correction": take_back(request, caller.name, name)})
