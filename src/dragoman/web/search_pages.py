"""Searching with facets, queries that are kept, and what the ledger is made of."""

import csv
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from dragoman.core.fold import fold
from dragoman.knowledge.world import World
from dragoman.lang.search_words import words_of
from dragoman.store import overview
from dragoman.store.listing import COUNTED, Asked, list_entries, survey
from dragoman.store.recorded import list_entities
from dragoman.web import views
from dragoman.web.asking import Listing, Searched
from dragoman.web.books import Books
from dragoman.web.entry import Entering
from dragoman.web.ledger_pages import books_of, show
from dragoman.web.naming import Naming
from dragoman.web.site import site_of

router = APIRouter(include_in_schema=False)

FACETS = ("family", "type", "status", "side", "topic", "language", "year")
_LONGEST_NAME = 4


@router.get("/search")
def search(request: Request, wanted: Searched, _: Entering) -> Response:
    """Entries that match, with facets to narrow by and names that match."""
    books = books_of(request)
    site = site_of(request)

    def view(connection: Connection) -> views.View:
        asked = wanted.asked()
        found: dict[str, Any]
        if wanted.meaning and wanted.q and site.meaning.offered:
            asked = replace(asked, words=())
            near = site.meaning.nearest(connection, asked, wanted.q, min(wanted.limit, 100))
            found = {"items": near.items, "next": None, "count": len(near.items), "facets": {}}
        else:
            found = _by_words(connection, books, wanted, asked)
        data = {
            "asked": wanted.model_dump(mode="json", exclude_defaults=True),
            "query": wanted.query(),
            "counted": COUNTED,
            "by_meaning": site.meaning.offered,
            "named": _named(connection, wanted, site.shell.world),
            **found,
        }
        return views.with_entities(connection, data, found["items"])

    def drawn(data: views.View, naming: Naming) -> dict[str, Any]:
        return {"asked": wanted.model_dump(mode="json")}

    return show(request, "search.html", view, drawn, keep=not wanted.meaning)


def _by_words(
    connection: Connection, books: Books, wanted: Listing, asked: Asked
) -> dict[str, Any]:
    """A page of entries that hold the words, with how many there are of what."""
    page = list_entries(
        connection, asked, order=wanted.order, limit=min(wanted.limit, 100), after=wanted.cursor
    )
    counted: tuple[int, dict[str, Any]] = books.sum(
        f"search {wanted.query()}", connection, lambda: survey(connection, asked, FACETS)
    )
    return {
        "items": page.items,
        "next": page.next,
        "count": counted[0],
        "facets": counted[1],
    }


def _named(connection: Connection, wanted: Listing, world: World) -> dict[str, Any]:
    """Polities, pairs and people whose names stand in the query."""
    if not wanted.q or wanted.cursor:
        return {"polities": [], "people": []}
    words = words_of(wanted.q)
    people, _ = list_entities(connection, kind="person", words=words, limit=6)
    return {"polities": _polities_in(words, world)[:4], "people": people}


def _polities_in(words: list[str], world: World) -> list[str]:
    """The codes of the polities that a query names, in its order."""
    known = _polity_names(world)
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            code = known.get(" ".join(words[at : at + length]))
            if code:
                found += [] if code in found else [code]
                at += length
                break
        else:
            at += 1
    return found


@lru_cache(maxsize=2)
def _polity_names(world: World) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, polity in world.polities.items():
        for name in (polity.name, code, *world.names_of("polity", code).values()):
            found.setdefault(" ".join(words_of(name)) or fold(name), code)
    return found


@router.get("/about")
def about(request: Request, _: Entering) -> Response:
    """Sources, languages, versions, how much was checked, and ways to take it all away."""
    books = books_of(request)

    def view(connection: Connection) -> views.View:
        found: views.View = books.sum(
            "about",
            connection,
            lambda: {
                "totals": overview.totals(connection),
                "sources": overview.sources(connection),
                "standings": overview.standings(connection),
            },
        )
        return found

    def drawn(data: views.View, naming: Naming) -> dict[str, Any]:
        return {"quality": _quality()}

    return show(request, "about.html", view, drawn)


@cache
def _quality() -> list[dict[str, str]]:
    """How good the reading is at least, by layer; a test holds it to the floors of quality."""
    text = files("dragoman.web").joinpath("quality.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
