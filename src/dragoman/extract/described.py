"""Actors that only a demonym or a place tells of: "a Somali warlord", "arrested in Paris"."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from dragoman.core.document import Token
from dragoman.extract import predicates
from dragoman.extract.actors import Actor, Node
from dragoman.extract.antecedents import led_in_ahead, told_ahead
from dragoman.extract.befallen import waged_by
from dragoman.extract.before_objects import past_manner
from dragoman.extract.belonging import Belonging
from dragoman.extract.beside_verbs import feared, goods_of, town_behind
from dragoman.extract.clauses import Clause
from dragoman.extract.complements import like_adjective
from dragoman.extract.craft import brought_by
from dragoman.extract.hit import Hit
from dragoman.extract.joined_demonyms import joined_demonyms
from dragoman.extract.means import rides, weapon_owner
from dragoman.extract.on_objects import doer_on_object
from dragoman.extract.passives import before_passive, own_thing, striker
from dragoman.extract.struck_land import land_of
from dragoman.knowledge.world import World

_REACH = 14
_NEAR = 8
_WHERE = frozenset({"by", "in", "with"})
_DEEDS = frozenset({"AID", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
_SENT_AWAY = frozenset({"deport", "expel"})
"""Modes of acts by the polity that somebody has to leave."""
_OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of acts that judge what somebody did."""
TOLD_BY_DESCRIPTION = frozenset(
    {"authority", "means", "named", "doing", "origin", "describing", "jailer", "visitor"}
    | {"striking", "feared"}
)
"""Slots of those whom a demonym, a place or a name tells of without naming them as doers."""
_JUDGED = frozenset({"ACCUSE", "SUPPORT"})
"""Types of acts that tell what somebody did, well or badly, not what befell him."""
_PHRASE = _FEW = 4
"""How many nodes a noun phrase may have before its demonym."""


class Described:
    """What the words around one hit tell of actors without naming them."""

    __slots__ = ("_clause", "_hit", "_world")

    def __init__(self, clause: Clause, hit: Hit, world: World) -> None:
        self._clause = clause
        self._hit = hit
        self._world = world

    def slot(self, name: str) -> tuple[Actor, ...]:
        """Those who fill a slot of `TOLD_BY_DESCRIPTION`."""
        ways = {"means": self.weapon, "named": self.gathering, "doing": self.doing}
        ways |= {"origin": self.origin, "striking": self.striking}
        ways |= {"jailer": Belonging(self._clause, self._world).jailer, "visitor": self.visitor}
        if name == "feared":
            return feared(self._clause, self._hit.node, self.demonym)
        if name == "describing":
            return doer_on_object(self._clause, self._hit)
        return ways.get(name, self.power_at_place)()

    def object(self, verb: int | None = None) -> tuple[Actor, ...]:
        """Whom only a demonym tells of right behind a verb: "killed a Somali warlord"."""
        at = (self._hit.node if verb is None else verb) + 1
        return () if self._hit.nominal else self._demonym_at(past_manner(self._clause, at))

    def _of_place(self, j: int) -> tuple[Actor, ...]:
        """The polity of the place at a node."""
        node = self._clause.nodes[j]
        side = self._world.place_side(node.element.entry.id) if node.element else None
        return (Actor("polity", node.first, node.last, side=side),) if side else ()

    def compound(self) -> tuple[Actor, ...]:
        """Whose forces stand right before a noun like an adjective: "US military aid".

        So do states and bodies written like their adjective: "a US raid", "EU economic aid".
        """
        clause, i = self._clause, self._hit.node
        node = clause.nodes[i - 1] if i and clause.pack.subject_first else None
        free = node and node.letter == "a" and not node.owned and not self._led_by_agent(i - 1)
        if node and free and node.actors[0].kind == "body":
            return node.actors
        return () if self._hit.rule.engagement else like_adjective(clause, i - 1)

    def _led_by_agent(self, j: int) -> bool:
        """True for those whom "by" leads in: "was attacked by the Chadian army | support"."""
        k = j - 1 - (self._clause.nodes[j - 1].letter == "A")
        return self._clause.norm(k) in self._clause.pack.agent

    def subject(self) -> tuple[Actor, ...]:
        """Who acts, told of by a demonym alone: "Israeli bulldozers demolished"."""
        clause, i = self._clause, self._hit.node
        if not clause.other_subject(i):
            return ()
        for j in self.before_passive():
            node = clause.nodes[j]
            if node.letter == "D" and not clause.governed(j):
                goods = self._hit.rule.engagement and rides(clause, j, i)
                return () if goods else self.demonyms(j)
            if clause.preposition(j) or node.letter not in "xHMN":
                return ()
        return ()

    def behind(self, role: str) -> tuple[Actor, ...]:
        """Whom only a demonym tells of behind a preposition: "asylum to a Somali warlord"."""
        clause, i = self._clause, self._hit.node
        for j in islice(clause.reach(i, clause.ends(i)), _REACH - 1):
            if clause.preposition(j) == role and not clause.aside(i, j):
                if self._hit.rule.engagement and clause.to_do(j):
                    return ()
                found = self._demonym_at(j + 1) or self._of_governed(j + 1)
                k = town_behind(clause, self._hit.rule, j + 1)
                found = found or (self._of_place(k) if k is not None else ())
                return found or land_of(clause, self._hit.rule, i, j + 1)
        found = self._within_subject(role) if self._hit.passive else ()
        found = found or (self._posted(range(i + 1, clause.ends(i))) if role == "to" else ())
        ahead = None if found else led_in_ahead(clause, i, role)
        if ahead is None or not told_ahead(clause, i, self._hit.rule.objects):
            return found
        if clause.nodes[ahead + 1].letter == "a":
            return clause.group(ahead + 1, leftward=False)
        return self._demonym_at(ahead + 1) or self._of_governed(ahead + 1)

    def _of_governed(self, start: int) -> tuple[Actor, ...]:
        """The polity of a demonym behind the noun of a phrase: «إلى الحدود السورية».

        (ilā l-ḥudūdi s-sūriyya, "to the Syrian border".)
        """
        clause = self._clause
        if clause.pack.adjective == "before" or self._hit.rule.engagement:
            return ()
        if clause.preposition(start - 1) in _WHERE:
            return ()
        for j in range(start, min(start + _PHRASE + 1, len(clause.nodes))):
            node = clause.nodes[j]
            if node.letter == "D":
                return self.sited(self.demonym(node), j) if j > start else ()
            if j > start and goods_of(clause, start, j):
                continue
            if node.letter not in "xM" or clause.finite(j) or clause.preposition(j):
                return ()
        return ()

    def sender(self) -> tuple[Actor, ...]:
        """Whose weapon or attack does the harm that is told: "rockets from Mali killed two"."""
        clause, i = self._clause, self._hit.node
        if self._hit.rule.act != "ASSAULT" or self._hit.nominal or not clause.pack.subject_first:
            return ()
        for j in range(i - 1, max(-1, i - _REACH), -1):
            fired = clause.norm(j - 1) in clause.pack.discourse["means"] if j else False
            if clause.nodes[j].letter in ",.;:&tR" or (clause.finite(j) and not fired):
                return ()
            if clause.norm(j) in clause.pack.discourse["means"]:
                return self._launched(j, i) or self._sent_by_owner(j)
        return ()

    def _launched(self, j: int, i: int) -> tuple[Actor, ...]:
        """Who is told of behind a weapon: "rockets fired by rebels", "fire from Syria"."""
        clause = self._clause
        for k in range(j + 1, i):
            if clause.preposition(k) == "from" or clause.norm(k) in clause.pack.agent:
                led = clause.leads_to(k)
                place = clause.nodes[k + 1]
                if led is None and place.letter in "DY":
                    return self.demonym(place)
                return (led,) if led is not None and led.first < clause.nodes[i].first else ()
        return ()

    def _sent_by_owner(self, j: int) -> tuple[Actor, ...]:
        """Whose a weapon is by what stands before it: "Israeli tank fire", "a rebel attack"."""
        clause = self._clause
        for k in range(j - 1, max(-1, j - _PHRASE), -1):
            node = clause.nodes[k]
            if node.letter in "aD":
                loose = clause.governed(k) or any(a.kind == "person" for a in node.actors)
                return () if loose else node.actors or self.demonym(node)
            if node.letter not in "xM" or clause.preposition(k):
                return ()
        return ()

    def _posted(self, row: Iterable[int]) -> tuple[Actor, ...]:
        """Where an envoy among nodes is posted: "recalled its ambassador to Chad"."""
        for node in map(self._clause.nodes.__getitem__, row):
            if node.letter in ".;:tR":
                return ()
            for actor in node.actors:
                if actor.kind == "role" and actor.host and actor.office in ("ambassador", "envoy"):
                    return (Actor("polity", node.first, node.last, side=actor.host),)
        return ()

    def agent(self) -> tuple[Actor, ...]:
        """Who does what a passive says, told of by a demonym alone: "killed by Israeli fire"."""
        clause, i = self._clause, self._hit.node
        for j in range(i + 1, clause.ends(i)):
            if clause.norm(j) in clause.pack.agent:
                return self._demonym_at(j + 1)
        if not clause.pack.subject_first and self._hit.rule.act == "ASSAULT":
            return self.weapon()
        k = own_thing(clause, self._hit.rule, i)
        return self._at(k) if k is not None else ()

    def before(self) -> tuple[Actor, ...]:
        """The subject of a passive that only a demonym tells of: "an Iraqi trawler was seized"."""
        clause = self._clause
        for j in self.before_passive():
            if clause.preposition(j):
                return ()
            if clause.nodes[j].letter == "D" and not clause.governed(j):
                return self.sited(self.demonyms(j), j)
            if clause.nodes[j].letter == "Y" and self._hit.rule.act == "ASSAULT":
                return self._of_place(j)
        return ()

    def origin(self) -> tuple[Actor, ...]:
        """Whose what is given is by what describes it: "Indian rice was delivered to Niger"."""
        if self._hit.passive:
            return self._within_subject("from") or self.before()
        return next(map(self._at, brought_by(self._clause, self._hit.node)), ())

    def power_at_place(self) -> tuple[Actor, ...]:
        """The polity in which somebody is dealt with by law: "two men were arrested in Paris".

        Of an envoy it is where he is posted: "the ambassador to Chad was summoned".
        """
        clause, i = self._clause, self._hit.node
        carried = self._hit.light is not None and clause.pack.subject_first
        if not self._hit.passive or carried or clause.agent(i):
            return ()
        if posted := self._posted(range(i - 1, -1, -1)):
            return posted
        belonging = Belonging(clause, self._world)
        sent = belonging.left_from(i) if self._hit.rule.mode in _SENT_AWAY else None
        freed = belonging.jailed_in(i) if self._hit.rule.act == "RETREAT" else None
        side = sent or freed or belonging.place_of(i)
        node = clause.nodes[i]
        return (Actor("polity", node.first, node.last, side=side),) if side else ()

    def _demonym_at(self, start: int) -> tuple[Actor, ...]:
        """The polity of a demonym that describes the noun of a phrase beginning at a node."""
        clause = self._clause
        if not clause.pack.subject_first:
            return ()
        for j in range(start, min(start + _PHRASE, len(clause.nodes))):
            node = clause.nodes[j]
            if node.letter == "D":
                return self.sited(self.demonyms(j), j)
            if node.letter not in "xAHMp" or clause.finite(j) or clause.preposition(j):
                return ()
        return ()

    def doing(self) -> tuple[Actor, ...]:
        """Whose deed a predicate tells of: "Chad's move was a breach", not "Chad was hampered"."""
        if self._hit.passive and self._hit.rule.act in _JUDGED:
            return ()
        return predicates.doing(self._clause, self._hit.node, self._hit.nominal, self.demonym)

    def demonym(self, node: Node) -> tuple[Actor, ...]:
        """The polity of a demonym."""
        element = node.element
        side = self._world.side(element.entry) if element and element.entries else None
        return (Actor("polity", node.first, node.last, side=side),) if side else ()

    def demonyms(self, j: int) -> tuple[Actor, ...]:
        """The polities of demonyms that describe one noun: «السعودي الإيراني»."""
        return tuple(a for n in joined_demonyms(self._clause, j) for a in self.demonym(n))

    def sited(self, actors: tuple[Actor, ...], at: int) -> tuple[Actor, ...]:
        """Polities with the sector of the site that stands for them: "a Saudi oil facility"."""
        clause = self._clause
        near = (
            range(at + 1, at + 4)
            if clause.pack.subject_first
            else range(at - 1, self._hit.node, -1)
        )
        if clause.nodes[at].letter == "a":
            near = range(at - 1, self._hit.node, -1)
        for j in near:
            if j >= len(clause.nodes):
                break
            element = clause.nodes[j].element
            if element and element.entries and element.entry.id in ("site", "body"):
                sector = element.entry.form_class or None
                return tuple(
                    replace(a, sector=a.sector or sector) if a.kind == "polity" else a
                    for a in actors
                )
        return actors

    def before_passive(self) -> Iterable[int]:
        """The nodes of a passive's subject, nearest first: "sanctions on Syria were lifted".

        Of what is judged, whose it is comes first: "Kenya's raid on Togo was condemned".
        """
        nodes, told = list(before_passive(self._clause, self._hit.node)), self._clause.nodes
        judged = self._hit.rule.act in _OF_DEEDS
        owners = [j for j in nodes if judged and (told[j].owned or told[j].letter == "D")]
        return [*reversed(owners), *(j for j in nodes if j not in owners)]

    def _within_subject(self, role: str) -> tuple[Actor, ...]:
        """Whom the subject of a passive leads in: "the border with Mali was shut"."""
        clause = self._clause
        if self._hit.rule.act not in _DEEDS:
            return ()
        for j in self.before_passive():
            if clause.preposition(j) == role:
                led, node = clause.leads_to(j), clause.nodes[j + 1]
                if led is None:
                    return self.demonym(node) if node.letter == "D" else ()
                return (led,) if led.first < clause.nodes[self._hit.node].first else ()
        return ()

    def named_in(self, node: Node) -> tuple[Actor, ...]:
        """The polities in the name of a gathering: "the UK-France Summit"."""
        sides: list[str] = []
        for token in self._clause.tokens[node.first : node.last]:
            for part in token.norm.split("-"):
                match = self._clause.pack.gazetteer.longest([Token(0, 1, part, capital=True)], 0)
                meanings = match.entries if match else ()
                sides += [s for e in meanings if (s := self._world.side(e)) and not e.ambiguous]
        return tuple(Actor("polity", node.first, node.last, side=s) for s in dict.fromkeys(sides))

    def visitor(self) -> tuple[Actor, ...]:
        """Whoever a headline tells to be somewhere for what the hit tells."""
        return self._clause.visitor(self._hit.node)

    def gathering(self) -> tuple[Actor, ...]:
        """Whose gathering a verb's object is by its name: "attended the Japan-ASEAN Summit"."""
        clause, i = self._clause, self._hit.node
        for node in clause.nodes[i + 1 : min(clause.ends(i), i + _NEAR)]:
            if node.letter == "F" or (node.letter == "a" and len(node.actors) > 1):
                return node.actors or self.named_in(node)
        return ()

    def weapon(self) -> tuple[Actor, ...]:
        """Whose the weapon or the attack is that an act was done by."""
        clause, i = self._clause, self._hit.node
        k = weapon_owner(clause, i)
        perished = clause.meanings(i) & clause.pack.discourse["perishing"]
        if k is None and (self._hit.passive or perished):
            k = waged_by(clause, i)
        return self._at(k) if k is not None else ()

    def striking(self) -> tuple[Actor, ...]:
        """Whose weapon or attack hits what stands before it: «طالت بلدة في تشاد غارة مالية».

        (ṭālat balda fī Tshād ghāra māliyya, "a Malian raid hit a town in Chad".)
        """
        k = striker(self._clause, self._hit.node)
        return self._at(k) if k is not None else ()

    def _at(self, k: int) -> tuple[Actor, ...]:
        """The polity of the demonym at a node, or the actors there."""
        node = self._clause.nodes[k]
        return self.demonym(node) if node.letter == "D" else self._clause.group(k, leftward=False)

    def of_bloc(self, actors: tuple[Actor, ...]) -> bool:
        """True for "a European tour", which goes to nobody yet."""
        visit = self._hit.rule.engagement == "visit"
        return visit and any(a.side and self._world.acting_as(a.side) for a in actors)
