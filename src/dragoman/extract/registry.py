"""The people of a story: one entry a person, however often and however spelled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from dragoman.core.interval import Interval
from dragoman.extract.actors import Actor
from dragoman.knowledge.matching import THRESHOLD
from dragoman.knowledge.names import same_name
from dragoman.knowledge.world import LEADING, World, telling

_LEAST_NAME = 2
_LEAST_FUZZY = 5
"""Shorter words must be spelled alike to be the same name."""


_WEAK = frozenset({"other_minister", "official"})
"""Titles that say little: "minister", "secretary"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the story: the fullest name told, side and office as far as known."""

    key: str
    name: str
    words: tuple[str, ...]
    side: str | None
    office: str | None
    title: str | None
    entity: str | None
    introduced: bool


def same_word(one: str, other: str) -> bool:
    """True for equal words and for long ones that a letter or two tells apart."""
    if one == other:
        return True
    least = min(len(one), len(other))
    if least < _LEAST_FUZZY or one[0] != other[0]:
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where the shorter name's words all stand in the longer."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return any(same_word(short[0], w) for w in long) and len(short[0]) > 2
    if all(any(same_word(w, v) for v in long) for w in short):
        return True
    return same_word(short[-1], long[-1]) and _same_given(short[0], long[0])


def _same_given(one: str, other: str) -> bool:
    """True for given names that are the same or short for each other: Joe and Joseph."""
    return same_word(one, other) or (one[:2] == other[:2] and min(len(one), len(other)) <= 3)


class Registry:
    """Collects the people of one story and recognises them when they come again."""

    def __init__(self, world: World, when: Interval | None, sides: Iterable[str] = ()) -> None:
        self._world = world
        self._sides = frozenset(sides)
        self._when = when
        self._people: list[Person] = []

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody met so far."""
        return tuple(self._people)

    def add(self, actors: Iterable[Actor]) -> None:
        """Takes in named actors, in the order of the text; those with titles count first."""
        named = [a for a in actors if a.name]
        for actor in named:
            if actor.office or actor.side or actor.entity:
                self._take(actor)
        for actor in named:
            if not (actor.office or actor.side or actor.entity):
                self._take(actor)

    def _take(self, actor: Actor) -> None:
        name = actor.name or ""
        words = telling(name)
        if actor.peer and not actor.office and self._people:
            lender = next((p for p in reversed(self._people) if p.office), None)
            if lender is not None:
                actor = replace(actor, office=lender.office, title=lender.title)
        introduced = bool(actor.office or actor.side or actor.entity)
        for k, person in enumerate(self._people):
            if self._same(person, actor, words):
                longer = len(words) > len(person.words)
                self._people[k] = replace(
                    person,
                    name=name if longer else person.name,
                    words=words if longer else person.words,
                    side=person.side or actor.side,
                    office=self._world.highest([o for o in (person.office, actor.office) if o]),
                    title=person.title or actor.title,
                    entity=person.entity or actor.entity,
                    introduced=person.introduced or introduced,
                )
                return
        self._people.append(
            Person(
                name, name, words, actor.side, actor.office, actor.title,
                actor.entity, introduced,
            )
        )  # fmt: skip

    def _same(self, person: Person, actor: Actor, words: tuple[str, ...]) -> bool:
        if person.entity and actor.entity:
            return person.entity == actor.entity
        if person.side and actor.side and person.side != actor.side:
            return False
        full = len(words) > 1 and len(person.words) > 1
        offices = {o for o in (person.office, actor.office) if o}
        if full and len(offices) > 1 and words[0] != person.words[0]:
            return False
        return same_person(words, person.words)

    def settle(self) -> None:
        """Fills sides, offices and identities from what is known of the world."""
        self._people = [self._known(p) for p in self._people]

    def _known(self, person: Person) -> Person:
        entity = person.entity or self._holder(person) or self._by_name(person)
        if entity is None:
            entity = self._leader(person)
        if entity is None:
            return person
        tenure = self._world.office_of(entity, self._when)
        side = person.side or (tenure.side if tenure else self._world.person_side(entity))
        office = person.office or (tenure.office if tenure else None)
        if office in _WEAK and tenure is not None:
            office = self._world.highest([office, tenure.office])
        if office is None and self._when and self._world.tenures_of(entity):
            office = "private"
        return replace(person, entity=entity, side=side, office=office, introduced=True)

    def _leader(self, person: Person) -> str | None:
        """The leader that a surname means, with a title or where the story names the polity."""
        titled = person.office in LEADING and self._when is not None
        if len(person.words) > 1 and not titled:
            return None
        found = self._world.leader(person.words[-1], person.side, person.office, self._when)
        if found is None:
            return None
        known = self._world.people.get(found)
        given = telling(known.name)[0] if known else ""
        if len(person.words) > 1 and given[:2] != person.words[0][:2]:
            return None
        return found if titled or person.side or self._likely(found) else None

    def _by_name(self, person: Person) -> str | None:
        """The known person whose name the told one holds, if office or side agree."""
        found = self._world.named(person.words) if len(person.words) > 1 else set()
        if person.side:
            found = {p for p in found if self._world.person_side(p) == person.side}
        else:
            found = {p for p in found if self._likely(p)}
        return next(iter(found)) if len(found) == 1 else None

    def _likely(self, entity: str) -> bool:
        """True where a bare surname can mean the leader: the story names his or her polity."""
        side = self._world.person_side(entity)
        return side in self._sides

    def _holder(self, person: Person) -> str | None:
        """The known holder of the office told whose name this is, in whatever script."""
        if not (person.side and person.office):
            return None
        holders = {
            t.person: self._world.people[t.person].name
            for t in self._world.holders(person.side, person.office)
            if t.person in self._world.people
        }
        for holder, name in holders.items():
            if same_person(telling(name), person.words):
                return holder
        if len(person.words) < _LEAST_NAME:
            return None
        scores = {h: same_name(name, person.name).value for h, name in holders.items()}
        best = max(scores, key=lambda h: (scores[h], h), default=None)
        return best if best is not None and scores[best] >= THRESHOLD else None

    def find(self, name: str) -> Person | None:
        """The person that a name in the text means, None where the story told of none such."""
        words = telling(name)
        best = [p for p in self._people if same_person(words, p.words)]
        best.sort(key=lambda p: (p.name == name, p.introduced, len(p.words)), reverse=True)
        return best[0] if best else None
