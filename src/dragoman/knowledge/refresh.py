"""Which fetched tenures the shipped tables lack, and how they are written as a layer."""

import csv
import io
import os
import shutil
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dragoman.core.fold import fold
from dragoman.knowledge.layers import (
    NAME_COLUMNS,
    NAMES,
    PEOPLE,
    TENURES,
    may_meet,
    reversed_dates,
)
from dragoman.knowledge.people import Tenure, shipped_people, shipped_tenures
from dragoman.knowledge.tables import PACKS, pack_codes, package, read_table
from dragoman.knowledge.tenures import PEOPLE_COLUMNS, TENURE_COLUMNS, read_bounds

SOURCE = "wikidata"
LATEST = 5
"""Of how many of the last holders the usual title is taken."""

FetchNames = Callable[[Iterable[str]], Iterable[tuple[str, str, str]]]
"""Gives language, Q-id and name for Q-ids."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A fetched tenure: a Q-id, the code of a side, an office, dates as the tables write them."""

    person: str
    side: str
    office: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The rows of a layer's three tables; `contradicted` tenures were not taken."""

    people: tuple[tuple[str, ...], ...]
    tenures: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]
    contradicted: int


@dataclass(slots=True)
class _Shipped:
    """The shipped tables, to be asked by name and by office."""

    by_wikidata: dict[str, str]
    by_office: dict[tuple[str, str], list[Tenure]] = field(default_factory=dict)
    by_form: dict[str, set[str]] = field(default_factory=dict)
    forms: set[tuple[str, str, str]] = field(default_factory=set)

    @classmethod
    def read(cls) -> "_Shipped":
        people = shipped_people().values()
        shipped = cls({person.wikidata: person.id for person in people if person.wikidata})
        for tenure in shipped_tenures():
            shipped.by_office.setdefault((tenure.side, tenure.office), []).append(tenure)
        for code in pack_codes(package()):
            for row in read_table(package(), *PACKS, code, PEOPLE).rows:
                shipped.by_form.setdefault(fold(row["form"]), set()).add(row["id"])
                shipped.forms.add((code, row["id"], fold(row["form"])))
        return shipped

    def whom(self, holding: Holding, names: Iterable[str]) -> str:
        """The id of whom a tenure is about: by Q-id, else by name among the office's holders."""
        known = self.by_wikidata.get(holding.person)
        if known:
            return known
        named = {key for name in names for key in self.by_form.get(fold(name), ())}
        held = {t.person for t in self.by_office.get((holding.side, holding.office), ())}
        found = named & held
        return found.pop() if len(found) == 1 else holding.person


def compile_layer(holdings: Iterable[Holding], fetch_names: FetchNames) -> Layer:
    """What fetched tenures add to the shipped tables, or end there.

    A tenure that the shipped table tells with both ends is left as it is there; one that it leaves
    open gets the fetched end; one that it lacks is added, unless the shipped table is sure of
    somebody else at that time. People without a name in Latin script are left out.
    """
    shipped = _Shipped.read()
    wanted = _bounded(holdings)
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for language, key, name in fetch_names({h.person for h in wanted}):
        if name.isprintable():
            names[key].setdefault(language, name)
    ids = {h: shipped.whom(h, names[h.person].values()) for h in wanted}
    contradicted = 0
    tenures: set[tuple[str, ...]] = set()
    added: dict[str, str] = {}
    for holding, key in ids.items():
        if key not in shipped_people() and not _latin(names[holding.person].values()):
            continue
        row, against = _row(holding, key, shipped)
        contradicted += against
        if row:
            tenures.add(row)
            added[key] = holding.person
    people = [_person_row(key, wikidata, names[wikidata], ids) for key, wikidata in added.items()]
    forms = {
        (language, key, name)
        for key, wikidata in added.items()
        for language, name in names[wikidata].items()
        if (language, key, fold(name)) not in shipped.forms
    }
    return Layer(
        tuple(sorted(people)),
        tuple(sorted(tenures, key=lambda row: (row[1], row[2], row[4], row[0]))),
        tuple(sorted(forms, key=lambda row: (row[1], row[0], row[2]))),
        contradicted,
    )


def _bounded(holdings: Iterable[Holding]) -> list[Holding]:
    """The tenures whose dates make sense, an open end bounded by the next holder's start."""
    groups: defaultdict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in filter(_sensible, dict.fromkeys(holdings)):
        groups[holding.side, holding.office].append(holding)
    found: list[Holding] = []
    for group in groups.values():
        group.sort(key=lambda h: (h.start, h.end, h.person))
        for at, holding in enumerate(group):
            later = [h for h in group[at + 1 :] if h.person != holding.person]
            end = holding.end
            if not end and later and later[0].start[:10] > holding.start:
                end = f"{holding.start}/{later[0].start}"
            found.append(replace(holding, end=end))
    return found


def _sensible(holding: Holding) -> bool:
    try:
        return not reversed_dates(_tenure(holding, holding.person, ""))
    except ValueError:
        return False


def _tenure(holding: Holding, key: str, title: str) -> Tenure:
    return Tenure(
        key, holding.side, holding.office, title,
        *read_bounds(holding.start), *read_bounds(holding.end), sources=(SOURCE,),
    )  # fmt: skip


def _row(holding: Holding, key: str, shipped: _Shipped) -> tuple[tuple[str, ...] | None, bool]:
    """The row that a tenure adds, if any, and whether the shipped table contradicts it."""
    known = shipped.by_office.get((holding.side, holding.office), [])
    fetched = _tenure(holding, key, "")
    for old in known:
        if old.person == key and may_meet(old, fetched):
            told = old.to_earliest is not None and old.to_latest is not None
            if told or not holding.end or holding.end.endswith("/.."):
                return None, False
            sources = "|".join(dict.fromkeys((*old.sources, SOURCE)))
            start = write_bounds(old.from_earliest, old.from_latest)
            return (key, old.side, old.office, old.title, start, holding.end, sources), False
    if any(_rivals(old, fetched) for old in known):
        return None, True
    titles = Counter(old.title for old in known[-LATEST:])
    title = max(titles, key=lambda t: titles[t], default=holding.office.replace("_", " "))
    return (
        key, holding.side, holding.office, title, holding.start, holding.end, SOURCE
    ), False  # fmt: skip


def _rivals(old: Tenure, new: Tenure) -> bool:
    """True where an ended tenure surely shares more than the day of change with a new one."""
    if not (old.from_latest and old.to_earliest and new.from_latest):
        return False
    end = date.max if new.current else new.to_earliest
    return end is not None and max(old.from_latest, new.from_latest) < min(old.to_earliest, end)


def write_bounds(earliest: date | None, latest: date | None) -> str:
    """A date as the tables write it; the inverse of `read_bounds`."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest and earliest is not None:
        return earliest.isoformat()
    return f"{earliest or '..'}/{latest or '..'}"


def _latin(names: Iterable[str]) -> str:
    """The first of some names that is written in Latin letters; empty where none is."""
    for name in names:
        letters = [c for c in name if c.isalpha()]
        if letters and all(unicodedata.name(c, "").startswith("LATIN") for c in letters):
            return name
    return ""


def _person_row(
    key: str, wikidata: str, names: dict[str, str], ids: dict[Holding, str]
) -> tuple[str, ...]:
    known = shipped_people().get(key)
    if known:
        sources = dict.fromkeys((*known.sources, SOURCE))
        return (
            key, known.name, known.polity, known.gender, known.wikidata or wikidata,
            "|".join(sources),
        )  # fmt: skip
    home = next(h.side for h, other in ids.items() if other == key)
    return key, _latin(names.values()), home, "", wikidata, SOURCE


def write_layer(folder: Path, layer: Layer) -> None:
    """Writes a layer's three tables as a folder, in place of what stood there, all or none.

    Raises:
        OSError: the folder cannot be written; what stood there still stands.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    old = fresh.with_name(fresh.name + "-old")
    try:
        _write(fresh / PEOPLE, PEOPLE_COLUMNS, layer.people)
        _write(fresh / TENURES, TENURE_COLUMNS, layer.tenures)
        _write(fresh / NAMES, NAME_COLUMNS, layer.names)
        fresh.chmod(0o755)
        if folder.exists():
            os.replace(folder, old)
        try:
            os.replace(fresh, folder)
        except OSError:
            if old.exists():
                os.replace(old, folder)
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())
        file.flush()
        os.fsync(file.fileno())
