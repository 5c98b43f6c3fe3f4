"""Lines that give a date and nothing else, and which of a page's dates is its publication's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.core.interval import Interval
from dragoman.lang.calendar import Calendar
from dragoman.lang.discover import languages
from dragoman.lang.furniture import furniture

_TIME = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_LEFT = re.compile(r"[^\W\d_]+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_ISO_TIME = re.compile(r"(?<=\d)T(?=\d{2}:)|(?<=\d)Z(?!\w)")
_LONGEST = 120
_FEW_WORDS = 3

LABELLED, TIMED, BARE, DATELINE, ADDRESS = 5, 4, 3, 2, 1
"""How much a date says of being the publication's, the most first."""


@dataclass(frozen=True, slots=True)
class LineDate:
    """The day a line gives (None where it is cut short), and how strongly it dates the text."""

    day: date | None
    rank: int
    updated: bool = False
    of_page: bool = False


def days_in(text: str, language: str | None = None) -> list[date]:
    """Full dates with a year in a text, those of `language` first."""
    codes = sorted(languages(), key=lambda code: (code != language, code))
    for code in codes:
        days = [
            f.earliest
            for f in Calendar.for_language(code).find(text)
            if f.has_year and f.has_day and not f.time_only and f.earliest == f.latest
        ]
        if days:
            return days
    return []


def read_date_line(text: str) -> LineDate | None:
    """What a line that is only a date says; None for any other line.

    "Thursday 14 December 2023 - 18:12" is the 14th with a time; "13 May 202" is a date line that
    gives nothing; «تاريخ النشر: 7 يناير 2025» (tārīkh al-nashr, "publication date") is labelled.
    """
    if len(text) > _LONGEST:
        return None
    lists = furniture()
    text = _ISO_TIME.sub(" ", text)
    if len(_LEFT.findall(lists.beside_dates(text))) > _FEW_WORDS:
        return None
    found = None
    for code in languages():
        found = found or Calendar.for_language(code).find(text)
    rest = text
    for item in sorted(found or (), key=lambda f: -f.start):
        rest = rest[: item.start] + " " + rest[item.end :]
    has_time = _TIME.search(text) is not None
    if _LEFT.search(lists.beside_dates(rest)):
        return None
    label = lists.date_label(rest)
    if not found:
        named = label or lists.has_month(text) or lists.has_weekday(text) or has_time
        return LineDate(None, 0) if named else None
    days = days_in(text)
    rank = LABELLED if label else TIMED if has_time or lists.has_weekday(text) else BARE
    day = days[0] if days else None
    return LineDate(day, rank, label == "updated", label == "page")


def day_in_address(url: str) -> date | None:
    """The day that a web address is filed under, where it is (…/2021/08/16/…)."""
    match = _URL_DATE.search(url)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date on the page: where, how strong, and whether it stands before the headline."""

    day: date
    rank: int
    start: int
    text: str
    before_title: bool = False
    updated: bool = False
    of_page: bool = False


def choose(dates: Iterable[PageDate]) -> tuple[Interval | None, Interval | None]:
    """Which date is the publication's and which the retrieval's.

    A date of the page itself (of its last update or its printing) is the retrieval's only. A
    labelled date is believed before one with a time or weekday, that before a bare one and that
    before a dateline's. A bare date that opens the page before a stronger one is the retrieval's.
    """
    given = sorted(dates, key=lambda d: d.start)
    page = max((d for d in given if d.of_page), key=lambda d: d.day, default=None)
    of_page = Interval(page.day, page.day, "explicit", f"‘{page.text}’") if page else None
    found = [d for d in given if not d.of_page]
    if not found:
        return None, of_page
    best = max(found, key=lambda d: (d.rank, not d.updated, not d.before_title, -d.start))
    retrieved = next(
        (
            d
            for d in found
            if d.before_title and d.rank == BARE and d.day > best.day and d is not best
        ),
        None,
    )
    published = Interval(best.day, best.day, "explicit", f"‘{best.text}’")
    if retrieved is None:
        return published, of_page if page and page.day >= best.day else None
    return published, Interval(
        retrieved.day, retrieved.day, "explicit", f"‘{retrieved.text}’ above the headline"
    )
