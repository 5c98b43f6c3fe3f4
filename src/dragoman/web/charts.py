"""What pages draw: Vega-Lite specifications with their data, in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.knowledge.world import World
from dragoman.web.naming import Naming

Spec = dict[str, Any]
Json = Mapping[str, Any]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_TOP = 7


def _spec(values: Sequence[Json], height: int, **rest: object) -> Spec:
    return {
        "$schema": _SCHEMA, "width": "container", "height": height,
        "data": {"values": list(values)}, **rest,
    }  # fmt: skip


def _time_axis(form: str = "%Y-%m") -> Spec:
    """Months or days in figures, which read the same in every language."""
    return {"field": "month", "type": "temporal", "title": None,
            "axis": {"format": form, "labelOverlap": "greedy", "grid": False}}  # fmt: skip


def _tips(naming: Naming, **fields: str) -> list[Spec]:
    """What pointing at a mark tells: fields under phrases of the pages, in the reader's words."""
    found: list[Spec] = []
    for name, key in fields.items():
        about: Spec = {"field": name, "title": naming.labels.text(key)}
        if name == "month":
            form = "%Y-%m-%d" if key == "when" else "%Y-%m"
            about |= {"type": "temporal", "format": form}
        found.append(about)
    return found


def _count_axis() -> Spec:
    return {"field": "count", "type": "quantitative", "title": None, "stack": "zero",
            "axis": {"tickMinStep": 1, "format": "d"}}  # fmt: skip


def months_chart(months: Iterable[Json], naming: Naming, group: str) -> Spec | None:
    """Engagements or events by month, stacked by kind."""
    values = [
        {"month": f"{m['month']}-01", "kind": naming.labels.word(group, m["type"]),
         "count": m["count"]}
        for m in months
    ]  # fmt: skip
    if not values:
        return None
    return _spec(
        values, 180,
        mark={"type": "bar", "width": {"band": 0.8}},
        encoding={
            "tooltip": _tips(naming, month="month", kind="facet_type", count="number"),
            "x": _time_axis() | {"timeUnit": "yearmonth"},
            "y": _count_axis(),
            "color": {"field": "kind", "type": "nominal", "title": None},
        },
    )  # fmt: skip


def topics_chart(months: Sequence[Json], naming: Naming) -> Spec | None:
    """The commonest topics by month, the darker the more often."""
    total: dict[str, int] = {}
    for m in months:
        total[m["topic"]] = total.get(m["topic"], 0) + m["count"]
    shown = sorted(total, key=lambda topic: (-total[topic], topic))[:_TOP]
    values = [
        {"month": f"{m['month']}-01", "kind": naming.labels.word("topics", m["topic"]),
         "count": m["count"]}
        for m in months
        if m["topic"] in shown
    ]  # fmt: skip
    if not values:
        return None
    return _spec(
        values, 180,
        mark={"type": "rect"},
        encoding={
            "tooltip": _tips(naming, month="month", kind="topic", count="number"),
            "x": _time_axis() | {"timeUnit": "yearmonth"},
            "y": {"field": "kind", "type": "nominal", "title": None, "axis": {"labelLimit": 160}},
            "color": {"field": "count", "type": "quantitative", "legend": None,
                      "scale": {"type": "sqrt", "domainMin": 0}},
        },
    )  # fmt: skip


def levels_chart(points: Iterable[Json], naming: Naming) -> Spec | None:
    """The engagements of a pair on a line of time, a row a kind, filled by level."""
    words = naming.labels.word
    values = [
        {"month": p["day"], "kind": words("kinds", p["kind"]),
         "level": words("levels", p["level"]) or "–", "status": words("statuses", p["status"]),
         "href": f"/engagements/{p['id']}"}
        for p in points
    ]  # fmt: skip
    if not values:
        return None
    return _spec(
        values, 140,
        mark={"type": "point", "filled": True, "size": 90, "cursor": "pointer"},
        encoding={
            "tooltip": _tips(naming, month="when", kind="facet_type", level="level",
                             status="facet_status"),
            "x": _time_axis("%Y-%m-%d") | {"scale": {"padding": 12}},
            "y": {"field": "kind", "type": "nominal", "title": None},
            "shape": {"field": "status", "type": "nominal", "title": None},
            "color": {"field": "level", "type": "nominal", "title": None},
            "href": {"field": "href"},
        },
    )  # fmt: skip


def score_chart(series: Sequence[Json], naming: Naming) -> Spec | None:
    """The mean score of events by month, a line a direction."""
    sums: dict[tuple[str, str], list[float]] = {}
    for s in series:
        total = sums.setdefault((s["month"], s["source"]), [0.0, 0.0])
        total[0] += s["score"]
        total[1] += s["count"]
    values = [
        {"month": f"{month}-01", "kind": naming.side(source), "score": round(total / count, 2),
         "count": int(count)}
        for (month, source), (total, count) in sorted(sums.items())
    ]  # fmt: skip
    if not values:
        return None
    return _spec(
        values, 140,
        mark={"type": "line", "point": True},
        encoding={
            "tooltip": _tips(naming, month="month", kind="facet_side", score="score",
                             count="number"),
            "x": _time_axis() | {"timeUnit": "yearmonth"},
            "y": {"field": "score", "type": "quantitative", "title": None,
                  "scale": {"domain": [-10, 10]}},
            "color": {"field": "kind", "type": "nominal", "title": None},
        },
    )  # fmt: skip


def map_chart(
    pairs: Sequence[Json], hosts: Sequence[tuple[str, int]], naming: Naming, around: str | None
) -> Spec | None:
    """A map: arcs between the capitals of pairs, dots where engagements took place."""
    spots = capitals(naming.world)
    arcs = [
        _arc(spots, (a, b), pair["engagements"], f"{naming.side(a)} – {naming.side(b)}")
        for pair in pairs
        for a, b in [pair["sides"]]
        if a in spots and b in spots
    ]
    dots = [
        {"longitude": spots[code][0], "latitude": spots[code][1], "count": count,
         "name": naming.side(code)}
        for code, count in hosts
        if code in spots
    ]  # fmt: skip
    if not arcs and not dots:
        return None
    return _map(arcs, dots, spots.get(around or ""), naming)


def travel_chart(
    travels: Mapping[str, Sequence[tuple[str, int]]], naming: Naming, side: str
) -> Spec | None:
    """A map of journeys: where a side's people went, and from where others came to it."""
    spots = capitals(naming.world)
    arcs = [
        _arc(spots, (side, other), count, f"{naming.side(a)} → {naming.side(b)}", way)
        for way, rows in (("to", travels["to"]), ("from", travels["from"]))
        for other, count in rows
        for a, b in [(side, other) if way == "to" else (other, side)]
        if side in spots and other in spots
    ]
    if not arcs:
        return None
    words = [naming.labels.text("travelled_to"), naming.labels.text("received")]
    for arc in arcs:
        arc["way"] = words[arc["way"] == "from"]
    spec = _map(arcs, [], spots.get(side), naming)
    spec["layer"][1]["encoding"]["color"] = {
        "field": "way", "type": "nominal", "title": None,
        "scale": {"domain": words, "range": ["#0b7fab", "#c2631a"]}, "legend": {"orient": "bottom"},
    }  # fmt: skip
    return spec


def _arc(
    spots: Mapping[str, tuple[float, float]], ends: tuple[str, str], count: int, name: str,
    way: str = "",
) -> Spec:  # fmt: skip
    line = {"type": "LineString", "coordinates": [spots[ends[0]], spots[ends[1]]]}
    return {"type": "Feature", "geometry": line, "count": count, "name": name, "way": way}


def _map(
    arcs: Sequence[Spec], dots: Sequence[Spec], around: tuple[float, float] | None, naming: Naming
) -> Spec:
    """The world with arcs and dots on it."""
    tips = [{"field": "name", "title": "title"},
            {"field": "count", "title": naming.labels.text("engagements")}]  # fmt: skip
    land = {
        "data": {"url": "/static/world.json",
                 "format": {"type": "topojson", "feature": "countries"}},
        "mark": {"type": "geoshape", "strokeWidth": 0.5, "style": "land"},
    }  # fmt: skip
    lines = {
        "data": {"values": arcs},
        "mark": {"type": "geoshape", "filled": False, "style": "arc", "opacity": 0.6},
        "encoding": {
            "strokeWidth": {"field": "count", "type": "quantitative", "legend": None,
                            "scale": {"type": "sqrt", "range": [0.8, 5]}},
            "tooltip": tips,
        },
    }  # fmt: skip
    places = {
        "data": {"values": dots},
        "mark": {"type": "circle", "style": "dot", "opacity": 0.85},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {"field": "count", "type": "quantitative", "legend": None,
                     "scale": {"type": "sqrt", "range": [20, 320]}},
            "tooltip": tips,
        },
    }  # fmt: skip
    return {
        "$schema": _SCHEMA, "width": "container", "height": 300,
        "projection": {"type": "naturalEarth1", **_rotation(around)},
        "layer": [land, *([lines] if arcs else []), *([places] if dots else [])],
    }  # fmt: skip


def _rotation(spot: tuple[float, float] | None) -> Spec:
    """The world turned so that a place far from the middle is not cut off at the edge."""
    return {"rotate": [-spot[0], 0, 0]} if spot and abs(spot[0]) > 100 else {}


def capitals(world: World) -> dict[str, tuple[float, float]]:
    """Where polities lie: longitude and latitude of the capital, or of their largest town."""
    found: dict[str, tuple[float, float]] = {}
    ranked = sorted(world.places.values(), key=lambda p: (p.kind != "capital", -p.population, p.id))
    for place in ranked:
        if place.polity:
            found.setdefault(place.polity, (place.longitude, place.latitude))
    return found
