"""The days of years and months as written, of both calendars."""

from datetime import date, timedelta

Days = tuple[date, date]


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month; months beyond 1..12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


def months(year: int, first: int, last: int) -> Days:
    """From the first day of one month of a year to the last of another."""
    return month_days(year, first)[0], month_days(year, last)[1]


def _hijri(year: int, month: int | None, day: int | None) -> Days:
    """The Gregorian days of an Umm al-Qura year, month or day."""
    from hijridate import Hijri  # loaded only where a text uses it

    end = month or 12
    last = Hijri(year, end, day or Hijri(year, end, 1).month_length())
    one, two = Hijri(year, month or 1, day or 1).to_gregorian(), last.to_gregorian()
    return date(one.year, one.month, one.day), date(two.year, two.month, two.day)


def hijri_year(day: date) -> int:
    """The Hijri year of a day."""
    from hijridate import Gregorian

    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def hijri_year_within(year: int, month: int) -> int | None:
    """The Hijri year whose `month` starts in a Gregorian year; None beyond the tables."""
    try:
        first = hijri_year(date(year, 1, 1))
        return next((y for y in (first, first + 1) if _hijri(y, month, 1)[0].year == year), None)
    except (ValueError, OverflowError):
        return None


def written(year: int, month: int | None, day: int | None, hijri: bool = False) -> Days | None:
    """The days of a year, month or day as written; None where the calendar has no such day."""
    try:
        if hijri:
            return _hijri(year, month, day)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return month_days(year, month)
        return date(year, month, day), date(year, month, day)
    except (ValueError, OverflowError):
        return None
