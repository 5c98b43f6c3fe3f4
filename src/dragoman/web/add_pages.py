"""Adding reports by hand: paste, address or files; first the reading, then the ledger."""

from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from dragoman.core.document import Incoming
from dragoman.sources.failures import InputFailure
from dragoman.web.access import CSRF_FIELD, Caller
from dragoman.web.drafts import Draft
from dragoman.web.entry import Entering, take
from dragoman.web.errors import WebError, bad_request
from dragoman.web.marks import Line, claim_marks, lines
from dragoman.web.reading import Readings, shown
from dragoman.web.shell import wants_json
from dragoman.web.site import site_of

router = APIRouter(include_in_schema=False)

_MEGABYTE = 1_000_000


@router.get("/add")
def add_page(request: Request, _: Entering) -> Response:
    """The form."""
    return _form(request)


def _form(request: Request, problem: str = "", status: int = 200) -> Response:
    shell = site_of(request).shell
    settings = site_of(request).settings
    size = f"{settings.limits.body_bytes / _MEGABYTE:.0f} MB"
    return shell.answer(request, "add.html", {"problem": problem, "size": size}, status)


@router.post("/add")
async def add(request: Request, caller: Entering) -> Response:
    """Reads what the form gives and sends on to the page that shows it."""
    settings = site_of(request).settings
    gate = site_of(request).gate
    readings = site_of(request).readings
    drafts = site_of(request).drafts
    shell = site_of(request).shell
    form = await request.form(
        max_files=settings.limits.files, max_fields=20, max_part_size=settings.limits.body_bytes
    )
    gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    take(request, "read", settings.limits.reads)
    published = _day(str(form.get("published", "")))
    items = await _items(form, readings)
    if not items:
        return _form(request, "add_nothing", 422)
    read, failed = await run_in_threadpool(readings.read_all, items, published)
    return shell.redirect(request, f"/add/{drafts.keep(caller.name, read, failed)}")


def _day(text: str) -> date | None:
    """The day of a form.

    Raises:
        WebError: it is none.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise bad_request("The day of publication is no date.", "Write 2023-12-14.") from error


async def _items(form: FormData, readings: Readings) -> list[Incoming | InputFailure]:
    """The documents of the form's text, address and files."""
    items: list[Incoming | InputFailure] = []
    text = str(form.get("text", "")).replace("\r\n", "\n")
    if text.strip():
        given = {"text": text, "outlet": str(form.get("outlet", "")).strip() or None}
        items.append(readings.from_object(given))
    address = str(form.get("address", "")).strip()
    if address:
        items += await run_in_threadpool(readings.from_address, address)
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            data = await upload.read()
            items += await run_in_threadpool(readings.from_file, upload.filename, data)
    return items


@router.get("/add/{key}")
def draft_page(request: Request, key: str, caller: Entering, n: int = 1) -> Response:
    """One reading of a draft, with what could not be read."""
    shell = site_of(request).shell
    draft = find_draft(request, key, caller)
    data: dict[str, Any] = {
        "key": key,
        "n": min(max(n, 1), max(len(draft.read), 1)),
        "all": len(draft.read),
        "failures": [{"input": uri, "reason": reason} for uri, reason in draft.failures],
        "reading": None,
    }
    cut: list[Line] = []
    if draft.read:
        incoming, reading = draft.read[data["n"] - 1]
        data["reading"] = shown(reading)
        cut = lines(incoming.raw, data["reading"]["stories"], claim_marks(data["reading"]))
    if not wants_json(request):
        data["lines"] = cut
    return shell.answer(request, "draft.html", data)


def find_draft(request: Request, key: str, caller: Caller) -> Draft:
    """A draft of the caller.

    Raises:
        WebError: it is no longer kept.
    """
    drafts = site_of(request).drafts
    draft = drafts.find(caller.name, key)
    if draft is None:
        raise WebError(
            404, "draft_gone", "This reading is no longer kept.", "Give the article again."
        )
    return draft
