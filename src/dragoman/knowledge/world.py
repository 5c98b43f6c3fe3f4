"""One door to what is known of the world: sides, offices, who held them when, places."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Protocol, TypeVar

from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.knowledge.frameworks import Framework, load_frameworks
from dragoman.knowledge.layers import known_organizations
from dragoman.knowledge.matching import NameMatcher
from dragoman.knowledge.offices import load_offices
from dragoman.knowledge.organizations import Organization, load_organizations
from dragoman.knowledge.people import (
    Tenure,
    load_people,
    load_tenures,
    load_user_names,
    shipped_people,
)
from dragoman.knowledge.places import Place, load_places
from dragoman.knowledge.polities import load_polities
from dragoman.knowledge.tenures import covers, overlap


class Meaning(Protocol):
    """What a listed name means: a kind of thing and its id there."""

    @property
    def kind(self) -> str:
        """Such as polity or organization."""
        ...

    @property
    def id(self) -> str:
        """Its id among its kind."""
        ...


KNOWN_UNTIL = date(2026, 11, 23)
"""The day until which the tables were kept; a date that lost its last digit lies no later."""
SMALL_GROUP = 5
_WHOLE = frozenset({"alliance", "bloc", "organization", "court", "bank"})
LEAST_WORD = 4
HEADS = frozenset({"head_of_state", "head_of_government"})
_MINISTER = "foreign_minister"
LEADING = HEADS | frozenset(
    {
        "deputy_head_of_government",
        "crown_prince",
        "foreign_minister",
        "defence_minister",
        "national_security_adviser",
        "org_head",
    }
)


class World:
    """Tables of polities, organisations, offices, people, places and frameworks, with indexes."""

    def __init__(self) -> None:
        self.polities = load_polities()
        self.organizations = known_organizations()
        kinds: dict[str, set[str]] = {}
        for organization in self.organizations.values():
            kinds.setdefault(organization.side, set()).add(organization.kind)
        self._seatless = {s for s, k in kinds.items() if k == {"forum"} and s not in self.polities}
        self._family_first = {c for c, p in self.polities.items() if p.name_order == "family"}
        self.offices = load_offices()
        self.people = load_people()
        self.places = load_places()
        self.frameworks: dict[str, Framework] = load_frameworks()
        self._tenures: dict[str, list[Tenure]] = {}
        self._holders: dict[tuple[str, str], list[Tenure]] = {}
        self._of_side: dict[str, set[str]] = {}
        for person in self.people.values():
            self._of_side.setdefault(person.polity, set()).add(person.id)
        for tenure in load_tenures():
            self._tenures.setdefault(tenure.person, []).append(tenure)
            self._holders.setdefault((tenure.side, tenure.office), []).append(tenure)
            self._of_side.setdefault(tenure.side, set()).add(tenure.person)
        self._forms: dict[str, list[str]] = {}
        self._matchers: dict[str, NameMatcher] = {}
        self._leaders: _Several[str, str] = {}
        self._called: set[str] = set()
        """Words by which alone a leader is called: not by a first name, which may be a town."""
        self._by_ends: _Several[tuple[str, str], str] = {}
        self._surnames: _Several[str, str | None] = {}
        self._families: _Several[str, str | None] = {}
        self._names: dict[tuple[str, str], dict[str, str]] = {}
        """By kind and language: a name by id."""

    @classmethod
    def default(cls) -> "World":
        """The tables that ship with the package, loaded once."""
        return _world()

    def side(self, meaning: Meaning) -> str | None:
        """The code under which a polity, organisation or place acts; None for anything else."""
        if meaning.kind == "polity":
            return meaning.id
        if meaning.kind == "organization":
            known = self.organizations.get(meaning.id)
            return known.side if known else None
        if meaning.kind == "place":
            return self.place_side(meaning.id)
        return None

    def members_in_person(self, organization: str) -> tuple[str, ...]:
        """The sides that act as themselves in a small group without a seat of its own."""
        known = self.organizations.get(organization)
        if known is None or known.kind != "forum" or known.side != known.id:
            return ()
        return known.members if len(known.members) <= SMALL_GROUP else ()

    def members_of(self, organizations: Iterable[str]) -> frozenset[str]:
        """The sides that are in one of some organisations, by their ids."""
        known = filter(None, map(self.organizations.get, organizations))
        return frozenset(side for one in known for side in one.members)

    def acting_as(self, side: str) -> Organization | None:
        """The organisation that a side's code stands for, not one of its bodies."""
        known = [o for o in self.organizations.values() if o.side == side]
        return min(known, key=lambda o: (o.kind not in _WHOLE, len(o.id), o.id), default=None)

    def seatless(self, side: str | None) -> bool:
        """True for a group that meets without acting as a side of its own, such as the G20."""
        return side in self._seatless

    def place(self, place_id: str) -> Place | None:
        """The place with an id."""
        return self.places.get(place_id)

    def place_side(self, place_id: str) -> str | None:
        """The polity that a place lies in, None where it is disputed."""
        place = self.places.get(place_id)
        return place.polity or None if place else None

    def highest(self, offices: Sequence[str]) -> str | None:
        """The highest of some offices."""
        known = [o for o in offices if o in self.offices]
        return min(known, key=lambda o: self.offices[o].rank, default=None)

    def sector(self, office: str) -> str | None:
        """The PLOVER sector of an office."""
        known = self.offices.get(office)
        return known.sector if known else None

    def sector_of_side(self, side: str | None, organization: str | None = None) -> str | None:
        """The sector of a side that acts as a whole: a government, or what kind of body it is."""
        if side is None:
            return None
        if side in self.polities:
            return "GOV"
        known = self.organizations.get(organization or "") or self.acting_as(side)
        return "NGO" if known is not None and known.kind == "ngo" else "IGO"

    def person_side(self, person: str) -> str | None:
        """The side that a known person usually acts for."""
        known = self.people.get(person)
        if known and known.polity:
            return known.polity
        tenures = self._tenures.get(person)
        return tenures[-1].side if tenures else None

    def office_of(self, person: str, when: Interval | None) -> Tenure | None:
        """The highest office that a person holds at some time; of all times where none is said.

        Where the time is wide, only offices held for a good part of it count.
        """
        tenures = self._tenures.get(person, [])
        if when is not None:
            most = max((overlap(t, when) for t in tenures), default=0)
            tenures = [t for t in tenures if most and overlap(t, when) * 2 >= most]
        known = [t for t in tenures if t.office in self.offices]
        home = self.person_side(person)
        return min(known, key=lambda t: (self.offices[t.office].rank, t.side != home), default=None)

    def holders(self, side: str, office: str) -> list[Tenure]:
        """Everybody known to have held an office of a side."""
        return self._holders.get((side, office), [])

    def tenures_of(self, person: str) -> list[Tenure]:
        """Every office known of a person."""
        return self._tenures.get(person, [])

    def list_names(self, language: str, names: Iterable[tuple[str, str, str]]) -> None:
        """Notes the usual name of things in a language: kind, id and name; the first counts."""
        for kind, key, name in names:
            self._names.setdefault((kind, language), {}).setdefault(key, name)

    def names_of(self, kind: str, key: str) -> dict[str, str]:
        """The names of a thing by language, as far as they are listed."""
        return {
            language: names[key]
            for (sort, language), names in self._names.items()
            if sort == kind and key in names
        }

    def added_names(self, language: str) -> Iterator[tuple[str, str, str]]:
        """Names that the user's layers add in a language: kind, id and form.

        The usual name in the tables of people and organisations counts in every language.
        """
        shipped = shipped_people()
        for person in self.people.values():
            if shipped.get(person.id) != person:
                yield "person", person.id, person.name
        for body in self.organizations.values():
            if load_organizations().get(body.id) != body:
                yield "organization", body.id, body.name
        for code, key, form in load_user_names():
            if code == language:
                yield "person" if key in self.people else "organization", key, form

    def matcher(self, side: str) -> NameMatcher:
        """Finds those who act or acted for a side by name; built when it is first asked for."""
        found = self._matchers.get(side)
        if found is None:
            people = sorted(self._of_side.get(side, ()))
            forms = [(p, f) for p in people for f in self.forms_of(p) or (self.people[p].name,)]
            found = NameMatcher(forms, self.tenures_of, self.person_side)
            self._matchers[side] = found
        return found

    def list_people(self, forms: Iterable[tuple[str, str]]) -> None:
        """Indexes people by the words of their names, before any of them is sought.

        `forms` are pairs of a person's id and a listed form of the name.
        """
        for person, form in forms:
            self._forms.setdefault(person, []).append(form)
            words = tuple(map(intern, telling(form)))
            side = self.person_side(person)
            _note(self._surnames, words[-1], side)
            if len(words) > 1 and side in self._family_first:
                _note(self._families, words[0], side)
            if len(words) > 1:
                _note(self._by_ends, (words[0], words[-1]), person)
            if any(t.office in LEADING for t in self._tenures.get(person, ())):
                short = words[0] if side in self._family_first else ""
                self._called.update(w for w in (words[-1], short) if len(w) >= LEAST_WORD)
                for word in fold(form).replace("-", " ").split():
                    if len(word) >= LEAST_WORD or word == short:
                        _note(self._leaders, intern(word), person)

    def forms_of(self, person: str) -> Sequence[str]:
        """The listed forms of somebody's name, in all languages that are read."""
        return self._forms.get(person, ())

    @property
    def leader_words(self) -> Container[str]:
        """The words that stand in the name of a leader, folded."""
        return self._leaders

    @property
    def leader_surnames(self) -> Container[str]:
        """The words by which alone a leader may be called, folded."""
        return self._called

    def named(self, words: Sequence[str]) -> set[str]:
        """People whose listed name begins and ends with words of a longer name, in order."""
        found: set[str] = set()
        for word in words[1:]:
            found.update(self._by_ends.get((words[0], word), ()))
        return found

    def leader(
        self, word: str, side: str | None, office: str | None, when: Interval | None
    ) -> str | None:
        """The one leader that a single word of a name can mean, None where several may be."""
        people = {p for p in self._leaders.get(word, ()) if side in (None, self.person_side(p))}
        if office is not None:
            people = {p for p in people if any(t.office == office for t in self._tenures[p])}
        if len(people) > 1 and when is not None:
            people = {
                p
                for p in people
                if any(covers(t, when) and office in (None, t.office) for t in self._tenures[p])
            }
        return next(iter(people)) if len(people) == 1 else None

    def surname_side(self, word: str, when: Interval | None, titled: bool) -> str | None:
        """The polity whose heads of state or government alone a surname can mean: "Obama".

        None where people of another polity bear it too, and where `when` is known and none of
        them was in office. Of foreign ministers only those in office at a known time count. A
        family's name that comes first is often a word ("Park"): it counts with a title, or while a
        head bears it.
        """
        sides = set(self._surnames.get(word, ()))
        tenures = [t for p in self._leaders.get(word, ()) for t in self._tenures[p]]
        if when is not None:
            tenures = [t for t in tenures if covers(t, when)]
        heads = any(t.office in HEADS for t in tenures)
        if titled or (heads and when is not None):
            sides.update(self._families.get(word, ()))
        held = heads or (when is not None and any(t.office == _MINISTER for t in tenures))
        return next(iter(sides)) if held and len(sides) == 1 else None


_Of = TypeVar("_Of")
_What = TypeVar("_What")
_Several = dict[_Of, tuple[_What, ...]]


def _note(table: _Several[_Of, _What], key: _Of, value: _What) -> None:
    """Lists a value under a key, once; a set of one would take four times the memory."""
    known = table.get(key, ())
    if value not in known:
        table[key] = (*known, value)


_PARTS = frozenset(
    [
        "al",
        "el",
        "bin",
        "ben",
        "ibn",
        "de",
        "van",
        "der",
        "von",
        "la",
        "le",
        "du",
        "bint",
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
        "بن",
        "ال",
        "ابن",
        "بنت",
    ]
)


@lru_cache(maxsize=2_000)
def telling(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles and particles."""
    words = fold(name).replace("-", " ").replace(",", " ").split()
    kept = tuple(
        w.removeprefix("ال") if len(w) > LEAST_WORD else w
        for w in words
        if w not in _PARTS and len(w.strip(".")) > 1
    )
    return kept or tuple(words)


@lru_cache(maxsize=1)
def _world() -> World:
    return World()
