"""Who held which office when: people in public office and their tenures."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.core.errors import DataError

_PEOPLE = "knowledge/data/people.csv"
_TENURES = "knowledge/data/tenures.csv"
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public office.

    `id` is the Wikidata id where known, else `p-` and the name; `name` the usual English spelling;
    `polity` the ISO 3166-1 alpha-3 code of the home polity; `gender` is `f`, `m` or empty.
    """

    id: str
    name: str
    polity: str
    gender: str
    wikidata: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """One spell of a person in one office of a side, its ends as precisely as they are known.

    The first day lies in `from_earliest`..`from_latest`, the last in `to_earliest`..`to_latest`;
    None leaves that bound open. Where both ends of the last day are None, the person is still in
    office as far as known. A start of "2023" lies in 2023-01-01..2023-12-31.
    """

    person: str
    side: str
    office: str
    title: str
    from_earliest: date | None
    from_latest: date | None
    to_earliest: date | None
    to_latest: date | None
    sources: tuple[str, ...]

    @property
    def current(self) -> bool:
        """True where no end is known, not even that there was one."""
        return self.to_earliest is None and self.to_latest is None

    def surely(self, day: date) -> bool:
        """True where the person certainly held the office on that day."""
        if self.from_latest is None or day < self.from_latest:
            return False
        return self.current or (self.to_earliest is not None and day <= self.to_earliest)

    def possibly(self, day: date) -> bool:
        """True where the person may have held the office on that day."""
        if self.from_earliest is not None and day < self.from_earliest:
            return False
        return self.to_latest is None or day <= self.to_latest


def _point(text: str) -> tuple[date, date]:
    """The first and last day of "2023", "2023-09" or "2023-09-13"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = date(parts[0], parts[1], parts[2])
        return day, day
    if len(parts) == 2:
        year, month = parts
        leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return date(year, month, 1), date(year, month, _MONTH_DAYS[month - 1] + leap)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def read_bounds(text: str) -> tuple[date | None, date | None]:
    """The earliest and latest day that a date of the tables allows.

    "2023-09" is any day of that month; "../2019-05" a day up to the end of May 2019;
    "2022-11/.." a day from November 2022 on; "2022-11/2023-06" one between; "" is unknown.

    Raises:
        ValueError: the text is none of these.
    """
    if not text:
        return None, None
    if "/" not in text:
        return _point(text)
    start, end = text.split("/")
    earliest = None if start == ".." else _point(start)[0]
    latest = None if end == ".." else _point(end)[1]
    return earliest, latest


def _rows(table: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table below its header, with their line numbers."""
    text = files("dragoman").joinpath(table).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows, None)
    yield from enumerate(rows, start=2)


@cache
def load_people() -> dict[str, Person]:
    """Everybody in the table by id.

    Raises:
        DataError: a row is incomplete or an id stands twice.
    """
    people: dict[str, Person] = {}
    for line, row in _rows(_PEOPLE):
        if len(row) != 6 or not row[0] or not row[1]:
            raise DataError(f"{_PEOPLE}:{line}: give id, name and four more columns: {row}")
        if row[0] in people:
            raise DataError(f"{_PEOPLE}:{line}: {row[0]} stands twice; merge the two rows")
        key, name, polity, gender, wikidata, sources = row
        people[key] = Person(key, name, polity, gender, wikidata, tuple(sources.split("|")))
    return people


@cache
def load_tenures() -> tuple[Tenure, ...]:
    """All tenures, by side, office and first day.

    Raises:
        DataError: a row is incomplete or one of its dates cannot be read.
    """
    bounds: dict[str, tuple[date | None, date | None]] = {}
    found: list[Tenure] = []
    for line, row in _rows(_TENURES):
        if len(row) != 7:
            raise DataError(f"{_TENURES}:{line}: give seven columns: {row}")
        try:
            for text in row[4:6]:
                if text not in bounds:
                    bounds[text] = read_bounds(text)
        except (ValueError, IndexError) as error:
            raise DataError(f"{_TENURES}:{line}: write dates as 2023-09-13: {error}") from error
        person, side, office, title, start, end, sources = row
        found.append(
            Tenure(
                person, side, office, title, *bounds[start], *bounds[end],
                sources=tuple(sources.split("|")),
            )
        )  # fmt: skip
    return tuple(found)


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
