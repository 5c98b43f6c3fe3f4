"""One engagement as all its reports together tell it: what they agree on, and where they differ."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.core.reading import JsonObject
from dragoman.resolve.people import same_person
from dragoman.resolve.records import Days, Telling, Who

T = TypeVar("T", bound=Hashable)
_GENERAL = "meeting"
_LIFE = ("planned", "happened", "cancelled", "denied")


@dataclass(frozen=True, slots=True)
class Stand:
    """One of several values that reports give, with the records (by id) that give it."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The engagement that a cluster of tellings makes.

    Attributes:
        id: The cluster's id.
        status: What the latest stage says: what happened supersedes what was planned.
        participants: Everybody named in some report, each with the fullest name and what is
            known of side and office.
        date: The days that all reports allow, else those of the report that says most.
        life: Stages in the order in which they were reported, with the reports of each.
        conflicts: By field, the values on which reports differ, side by side.
        sources: How many reports are independent: copies of one text count once.
        first: The day of the first report, `last` that of the last.
    """

    id: str
    kind: str
    status: str
    sides: tuple[str, ...]
    participants: tuple[Who, ...]
    date: Days | None
    country: str | None
    city: str | None
    sidelines_of: str | None
    round: int | None
    topics: tuple[str, ...]
    life: tuple[Stand, ...]
    conflicts: Mapping[str, tuple[Stand, ...]]
    reports: tuple[str, ...]
    sources: int
    first: dt.date | None
    last: dt.date | None

    def to_json(self) -> JsonObject:
        """The engagement as plain JSON types."""
        day = self.date
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "sides": list(self.sides),
            "participants": [
                {"entity": w.entity, "name": w.name, "side": w.side, "office": w.office}
                for w in self.participants
            ],
            "date": [day.first.isoformat(), day.last.isoformat()] if day else None,
            "place": {"country": self.country, "city": self.city} if self.country else None,
            "sidelines_of": self.sidelines_of,
            "round": self.round,
            "topics": list(self.topics),
            "life": [{"status": s.value, "reports": list(s.reports)} for s in self.life],
            "conflicts": {
                name: [{"value": s.value, "reports": list(s.reports)} for s in stands]
                for name, stands in sorted(self.conflicts.items())
            },
            "reports": list(self.reports),
            "sources": self.sources,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
        }


def merge(tellings: Iterable[Telling], copies: Mapping[str, str] | None = None) -> Merged:
    """The engagement that some tellings of it make, in whatever order they are given.

    Args:
        tellings: The members of a cluster, at least one.
        copies: By document, the group of near-duplicate documents it belongs to; documents not
            listed stand for themselves.

    Raises:
        ValueError: no telling is given.
    """
    told = sorted(tellings, key=lambda t: t.id)
    if not told:
        raise ValueError("an engagement needs at least one telling: give the cluster's members")
    groups = copies or {}
    status = _status(told)
    standing = [t for t in told if t.status == status] or told
    days = [t.published for t in told if t.published]
    kind = _kind(standing)
    place = _place(standing)
    return Merged(
        id=told[0].id,
        kind=kind,
        status=status,
        sides=tuple(sorted({s for t in told for s in t.sides})),
        participants=_people(told),
        date=_date(standing),
        country=place[0],
        city=place[1],
        sidelines_of=_most(standing, lambda t: t.sidelines_of),
        round=_most(told, lambda t: t.round),
        topics=tuple(sorted({topic for t in told for topic in t.topics})),
        life=_life(told),
        conflicts=_conflicts(standing),
        reports=tuple(t.id for t in told),
        sources=len({groups.get(t.document, t.document) for t in told}),
        first=min((d.first for d in days), default=None),
        last=max((d.last for d in days), default=None),
    )


def _status(told: Sequence[Telling]) -> str:
    """The stage that stands: what was held outweighs what was planned."""
    found = {t.status for t in told}
    return next(
        (s for s in ("happened", "cancelled", "denied", "planned") if s in found), "planned"
    )


def _most(told: Sequence[Telling], value: Callable[[Telling], T | None]) -> T | None:
    """What most reports say; of equals the one that sorts first."""
    found: dict[T, int] = {}
    for telling in told:
        if (said := value(telling)) is not None:
            found[said] = found.get(said, 0) + 1
    return min(found, key=lambda v: (-found[v], str(v)), default=None)


def _kind(told: Sequence[Telling]) -> str:
    """The most telling kind: meeting only where no report has a kind of its own."""
    return _most(told, lambda t: t.kind if t.kind != _GENERAL else None) or _GENERAL


def _place(told: Sequence[Telling]) -> tuple[str | None, str | None]:
    """Country and city, a report with a city before one without."""
    with_city = _most(told, lambda t: (t.country, t.city) if t.city else None)
    return with_city or (_most(told, lambda t: t.country), None)


def _date(told: Sequence[Telling]) -> Days | None:
    """The days in all reports whose text gives them; else of the shortest span."""
    dated = [t.date for t in told if t.date]
    dated = [d for d in dated if d.sure] or dated
    if not dated:
        return None
    first, last = max(d.first for d in dated), min(d.last for d in dated)
    if first <= last:
        return Days(first, last, dated[0].sure)
    return _usual(dated)


def _usual(dated: Sequence[Days]) -> Days:
    """The shortest span, of equals the one given most often, then the earliest."""
    return min(dated, key=lambda d: (d.length, -list(dated).count(d), d.first))


def _people(told: Sequence[Telling]) -> tuple[Who, ...]:
    """Everybody once, with the fullest name, known people by their ids."""
    found: list[Who] = []
    named = sorted(
        {w for t in told for w in t.who},
        key=lambda w: (not w.known, w.side or "", -len(w.name), w.name, w.entity),
    )
    for who in named:
        at = next(
            (k for k, w in enumerate(found) if w.side == who.side and same_person(w, who)), None
        )
        if at is None:
            found.append(who)
        elif found[at].office is None and who.office:
            found[at] = Who(
                found[at].entity, found[at].name, found[at].side, who.office, found[at].known
            )
    return tuple(sorted(found, key=lambda w: (w.side or "", w.name, w.entity)))


def _life(told: Sequence[Telling]) -> tuple[Stand, ...]:
    """The stages told of, in order, with the reports of each."""
    stages = {s: tuple(t.id for t in told if t.status == s) for s in _LIFE}
    return tuple(Stand(s, reports) for s, reports in stages.items() if reports)


def _conflicts(told: Sequence[Telling]) -> dict[str, tuple[Stand, ...]]:
    """Fields on which reports of the same stage say what cannot all be true."""
    found = {
        "kind": _stands(told, lambda t: t.kind if t.kind != _GENERAL else None),
        "country": _stands(told, lambda t: t.country),
        "city": _stands(told, lambda t: t.city),
        "round": _stands(told, lambda t: None if t.round is None else str(t.round)),
        "sides": _stands(told, lambda t: " ".join(t.sides)),
    }
    found["date"] = _days_apart(told)
    return {name: stands for name, stands in found.items() if len(stands) > 1}


def _stands(told: Sequence[Telling], value: Callable[[Telling], str | None]) -> tuple[Stand, ...]:
    by_value: dict[str, list[str]] = {}
    for telling in told:
        if (said := value(telling)) is not None:
            by_value.setdefault(said, []).append(telling.id)
    return tuple(Stand(v, tuple(ids)) for v, ids in sorted(by_value.items()))


def _days_apart(told: Sequence[Telling]) -> tuple[Stand, ...]:
    """The days given, where the reports that give them in their text share none."""
    sure = [t for t in told if t.date and t.date.sure]
    spans = [t.date for t in sure if t.date]
    if not spans or max(d.first for d in spans) <= min(d.last for d in spans):
        return ()
    return _stands(sure, _written)


def _written(telling: Telling) -> str | None:
    days = telling.date
    if days is None:
        return None
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first} to {last}"
