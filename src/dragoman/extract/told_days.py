"""What months and weekdays that a story tells without a year say about its own day."""

from collections.abc import Callable, Container, Iterator
from datetime import date, timedelta
from functools import lru_cache

from dragoman.core.interval import Interval
from dragoman.extract.act import View
from dragoman.extract.clauses import Clause
from dragoman.extract.stories import StoryActs
from dragoman.knowledge.milestones import Milestone, load_milestones
from dragoman.lang.calendar import TimeExpression
from dragoman.lang.moments import Nearby, Point, Stretch, Weekday

Days = tuple[date, date]
Reasons = list[tuple[str, Days]]
_ACTING = frozenset({"person", "role", "both", "pronoun"})
_BEFORE, _VERB_GROUP = 14, 3
_A_YEAR = 366
_PLANNED = frozenset({"day", "month", "range"})
_A_MONTH_OR_TWO, _HALF_A_YEAR = 62, 183
_PLANS_AHEAD = 3
_SAME_NEWS = 290
"""So many days after the latest day that a story tells its months are those before it."""
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
    something dated that the story tells of: such months in the year after it are meant. A month
    told with its year, `since`, lies further back than one told without: "since the coup of
    February 2021" and "last November" are not of one winter.
    """
    if not windows or windows[-1][1] == date.max:
        return windows
    told = [
        (view, time, time.meaning)
        for view, time in _past_times(story)
        if isinstance(time.meaning, Point) and not (time.meaning.hijri or time.explicit)
    ]
    known = windows
    for view, time, point in told:
        if point.month and time.direction == "past":
            spans = list(_after_months(known, point.month, since))
            windows = _narrowed(windows, spans, reasons, _words(view, time))
    if told_past and windows != known:
        until = known[0][0] + timedelta(_SAME_NEWS)
        windows = [w for w in windows if w[0] < until] or windows[:1]
    known = windows
    for view, time, point in told:
        acting = any(a.kind in _ACTING for n in view.clause.nodes for a in n.actors)
        if point.month and time.direction != "past" and acting:
            first = _first_day(known, point.month, point.day or 1)
            if told_past and _lately(known[0][0], point.month, point.day or 1):
                continue
            spans = [(first, date.max)] if first else []
            windows = _narrowed(windows, spans, reasons, _words(view, time))
    return windows


def _narrowed(windows: list[Days], spans: list[Days], reasons: Reasons, words: str) -> list[Days]:
    """The windows within the spans, with why; as they were where nothing would be left."""
    kept = cross(windows, spans)
    if not kept or kept == windows:
        return windows
    reasons.append((f"it tells of ‘{words}’ as past", kept[0]))
    return kept


def latest_told(story: StoryActs) -> Interval | None:
    """The latest days that a story tells of as past with their year; it was written since.

    What was long before them is history, even where nothing tells the story's own day.
    """
    told = [
        days
        for view, time in _past_times(story)
        if time.explicit and time.kind in _PLANNED | {"year"}
        if (days := time.resolve(None)) is not None and days.days <= _A_YEAR
        if not _by_then(view.clause, time)
    ]
    return max(told, key=lambda days: days.earliest, default=None)


def _by_then(clause: Clause, time: TimeExpression) -> bool:
    """True for a year until which something goes on or is to come: «بحلول عام 2030»."""
    leads = {clause.tokens[k].norm for k in range(max(0, time.first - 1), time.head + 1)}
    open_words = clause.pack.factuality["until"] | clause.pack.classes["forecast"]
    return not leads.isdisjoint(open_words)


def after_days_told(
    story: StoryActs,
    windows: list[Days] | None,
    reasons: Reasons,
    named: Container[Milestone] = (),
) -> list[Days] | None:
    """The windows within a year after public events that the story names by their days.

    The day of an event that it names, too, may be one "of this month".

    «منذ 24 فبراير الماضي» (mundhu 24 fibrāyir al-māḍī, "since last 24 February") in news of
    Russia and Ukraine is the day of the invasion of 2022. An event of one polity is meant only
    where the sentence or the headline names that, one of several where the story names them all.
    """
    in_story = frozenset(side for view in story.views for side in _sides(view))
    above = frozenset(
        side
        for view in story.views
        if view.sentence.headline
        for side in _sides(view) | _adjectives(view)
    )
    for view, time in _past_times(story):
        point = time.meaning
        if not isinstance(point, Point) or point.hijri or point.year or not point.day:
            continue
        meant = [
            m
            for m in _on_day(point.month, point.day)
            if m.sides and m.sides <= (in_story if len(m.sides) > 1 else _sides(view) | above)
        ]
        spans = [_told_until(m, point, m in named) for m in meant]
        kept = cross(windows, sorted(spans)) if spans else []
        if kept and kept != windows:
            windows = kept
            days = " or ".join(f"{m.name} ({m.start})" for m in meant)
            reasons.append((f"it tells of ‘{_words(view, time)}’, the day of {days}", kept[0]))
    return windows


def before_plans(
    story: StoryActs, windows: list[Days] | None, reasons: Reasons
) -> list[Days] | None:
    """The windows, no later than what the story tells with its date as still to come.

    "The meetings will be held in October 2023" was written by then; plans more than a few years
    after the windows begin say nothing.
    """
    if not windows or windows[0][0] == date.min:
        return windows
    begin = windows[0][0]
    for view, times in zip(story.views, story.times, strict=True):
        for time in times:
            days = time.resolve(None) if time.explicit and time.kind in _PLANNED else None
            if days is None or not planned_near(view.clause, time.first):
                continue
            if (days.latest - days.earliest).days > _A_MONTH_OR_TWO:
                continue
            if days.earliest > begin and days.latest < begin + timedelta(_PLANS_AHEAD * _A_YEAR):
                kept = cross(windows, [(date.min, days.latest)])
                if kept and kept != windows:
                    windows = kept
                    reasons.append((f"it tells of ‘{_words(view, time)}’ as to come", kept[0]))
    return windows


def _told_until(event: Milestone, point: Point, named: bool) -> Days:
    """The days on which news can tell the day of an event so: a year, or the rest of a month."""
    if not named or point.shift != 0:
        return event.start, event.start + timedelta(_A_YEAR - 1)
    return event.start, (event.start.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


@lru_cache(maxsize=366)
def _on_day(month: int | None, day: int) -> tuple[Milestone, ...]:
    """The milestones that began on a day of the year."""
    return tuple(
        m for m in load_milestones().values() if (m.start.month, m.start.day) == (month, day)
    )


def _sides(view: View) -> frozenset[str]:
    """The polities named in a sentence."""
    return frozenset(
        actor.side[:3] for node in view.clause.nodes for actor in node.actors if actor.side
    )


def _adjectives(view: View) -> frozenset[str]:
    """The polities that a sentence names by adjective: "the Chadian lira"."""
    elements = [n.element for n in view.clause.nodes if n.letter == "D"]
    return frozenset(e.entry.id[:3] for e in elements if e is not None)


def on_own_day(
    story: StoryActs, windows: list[Days] | None, reasons: Reasons, until: date
) -> list[Days] | None:
    """The windows without days that cannot be the story's own by what it says of today.

    «اليوم السبت» (al-yawm as-sabt, "today, Saturday") tells its weekday, "the 13th of this May"
    its month, and "on Friday, 13 May" a year in which that day is a Friday. "Today, Monday 18
    April 2022" leaves one day. Windows without an end are tried up to `until`, and kept as they
    were where more than a year is left of them.
    """
    kept = windows
    facts: Reasons = []
    for words, day, fits in _own_days(story):
        if day is not None:
            kept, facts = [(day, day)], []
        elif kept and kept[0][0] != date.min:
            narrowed = _fitting(kept, fits, until)
            if not narrowed or narrowed == kept:
                continue
            kept = narrowed
        else:
            continue
        facts.append((f"its own day is that of ‘{words}’", kept[0]))
    open_before = windows is not None and windows[-1][1] == date.max
    if not facts or not kept or (open_before and (kept[-1][1] - kept[0][0]).days > _A_YEAR):
        return windows
    reasons.extend(facts)
    return kept


def _own_days(story: StoryActs) -> Iterator[tuple[str, date | None, Callable[[date], bool]]]:
    """For each saying about the story's own day: its words, the day if it is told, and the test.

    Days told with their year come first, since they say most.
    """
    told = []
    for view, time in _past_times(story, future=True):
        found = _own_day(time)
        if found is not None:
            told.append((_words(view, time), *found))
    yield from sorted(told, key=lambda one: one[1] is None)


def _own_day(time: TimeExpression) -> tuple[date | None, Callable[[date], bool]] | None:
    meaning = time.meaning
    if isinstance(meaning, Nearby) and meaning.weekday is not None:
        weekday = (meaning.weekday - meaning.offset) % 7
        return None, lambda day: day.weekday() == weekday
    point = meaning.first if isinstance(meaning, Stretch) else meaning
    if not isinstance(point, Point) or point.hijri or point.month is None:
        return None
    if point.day is None:
        return None if point.year is not None else _own_month(point)
    if point.near is not None and point.year is not None:
        days = point.of_year(point.year)
        return days and (days[0] - timedelta(point.near), lambda day: True)
    if point.year is not None:
        return None
    if point.near is not None or point.weekday is not None or point.shift == 0:
        return None, lambda day: _may_say(point, day)
    return None


def _own_month(point: Point) -> tuple[None, Callable[[date], bool]] | None:
    """That "this May" is said in May, and "next May" is not."""
    if point.shift is None or point.shift < 0:
        return None
    return None, lambda day: (day.month == point.month) == (point.shift == 0)


def _may_say(point: Point, day: date) -> bool:
    """True where news of that day can mean a day of a month that it tells without the year."""
    for year in (day.year - 1, day.year, day.year + 1):
        days = point.of_year(year)
        if days is None or abs((days[0] - day).days) > _A_YEAR:
            continue
        if point.weekday is not None and days[0].weekday() != point.weekday:
            continue
        if point.shift == 0 and (days[0].year, days[0].month) != (day.year, day.month):
            continue
        if point.near is None or days[0] == day + timedelta(point.near):
            return True
    return False


def _fitting(windows: list[Days], fits: Callable[[date], bool], until: date) -> list[Days]:
    """The stretches of those days in the windows that fit."""
    found: list[Days] = []
    for start, end in windows:
        for number in range(start.toordinal(), min(end, until).toordinal() + 1):
            day = date.fromordinal(number)
            if not fits(day):
                continue
            if found and found[-1][1] == day - timedelta(1):
                found[-1] = found[-1][0], day
            else:
                found.append((day, day))
    return found


def _words(view: View, time: TimeExpression) -> str:
    return " ".join(t.norm for t in view.clause.tokens[time.first : time.last])


def _past_times(story: StoryActs, future: bool = False) -> Iterator[tuple[View, TimeExpression]]:
    """Expressions of time, those of what the story tells as still to come only with `future`."""
    for view, times in zip(story.views, story.times, strict=True):
        for time in times:
            if future or (time.direction != "future" and not planned_near(view.clause, time.first)):
                yield view, time


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


def _lately(begin: date, month: int, day_of_month: int) -> bool:
    """True for a day of the half year before the windows begin: it lies behind them already."""
    found = _first_day([(begin - timedelta(_HALF_A_YEAR), begin)], month, day_of_month)
    return found is not None and found < begin


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


def weekday_ahead(clause: Clause, verb: int, time: TimeExpression) -> bool:
    """True for a bare weekday behind a present: «يلتقي الوزير نظيره الخميس», "meets on Thursday".

    (yaltaqī l-wazīru naẓīrahu l-khamīs, "the minister meets his counterpart on Thursday".) Reports
    tell of the days gone by in the past.
    """
    meaning = time.meaning
    if not isinstance(meaning, Weekday) or meaning.shift is not None or meaning.week is not None:
        return False
    if {a.tense for a in clause.readings[verb] if a.finite} != {"present"}:
        return False
    if clause.nodes[verb].first > time.first and not _opens(clause, time):
        return False
    return not any(
        clause.finite(k) and {a.tense for a in clause.readings[k]} == {"past"}
        for k in range(max(0, verb - _VERB_GROUP), verb)
    )


def _opens(clause: Clause, time: TimeExpression) -> bool:
    """True for a day that begins its sentence: "On Thursday he travels to Peru"."""
    return clause.pack.subject_first and time.first <= 1


def told_of_days_ahead(clause: Clause, time: TimeExpression) -> bool:
    """True for a bare weekday whose verb, the last one before it, is a present."""
    for k in range(len(clause.nodes) - 1, -1, -1):
        if clause.nodes[k].first < time.first and clause.finite(k):
            return weekday_ahead(clause, k, time)
    return False
