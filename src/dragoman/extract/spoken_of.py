"""Of whom somebody speaks as "it" or "they": 'She spoke of Chad. "It has broken the truce."'."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.asides import on_each_other, only_told_of
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.judged import judged
from dragoman.extract.named_ahead import headed
from dragoman.extract.reacted import reacted_to

_TOLD = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
"""Types of acts that tell what somebody does; "it is time" and "they should" may mean anybody."""
_FAR = 5
"""How far before its verb the pronoun stands: "it has always been | using"."""
_OPENS = '",t:;&R'


def told_or_meant(
    clause: Clause,
    hit: Hit,
    discourse: Discourse,
    sources: tuple[Actor, ...],
    targets: tuple[Actor, ...],
) -> tuple[Actor, ...]:
    """Those whom an act is told to be done to, each other of several; else whom a pronoun means."""
    if len({a.side for a in sources}) > 1 and on_each_other(clause, hit):
        return sources
    if only_told_of(clause, hit, sources, targets):
        return ()
    targets = targets or judged(clause, hit, discourse, sources) or headed(clause, hit, sources)
    targets = targets or reacted_to(clause, hit, discourse, sources)
    return targets or spoken_of(clause, hit, discourse.harm.before, sources)


def spoken_of(
    clause: Clause, hit: Hit, before: Clause | None, sources: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The only other side of the sentence before, where a pronoun does what somebody speaks of.

    Nobody behind a sentence that tells of several others.
    """
    rule = hit.rule
    spoken = {"teller", "speaker"} & {*rule.source} and rule.act in _TOLD
    acts = spoken and sources and not (hit.passive or hit.nominal)
    if before is None or not acts or not clause.pack.subject_first:
        return ()
    pronoun = _pronoun(clause, hit.node)
    if pronoun is None or _bare(clause, pronoun, hit.node):
        return ()
    taken = {a.side for a in sources}
    sides = {a.side for node in before.nodes for a in node.actors if a.side} - taken
    if len(sides) != 1:
        return ()
    node = clause.nodes[pronoun]
    return (Actor("polity", node.first, node.last, side=sides.pop()),)


def _bare(clause: Clause, pronoun: int, i: int) -> bool:
    """True for an "it" that stands for what follows: "it is | insulting to everybody that"."""
    told = clause.meanings(i - 1) & clause.pack.factuality["passive"]
    led = i + 1 < len(clause.nodes) and (
        clause.preposition(i + 1) or clause.nodes[i + 1].letter == "t"
    )
    return clause.nodes[pronoun].letter == "i" and bool(told and led)


def _pronoun(clause: Clause, i: int) -> int | None:
    """The node of "it" or "they" that opens the clause of a verb."""
    part = clause.pack.lexicon.part_of_speech
    for j in range(i - 1, max(-1, i - _FAR), -1):
        node = clause.nodes[j]
        plural = node.letter == "a" and all(
            a.kind == "pronoun" and a.plural and not a.speaking for a in node.actors
        )
        if plural or node.letter == "i":
            opens = j == 0 or clause.nodes[j - 1].letter in _OPENS or clause.says(j - 1)
            return j if opens else None
        helps = clause.readings[j] or part(clause.norm(j)) in ("adv", "particle")
        if node.letter != "x" or not helps:
            return None
    return None
