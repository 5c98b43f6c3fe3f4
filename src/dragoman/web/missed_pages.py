"""Adding what the reading of a document missed: a form beside the text, and the API."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.core.errors import LedgerError
from dragoman.recording.correcting import Corrector
from dragoman.recording.edits import FIELDS
from dragoman.store.recorded import find_document
from dragoman.web import views
from dragoman.web.access import needs
from dragoman.web.accounts import Role
from dragoman.web.entry import Entering
from dragoman.web.errors import REFUSALS, WebError, not_found
from dragoman.web.fields import PEOPLE, filled, people_of
from dragoman.web.ledger_pages import books_of, naming_of, show
from dragoman.web.read_api import check_origin
from dragoman.web.review_routes import form_of, refused
from dragoman.web.site import site_of

router = APIRouter()

Family = Literal["engagement", "statement", "outcome", "event"]


class Missed(BaseModel):
    """A record that the reading missed, written as in a gold record."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{
            "family": "outcome",
            "record": {"kind": "pledge", "parties": ["JPN"], "to": ["KWT"],
                       "evidence": "Japan promised help"},
            "why": "told by a noun",
        }]},
    )  # fmt: skip

    family: Family
    record: dict[str, Any] = Field(description="Its fields, and `evidence`: the exact words.")
    why: Annotated[str, StringConstraints(max_length=1000)] = ""


def add(request: Request, who: str, name: str, given: Missed) -> str:
    """Adds a record to a document; gives the id of the correction.

    Raises:
        WebError: there is no such document, or the record cannot be as it is given.
    """
    books = books_of(request)
    try:
        made = Corrector(books.ledger(), who).add(name, given.family, given.record, given.why)
    except LedgerError as error:
        raise refused(error) from error
    books.changed()
    return made


@router.get("/documents/{name}/missed", include_in_schema=False)
def page(request: Request, name: str, caller: Entering, family: Family = "engagement") -> Response:
    """The form."""
    needs(request, Role.editor)
    return _form(request, name, family, {})


def _form(
    request: Request, name: str, family: Family, given: dict[str, str], problem: str = ""
) -> Response:
    """The form, empty or as it was given with what is wrong with it."""

    def view(connection: Connection) -> views.View:
        found = find_document(connection, name)
        if found is None:
            raise not_found("document with that id")
        return {"document": found[0]["document"], "family": family, "fields": list(FIELDS[family]),
                "families": list(FIELDS), "raw": found[1], "given": given,
                "problem": problem}  # fmt: skip

    return show(request, "missed.html", view, keep=False, status=422 if problem else 200)


@router.post("/documents/{name}/missed", include_in_schema=False)
async def add_by_form(request: Request, name: str, caller: Entering) -> Response:
    """Takes the form and shows the document with what was added, or what is wrong with it."""
    needs(request, Role.editor)
    form = await form_of(request, caller)
    naming = naming_of(request)
    given = {key: value for key, value in filled(form, naming).items() if value}
    record: dict[str, Any] = dict(given)
    if PEOPLE in record:
        record[PEOPLE] = people_of(record[PEOPLE], [], naming)
    record["evidence"] = str(form.get("evidence", "")).replace("\r\n", "\n").strip()
    why = str(form.get("why", ""))
    try:
        missed = Missed.model_validate({"family": form.get("family"), "record": record, "why": why})
    except ValueError as error:
        raise WebError(422, "invalid", "That record is not complete.", "Try again.") from error
    try:
        await run_in_threadpool(add, request, caller.name, name, missed)
    except WebError as error:
        if error.status != 422:
            raise
        again = {**given, "evidence": record["evidence"], "why": why}
        return await run_in_threadpool(_form, request, name, missed.family, again, error.message)
    return site_of(request).shell.redirect(request, f"/documents/{name}")


@router.post(
    "/api/v1/documents/{name}/records", tags=["corrections"], summary="Add a missed record",
    status_code=201, responses={k: REFUSALS[k] for k in (401, 403, 404, 422, 429)},
)  # fmt: skip
def add_by_api(request: Request, name: str, given: Missed, caller: Entering) -> Response:
    """Adds what the reading missed. Needs the role editor. It can be undone."""
    needs(request, Role.editor)
    check_origin(request, caller)
    return JSONResponse({"correction": add(request, caller.name, name, given)}, 201)
