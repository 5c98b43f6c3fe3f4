"""The people of a story: one entry a person, however often and however spelled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.knowledge.matching import THRESHOLD, Match
from dragoman.knowledge.names import units
from dragoman.knowledge.people import Tenure
from dragoman.knowledge.world import LEADING, World, telling

_LEAST_NAME = 2
_SURE = 0.9
"""From here on a name links without the office told, where the side agrees."""
_WORDS_SHARED = 0.85
_LEAST_FUZZY = 5
"""Shorter words must be spelled alike to be the same name."""


_FATHERED = frozenset({"بن", "بنت", "bin", "bint", "ibn"})
"""Words between somebody's name and the father's."""
_FATHER = 2
"""Which word of such a name is the father's."""
_COURTESY = "ambassador"
_OF_MINISTRY = frozenset({"deputy_foreign_minister", "assistant_foreign_minister"})
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
    link: Match | None = None
    """How surely and why the person is taken for the entity."""


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
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        told = short[0]
        return told in (long[0], long[-1]) or (
            len(told) > _LEAST_NAME and any(same_word(told, w) for w in long)
        )
    if all(any(same_word(w, v) for v in long) for w in short):
        return True
    return same_word(short[-1], long[-1]) and _same_given(short[0], long[0])


def chain_apart(one: str, other: str) -> bool:
    """True for names that tell other given names or other fathers: «محمد بن سالم», «سالم بن زيد».

    (Muḥammad bin Sālim, Sālim bin Zayd: the son and the father are two, and so are cousins.)
    """
    rows = [name.casefold().split() for name in (one, other)]
    if all(_FATHERED.isdisjoint(row) for row in rows):
        return False
    mine, theirs = telling(one), telling(other)
    if min(len(mine), len(theirs)) < _LEAST_NAME:
        return False
    if not same_word(mine[0], theirs[0]):
        return True
    sons = all(len(row) > _FATHER and row[1] in _FATHERED for row in rows)
    return sons and not same_word(fold(rows[0][_FATHER]), fold(rows[1][_FATHER]))


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
        self._endings: dict[tuple[str, ...], str] | None = None
        self._found: dict[str, Person | None] = {}

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody met so far."""
        return tuple(self._people)

    @property
    def endings(self) -> dict[tuple[str, ...], str]:
        """The last words of the names of titled people, folded, with the whole names."""
        if self._endings is None:
            self._endings = {}
            for person in self._people:
                words = tuple(fold(person.name).split())
                if not (person.office or person.entity):
                    continue
                for size in (1, 2, 3):
                    if size < len(words) and len(words[-size]) > _LEAST_NAME:
                        self._endings.setdefault(words[-size:], person.name)
        return self._endings

    def add(self, actors: Iterable[Actor]) -> None:
        """Takes in named actors, in the order of the text; those with titles count first."""
        self._found.clear()
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
                longer = (len(words), len(name)) > (len(person.words), len(person.name))
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
        if chain_apart(actor.name or "", person.name):
            return False
        return same_person(words, person.words)

    def settle(self) -> None:
        """Fills sides, offices and identities from what is known of the world."""
        self._people = [self._known(p) for p in self._people]
        self._found.clear()

    def lend(self, person: Person, side: str, office: str) -> None:
        """Gives somebody a side and an office, and looks for the known person again."""
        told = self._known(replace(person, side=side, office=office))
        self._people[self._people.index(person)] = told
        self._found.clear()

    def _known(self, person: Person) -> Person:
        link = self._link(person)
        if link is None:
            return replace(person, side=person.side or self._side_of_surname(person))
        entity = link.person
        tenure = self._world.office_of(entity, self._when)
        side = person.side or (tenure.side if tenure else self._world.person_side(entity))
        office = person.office or (tenure.office if tenure else None)
        if tenure is not None and (
            self._says_little(office)
            or self._by_courtesy(office, tenure)
            or self._of_own_state(office, tenure)
        ):
            told = None if self._of_own_state(office, tenure) else office
            office = self._world.highest([o for o in (told, tenure.office) if o])
        if office is None and self._when and self._world.tenures_of(entity):
            office = "private"
        side = self._side_of_office(entity, office) or side
        return replace(person, entity=entity, side=side, office=office, introduced=True, link=link)

    def _side_of_office(self, entity: str, office: str | None) -> str | None:
        """For whom somebody holds an office that he or she is known to hold for one side only.

        «رئيس البعثة الأممية في السودان» (raʾīs al-biʿtha al-umamiyya fī as-sūdān, "head of the UN
        mission in Sudan") acts for the United Nations, not for Sudan.
        """
        sides = {t.side for t in self._world.tenures_of(entity) if t.office == office}
        return sides.pop() if len(sides) == 1 else None

    def _says_little(self, office: str | None) -> bool:
        return office in _WEAK and self._when is not None

    def _of_own_state(self, office: str | None, tenure: Tenure) -> bool:
        """True where "Secretary General" heads a body of a state, not an organisation of many.

        Whoever is known to have headed one, such as a former premier now at the head of NATO,
        does so.
        """
        if office != "org_head" or tenure.side not in self._world.polities:
            return False
        return all(t.office != office for t in self._world.tenures_of(tenure.person))

    def _by_courtesy(self, office: str | None, tenure: Tenure) -> bool:
        """True where "ambassador" is but the rank of somebody who serves in the ministry.

        «مدير الإدارة السفير …» (mudīr al-idāra as-safīr …, "the head of the department, Ambassador
        …") has no post abroad.
        """
        sure = self._when is not None or len(self._world.tenures_of(tenure.person)) == 1
        return sure and office == _COURTESY and tenure.office in _OF_MINISTRY

    def _link(self, person: Person) -> Match | None:
        """Whom of the known people a person is, how surely and why; None where nobody will do."""
        if person.entity:
            return Match(person.entity, 1.0, "a listed name")
        return (
            self._of_side(person)
            or self._holder(person)
            or self._by_name(person)
            or self._of_named_side(person)
            or self._leader(person)
        )

    def _of_side(self, person: Person) -> Match | None:
        """The one who acted for the side told and has that name, in whatever script.

        Without the office told, only a name that is all but the same will do.
        """
        if not person.side or (len(person.words) < _LEAST_NAME and not person.office):
            return None
        found = self._world.matcher(person.side).link(
            person.name, person.side, person.office, self._when
        )
        return found if found and (found.in_office or found.score >= _SURE) else None

    def _holder(self, person: Person) -> Match | None:
        """The known holder of the office told whose name has the words of this one."""
        if not (person.side and person.office):
            return None
        for tenure in self._world.holders(person.side, person.office):
            known = self._world.people.get(tenure.person)
            words = telling(known.name) if known else ()
            if len(words) == 1 and not same_word(words[0], person.words[0]):
                continue
            if known and same_person(words, person.words):
                return Match(known.id, _WORDS_SHARED, "words of the name; held that office")
        return None

    def _by_name(self, person: Person) -> Match | None:
        """The known person whose name the told one holds, if office or side agree.

        Of a name that tells the father, «فيصل بن مشعل بن سعود» (fayṣal bin mishʿal bin suʿūd),
        no word may be passed over; where words follow the known name, the office must agree.
        """
        words = person.words
        if len(words) < _LEAST_NAME:
            return None
        chained = any(unit.linked for unit in units(person.name))
        found = self._world.named(words[:2] if chained else words)
        if person.side:
            found = {p for p in found if self._world.person_side(p) == person.side}
        else:
            found = {p for p in found if self._likely(p)}
        if len(found) != 1:
            return None
        (key,) = found
        whole = key in self._world.named((words[0], words[-1]))
        held = {tenure.office for tenure in self._world.tenures_of(key)}
        if not whole and person.office not in (None, *_WEAK, *held):
            return None
        return Match(key, _WORDS_SHARED, "first and last word of the name")

    def _of_named_side(self, person: Person) -> Match | None:
        """The one holder of the office told, of all sides that the story names, with that name."""
        if person.side or not person.office or len(units(person.name)) < _LEAST_NAME:
            return None
        found = {
            tenure.person
            for side in self._sides
            for tenure in self._world.holders(side, person.office)
            for form in self._world.forms_of(tenure.person)
            if len(words := telling(form)) >= _LEAST_NAME and same_person(person.words, words)
        }
        if len(found) != 1:
            return None
        return Match(found.pop(), _WORDS_SHARED, "words of the name; held that office")

    def _leader(self, person: Person) -> Match | None:
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
        if not (titled or person.side or self._likely(found) or self._side_of_surname(person)):
            return None
        return Match(found, THRESHOLD, "the surname of a leader of that side")

    def _side_of_surname(self, person: Person) -> str | None:
        """The polity of the heads whom a bare surname means, wherever the story is set: "Obama"."""
        if len(person.words) > 1 or person.office not in (None, *LEADING):
            return None
        return self._world.surname_side(person.words[0], self._when, bool(person.office))

    def _likely(self, entity: str) -> bool:
        """True where a bare surname can mean the leader: the story names his or her polity."""
        side = self._world.person_side(entity)
        return side in self._sides

    def find(self, name: str) -> Person | None:
        """The person that a name in the text means, None where the story told of none such."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Person | None:
        words = telling(name)
        best = [
            p for p in self._people if same_person(words, p.words) and not chain_apart(name, p.name)
        ]
        best.sort(key=lambda p: (p.name == name, p.introduced, len(p.words)), reverse=True)
        return best[0] if best else None


def same_title(one: str | None, other: str | None) -> bool:
    """True unless two titles differ: "the minister" is a "foreign minister", no "secretary"."""
    first, second = (set((t or "").casefold().split()) for t in (one, other))
    return first <= second or second <= first
