"""The people of an engagement as several reports name them, each person once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.offices import Office
from dragoman.store.entry import JsonObject, Member

if TYPE_CHECKING:
    from dragoman.recording.merged import Weighed

LAST = 99


def merge_people(weighed: Weighed, offices: dict[str, Office]) -> list[JsonObject]:
    """Everybody that some report names, the highest of each side first.

    Two reports mean one person where they name the same entity, or where both name one holder of
    the same office of a side: «وزيرة الخارجية» (wazīrat al-khārijiyya, "the foreign minister") in
    one and a foreign minister by name in the other.
    """
    named = [(p, m) for m in weighed.members for p in m.record["participants"]]
    of: dict[str, str] = {}

    def find(key: str) -> str:
        while of.setdefault(key, key) != key:
            key = of[key]
        return key

    for key, others in _by_office(named).items():
        for other in others:
            one, two = sorted((find(others[0]), find(other)))
            if one != two and key:
                of[two] = one
    groups: dict[str, list[tuple[JsonObject, Member]]] = {}
    for person, member in named:
        groups.setdefault(find(person["entity"]), []).append((person, member))
    people = [_one(weighed, group) for _, group in sorted(groups.items())]

    def order(person: JsonObject) -> tuple[str, int, str]:
        office = offices.get(person["office"] or "")
        return person["side"] or "~", office.rank if office else LAST, person["entity"]

    return sorted(people, key=order)


def _by_office(named: list[tuple[JsonObject, Member]]) -> dict[tuple[str, str], list[str]]:
    """Entities under one office of a side, where no report names two for it."""
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for person, member in named:
        if person["side"] and person["office"]:
            told = found.setdefault((person["side"], person["office"]), {})
            told.setdefault(member.document, set()).add(person["entity"])
    out = {}
    for key, told in found.items():
        entities = sorted(set().union(*told.values()))
        linked = [e for e in entities if _linked(e)]
        if all(len(those) == 1 for those in told.values()) and len(linked) <= 1:
            out[key] = entities
    return out


def _linked(entity: str) -> bool:
    """True for an id of the tables of knowledge; others are hashes of a name."""
    return not (len(entity) == 16 and all(c in "0123456789abcdef" for c in entity))


def _one(weighed: Weighed, group: list[tuple[JsonObject, Member]]) -> JsonObject:
    """One person as all reports together name him or her."""

    def pick(key: str, quiet: bool) -> str | None:
        said = [(p[key], m) for p, m in group if p[key]]
        value = weighed.settle(f"participants.{key}", said, quiet)
        return str(value) if value is not None else None

    entities = sorted({p["entity"] for p, _ in group}, key=lambda e: (not _linked(e), e))
    spans = [{"document": m.document, **s} for p, m in group for s in p["evidence"]]
    unique = {(s["document"], s["start"], s["end"]): s for s in spans}
    return {
        "entity": entities[0],
        "name": pick("name", True),
        "side": pick("side", True),
        "office": pick("office", False),
        "title": pick("title", True),
        "evidence": [unique[key] for key in sorted(unique)],
    }
