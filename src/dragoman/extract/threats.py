"""Whom a threat is for: who is threatened with a deed, warned of one, or under a condition."""

from collections.abc import Collection

from dragoman.extract.actors import Actor, Node
from dragoman.extract.asides import condition_in, inverted_condition
from dragoman.extract.clauses import Clause
from dragoman.extract.described import Described
from dragoman.extract.passives import is_passive
from dragoman.extract.plans import promised
from dragoman.extract.verb_groups import future_mark, own_words

_NEAR = 8
_OWN = 4
"""How near behind the verb its deed begins."""
_NEGATED = 3
"""How far before a verb its pronoun stands: "it would not"."""
_TOWARDS = ("to", "on", "against", "with")


def aimed_at(
    clause: Clause, told: Described, i: int, own: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whom the deed hits that somebody threatens: "threatened to send migrants to Chad".

    `own` are the sides of those who threaten.
    """
    if (k := aim(clause, i)) is None:
        known = told_ahead(clause, i) or conditioned(clause, i, own) or condition_ahead(clause, i)
        if known or (k := vowed(clause, i, own)) is None:
            return known
    found = clause.object(k) or told.object(k)
    if any(a.kind != "group" for a in found):
        return found
    led = (clause.behind(k, role) for role in _TOWARDS)
    return next((a for a in led if any(actor.side for actor in a)), found)


def conditional(clause: Clause, i: int, speaker: Actor | None) -> bool:
    """True for a deed that is set under a condition: "will | cut ties if Chad builds the dam".

    «سنقطع العلاقات إذا» (sa-naqṭaʿu l-ʿalāqāti idhā, "we will cut ties if"), "would cut ties"
    where somebody is known to say so.
    """
    nodes = range(len(clause.nodes))
    opened = condition_in(clause) or any(inverted_condition(clause, k) for k in nodes)
    if not opened or not promised(clause, i):
        return False
    sure = clause.pack.factuality["resolved"]
    own = own_words(clause, i)
    will = future_mark(clause, i) or bool(own & sure)
    would = speaker is not None and bool(own & clause.pack.factuality["future"])
    return (will or would) and not any(_said_by_nobody(clause, k) for k in nodes)


def _said_by_nobody(clause: Clause, k: int) -> bool:
    """True for a verb of saying of those who are in no office: "analysts said"."""
    told = clause.subject(k) if clause.says(k) else ()
    unsided = bool(told) and all(a.office == "private" and not a.side for a in told)
    return unsided or clause.said_by_unknown(k)


def aim(clause: Clause, i: int) -> int | None:
    """The verb of what somebody threatens or offers to do: "threatened them to | expel"."""
    for j in range(i + 1, min(i + _OWN, len(clause.nodes) - 1)):
        if clause.to_do(j):
            return j + 1
        if clause.finite(j) or clause.nodes[j].letter in ",t":
            return None
    return None


def vowed(clause: Clause, i: int, own: Collection[str | None]) -> int | None:
    """The verb of what somebody warns he will do: "warned it would | cut ties with"."""
    for j in range(i + 1, min(i + _NEAR, len(clause.nodes) - 1)):
        if clause.finite(j) or clause.nodes[j].letter in ",;:":
            told = clause.finite(j) and clause.verb_by_order(j)
            before = clause.nodes[max(i + 1, j - _NEGATED) : j - 1]
            himself = any(_himself(n) or _own_name(n, own) for n in before)
            return j if told and himself else None
    return None


def told_ahead(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom a deed would hit that is told ahead: "may halt aid to Mali, it said".

    So for who may have it done to him: "Mali could be hit by sanctions, Chad warned".
    """
    k = i - 1
    while k > 0 and clause.nodes[k].letter in "aAihx" and not clause.finite(k):
        k -= 1
    if not clause.pack.subject_first or k < 1 or clause.nodes[k].letter != ",":
        return ()
    verb = next((j for j in range(1, k) if clause.finite(j) and clause.verb_by_order(j)), None)
    while verb is not None and verb + 1 < k and clause.finite(verb + 1):
        verb += 1
    if verb is None:
        return ()
    if any(is_passive(clause, verb, a) for a in clause.readings[verb]):
        return clause.subject(verb)
    return clause.object(verb) or next(
        filter(None, (clause.behind(verb, role) for role in _TOWARDS)), ()
    )


def _own_name(node: Node, own: Collection[str | None]) -> bool:
    """True where the one who warns goes by name: "Chad warned that | N'Djamena would respond"."""
    told = {a.side for a in node.actors}
    return bool(told) and None not in told and told <= {*own}


def _himself(node: Node) -> bool:
    """True for "it", "he" or "they"."""
    return node.letter in "ih" or (node.letter == "a" and node.actors[0].kind == "pronoun")


def conditioned(clause: Clause, i: int, own: Collection[str | None]) -> tuple[Actor, ...]:
    """Who is to beware: the subject of the condition, "warned of war if | Chad built the dam"."""
    ifs = clause.pack.classes.get("if", frozenset())
    k = next((j + 1 for j in range(i + 1, len(clause.nodes) - 1) if clause.norm(j) in ifs), None)
    that = next((j + 1 for j in range(i + 1, k or i) if clause.nodes[j].letter == "t"), None)
    if that is not None and not (
        _himself(clause.nodes[that]) or _own_name(clause.nodes[that], own)
    ):
        return ()
    while k is not None and k < len(clause.nodes) - 1 and clause.nodes[k].letter in "AH":
        k += 1
    if k is not None and not clause.pack.subject_first and clause.finite(k):
        return clause.subject(k)
    if k is None or clause.nodes[k].letter != "a" or not clause.finite(clause.behind_aside(k + 1)):
        return ()
    return clause.group(k, leftward=False)


def condition_ahead(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who is to beware where the condition stands first: "if | Chad builds it, ties suffer"."""
    ifs = clause.pack.classes.get("if", frozenset())
    k = next((j + 1 for j in range(i - 1) if clause.norm(j) in ifs), None)
    if k is None or not clause.pack.subject_first:
        return ()
    while k < i and clause.nodes[k].letter in "AH":
        k += 1
    comma = any(n.letter == "," for n in clause.nodes[k:i])
    if not comma or clause.nodes[k].letter != "a":
        return ()
    verb = clause.behind_aside(k + 1)
    ahead = verb < i and (clause.finite(verb) or clause.finite(verb + 1))
    return clause.group(k, leftward=False) if ahead else ()
