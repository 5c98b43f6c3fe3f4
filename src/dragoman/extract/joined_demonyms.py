"""Demonyms that describe one noun together: "Norwegian and Swedish frogmen"."""

from collections.abc import Sequence

from dragoman.extract.actors import Node
from dragoman.extract.clauses import Clause


def joined_demonyms(clause: Clause, j: int) -> list[Node]:
    """The demonym at a node with those that describe the same noun, in order.

    They stand in a row, «السعودي الإيراني» (as-saʿūdī al-īrānī, "Saudi-Iranian"), or where they
    stand before their noun with commas and "and" between: "Danish, Swedish and Finnish divers".
    """
    nodes = clause.nodes
    if clause.pack.adjective == "after":
        k = j
        while k + 1 < len(nodes) and nodes[k + 1].letter in "D-":
            k += 1
        return [n for n in nodes[j : k + 1] if n.letter != "-"]
    first = last = j
    while (before := _next(nodes, first, -1)) is not None:
        first = before
    while (after := _next(nodes, last, 1)) is not None:
        last = after
    row = [n for n in nodes[first : last + 1] if n.letter == "D"]
    joined = any(n.letter == "&" for n in nodes[first:last])
    return row if joined and _has_noun(clause, last) else [nodes[j]]


def _next(nodes: Sequence[Node], j: int, step: int) -> int | None:
    """The demonym that a comma, "and" or both part from the one at `j`."""
    k = j + step
    while 0 <= k < len(nodes) and nodes[k].letter in "&," and abs(k - j) < 3:
        k += step
    parted = abs(k - j) > 1
    return k if parted and 0 <= k < len(nodes) and nodes[k].letter == "D" else None


def _has_noun(clause: Clause, j: int) -> bool:
    """True where a noun follows a demonym, no preposition or verb."""
    return j + 1 < len(clause.nodes) and clause.nodes[j + 1].letter in "xMHB"
