"""What pages show, as plain data: each view reads the ledger once and gives one dictionary."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection

from dragoman.knowledge.people import Tenure
from dragoman.knowledge.world import World
from dragoman.recording.commitments import commitments, followed
from dragoman.store import overview, recorded
from dragoman.store.listing import SHOWN, Asked, Page, find_entry, list_entries
from dragoman.web.books import Books
from dragoman.web.errors import not_found

Json = Mapping[str, Any]
View = dict[str, Any]

NEW = 12
LISTED = 25


def named_in(bodies: Iterable[Json]) -> set[str]:
    """The ids of the people and bodies that entries name."""
    found: set[str | None] = set()
    for body in bodies:
        found |= {p["entity"] for p in body.get("participants", ())}
        found |= {body.get("speaker"), body.get("source_entity"), body.get("target_entity")}
    return {name for name in found if name}


def with_entities(connection: Connection, view: View, bodies: Iterable[Json]) -> View:
    """The view with everybody who is named in it, by id."""
    return {**view, "entities": recorded.find_entities(connection, named_in(bodies))}


def home(connection: Connection, books: Books) -> View:
    """What is new, who meets most, where, when, and about what."""
    new = list_entries(
        connection, Asked(families=("engagement",), standings=SHOWN), order="reported", limit=NEW
    )
    sums = books.sum(
        "home",
        connection,
        lambda: {
            "totals": overview.totals(connection),
            "pairs": overview.busiest_pairs(connection, most=60),
            "hosts": overview.host_counts(connection),
            "months": overview.months(connection, "engagement"),
            "topics": overview.topic_months(connection),
        },
    )
    return with_entities(connection, {"new": new.items, **sums}, new.items)


def engagement(connection: Connection, name: str) -> View:
    """One entry with what was said and what came of it, report by report.

    Raises:
        WebError: there is none by that id.
    """
    entry = find_entry(connection, name)
    if entry is None:
        raise not_found("entry with that id")
    about = Asked(within=entry["claims"], standings=SHOWN)
    parts = list_entries(connection, about, order="oldest", limit=200).items
    within = None
    if entry.get("part_of") or entry.get("engagement"):
        within = find_entry(connection, entry.get("part_of") or entry["engagement"])
    bodies = [entry, *parts, *([within] if within else [])]
    claims = {c for e in (entry, *parts) if e["family"] != "event" for c in e["claims"]}
    became = followed(connection, claims, today()) if claims else []
    view = {
        "entry": entry,
        "within": within,
        "became": [t for t in became if _moved(t) or t["silent"]],
        **{
            f"{family}s": [p for p in parts if p["family"] == family]
            for family in ("statement", "outcome", "event")
        },
    }
    return with_entities(connection, view, bodies)


def _moved(thread: View) -> bool:
    """True where more is told of a commitment than its first step, by however many reports."""
    return len({(step["entry"] or step["claim"], step["stage"]) for step in thread["steps"]}) > 1


def pair(connection: Connection, books: Books, one: str, other: str) -> View:
    """Everything between two sides."""
    a, b = sorted((one, other))

    def listed(family: str) -> Page:
        asked = Asked(families=(family,), sides=(a, b), standings=SHOWN)
        return list_entries(connection, asked, limit=LISTED)

    engagements, statements = listed("engagement"), listed("statement")
    met = overview.who_met_whom(connection, a, b)
    view = {
        "sides": [a, b],
        "engagements": engagements.items,
        "statements": statements.items,
        "next": {"engagement": engagements.next, "statement": statements.next},
        **books.sum(
            f"pair {a} {b} {today()}",
            connection,
            lambda: {
                "commitments": newest_commitments(connection, (a, b)),
                "timeline": overview.pair_levels(connection, a, b),
                "series": overview.pair_series(connection, a, b),
            },
        ),
        "met": met,
    }
    people = {name for row in met for name in row["people"]}
    found = named_in([*engagements.items, *statements.items]) | people
    return {**view, "entities": recorded.find_entities(connection, found)}


def newest_commitments(connection: Connection, sides: tuple[str, str]) -> list[View]:
    """What two sides agreed, promised and planned, with what became of it, the newest first."""
    found = commitments(connection, sides, today=today(), most=LISTED)

    def last(thread: View) -> tuple[str, str]:
        days = [step["day"]["latest"] for step in thread["steps"] if step["day"]]
        return max(days, default=""), thread["id"]

    return sorted(found, key=last, reverse=True)[:LISTED]


def today() -> date:
    """The day now, in UTC."""
    return datetime.now(UTC).date()


def polity(connection: Connection, books: Books, code: str, world: World) -> View:
    """One side: whom it meets, where, who acts for it, and who held its offices.

    Raises:
        WebError: nothing is known of that code.
    """
    if code not in world.polities and world.acting_as(code) is None:
        raise not_found(f"polity {code!r}")
    asked = Asked(families=("engagement",), sides=(code,), standings=SHOWN)
    recent = list_entries(connection, asked, limit=LISTED)
    sums: View = books.sum(
        f"polity {code}",
        connection,
        lambda: {
            "partners": overview.partners(connection, code),
            "hosts": overview.host_counts(connection, code),
            "months": overview.months(connection, "engagement", code),
            "people": overview.side_people(connection, code),
            "travels": overview.travels_of(connection, code),
        },
    )
    people = named_in(recent.items) | {row["person"] for row in sums["people"]}
    return {
        "code": code,
        "engagements": recent.items,
        "next": recent.next,
        **sums,
        "holders": [_held(t, world) for t in office_holders(world, code)],
        "entities": recorded.find_entities(connection, people),
    }


LEADING = ("head_of_state", "head_of_government", "foreign_minister")


def office_holders(world: World, code: str) -> list[Tenure]:
    """Who held the leading offices of a side, by office, newest first."""
    return [
        tenure
        for office in LEADING
        for tenure in sorted(
            world.holders(code, office), key=lambda t: (_until(t), t.person), reverse=True
        )
    ]


def _until(tenure: Tenure) -> str:
    day = tenure.to_latest or tenure.to_earliest
    return day.isoformat() if day else "9999"


def _held(tenure: Tenure, world: World) -> dict[str, Any]:
    """A tenure as plain data; its days may be known only as bounds."""
    person = world.people.get(tenure.person)
    first = tenure.from_earliest or tenure.from_latest
    last = tenure.to_latest or tenure.to_earliest
    return {
        "person": tenure.person,
        "name": person.name if person else tenure.person,
        "names": world.names_of("person", tenure.person),
        "side": tenure.side,
        "office": tenure.office,
        "title": tenure.title,
        "from": first.isoformat() if first else None,
        "to": last.isoformat() if last else None,
    }


def person(connection: Connection, name: str, world: World) -> View:
    """One person: offices held, engagements and statements.

    Raises:
        WebError: nobody is kept or known by that id.
    """
    found = recorded.find_entities(connection, {name}).get(name)
    known = world.people.get(name)
    if found is None and known is None:
        raise not_found("person with that id")
    if found is None and known is not None:
        found = {"id": name, "kind": "person", "name": known.name,
                 "names": world.names_of("person", name), "country": known.polity or None,
                 "wikidata": known.wikidata or None}  # fmt: skip
    engagements = list_entries(
        connection, Asked(families=("engagement",), person=name, standings=SHOWN), limit=LISTED
    )
    statements = list_entries(
        connection, Asked(families=("statement",), person=name, standings=SHOWN), limit=LISTED
    )
    met = overview.companions(connection, name)
    people = named_in([*engagements.items, *statements.items]) | {row["person"] for row in met}
    tenures = sorted(world.tenures_of(name), key=_until, reverse=True)
    return {
        "person": found,
        "tenures": [_held(t, world) for t in tenures],
        "engagements": engagements.items,
        "next": engagements.next,
        "statements": statements.items,
        "more_statements": statements.next,
        "met": met,
        "entities": recorded.find_entities(connection, people | {name}),
    }


def entity(connection: Connection, name: str) -> View:
    """An organisation, framework or anything else with entries of its own.

    Raises:
        WebError: nothing is kept by that id.
    """
    found = recorded.find_entities(connection, {name}).get(name)
    if found is None:
        raise not_found("entity with that id")
    entries = list_entries(connection, Asked(person=name, standings=SHOWN), limit=LISTED)
    return with_entities(
        connection, {"entity": found, "entries": entries.items, "next": entries.next}, entries.items
    )


def topic(connection: Connection, books: Books, code: str) -> View:
    """One topic: who spoke of it, when, and in which engagements."""
    asked = Asked(families=("engagement", "outcome"), topic=code, standings=SHOWN)
    entries = list_entries(connection, asked, limit=LISTED)
    sums = books.sum(
        f"topic {code}",
        connection,
        lambda: {
            "pairs": overview.topic_pairs(connection, code),
            "months": overview.topic_months(connection, code),
        },
    )
    view = {"topic": code, "entries": entries.items, "next": entries.next, **sums}
    return with_entities(connection, view, entries.items)


def place(connection: Connection, country: str, city: str | None) -> View:
    """What took place in a country or town."""
    asked = Asked(families=("engagement",), country=country, city=city, standings=SHOWN)
    entries = list_entries(connection, asked, limit=LISTED)
    cities = [] if city else overview.city_counts(connection, country)
    view = {"country": country, "city": city, "cities": cities,
            "engagements": entries.items, "next": entries.next}  # fmt: skip
    return with_entities(connection, view, entries.items)


def network(connection: Connection, books: Books, people: bool) -> View:
    """The strongest ties, of polities or of people."""
    ties = books.sum(f"network {people}", connection, lambda: overview.network(connection, people))
    names = {end for tie in ties for end in tie["sides"]} if people else set()
    return {"people": people, "ties": ties,
            "entities": recorded.find_entities(connection, names)}  # fmt: skip
