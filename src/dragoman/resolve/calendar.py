"""Whether the days of two records can be the days of one act."""

from dataclasses import dataclass
from datetime import timedelta

from dragoman.resolve.blocks import SOON, days_about
from dragoman.resolve.records import Days, Telling

AFTER = 3
"""A report whose own day stands for the act's may come so many days after it."""
APART = 2
"""Two reports of one act are so many days apart at most, where only their own days are known."""
PRECISE, LOOSE = 4, 32
"""Spans of days up to these lengths say when, or at least about when."""
WEEK = 7
DISTANT = frozenset({"call", "letter"})
"""Kinds of contact for which nobody travels."""
STAY = 2
"""A visit lasts: reports may give different days of it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the days agree: `value` in 0 to 1; `clash` where they cannot be one act's."""

    value: float
    why: str
    clash: bool = False


def _gap(one: Days, other: Days) -> int:
    """How many days lie between, 0 where they touch or overlap."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _worth(one: Days, other: Days) -> float:
    """What an overlap is worth: much between single days, nothing between wide spans."""
    longest = max(one.length, other.length)
    if longest <= PRECISE:
        return 1.0
    shortest = min(one.length, other.length)
    if longest <= LOOSE:
        return 0.6 if shortest <= PRECISE else 0.4
    return 0.15 if shortest <= LOOSE else 0.0


def _widened(days: Days) -> Days:
    """The days of the act, where only those of the report are known."""
    if days.sure or days.length > LOOSE:
        return days
    return Days(days.first - timedelta(days=AFTER), days.last, False)


def spans_fit(one: Days | None, other: Days | None) -> Fit:
    """How well the days of two acts agree, where neither lasts nor was told of before."""
    if one is None or other is None:
        return Fit(0.0, "no day to compare")
    if _gap(one, other) == 0:
        worth = _worth(one, other)
        return Fit(worth if one.sure and other.sure else worth * 0.85, "days agree")
    if not (one.sure and other.sure):
        near = _gap(_widened(one), _widened(other))
        if near == 0 and (one.sure or other.sure or _gap(one, other) <= APART):
            return Fit(0.6 * _worth(one, other), "told within days of it")
    return Fit(0.0, "on other days", clash=True)


def _announced(plan: Telling, other: Telling) -> Fit:
    """A plan without a day beside what was held or planned for a day."""
    if plan.published is None or plan.published.length > LOOSE:
        return Fit(0.0, "no day to compare")
    if plan.kind in DISTANT and other.published != plan.published:
        return Fit(0.0, "staying in touch is no appointment", clash=True)
    days = other.date
    if days is None:
        if other.published is None:
            return Fit(0.0, "no day to compare")
        near = _gap(plan.published, other.published)
        if near > SOON.days:
            return Fit(0.0, "announced at other times", clash=True)
        if near > WEEK:
            return Fit(0.0, "announced some time apart")
        return Fit(0.5, "announced at about the same time")
    if days.last < plan.published.first - timedelta(days=1):
        return Fit(0.0, "announced after the other had been held", clash=True)
    wait = (days.first - plan.published.last).days
    if wait > SOON.days:
        return Fit(0.0, "announced long before", clash=True)
    return Fit(0.5 - 0.4 * max(wait, 0) / SOON.days, "announced shortly before")


def _told_after(plan: Telling, held: Telling) -> bool:
    """True where a plan was told of after the other had been held: it is for another time."""
    if plan.published is None or held.date is None or plan.published.length > LOOSE:
        return False
    return plan.published.first - timedelta(days=1) > held.date.last


def days_fit(left: Telling, right: Telling) -> Fit:
    """How well the days of two contacts of the same sides agree."""
    for plan, other in ((left, right), (right, left)):
        if plan.status == "planned" and other.status == "happened" and _told_after(plan, other):
            return Fit(0.0, "planned after the other had been held", clash=True)
    if left.date is not None and right.date is not None:
        fit = spans_fit(left.date, right.date)
        stay = left.kind == right.kind == "visit" and _gap(left.date, right.date) <= STAY
        return Fit(0.5, "days of one stay") if fit.clash and stay else fit
    for plan, other in ((left, right), (right, left)):
        if plan.date is None and plan.status != "happened":
            return _announced(plan, other)
    about = days_about(left), days_about(right)
    if about[0] and about[1] and _gap(about[0], about[1]):
        return Fit(0.0, "told at other times", clash=True)
    return Fit(0.0, "no day to compare")
