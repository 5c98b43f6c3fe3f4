"""Who does a thing too, told behind the verb, and where a headline without one has somebody."""

from collections.abc import Callable

from dragoman.extract.actors import Actor, Node
from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

_PEOPLE = frozenset({"person", "role"})

_MOVES = frozenset({"MOBILIZE", "RETREAT"})
_PHRASE = 4
"""How many nodes a noun phrase may have."""
_AWARE = 7
"""How many nodes behind a word of fear it is told of whom."""


def joined(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who does what the verb at `i` tells with its subject, behind the verb or an aside.

    «الملك يبحث ووزير الدفاع» (al-malik yabḥath wa-wazīru d-difāʿ, "the king and the defence
    minister discuss"), «بحث الوزير، أمس، ونظيره» (baḥatha l-wazīr, ams, wa-naẓīruhu).
    """
    if clause.pack.subject_first or i + 1 >= len(clause.nodes) or not clause.finite(i):
        return ()
    k = clause.behind_aside(i + 2) if clause.nodes[i + 1].letter == "a" else i + 1
    if k + 1 >= len(clause.nodes) or clause.nodes[k].letter != "&":
        return ()
    found = clause.group(k + 1, leftward=False)
    people = bool(found) and all(a.kind in _PEOPLE for a in found)
    return found if people and clause.subject(i) else ()


def reached(clause: Clause, i: int) -> tuple[Actor, ...]:
    """The state where a headline without a verb has somebody: «وزير مالي في أكرا لبحث».

    (wazīr Mālī fī Akrā li-baḥth, "Mali's minister in Accra to discuss".)
    """
    there = clause.nodes[2] if len(clause.nodes) > 2 and clause.visitor(i) else None
    if there is None or there.letter != "a" or clause.preposition(1) != "in":
        return ()
    return there.actors if all(a.kind == "polity" for a in there.actors) else ()


def goods(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whose the arms are that are told like forces, behind a verb: «تسلمت مالي مروحيات من كينيا».

    (tasallamat Mālī mirwaḥiyyāt min Kīniyā, "Mali received helicopters from Kenya".)
    """
    for node in clause.nodes[i + 1 : clause.ends(i)]:
        if node.letter == "a" and all(a.kind == "body" for a in node.actors):
            return node.actors if node.actors != clause.subject(i) else ()
        if node.letter not in "axHT@~":
            return ()
    return ()


def feared(
    clause: Clause, i: int, demonym: Callable[[Node], tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Against whom a state gets ready: «نشرت تشاد رادارات تحسبا لهجوم مالي».

    (nasharat Tshād rādārāt taḥassuban li-hujūmin mālī, "Chad deployed radars in case of an attack
    by Mali".)
    """
    words = clause.pack.discourse["wary"]
    wary = (j for j in range(i + 1, len(clause.nodes)) if clause.norm(j) in words)
    if clause.pack.subject_first or (first := next(wary, None)) is None:
        return ()
    for j in range(first + 1, min(first + _AWARE, len(clause.nodes))):
        node = clause.nodes[j]
        if node.letter in ".,;:" or clause.finite(j):
            return ()
        if node.letter in "aD":
            return demonym(node) if node.letter == "D" else clause.group(j, leftward=False)
    return ()


def goods_of(clause: Clause, start: int, j: int) -> bool:
    """True for what leads from goods at a node to whose they are: «وارداتها من الصلب الكيني».

    (wāridātihā mina ṣ-ṣulbi l-kīnī, "its imports of Kenyan steel".)
    """
    goods = clause.norm(start) in clause.pack.discourse["imports"]
    return goods and (clause.nodes[j].letter == "p" or clause.preposition(j) == "from")


def town_behind(clause: Clause, rule: Rule, start: int) -> int | None:
    """The node of the town that troops go to or leave: «إلى مدينة بنغازي».

    (ilā madīnat Binghāzī, "to the city of Benghazi".)
    """
    if clause.pack.subject_first or rule.act not in _MOVES:
        return None
    for j in range(start, min(start + _PHRASE, len(clause.nodes))):
        if clause.nodes[j].letter == "Y":
            return j
        if clause.nodes[j].letter != "x" or clause.finite(j) or clause.preposition(j):
            return None
    return None
