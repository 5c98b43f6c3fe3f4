"""Any search as a feed: Atom, and JSON Feed 1.1."""

from typing import Any
from xml.etree import ElementTree

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.store.listing import list_entries
from dragoman.web.asking import Listed, Listing
from dragoman.web.entry import Entering
from dragoman.web.ledger_pages import books_of
from dragoman.web.naming import Naming
from dragoman.web.shell import labels_of, with_tag
from dragoman.web.site import site_of

router = APIRouter(prefix="/feeds", tags=["feeds"])

_ATOM = "http://www.w3.org/2005/Atom"


def _items(request: Request, wanted: Listing) -> list[dict[str, Any]]:
    """What a feed shows of each entry, last reported first."""
    naming = Naming(labels_of(request), site_of(request).shell.world)
    with books_of(request).read() as connection:
        page = list_entries(connection, wanted.asked(), order="reported", limit=wanted.limit)
    base = str(request.base_url)
    return [
        {
            "id": f"{base}entries/{entry['id']}",
            "title": title_of(entry, naming),
            "text": entry["evidence"][0]["text"] if entry["evidence"] else "",
            "day": entry["last_report"] or (entry.get("date") or {}).get("earliest")
            or "1970-01-01",
            "tags": [naming.labels.word("topics", topic) for topic in entry.get("topics", ())],
        }
        for entry in page.items
    ]  # fmt: skip


def title_of(entry: dict[str, Any], naming: Naming) -> str:
    """An entry in one line."""
    words = naming.labels.word
    if entry["family"] == "engagement":
        sides = " – ".join(naming.side(code) for code in entry["sides"])
        return f"{words('kinds', entry['kind'])}: {sides}"
    if entry["family"] == "outcome":
        sides = " – ".join(naming.side(code) for code in entry["parties"])
        return f"{words('outcomes', entry['kind'])}: {sides}"
    source = entry.get("source") or entry.get("side")
    ends = ", ".join(naming.side(code) for code in (source, entry.get("target")) if code)
    return f"{words('types', entry.get('type') or entry.get('act'))}: {ends}"


@router.get(
    "/entries.atom",
    summary="A search as an Atom feed",
    response_class=Response,
    responses={200: {"content": {"application/atom+xml": {}}}},
)
def atom(request: Request, wanted: Listed, _: Entering) -> Response:
    """The entries that match, last reported first."""
    items = _items(request, wanted)
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    here = str(request.url)
    newest = max((item["day"] for item in items), default="1970-01-01")
    for name, text in (("id", here), ("title", "Dragoman"), ("updated", f"{newest}T00:00:00Z")):
        ElementTree.SubElement(feed, f"{{{_ATOM}}}{name}").text = _plain(text)
    ElementTree.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=_plain(here))
    author = ElementTree.SubElement(feed, f"{{{_ATOM}}}author")
    ElementTree.SubElement(author, f"{{{_ATOM}}}name").text = "Dragoman"
    for item in items:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        for name, text in (
            ("id", item["id"]),
            ("title", item["title"]),
            ("updated", f"{item['day']}T00:00:00Z"),
            ("summary", item["text"]),
        ):
            ElementTree.SubElement(entry, f"{{{_ATOM}}}{name}").text = _plain(text)
        ElementTree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=item["id"])
        for tag in item["tags"]:
            ElementTree.SubElement(entry, f"{{{_ATOM}}}category", term=tag)
    data = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
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


def _plain(text: str) -> str:
    """A text without the signs that XML does not know."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                        and c not in "\ufffe\uffff"))  # fmt: skip
