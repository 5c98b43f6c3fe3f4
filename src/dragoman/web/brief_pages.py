"""The briefing on a pair, to print or to download."""

from datetime import date

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web import views
from dragoman.web.briefing import Period, brief, markdown, state_lines
from dragoman.web.entry import Entering
from dragoman.web.ledger_pages import books_of, show, two_sides
from dragoman.web.naming import Naming
from dragoman.web.shell import labels_of
from dragoman.web.site import site_of

router = APIRouter(include_in_schema=False)


def _period(since: str | None, until: str | None) -> Period:
    def day(text: str | None) -> str | None:
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError:
            return None

    return Period(day(since), day(until))


@router.get("/pairs/{name}/brief")
def page(
    request: Request,
    name: str,
    _: Entering,
    since: str | None = Query(None, max_length=10),
    until: str | None = Query(None, max_length=10),
) -> Response:
    """The briefing as a page."""
    one, other = two_sides(request, name)
    period = _period(since, until)

    def drawn(view: views.View, naming: Naming) -> dict[str, object]:
        return {"state_lines": state_lines(view, naming), "pair": f"{one}-{other}"}

    return show(request, "brief.html", lambda c: brief(c, one, other, period), drawn)


@router.get("/pairs/{name}/brief.md")
def download(
    request: Request,
    name: str,
    _: Entering,
    since: str | None = Query(None, max_length=10),
    until: str | None = Query(None, max_length=10),
) -> Response:
    """The briefing as Markdown, to keep."""
    one, other = two_sides(request, name)
    with books_of(request).read() as connection:
        view = brief(connection, one, other, _period(since, until))
    naming = Naming(labels_of(request), site_of(request).shell.world)
    text = markdown(view, naming, str(request.base_url))
    kept = f'attachment; filename="{one}-{other}.md"'
    return Response(
        text, media_type="text/markdown; charset=utf-8", headers={"content-disposition": kept}
    )
