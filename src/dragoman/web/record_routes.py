"""Recording: from the page that shows a reading, and over the API."""

from fastapi import APIRouter
from pydantic import ConfigDict
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.core.document import Incoming
from dragoman.core.reading import Reading
from dragoman.web.access import CSRF_FIELD, needs
from dragoman.web.accounts import Role
from dragoman.web.add_pages import find_draft
from dragoman.web.entry import Entering, take
from dragoman.web.errors import REFUSALS
from dragoman.web.ledger_pages import books_of
from dragoman.web.read_api import Given, check_origin, document_of
from dragoman.web.site import site_of

router = APIRouter()


@router.post("/add/{key}/record", include_in_schema=False)
async def record_draft(request: Request, key: str, caller: Entering) -> Response:
    """Records all documents of a draft and shows the first."""
    needs(request, Role.editor)
    site = site_of(request)
    form = await request.form(max_files=0, max_fields=5)
    site.gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    draft = find_draft(request, key, caller)
    for incoming, reading in draft.read:
        await run_in_threadpool(_record, request, incoming, reading)
    return site.shell.redirect(request, f"/documents/{draft.read[0][0].content_id}")


def _record(request: Request, incoming: Incoming, reading: Reading) -> str:
    return books_of(request).record(incoming, reading)


class NewDocument(Given):
    """A document to record."""

    model_config = ConfigDict(extra="forbid")


@router.post(
    "/api/v1/documents",
    tags=["ledger"],
    summary="Read a document and record it",
    status_code=201,
    responses={
        201: {
            "description": "Recorded, or known before.",
            "content": {"application/json": {"example": {
                "document": "9effa370…", "result": "recorded", "address": "/documents/9effa370…",
            }}},
        },
        **REFUSALS,
    },
)  # fmt: skip
async def record(request: Request, given: NewDocument, caller: Entering) -> Response:
    """Reads one document and records it, merged with what is there. Needs the role editor."""
    needs(request, Role.editor)
    check_origin(request, caller)
    books_of(request)
    site = site_of(request)
    take(request, "read", site.settings.limits.reads)
    incoming = await document_of(request, given)
    reading = await run_in_threadpool(site.readings.read, incoming)
    result = await run_in_threadpool(_record, request, incoming, reading)
    name = reading.document.id
    return JSONResponse({"document": name, "result": result, "address": f"/documents/{name}"}, 201)
