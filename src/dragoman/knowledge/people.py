"""Who held which office when: people in public office and their tenures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.knowledge.layers import lay_people, lay_tenures, user_names
from dragoman.knowledge.tenures import (
    Person,
    Tenure,
    parse_people,
    parse_tenures,
    read_bounds,
)

__all__ = [
    "Person",
    "Tenure",
    "Tenures",
    "all_tenures",
    "holders",
    "load_people",
    "load_tenures",
    "load_user_names",
    "read_bounds",
    "shipped_people",
    "shipped_tenures",
]

_PEOPLE = "knowledge/data/people.csv"
_TENURES = "knowledge/data/tenures.csv"


def _text(table: str) -> str:
    return files("dragoman").joinpath(table).read_text(encoding="utf-8")


@cache
def shipped_people() -> dict[str, Person]:
    """Everybody in the shipped table by id; do not change the mapping you get.

    Raises:
        DataError: a row is incomplete or an id stands twice.
    """
    return parse_people(_text(_PEOPLE), _PEOPLE)


@cache
def shipped_tenures() -> tuple[Tenure, ...]:
    """The tenures of the shipped table, by side, office and first day.

    Raises:
        DataError: a row is incomplete or one of its dates cannot be read.
    """
    return tuple(tenure for _, tenure in parse_tenures(_text(_TENURES), _TENURES))


@cache
def load_people() -> dict[str, Person]:
    """Everybody in the shipped table by id, and in the user's layers, which win.

    A broken file of the user is left out with one warning.

    Raises:
        DataError: a row of the shipped table is incomplete or an id stands twice.
    """
    return lay_people(shipped_people())


@cache
def load_tenures() -> tuple[Tenure, ...]:
    """All tenures, by side, office and first day, those of the user's layers among them.

    A broken file of the user is left out with one warning.

    Raises:
        DataError: a row of the shipped table is incomplete or one of its dates cannot be read.
    """
    return lay_tenures(shipped_tenures(), load_people())


@cache
def load_user_names() -> tuple[tuple[str, str, str], ...]:
    """Names of people in the user's layers: language, id and form; none where there are none."""
    return user_names(load_people())


def holders(
    tenures: Iterable[Tenure], side: str, office: str, day: date | None
) -> tuple[Tenure, ...]:
    """Who may have held an office of a side on a day, those who surely did first.

    Somebody whose end is unknown is left out where a later holder of the same title surely
    held it. With no day, everybody who ever held it.
    """
    those = [t for t in tenures if t.side == side and t.office == office]
    if day is None:
        return tuple(those)
    sure = [t for t in those if t.surely(day)]
    taken = {t.title for t in sure}
    maybe = [t for t in those if t.possibly(day) and t not in sure]
    kept = [t for t in maybe if t.to_latest is not None or t.title not in taken]
    return (*sure, *kept)


@dataclass(frozen=True, slots=True)
class Tenures:
    """Tenures to be asked for by person and by office."""

    all: tuple[Tenure, ...]
    _by_person: dict[str, tuple[Tenure, ...]] = field(repr=False)
    _by_office: dict[tuple[str, str], tuple[Tenure, ...]] = field(repr=False)

    @classmethod
    def build(cls, tenures: Iterable[Tenure]) -> "Tenures":
        """An index of the given tenures."""
        everything = tuple(tenures)
        by_person: defaultdict[str, list[Tenure]] = defaultdict(list)
        by_office: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in everything:
            by_person[tenure.person].append(tenure)
            by_office[tenure.side, tenure.office].append(tenure)
        return cls(
            everything,
            {key: tuple(value) for key, value in by_person.items()},
            {key: tuple(value) for key, value in by_office.items()},
        )

    def of_person(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person; none for an unknown id."""
        return self._by_person.get(person, ())

    def of_office(self, side: str, office: str) -> tuple[Tenure, ...]:
        """All tenures of an office of a side."""
        return self._by_office.get((side, office), ())

    def holders(self, side: str, office: str, day: date | None) -> tuple[Tenure, ...]:
        """Who may have held an office on a day, as `holders` says."""
        return holders(self.of_office(side, office), side, office, day)

    def of_person_on(self, person: str, day: date) -> tuple[Tenure, ...]:
        """The offices a person may have held on a day, the sure ones first."""
        mine = [t for t in self.of_person(person) if t.possibly(day)]
        return tuple(sorted(mine, key=lambda tenure: not tenure.surely(day)))


@cache
def all_tenures() -> Tenures:
    """The index of all tenures in the table."""
    return Tenures.build(load_tenures())
