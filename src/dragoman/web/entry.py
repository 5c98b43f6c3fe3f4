"""What every request goes through once it is let in: who calls, and how often."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from dragoman.web.access import SAFE, Caller, needs
from dragoman.web.accounts import Role
from dragoman.web.site import site_of


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


Meeting = Annotated[Caller, Depends(meet)]
"""A parameter that holds the caller, signed in or not."""
Entering = Annotated[Caller, Depends(enter)]
"""A parameter that holds a caller who may read."""
