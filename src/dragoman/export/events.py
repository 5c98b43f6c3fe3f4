"""Events as tables that programs for PLOVER (POLECAT) and for CAMEO (GDELT) read.

Column names follow POLECAT's weekly files and GDELT's event table; columns that nothing is known
for are left out of the first and empty in the second, whose readers count columns.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from dragoman.export.source import Source
from dragoman.knowledge.polities import load_polities
from dragoman.store.recorded import find_entities

Json = Mapping[str, Any]


class _Rows(Protocol):
    def writerow(self, row: Iterable[Any], /) -> Any: ...  # noqa: ANN401


Cell = Callable[["Row"], Any]
QUADS = {"verbal-coop": 1, "material-coop": 2, "verbal-conflict": 3, "material-conflict": 4}
"""The quad classes as numbers, in GDELT's order."""


class Row:
    """An event with the names of who it is about."""

    def __init__(self, event: Json, names: Mapping[str, str]) -> None:
        self.event = event
        self._names = names
        self.day = (event["date"] or {}).get("earliest") or event["first_report"] or ""

    def name(self, end: str) -> str:
        """The name of the person, or of the side, at one end."""
        key = self.event[f"{end}_entity"] or self.event[end]
        return self._names.get(key, self.event[end])

    def side_name(self, end: str) -> str:
        """The name of the side at one end."""
        return self._names.get(self.event[end], self.event[end])

    def actor(self, end: str) -> str:
        """Side and sector as CAMEO joins them, such as JPNGOV."""
        return f"{self.event[end]}{self.event[f'{end}_sector'] or ''}"

    def polity(self, end: str) -> str:
        """The code of the side, where it is a polity."""
        return self.event[end] if self.event[end] in load_polities() else ""


def _key(name: str) -> Cell:
    return lambda row: row.event[name]


def _joined(name: str) -> Cell:
    return lambda row: ";".join(row.event[name])


PLOVER: dict[str, tuple[Cell, str]] = {
    "Event ID": (_key("id"), "Id of the entry"),
    "Event Date": (lambda r: r.day, "First day on which it can lie, or of the first report"),
    "Event Type": (_key("type"), "PLOVER type"),
    "Event Mode": (_key("mode"), "PLOVER mode"),
    "Intensity": (_key("score"), "PLOVER score, -10 to 10"),
    "Quad Code": (_key("quad"), "Quad class, in words"),
    "Contexts": (_joined("contexts"), "PLOVER contexts, joined by ;"),
    "Actor Name": (lambda r: r.name("source"), "Person, or side where nobody is named"),
    "Actor Country": (_key("source"), "Code of the side that acts"),
    "Primary Actor Sector": (_key("source_sector"), "PLOVER sector"),
    "Recipient Name": (lambda r: r.name("target"), "Person, or side where nobody is named"),
    "Recipient Country": (_key("target"), "Code of the side that it is done to"),
    "Primary Recipient Sector": (_key("target_sector"), "PLOVER sector"),
    "Wikidata Actor ID": (_key("source_entity"), "Id of the person: Wikidata, or a hash"),
    "Wikidata Recipient ID": (_key("target_entity"), "Id of the person: Wikidata, or a hash"),
    "Status": (_key("status"), "happened, planned, denied, hypothetical, historical"),
    "Source": (lambda r: ";".join(x["outlet"] or "" for x in r.event["reports"]),
               "Outlets, joined by ;"),
    "Publication Date": (_key("first_report"), "Day of the first report"),
    "Language": (lambda r: ";".join(sorted({x["language"] or "" for x in r.event["reports"]})),
                 "Languages of the reports"),
    "Confidence": (_key("confidence"), "0 to 1"),
    "Rule": (_key("rule"), "The rule that read it"),
}  # fmt: skip
"""Columns of the PLOVER table: how each is made, and what it holds."""


def _year_part(row: Row) -> str:
    if not row.day:
        return ""
    day = date.fromisoformat(row.day)
    return f"{day.year + (day.timetuple().tm_yday - 1) / 365:.4f}"


def _digits(length: int) -> Cell:
    return lambda row: row.day.replace("-", "")[:length]


def _actor(number: int, end: str) -> dict[str, tuple[Cell, str]]:
    head = f"Actor{number}"
    made: dict[str, tuple[Cell, str]] = {
        "Code": (lambda r: r.actor(end), "Side and sector joined, such as JPNGOV"),
        "Name": (lambda r: r.name(end).upper(), "Person, or side where nobody is named"),
        "CountryCode": (lambda r: r.polity(end), "Code of the polity"),
        "KnownGroupCode": (lambda r: "" if r.polity(end) else r.event[end],
                           "Code of the organisation, where it is no polity"),
    }  # fmt: skip
    for part in ("EthnicCode", "Religion1Code", "Religion2Code"):
        made[part] = (lambda r: "", "Empty")
    made["Type1Code"] = (lambda r: r.event[f"{end}_sector"], "PLOVER sector")
    for part in ("Type2Code", "Type3Code"):
        made[part] = (lambda r: "", "Empty")
    return {head + key: value for key, value in made.items()}


def _place(head: str) -> dict[str, tuple[Cell, str]]:
    names = ("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_Lat",
             "Geo_Long", "Geo_FeatureID")  # fmt: skip
    return {
        f"{head}{name}": (lambda r: "", "Empty: readings do not place events") for name in names
    }


CAMEO: dict[str, tuple[Cell, str]] = {
    "GLOBALEVENTID": (_key("id"), "Id of the entry (a hash, not a number)"),
    "SQLDATE": (_digits(8), "First day on which it can lie, YYYYMMDD"),
    "MonthYear": (_digits(6), "YYYYMM"),
    "Year": (_digits(4), "YYYY"),
    "FractionDate": (_year_part, "Year and share of it"),
    **_actor(1, "source"),
    **_actor(2, "target"),
    "IsRootEvent": (lambda r: 1 if r.event["status"] == "happened" else 0,
                    "1 where it happened"),
    "EventCode": (_key("cameo"), "The nearest CAMEO code"),
    "EventBaseCode": (lambda r: (r.event["cameo"] or "")[:3], "Its first three digits"),
    "EventRootCode": (lambda r: (r.event["cameo"] or "")[:2], "Its first two digits"),
    "QuadClass": (lambda r: QUADS.get(r.event["quad"], ""),
                  "1 verbal cooperation, 2 material cooperation, 3 and 4 conflict"),
    "GoldsteinScale": (_key("score"), "PLOVER's score, which is of the same scale"),
    "NumMentions": (lambda r: len(r.event["evidence"]), "Stretches of text that say so"),
    "NumSources": (_key("sources"), "Independent sources"),
    "NumArticles": (lambda r: len(r.event["reports"]), "Documents that tell it"),
    "AvgTone": (lambda r: "", "Empty"),
    **_place("Actor1"),
    **_place("Actor2"),
    **_place("Action"),
    "DATEADDED": (lambda r: (r.event["first_report"] or "").replace("-", ""),
                  "Day of the first report, YYYYMMDD"),
    "SOURCEURL": (lambda r: r.event["reports"][0]["uri"], "Where the first report was found"),
}  # fmt: skip
"""Columns of the CAMEO table, in GDELT's order: how each is made, and what it holds."""


def write_events(
    source: Source, path: Path, columns: Mapping[str, tuple[Cell, str]], delimiter: str
) -> Path:
    """A table of all events with the given columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        rows.writerow(columns)
        some: list[Json] = []
        for event in source.entries("event"):
            some.append(event)
            if len(some) == 500:
                _write(source, rows, some, columns)
                some = []
        _write(source, rows, some, columns)
    return path


def _write(
    source: Source,
    rows: _Rows,
    events: list[Json],
    columns: Mapping[str, tuple[Cell, str]],
) -> None:
    keys = {e[k] for e in events for k in ("source", "target", "source_entity", "target_entity")}
    found = find_entities(source.connection, {str(key) for key in keys if key})
    names = {key: str(entity["name"]) for key, entity in found.items()}
    for event in events:
        row = Row(event, names)
        rows.writerow(["" if (v := read(row)) is None else v for read, _ in columns.values()])
