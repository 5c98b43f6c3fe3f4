"""Any search as a feed: Atom, and JSON Feed 1.1."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.alerts.atom import atom_feed, feed_item
from dragoman.store.listing import list_entries
from dragoman.web.asking import Listed, Listing
from dragoman.web.entry import Entering
from dragoman.web.ledger_pages import books_of, naming_of
from dragoman.web.shell import with_tag

router = APIRouter(prefix="/feeds", tags=["feeds"])


def _items(request: Request, wanted: Listing) -> list[dict[str, Any]]:
    """What a feed shows of each entry, last reported first."""
    naming = naming_of(request)
    with books_of(request).read() as connection:
        page = list_entries(connection, wanted.asked(), order="reported", limit=wanted.limit)
    return [feed_item(entry, naming, str(request.base_url)) for entry in page.items]


@router.get(
    "/entries.atom",
    summary="A search as an Atom feed",
    response_class=Response,
    responses={200: {"content": {"application/atom+xml": {}}}},
)
def atom(request: Request, wanted: Listed, _: Entering) -> Response:
    """The entries that match, last reported first."""
    data = atom_feed(_items(request, wanted), str(request.url))
    return with_tag(request, Response(data, media_type="application/atom+xml"))


@router.get("/entries", summary="A search as a JSON feed")
def json_feed(request: Request, wanted: Listed, _: Entering) -> Response:
    """The entries that match, last reported first, as JSON Feed 1.1."""
    items = [
        {"id": item["id"], "url": item["id"], "title": item["title"],
         "content_text": item["text"], "date_published": f"{item['day']}T00:00:00Z",
         "tags": item["tags"]}
        for item in _items(request, wanted)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Dragoman",
            "feed_url": str(request.url), "home_page_url": str(request.base_url),
            "items": items}  # fmt: skip
    return with_tag(request, JSONResponse(feed, media_type="application/feed+json"))
