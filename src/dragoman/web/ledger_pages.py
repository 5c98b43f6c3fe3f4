"""The pages of the ledger: home, entries, pairs, polities, people, topics, places, documents."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Literal

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.lang.labels import labels
from dragoman.store.overview import mark
from dragoman.store.recorded import find_document
from dragoman.web import charts, views
from dragoman.web.books import Books
from dragoman.web.entry import API, Entering, page
from dragoman.web.errors import WebError, not_found
from dragoman.web.marks import claim_marks, lines, mention_marks
from dragoman.web.naming import Naming
from dragoman.web.shell import labels_of, wants_json
from dragoman.web.site import site_of
from dragoman.web.ties import lay_out

router = APIRouter()

Drawn = Callable[[views.View, Naming], dict[str, Any]]


def books_of(request: Request) -> Books:
    """The ledger of this server.

    Raises:
        WebError: it keeps none.
    """
    books = site_of(request).books
    if books is None:
        raise WebError(404, "no_ledger", "This server keeps no ledger.", "Start it with a ledger.")
    return books


def naming_of(request: Request) -> Naming:
    """Names in the language of a request."""
    return Naming(labels_of(request), site_of(request).shell.world)


def show(
    request: Request,
    template: str,
    view: Callable[[Connection], views.View],
    drawn: Drawn | None = None,
    keep: bool = True,
    status: int = 200,
) -> Response:
    """A page from the ledger; `drawn` adds what only the drawn page needs.

    Pages are kept until the ledger changes or the day ends, unless `keep` is False.
    """
    site, books = site_of(request), books_of(request)
    if wants_json(request):
        with books.read() as connection:
            data = view(connection)
        return site.shell.answer(request, template, data, status)
    key = (*site.shell.depends_on(request), views.today())
    with books.read() as connection:
        state = mark(connection)
        drawing = site.drawn.find(state, key) if keep else None
    if drawing is None:
        with site.desks:
            with books.read() as connection:
                state = mark(connection)
                # Somebody else may have drawn it meanwhile.
                drawing = site.drawn.find(state, key) if keep else None
                data = view(connection) if drawing is None else {}
            if drawing is None:
                if drawn is not None:
                    data = {**data, **drawn(data, naming_of(request))}
                drawing = site.shell.draw(request, template, data)
                if keep:
                    site.drawn.keep(state, key, drawing)
    return site.shell.page(request, drawing, status)


@page(router, "/", data="/home", summary="What is new")
def home(request: Request, _: Entering) -> Response:
    """The first page."""
    if site_of(request).books is None and not wants_json(request):
        return RedirectResponse("/add", 303)
    books = books_of(request)

    def drawn(view: views.View, naming: Naming) -> dict[str, Any]:
        return {
            "map": charts.map_chart(view["pairs"], view["hosts"], naming, None),
            "timeline": charts.months_chart(view["months"], naming, "kinds"),
            "spoken": charts.topics_chart(view["topics"], naming),
        }

    return show(request, "home.html", lambda c: views.home(c, books), drawn)


@page(router, "/entries/{name}", "/engagements/{name}", summary="One entry with what came of it")
def engagement(request: Request, name: str, _: Entering) -> Response:
    """One entry of any family."""
    return show(request, "engagement.html", lambda c: views.engagement(c, name))


@page(router, "/pairs/{name}", summary="Everything between two sides")
def pair(request: Request, name: str, _: Entering) -> Response:
    """Two sides."""
    one, other = two_sides(request, name)
    if name != f"{one}-{other}":
        there = f"{request.url.path.rpartition('/')[0]}/{one}-{other}"
        plain = wants_json(request) and not there.startswith(API)
        return RedirectResponse(there + (".json" if plain else ""), 307)
    books = books_of(request)

    def drawn(view: views.View, naming: Naming) -> dict[str, Any]:
        return {
            "levels": charts.levels_chart(view["timeline"], naming),
            "scores": charts.score_chart(view["series"], naming),
        }

    return show(request, "pair.html", lambda c: views.pair(c, books, one, other), drawn)


def two_sides(request: Request, name: str) -> tuple[str, str]:
    """The two codes of a pair's name, in the order of the alphabet.

    Raises:
        WebError: it is no pair of known codes.
    """
    world = site_of(request).shell.world
    one, _, other = name.upper().partition("-")
    for code in (one, other):
        if code not in world.polities and (not code or world.acting_as(code) is None):
            raise not_found(f"pair {name[:40]!r}")
    if one == other:
        raise not_found(f"pair {name[:40]!r}")
    return min(one, other), max(one, other)


@page(router, "/polities/{code}", summary="One side")
def polity(request: Request, code: str, _: Entering) -> Response:
    """One side."""
    books, world = books_of(request), site_of(request).shell.world

    def drawn(view: views.View, naming: Naming) -> dict[str, Any]:
        met = [{"sides": [code, p["side"]], **p} for p in view["partners"]]
        return {
            "map": charts.map_chart(met, view["hosts"], naming, code),
            "timeline": charts.months_chart(view["months"], naming, "kinds"),
            "journeys": charts.travel_chart(view["travels"], naming, code),
        }

    return show(request, "polity.html", lambda c: views.polity(c, books, code, world), drawn)


@page(router, "/people/{name}", summary="One person")
def person(request: Request, name: str, _: Entering) -> Response:
    """One person."""
    world = site_of(request).shell.world
    return show(request, "person.html", lambda c: views.person(c, name, world))


@page(router, "/entities/{name}", summary="One organisation or framework")
def entity(request: Request, name: str, _: Entering) -> Response:
    """An organisation, framework or the like."""
    return show(request, "entity.html", lambda c: views.entity(c, name))


@page(router, "/topics/{code}", summary="One topic")
def topic(request: Request, code: str, _: Entering) -> Response:
    """One topic."""
    if code not in labels(labels_of(request).code).groups["topics"]:
        raise not_found(f"topic {code[:40]!r}")
    books = books_of(request)

    def drawn(view: views.View, naming: Naming) -> dict[str, Any]:
        told = [{**month, "type": month["topic"]} for month in view["months"]]
        return {"timeline": charts.months_chart(told, naming, "topics")}

    return show(request, "topic.html", lambda c: views.topic(c, books, code), drawn)


@page(router, "/places/{country}", summary="What took place in a country")
def country(request: Request, country: str, _: Entering) -> Response:
    """What took place in a country."""
    if country not in site_of(request).shell.world.polities:
        raise not_found(f"country {country[:40]!r}")
    return show(request, "place.html", lambda c: views.place(c, country, None))


@page(router, "/places/{country}/{city}", summary="What took place in a town")
def city(request: Request, country: str, city: str, _: Entering) -> Response:
    """What took place in a town."""
    return show(request, "place.html", lambda c: views.place(c, country, city))


@router.get("/documents/{name}", include_in_schema=False)
def document(request: Request, name: str, _: Entering) -> Response:
    """One document beside what it reports."""
    raw = ""

    def view(connection: Connection) -> views.View:
        nonlocal raw
        found = find_document(connection, name)
        if found is None:
            raise not_found("document with that id")
        raw = found[1]
        return {"reading": found[0], "raw": raw}

    def drawn(data: views.View, naming: Naming) -> dict[str, Any]:
        reading = data["reading"]
        marks = claim_marks(reading)
        marks += mention_marks(raw, reading["entities"], naming.address, marks)
        return {"lines": lines(raw, reading["stories"], marks)}

    return show(request, "document.html", view, drawn)


@page(router, "/network", summary="Who is tied to whom")
def network(
    request: Request, _: Entering, of: Literal["polities", "people"] = "polities"
) -> Response:
    """Who is tied to whom."""
    books = books_of(request)

    def drawn(view: views.View, naming: Naming) -> dict[str, Any]:
        return {"nodes": [asdict(node) for node in lay_out(view["ties"])]}

    return show(request, "network.html", lambda c: views.network(c, books, of == "people"), drawn)
