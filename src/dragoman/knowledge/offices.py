"""The classes of office that a reading speaks of, with their rank and the sector they act for."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.core.errors import DataError

_TABLE = "knowledge/data/offices.csv"
LEVELS = ("leader", "minister", "official")


@dataclass(frozen=True, slots=True)
class Office:
    """A class of office such as `foreign_minister`.

    `rank` orders the classes, 1 the highest: of somebody named with several offices the one with
    the lowest number counts. `sector` is the PLOVER sector the holder acts for (`GOV`, `MIL`...).
    `level` is how high a contact between holders is: `leader`, `minister` or `official`.
    """

    name: str
    rank: int
    sector: str
    level: str


@cache
def load_offices() -> dict[str, Office]:
    """All classes of office by name, the highest first.

    Raises:
        DataError: a row is incomplete, or a class or a rank stands twice.
    """
    text = files("dragoman").joinpath(_TABLE).read_text(encoding="utf-8")
    offices: dict[str, Office] = {}
    ranks: set[int] = set()
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        name, rank, sector = row.get("office"), row.get("rank"), row.get("sector")
        level = row.get("level")
        if not (name and rank and rank.isdigit() and sector and level in LEVELS):
            raise DataError(
                f"{_TABLE}:{line}: give office, rank (a number), sector and level: {row}"
            )
        if name in offices or int(rank) in ranks:
            raise DataError(f"{_TABLE}:{line}: {name} or its rank {rank} stands twice; keep one")
        ranks.add(int(rank))
        offices[name] = Office(name, int(rank), sector, level)
    return dict(sorted(offices.items(), key=lambda item: item[1].rank))


def highest(names: list[str]) -> str:
    """The highest of the given classes of office.

    Raises:
        DataError: one of them is no class of office.
        ValueError: none are given.
    """
    offices = load_offices()
    for name in names:
        if name not in offices:
            raise DataError(f"no class of office is called {name!r}; add it to {_TABLE}")
    return min(names, key=lambda name: offices[name].rank)
