"""What is wrong with the tables of knowledge, all of it at once.

Loading stops at the first broken row of a table; these checks read all rows of all tables, name
every problem with file and line, and say what to do. What looks wrong and is right stands in
`exceptions.csv` with the reason; an exception that nothing needs is a problem of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from dragoman.core.errors import DataError
from dragoman.knowledge.layers import layer_problems, reversed_dates
from dragoman.knowledge.name_checks import Names, name_problems
from dragoman.knowledge.people import shipped_people
from dragoman.knowledge.tables import DATA, PACKS, Row, Table, pack_codes, package, read_table
from dragoman.knowledge.tenures import Tenure, read_bounds

COLUMNS = {
    "exceptions": ("kind", "subject", "from", "to", "reason"),
    "frameworks": ("id", "name", "kind", "parties", "wikidata"),
    "milestones": ("id", "name", "start", "end", "kind", "sides", "fresh"),
    "odd_letters": ("language", "letter", "instead"),
    "offices": ("office", "rank", "sector", "level"),
    "organizations": ("id", "side", "name", "kind", "wikidata", "members"),
    "people": ("id", "name", "polity", "gender", "wikidata", "sources"),
    "places": (
        "id",
        "name",
        "polity",
        "city",
        "latitude",
        "longitude",
        "population",
        "kind",
        "note",
    ),
    "polities": (
        "code",
        "iso2",
        "wikidata",
        "name",
        "capital",
        "names_fr",
        "names_ja",
        "name_order",
        "note",
    ),
    "tenures": ("person", "side", "office", "title", "from", "to", "sources"),
}
KEYS = {
    "frameworks": "id",
    "milestones": "id",
    "offices": "office",
    "organizations": "id",
    "people": "id",
    "places": "id",
    "polities": "code",
}
ONE_HOLDER = frozenset(
    {
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
    }
)
"""Offices that one person holds at a time, whatever the title."""
ONE_HOLDER_A_TITLE = frozenset(
    {
        "head_of_state",
        "crown_prince",
        "energy_minister",
        "trade_minister",
        "national_security_adviser",
        "org_head",
        "military_chief",
        "intelligence_chief",
    }
)
"""Offices that several hold at once under different titles: a king and a governor-general."""
_PERSON = re.compile(r"Q[1-9][0-9]*|p-[a-z0-9-]+").fullmatch
_LOOSE_SPACE = re.compile(r"\| | \||  ").search
_WIKIDATA = re.compile(r"(Q[1-9][0-9]*)?").fullmatch


@dataclass(frozen=True, slots=True)
class _Spell:
    """A tenure and where it stands."""

    where: str
    tenure: Tenure
    title: str


def knowledge_problems(root: Traversable | None = None) -> Iterator[str]:
    """Everything wrong with the tables of knowledge: "file:line: message", one a problem.

    Covers the names in the language packs, and, of the package's own tables, the user's layers.

    Args:
        root: The folder that stands for the package; the package itself where none is given.
    """
    folder = root or package()
    tables = {name: read_table(folder, *DATA, f"{name}.csv") for name in COLUMNS}
    used: set[str] = set()
    yield from _form(tables)
    yield from _ids(tables)
    yield from _people(tables)
    yield from _sides_named(tables)
    spells: list[_Spell] = []
    yield from _tenures(tables, spells)
    yield from _overlaps(spells, tables["exceptions"].rows, used)
    names = Names(
        keys={name: frozenset(r[key] for r in tables[name].rows) for name, key in KEYS.items()},
        sides=_sides(tables),
        homes={r["id"]: r["polity"] for r in tables["places"].rows},
        odd={(r["language"], r["letter"]): r["instead"] for r in tables["odd_letters"].rows},
        namesakes={r["subject"] for r in tables["exceptions"].rows if r["kind"] == "namesake"},
    )
    for code in pack_codes(folder):
        packs = {name: read_table(folder, *PACKS, code, f"{name}.csv") for name in KEYS}
        yield from name_problems(code, packs, names, used)
    yield from _exceptions(tables["exceptions"], used)
    if root is None:
        try:
            yield from layer_problems(shipped_people())
        except DataError as error:
            yield str(error)


def _sides(tables: dict[str, Table]) -> frozenset[str]:
    return frozenset(row["code"] for row in tables["polities"].rows) | frozenset(
        row["side"] for row in tables["organizations"].rows
    )


def _form(tables: dict[str, Table]) -> Iterator[str]:
    """Missing tables, wrong headers, rows of the wrong width, spaces and control characters."""
    for name, table in tables.items():
        yield from table.problems
        if table.columns and table.columns != COLUMNS[name]:
            yield f"{table.name}:1: the header must be {','.join(COLUMNS[name])}"
        for row in table.rows:
            text = "|".join(row.values)
            if not text.isprintable():
                yield f"{row.where}: a control or invisible character; delete it"
            if _LOOSE_SPACE(f"|{text}|"):
                yield f"{row.where}: a space too many; delete it"


def _ids(tables: dict[str, Table]) -> Iterator[str]:
    """Ids that are missing or stand twice, and Wikidata ids of two things of a kind."""
    for name, key in KEYS.items():
        seen: dict[str, str] = {}
        items: dict[str, str] = {}
        for row in tables[name].rows:
            if not row[key]:
                yield f"{row.where}: no {key}; give one"
            elif row[key] in seen:
                yield f"{row.where}: {row[key]} stands in {seen[row[key]]} too; keep one"
            seen.setdefault(row[key], row.where)
            if "name" in row.columns and not row["name"]:
                yield f"{row.where}: {row[key]} has no name; give one"
            item = row["wikidata"]
            if not _WIKIDATA(item):
                yield f"{row.where}: ‘{item}’ is no Wikidata Q-id"
            elif item and item in items:
                yield f"{row.where}: {item} is {items[item]} too; merge the two or correct one"
            items.setdefault(item, row[key])


def _people(tables: dict[str, Table]) -> Iterator[str]:
    """What is wrong with people by themselves."""
    for row in tables["people"].rows:
        if not _PERSON(row["id"]):
            yield f"{row.where}: ‘{row['id']}’ is neither a Q-id nor p- and a name"
        if row["id"].startswith("Q") and row["wikidata"] != row["id"]:
            yield f"{row.where}: {row['id']} is ‘{row['wikidata']}’ in Wikidata; make them one"
        if row["gender"] not in ("", "f", "m"):
            yield f"{row.where}: gender ‘{row['gender']}’ is none of f and m"
        if not all(row["sources"].split("|")):
            yield f"{row.where}: {row['id']} has no source; name one of SOURCES.toml"


def _sides_named(tables: dict[str, Table]) -> Iterator[str]:
    """People, places, organisations and frameworks of unknown polities or sides."""
    polities = {row["code"] for row in tables["polities"].rows}
    sides = _sides(tables) | {row["id"] for row in tables["organizations"].rows}
    for name in ("people", "places"):
        for row in tables[name].rows:
            if row["polity"] and row["polity"] not in polities:
                yield f"{row.where}: ‘{row['polity']}’ is no polity of polities.csv"
    for row in tables["places"].rows:
        if not (row["polity"] or row["note"]):
            yield f"{row.where}: {row['id']} lies in no polity; say why in a note"
    for row in tables["milestones"].rows:
        if row["end"] < row["start"]:
            yield f"{row.where}: ends {row['end']} before it begins {row['start']}; correct them"
    for name, column in (
        ("organizations", "members"),
        ("frameworks", "parties"),
        ("milestones", "sides"),
    ):
        for row in tables[name].rows:
            for code in filter(None, row[column].split("|")):
                if code not in sides:
                    yield f"{row.where}: ‘{code}’ among the {column} is no known side"


def _tenures(tables: dict[str, Table], spells: list[_Spell]) -> Iterator[str]:
    """What is wrong with single tenures; those with readable dates go to `spells`."""
    people = {row["id"] for row in tables["people"].rows}
    offices = {row["office"] for row in tables["offices"].rows}
    sides = _sides(tables)
    seen: dict[tuple[str, ...], str] = {}
    held = {row["person"] for row in tables["tenures"].rows}
    for row in tables["people"].rows:
        if row["id"] not in held:
            yield f"{row.where}: {row['id']} holds no office; add a tenure or delete the row"
    for row in tables["tenures"].rows:
        for column, known in (("person", people), ("side", sides), ("office", offices)):
            if row[column] not in known:
                yield f"{row.where}: unknown {column} ‘{row[column]}’; list it or correct it"
        for column in ("title", "sources"):
            if not all(row[column].split("|")):
                yield f"{row.where}: no {column}; give it"
        told = tuple(row.values)[:-1]
        if told in seen:
            yield f"{row.where}: says what {seen[told]} says; keep one"
        seen[told] = row.where
        try:
            start, end = read_bounds(row["from"]), read_bounds(row["to"])
        except (ValueError, IndexError):
            yield f"{row.where}: {row['from']} to {row['to']}: write dates as 2023-09-13"
            continue
        tenure = Tenure(
            row["person"], row["side"], row["office"], row["title"], *start, *end, sources=()
        )
        if reversed_dates(tenure):
            yield f"{row.where}: ends {row['to']} before it begins {row['from']}; correct them"
        else:
            spells.append(_Spell(row.where, tenure, row["title"]))


def _overlaps(spells: list[_Spell], exceptions: tuple[Row, ...], used: set[str]) -> Iterator[str]:
    """Offices of one holder that two people surely held for more than the day of change."""
    groups: defaultdict[tuple[str, str, str], list[_Spell]] = defaultdict(list)
    for spell in spells:
        office = spell.tenure.office
        if office in ONE_HOLDER:
            groups[spell.tenure.side, office, ""].append(spell)
        elif office in ONE_HOLDER_A_TITLE:
            groups[spell.tenure.side, office, spell.title].append(spell)
    allowed = defaultdict(list)
    for row in exceptions:
        if row["kind"] == "overlap":
            allowed[row["subject"]].append(row)
    for (side, office, _), group in groups.items():
        for one, other, first, last in _shared(group):
            excused = [
                row
                for row in allowed[f"{side} {office}"]
                if row["from"] <= first.isoformat()
                and (not row["to"] or last.isoformat() <= row["to"])
            ]
            if excused:
                used.add(excused[0].where)
                continue
            until = "today" if last == date.max else last.isoformat()
            yield (
                f"{other.where}: {other.tenure.person} and {one.tenure.person} ({one.where}) were "
                f"both {side} {office} from {first} to {until}; correct the dates, or say in "
                "exceptions.csv why"
            )


def _shared(group: list[_Spell]) -> Iterator[tuple[_Spell, _Spell, date, date]]:
    """Pairs of tenures by different people and the first and last day they surely share."""
    sure: list[tuple[date, date, _Spell]] = []
    for spell in group:
        end = date.max if spell.tenure.current else spell.tenure.to_earliest
        if spell.tenure.from_latest and end:
            sure.append((spell.tenure.from_latest, end, spell))
    sure.sort(key=lambda item: item[:2])
    for i, (_, end, one) in enumerate(sure):
        for start, other_end, other in sure[i + 1 :]:
            if start >= end:
                break
            last = min(end, other_end)
            if start < last and one.tenure.person != other.tenure.person:
                yield one, other, start, last


def _exceptions(table: Table, used: set[str]) -> Iterator[str]:
    """Exceptions without a reason, of an unknown kind, or that nothing needs."""
    for row in table.rows:
        if not row["reason"]:
            yield f"{row.where}: {row['subject']}: give the reason"
        if row["kind"] not in ("overlap", "namesake"):
            yield f"{row.where}: kind ‘{row['kind']}’ is none of overlap and namesake"
        elif row["kind"] == "overlap" and row.where not in used:
            yield f"{row.where}: nobody overlaps as {row['subject']}; delete the exception"
        elif row["kind"] == "namesake" and row["subject"] not in used:
            yield f"{row.where}: nobody shares the name {row['subject']}; delete the exception"
