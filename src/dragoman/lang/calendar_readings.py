"""From what a pattern of dates caught to what it means."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.lang.calendar_grammar import Slots
from dragoman.lang.calendar_words import Value
from dragoman.lang.moments import (
    Away,
    Decade,
    Kind,
    Lasting,
    Meaning,
    Nearby,
    Point,
    Season,
    Stretch,
    Unit,
    Weekday,
    Window,
    unit_days,
)
from dragoman.lang.year_days import hijri_year_within, written

Reading = tuple[Kind, Meaning]
_FEW = {"hour": 1, "day": 10, "week": 6, "month": 6, "year": 5, "decade": 3}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language's readers reckon: first day of the week, weekend, order of numeric dates."""

    week_starts: int
    weekend: tuple[int, int]
    day_first: bool


def read(gives: str, slots: Slots, habits: Habits) -> Reading | None:
    """The meaning of what a pattern caught; None where there is no such day."""
    return _READERS[gives](slots, habits)


def readable(gives: str) -> bool:
    """True where a pack may name this as what a pattern gives."""
    return gives in _READERS or gives == "never"


def impossible(slots: Slots) -> bool:
    """True where a day and a month are written that no year, or not that year, has."""
    (month, hijri), day, year = _month(slots.get("month")), slots.get("day"), slots.get("year")
    if month is None or not isinstance(day, int) or hijri:
        return False
    return written(year if isinstance(year, int) and year > 1600 else 2024, month, day) is None


def _number(slots: Slots, name: str) -> int | None:
    value = slots.get(name)
    return value if isinstance(value, int) else None


def _word(slots: Slots, name: str) -> str | None:
    value = slots.get(name)
    return value if isinstance(value, str) else None


def _month(value: Value | None) -> tuple[int | None, bool]:
    """Month number and whether it is a Hijri one ("h7")."""
    if isinstance(value, str):
        return int(value[1:]), True
    return value, False


def _point(slots: Slots, suffix: str = "") -> Point | None:
    month, hijri = _month(slots.get("month" + suffix, slots.get("month")))
    year = _number(slots, "year" + suffix)
    if "era" in slots and month is None:
        hijri = slots["era"] == "hijri"
    unit, shift = slots.get("unit"), _number(slots, "shift")
    if month is None and shift is not None and unit is None:
        unit = "month"
    point = Point(
        year=year,
        month=month,
        day=_number(slots, "day" + suffix),
        hijri=hijri,
        weekday=_number(slots, "weekday"),
        part=_word(slots, "part"),
        shift=shift if unit is None else None,
        year_shift=(shift or 0) if unit == "year" else None,
        month_shift=(shift or 0) if unit == "month" else None,
        near=_number(slots, "near"),
    )
    if year is None and point.month is not None:
        leap = 2024 if not hijri else 1445
        return point if written(leap, point.month, point.day, hijri) else None
    if year is None:
        return point
    if hijri and year > 1600 and month is not None:
        year = hijri_year_within(year, month)
        point = replace(point, year=year)
    if year is None or hijri == (year > 1600):
        return None
    return point if written(year, point.month, point.day, hijri) else None


def _date(slots: Slots, habits: Habits) -> Reading | None:
    point = _point(slots)
    return None if point is None or point.day is None else ("day", point)


def _read_month(slots: Slots, habits: Habits) -> Reading | None:
    point = _point(slots)
    return None if point is None or point.month is None else ("month", point)


def _year(slots: Slots, habits: Habits) -> Reading | None:
    point = _point(slots)
    return None if point is None or point.year is None else ("year", point)


def _range(slots: Slots, habits: Habits) -> Reading | None:
    first, last = _point(slots), _point(slots, "2")
    if first is None or last is None:
        return None
    if first.month == last.month and first.day and last.day and "month2" not in slots:
        if first.day >= last.day:
            return None
        first = replace(first, year=last.year if first.year is None else first.year)
        last = replace(last, year=first.year)
    if first.year is not None and last.year is not None:
        one, two = first.of_year(first.year), last.of_year(last.year)
        if one is None or two is None or one[0] > two[1]:
            return None
    return "range", Stretch(first, last)


def _weekday(slots: Slots, habits: Habits) -> Reading | None:
    weekday = _number(slots, "weekday")
    if weekday is None:
        return None
    until, shift = _number(slots, "weekday2"), _number(slots, "shift")
    in_week = slots.get("unit") == "week"
    meaning = Weekday(
        weekday,
        until,
        None if in_week else shift,
        (shift or 0) if in_week else None,
        habits.week_starts,
    )
    return ("weekday" if until is None else "range"), meaning


def _near(slots: Slots, habits: Habits) -> Reading | None:
    """One day near the story's own, or two: "today and tomorrow", «أمس واليوم» (ams wa-l-yawm)."""
    meaning = Nearby(int(slots["near"]), _number(slots, "weekday"), _number(slots, "near2"))
    return "day", meaning


def _unit(slots: Slots, habits: Habits) -> Reading | None:
    unit, shift = str(slots["unit"]), _number(slots, "shift") or 0
    kinds: dict[str, Kind] = {"week": "week", "weekend": "range", "month": "month", "year": "year"}
    kind = kinds.get(unit, "range")
    return kind, Unit(unit, shift, _word(slots, "part"), habits.week_starts, habits.weekend)


def _count(slots: Slots) -> tuple[str, int]:
    """Unit and number, from "three weeks" or from a dual form such as «يومين» (yawmayn)."""
    if "dual" in slots:
        return str(slots["dual"]), 2
    return str(slots["unit"]), _number(slots, "num") or 1


def _away(sign: int) -> Callable[[Slots, Habits], Reading | None]:
    def build(slots: Slots, habits: Habits) -> Reading | None:
        unit, number = _count(slots)
        if unit == "hour":
            days = -(-number // 24)
            return "range", Window("day", min(0, sign * days), max(0, sign * days))
        kinds: dict[str, Kind] = {"day": "day", "week": "week", "month": "month"}
        inside = "inside" in slots
        return kinds.get(unit, "year"), Away(unit, sign * number, inside)

    return build


def _within(slots: Slots, habits: Habits) -> Reading | None:
    unit, number = _count(slots)
    if unit == "hour":
        unit, number = "day", -(-number // 24)
    return "range", Window(unit, 0, number, either=True)


def _span(slots: Slots, habits: Habits) -> Reading | None:
    unit, number = _count(slots)
    if unit == "hour":
        unit, number = "day", -(-number // 24)
    back = (_number(slots, "shift") or 0) <= 0
    return "range", Window(unit, -number if back else 0, 0 if back else number)


def _vague(sign: int) -> Callable[[Slots, Habits], Reading | None]:
    def build(slots: Slots, habits: Habits) -> Reading | None:
        unit = str(slots["units"])
        way = sign or (1 if (_number(slots, "shift") or 0) > 0 else -1)
        near, far = (0, _FEW[unit]) if sign == 0 or unit == "hour" else (1, _FEW[unit])
        unit = "day" if unit == "hour" else unit
        low, high = sorted((way * near, way * far))
        return "vague", Window(unit, low, high)

    return build


def _season(slots: Slots, habits: Habits) -> Reading | None:
    shift, year_named = _number(slots, "shift"), slots.get("unit") == "year"
    meaning = Season(
        str(slots["season"]),
        _number(slots, "year"),
        None if year_named else shift,
        (shift or 0) if year_named else None,
    )
    return "season", meaning


def _decade(slots: Slots, habits: Habits) -> Reading | None:
    year = _number(slots, "decade") or _number(slots, "year")
    if year is None or year % 10:
        return None
    return "range", Decade(year, _word(slots, "part"))


def _duration(slots: Slots, habits: Habits) -> Reading | None:
    unit, number = _count(slots)
    if unit == "hour":
        return None
    return "duration", Lasting(unit_days(unit) * number)


def _numeric(slots: Slots, habits: Habits) -> Reading | None:
    """14/12/2023; where one order gives no such day, the other one."""
    year = int(slots.get("year", slots.get("yearfirst", 0)))
    one, two = int(slots["day"]), int(slots["day2"])
    if "yearfirst" in slots:
        orders = [(one, two)]
    else:
        orders = [(two, one), (one, two)] if habits.day_first else [(one, two), (two, one)]
    for month, day in orders:
        if written(year, month, day, year < 1600):
            return "day", Point(year, month, day, year < 1600, _number(slots, "weekday"))
    return None


_READERS: dict[str, Callable[[Slots, Habits], Reading | None]] = {
    "date": _date,
    "month": _read_month,
    "year": _year,
    "range": _range,
    "weekday": _weekday,
    "near": _near,
    "unit": _unit,
    "ago": _away(-1),
    "ahead": _away(1),
    "within": _within,
    "span": _span,
    "vague": _vague(0),
    "vague_ago": _vague(-1),
    "vague_ahead": _vague(1),
    "season": _season,
    "decade": _decade,
    "duration": _duration,
    "numeric": _numeric,
}
