"""Who does what an infinitive tells: the subject of the verb that governs it, or its object."""

from collections.abc import Callable

from dragoman.extract.actors import Actor
from dragoman.extract.aside_rows import AsideRow

_STOPS = frozenset(";:")
_CONTROL = 14
"""How many nodes an infinitive may stand from the verb that governs it."""


def controlled(
    row: AsideRow, i: int, subject: Callable[[int], tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Who acts in an infinitive: the subject of its verb, or whom that verb urges to act.

    "A met B to discuss trade" is A's discussing, "A asked B to mediate" B's mediating. So with
    what was: "A is said to have been | struck".
    """
    facts = row.pack.factuality
    while i > 2 and row.lemmas[i - 1] & facts["helping"]:
        i -= 1
    if i < 2 or row.norm(i - 1) not in facts["infinitive"]:
        return ()
    for j in range(i - 2, max(-1, i - _CONTROL), -1):
        if row.nodes[j].letter in _STOPS or row.nodes[j].letter in "Rt":
            return ()
        if not row.finite(j):
            continue
        to_come = row.says(j) and row.nodes[i - 2].letter == "a"  # "says the envoy to come"
        brought = row.meanings(j) & facts["bringing"]
        if to_come or brought or (row.meanings(j) & facts["wishing"] and not row.reaches(j)):
            urged = (k for k in range(j + 1, i) if row.nodes[k].letter == "a")
            if (first := next(urged, None)) is not None:
                return row.group(first, leftward=False)
        if row.says(j) and row._group_start(i - 2) == j + 1:  # "Chad says Mali to pay"
            return row.group(i - 2)
        return subject(j)
    return ()
