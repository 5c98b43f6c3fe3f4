"""Actors made of what a name pattern matched: a person with office and side, a list, a pair."""

import re
from collections.abc import Mapping, Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, ActorKind, Node
from dragoman.extract.elements import Element
from dragoman.extract.holders import own_side
from dragoman.knowledge.world import HEADS, World
from dragoman.lang.gazetteer import Entry

_ACTORS = frozenset("PCLGXbch")
"""The letters of elements that are actors by themselves."""
_AT_ORGANIZATIONS = {
    "head_of_state": "org_head",
    "head_of_government": "org_head",
    "deputy_head_of_government": "official",
}
"""What those are at organisations whose titles are those of the heads of states."""
_PAST = frozenset({"former", "late"})
_OF_ONE_EACH = HEADS | {"deputy_head_of_government"}
"""Offices of which nobody holds two."""


class Sides:
    """The side of a name, in a story that may call its own state by a common noun."""

    __slots__ = ("_homes", "world")

    def __init__(self, world: World, homes: Mapping[str, str]) -> None:
        self.world = world
        self._homes = homes

    def of(self, entry: Entry) -> str | None:
        """The code of a side, or None."""
        return self._homes.get(entry.form_class) if entry.id == "home" else self.world.side(entry)


class ActorBuilder:
    """Makes actors of what the groups of a pattern matched in one sentence."""

    __slots__ = ("_elements", "_raw", "_sides", "_tokens", "_world")

    def __init__(
        self, raw: str, tokens: Sequence[Token], elements: Sequence[Element], sides: Sides
    ) -> None:
        self._raw = raw
        self._tokens = tokens
        self._elements = elements
        self._sides = sides
        self._world = sides.world

    def single(self, i: int) -> Node:
        """The node of an element outside any pattern."""
        element = self._elements[i]
        if element.letter not in _ACTORS:
            return Node(element.letter, element.first, element.last, (), element)
        at = (element.first, element.last)
        match element.letter:
            case "P" | "C" | "L":
                place = next((e.id for e in element.entries if e.kind == "place"), None)
                side = self._sides.of(element.entry)
                plural = element.letter == "L"
                sector = "CVL" if plural else element.entry.form_class.partition(".")[2] or None
                actor = Actor("polity", *at, side=side, place=place, plural=plural, sector=sector)
            case "G":
                side = self._sides.of(element.entry)
                actor = Actor("organization", *at, side=side, entity=element.entry.id)
            case "X":
                sides = [self._sides.of(e) for e in element.entries]
                actors = tuple(Actor("polity", *at, side=side) for side in sides if side)
                return Node("a", *at, actors)
            case "b":
                told = element.entry.form_class
                actor = Actor("both", *at, plural=True, count=int(told) if told else 2)
            case "c":
                actor = Actor("own", *at, title=element.entry.form_class or None)
            case _:
                form = element.entry.form_class
                many, speaking = form == "plural", form == "first"
                title = None if many or speaking else form or None
                actor = Actor("pronoun", *at, plural=many, speaking=speaking, title=title)
        return Node("a", *at, (actor,), element)

    def build(self, name: str, match: re.Match[str]) -> tuple[Actor, ...]:
        """The actors of a match, none where the match names nobody."""
        groups = match.groupdict()
        if groups.get("people"):
            people = self.single(match.end() - 1).actors[0]
            return (replace(people, first=self._elements[match.start()].first),)
        if groups.get("sides"):
            return self._many(match)
        if groups.get("pairs"):
            return self._paired(match)
        if groups.get("name2"):
            return self._two(match)
        if groups.get("names"):
            base = self._base(match)
            names = self._names(match, "names")
            return tuple(self._named(base, n) for n in names)
        base = self._base(match)
        if groups.get("both"):
            return (replace(base, kind="both", count=2),)
        if groups.get("peer"):
            base = replace(base, peer=True)
        if groups.get("name"):
            named = self._named(base, self._names(match, "name")[0])
            return self._beside(match, named) or (named,)
        if groups.get("body") and base.side is None:
            return (replace(base, kind="group"),) if base.sector else ()
        return self._two_heads(match, base) or (base,)

    def _two_heads(self, match: re.Match[str], base: Actor) -> tuple[Actor, ...]:
        """Those of two offices that no one holds at once: "the President and Prime Minister"."""
        offices = [e for e in self._within(match, "off") if e.letter == "O"] if base.title else []
        held = {self._office(e, base.side): e for e in offices}
        if len(offices) != len(HEADS) or held.keys() != HEADS:
            return ()
        return tuple(replace(base, office=o, title=self._title([e])) for o, e in held.items())

    def _beside(self, match: re.Match[str], named: Actor) -> tuple[Actor, ...]:
        """Two people, where the office before "and" is not of the person named behind it.

        "The President and Prime Minister Sato": who is told of before, and the one named.
        """
        groups = match.groupdict()
        held = self._within(match, "off") if groups.get("off") else []
        offices = [e for e in held if e.letter == "O"]
        sided = any(groups.get(key) for key in ("side1", "side2", "side3"))
        if len(offices) != 2 or match.group()[:1] != "A" or sided or named.former:
            return ()
        kinds = {self._office(e, own_side(e)) for e in offices}
        if len(kinds) > 1 and not kinds <= _OF_ONE_EACH:
            return ()
        one, other = (self._of_office(e, named) for e in offices)
        told = replace(one, kind="role", side=own_side(offices[0]), last=offices[0].last)
        unnamed = replace(told, name=None, name_at=None, entity=None)
        return (unnamed, replace(other, first=offices[1].first))

    def _of_office(self, element: Element, actor: Actor) -> Actor:
        """The actor in the office of one title."""
        office = self._office(element, own_side(element) or actor.side)
        title, sector = self._title([element]), self._world.sector(office)
        return replace(actor, office=office, title=title, sector=sector)

    def _within(self, match: re.Match[str], group: str) -> list[Element]:
        """The elements that a group matched."""
        start, end = match.span(group)
        return list(self._elements[start:end]) if start >= 0 else []

    def _base(self, match: re.Match[str]) -> Actor:
        """Side, office and body of a match, without a name."""
        groups = match.groupdict()
        sides = self._told_sides(match)
        once = self._once(match)
        offices = [
            e
            for key in (("off",) if once else ("off", "off2", "off3"))
            if groups.get(key)
            for e in self._within(match, key)
            if e.letter in "OJQ"
        ]
        side = next((s for s in sides if s), None)
        side = side or next((s for e in offices if (s := own_side(e))), None)
        modifiers = {
            e.entry.form_class
            for e in self._elements[match.start() : match.end()]
            if e.letter == "M"
        }
        former = bool(modifiers & _PAST) and not once
        office = self._world.highest([self._office(e, side) for e in offices])
        office = "official" if groups.get("guest") else office
        if side and side not in self._world.polities:
            office = _AT_ORGANIZATIONS.get(office or "", office)
        if groups.get("side3") == "Y" and office in _OF_ONE_EACH:
            office = "official"  # «رئيس الشيشان» (raʾīs ash-Shīshān, "the president of Chechnya")
        if former and office:
            office = "private"
        title = self._title(offices) if offices else None
        bodies, sector = self._bodies(match, offices)
        hosts = self._within(match, "host") if groups.get("host") else []
        if office == "envoy" and hosts and hosts[0].letter == "G":
            side, hosts = side or self._sides.of(hosts[0].entry), []
        titled = offices or groups.get("guest") or groups.get("peer")
        return Actor(
            kind="role" if titled else "body" if bodies else "person",
            first=self._elements[match.start()].first,
            last=self._elements[match.end() - 1].last,
            side=side,
            office=office,
            title=title,
            sector=sector or (self._world.sector(office) if office else None),
            host=next((self._sides.of(e.entry) for e in hosts), None),
            plural="Q" in match.group(),
            former=former,
            visiting="V" in match.group(),
            theirs=bool(groups.get("its")),
        )

    def _once(self, match: re.Match[str]) -> bool:
        """True where only the office behind a name is of old: "Foreign Minister A, ex-premier"."""
        if not match.groupdict().get("off2"):
            return False
        told = range(match.start(), match.end())
        marks = [k for k in told if self._elements[k].letter == "M"]
        old = [k for k in marks if self._elements[k].entry.form_class in _PAST]
        return bool(old) and old[0] >= match.end("name")

    def _told_sides(self, match: re.Match[str]) -> list[str | None]:
        """The polities and organisations that a match names as its side."""
        groups = match.groupdict()
        return [
            self._sides.of(e.entry)
            for key in sorted(groups)
            if key.startswith("side") and key != "sides" and groups[key]
            for e in self._within(match, key)
            if e.entries
        ]

    def _bodies(
        self, match: re.Match[str], offices: list[Element]
    ) -> tuple[list[Element], str | None]:
        """The words for bodies in a match, and the most telling sector of all its words."""
        bodies = [
            e
            for key in ("body", "off")
            if match.groupdict().get(key)
            for e in self._within(match, key)
            if e.letter == "B"
        ]
        sectors = [
            meaning.form_class
            for e in (*bodies, *offices)
            for meaning in e.entries
            if meaning.id == "body" and meaning.form_class
        ]
        return bodies, min(sectors, key=lambda s: s == "CVL", default=None)

    def _office(self, element: Element, side: str | None) -> str:
        """The office that a title means for a side."""
        own = [e for e in element.entries if e.kind == "office" and e.side and e.side == side]
        free = [e for e in element.entries if e.kind == "office" and not e.side]
        fitting = own or free or [e for e in element.entries if e.kind == "office"]
        return fitting[0].id

    def _title(self, offices: list[Element]) -> str:
        """The title as it stands in the text."""
        start = self._tokens[offices[0].first].start
        end = self._tokens[offices[-1].last - 1].end
        return " ".join(self._raw[start:end].split())

    def _names(self, match: re.Match[str], group: str) -> list[Element]:
        """The name elements of a group."""
        return [e for e in self._within(match, group) if e.letter in "NE"]

    def _named(self, base: Actor, element: Element) -> Actor:
        """A person: the base with a name and, where known, an identity."""
        start = self._tokens[element.first].start
        end = self._tokens[element.last - 1].end
        known = list(dict.fromkeys(e.id for e in element.entries if e.kind == "person"))
        if len(known) > 1 and base.side:
            known = [k for k in known if self._world.person_side(k) == base.side] or known
        entity = known[0] if len(known) == 1 else None
        return replace(
            base,
            kind="person",
            name=" ".join(self._raw[start:end].split()),
            name_at=(element.first, element.last),
            entity=entity,
        )

    def both_named(self, element: Element) -> tuple[Actor, ...]:
        """The two people of a name such as "Xi-Putin" in "the Xi-Putin summit", none of another."""
        token = self._tokens[element.first]
        halves = self._raw[token.start : token.end].split("-")
        if len(halves) != 2 or not all(h.istitle() for h in halves):
            return ()
        at = (element.first, element.last)
        return tuple(Actor("person", *at, name=half, name_at=at) for half in halves)

    def _many(self, match: re.Match[str]) -> tuple[Actor, ...]:
        """One actor a side; names are given out in order where there are as many."""
        base = self._base(match)
        sides = [
            side
            for e in self._within(match, "sides")
            if e.letter in "DPCXG"
            for side in (self._sides.of(entry) for entry in _meanings(e))
            if side
        ]
        names = self._names(match, "names") if match.groupdict().get("names") else []
        peer = bool(match.groupdict().get("peer"))
        kind: ActorKind = "role" if base.office or peer else "body"
        actors = [replace(base, side=side, kind=kind, peer=peer) for side in dict.fromkeys(sides)]
        if len(names) == len(actors):
            return tuple(self._named(a, n) for a, n in zip(actors, names, strict=True))
        return tuple(actors)

    def _paired(self, match: re.Match[str]) -> tuple[Actor, ...]:
        """Somebody a side, with the name that follows it."""
        base = replace(self._base(match), peer=bool(match.groupdict().get("peer")), kind="role")
        titles = self._within(match, "off") if "off" in match.re.groupindex else []
        made: list[Actor] = []
        for e in self._within(match, "pairs"):
            if e.letter in "DPC" and e.entries:
                side = self._sides.of(e.entry)
                office = self._office(titles[0], side) if titles else base.office
                made.append(replace(base, side=side, office=office))
            elif e.letter in "NE" and made:
                made[-1] = replace(self._named(made[-1], e), plural=False)
        return tuple(made)

    def _two(self, match: re.Match[str]) -> tuple[Actor, ...]:
        """Two persons under one title, each with a side."""
        base = self._base(match)
        made = []
        for k in ("1", "2"):
            sides = self._within(match, "side" + k)
            side = self._sides.of(sides[0].entry) if sides else None
            office = base.office
            if k == "2" and match.groupdict().get("off2"):
                office = self._office(self._within(match, "off2")[0], side)
            elif "off" in match.groupdict():
                office = self._office(self._within(match, "off")[0], side)
            name = self._names(match, "name" + k)[0]
            made.append(self._named(replace(base, side=side, office=office), name))
        return tuple(made)


def _meanings(element: Element) -> Sequence[Entry]:
    """All polities of a compound, else the first meaning."""
    return element.entries if element.letter == "X" else element.entries[:1]
