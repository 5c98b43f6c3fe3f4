"""What months and weekdays that a story tells without a year say about its own day."""

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.extract.clauses import Clause
from dragoman.extract.stories import StoryActs
from dragoman.lang.calendar import TimeExpression
from dragoman.lang.moments import Nearby, Point

Days = tuple[date, date]
Reasons = list[tuple[str, Days]]
_ACTING = frozenset({"person", "role", "both", "pronoun"})
_BEFORE, _VERB_GROUP = 14, 3
_MONTHS_BACK = 10
""""Last May" is said at most so many months after May; later, its year is told."""


def from_told_months(
    story: StoryActs,
    windows: list[Days] | None,
    reasons: Reasons,
    since: date | None,
    told_past: bool,
) -> list[Days] | None:
    """The windows, narrowed by months that are told of as past without their year.

    "Their previous meeting in May", of ministers in office from September to October of the next
    year, was in the one May between; «فبراير الماضي» (fibrāyir al-māḍī, "last February") is past
    by March and hardly said so in the February after next. With `told_past`, the windows begin at
    something dated that the story tells of: the first such month after it is meant. A month told
    with its year, `since`, lies further back than one told without: "since the coup of February
    2021" and "last November" are not of one winter.
    """
    if not windows or windows[-1][1] == date.max:
        return windows
    for clause, time in _past_times(story):
        point = time.meaning
        if not isinstance(point, Point) or point.month is None or point.hijri or time.explicit:
            continue
        if time.direction == "past":
            spans = list(_after_months(windows, point.month, since))
        else:
            acting = any(a.kind in _ACTING for n in clause.nodes for a in n.actors)
            first = _first_day(windows, point.month, point.day or 1) if acting else None
            spans = [(first, date.max)] if first else []
        kept = cross(windows, spans) if spans else []
        if told_past:
            kept = kept[:1]
        if kept and kept != windows:
            windows = kept
            words = " ".join(t.norm for t in clause.tokens[time.first : time.last])
            reasons.append((f"it tells of ‘{words}’ as past", kept[0]))
    return windows


def on_own_weekday(
    story: StoryActs, windows: list[Days] | None, reasons: Reasons
) -> list[Days] | None:
    """The windows from the first to the last day of the weekday that the story calls today.

    «اليوم السبت» (al-yawm as-sabt, "today, Saturday"), "yesterday, Friday" say what its own is.
    """
    if not windows:
        return windows
    for clause, time in _past_times(story):
        meaning = time.meaning
        if not isinstance(meaning, Nearby) or meaning.weekday is None:
            continue
        weekday = (meaning.weekday - meaning.offset) % 7
        kept = [w for w in (_snap(start, end, weekday) for start, end in windows) if w]
        if kept and kept != windows:
            words = " ".join(t.norm for t in clause.tokens[time.first : time.last])
            reasons.append((f"its own day is that of ‘{words}’", kept[0]))
            return kept
    return windows


def _snap(start: date, end: date, weekday: int) -> Days | None:
    """The first and last day of a weekday in a stretch; open ends stay as they are."""
    if start != date.min:
        start += timedelta((weekday - start.weekday()) % 7)
    if end != date.max:
        end -= timedelta((end.weekday() - weekday) % 7)
    return (start, end) if start <= end else None


def _past_times(story: StoryActs) -> Iterator[tuple[Clause, TimeExpression]]:
    """Expressions of time that the story does not tell of as still to come."""
    for view, times in zip(story.views, story.times, strict=True):
        for time in times:
            if time.direction != "future" and not planned_near(view.clause, time.first):
                yield view.clause, time


def _after_months(windows: list[Days], month: int, since: date | None) -> Iterator[Days]:
    """For each year, the days on which that month, after `since`, can be called the last one."""
    for year in range(max(windows[0][0].year - 1, 1900), windows[-1][1].year + 1):
        if since is not None and date(year, month, 1) < since:
            continue
        end = month + _MONTHS_BACK + 1
        after = date(year + month // 12, month % 12 + 1, 1)
        until = date(year + (end - 1) // 12, (end - 1) % 12 + 1, 1) - timedelta(1)
        yield after, until


def _first_day(windows: list[Days], month: int, day_of_month: int) -> date | None:
    """The first such day of the year that lies in the windows."""
    start, end = windows[0][0], windows[-1][1]
    for year in range(max(start.year, 1900), end.year + 1):
        try:
            day = date(year, month, day_of_month)
        except ValueError:
            continue
        if start <= day <= end:
            return day
    return None


def cross(windows: list[Days] | None, spans: list[Days]) -> list[Days]:
    """The days in both lists of stretches."""
    if windows is None:
        return sorted(spans)
    crossed = [
        (max(a, c), min(b, d)) for a, b in windows for c, d in spans if max(a, c) < min(b, d)
    ]
    return sorted(crossed)


def planned_near(clause: Clause, token: int) -> bool:
    """True where the verb before a date, or words beside it, speak of the future."""
    facts = clause.pack.factuality
    coming = facts["future"] | facts["planned"]
    at = sum(1 for n in clause.nodes if n.first < token)
    checked = 0
    for k in range(at - 1, max(-1, at - _BEFORE), -1):
        future = clause.tokens[clause.nodes[k].first].role == "future"
        if future or clause.norm(k) in coming:
            return True
        if checked or clause.finite(k):
            checked += 1
        if checked > _VERB_GROUP:
            return False
    return False
