"""Lists over the API: by page as JSON, whole as CSV or JSON Lines."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dragoman.store.listing import all_entries, find_entry, list_entries
from dragoman.store.overview import busiest_pairs
from dragoman.store.recorded import find_document, list_documents, list_entities
from dragoman.web.asking import Export, Exported, Format
from dragoman.web.entry import Entering
from dragoman.web.errors import bad_request, not_found
from dragoman.web.ledger_pages import books_of
from dragoman.web.read_api import REFUSALS
from dragoman.web.shell import dumps, with_tag

router = APIRouter(prefix="/api/v1", tags=["ledger"])

COLUMNS = (
    "id", "family", "kind", "status", "date_earliest", "date_latest", "date_basis", "sides",
    "source", "target", "people", "country", "city", "topics", "instrument", "gist", "score",
    "quad", "confidence", "standing", "sources", "first_report", "last_report", "outlets",
    "evidence",
)  # fmt: skip
"""The columns of CSV; lists are joined by "; "."""

_EXAMPLE = {
    "items": [{"id": "8061375352043336", "family": "engagement", "kind": "meeting",
               "status": "happened", "sides": ["IRN", "SAU"],
               "date": {"earliest": "2023-04-06", "latest": "2023-04-06", "basis": "relative",
                        "because": "‘on Thursday’, story dated 2023-04-06"},
               "place": {"country": "CHN", "city": "Beijing", "geonames": None},
               "confidence": 0.99, "sources": 2}],
    "next": None,
}  # fmt: skip
_LIST: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page of the list; with `format` csv or jsonl, all of it.",
        "content": {
            "application/json": {"example": _EXAMPLE},
            "application/x-ndjson": {},
            "text/csv": {},
        },
    },
    **{k: REFUSALS[k] for k in (400, 401, 404, 422, 429)},
}
_ONE: dict[int | str, dict[str, Any]] = {k: REFUSALS[k] for k in (401, 404, 422, 429)}


def _format(request: Request, asked: Format | None) -> Format:
    """The format asked for in the address, else in the header."""
    if asked is not None:
        return asked
    accept = request.headers.get("accept", "")
    for name, mark in (("csv", "text/csv"), ("jsonl", "application/x-ndjson")):
        if mark in accept:
            return name  # type: ignore[return-value]
    return "json"


def _entries(request: Request, wanted: Export, family: str) -> Response:
    """A list of one family."""
    asked = wanted.asked(families=(family,))
    chosen = _format(request, wanted.format)
    books = books_of(request)
    if chosen == "json":
        with books.read() as connection:
            page = list_entries(
                connection, asked, order=wanted.order, limit=wanted.limit, after=wanted.cursor
            )
        return with_tag(request, JSONResponse({"items": page.items, "next": page.next}))

    def rows() -> Iterator[dict[str, Any]]:
        with books.read() as connection:
            yield from all_entries(connection, asked, order=wanted.order)

    return stream(rows, chosen, family)


def stream(rows: Callable[[], Iterable[dict[str, Any]]], form: Format, name: str) -> Response:
    """All rows, as they come."""
    if form == "jsonl":
        lines = (dumps(row) + "\n" for row in rows())
        return StreamingResponse(lines, media_type="application/x-ndjson")
    headers = {"content-disposition": f'attachment; filename="{name}s.csv"'}
    return StreamingResponse(_csv(rows()), media_type="text/csv", headers=headers)


def _csv(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _safe(value) for key, value in flat(row).items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def flat(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry as one row."""
    date, place = entry.get("date") or {}, entry.get("place") or {}
    sides = entry.get("sides") or sorted({*entry.get("parties", ()), *entry.get("to", ())})
    people = [f"{p['name']} ({p['side'] or ''} {p['office'] or ''})".replace(" )", ")")
              for p in entry.get("participants", ())]  # fmt: skip
    return {
        **{k: entry.get(k) for k in COLUMNS if entry.get(k) is not None},
        "kind": entry.get("kind") or entry.get("type") or entry.get("act") or "",
        "date_earliest": date.get("earliest", ""),
        "date_latest": date.get("latest", ""),
        "date_basis": date.get("basis", ""),
        "sides": "; ".join(sides),
        "source": entry.get("source") or entry.get("side") or "; ".join(entry.get("parties", ())),
        "target": entry.get("target") or "; ".join(entry.get("to", ())),
        "people": "; ".join(people),
        "country": place.get("country") or "",
        "city": place.get("city") or "",
        "topics": "; ".join(entry.get("topics", ())),
        "outlets": "; ".join(sorted({r["outlet"] for r in entry["reports"] if r["outlet"]})),
        "evidence": entry["evidence"][0]["text"] if entry["evidence"] else "",
    }


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


_LISTS = (
    ("engagement", "Contacts between sides, merged from all reports."),
    ("statement", "Who said what about whom."),
    ("outcome", "What was signed, agreed, pledged, planned."),
    ("event", "Who did what to whom, in PLOVER's types."),
)


def _lister(family: str, about: str) -> Callable[..., Response]:
    """The list of one family, as a route."""

    def listed(request: Request, wanted: Exported, _: Entering) -> Response:
        return _entries(request, wanted, family)

    listed.__name__, listed.__doc__ = f"{family}s", about
    return listed


for _family, _about in _LISTS:
    router.get(f"/{_family}s", summary=f"{_family.title()}s", responses=_LIST)(
        _lister(_family, _about)
    )


@router.get("/entries/{name}", summary="One entry", responses=_ONE)
def entry(request: Request, name: str, _: Entering) -> Response:
    """One engagement, statement, outcome or event by its id, or by that of one of its claims."""
    with books_of(request).read() as connection:
        found = find_entry(connection, name)
    if found is None:
        raise not_found("entry with that id")
    return with_tag(request, JSONResponse(found))


def _key(cursor: str | None) -> int | None:
    """The key that a plain cursor stands for.

    Raises:
        WebError: it is none.
    """
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 16):
        raise bad_request("That cursor is none of this list.", "Begin with the first page.")
    return int(cursor)


@router.get("/entities", summary="Entities", responses=_LIST)
def entities(
    request: Request,
    _: Entering,
    kind: Literal["person", "polity", "organization", "office", "framework", "place"] | None = None,
    country: str | None = Query(None, pattern="^[A-Z]{3}$"),
    limit: int = Query(50, ge=1, le=500),
    cursor: str | None = Query(None, max_length=20),
) -> Response:
    """Everybody and everything named, in the order in which they were first met."""
    after = _key(cursor)
    with books_of(request).read() as connection:
        items, more = list_entities(
            connection, kind=kind, country=country, limit=limit, after=after
        )
    return with_tag(request, JSONResponse({"items": items, "next": str(more) if more else None}))


@router.get("/documents", summary="Documents", responses=_LIST)
def documents(
    request: Request,
    _: Entering,
    language: str | None = Query(None, max_length=12),
    outlet: str | None = Query(None, max_length=200),
    limit: int = Query(50, ge=1, le=500),
    cursor: str | None = Query(None, max_length=20),
) -> Response:
    """What was recorded, the last first."""
    before = _key(cursor)
    with books_of(request).read() as connection:
        items, more = list_documents(
            connection, limit=limit, before=before, language=language, outlet=outlet
        )
    return with_tag(request, JSONResponse({"items": items, "next": str(more) if more else None}))


@router.get("/documents/{name}", summary="One document", responses=_ONE)
def document(request: Request, name: str, _: Entering) -> Response:
    """One document with its raw text and all that it reports."""
    with books_of(request).read() as connection:
        found = find_document(connection, name)
    if found is None:
        raise not_found("document with that id")
    return with_tag(request, JSONResponse({**found[0], "raw": found[1]}))


@router.get("/pairs", summary="Pairs", responses=_LIST)
def pairs(
    request: Request,
    _: Entering,
    limit: int = Query(50, ge=1, le=500),
    since: str = Query("", pattern=r"^(\d{4}-\d{2}-\d{2})?$"),
) -> Response:
    """The pairs of sides with most engagements."""
    with books_of(request).read() as connection:
        items = busiest_pairs(connection, since=since, most=limit)
    return with_tag(request, JSONResponse({"items": items, "next": None}))
