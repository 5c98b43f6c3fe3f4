"""Entries of the ledger for a terminal: a line each, or a page with the words that say so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.output.words import isolate, plain_words, quote

Json = Mapping[str, Any]
Names = Mapping[str, str]
"""Names of entities by id."""


def days_of(interval: Json | None) -> str:
    """An interval of JSON as one day or a range; empty where none is known."""
    if not interval:
        return ""
    first, last = interval["earliest"], interval["latest"]
    return first if first == last else f"{first} to {last}"


def headline(entry: Json, names: Names) -> str:
    """What an entry is about: its sides, and what one side says or does to another."""
    family = entry["family"]

    def name(code: str | None) -> str:
        return isolate(plain_words(names.get(code or "", code or "?")))

    if family == "engagement":
        return f"{entry['kind']}: " + " – ".join(name(code) for code in entry["sides"])
    if family == "event":
        return f"{entry['type']}: {name(entry['source'])} → {name(entry['target'])}"
    if family == "outcome":
        to = " → " + ", ".join(name(code) for code in entry["to"]) if entry["to"] else ""
        return f"{entry['kind']}: " + ", ".join(name(code) for code in entry["parties"]) + to
    target = f" → {name(entry['target'])}" if entry["target"] else ""
    return f"{entry['act'] or 'statement'}: {name(entry['speaker'] or entry['side'])}{target}"


def line(entry: Json, names: Names) -> str:
    """An entry on one line: id, days, what it is about, and how many tell it."""
    about = [days_of(entry.get("date")), headline(entry, names)]
    status = entry.get("status") or "happened"
    if status != "happened":
        about.append(status)
    place = entry.get("place") or {}
    about.append(isolate(plain_words(place.get("city") or place.get("country") or "")))
    if entry["family"] in ("statement", "outcome"):
        about.append(quote(entry.get("instrument") or entry.get("gist") or _words(entry)))
    told = len(entry["reports"])
    about.append(f"{told} report{'s' if told > 1 else ''}")
    return f"{entry['id']}  " + " · ".join(part for part in about if part)


def _words(entry: Json) -> str:
    return str(entry["evidence"][0]["text"]) if entry["evidence"] else ""


def page(entry: Json, names: Names, others: Sequence[Json] = ()) -> Iterator[str]:
    """An entry with everything that is known of it; `others` are entries that belong to it."""
    yield f"━━ {headline(entry, names)}"
    yield f"   {entry['id']} · {entry['standing']} · confidence {entry['confidence']}"
    rows: list[tuple[str, str]] = [
        ("status", entry.get("status") or ""),
        ("when", days_of(entry.get("date"))),
        ("because", ((entry.get("date") or {}).get("because")) or ""),
        ("where", _place(entry.get("place"))),
        *(("who", _person(person, names)) for person in entry.get("participants", ())),
        ("beside", entry.get("sidelines_of") or ""),
        ("round", str(entry.get("round") or "")),
        ("about", ", ".join(t.replace("_", " ") for t in entry.get("topics", ()))),
        ("says", entry.get("gist") or ""),
        ("names", entry.get("instrument") or ""),
        ("part of", entry.get("part_of") or entry.get("engagement") or ""),
    ]
    for label, value in rows:
        if value:
            yield f"  {label:9}{isolate(plain_words(value))}"
    for conflict in entry["conflicts"]:
        said = "; ".join(
            f"{plain_words(_value(v['value']))} ({', '.join(d[:8] for d in v['documents'])})"
            for v in conflict["values"]
        )
        yield f"  differ   {conflict['field']}: {said}"
    for span in entry["evidence"]:
        yield f"  {span['document'][:8]} {quote(span['text'])}"
    yield f"  {entry['sources']} independent of {len(entry['reports'])} reports:"
    for report in entry["reports"]:
        about = (report["outlet"], report["language"], days_of(report["published"]), report["uri"])
        shown = " · ".join(isolate(plain_words(part)) for part in about if part)
        yield f"  {report['document'][:8]} {shown}"
    for mark in entry.get("corrections", ()):
        yield f"  {mark['action']} by {mark['who']} {mark['when']} {mark['why']} ({mark['id']})"
    for other in others:
        yield f"  + {line(other, names)}"


def _value(value: object) -> str:
    return days_of(value) if isinstance(value, dict) and "latest" in value else str(value)


def _place(place: Json | None) -> str:
    parts = (place or {}).get("city"), (place or {}).get("country")
    return ", ".join(part for part in parts if part)


def _person(person: Json, names: Names) -> str:
    office = (person["office"] or "").replace("_", " ")
    about = ", ".join(part for part in (person["side"], office) if part)
    known = names.get(person["entity"] or "")
    usual = f" = {known}" if known and known != person["name"] else ""
    return f"{person['name']}{usual} ({about})" if about else f"{person['name']}{usual}"
