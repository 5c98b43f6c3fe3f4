"""What expressions of time mean, and the days they come to when a story's own day is known.

Nothing here knows a language: `lang.calendar` turns words into these meanings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.lang.year_days import Days, hijri_year, month_days, months, written

Tense = Literal["past", "future", "none"]
Kind = Literal[
    "day", "weekday", "week", "month", "season", "year", "range", "since", "vague", "duration"
]

_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "month": 30, "year": 365, "decade": 3652}
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def unit_days(unit: str) -> int:
    """About how many days a unit ("day", "week", "month", "year", …) lasts."""
    return _UNIT_DAYS[unit]


def _part_of(days: Days, part: str | None, day: date | None = None) -> Days:
    """A third ("early"), half ("h1"), quarter ("q3") or week ("w1"), or what is before `day`."""
    first, last = days
    if part is None:
        return days
    if part in ("earlier", "later"):
        if day is None or not first <= day <= last:
            return days
        if part == "earlier":
            return first, max(first, day - timedelta(1))
        return min(last, day + timedelta(1)), last
    length = (last - first).days + 1
    if part[0] in "hq":
        size, at = (6 if part[0] == "h" else 3), int(part[1:]) - 1
        return months(first.year, at * size + 1, at * size + size) if length > 364 else days
    if part[0] == "w":
        start = last - timedelta(6) if part == "w5" else first + timedelta(7 * int(part[1:]) - 7)
        return (start, start + timedelta(6)) if 28 <= length <= 31 else days
    at = ("early", "mid", "late").index(part)
    if length in (365, 366) and first.day == 1 and first.month == 1:
        return months(first.year, at * 4 + 1, at * 4 + 4)
    size = 10 if 28 <= length <= 31 else max(length // 3, 1)
    start = first + timedelta(min(at * size, length - 1))
    return start, last if part == "late" else min(last, start + timedelta(size - 1))


def _choose(options: Sequence[Days], day: date, shift: int | None, tense: Tense) -> Days | None:
    """The one meant among recurring stretches of days, in order of time."""
    if shift is not None and shift < 0:
        past = [o for o in options if o[1] < day]
        return past[shift] if len(past) >= -shift else None
    if shift is not None and shift > 0:
        coming = [o for o in options if o[0] > day]
        return coming[shift - 1] if len(coming) >= shift else None
    if shift is None and tense == "past":
        return next((o for o in reversed(options) if o[0] <= day), None)
    if shift is None and tense == "future":
        return next((o for o in options if o[1] >= day), None)
    away = [max((o[0] - day).days, (day - o[1]).days, 0) for o in options]
    return options[away.index(min(away))] if options else None


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year of a calendar, with what is written of it.

    `shift` is "last" (-1), "this" (0), "next" (1), the other shifts the same of a year or month
    beside it; `near` 0 is said to be the story's own day ("today, Friday 13 May").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    part: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    near: int | None = None

    @property
    def anchored(self) -> bool:
        """True where the days depend on the story's own."""
        return self.year is None

    def of_year(self, year: int) -> Days | None:
        """The days meant in that year of the calendar."""
        days = written(year, self.month, self.day, self.hijri)
        return days and _part_of(days, self.part)

    def on(self, day: date, tense: Tense) -> Days | None:
        """The days meant in a story of `day`."""
        if self.year is not None:
            return self.of_year(self.year)
        if self.month_shift is not None:
            first = month_days(day.year, day.month + self.month_shift)[0]
            return written(first.year, first.month, self.day)
        year = hijri_year(day) if self.hijri else day.year
        if self.year_shift is not None:
            return self.of_year(year + self.year_shift)
        reach = 8 if (self.month, self.day) == (2, 29) else 2
        options = [f for y in range(year - reach, year + reach + 1) if (f := self.of_year(y))]
        same = [o for o in options if o[0].weekday() == self.weekday]
        if same and self.day is not None:
            found = _choose(same, day, self.shift, tense)
            if found is not None and abs((found[0] - day).days) < 400:
                return found
        return _choose(options, day, self.shift, tense)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one point to another, both included; years are filled in where one is written."""

    first: Point
    last: Point

    @property
    def anchored(self) -> bool:
        """True where the days depend on the story's own."""
        return self.first.anchored and self.last.anchored

    def on(self, day: date, tense: Tense) -> Days | None:
        """The days meant in a story of `day`."""
        first, last = self.first, self.last
        if first.year is not None:
            if last.year is None:
                return self._from(first.year)
            return _hull(first.of_year(first.year), last.of_year(last.year))
        if last.year is not None:
            return self._from(last.year - (not self._same_year(last.year)))
        if first.month_shift is not None:
            return _hull(first.on(day, tense), last.on(day, tense))
        year = hijri_year(day) if first.hijri else day.year
        if last.year_shift is not None:
            return self._from(year + last.year_shift)
        options = [f for y in range(year - 2, year + 3) if (f := self._from(y))]
        return _choose(options, day, last.shift, tense)

    def _same_year(self, year: int) -> bool:
        one, two = self.first.of_year(year), self.last.of_year(year)
        return one is None or two is None or one[0] <= two[1]

    def _from(self, year: int) -> Days | None:
        """The stretch that starts in that year."""
        until = year if self._same_year(year) else year + 1
        return _hull(self.first.of_year(year), self.last.of_year(until))


def _hull(one: Days | None, two: Days | None) -> Days | None:
    if one is None or two is None or one[0] > two[1]:
        return None
    return one[0], two[1]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday 0), perhaps up to another one, perhaps in a named week."""

    weekday: int
    until: int | None = None
    shift: int | None = None
    week: int | None = None
    week_starts: int = 0
    anchored = True

    def on(self, day: date, tense: Tense) -> Days:
        """The day meant in a story of `day`; without tense the one before, as in reports."""
        if self.week is not None:
            start = (
                day - timedelta((day.weekday() - self.week_starts) % 7) + timedelta(7 * self.week)
            )
            first = start + timedelta((self.weekday - self.week_starts) % 7)
        else:
            back = (day.weekday() - self.weekday) % 7
            ahead = -back % 7
            if self.shift is not None and self.shift < 0:
                first = day - timedelta((back or 7) + 7 * (-self.shift - 1))
            elif self.shift is not None and self.shift > 0:
                first = day + timedelta((ahead or 7) + 7 * (self.shift - 1))
            elif tense == "future" or (self.shift == 0 and tense == "none"):
                first = day + timedelta(ahead)
            else:
                first = day - timedelta(back)
        length = 0 if self.until is None else (self.until - self.weekday) % 7
        return first, first + timedelta(length)


@dataclass(frozen=True, slots=True)
class Nearby:
    """So many days from the story's own: yesterday is -1; `weekday` is the one named beside it.

    `until` is that of a second day named with it: "today and tomorrow".
    """

    offset: int
    weekday: int | None = None
    until: int | None = None
    anchored = True

    def on(self, day: date, tense: Tense) -> Days:
        """The day meant; a weekday that disagrees has the last word: pages date stories late."""
        found = day + timedelta(self.offset)
        if self.weekday is not None:
            found += timedelta((self.weekday - found.weekday() + 5) % 7 - 5)
        return self.both(found, found)

    def both(self, first: date, last: date) -> Days:
        """The days of the first one named, with those of the second."""
        apart = timedelta(0 if self.until is None else self.until - self.offset)
        return min(first, first + apart), max(last, last + apart)


@dataclass(frozen=True, slots=True)
class Unit:
    """The week, month, year, … so many before or after the story's own: "last week" is -1."""

    unit: str
    shift: int
    part: str | None = None
    week_starts: int = 0
    weekend: tuple[int, int] = (5, 6)
    anchored = True

    def on(self, day: date, tense: Tense) -> Days | None:
        """The days meant in a story of `day`."""
        days = _part_of(self._whole(day, tense), self.part, day)
        over = self.part and self.unit == "week" and tense == "future" and days[1] < day
        return _part_of(self._whole(day + timedelta(7), tense), self.part) if over else days

    def _whole(self, day: date, tense: Tense) -> Days:
        if self.unit == "week":
            start = day - timedelta((day.weekday() - self.week_starts) % 7)
            start += timedelta(7 * self.shift)
            return start, start + timedelta(6)
        if self.unit == "weekend":
            start = day - timedelta((day.weekday() - self.weekend[0]) % 7)
            inside = (day - start).days < 2
            steps = self.shift
            if steps < 0:
                steps += 0 if inside else 1
            elif steps == 0:
                steps = 0 if inside or tense == "past" else 1
            start += timedelta(7 * steps)
            return start, start + timedelta(1)
        if self.unit == "month":
            return month_days(day.year, day.month + self.shift)
        if self.unit == "decade":
            year = day.year // 10 * 10 + 10 * self.shift
            return date(year, 1, 1), date(year + 9, 12, 31)
        return date(day.year + self.shift, 1, 1), date(day.year + self.shift, 12, 31)


@dataclass(frozen=True, slots=True)
class Away:
    """So many units ago (`number` < 0) or ahead: as exact as the unit.

    `inside` marks wordings that mean a stretch instead where told of the past ("in two weeks").
    """

    unit: str
    number: int
    inside: bool = False
    anchored = True

    def on(self, day: date, tense: Tense) -> Days | None:
        """The days meant in a story of `day`."""
        if self.inside and tense == "past":
            return Window(self.unit, -self.number, 0).on(day, tense)
        if self.unit in ("month", "year", "decade"):
            if self.unit == "month":
                return month_days(day.year, day.month + self.number)
            years = self.number * (10 if self.unit == "decade" else 1)
            return date(day.year + years, 1, 1), date(day.year + years, 12, 31)
        middle = day + timedelta(unit_days(self.unit) * self.number)
        loose = timedelta(0 if self.unit == "day" else 3)
        return middle - loose, middle + loose


@dataclass(frozen=True, slots=True)
class Window:
    """From `low` to `high` units away from the story's own day.

    `either` marks wordings that look back where told of the past ("within two days").
    """

    unit: str
    low: int
    high: int
    either: bool = False
    anchored = True

    def on(self, day: date, tense: Tense) -> Days:
        """The days meant in a story of `day`."""
        size = unit_days(self.unit)
        low, high = self.low, self.high
        if self.either and tense == "past":
            low, high = -high, -low
        return day + timedelta(size * low), day + timedelta(size * high)


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the northern year; winter runs into the next year."""

    name: str
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None

    @property
    def anchored(self) -> bool:
        """True where the days depend on the story's own."""
        return self.year is None

    def on(self, day: date, tense: Tense) -> Days | None:
        """The days meant in a story of `day`."""
        start, year = _SEASON_MONTH[self.name], self.year
        if self.year_shift is not None:
            year = day.year + self.year_shift
        if year is not None:
            return months(year, start, start + 2)
        options = [months(y, start, start + 2) for y in range(day.year - 2, day.year + 3)]
        return _choose(options, day, self.shift, tense)


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `year` on, or a part of them."""

    year: int
    part: str | None = None
    anchored = False

    def on(self, day: date, tense: Tense) -> Days:
        """The days of the decade."""
        return _part_of((date(self.year, 1, 1), date(self.year + 9, 12, 31)), self.part)


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something lasts, in days; no date."""

    days: int
    anchored = True

    def on(self, day: date, tense: Tense) -> None:
        """Always None: a length has no place in time."""
        return


Meaning = Point | Stretch | Weekday | Nearby | Unit | Away | Window | Season | Decade | Lasting
