"""Two polities in one sentence: which of them acts on the other, told by structure alone.

Sentence vectors hear what kind of act a sentence tells and are deaf to who does it, to "not" and
to "will". So roles and mood are found here; where they cannot be told for certain, nothing is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.act import View
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.factuality import status_of
from dragoman.extract.meant import resolve_all
from dragoman.extract.passives import is_passive
from dragoman.knowledge.world import World

_FAR = 14
_STAND_INS = frozenset({"pronoun", "own", "both"})
_MOODS = ("negation", "conditional", "future")


@dataclass(frozen=True, slots=True)
class Pair:
    """Who may act on whom in a sentence.

    `together` where both do the same, as in "A and B"; `mood` is `plain`, or what the sentence
    is marked for: `negation`, `conditional`, `future`; `spoken` where the first is quoted behind
    a colon. `node` is the verb, or the source where no verb is known.
    """

    source: Actor
    target: Actor
    node: int
    mood: str
    together: bool = False
    spoken: bool = False
    there: bool = False


def pair_of(view: View, discourse: Discourse, world: World) -> Pair | None:
    """The only two sides named in a sentence, with their roles; None where these are uncertain.

    "Warsaw rushed two brigades to the stretch facing Belarus" and «رشّ زورق ليبي مركبا إيطاليا»
    (rashsha zawraq lībī markaban īṭāliyyan, "a Libyan boat sprayed an Italian vessel"): the first
    free mention acts, unless the verb is passive.
    """
    clause = view.clause
    mentions = list(_mentions(clause, discourse, world))
    if len({a.side for _, a in mentions}) != 2:
        return None
    i, source = mentions[0]
    j, target = next((k, a) for k, a in mentions if a.side != source.side)
    if j - i > _FAR or clause.governed(i):
        return None
    between = [clause.nodes[k].letter for k in range(i + 1, j)]
    if ";" in between or "R" in between:
        return None
    mood = _mood(clause)
    if all(letter in "&A" for letter in between):
        return Pair(source, target, i, mood, together=True)
    verbs = [k for k in range(len(clause.nodes)) if clause.finite(k)]
    owners = {k: _sides(clause.subject(k), discourse) for k in verbs}
    if any(target.side in sides and not _relative(clause, j, k) for k, sides in owners.items()):
        return None
    verb = next((k for k, sides in owners.items() if source.side in sides), None)
    if verb is not None and not j < clause.ends(verb):
        return None
    by = _behind_by(clause, j)
    if verb is not None and any(is_passive(clause, verb, a) for a in clause.readings[verb]):
        if not by:
            return None
    elif verb is not None and mood == "plain" and status_of(clause, verb) != "happened":
        return None
    if by:
        source, target = target, source
    spoken = ":" in between or "t" in between
    there = _role_before(clause, j) == "in"
    return Pair(source, target, i if verb is None else verb, mood, False, spoken, there)


def _mentions(clause: Clause, discourse: Discourse, world: World) -> Iterator[tuple[int, Actor]]:
    """The sides named in a sentence with their nodes, in order; stand-ins are no names."""
    for k, node in enumerate(clause.nodes):
        named = [a for a in node.actors if a.kind not in _STAND_INS]
        for actor in resolve_all(named, discourse, None):
            yield k, actor
        if node.letter == "D" and node.element and not node.actors:
            side = world.side(node.element.entry)
            if side:
                yield k, Actor("body", node.first, node.last, side=side)


def _sides(actors: Sequence[Actor], discourse: Discourse) -> set[str | None]:
    return {a.side for a in resolve_all(actors, discourse, None)}


def _role_before(clause: Clause, j: int) -> str | None:
    """The role of the preposition that the mention at a node stands behind."""
    for k in range(j - 1, max(-1, j - 4), -1):
        role = clause.preposition(k)
        if role is not None:
            return role
        if clause.nodes[k].letter not in "AHx" or clause.finite(k):
            return None
    return None


def _behind_by(clause: Clause, j: int) -> bool:
    """True where the mention at a node stands behind the preposition of the one who acts.

    Prepositions that are clitics mean too many other things: «بحق باكو» (bi-ḥaqq Bākū, "Baku's
    right").
    """
    if _role_before(clause, j) != "by":
        return False
    k = next(k for k in range(j - 1, -1, -1) if clause.preposition(k) == "by")
    return not clause.tokens[clause.nodes[k].last].glued


def _relative(clause: Clause, j: int, k: int) -> bool:
    """True where the verb at `k` only describes the mention at `j`: "soldiers who landed"."""
    return any(clause.nodes[n].letter == "R" for n in range(j + 1, k))


def _mood(clause: Clause) -> str:
    """The strongest mark of a sentence that what it tells did not simply happen."""
    facts = clause.pack.factuality
    words = {clause.norm(k) for k in range(len(clause.nodes))}
    if words & clause.pack.classes.get("if", frozenset()):
        return "conditional"
    for mood in _MOODS:
        if words & facts[mood]:
            return mood
    future = any(t.role == "future" for t in clause.tokens)
    return "future" if future else "plain"
