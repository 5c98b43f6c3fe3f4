"""People in public office and their tenures, as the rows of two tables say them."""

from dataclasses import dataclass
from datetime import date
from sys import intern

from dragoman.core.errors import DataError
from dragoman.core.interval import Interval
from dragoman.knowledge.tables import table_rows

PEOPLE_COLUMNS = ("id", "name", "polity", "gender", "wikidata", "sources")
TENURE_COLUMNS = ("person", "side", "office", "title", "from", "to", "sources")
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


def covers(tenure: Tenure, when: Interval) -> bool:
    """True where an office may have been held on some day of an interval."""
    start = tenure.from_earliest or date.min
    end = tenure.to_latest or date.max
    return start <= when.latest and when.earliest <= end


def overlap(tenure: Tenure, when: Interval) -> int:
    """On how many days of an interval an office may have been held."""
    start = max(tenure.from_earliest or date.min, when.earliest)
    end = min(tenure.to_latest or date.max, when.latest)
    return max(0, (end - start).days + 1)


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


def parse_people(text: str, source: str) -> dict[str, Person]:
    """Everybody in a table by id; `source` names it in errors.

    Raises:
        DataError: a row is incomplete or an id stands twice.
    """
    people: dict[str, Person] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for line, row in table_rows(text, source, PEOPLE_COLUMNS):
        key, name, polity, gender, wikidata, sources = row
        if not key or not name:
            raise DataError(f"{source}:{line}: give id and name: {row}")
        if key in people:
            raise DataError(f"{source}:{line}: {key} stands twice; merge the two rows")
        known = origins.setdefault(sources, tuple(sources.split("|")))
        people[key] = Person(intern(key), name, intern(polity), gender, wikidata, known)
    return people


def parse_tenures(text: str, source: str) -> list[tuple[int, Tenure]]:
    """All tenures of a table with their line numbers; `source` names it in errors.

    Raises:
        DataError: a row is incomplete or one of its dates cannot be read.
    """
    bounds: dict[str, tuple[date | None, date | None]] = {}
    origins: dict[str, tuple[str, ...]] = {}
    found: list[tuple[int, Tenure]] = []
    for line, row in table_rows(text, source, TENURE_COLUMNS):
        person, side, office, title, start, end, sources = row
        origin = origins.setdefault(sources, tuple(sources.split("|")))
        try:
            for point in (start, end):
                if point not in bounds:
                    bounds[point] = read_bounds(point)
        except (ValueError, IndexError) as error:
            raise DataError(f"{source}:{line}: write dates as 2023-09-13: {error}") from error
        tenure = Tenure(
            intern(person), intern(side), intern(office), intern(title),
            *bounds[start], *bounds[end], sources=origin,
        )  # fmt: skip
        found.append((line, tenure))
    return found
