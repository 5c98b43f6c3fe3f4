"""Where a clause says that something is, goes or gathers: "a trip to the UN conference in Oslo"."""

from collections.abc import Sequence

from dragoman.extract import goals
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.knowledge.world import World

_NEAR_PLACE, _FAR_PLACE = 6, 14
"""How far a place may stand from what leads to it, in prose order and where words are free."""
_STRUCK = frozenset({"on", "against", "near", "in"})
"""Roles of the prepositions that lead in the town that an attack hits."""


class ToldPlaces:
    """The places that the words around the node of an act tell of."""

    __slots__ = ("_clause", "_node", "_world")

    def __init__(self, clause: Clause, node: int, world: World) -> None:
        self._clause = clause
        self._node = node
        self._world = world

    def host(self, slots: Sequence[str], discourse: Discourse) -> tuple[str | None, str | None]:
        """The polity and the place that a visit goes to, by the slots of its rule."""
        clause, i = self._clause, self._node
        for slot in slots:
            if slot in ("here", "speaker"):
                found = goals.at_home(slot, clause, i, discourse)
            elif slot == "compound":
                found = self.first_place(range(i - 1, i), bare=True) if i else None
            elif slot in ("aside", "there"):
                found = self.first_place(clause.placed(i, slot == "aside"), bare=False)
            elif slot == "object":
                found = self.first_place(range(i + 1, min(clause.ends(i), i + 9)), bare=True)
            else:
                found = self.place_behind(slot)
            if found:
                return found
        return None, None

    def seat(self, j: int) -> tuple[Actor, ...]:
        """Where a gathering of the organization at a node is: "the UN conference in Oslo"."""
        clause = self._clause
        if clause.nodes[j].actors[0].kind != "organization":
            return ()
        k = j + 1
        while k < len(clause.nodes) - 1 and clause.nodes[k].letter in "xNBM":
            if clause.preposition(k):
                break
            k += 1
        named = {clause.norm(n) for n in range(j + 1, k)}
        if clause.preposition(k) != "in" or not named & clause.pack.classes["occasion"]:
            return ()
        node = clause.nodes[k + 1]
        if node.letter == "a" and node.actors[0].kind == "polity":
            return node.actors[:1]
        if node.letter != "Y" or not node.element:
            return ()
        place = node.element.entry.id
        side = self._world.place_side(place)
        return (Actor("polity", node.first, node.last, side=side, place=place),) if side else ()

    def struck(self, role: str | None = None) -> tuple[Actor, ...]:
        """Whom an attack hits that tells only of a town: "shelled Kharkiv", "killed two in Jenin".

        It stands right behind the verb, the noun's verb ("a raid hit Jenin"), behind the first
        preposition of a role, or behind an "of" right there: "the shelling of Jenin".
        """
        clause, i = self._clause, self._node
        if not clause.pack.subject_first:
            return ()
        near = range(i, min(len(clause.nodes), i + _NEAR_PLACE))
        j = next((k for k in near if clause.finite(k)), i)
        if role is not None:
            if role not in _STRUCK and not (role == "of" and clause.preposition(i + 1) == role):
                return ()
            stop = min(clause.ends(i), i + _FAR_PLACE)
            j = next((k for k in range(i + 1, stop) if clause.preposition(k) == role), 0)
            if not j or clause.aside(i, j) or clause.to_do(j):
                return ()
        k = j + 1
        while k < min(len(clause.nodes), j + _NEAR_PLACE) and self._heads_place(k):
            k += 1
        node = clause.nodes[k] if k < len(clause.nodes) else None
        if node is None or node.letter != "Y" or not node.element:
            return ()
        place = node.element.entry.id
        side = self._world.place_side(place)
        return (Actor("polity", node.first, node.last, side=side, place=place),) if side else ()

    def _heads_place(self, k: int) -> bool:
        """True for a word of a phrase that ends in a town: "the southern suburbs of" Beirut."""
        clause = self._clause
        plain = clause.nodes[k].letter in "AHMNx" and not clause.finite(k)
        return clause.preposition(k) in ((None, "of") if plain else ("of",))

    def seats(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Actors, or where they gather: a trip to their conference goes there."""
        at = {n.first: j for j, n in enumerate(self._clause.nodes) if n.letter == "a"}
        j = at.get(actors[0].first) if actors else None
        return (self.seat(j) or actors) if j is not None else actors

    def _of_capital(self, j: int) -> str | None:
        """Whose capital a node tells of: "the Italian capital", «العاصمة الروسية»."""
        clause = self._clause
        step = 1 if clause.pack.adjective == "before" else -1
        if not 0 <= j - min(step, 0) < len(clause.nodes) or j + max(step, 0) >= len(clause.nodes):
            return None
        word, adjective = (j + 1, j) if step > 0 else (j, j + 1)
        element = clause.nodes[adjective].element
        if clause.norm(word) not in clause.pack.classes["capital"] or element is None:
            return None
        named = j + 2 < len(clause.nodes) and clause.nodes[j + 2].letter in "aY"  # "capital, Rome"
        described = clause.nodes[adjective].letter == "D" and not named
        return self._world.side(element.entry) if described else None

    def place_behind(self, role: str) -> tuple[str | None, str | None] | None:
        """The polity and the place behind the first preposition of a role."""
        clause, i = self._clause, self._node
        far = len(clause.nodes) if clause.pack.subject_first else _FAR_PLACE
        reach = _NEAR_PLACE if role == "in" else far
        for j in range(i + 1, min(clause.ends(i), i + reach)):
            if clause.preposition(j) == role and not clause.aside(i, j):
                if clause.to_do(j):
                    return None
                found = self.first_place(range(j + 1, min(j + 5, len(clause.nodes))), bare=False)
                if found:
                    return found
        return None

    def first_place(self, nodes: Sequence[int], bare: bool) -> tuple[str | None, str | None] | None:
        """The first of some nodes that is a place; none may be led in where it must be `bare`."""
        clause = self._clause
        for j in nodes:
            node = clause.nodes[j]
            if clause.preposition(j) and (bare or j > nodes[0]):
                return None
            if node.letter == "Y" and node.element:
                place = node.element.entry.id
                return self._world.place_side(place), place
            if (side := self._of_capital(j)) is not None:
                return side, None
            if node.letter == "a" and node.actors[0].kind in ("polity", "organization"):
                goal = (self.seat(j) or node.actors)[0]
                return goal.side, goal.place
            if node.letter == "a" and not bare:
                return None
        return None
