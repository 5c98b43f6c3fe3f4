"""Who "he", "the minister", "his country", "the two sides" are, sentence after sentence."""

from collections import Counter
from collections.abc import Iterable

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.asked import Asked
from dragoman.extract.described_states import one_described
from dragoman.extract.harm import Harm
from dragoman.extract.host_offices import (
    LEADERS,
    LOOSE,
    at_home,
    no_owner_of_himself,
    of_host,
    of_teller,
    posted_to,
)
from dragoman.extract.organs import of_state
from dragoman.extract.quotation import Quotation
from dragoman.extract.ranks import befitted, other_titled
from dragoman.extract.registry import Registry
from dragoman.knowledge.world import World

_MEMORY = 8
_THINGS = frozenset({"polity", "organization"})
_PEOPLE = frozenset({"person", "role"})
_COMPANY, _MANY = 6, 12
_LATELY = 5
"""How many sentences back those who met each other may be that "they" means."""
_RECENT = 2
"""How many sentences back an engagement is still the one that is talked of."""


class Discourse:
    """What the story has told so far; asked to resolve stand-ins in the order of the text."""

    def __init__(self, world: World, registry: Registry, home: str | None) -> None:
        self._world = world
        self._registry = registry
        self.home = home
        self.harm = Harm()
        self.answering: Actor | None = None
        self.authors: tuple[Actor, ...] = ()
        self.speaker: Actor | None = None
        self.group: tuple[Actor, ...] = ()
        self.topic: tuple[Actor, ...] = ()
        """Of whom a sentence told that somebody without a name said: "X flew, an aide said"."""
        self.pair: tuple[Actor, ...] = ()
        self.company: tuple[Actor, ...] = ()
        """The sides of the last engagement, where they are more than two."""
        self._sentence = self._spoken_in = 0
        self._paired_in = self._gathered_in = self._listed_in = 0
        self._asked = Asked()
        self._visited: tuple[int, str | None] = (0, None)
        """The sentence that last told of a visit, and whom it went to."""
        self._hushed: tuple[Actor | None, tuple[Actor, ...]] | None = None
        self._quotation = Quotation()
        self.listed: tuple[Actor, ...] = ()
        self._by_office: dict[tuple[str, str | None], Actor] = {}
        self._first_holder: dict[str, Actor] = {}
        self._by_title: dict[str, dict[str, Actor]] = {}
        self._named: frozenset[str | None] = frozenset()
        self._last_person: Actor | None = None
        self._persons: dict[Actor, tuple[Actor, ...]] = {}
        self._counts: Counter[str] = Counter()
        self._mentioned: list[Actor] = []

    def resolve(self, actor: Actor, before: Actor | None = None) -> tuple[Actor, ...]:
        """The actors with sides that a mention means; none where that cannot be told.

        `before` is the actor that a counterpart belongs to.
        """
        match actor.kind:
            case "body" if actor.side is None:
                return of_state(actor, self.speaker, self.home, self._named)
            case "both":
                found = self._both(actor)
                return self._leaders(actor, found, before) if actor.office else found
            case "pronoun":
                return self._pronoun(actor)
            case "own":
                told = (self.speaker, *reversed(self._mentioned))
                one = one_described(actor.title, told, before, self._world)
                if one is None or one.side is None:
                    return ()
                return (replace(actor, kind="polity", side=one.side, entity=None, title=None),)
            case "person":
                if actor.peer:
                    return self._person(actor, before)
                known = self._persons.get(actor)
                if known is None:
                    known = self._persons[actor] = self._person(actor, None)
                return known or of_host(actor, before, self._host or posted_to(before))
            case "role":
                return self._role(actor, before)
        if actor.kind == "organization" and actor.entity:
            members = self._world.members_in_person(actor.entity)
            if members:
                return tuple(replace(actor, kind="polity", side=m, entity=None) for m in members)
        return (actor,) if actor.side else ()

    def _both(self, actor: Actor) -> tuple[Actor, ...]:
        """Two sides that the sentence has joined before; else those of the engagement being told.

        Else the two told of most. More than two are those last told of together.
        """
        if actor.kind == "both" and actor.count != 2:
            told = self.listed if actor.count in (0, len(self.listed)) else ()
            return tuple(Actor("polity", actor.first, actor.last, side=a.side) for a in told)
        answer = self.answering if self._asked.follows(self._paired_in) else None
        lately = answer is not None and not self._asked.follows(self._listed_in)
        named = self.listed if lately or self._listed_in == self._sentence else ()
        if not actor.office and len(named) == 2 and all(a.kind in _THINGS for a in named):
            return _told_by(actor, named)
        pair = (answer and self._asked.both(self._counts, answer)) or self.pair
        if len({a.side for a in pair}) == 2:
            return _told_by(actor, pair)
        sides = [side for side, _ in self._counts.most_common(2)]
        told = tuple(Actor("polity", actor.first, actor.last, side=side) for side in sides)
        return told if len(told) == 2 else ()

    def _leaders(
        self, actor: Actor, found: tuple[Actor, ...], before: Actor | None
    ) -> tuple[Actor, ...]:
        """The leaders of two states, who are not among those that act on them."""
        if before is not None and before.side in {a.side for a in found}:
            found = self.listed if len(self.listed) == actor.count else ()
        return tuple(
            a if a.office == actor.office else replace(actor, kind="role", side=a.side, count=0)
            for a in found
        )

    def _pronoun(self, actor: Actor) -> tuple[Actor, ...]:
        if (titled := befitted(actor.title, self.speaker, self._mentioned)) is not None:
            return (replace(titled, first=actor.first, last=actor.last, visiting=False),)
        voices = (self.answering,) if self.answering is not None else self.authors
        if actor.speaking and voices:
            return _told_by(actor, voices)
        if actor.plural and not actor.speaking and self._told_together():
            return _told_by(actor, self.group)
        if actor.plural and self._pair_meant(actor):
            return _told_by(actor, self.pair)
        told = {a.side for a in self.group if a.side}
        if actor.plural and not actor.speaking and len(told) > 1 and self.speaker in self.group:
            return tuple(replace(a, visiting=False) for a in _told_by(actor, self.group))
        if self.speaker is None or not self.speaker.side:
            return ()
        alone = not self.speaker.plural and self.speaker.kind in _PEOPLE and len(self.group) < 2
        if actor.plural and not actor.speaking and alone:
            return ()
        meant = self.speaker
        if not (actor.plural or actor.speaking) and meant.kind in _THINGS:
            meant = next((a for a in reversed(self._mentioned) if a.kind in _PEOPLE), meant)
        return (replace(meant, first=actor.first, last=actor.last, visiting=False),)

    def _still_paired(self) -> bool:
        """True where those who met did so lately, or are those that the story tells of most."""
        lately = self._sentence - self._paired_in <= _LATELY
        return lately or {s for s, _ in self._counts.most_common(2)} == {a.side for a in self.pair}

    def _pair_meant(self, actor: Actor) -> bool:
        """True where "they" are those that met, not told of by a third: "a Togolese said they"."""
        sides, one = {a.side for a in self.pair}, self.telling
        if len(sides) != 2 or actor.speaking:
            return len(sides) == 2
        ahead = one is not None and one.kind in _PEOPLE | _THINGS and one.last <= actor.first
        return self._still_paired() and not (one and ahead and one.side not in sides)

    def _told_together(self) -> bool:
        """True where those of several sides say what this sentence tells: "A and B said they"."""
        return self._spoken_in == self._sentence and len({a.side for a in self.group} - {None}) > 1

    def _person(self, actor: Actor, before: Actor | None) -> tuple[Actor, ...]:
        person = self._registry.find(actor.name or "")
        if person is None:
            return (actor,) if actor.side else ()
        office = self._world.highest([o for o in (actor.office, person.office) if o])
        if actor.peer and not actor.office and before is not None:
            office = before.office or office
        side = actor.side or person.side
        if side is None and office and office not in ("official", "private", "org_head"):
            side = of_teller(actor, self.telling, before).side or self.home
        if side is None:
            return ()
        known = replace(actor, side=side, office=office, name=person.name, entity=person.entity)
        return (replace(known, title=actor.title or person.title),)

    def _role(self, actor: Actor, before: Actor | None) -> tuple[Actor, ...]:
        """Whoever of that office and side was told of last, for such as "the minister"."""
        actor = of_teller(actor, self.telling, before)
        office = actor.office
        titled = self._titled(actor)
        if titled is not None:
            own = before is not None and titled.side == before.side
            hosts = of_host(actor, before, self._host) if own else ()
            return hosts or (replace(titled, first=actor.first, last=actor.last, visiting=False),)
        if actor.peer and before is not None:
            office = office or before.office
            if actor.side is None:
                others = [a for a in self.pair if a.side != before.side]
                return tuple(others[:1])
            actor = replace(actor, office=office)
        if actor.plural:
            lately = self._sentence - self._gathered_in <= _LATELY
            met = bool(self.pair) and {a.side for a in self.pair} <= {a.side for a in self.company}
            if actor.side is None and lately and not met and office not in LOOSE and self.company:
                alike = LEADERS if office in LEADERS else {office}
                of_office = [a for a in self.company if a.office in alike]
                whole = self.company if len(self.company) <= _COMPANY else ()
                told = of_office if len(of_office) > 1 else whole
                return tuple(Actor("polity", actor.first, actor.last, side=a.side) for a in told)
            loose = actor.loose or not self.pair or (before and office in LOOSE)
            return (actor,) if actor.side else () if loose else self._both(actor)
        if office is not None:
            known = self._told_holder(office, actor.side)
            known = other_titled(actor, known, self.pair) or known
            if known is not None and before is not None and known.side == before.side:
                known = next(iter(of_host(actor, before, self._host)), known)
            known = no_owner_of_himself(actor, known, self.speaker, self._host_now)
            if known is None and office in ("other_minister", "official") and not actor.former:
                known = self._loose(actor)
            if known is not None and not actor.former:
                return (replace(known, first=actor.first, last=actor.last, visiting=False),)
        if actor.side:
            return (actor,)
        host = self._host_now or posted_to(before)
        if before is not None and office not in LOOSE and host not in (None, before.side):
            return (replace(actor, side=host),)
        speaking = self.speaker.side if actor.theirs and before is None and self.speaker else None
        if speaking in self._world.polities:
            return (replace(actor, side=speaking),)
        home = at_home(actor, self.telling, self.home)
        return (replace(actor, side=home),) if home else ()

    @property
    def _host_now(self) -> str | None:
        """Whom the sentence has told somebody to visit."""
        return self._visited[1] if self._visited[0] == self._sentence else None

    @property
    def _host(self) -> str | None:
        """Whom this sentence, or one shortly before, told somebody to visit."""
        return self._visited[1] if self._sentence - self._visited[0] <= _RECENT else None

    def _titled(self, actor: Actor) -> Actor | None:
        """The only person of the story with the very title: "the king", beside a president."""
        if actor.side or actor.peer or actor.plural or actor.former or not actor.title:
            return None
        people = self._by_title.get(actor.title.casefold(), {})
        return next(iter(people.values())) if len(people) == 1 else None

    def _told_holder(self, office: str, side: str | None) -> Actor | None:
        """Who was told of in the office: for no side the speaker, else the first; else the last."""
        speaker = self.speaker
        if side is None:
            if speaker is not None and speaker.office == office and speaker.name:
                return speaker
            return self._first_holder.get(office)
        return self._by_office.get((office, side))

    def _loose(self, actor: Actor) -> Actor | None:
        """For "the minister", "the diplomat": the last person, of the given side if any."""
        last = self._last_person
        if last is not None and actor.side in (None, last.side):
            return last
        for (_, side), known in reversed(self._by_office.items()):
            if actor.side is not None and side == actor.side and known.name:
                return known
        return None

    def note(self, actors: Iterable[Actor]) -> None:
        """Remembers resolved actors of a sentence, in order."""
        for actor in actors:
            if actor.side is None:
                continue
            self._counts[actor.side] += 1
            self._mentioned = [*self._mentioned[-_MEMORY:], actor]
            if actor.kind in ("person", "role") and actor.office:
                key = actor.office, actor.side
                self._by_office.pop(key, None)
                self._by_office[key] = actor
                self._first_holder.setdefault(actor.office, actor)
                if actor.kind == "person":
                    self._last_person = actor
            if actor.kind == "person" and actor.title and actor.name:
                people = self._by_title.setdefault(actor.title.casefold(), {})
                people[actor.entity or actor.name] = actor

    def list(self, actors: Iterable[Actor]) -> None:
        """Remembers actors told of together: those that "the three countries" mean."""
        by_side = {a.side: a for a in actors if a.side and not self._world.seatless(a.side)}
        if len(by_side) > 1:
            self.listed, self._listed_in = tuple(by_side.values()), self._sentence

    def last_but(self, taken: Iterable[str | None]) -> tuple[Actor, ...]:
        """The last actor told of that is none of some sides: what "its" in an object means."""
        barred = set(taken)
        found = next((a for a in reversed(self._mentioned) if a.side not in barred), None)
        return (found,) if found else ()

    def speak(self, actors: tuple[Actor, ...]) -> None:
        """Makes the subject of a sentence the one that "he" and "his country" mean."""
        if actors:
            self.speaker = actors[0]
            self.group = actors
            self._spoken_in = self._sentence

    @property
    def leading(self) -> bool:
        """True where whoever speaks is the first of the last two that met, not his guest."""
        speaker = self.speaker
        return speaker is not None and (not self.pair or self.pair[0].side == speaker.side)

    def take_turn(self, answering: Actor | None) -> None:
        """Begins an answer by somebody, or a question, asked by nobody that counts."""
        self.answering = self.speaker = answering
        self.group = (answering,) if answering else ()
        if answering is None:
            self._asked.begin(self._sentence, self._counts)
        elif self._asked.about_others(self.pair, self._paired_in, self._counts, answering):
            self.pair = ()

    @property
    def telling(self) -> Actor | None:
        """Whoever says what this sentence tells, None where nobody is said to."""
        return self.speaker if self._spoken_in == self._sentence else None

    @property
    def speakers(self) -> tuple[Actor, ...]:
        """Whoever speaks, all of them where they speak together: "A and B said"."""
        alone = (self.speaker,) if self.speaker else ()
        return self.group if self.speaker in self.group else alone

    def engage(self, actors: tuple[Actor, ...], visited: str | None = None) -> None:
        """Makes the sides of an engagement those that "the two sides" mean.

        Whom the guest then meets is of the side `visited`: "flew to Accra, where she met the
        president".
        """
        if visited is not None:
            self._visited = self._sentence, visited
        by_side: dict[str, Actor] = {}
        for actor in actors:
            if actor.side and not self._world.seatless(actor.side):
                by_side.setdefault(actor.side, actor)
        if len(by_side) > 1:
            self._gathered_in = self._sentence
            self.company = tuple(by_side.values()) if 2 < len(by_side) <= _MANY else ()
        if len(by_side) == 2:
            told = {a.side: a for a in self.group if a.kind == "person"}
            if told.keys() == by_side.keys():
                by_side = {s: a if a.kind == "person" else told[s] for s, a in by_side.items()}
            self.pair = tuple(by_side.values())
            self._paired_in = self._sentence

    def open_sentence(self, named: frozenset[str | None] = frozenset()) -> None:
        """Says that another sentence begins, in which the last one known may speak again."""
        self._named = named
        self._sentence += 1
        if self._hushed is not None and self.speaker is None:
            self.speaker, self.group = self._hushed
        self._hushed = None

    def hush(self) -> None:
        """Says that somebody of whom nothing is known speaks in this sentence: "observers said"."""
        self._hushed = self.speaker, self.group
        self.speaker, self.group = None, ()

    def quote(self, words: Iterable[str]) -> None:
        """Takes note of the quotation marks of a sentence, once it is read."""
        self._quotation.take(words, self._sentence)

    @property
    def quoting(self) -> bool:
        """True where a sentence begins inside the words of somebody quoted before it."""
        return self._quotation.open_at(self._sentence)

    @property
    def recent_pair(self) -> tuple[Actor, ...]:
        """The sides of an engagement told of in this sentence or shortly before."""
        return self.pair if self._sentence - self._paired_in <= _RECENT else ()

    def others(self, sides: Iterable[str]) -> tuple[Actor, ...]:
        """The other side of the engagement that is being told."""
        taken = set(sides)
        told = len(self.pair) == 2 and self._still_paired()
        if told and taken & {a.side for a in self.pair}:
            return tuple(a for a in self.pair if a.side not in taken)
        return ()


def _told_by(actor: Actor, meant: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those whom an actor's words mean, where these words stand."""
    return tuple(replace(a, first=actor.first, last=actor.last) for a in meant)
