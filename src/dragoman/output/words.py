"""Words and days made fit for a terminal, whichever way the script runs."""

import unicodedata
from calendar import monthrange
from datetime import date

from dragoman.core.interval import Interval

LONGEST = 220
"""Quotations longer than this many code points are cut at a word."""
_ISOLATE, _END = "\u2068", "\u2069"
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def plain_words(text: str) -> str:
    """One line without control signs: what a document says never steers the terminal."""
    kept = (
        " " if unicodedata.category(c) == "Cc" else c
        for c in text
        if unicodedata.category(c) not in ("Cf", "Cs") or c in _JOINERS
    )
    return " ".join("".join(kept).split())


def runs_right_to_left(text: str) -> bool:
    """True where the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return False


def isolate(text: str) -> str:
    """The text so marked, where it runs right to left, that it leaves its neighbours in order.

    Without the marks, the year in «الكويت» · 2023 (al-kuwayt, "Kuwait") would jump before the name.
    """
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def quote(text: str) -> str:
    """A quotation on one line, shortened, in the marks of its direction of writing."""
    words = plain_words(text)
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    if runs_right_to_left(words):
        return isolate(f"«{words}»")
    return f"“{words}”"


def days(interval: Interval | None) -> str:
    """An interval as a day, month, year or range in ISO form; None is empty.

    "2023-12-14", "2023-05" for a whole month, "2023" for a whole year, "2023-12-14 to 2024-09-15".
    """
    if interval is None:
        return ""
    first, last = interval.earliest, interval.latest
    if first == last:
        return first.isoformat()
    if first.day == 1 and first.year == last.year:
        if (first.month, last.month, last.day) == (1, 12, 31):
            return f"{first.year:04d}"
        if first.month == last.month and last.day == _month_end(first):
            return f"{first:%Y-%m}"
    return f"{first.isoformat()} to {last.isoformat()}"


def _month_end(day: date) -> int:
    return monthrange(day.year, day.month)[1]
