"""The merged view: what several reports of one act say together, and where they disagree.

Everything follows from the set of reports, never from their order: values are chosen by how many
independent sources tell them, then by confidence, then by the alphabet.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from operator import itemgetter
from typing import Any

from dragoman.knowledge.offices import Office
from dragoman.recording.people import merge_people
from dragoman.store.entry import Entry, JsonObject, Member

SUREST = 0.99
"""No number of reports makes an entry surer than this."""
GENERAL_KIND = "meeting"
_STATUS_ORDER = ("happened", "historical", "cancelled", "denied", "planned", "hypothetical")
_BASIS_ORDER = {"explicit": 0, "relative": 1, "inferred": 2}


@dataclass(slots=True)
class Weighed:
    """Members of one entry with the number of the independent source of each."""

    members: Sequence[Member]
    sources: dict[str, int]
    conflicts: list[JsonObject] = field(default_factory=list)

    def values(self, read: Callable[[JsonObject], Any]) -> list[tuple[Any, Member]]:
        """What each member says, where it says something."""
        said = ((read(m.record), m) for m in self.members)
        return [(v, m) for v, m in said if v not in (None, "", [], {})]

    def pick(self, key: str, read: Callable[[JsonObject], Any] | None = None) -> Any:  # noqa: ANN401
        """The best-told value of a field; other values become a conflict."""
        said = self.values(read or (lambda record: record.get(key)))
        return self.settle(key, said)

    def settle(self, key: str, said: Sequence[tuple[Any, Member]], quiet: bool = False) -> Any:  # noqa: ANN401
        """The value that most sources tell; the rest is noted as a conflict unless `quiet`."""
        told: dict[str, list[tuple[Any, Member]]] = {}
        for value, member in said:
            told.setdefault(repr(value), []).append((value, member))
        if not told:
            return None
        ranked = sorted(told.items(), key=lambda item: self._rank(item[1], item[0]))
        if len(ranked) > 1 and not quiet:
            self.differ(key, [(pairs[0][0], [m for _, m in pairs]) for _, pairs in ranked])
        return ranked[0][1][0][0]

    def _rank(self, pairs: list[tuple[Any, Member]], text: str) -> tuple[int, float, str]:
        sources = {self.sources[m.document] for _, m in pairs}
        sure = max(m.record["confidence"] for _, m in pairs)
        return -len(sources), -sure, text

    def differ(self, key: str, said: Sequence[tuple[Any, Sequence[Member]]]) -> None:
        """Notes that reports say different things of a field."""
        values = [
            {"value": value, "documents": sorted({m.document for m in those})}
            for value, those in said
        ]
        self.conflicts.append({"field": key, "values": values})


def independent(members: Iterable[Member]) -> dict[str, int]:
    """The number of the independent source of each document.

    Copies of one report are one source, and so is all that one agency or one outlet tells.
    """
    of: dict[str, str] = {}

    def find(mark: str) -> str:
        while of.setdefault(mark, mark) != mark:
            mark = of[mark]
        return mark

    marks: dict[str, list[str]] = {}
    for member in members:
        about = [f"report {member.report}"]
        if member.agency:
            about.append(f"name {member.agency.casefold()}")
        if member.outlet:
            about.append(f"name {member.outlet.casefold()}")
        marks[member.document] = about
        for mark in about[1:]:
            one, other = sorted((find(about[0]), find(mark)))
            of[other] = one
    roots = {document: find(about[0]) for document, about in marks.items()}
    numbers = {root: k for k, root in enumerate(sorted(set(roots.values())))}
    return {document: numbers[root] for document, root in roots.items()}


def merge(members: Sequence[Member], offices: dict[str, Office]) -> Entry:
    """The entry that claims of one family make together, without corrections and words."""
    ordered = sorted(members, key=lambda m: m.id)
    weighed = Weighed(ordered, independent(ordered))
    makers = {
        "engagement": _engagement, "statement": _statement, "outcome": _outcome, "event": _event,
    }  # fmt: skip
    body = makers[ordered[0].family](weighed, offices)
    return index(_finish(weighed, body), offices)


def _finish(weighed: Weighed, body: JsonObject) -> Entry:
    """What entries of all families have."""
    members = weighed.members
    reports = {m.document: m for m in members}
    days = sorted(m.published for m in reports.values() if m.published)
    body["confidence"] = round(_confidence(weighed), 2)
    body["evidence"] = _evidence(weighed)
    body["standing"] = "added" if all(m.origin == "added" for m in members) else "read"
    body["conflicts"] = weighed.conflicts
    body["sources"] = len(set(weighed.sources.values()))
    body["first_report"] = days[0][0] if days else None
    body["last_report"] = max(d[1] for d in days) if days else None
    body["claims"] = [m.id for m in members]
    body["reports"] = [
        {
            "document": m.document, "uri": m.uri, "outlet": m.outlet, "language": m.language,
            "published": {"earliest": m.published[0], "latest": m.published[1]}
            if m.published else None,
        }
        for _, m in sorted(reports.items(), key=lambda item: (item[1].published or ("",), item[0]))
    ]  # fmt: skip
    return Entry(
        id=members[0].id, family=members[0].family, type="", status="", day="", earliest=None,
        latest=None, first_report=body["first_report"], last_report=body["last_report"],
        reports=len(reports), sources=body["sources"], conflicts=len(weighed.conflicts),
        confidence=body["confidence"], score=None, quad=None, level=None, country=None, city=None,
        engagement=None, standing=body["standing"], body={"id": members[0].id, **body},
        claims=tuple(m.n for m in members),
        documents=tuple(sorted(m.document_n for m in reports.values())),
    )  # fmt: skip


def _confidence(weighed: Weighed) -> float:
    """One minus the chance that every independent source errs."""
    best: dict[int, float] = {}
    for m in weighed.members:
        source = weighed.sources[m.document]
        best[source] = max(best.get(source, 0.0), m.record["confidence"])
    wrong = 1.0
    for _, sure in sorted(best.items()):
        wrong *= 1.0 - sure
    return min(1.0 - wrong, max(SUREST, *best.values()))


def _evidence(weighed: Weighed) -> list[JsonObject]:
    spans = [{"document": m.document, **s} for m in weighed.members for s in m.record["evidence"]]
    unique = {(s["document"], s["story"], s["start"], s["end"]): s for s in spans}
    return [unique[key] for key in sorted(unique)]


def _union(weighed: Weighed, key: str) -> list[str]:
    return sorted({value for m in weighed.members for value in m.record.get(key) or ()})


def _status(weighed: Weighed) -> str:
    """What became of it: a contact planned and then held was held."""
    told = {m.record["status"] for m in weighed.members}
    best = min(told, key=_STATUS_ORDER.index)
    if told & {"denied", "cancelled"} and len(told) > 1:
        said = sorted(told, key=_STATUS_ORDER.index)
        those = {s: [m for m in weighed.members if m.record["status"] == s] for s in said}
        weighed.differ("status", [(s, those[s]) for s in said])
    return str(best)


def _date(weighed: Weighed, status: str | None = None) -> JsonObject | None:
    """The days that all reports allow; a report that allows none of them is a conflict.

    Where a contact was held, announcements of it are asked only if no report of it says when.
    """
    said = [(v, m) for v, m in weighed.values(lambda r: r.get("date"))]
    if status is not None:
        said = [(v, m) for v, m in said if m.record.get("status") == status] or said
    if not said:
        return None

    def rank(pair: tuple[JsonObject, Member]) -> tuple[int, str, str, str]:
        value, member = pair
        basis = _BASIS_ORDER.get(value["basis"], 3)
        return basis, value["earliest"], value["latest"], member.id

    trusted = min(rank(p)[0] for p in said)
    best = weighed.settle("date", [
        ({"earliest": v["earliest"], "latest": v["latest"]}, m)
        for v, m in said if rank((v, m))[0] == trusted and _narrow(v, said, trusted)
    ], quiet=True)  # fmt: skip
    first, last = best["earliest"], best["latest"]
    apart = []
    for value, member in sorted(said, key=rank):
        if value["earliest"] > last or value["latest"] < first:
            apart.append((value, member))
        else:
            first, last = max(first, value["earliest"]), min(last, value["latest"])
    if apart:
        with_it = [m for v, m in said if not (v["earliest"] > last or v["latest"] < first)]
        others = [({k: v[k] for k in ("earliest", "latest")}, [m]) for v, m in apart]
        weighed.differ("date", [({"earliest": first, "latest": last}, with_it), *others])
    inside = [v for v, _ in sorted(said, key=rank) if v["earliest"] <= last >= first <= v["latest"]]
    exact = [v for v in inside if (v["earliest"], v["latest"]) == (first, last)]
    basis = (exact or inside)[0]
    return {
        "earliest": first, "latest": last, "basis": basis["basis"], "because": basis["because"],
    }  # fmt: skip


def _narrow(value: JsonObject, said: Sequence[tuple[JsonObject, Member]], trusted: int) -> bool:
    """True where no other equally trusted report gives days inside these."""
    return not any(
        _BASIS_ORDER.get(o["basis"], 3) == trusted
        and o["earliest"] >= value["earliest"]
        and o["latest"] <= value["latest"]
        and (o["earliest"], o["latest"]) != (value["earliest"], value["latest"])
        for o, _ in said
    )


def _place(weighed: Weighed) -> JsonObject | None:
    """The country that most sources tell, with the city told for it."""
    country = weighed.pick("place", lambda r: (r.get("place") or {}).get("country"))
    cities = [
        ((p["city"], p.get("geonames")), m)
        for p, m in weighed.values(lambda r: r.get("place"))
        if p.get("city") and p.get("country") in (None, country)
    ]
    named = [(city, m) for (city, _), m in cities]
    city = weighed.settle("city", named)
    if country is None and city is None:
        return None
    numbers = [(n, m) for (c, n), m in cities if c == city and n]
    return {
        "country": country, "city": city, "geonames": weighed.settle("geonames", numbers, True),
    }  # fmt: skip


def _kind(weighed: Weighed) -> str:
    """The kind; one report's general word does not contradict another's own name for it."""
    said = weighed.values(lambda r: r["kind"])
    special = [(kind, m) for kind, m in said if kind != GENERAL_KIND]
    return str(weighed.settle("kind", special or said))


def _engagement(weighed: Weighed, offices: dict[str, Office]) -> JsonObject:
    status = _status(weighed)
    return {
        "kind": _kind(weighed),
        "status": status,
        "sides": _union(weighed, "sides"),
        "participants": merge_people(weighed, offices),
        "date": _date(weighed, status),
        "place": _place(weighed),
        "part_of": weighed.settle("part_of", weighed.values(lambda r: r["part_of"]), True),
        "sidelines_of": weighed.settle(
            "sidelines_of", weighed.values(lambda r: r["sidelines_of"]), True
        ),
        "round": weighed.pick("round"),
        "duration_minutes": weighed.pick("duration_minutes"),
        "topics": _union(weighed, "topics"),
    }


def _statement(weighed: Weighed, offices: dict[str, Office]) -> JsonObject:
    """One statement; where it is told in several languages, the surest gist is shown."""
    gists = weighed.values(lambda r: r["gist"])
    return {
        "engagement": weighed.settle("engagement", weighed.values(lambda r: r["engagement"]), True),
        "speaker": weighed.pick("speaker"),
        "side": weighed.pick("side"),
        "target": weighed.pick("target"),
        "act": weighed.pick("act"),
        "mode": weighed.settle("mode", weighed.values(lambda r: r["mode"]), True),
        "gist": weighed.settle("gist", gists, True),
        "date": _told(weighed),
        "topics": _union(weighed, "topics"),
        "quoted": any(m.record["quoted"] for m in weighed.members),
    }


def _told(weighed: Weighed) -> JsonObject | None:
    """The days of the earliest report: a statement was made no later."""
    days = sorted(m.published for m in weighed.members if m.published)
    if not days:
        return None
    return {
        "earliest": days[0][0], "latest": days[0][1], "basis": "inferred",
        "because": "day of the first report",
    }  # fmt: skip


def _outcome(weighed: Weighed, offices: dict[str, Office]) -> JsonObject:
    names = weighed.values(lambda r: r["instrument"])
    return {
        "engagement": weighed.settle("engagement", weighed.values(lambda r: r["engagement"]), True),
        "kind": weighed.pick("kind"),
        "parties": _union(weighed, "parties"),
        "to": _union(weighed, "to"),
        "instrument": weighed.settle("instrument", names, True),
        "date": _date(weighed) or _told(weighed),
        "topics": _union(weighed, "topics"),
    }


def _event(weighed: Weighed, offices: dict[str, Office]) -> JsonObject:
    status = _status(weighed)
    lead = min(weighed.members, key=lambda m: (-m.record["confidence"], m.id)).record
    out = {
        "engagement": weighed.settle("engagement", weighed.values(lambda r: r["engagement"]), True),
        "statement": weighed.settle("statement", weighed.values(lambda r: r["statement"]), True),
        "date": _date(weighed, status),
        "source": lead["source"],
        "target": lead["target"],
    }
    for key in ("source_entity", "target_entity", "source_sector", "target_sector"):
        out[key] = weighed.settle(key, weighed.values(itemgetter(key)), True)
    for key in ("type", "mode", "quad", "score", "cameo", "rule"):
        out[key] = lead[key]
    return {**out, "contexts": _union(weighed, "contexts"), "status": status}


def index(entry: Entry, offices: dict[str, Office]) -> Entry:
    """The entry with all that it is found by, taken from its body."""
    body = entry.body
    date, place = body.get("date") or {}, body.get("place") or {}
    sides = _sides(entry.family, body)
    codes = sorted({code for code, _ in sides})
    if entry.family == "engagement" or len(codes) <= 2:
        pairs = list(combinations(codes, 2))
    else:
        first = {c for c, role in sides if role in ("party", "source")}
        pairs = [p for p in combinations(codes, 2) if first & set(p)]
    return replace(
        entry,
        type=body.get("kind") or body.get("act") or body.get("type") or "",
        status=body.get("status") or "happened",
        day=date.get("earliest") or entry.first_report or "",
        earliest=date.get("earliest"),
        latest=date.get("latest"),
        standing=body["standing"],
        confidence=body["confidence"],
        score=body.get("score"),
        quad=body.get("quad"),
        level=_level(body.get("participants") or (), offices),
        country=place.get("country"),
        city=place.get("city"),
        engagement=body.get("engagement"),
        sides=tuple(sides),
        pairs=tuple(pairs),
        people=tuple(_people(body)),
        topics=tuple(body.get("topics") or ()),
    )


def _sides(family: str, body: JsonObject) -> list[tuple[str, str]]:
    """The codes that an entry is about, each with its role."""
    if family == "engagement":
        return [(code, "side") for code in body["sides"]]
    if family == "outcome":
        return [(c, "party") for c in body["parties"]] + [(c, "to") for c in body["to"]]
    source = body.get("source") or body.get("side")
    found = [(source, "source"), (body.get("target"), "target")]
    return [(code, role) for code, role in found if code]


def _people(body: JsonObject) -> list[tuple[str, str | None, str | None]]:
    found = [(p["entity"], p["side"], p["office"]) for p in body.get("participants") or ()]
    if body.get("speaker"):
        found.append((body["speaker"], body.get("side"), None))
    ends = [end for end in ("source", "target") if body.get(f"{end}_entity")]
    return [*found, *((body[f"{end}_entity"], body[end], None) for end in ends)]


def _level(people: Sequence[JsonObject], offices: dict[str, Office]) -> str | None:
    """How high a contact was: the highest office of the side that sent the lower one."""
    best: dict[str | None, Office] = {}
    for person in people:
        office = offices.get(person["office"] or "")
        if office is None:
            continue
        held = best.get(person["side"])
        if held is None or office.rank < held.rank:
            best[person["side"]] = office
    return max(best.values(), key=lambda o: o.rank).level if best else None
