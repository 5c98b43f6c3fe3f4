"""Signing in and out."""

from urllib.parse import quote, urlsplit

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.access import CSRF_FIELD
from dragoman.web.entry import Meeting, take
from dragoman.web.site import site_of

router = APIRouter(include_in_schema=False)


def sign_in_address(request: Request) -> str:
    """Where to sign in and come back to this page."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"/sign-in?next={quote(request.url.path + query, safe='')}"


def _own_path(address: str | None) -> str:
    """A path of this server to go on to; anything else becomes the home page."""
    text = address or "/"
    parts = urlsplit(text)
    good = text.startswith("/") and not text.startswith(("//", "/\\")) and "\\" not in text
    plain = good and not (parts.scheme or parts.netloc) and text.isprintable()
    return text if plain else "/"


@router.get("/sign-in")
def sign_in_page(request: Request, _: Meeting) -> Response:
    """The form."""
    shell = site_of(request).shell
    onward = _own_path(request.query_params.get("next"))
    return shell.answer(request, "sign_in.html", {"next": onward, "wrong": False})


@router.post("/sign-in")
async def sign_in(request: Request, caller: Meeting) -> Response:
    """Takes the form."""
    settings = site_of(request).settings
    shell = site_of(request).shell
    gate = site_of(request).gate
    take(request, "sign-in", settings.limits.sign_ins)
    form = await request.form(max_files=0, max_fields=10)
    gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    onward = _own_path(str(form.get("next", "/")))
    name, password = str(form.get("name", "")), str(form.get("password", ""))[:1000]
    account = await run_in_threadpool(settings.accounts.user, name, password)
    if account is None:
        return shell.answer(request, "sign_in.html", {"next": onward, "wrong": True}, 401)
    response = shell.redirect(request, onward)
    gate.start_session(response, account)
    return response


@router.post("/sign-out")
async def sign_out(request: Request, caller: Meeting) -> Response:
    """Ends the session."""
    shell = site_of(request).shell
    gate = site_of(request).gate
    form = await request.form(max_files=0, max_fields=5)
    gate.check_forged(request, caller, str(form.get(CSRF_FIELD, "")))
    response = shell.redirect(request, "/")
    gate.end_session(request, response)
    return response
