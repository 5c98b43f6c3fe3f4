"""What every request goes through once it is let in: who calls, and how often."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends
from starlette.requests import Request

from dragoman.web.access import SAFE, Caller, needs
from dragoman.web.accounts import Role
from dragoman.web.errors import REFUSALS
from dragoman.web.site import site_of

API = "/api/v1"
Page = TypeVar("Page", bound=Callable[..., Any])


def prepare(request: Request) -> None:
    """Notes the visit, and a caller without rights where none is known yet."""
    gate = site_of(request).gate
    if not hasattr(request.state, "visit"):
        request.state.visit = gate.new_visit(request)
    if not hasattr(request.state, "caller"):
        request.state.caller = Caller("", Role.none, "nobody")


def meet(request: Request) -> Caller:
    """Notes who calls, signed in or not, and counts the request.

    Raises:
        WebError: an unknown token, or too many requests.
    """
    prepare(request)
    gate = site_of(request).gate
    settings = site_of(request).settings
    caller = gate.caller(request)
    request.state.caller = caller
    limits = settings.limits
    if request.method in SAFE:
        take(request, "pages", limits.pages)
    else:
        take(request, "writes", limits.writes)
    return caller


def enter(request: Request) -> Caller:
    """The caller of a page or of the API, who may read at least.

    Raises:
        WebError: not signed in, an unknown token, or too many requests.
    """
    meet(request)
    return needs(request, Role.reader)


def take(request: Request, purpose: str, a_minute: int) -> None:
    """Counts a request for a purpose.

    Raises:
        WebError: too many in the last minute.
    """
    rates = site_of(request).rates
    caller: Caller = request.state.caller
    address = request.client.host if request.client else ""
    rates.take(purpose, f"{caller.via}:{caller.name or address}", a_minute)


def page(router: APIRouter, *paths: str, summary: str, data: str = "") -> Callable[[Page], Page]:
    """Puts a page under its addresses, and its data under the last of them in the API.

    `data` is that address where the page has none that fits.
    """

    def put(answer: Page) -> Page:
        for path in paths:
            router.get(path, include_in_schema=False)(answer)
        router.get(
            f"{API}{data or paths[-1]}", tags=["pages"], summary=summary,
            responses={status: REFUSALS[status] for status in (401, 404, 422, 429)},
        )(answer)  # fmt: skip
        return answer

    return put


Meeting = Annotated[Caller, Depends(meet)]
"""A parameter that holds the caller, signed in or not."""
Entering = Annotated[Caller, Depends(enter)]
"""A parameter that holds a caller who may read."""
