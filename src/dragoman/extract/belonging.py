"""The polity that actors belong to who are given by sector alone: "police in Nairobi"."""

from collections.abc import Iterator

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.neighbours import is_object
from dragoman.knowledge.world import World

_BESIDE = 3
_BEHIND = 7
_PLACE = 5
_MISSION = 3
"""How near behind its owner an embassy or a weapon stands."""
_ELSEWHERE = frozenset({"with", "to", "from", "against", "between"})
_APART = frozenset(".;:")


class Belonging:
    """Reads from one clause whose the police, the rebels or the students in it are."""

    __slots__ = ("_clause", "_world")

    def __init__(self, clause: Clause, world: World) -> None:
        self._clause = clause
        self._world = world

    def side_of(self, actor: Actor, by_place: bool = True) -> str | None:
        """The polity that a group belongs to by an adjective, its place or the clause's place.

        «اعتقلت الشرطة في نيروبي متظاهرين» (iʿtaqalat ash-shurṭa fī Nayrūbī mutaẓāhirīn, "the police
        in Nairobi arrested protesters"): both are of Kenya.
        """
        i = self.node_of(actor)
        if i is None or actor.sector == "IGO":
            return None
        own = self._by_adjective(i) or self._by_shared_adjective(i) or self._by_ties(i)
        if own or not by_place:
            return own
        return self._by_place_behind(i) or self._by_clause(i)

    def place_of(self, i: int) -> str | None:
        """The polity of the place where the clause has what is told of at a node."""
        return self._by_clause(i)

    def left_from(self, i: int) -> str | None:
        """The polity that somebody is sent away from by what a node says: "expelled from Mali"."""
        clause = self._clause
        for j in range(i + 1, min(i + _BESIDE + 1, clause.ends(i))):
            if clause.preposition(j) in ("from", "of"):
                return self._place_after(j)
        return None

    def jailed_in(self, i: int) -> str | None:
        """The polity of the jails that what is told at a node frees from: «من سجون كندية».

        (min sujūn kanadiyya, "from Canadian jails".)
        """
        clause = self._clause
        for j in range(i + 1, clause.ends(i)):
            if clause.norm(j) in clause.pack.discourse["jails"]:
                return self._place_after(j)
        return None

    def jailer(self) -> tuple[Actor, ...]:
        """Whose the jails are that a clause tells of: "in Omani jails", "in a jail in Oman"."""
        clause, jails = self._clause, self._clause.pack.discourse["jails"]
        for j, node in enumerate(clause.nodes[1:], 1):
            if clause.norms[node.last - 1] not in jails or node.letter not in "xaB":
                continue
            own = node.actors[0].side if node.letter == "a" else self._by_adjective(j)
            led = j + 1 < len(clause.nodes) and clause.preposition(j + 1) == "in"
            side = own or self._place_after(j + 1 if led else j)
            return (Actor("polity", node.first, node.last, side=side),) if side else ()
        return ()

    def elsewhere(self, actor: Actor) -> bool:
        """True for a group that is at home in another country: "Western oil companies"."""
        i = self.node_of(actor)
        if i is None or actor.kind != "group":
            return False
        clause, node = self._clause, self._clause.nodes[i]
        near = range(i - _BESIDE, i) if clause.pack.adjective == "before" else range(i + 1, i + 3)
        words = {clause.norm(k) for k in near if 0 <= k < len(clause.nodes)}
        words.update(clause.norms[node.first : node.last])
        return bool(words & clause.pack.discourse["outsiders"])

    def node_of(self, actor: Actor) -> int | None:
        """The node in which an actor stands."""
        for k, node in enumerate(self._clause.nodes):
            if node.first <= actor.first < node.last:
                return k
        return None

    def _by_adjective(self, i: int) -> str | None:
        """A demonym before or behind, with only adjectives between: "Colombian leftist rebels"."""
        clause, town = self._clause, None
        step = -1 if clause.pack.adjective == "before" else 1
        for k in range(1, _BESIDE + 1):
            j = i + step * k
            if not 0 <= j < len(clause.nodes):
                return town
            node = clause.nodes[j]
            if node.letter == "Y" and step > 0 and node.element:  # «عمال ميناء مومباسا»
                town = self._world.side(node.element.entry)
                continue
            if node.letter == "D" and node.element:
                return self._world.side(node.element.entry)
            weapon = clause.norm(j) in clause.pack.discourse["means"]
            if node.letter not in "xNM" or clause.finite(j) or weapon or self._other_noun(i, j):
                return town
        return town

    def _by_shared_adjective(self, i: int) -> str | None:
        """A demonym behind what "and" joins to a group: «القوات والآليات الكندية».

        (al-quwwāt wa-l-āliyyāt al-kanadiyya, "the Canadian troops and vehicles".)
        """
        clause, article = self._clause, self._clause.pack.article
        nodes, first = clause.nodes, clause.norms[clause.nodes[i].first]
        if not article or clause.pack.adjective == "before" or not first.startswith(article):
            return None
        if i + 2 >= len(nodes) or nodes[i + 1].letter != "&":
            return None
        for j in range(i + 2, min(i + 2 + _BESIDE, len(nodes))):
            if not clause.norm(j).startswith(article) or clause.finite(j):
                return None
            element = nodes[j].element
            if nodes[j].letter == "D" and element and j > i + 2:
                return self._world.side(element.entry)
            if nodes[j].letter != "x":
                return None
        return None

    def _other_noun(self, i: int, j: int) -> bool:
        """True where an adjective behind is another noun's: «متظاهرون السفارة السويدية».

        (ḥāṣara mutaẓāhirūna s-sifārata s-suwaydiyya, "protesters besieged the Swedish embassy".)
        """
        clause = self._clause
        group = clause.norms[clause.nodes[i].last - 1]
        if is_object(clause.pack, group, clause.norm(j), clause.nodes[j].element):
            return True
        first, word = clause.norms[clause.nodes[i].first], clause.norm(j)
        article = clause.pack.article
        apart = bool(article) and word.startswith(article) and not first.startswith(article)
        plain = group.endswith(clause.pack.people_endings)  # owns nothing: «متظاهرون القنصلية»
        return apart and (plain or clause.pack.lexicon.part_of_speech(word) != "adj")

    def _by_ties(self, i: int) -> str | None:
        """Whom a group stands with: "hackers linked to Iranian intelligence".

        Told by a pronoun it is whoever stands before: «الحوثيون والقوات الموالية لهم» (al-Ḥūthiyyūn
        wa-l-quwwāt al-muwāliya lahum, "the Houthis and the forces loyal to them").
        """
        clause = self._clause
        if i + 2 >= len(clause.nodes) or clause.norm(i + 1) not in clause.pack.discourse["tied"]:
            return None
        if clause.preposition(i + 2) is None:
            return None
        if i + 3 < len(clause.nodes) and clause.nodes[i + 3].letter in "ph":
            before = clause.nodes[i - 2] if i > 1 and clause.nodes[i - 1].letter == "&" else None
            return before.actors[-1].side if before and before.letter == "a" else None
        return self._place_after(i + 2)

    def only_side(self) -> str | None:
        """The one polity that the clause names as somebody's own or as where something is."""
        clause = self._clause
        found: set[str | None] = set()
        for k, node in enumerate(clause.nodes):
            if node.letter in "DY" and node.element and node.element.entries:
                found.add(self._world.side(node.element.entry))
            elif node.letter == "a" and node.actors[0].kind != "organization":
                apart = clause.preposition(k - 1) in _ELSEWHERE and not node.owned
                apart = apart or self._dealt_with(k)
                found |= {None if apart else a.side for a in node.actors if a.side}
        return next(iter(found)) if len(found) == 1 else None

    def _dealt_with(self, k: int) -> bool:
        """True for people of whom only somebody else is told: "rebels holding two | Germans"."""
        clause = self._clause
        if all(a.kind == "polity" and not a.plural for a in clause.nodes[k].actors):
            return False
        j = k - 1
        while j > 0 and (clause.nodes[j].letter in "AM" or clause.number(j)):
            j -= 1
        return j > 0 and clause.participle(j) and clause.pack.subject_first

    def _by_place_behind(self, i: int) -> str | None:
        """A place that is told of right behind: "a court in Istanbul", "farmers from Punjab"."""
        clause = self._clause
        for j in range(i + 1, min(i + _BEHIND, len(clause.nodes))):
            role = clause.preposition(j)
            if role in ("of", "from", *clause.pack.place_roles):
                return self._place_after(j)
            verb = clause.finite(j) or clause.describes_object(j)
            if role or verb or clause.nodes[j].letter in ".,;:tR":
                return None
        return None

    def _by_clause(self, i: int) -> str | None:
        """The place nearest to the group of all that the clause names as where it happens."""
        clause = self._clause
        found = [
            (abs(j - i), side)
            for j in self._reach(i)
            if clause.preposition(j) in clause.pack.place_roles and (side := self._place_after(j))
        ]
        found = found or self._by_quarter(i)
        return min(found)[1] if found else None

    def _by_quarter(self, i: int) -> list[tuple[int, str]]:
        """Where it is told in which quarter of a state: «خطف مسلحون طبيبا شمال غربي غانا».

        (khaṭafa musallaḥūna ṭabīban shamāla gharbiyyi Ghānā, "... in the north-west of Ghana".)
        """
        clause, quarters = self._clause, self._clause.pack.discourse["quarters"]
        return [
            (abs(j - i), side)
            for j in self._reach(i)
            if j and clause.norm(j - 1) in quarters and clause.nodes[j].letter == "a"
            if clause.nodes[j].actors[0].kind == "polity"
            if (side := clause.nodes[j].actors[0].side) is not None
        ]

    def _reach(self, i: int) -> Iterator[int]:
        """The nodes of the clause around a node, both ways up to a stop."""
        nodes = self._clause.nodes
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(nodes) and nodes[j].letter not in _APART:
                if nodes[j].letter == "," and self._clause.said_behind(j):
                    break
                yield j
                j += step

    def _place_after(self, j: int) -> str | None:
        """The polity of the place that the preposition at a node leads in."""
        clause = self._clause
        for k in range(j + 1, min(j + 1 + _PLACE, len(clause.nodes))):
            node = clause.nodes[k]
            element = node.element
            if node.letter == "a":
                actor = node.actors[0]
                heads = clause.norms[node.first] in clause.pack.discourse["heading"]
                if heads or self._of_others(k):
                    return None
                return actor.side if actor.kind in ("polity", "body") and not actor.plural else None
            if node.letter in "DY" and element and element.entries:
                return None if self._of_others(k) else self._world.side(element.entry)
            if clause.preposition(k) not in (None, "of") or clause.finite(k):
                return None
            if node.letter in ".,;:t&R":
                return None
        return None

    def _of_others(self, k: int) -> bool:
        """True for what lies in no country of its own: "in a Russian raid", "near its embassy"."""
        clause = self._clause
        stop = k + 1
        abroad = clause.pack.discourse["abroad"]
        if not clause.pack.subject_first and k and clause.norm(k - 1) in abroad:
            return True
        while stop < min(k + _MISSION, len(clause.nodes) - 1) and not (
            clause.preposition(stop)
            or clause.readings[stop]
            or clause.nodes[stop].letter in ".,;:&"
        ):
            stop += 1
        last = clause.nodes[stop - 1].last
        if stop < len(clause.nodes) and not clause.finite(stop):
            last = clause.nodes[stop].last
        words = set(clause.norms[clause.nodes[k].first : last])
        return bool(words & (clause.pack.discourse["means"] | abroad))


def of_the_street(actor: Actor) -> bool:
    """True for people who stand for no side: "Danish tourists"."""
    return actor.kind == "body" and actor.sector == "CVL"
