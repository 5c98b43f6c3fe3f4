"""The columns of the flat tables: one list serves CSV, Parquet and the codebook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Json = Mapping[str, Any]
Kind = Literal["text", "texts", "day", "number", "whole", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, kind, what it holds in words, and how it is taken from a record."""

    name: str
    kind: Kind
    about: str
    read: Callable[[Json], Any]


def _at(*path: str) -> Callable[[Json], Any]:
    """What stands at a path in a record; None where a part of it is missing."""

    def read(record: Json) -> Any:  # noqa: ANN401
        found: Any = record
        for key in path:
            if found is None:
                return None
            found = found.get(key)
        return found

    return read


def _each(key: str, part: str) -> Callable[[Json], Any]:
    return lambda record: [item[part] or "" for item in record.get(key) or ()]


def _quotes(record: Json) -> list[str]:
    return [span["text"] for span in record["evidence"]]


def _places(record: Json) -> list[str]:
    return [f"{s['document']}:{s['start']}-{s['end']}" for s in record["evidence"]]


def _conflicts(record: Json) -> list[str]:
    return [conflict["field"] for conflict in record["conflicts"]]


def _about(key: str, kind: Kind, about: str) -> Column:
    return Column(key, kind, about, _at(key))


ID = _about("id", "text", "Id of the entry: a hash, the same in every ledger of the same documents")
DATE = (
    Column("date_earliest", "day", "First day on which it can lie", _at("date", "earliest")),
    Column("date_latest", "day", "Last day on which it can lie", _at("date", "latest")),
    Column("date_basis", "text", "How that is known: explicit, relative, inferred",
           _at("date", "basis")),
)  # fmt: skip
STATUS = _about("status", "text", "happened, planned, cancelled, denied; events also hypothetical, "
                "historical")  # fmt: skip
TOPICS = _about("topics", "texts", "What it was about, by code")
PART = _about("engagement", "text", "Id of the engagement that it belongs to")
TOLD = (
    _about("confidence", "number", "How sure, 0 to 1: one less the chance that all sources err"),
    _about("standing", "text", "read, or accepted, edited, added by people"),
    _about("sources", "whole", "Independent sources: copies, one outlet, one agency count once"),
    Column("reports", "whole", "Documents that tell it", lambda r: len(r["reports"])),
    _about("first_report", "day", "Day of the first report"),
    _about("last_report", "day", "Day of the last report"),
    Column("conflicts", "texts", "Fields on which reports disagree", _conflicts),
    Column("documents", "texts", "Ids of the documents", _each("reports", "document")),
    Column("outlets", "texts", "Their outlets, empty where unknown", _each("reports", "outlet")),
    Column("languages", "texts", "Their languages", _each("reports", "language")),
    Column("evidence", "texts", "The words that say so", _quotes),
    Column("evidence_at", "texts", "Where these stand: document:start-end in code points of the "
           "raw text, half open", _places),
)  # fmt: skip

TABLES: dict[str, tuple[Column, ...]] = {
    "engagements": (
        ID,
        _about("kind", "text", "meeting, call, visit, consultations, summit, conference, letter, "
               "signing, ceremony"),
        STATUS,
        _about("sides", "texts", "Codes of the sides, sorted"),
        Column("people", "texts", "Who took part, as named", _each("participants", "name")),
        Column("people_ids", "texts", "Their ids, in the same order",
               _each("participants", "entity")),
        Column("people_sides", "texts", "Their sides", _each("participants", "side")),
        Column("people_offices", "texts", "Their offices", _each("participants", "office")),
        *DATE,
        Column("country", "text", "Where, by code", _at("place", "country")),
        Column("city", "text", "Where, in English", _at("place", "city")),
        _about("part_of", "text", "Id of the engagement that it is part of"),
        _about("sidelines_of", "text", "The gathering beside which it was"),
        _about("round", "whole", "Number of the round"),
        _about("duration_minutes", "whole", "How long"),
        TOPICS,
        *TOLD,
    ),
    "statements": (
        ID,
        PART,
        _about("speaker", "text", "Id of who spoke: a person, or the side itself"),
        _about("side", "text", "The speaker's side"),
        _about("target", "text", "The side spoken of"),
        _about("act", "text", "PLOVER type of the act of saying it"),
        _about("mode", "text", "PLOVER mode"),
        _about("gist", "text", "What was said, as the surest report puts it"),
        _about("quoted", "flag", "Whether a report gives the speaker's own words"),
        *DATE,
        TOPICS,
        *TOLD,
    ),
    "outcomes": (
        ID,
        PART,
        _about("kind", "text", "instrument, agreement, pledge, invitation, plan"),
        _about("parties", "texts", "Codes of those who commit themselves"),
        _about("to", "texts", "Codes of those who benefit"),
        _about("instrument", "text", "Name of the text, as given"),
        *DATE,
        TOPICS,
        *TOLD,
    ),
    "events": (
        ID,
        PART,
        _about("statement", "text", "Id of the statement that it is"),
        _about("source", "text", "Code of who acts"),
        _about("target", "text", "Code of whom it is done to"),
        _about("source_entity", "text", "Id of the person who acts"),
        _about("target_entity", "text", "Id of the person it is done to"),
        _about("source_sector", "text", "PLOVER sector of who acts"),
        _about("target_sector", "text", "PLOVER sector of the other"),
        _about("type", "text", "PLOVER type"),
        _about("mode", "text", "PLOVER mode"),
        _about("contexts", "texts", "PLOVER contexts"),
        _about("quad", "text", "verbal-coop, material-coop, verbal-conflict, material-conflict"),
        _about("score", "number", "PLOVER score, -10 to 10"),
        _about("cameo", "text", "The nearest CAMEO code"),
        STATUS,
        *DATE,
        _about("rule", "text", "The rule that read it"),
        *TOLD,
    ),
    "documents": (
        Column("id", "text", "SHA-256 of the raw bytes", _at("id")),
        _about("uri", "text", "Path or address as given"),
        _about("url", "text", "Address of the page"),
        _about("outlet", "text", "Who published it"),
        _about("agency", "text", "News agency credited"),
        _about("language", "text", "Main language"),
        _about("title", "text", "Title"),
        Column("published_earliest", "day", "First day on which it can have been published",
               _at("published", "earliest")),
        Column("published_latest", "day", "Last such day", _at("published", "latest")),
        _about("report", "text", "Id of the first of its near duplicates, its own if it has none"),
        _about("recorded", "text", "When it was recorded, UTC"),
    ),
    "entities": (
        Column("id", "text", "Wikidata id, code, or a hash of name and side", _at("id")),
        _about("kind", "text", "person, polity, organization, framework, place"),
        _about("name", "text", "Usual name"),
        Column("names", "texts", "Names by language, as language:name",
               lambda r: [f"{code}:{name}" for code, name in sorted(r["names"].items())]),
        _about("country", "text", "Side, by code"),
        _about("wikidata", "text", "Wikidata id"),
    ),
}  # fmt: skip
"""The columns of each table, in their order."""
FAMILY = {"engagements": "engagement", "statements": "statement", "outcomes": "outcome",
          "events": "event"}  # fmt: skip
