"""Dated public events that a story names, and the days on which it can have been written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.extract.act import View
from dragoman.extract.stories import StoryActs
from dragoman.extract.told_days import Days, Reasons, planned_near
from dragoman.extract.told_events import days_after, days_before
from dragoman.knowledge.milestones import Milestone, load_milestones
from dragoman.lang.affixes import Affixes
from dragoman.lang.ages import Ages
from dragoman.lang.calendar import TimeExpression
from dragoman.lang.gazetteer import read_table
from dragoman.lang.moments import Nearby
from dragoman.lang.phrases import Phrases

_QUOTES = frozenset("\"'“”«»‘’,،-")
_PAUSES = frozenset(",،;؛:.")
_SIDELINES = 8
"""How many tokens a gathering may stand behind "on the sidelines of"."""
_EVE, _AFTERMATH, _MOURNING = timedelta(3), timedelta(14), timedelta(7)
"""So long before and after a gathering news tells of what was beside it, and of condolences."""
_LED_BY, _LASTING = 6, 45
"""So many days news is led by what is soon forgotten, but not by what goes on for longer."""
_PLANNED = 5
"""How many tokens "scheduled" may stand from the gathering that it is said of."""
_BEFORE = 4
"""How many tokens "ahead of" may stand before it."""
_AHEAD = timedelta(400)
"""So long before a gathering news tells of it as to come."""
_AGE_BESIDE, _AGE_OF = 8, 3
"""How many tokens an age may stand from the event that it is of, and in "the third day of"."""
_EVERY = "*"
_LEAD = 3
"""So many sentences tell of the story's own day where they tell the age of an event."""
_DATED = frozenset({"agreement", "attack", "coup", "death", "disaster", "election"})
"""Kinds of milestones whose age news tells where it leads with them."""
_CALLED = frozenset({"summit", "election", "sport", "accession"})
"""Kinds of milestones whose day is known before."""


@dataclass(slots=True)
class _Told:
    """How a story tells of one event: as past, in news of its days, as old; its days if told."""

    past: bool = False
    near: bool = False
    led: bool = False
    old: bool = False
    aged: list[Days] | None = None
    after: list[Days] | None = None
    ahead: list[Days] | None = None


def after_milestones(
    story: StoryActs, windows: list[Days] | None, reasons: Reasons
) -> list[Days] | None:
    """The windows, by the dated public events that a story tells of.

    No earlier than those it tells of as past, within the days in which news still tells of those
    that are soon forgotten, and before those it tells of as to come. The latest event comes
    first: what a story tells besides may be older news.
    """
    told = _told(story)
    latest_first = sorted(told, key=lambda m: (m.start, m.id), reverse=True)
    for milestone in latest_first:
        if told[milestone].past:
            days = _news_days(milestone, told[milestone])
            said = f"it tells of {milestone.name} ({milestone.start})"
            windows = _between(windows, [days], reasons, said)
    for milestone in latest_first:
        said = f"it tells the day of {milestone.name} ({milestone.start})"
        windows = _between(windows, told[milestone].after, reasons, said)
        said = f"it tells the age of {milestone.name} ({milestone.start})"
        windows = _between(windows, told[milestone].aged, reasons, said)
    for milestone in latest_first:
        if told[milestone].ahead is not None and not told[milestone].past:
            said = f"it tells of {milestone.name} ({milestone.start}) as to come"
            windows = _between(windows, told[milestone].ahead, reasons, said)
    return _beside_series(story, windows, reasons)


def _beside_series(
    story: StoryActs, windows: list[Days] | None, reasons: Reasons
) -> list[Days] | None:
    """The windows near one of the gatherings of a series that the story tells with their day.

    "He said at Davos on Monday", of a minister who held office in two winters.
    """
    if not windows or windows[0][0] == date.min or windows[-1][1] == date.max:
        return windows
    for k, at, series in _named_series(story):
        view, times = story.views[k], story.times[k]
        if planned_near(view.clause, at) or _planned_beside(view, at) or _on_the_eve(view, at):
            continue
        times = tuple(t for t in times if t.kind == "weekday" or _gone(t))
        days: list[Days] = []
        for one in _editions(series):
            told = days_after(one, view, at, times, at)
            if not told and _on_sidelines(view, at):
                told = [(one.start - _EVE, one.end + _EVE)]
            days += told
        kept = [
            (max(a, c), min(b, d)) for a, b in windows for c, d in days if max(a, c) <= min(b, d)
        ]
        if kept and kept != windows:
            windows = sorted(kept)
            name = series.removesuffix(_EVERY)
            reasons.append((f"it tells of one of the gatherings ‘{name}’", windows[0]))
    return windows


@lru_cache(maxsize=64)
def _editions(series: str) -> tuple[Milestone, ...]:
    """The gatherings of a series, "g20-*": those whose ids begin so."""
    begin = series.removesuffix(_EVERY)
    return tuple(
        m
        for m in load_milestones().values()
        if m.id.startswith(begin) and m.kind == "summit" and m.fresh is None
    )


def named_milestones(story: StoryActs) -> frozenset[Milestone]:
    """The milestones that a story names."""
    return frozenset(milestone for _, _, milestone, _ in _named(story))


def _told(story: StoryActs) -> dict[Milestone, _Told]:
    """What a story tells of each milestone that it names."""
    told: dict[Milestone, _Told] = {}
    for k, at, milestone, end in _named(story):
        view, times = story.views[k], story.times[k]
        if _on_the_eve(view, at) and milestone.kind not in _CALLED:
            continue
        if _to_come(view, at, milestone):
            days = days_before(milestone, view, at, times)
            found = told.setdefault(milestone, _Told())
            found.ahead = days or found.ahead or [(milestone.start - _AHEAD, milestone.end)]
        elif not planned_near(view.clause, at) and not _foretold(view, at, milestone):
            found = told.setdefault(milestone, _Told())
            found.past = True
            found.led = found.led or k < _LEAD
            found.near = found.near or _of_these_days(view, at, milestone)
            found.old = found.old or _with_year(milestone, times)
            found.after = found.after or days_after(milestone, view, at, times, end) or None
            if milestone.kind == "war" or (k < _LEAD and milestone.kind in _DATED):
                found.aged = found.aged or _aged(story, view, at, milestone)
    return told


def _news_days(milestone: Milestone, told: _Told) -> Days:
    """The days on which a story can tell so of an event as past."""
    if told.near:
        after = _MOURNING if milestone.kind == "death" else _AFTERMATH
        return milestone.start - _EVE, milestone.end + after
    if milestone.fresh is None or told.old:
        return milestone.start, date.max
    led = told.led and milestone.fresh <= _LASTING
    until = milestone.end + timedelta(min(milestone.fresh, _LED_BY) if led else milestone.fresh)
    later = any(days and days[0][0] > until for days in (told.after, told.aged))
    return milestone.start, date.max if later else until


def _between(
    windows: list[Days] | None, days: list[Days] | None, reasons: Reasons, said: str
) -> list[Days] | None:
    """The windows from the first to the last of some days, which may be one."""
    if not days:
        return windows
    first, last = days[0][0], days[-1][1]
    both = [(max(a, first), min(b, last)) for a, b in windows or days]
    both = [(a, b) for a, b in both if a <= b]
    if not both or both == windows:
        return windows
    reasons.append((said, both[0]))
    return both


@dataclass(frozen=True, slots=True)
class _Form:
    """A milestone and what else a sentence must hold to name it."""

    milestone: str
    others: tuple[Phrases[bool], ...]


@lru_cache(maxsize=64)
def _forms(code: str) -> Phrases[_Form]:
    """How a language names dated public events.

    "Kissinger + Davos" asks for both in one sentence, in any order.
    """
    article = Affixes.for_language(code).article
    found: Phrases[_Form] = Phrases(article)
    parts: dict[str, Phrases[bool]] = {}
    for _, row in read_table(code, "milestones.csv"):
        first, *others = row["form"].split(" + ")
        for other in others:
            if other not in parts:
                parts[other] = Phrases(article)
                parts[other].add(other, True)
        found.add(first, _Form(row["id"], tuple(parts[o] for o in others)))
    return found


def _named_series(story: StoryActs) -> Iterator[tuple[int, int, str]]:
    """The series of gatherings that a story names: view, token and which."""
    forms = _forms(story.story.language)
    for number, view in enumerate(story.views):
        norms = view.clause.norms
        for at in range(len(norms)):
            for _, form in forms.at(norms, at):
                if form.milestone.endswith(_EVERY):
                    yield number, at, form.milestone


def _named(story: StoryActs) -> Iterator[tuple[int, int, Milestone, int | None]]:
    """The milestones that a story names, in quotation marks or not: view, token and which.

    Headline and lead count as one sentence, since they tell one thing. Last, for those named by
    several words, the token of the last of these in the sentence.
    """
    forms = _forms(story.story.language)
    known = load_milestones()
    lead: list[str] = []
    for view in story.views[:_LEAD]:
        lead += [n for n in view.clause.norms if n not in _QUOTES]
    for number, view in enumerate(story.views):
        words = [(k, n) for k, n in enumerate(view.clause.norms) if n not in _QUOTES]
        norms = [n for _, n in words]
        around = lead if number < _LEAD else norms
        for at, (token, _) in enumerate(words):
            for _, form in forms.at(norms, at):
                if form.milestone in known and all(o.anywhere(around) for o in form.others):
                    ends = [words[p][0] for o in form.others for p, _, _ in o.all(norms)[:1]]
                    end = max([token, *ends]) if form.others else None
                    yield number, token, known[form.milestone], end


def _planned_beside(view: View, token: int) -> bool:
    """True for a gathering beside a word that calls it planned or next."""
    planned = view.clause.pack.factuality["planned"]
    tokens = view.clause.tokens[max(0, token - _PLANNED) : token + 2 * _PLANNED]
    return any(t.norm in planned for t in tokens)


def _gone(time: TimeExpression) -> bool:
    """True for "today", "yesterday" and other days that are not to come."""
    today = isinstance(time.meaning, Nearby) and time.meaning.offset <= 0
    return today or time.direction == "past"


def _on_the_eve(view: View, token: int) -> bool:
    """True right behind a word such as "ahead of" or "before"."""
    eve = view.clause.pack.classes["eve"]
    return any(t.norm in eve for t in view.clause.tokens[max(0, token - _BEFORE) : token])


def _foretold(view: View, token: int, milestone: Milestone) -> bool:
    """True for a soon forgotten event in a sentence that speaks of what is to come."""
    if milestone.fresh is None:
        return False
    return _planned_beside(view, token) or any(t.role == "future" for t in view.clause.tokens)


def _to_come(view: View, token: int, milestone: Milestone) -> bool:
    """True for a gathering or an election beside a word that calls it planned or next."""
    if milestone.kind not in _CALLED:
        return False
    if _planned_beside(view, token) or _on_the_eve(view, token):
        return True
    tokens = view.clause.tokens
    for behind in tokens[token : token + 2 * _PLANNED]:
        if behind.role == "future":
            return True
        if behind.norm in _PAUSES:
            break
    return False


def _aged(story: StoryActs, view: View, token: int, milestone: Milestone) -> list[Days]:
    """The days on which an event is as old as the words beside it say."""
    for age in Ages.for_language(story.story.language).find(view.clause.tokens):
        apart = age.first - token if age.own else token - age.last
        parted = not age.own and any(
            age.last <= n.first < token and view.clause.finite(i)
            for i, n in enumerate(view.clause.nodes)
        )
        most = _AGE_OF if age.running and not age.own else _AGE_BESIDE
        if 0 <= apart <= most and not parted:
            return [age.days_since(milestone.start)]
    return []


def _with_year(milestone: Milestone, times: Sequence[TimeExpression]) -> bool:
    """True where an event is told with its year: news of its own days leaves that out."""
    told = [t.resolve(None) for t in times if t.explicit]
    return any(d and d.earliest <= milestone.end and milestone.start <= d.latest for d in told)


def _of_these_days(view: View, token: int, milestone: Milestone) -> bool:
    """True for a gathering beside which, or a death after which, the news of the story is."""
    if milestone.kind == "death":
        return bool(view.clause.pack.classes["mourning"] & set(view.clause.norms))
    return milestone.kind == "summit" and _on_sidelines(view, token)


def _on_sidelines(view: View, token: int) -> bool:
    """True for a gathering on whose sidelines the news of the story is: it is of those days."""
    return any(
        0 < token - node.first <= _SIDELINES
        for node in view.clause.nodes
        if node.element and any(e.id == "sidelines" for e in node.element.entries)
    )
