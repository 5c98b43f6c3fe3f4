"""The ledger as linked data: JSON-LD with PROV for where things come from, and FollowTheMoney."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.export.lines import json_line, write_lines
from dragoman.export.source import Source
from dragoman.knowledge.polities import load_polities
from dragoman.store.entry import JsonObject

CONTEXT: JsonObject = {
    "@vocab": "https://dragoman.example/terms#",
    "id": "@id",
    "type": "@type",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "wd": "http://www.wikidata.org/entity/",
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "evidence": {"@id": "prov:qualifiedDerivation"},
    "exact": "oa:exact",
    "start": {"@id": "oa:start", "@type": "xsd:integer"},
    "end": {"@id": "oa:end", "@type": "xsd:integer"},
    "earliest": {"@type": "xsd:date"},
    "latest": {"@type": "xsd:date"},
    "name": "schema:name",
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "engagement": {"@type": "@id"},
    "statement": {"@type": "@id"},
    "part_of": {"@id": "schema:superEvent", "@type": "@id"},
    "entity": {"@type": "@id"},
    "speaker": {"@type": "@id"},
    "source_entity": {"@type": "@id"},
    "target_entity": {"@type": "@id"},
}
"""What the keys mean. Terms without a standard are named under `@vocab`."""
_REFERENCES = ("engagement", "statement", "part_of")
_ENTITIES = ("speaker", "source_entity", "target_entity")
_KINDS = {"engagement": "Engagement", "statement": "Statement", "outcome": "Outcome",
          "event": "Event"}  # fmt: skip


def write_jsonld(source: Source, folder: Path) -> list[Path]:
    """One JSON-LD document with everything in its graph; gives the file."""
    path = folder / "ledger.jsonld"
    with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
        head = json.dumps(CONTEXT, ensure_ascii=False, indent=1)
        file.write(f'{{"@context": {head},\n"@graph": [\n')
        between = ""
        for node in _nodes(source):
            file.write(between + json_line(node).rstrip("\n"))
            between = ",\n"
        file.write("\n]}\n")
    return [path]


def _nodes(source: Source) -> Iterator[JsonObject]:
    for document in source.documents():
        yield {
            "id": f"urn:sha256:{document['id']}", "type": ["prov:Entity", "schema:Article"],
            **_kept(document, "uri", "url", "outlet", "agency", "language", "title", "published"),
        }  # fmt: skip
    for entity in source.entities():
        node = {"id": f"urn:dragoman:{entity['id']}", "type": entity["kind"].title()}
        names = [{"@value": n, "@language": code} for code, n in entity["names"].items()]
        node |= {"name": names or [entity["name"]], **_kept(entity, "country")}
        if entity["wikidata"]:
            node["sameAs"] = f"wd:{entity['wikidata']}"
        yield node
    for family in _KINDS:
        for entry in source.entries(family):
            yield _entry(family, entry)


def _kept(record: JsonObject, *keys: str) -> JsonObject:
    return {key: record[key] for key in keys if record.get(key) is not None}


def _entry(family: str, entry: JsonObject) -> JsonObject:
    """An entry that says from which words of which documents it was derived."""
    node: JsonObject = {
        "id": f"urn:dragoman:{entry['id']}",
        "type": ["prov:Entity", _KINDS[family]],
    }
    plain = {
        key: value
        for key, value in entry.items()
        if key not in ("id", "family", "type", "reports", "evidence", "claims", "participants")
        and value not in (None, [], "")
    }
    if family == "event":
        node["eventType"] = entry["type"]
    for key in (*_REFERENCES, *_ENTITIES):
        if key in plain:
            plain[key] = f"urn:dragoman:{plain[key]}"
    node |= plain
    if entry.get("participants"):
        node["participants"] = [
            {**_kept(p, "name", "side", "office", "title"), "entity": f"urn:dragoman:{p['entity']}"}
            for p in entry["participants"]
        ]
    node["derivedFrom"] = [f"urn:sha256:{r['document']}" for r in entry["reports"]]
    node["evidence"] = [
        {
            "type": ["prov:Quotation", "oa:TextPositionSelector"],
            "prov:entity": {"id": f"urn:sha256:{span['document']}"},
            "exact": span["text"], "start": span["start"], "end": span["end"],
        }
        for span in entry["evidence"]
    ]  # fmt: skip
    return node


# FollowTheMoney -----------------------------------------------------------------------------

_SCHEMAS = {"person": "Person", "organization": "Organization"}


def write_ftm(source: Source, folder: Path) -> list[Path]:
    """People and organisations as FollowTheMoney entities, one a line; gives the file."""
    return [write_lines(folder / "entities.ftm.json", _ftm(source))]


def _ftm(source: Source) -> Iterator[JsonObject]:
    roles = _roles(source)
    for entity in source.entities():
        schema = _SCHEMAS.get(entity["kind"])
        if schema is None:
            continue
        others = sorted({n for n in entity["names"].values() if n != entity["name"]})
        properties: dict[str, list[str]] = {"name": [entity["name"], *others]}
        country = _iso2(entity["country"])
        if country:
            properties["country"] = [country]
        if entity["wikidata"]:
            properties["wikidataId"] = [entity["wikidata"]]
        if entity["id"] in roles:
            properties["position"] = sorted(roles[entity["id"]])
        name = entity["id"] if entity["wikidata"] == entity["id"] else f"dragoman-{entity['id']}"
        yield {"id": name, "schema": schema, "properties": properties, "datasets": ["dragoman"]}


def _roles(source: Source) -> dict[str, set[str]]:
    """The titles, or offices, that people are named with."""
    found: dict[str, set[str]] = {}
    for entry in source.entries("engagement"):
        for person in entry["participants"]:
            role = person["title"] or (person["office"] or "").replace("_", " ")
            if role:
                found.setdefault(person["entity"], set()).add(role)
    return found


def _iso2(code: str | None) -> str | None:
    """The two letters that FollowTheMoney knows a country by."""
    polity: Any = load_polities().get(code or "")
    return polity.iso2.lower() if polity and polity.iso2 else None
