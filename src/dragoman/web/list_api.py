"""Lists over the API: by page as JSON, whole as CSV or JSON Lines."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from dragoman.export.columns import TABLES
from dragoman.export.tables import cell
from dragoman.store.listing import all_entries, find_entry, list_entries
from dragoman.store.overview import busiest_pairs
from dragoman.store.recorded import find_document, list_documents, list_entities
from dragoman.web.asking import DocumentListing, EntityListing, Exported, Format
from dragoman.web.entry import Entering
from dragoman.web.errors import REFUSALS, not_found
from dragoman.web.ledger_pages import books_of
from dragoman.web.shell import dumps, listed, with_tag

Rows = Iterator[dict[str, Any]]
Keyed = tuple[list[dict[str, Any]], int | None]
Some = Callable[[Connection], tuple[list[dict[str, Any]], str | int | None]]

_SOME = 500
"""Rows that are fetched at once where a whole list is streamed."""

router = APIRouter(prefix="/api/v1", tags=["ledger"])

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
    if "text/csv" in accept:
        return "csv"
    return "jsonl" if "application/x-ndjson" in accept else "json"


def _answer(
    request: Request, table: str, form: Format, some: Some, whole: Callable[[Connection], Rows]
) -> Response:
    """A page of a list as JSON, or all of it as it comes, in the columns of the export."""
    books = books_of(request)
    if form == "json":
        with books.read() as connection:
            items, more = some(connection)
        return listed(request, items, more)

    def rows() -> Rows:
        with books.read() as connection:
            yield from whole(connection)

    if form == "jsonl":
        lines = (dumps(row) + "\n" for row in rows())
        return StreamingResponse(lines, media_type="application/x-ndjson")
    headers = {"content-disposition": f'attachment; filename="{table}.csv"'}
    return StreamingResponse(_csv(rows(), table), media_type="text/csv", headers=headers)


def _csv(rows: Rows, table: str) -> Iterator[str]:
    columns = TABLES[table]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_safe(cell(column.read(row))) for column in columns])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]\d+)?")


def _whole(
    fetch: Callable[[int | None], tuple[list[dict[str, Any]], int | None]],
) -> Iterator[dict[str, Any]]:
    """All rows of a list that is fetched page by page."""
    after: int | None = None
    while True:
        items, after = fetch(after)
        yield from items
        if after is None:
            return


_LISTS = (
    ("engagement", "Contacts between sides, merged from all reports."),
    ("statement", "Who said what about whom."),
    ("outcome", "What was signed, agreed, pledged, planned."),
    ("event", "Who did what to whom, in PLOVER's types."),
)


def _lister(family: str, about: str) -> Callable[..., Response]:
    """The list of one family, as a route."""

    def answer(request: Request, wanted: Exported, _: Entering) -> Response:
        asked = wanted.asked(families=(family,))

        def some(connection: Connection) -> tuple[list[dict[str, Any]], str | None]:
            page = list_entries(
                connection, asked, order=wanted.order, limit=wanted.limit, after=wanted.cursor
            )
            return page.items, page.next

        def whole(connection: Connection) -> Rows:
            return all_entries(connection, asked, order=wanted.order)

        return _answer(request, f"{family}s", _format(request, wanted.format), some, whole)

    answer.__name__, answer.__doc__ = f"{family}s", about
    return answer


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


@router.get("/entities", summary="Entities", responses=_LIST)
def entities(request: Request, wanted: Annotated[EntityListing, Query()], _: Entering) -> Response:
    """Everybody and everything named, in the order in which they were first met."""
    start = wanted.key()
    fetch = partial(list_entities, kind=wanted.kind, country=wanted.country)

    def some(connection: Connection) -> Keyed:
        return fetch(connection, limit=wanted.limit, after=start)

    def whole(connection: Connection) -> Rows:
        return _whole(lambda after: fetch(connection, limit=_SOME, after=after))

    return _answer(request, "entities", _format(request, wanted.format), some, whole)


@router.get("/documents", summary="Documents", responses=_LIST)
def documents(
    request: Request, wanted: Annotated[DocumentListing, Query()], _: Entering
) -> Response:
    """What was recorded, the last first."""
    start = wanted.key()
    fetch = partial(list_documents, language=wanted.language, outlet=wanted.outlet)

    def some(connection: Connection) -> Keyed:
        return fetch(connection, limit=wanted.limit, before=start)

    def whole(connection: Connection) -> Rows:
        return _whole(lambda before: fetch(connection, limit=_SOME, before=before))

    return _answer(request, "documents", _format(request, wanted.format), some, whole)


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
    return listed(request, items, None)
