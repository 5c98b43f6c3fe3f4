"""Corrections as gold records, in the form that `dragoman score` reads."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.core.fold import fold
from dragoman.recording.replay import stored_document
from dragoman.store import fetch
from dragoman.store.entry import JsonObject, Member
from dragoman.store.fetch import Correction
from dragoman.store.sql import query

_ENDS = 8
"""Words by which a gold record knows where a story begins and ends."""
_FIELDS = {
    "engagement": ("kind", "status", "sides", "date", "place", "sidelines_of", "round",
                   "duration_minutes", "topics"),
    "outcome": ("kind", "parties", "to", "instrument", "date"),
    "event": ("source", "target", "type"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """A gold record, the name of its files, and the raw text it speaks of."""

    name: str
    record: JsonObject
    raw: str


def gold_records(connection: Connection) -> Iterator[GoldRecord]:
    """A gold record of every document about which somebody decided something.

    What people accepted, edited or added is asked for; what they rejected is left out, so that
    reading it is a fault; what nobody saw is optional.
    """
    without = fetch.undone(connection)
    rows = query(
        connection,
        "SELECT DISTINCT d.n, d.id FROM corrections x JOIN claims t ON t.id = x.target"
        " OR t.n IN (SELECT claim FROM claim_aliases a WHERE a.id = x.target)"
        " JOIN claims c ON c.entry = t.entry JOIN documents d ON d.n = c.document ORDER BY d.id",
    )
    for n, name in rows:
        members = fetch.members_of_documents(connection, [n])
        entries = {m.entry for m in members if m.entry is not None}
        claims = fetch.claims_of_entries(connection, entries)
        said = fetch.corrections_on(connection, claims, without)
        by_entry: dict[int, list[Correction]] = {}
        for member in fetch.members(connection, claims).values():
            if member.entry is not None:
                by_entry.setdefault(member.entry, []).extend(said.get(member.id, ()))
        if any(by_entry.values()):
            yield _gold(connection, name, members, by_entry)


def _gold(
    connection: Connection, name: str, members: list[Member], said: dict[int, list[Correction]]
) -> GoldRecord:
    stored = stored_document(connection, name)
    if stored is None:
        raise LookupError(name)
    _, raw, meta, stories = stored
    file = f"{name[:16]}.txt"
    published = meta.published
    record: JsonObject = {
        "document": f"texts/{file}",
        "language": meta.language,
        "outlets": [meta.outlet] if meta.outlet else [],
        "agencies": [meta.agency] if meta.agency else [],
        "published": None if published is None else {
            "earliest": published.earliest.isoformat(), "latest": published.latest.isoformat(),
        },
        "noise": [],
        "stories": [],
    }  # fmt: skip
    names = fetch.entity_names(
        connection, {p["entity"] for m in members for p in m.record.get("participants", ())}
    )
    for story in stories:
        words = story.text.split()
        told: JsonObject = {
            "key": story.id, "role": story.role, "language": story.language,
            "title": story.title, "begins": _stretch(story.text, words[:_ENDS]),
            "ends": _stretch(story.text, words[-_ENDS:]), "engagements": [], "outcomes": [],
            "events": [], "frameworks": [],
        }  # fmt: skip
        for member in members:
            if member.story == story.id and member.family in _FIELDS:
                found = _claim(member, said.get(member.entry or 0, []), names)
                if found is not None:
                    told[f"{member.family}s"].append(found)
        record["stories"].append(told)
    return GoldRecord(file, record, raw)


def _claim(member: Member, said: list[Correction], names: fetch.Names) -> JsonObject | None:
    """A claim as a careful reader would enter it; None where people rejected it."""
    record, seen = dict(member.record), member.origin == "added"
    rejected = False
    for correction in sorted(said, key=lambda c: c.n):
        if correction.action == "edit":
            record.update(correction.content)
        if correction.action in ("accept", "reject", "edit"):
            seen, rejected = True, correction.action == "reject"
    if rejected:
        return None
    out: JsonObject = {"key": member.id, **{f: record[f] for f in _FIELDS[member.family]}}
    if out.get("date"):
        out["date"] = {key: out["date"][key] for key in ("earliest", "latest")}
    if out.get("place"):
        out["place"] = {key: out["place"][key] for key in ("country", "city")}
    if member.family == "engagement":
        out["participants"] = [_person(p, names) for p in record["participants"]]
    if member.family == "event" and record.get("status", "happened") != "happened":
        return None
    out["evidence"] = member.record["evidence"][0]["text"]
    if not seen:
        out["optional"] = True
    return out


def _person(person: JsonObject, names: fetch.Names) -> JsonObject:
    out = {key: person[key] for key in ("name", "side", "office")}
    if not fold(person["name"]).isascii():
        known = names.get(person["entity"] or "", {})
        latin = [form for _, form in sorted(known.items()) if fold(form).isascii()]
        out |= {"name_en": latin[0]} if latin else {}
    return out


def _stretch(text: str, words: list[str]) -> str:
    """The exact stretch of a text that some words in a row make."""
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return match[0] if match else text


def as_json(record: JsonObject) -> str:
    """A gold record as it is written to a file."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
