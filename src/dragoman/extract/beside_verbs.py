"""Who does a thing too, told behind the verb, and where a headline without one has somebody."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause

_PEOPLE = frozenset({"person", "role"})


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
