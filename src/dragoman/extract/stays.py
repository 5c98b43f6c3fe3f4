"""The days of visits that are told by their first or last day and how long they last."""

from collections.abc import Sequence
from datetime import timedelta

from dragoman.core.interval import Interval
from dragoman.core.quick import replace
from dragoman.extract.act import Act, View
from dragoman.extract.drafts import Draft
from dragoman.extract.stories import StoryActs

_LASTING = 14
"""So many words from its noun or verb, at most, stands how long a visit lasts."""
_AHEAD = 6
"""How many nodes before a visit what says that it begins or ends may stand."""
_OPENING = 4
_NEXT = 2
"""How many sentences behind a visit may tell how long it lasts."""
_LEAST, _MOST = 2, 15


def stretch_stays(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Gives visits of which one day and a length are told all their days.

    «وصل الأحد في زيارة تستغرق يومين» (waṣala l-aḥad fī ziyāra tastaghriqu yawmayn, "arrived on
    Sunday for a two-day visit"); "ended a three-day visit on Monday".
    """
    for draft in drafts:
        if draft.kind != "visit" or draft.date is None or draft.date.days != 1:
            continue
        for act in draft.acts:
            days = _lasting(story, act)
            if days is not None:
                told, draft.date = draft.date, _all_days(draft, days, story) or draft.date
                draft.stretched = draft.date != told
                break


def _lasting(story: StoryActs, act: Act) -> int | None:
    """How many days a visit is told to last, beside it or where the next sentences open."""
    for view, times in zip(story.views, story.times, strict=True):
        later = view.sentence.index - act.sentence
        if not 0 <= later <= _NEXT:
            continue
        at = view.clause.nodes[act.node].first if later == 0 else 0
        reach = _LASTING if later == 0 else _OPENING
        for time in times:
            if time.kind != "duration" or abs(time.first - at) > reach:
                continue
            if time.days is not None and _LEAST <= time.days <= _MOST:
                return time.days
    return None


def _all_days(draft: Draft, days: int, story: StoryActs) -> Interval | None:
    """The days of a visit that begins or ends on the day told; None where that is open."""
    told = draft.date
    if told is None:
        return None
    rest = timedelta(days - 1)
    views = {v.sentence.index: v for v in story.views}
    acts = [(views[a.sentence], a.node) for a in draft.acts]
    if any(_says(view, node, "stay_ends") for view, node in acts):
        return replace(told, earliest=told.earliest - rest)
    begins = draft.status == "planned" or any(_says(v, k, "stay_begins") for v, k in acts)
    return replace(told, latest=told.latest + rest) if begins else None


def _says(view: View, node: int, words: str) -> bool:
    """True where a word of a class is the verb of a visit, or stands shortly before its noun."""
    clause, told = view.clause, view.clause.pack.discourse[words]
    near = range(max(0, node - _AHEAD), node + 1)
    return any(clause.norm(k) in told or clause.meanings(k) & told for k in near)
