"""Reading without recording, over the API."""

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.core.document import Incoming
from dragoman.output.select import Selection
from dragoman.sources.failures import InputFailure
from dragoman.web.access import CSRF_HEADER, Caller
from dragoman.web.entry import Entering, take
from dragoman.web.errors import REFUSALS, WebError
from dragoman.web.reading import shown
from dragoman.web.site import site_of

router = APIRouter(prefix="/api/v1", tags=["reading"])

_EXAMPLE: dict[str, JsonValue] = {
    "text": "New Zealand Foreign Minister Nanaia Mahuta met her Chinese counterpart Qin Gang in "
    "Beijing on Friday.",
    "published": "2023-03-25",
    "outlet": "Example Daily",
}


class Given(BaseModel):
    """One document: its text, its HTML, or the address of a page, and what is known of it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    text: str | None = Field(None, description="Plain text, as it stands on the page.")
    html: str | None = Field(None, description="A page; its article is taken out.")
    address: str | None = Field(None, description="A public https address to fetch.")
    id: str | None = Field(None, description="A name of yours for the document.", max_length=500)
    url: str | None = Field(None, max_length=4000)
    title: str | None = Field(None, max_length=2000)
    published: date | None = None
    language: str | None = Field(None, max_length=20, examples=[None])
    outlet: str | None = Field(None, max_length=500)

    @model_validator(mode="after")
    def _whole_signs(self) -> "Given":
        """Refuses halves of surrogate pairs, which no text holds."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
                raise ValueError(f"{name} holds half a surrogate pair")
        return self


class ReadRequest(Given):
    """A document, and which part of its reading is wanted."""

    domestic: bool = Field(False, description="Also acts within one polity.")
    all_statuses: bool = Field(False, description="Also events that did not (yet) happen.")
    min_confidence: float = Field(0.0, ge=0.0, le=1.0)


async def document_of(request: Request, given: Given) -> Incoming:
    """The document that a request describes, fetched where it names an address.

    Raises:
        WebError: it holds nothing, more than one thing, or cannot be fetched.
    """
    readings = site_of(request).readings
    if sum(bool(part) for part in (given.text, given.html, given.address)) != 1:
        raise WebError(422, "invalid", "Give exactly one of text, html and address.")
    if given.address:
        items = await run_in_threadpool(readings.from_address, given.address)
    else:
        value = given.model_dump(
            include={"text", "html", "id", "url", "title", "language", "outlet"}
        )
        if given.published:
            value["published"] = given.published.isoformat()
        items = [await run_in_threadpool(readings.from_object, value)]
    found = items[0] if items else InputFailure("given", "nothing to read")
    if isinstance(found, InputFailure):
        raise WebError(422, "unreadable", f"{found.reason}.".replace("..", "."), found.hint)
    return found


def check_origin(request: Request, caller: Caller) -> None:
    """Refuses what another site made a browser send.

    Raises:
        WebError: the request comes from elsewhere, or a session's proof is missing.
    """
    gate = site_of(request).gate
    gate.check_forged(request, caller, request.headers.get(CSRF_HEADER))


@router.post(
    "/read",
    summary="Read a document without recording it",
    responses={200: {"description": "The reading."}, **REFUSALS},
)
async def read(request: Request, given: ReadRequest, caller: Entering) -> Response:
    """What one document reports. Nothing is kept."""
    settings = site_of(request).settings
    readings = site_of(request).readings
    check_origin(request, caller)
    take(request, "read", settings.limits.reads)
    incoming = await document_of(request, given)
    reading = await run_in_threadpool(readings.read, incoming)
    selection = Selection(given.domestic, given.all_statuses, given.min_confidence)
    return JSONResponse(shown(reading, selection))
