"""When and where an act took place, on whose sidelines, in which round, for how long."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cached_property

from dragoman.core.document import Token
from dragoman.core.interval import Interval
from dragoman.core.reading import Place
from dragoman.extract.act import Act, View
from dragoman.extract.actors import Node
from dragoman.extract.own_clause import came_then, foreign, other_deed_between, says_then
from dragoman.extract.own_times import (
    of_described,
    of_past_deed,
    of_something_else,
    of_speech_about,
    told_elsewhere,
    told_then,
    verbs_between,
)
from dragoman.extract.settings import is_setting, staged
from dragoman.extract.stories import StoryActs
from dragoman.extract.told_days import planned_near, told_of_days_ahead, weekday_ahead
from dragoman.knowledge.world import World
from dragoman.lang.calendar import TimeExpression
from dragoman.lang.moments import Nearby

_FAR = 40
_IN = frozenset({"in", "by", "against"})
_TO = frozenset({"to"})
_OPENING, _OPENED = 2, 12
"""A date that opens a sentence holds for all of it: it counts as this near."""
_CLOSE = 1
_VERB = 8
"""A verb between parts an act from a date as much as so many words do."""
_LEAD = 2
_SKIPPED = 3
_HERE = 8
_NEWS_DAYS = 7
_THEN = 2
_NUMBER = re.compile(r"\d+\Z")


class Whereabouts:
    """Answers for the acts of one story; `published` bounds the story's own day."""

    def __init__(
        self, raw: str, story: StoryActs, world: World, published: Interval | None
    ) -> None:
        self._raw = raw
        self._story = story
        self._world = world
        self._published = published
        self._views = {v.sentence.index: k for k, v in enumerate(story.views)}

    def _view(self, act: Act) -> View:
        return self._story.views[self._views[act.sentence]]

    def _deeds(self, act: Act) -> frozenset[int]:
        """The nodes at which the act's sentence tells acts."""
        return frozenset(a.node for a in self._story.acts if a.sentence == act.sentence)

    def _times(self, act: Act) -> tuple[TimeExpression, ...]:
        return self._story.times[self._views[act.sentence]]

    def is_future(self, date: Interval) -> bool:
        """True for days that all lie behind the story's own."""
        return self._published is not None and date.earliest > self._published.latest

    def is_over(self, date: Interval | None, since: timedelta = timedelta(0)) -> bool:
        """True for days that all lie so long before the story's own."""
        return bool(self._published and date and date.latest + since < self._published.earliest)

    def date(self, act: Act) -> Interval | None:
        """The days that the nearest expression of time beside the act means."""
        view = self._view(act)
        at = view.clause.nodes[act.goal or act.node].first
        deeds = self._deeds(act) - {act.node}
        best: tuple[int, TimeExpression] | None = None
        for time in self._times(act):
            loose = time.kind == "vague" and act.status != "planned"
            if loose or time.kind == "duration" or of_something_else(view.clause, time, at):
                continue
            if self._parted(view, act, time) or of_described(view.clause, act, time):
                continue
            if foreign(view.clause, act, time.first) or of_speech_about(view.clause, act, time):
                continue
            if (act.status == "planned" or act.nominal) and told_then(view.clause, time):
                continue
            gap = min(abs(time.first - at), abs(time.last - 1 - at))
            gap += _OPENED * (act.goal is not None and time.first < at)
            if time.first <= _OPENING and time.first < at:
                gap = min(gap, _OPENED)
            gap += _VERB * verbs_between(view.clause, act, time)
            apart = gap + _VERB * told_elsewhere(view.clause, act, time, deeds)
            if gap <= _FAR and (best is None or apart < best[0]):
                if not self._can_be_of(act, view, time):
                    continue
                best = apart, time
        if best is None:
            return self._back_then(act)
        return self._resolve(view, best[1], act)

    def _back_then(self, act: Act) -> Interval | None:
        """The days told last before a sentence of what was "then": «وزارها آنذاك الوزير»."""
        clause, k = self._view(act).clause, self._views[act.sentence]
        if act.status != "happened" or not says_then(clause, act.node):
            return None
        told = (
            t for times in self._story.times[max(0, k - _THEN) : k] for t in times if t.explicit
        )
        return next((t.resolve(self._published, "past") for t in reversed(tuple(told))), None)

    def _can_be_of(self, act: Act, view: View, time: TimeExpression) -> bool:
        """False for days to come of what was done, and days gone by of what is yet to be done."""
        days = self._resolve(view, time, act)
        if days is None or self._published is None:
            return True
        if act.status == "planned":
            return not self.is_over(days)
        today = isinstance(time.meaning, Nearby) and time.meaning.offset == 0
        return today or not (self.is_future(days) and self.done(act))

    def done(self, act: Act) -> bool:
        """True for what a verb in the past tells as having happened."""
        tenses = {a.tense for a in self._view(act).clause.readings[act.node]}
        return tenses == {"past"} or (
            act.status == "happened" and "past" in tenses and "verbal-noun" not in tenses
        )

    def _parted(self, view: View, act: Act, time: TimeExpression) -> bool:
        """True for a time in what is told with "that", and for a year behind another act.

        «ندوة في ذكرى زيارة الملك سنة 1980» (nadwa fī dhikrā ziyārat al-malik sanat 1980, "a seminar
        on the anniversary of the king's visit in 1980").
        """
        others, clause = self._deeds(act), view.clause
        for k in range(act.node + 1, len(clause.nodes)):
            if clause.nodes[k].first >= time.first:
                return False
            if clause.nodes[k].letter == "t" and not (
                clause.pack.subject_first and clause.finite(k + 1)
            ):
                return True
            if time.kind == "year" and k in others and k > act.node + _LEAD:
                return True
        return False

    def news_day(self) -> Interval | None:
        """The day that the lead tells its news of: "said on Wednesday"; None where it has none."""
        for view, times in zip(self._story.views, self._story.times, strict=True):
            if view.sentence.headline:
                continue
            if view.sentence.index > _LEAD:
                break
            for time in times:
                if time.kind not in ("day", "weekday") or planned_near(view.clause, time.first):
                    continue
                if told_of_days_ahead(view.clause, time):
                    continue
                tokens = view.clause.tokens
                words = self._raw[tokens[time.first].start : tokens[time.last - 1].end]
                day = time.resolve(self._published, "past", words)
                if day is not None and self._is_news(day):
                    return day
        return None

    def _is_news(self, day: Interval) -> bool:
        """True for days shortly before the story's own."""
        if self._published is None or self._published.days > _NEWS_DAYS:
            return False
        age = (self._published.latest - day.latest).days
        return 0 <= age <= _NEWS_DAYS and day.days <= 1 + (self._published.days == 1)

    def _resolve(self, view: View, time: TimeExpression, act: Act) -> Interval | None:
        tokens = view.clause.tokens
        words = self._raw[tokens[time.first].start : tokens[time.last - 1].end]
        if came_then(view.clause, act.node, time.first):
            return time.resolve(self._published, "past", words)
        tense = "future" if act.status == "planned" else "past"
        tenses = {a.tense for a in view.clause.readings[act.node]}
        if tense == "past" and tenses and tenses <= {"present", "infinitive"}:
            tense = "none"
        dated = self._published is not None and self._published.days <= _NEWS_DAYS
        if dated and act.nominal and time.kind == "day" and time.direction is None:
            tense = "future" if act.status == "planned" else "none"
        if tense == "none" and not act.nominal and weekday_ahead(view.clause, act.node, time):
            tense = "future"
        if tense == "future" and of_past_deed(view.clause, act, time):
            tense = "past"
        return time.resolve(self._published, tense, words)  # type: ignore[arg-type]

    def place(self, act: Act, roles: frozenset[str] = _IN) -> Place | None:
        """The place behind a word for "in" (or of other roles) nearest to the act."""
        view = self._view(act)
        nodes = view.clause.nodes
        best: tuple[int, Place] | None = None
        for j in range(1, len(nodes)):
            led = view.clause.preposition(j - 1) in roles or staged(view.clause, j - 1, act.node)
            if view.clause.norm(j - 1) in view.clause.pack.agent or not led:
                continue
            if foreign(view.clause, act, nodes[j].first):
                continue
            found = self._place_at(view, j, act.node)
            gap = abs(j - (act.goal or act.node)) + _OPENED * (j < (act.goal or 0))
            if found is not None and (best is None or gap < best[0]):
                best = gap, found
        return best[1] if best else self._here(view, act.node)

    def _here(self, view: View, at: int) -> Place | None:
        """The place of the dateline, for what was "here"."""
        here = view.clause.pack.classes["here"]
        near = range(at + 1, min(len(view.clause.nodes), at + _HERE))
        if not any(view.clause.norm(k) in here for k in near):
            return None
        return self._dateline

    @cached_property
    def _dateline(self) -> Place | None:
        """The place that the story is sent from."""
        words = (self._story.story.dateline_place or "").split()
        if not words or not self._story.views:
            return None
        tokens = [Token(0, 1, w.casefold().strip(",."), capital=True) for w in words]
        match = self._story.views[0].clause.pack.gazetteer.longest(tokens, 0)
        ids = [e.id for e in match.entries if e.kind == "place"] if match else []
        return self.named(ids[0]) if ids else None

    def country(self, act: Act) -> str | None:
        """The polity of the place that the act's sentence names."""
        place = self.place(act) or self.place(act, _TO)
        return place.country if place else None

    def _place_at(self, view: View, j: int, at: int) -> Place | None:
        """The place that stands at a node, told of the act at `at` rather than of its subject."""
        nodes = view.clause.nodes
        capital = self._capital_at(view, j)
        if capital is not None:
            return capital
        k = j
        while nodes[k].letter in "AxBHD" and k + 1 < len(nodes) and k - j < _SKIPPED:
            k += 1
        node = nodes[k]
        if node.letter == "Y" and node.element:
            return self.named(node.element.entry.id)
        if node.letter != "a" or node.actors[0].kind != "polity" or node.actors[0].plural:
            return None
        actor = node.actors[0]
        if actor.place:
            return self.named(actor.place)
        inner = k + 1 < len(nodes) and self._within(nodes[k + 1], actor.side)
        if node.owned and inner:
            return inner
        direct = k == j or (k == j + 1 and nodes[j].letter == "A")
        if not direct or node.owned or not self._of_the_act(view, j, at):
            return None
        return Place(actor.side)

    def _within(self, node: Node, side: str | None) -> Place | None:
        """The place that a polity's possessive introduces: "Vietnam's Hanoi"."""
        if node.letter == "Y" and node.element:
            place = self.named(node.element.entry.id)
        elif node.letter == "a" and node.actors[0].place:
            place = self.named(node.actors[0].place)
        else:
            return None
        return place if place is not None and place.country == side else None

    def _capital_at(self, view: View, j: int) -> Place | None:
        """The capital that "the Chinese capital" means, «العاصمة القطرية»."""
        nodes = view.clause.nodes
        words = view.clause.pack.classes["capital"]
        near = range(j, min(j + _SKIPPED, len(nodes)))
        if not any(view.clause.norm(k) in words for k in near):
            return None
        for k in near:
            element = nodes[k].element
            if nodes[k].letter == "D" and element is not None:
                side = self._world.side(element.entry)
                polity = self._world.polities.get(side or "")
                if polity is not None and polity.capital:
                    return Place(polity.code, polity.capital)
        return None

    def _of_the_act(self, view: View, j: int, at: int) -> bool:
        """True where "in" and a country belong to an act: "met in Italy", not "war in Italy".

        So does that of a gathering: "met at a summit in Italy".
        """
        before = j - 2
        if before < 0 or abs(before - at) <= _CLOSE:
            return True
        if view.clause.nodes[before].letter in "aTFG,)":
            return not other_deed_between(view.clause, at, j)
        return view.clause.norm(before) in view.clause.pack.classes["round"]

    def during(self, acts: Iterable[Act], others: Iterable[Act]) -> bool:
        """True where a noun is the setting of what its sentence tells: "during his visit to".

        What is told behind "that" has another one: "X told Y that during the visit to Z".
        """
        told = list(others)
        return any(
            a.nominal and is_setting(self._view(a).clause, a.node) and self._beside(a, b)
            for a in acts
            for b in told
            if a.sentence == b.sentence
        )

    def _beside(self, setting: Act, act: Act) -> bool:
        """True where no "that" stands between an act and a setting behind it."""
        nodes = self._view(act).clause.nodes[act.node : setting.node]
        return all(n.letter != "t" for n in nodes)

    def named(self, place_id: str) -> Place | None:
        """The place with an id of the table."""
        place = self._world.place(place_id)
        if place is None:
            return None
        number = int(place_id) if place_id.isdigit() else None
        if place.kind in ("region", "country"):
            return Place(place.polity or None)
        return Place(place.polity or None, place.city or place.name, number)

    def host_place(self, act: Act, host: str) -> Place:
        """Where a visit goes: the place named as its goal, else the host's country."""
        if act.host_place:
            named = self.named(act.host_place)
            if named is not None:
                return named
        near = self.place(act)
        if near is not None and near.country == host:
            return near
        return Place(host)

    def _phrases(self, act: Act, name: str) -> Iterator[int]:
        """Nodes where a phrase of a class of the lexicon begins."""
        view = self._view(act)
        for j, node in enumerate(view.clause.nodes):
            if node.element and any(e.id == name for e in node.element.entries):
                yield j

    def sidelines(self, act: Act) -> str | None:
        """The gathering on whose sidelines the act took place."""
        view = self._view(act)
        for j in self._phrases(act, "sidelines"):
            for k in range(j + 1, min(j + 6, len(view.clause.nodes))):
                node = view.clause.nodes[k]
                if node.letter in "FGN" or (node.letter == "a" and node.actors[0].name):
                    tokens = view.clause.tokens[node.first : node.last]
                    return self._raw[tokens[0].start : tokens[-1].end]
        return None

    def round(self, act: Act) -> int | None:
        """The number of a round: "third round", «الجولة الثالثة»."""
        clause = self._view(act).clause
        ordinals = clause.pack.ordinals
        for j in self._phrases(act, "round"):
            for k in (j - 1, j + 1):
                if 0 <= k < len(clause.nodes):
                    number = ordinals.get(clause.norm(k))
                    if number:
                        return number
        return None

    def minutes(self, act: Act) -> int | None:
        """How long a contact lasted, where the sentence says it in minutes or hours."""
        view = self._view(act)
        for j in self._phrases(act, "minutes"):
            for k in (j - 1, j - 2):
                if k >= 0 and _NUMBER.match(view.clause.norm(k)):
                    return int(view.clause.norm(k))
        return None
