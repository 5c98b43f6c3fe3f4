"""Searching with facets, queries that are kept, and what the ledger is made of."""

import csv
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from dragoman.knowledge.world import World
from dragoman.lang.search_words import words_of
from dragoman.store import overview
from dragoman.store.listing import COUNTED, Asked, list_entries, survey
from dragoman.store.recorded import find_entities, list_entities
from dragoman.web import views
from dragoman.web.asking import Listing, Searched
from dragoman.web.books import Books
from dragoman.web.entry import Entering, page
from dragoman.web.ledger_pages import books_of, show
from dragoman.web.named_sides import polities_in
from dragoman.web.naming import Naming
from dragoman.web.site import site_of

router = APIRouter()

FACETS = ("family", "type", "status", "side", "topic", "language", "year")


@page(router, "/search", summary="Search with facets")
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
        named = views.named_in(found["items"]) | ({wanted.person} if wanted.person else set())
        return {**data, "entities": find_entities(connection, named)}

    def drawn(data: views.View, naming: Naming) -> dict[str, Any]:
        return {"asked": wanted.model_dump(mode="json")}

    return show(request, "search.html", view, drawn, keep=not wanted.meaning)


def _by_words(
    connection: Connection, books: Books, wanted: Listing, asked: Asked
) -> dict[str, Any]:
    """A page of entries that hold the words, with how many there are of what."""
    some = list_entries(
        connection, asked, order=wanted.order, limit=min(wanted.limit, 100), after=wanted.cursor
    )
    counted: tuple[int, dict[str, Any]] = books.sum(
        f"search {wanted.query()}", connection, lambda: survey(connection, asked, FACETS)
    )
    return {
        "items": some.items,
        "next": some.next,
        "count": counted[0],
        "facets": counted[1],
    }


def _named(connection: Connection, wanted: Listing, world: World) -> dict[str, Any]:
    """Polities, pairs and people whose names stand in the query."""
    if not wanted.q or wanted.cursor:
        return {"polities": [], "people": []}
    words = words_of(wanted.q)
    people, _ = list_entities(connection, kind="person", words=words, limit=6)
    return {"polities": polities_in(words, world)[:4], "people": people}


@page(router, "/about", summary="What the ledger is made of")
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
