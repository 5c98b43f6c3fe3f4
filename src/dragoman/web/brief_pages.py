"""The briefing on a pair, to print or to download."""

from datetime import UTC, date, datetime

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from dragoman.analysis.briefing import Wanted, briefing
from dragoman.analysis.markup import as_markdown
from dragoman.core.interval import LAST_DAY
from dragoman.web import views
from dragoman.web.entry import Entering, page
from dragoman.web.ledger_pages import books_of, show, two_sides
from dragoman.web.shell import labels_of

router = APIRouter()

MOST = 60
"""So many of the newest entries of each kind a page shows; the download has all."""


def _wanted(
    request: Request, name: str, since: str | None, until: str | None, most: int | None = None
) -> Wanted:
    """What the address asks for; what is no day does not narrow."""

    def day(text: str | None) -> str | None:
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError:
            return None

    today, last = datetime.now(UTC).date(), day(until)
    if last:
        today = min(today, date.fromisoformat(last))
    return Wanted(two_sides(request, name), today, day(since) or "", last or LAST_DAY, most)


@page(router, "/pairs/{name}/brief", summary="A briefing on two sides")
def brief(
    request: Request,
    name: str,
    _: Entering,
    since: str | None = Query(None, max_length=10),
    until: str | None = Query(None, max_length=10),
) -> Response:
    """The briefing as a page."""
    wanted = _wanted(request, name, since, until, MOST)

    def view(connection: Connection) -> views.View:
        return {
            "sides": list(wanted.pair),
            "since": wanted.since,
            "until": "" if wanted.until == LAST_DAY else wanted.until,
            **briefing(connection, wanted, labels_of(request)).to_json(),
        }

    return show(request, "brief.html", view)


@router.get("/pairs/{name}/brief.md", include_in_schema=False)
def download(
    request: Request,
    name: str,
    _: Entering,
    since: str | None = Query(None, max_length=10),
    until: str | None = Query(None, max_length=10),
) -> Response:
    """The briefing as Markdown, to keep."""
    wanted = _wanted(request, name, since, until)
    with books_of(request).read() as connection:
        made = briefing(connection, wanted, labels_of(request))
    kept = f'attachment; filename="{"-".join(wanted.pair)}.md"'
    return Response(
        as_markdown(made, str(request.base_url)),
        media_type="text/markdown; charset=utf-8",
        headers={"content-disposition": kept},
    )
