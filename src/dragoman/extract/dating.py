"""When a story without a date can have been written: by who held which office, and what is past."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.core.interval import Interval
from dragoman.extract.named_events import after_milestones, named_milestones
from dragoman.extract.stories import StoryActs
from dragoman.extract.told_days import (
    Days,
    Reasons,
    after_days_told,
    before_plans,
    cross,
    from_told_months,
    on_own_day,
    planned_near,
)
from dragoman.knowledge.people import Tenure
from dragoman.knowledge.world import KNOWN_UNTIL, World

_MOST_REASONS = 4
_SOON = timedelta(3 * 366)
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d\Z")


def bound_by_text(story: StoryActs, world: World, choices: Sequence[date] = ()) -> Interval | None:
    """The days on which all the offices that a story names were held as it says.

    `choices` are the days of which the story's own is known to be one, if any are.

    An explicit date that the story tells of as past bounds the earliest day. None where neither
    an end is known nor a beginning.
    """
    reasons: Reasons = []
    windows = _title_year(story, reasons)
    after = _latest_past(story)
    held = list(_tenures(story, world))
    if after is not None and _yet_to_come(after[0], [spans for _, spans, _ in held]):
        after = None
    if after is not None and windows is None:
        windows = [(after[0], date.max)]
        reasons.append((f"it tells of {after[1]} as past", windows[0]))
    for name, spans, told in held:
        narrowed = cross(windows, spans)
        if not narrowed:
            continue
        if windows is None or narrowed != windows:
            reasons.append((f"{name} {told}", narrowed[0]))
        windows = narrowed
    windows = after_milestones(story, windows, reasons)
    windows = after_days_told(story, windows, reasons, named_milestones(story))
    windows = before_plans(story, windows, reasons)
    begin = windows[0][0] if windows else None
    told_past = any(
        reason.startswith("it tells of") and days[0] == begin for reason, days in reasons
    )
    since = after[0] if after is not None and after[2] else None
    windows = from_told_months(story, windows, reasons, since if told_past else None, told_past)
    windows = on_own_day(story, windows, reasons, KNOWN_UNTIL)
    possible = [(day, day) for day in choices if day <= KNOWN_UNTIL]
    if possible:
        fitting = [d for d in possible if any(a <= d[0] <= b for a, b in windows or possible)]
        windows = fitting or possible
        reasons.append((f"its date line can mean {len(windows)} days", windows[0]))
    if not windows:
        return None
    earliest, latest = windows[0][0], windows[-1][1]
    if latest == date.max or earliest == date.min:
        return None
    because = "; ".join(reason for reason, _ in reasons[-_MOST_REASONS:])
    return Interval(earliest, latest, "inferred", because)


def _yet_to_come(day: date, held: Sequence[list[Days]]) -> bool:
    """True for a day soon after all who are named in office had left it: a plan, then.

    "The meetings of October 2023", with a president of the World Bank who left in June.
    """
    together: list[Days] | None = None
    for spans in held:
        together = cross(together, spans)
    if not together:
        return False
    end = together[-1][1]
    return end < day < end + _SOON


def _title_year(story: StoryActs, reasons: Reasons) -> list[Days] | None:
    """The year that a headline names: "Joint Commission 2016" is news of that year."""
    for view in story.views:
        if not view.sentence.headline:
            continue
        for token in view.clause.tokens:
            if token.kind == "number" and _YEAR.match(token.norm):
                year = int(token.norm)
                windows = [(date(year, 1, 1), date(year, 12, 31))]
                reasons.append((f"its headline names {year}", windows[0]))
                return windows
    return None


def _tenures(story: StoryActs, world: World) -> Iterable[tuple[str, list[Days], str]]:
    """For each person named in an office: the times when he or she held it."""
    for person in story.registry.people:
        if not (person.entity and person.office and person.side):
            continue
        held = [
            t
            for t in world.tenures_of(person.entity)
            if t.side == person.side and (t.office == person.office or not person.title)
        ]
        if not held or not person.title:
            continue
        spans = [_span(t, world) for t in held]
        told = f"was {person.office.replace('_', ' ')} of {person.side} " + " and ".join(
            f"{a if a != date.min else 'an unknown day'} to {b if b != date.max else 'now'}"
            for a, b in spans
        )
        yield person.name, spans, told


def _span(tenure: Tenure, world: World) -> Days:
    return tenure.from_earliest or date.min, tenure.to_latest or date.max


def _latest_past(story: StoryActs) -> tuple[date, str, bool] | None:
    """The latest explicit day that the story tells of in the past; True for a whole month."""
    found: list[tuple[date, str, bool]] = []
    for view, times in zip(story.views, story.times, strict=True):
        tokens = view.clause.tokens
        for time in times:
            if not time.explicit or time.kind in ("duration", "vague", "since"):
                continue
            days = time.resolve(None)
            if days is None or days.earliest > KNOWN_UNTIL:
                continue
            if planned_near(view.clause, time.first):
                continue
            words = " ".join(t.norm for t in tokens[time.first : time.last])
            if time.kind == "year":
                # A year told by its number is over, but in forecasts: it would be "this year".
                foretold = not view.clause.pack.classes["forecast"].isdisjoint(view.clause.norms)
                over = days.earliest if foretold else days.latest + timedelta(1)
                found.append((over, f"‘{words}’", False))
            else:
                found.append((days.earliest, f"‘{words}’", time.kind == "month"))
    return max(found, default=None)
