"""A network laid out on a plane, the same every time: strong ties draw together, all push apart."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
_ROUNDS = 120


@dataclass(frozen=True, slots=True)
class Node:
    """A name with its place, both from 0 to 1, and the number of engagements it was in."""

    id: str
    x: float
    y: float
    weight: int


def lay_out(ties: Sequence[Json]) -> list[Node]:
    """Where each end of the ties is drawn.

    The method of T. Fruchterman and E. Reingold (Graph Drawing by Force-directed Placement,
    Software: Practice and Experience 21, 1991), begun on a circle so that nothing is random.
    """
    weight: dict[str, int] = {}
    for tie in ties:
        for end in tie["sides"]:
            weight[end] = weight.get(end, 0) + tie["engagements"]
    names = sorted(weight, key=lambda name: (-weight[name], name))
    if not names:
        return []
    spots = {
        name: [0.5 + 0.4 * math.cos(2.4 * n) * math.sqrt((n + 1) / len(names)),
               0.5 + 0.4 * math.sin(2.4 * n) * math.sqrt((n + 1) / len(names))]
        for n, name in enumerate(names)
    }  # fmt: skip
    ideal = 0.7 / math.sqrt(len(names))
    strongest = max(tie["engagements"] for tie in ties)
    for step in range(_ROUNDS):
        _move(spots, ties, ideal, strongest, 0.08 * (1 - step / _ROUNDS))
    return _scaled(spots, weight)


def _move(
    spots: dict[str, list[float]], ties: Sequence[Json], ideal: float, strongest: int, heat: float
) -> None:
    """One round: every name moves where the forces draw it, at most as far as the heat allows."""
    force = {name: [0.0, 0.0] for name in spots}
    names = list(spots)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            dx, dy = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
            square = max(dx * dx + dy * dy, 1e-6)
            push = ideal * ideal / square
            for name, sign in ((one, 1), (other, -1)):
                force[name][0] += sign * dx * push
                force[name][1] += sign * dy * push
    for tie in ties:
        one, other = tie["sides"]
        dx, dy = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
        pull = math.hypot(dx, dy) / ideal * (0.4 + tie["engagements"] / strongest)
        for name, sign in ((one, -1), (other, 1)):
            force[name][0] += sign * dx * pull
            force[name][1] += sign * dy * pull
    for name, (x, y) in force.items():
        x += (0.5 - spots[name][0]) * 0.6
        y += (0.5 - spots[name][1]) * 0.6
        length = max(math.hypot(x, y), 1e-9)
        spots[name][0] += x / length * min(length, heat)
        spots[name][1] += y / length * min(length, heat)


def _scaled(spots: Mapping[str, Sequence[float]], weight: Mapping[str, int]) -> list[Node]:
    """The places stretched to fill the plane, half by rank, which parts those that crowd."""
    low = [min(s[i] for s in spots.values()) for i in (0, 1)]
    high = [max(s[i] for s in spots.values()) for i in (0, 1)]
    wide = [max(high[i] - low[i], 1e-6) for i in (0, 1)]
    last = max(len(spots) - 1, 1)
    ranked = [sorted(spots, key=lambda name: (spots[name][i], name)) for i in (0, 1)]
    ranks = [{name: n / last for n, name in enumerate(order)} for order in ranked]

    def at(name: str, i: int) -> float:
        return round((ranks[i][name] + (spots[name][i] - low[i]) / wide[i]) / 2, 4)

    return [Node(name, at(name, 0), at(name, 1), weight[name]) for name in spots]
