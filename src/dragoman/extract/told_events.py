"""Dated public events that a story tells with their day: "Finland applied last Wednesday"."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.core.interval import Interval
from dragoman.extract.act import View
from dragoman.extract.told_days import Days
from dragoman.knowledge.milestones import Milestone
from dragoman.lang.calendar import TimeExpression

_BESIDE = 10
"""So many tokens a day may stand from the event that was on it."""
_LONGEST = 3
"""How many days an event may have taken that is told with one."""
_LATER = 330
"""So many days after an event news still tells its day or month without the year."""
_STANDING = frozenset({"founding", "other"})
"""Kinds of milestones whose names go on being used, with days of other things beside them."""
_RELATIVE = frozenset({"day", "weekday", "week", "month"})


def days_after(
    event: Milestone,
    view: View,
    token: int,
    times: Sequence[TimeExpression],
    end: int | None = None,
) -> list[Days]:
    """The days on which a story can tell an event by the expression of time beside it.

    An event that several words name reaches to the token `end`; its verb may stand among them.

    «قدمت فنلندا طلبها الأربعاء الماضي» (qaddamat Finlandā ṭalabahā l-arbiʿāʾ al-māḍī, "Finland
    submitted its application last Wednesday") was written in the week behind that Wednesday.
    Nothing where no such expression stands beside the event.
    """
    long = (event.end - event.start).days >= _LONGEST and event.kind != "summit"
    if event.kind in _STANDING or long:
        return []
    told = [
        t
        for t in times
        if not t.explicit
        and t.direction != "future"
        and t.kind in _RELATIVE
        and _near(view, (token, end or token), t, end is not None or event.kind == "summit")
    ]
    if len(told) != 1:
        return []
    return list(_stretches(_fitting(event, told[0])))


def days_before(
    event: Milestone, view: View, token: int, times: Sequence[TimeExpression]
) -> list[Days]:
    """The days on which a story can tell so of an event to come: "the Madrid summit next month".

    Nothing where no expression of time, or more than one, stands beside the event.
    """
    told = [t for t in times if not t.explicit and t.kind in _RELATIVE]
    told = [t for t in told if abs(t.first - token) <= _BESIDE]
    if len(told) != 1 or told[0].direction == "past":
        return []
    return list(_stretches(_ahead_of(event, told[0])))


def _near(view: View, span: tuple[int, int], time: TimeExpression, loose: bool) -> bool:
    """True where no verb and no end of a clause parts the event from the day.

    With `loose` one verb may: «قمة عقدت أمس» (qimma ʿuqidat ams, "a summit held yesterday").
    """
    if span[0] < time.first < span[1]:
        span = span[0], span[0]
    low, high = (time.last, span[0]) if time.first < span[0] else (span[1], time.first)
    if high - low > _BESIDE:
        return False
    nodes = [(k, n) for k, n in enumerate(view.clause.nodes) if low <= n.first < high]
    verbs = sum(view.clause.finite(k) for k, _ in nodes)
    return verbs <= loose and not any(n.letter in ".;:" for _, n in nodes)


def _fitting(event: Milestone, time: TimeExpression) -> Iterable[date]:
    """The days whose news means a day of the event by the expression."""
    for late in range(_LATER):
        day = event.start + timedelta(late)
        meant = time.resolve(Interval(day, day, "explicit", ""), "past")
        if meant is not None and meant.earliest <= event.end and event.start <= meant.latest:
            yield day


def _ahead_of(event: Milestone, time: TimeExpression) -> Iterable[date]:
    """The days before an event whose news means a day of it by the expression."""
    for early in range(_LATER, -1, -1):
        day = event.start - timedelta(early)
        meant = time.resolve(Interval(day, day, "explicit", ""), "future")
        if meant is not None and meant.earliest <= event.end and event.start <= meant.latest:
            yield day


def _stretches(days: Iterable[date]) -> Iterable[Days]:
    """Days as stretches of neighbours."""
    start: date | None = None
    last: date | None = None
    for day in days:
        if last is not None and start is not None and (day - last).days > 1:
            yield start, last
            start = None
        start, last = start or day, day
    if start is not None and last is not None:
        yield start, last
