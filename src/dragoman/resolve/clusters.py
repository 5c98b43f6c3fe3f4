"""Clusters of records out of judgements: the same whatever the order in which they came.

People's judgements come first, the latest before all others; then the machine's, the surest
first. Two clusters are joined unless some member of the one contradicts some member of the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.resolve.judgements import Judgement

Apart = Callable[[str, str], bool]
"""Tells whether two records, by their ids, contradict each other."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One act: the ids of the records that tell it, sorted.

    `id` is the smallest of them, so it changes only where an even smaller one joins; every
    member's id leads to the cluster.
    """

    id: str
    members: tuple[str, ...]


class _Groups:
    """Disjoint sets of ids that know which ones must stay apart."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._of = {i: i for i in ids}
        self.members: dict[str, list[str]] = {i: [i] for i in self._of}
        self._parted: defaultdict[str, set[str]] = defaultdict(set)

    def find(self, member: str) -> str:
        while self._of[member] != member:
            self._of[member] = self._of[self._of[member]]
            member = self._of[member]
        return member

    def part(self, one: str, other: str) -> None:
        """Keeps two groups apart, unless they are one already."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def parted(self, one: str, other: str) -> bool:
        return self.find(other) in self._parted[self.find(one)]

    def join(self, one: str, other: str) -> None:
        one, other = sorted((self.find(one), self.find(other)))
        if one == other:
            return
        self._of[other] = one
        self.members[one] += self.members.pop(other)
        for stranger in self._parted.pop(other, set()):
            self._parted[stranger].discard(other)
            self._parted[stranger].add(one)
            self._parted[one].add(stranger)


def clusters(
    ids: Iterable[str], judgements: Iterable[Judgement], apart: Apart | None = None
) -> tuple[Cluster, ...]:
    """The clusters of the given records, sorted by id; a record alone is a cluster of one.

    Args:
        ids: All records to place. To follow one new record it is enough to give those that
            `component` finds: clusters never reach beyond.
        judgements: Of any verdicts; those on records not given are passed over. All that people
            decided, and of the machine's those that hold now, one a pair.
        apart: Tells of two records whether they contradict each other; `judge` does
            it by the verdict `different`.
            Without it only the judgements given keep records apart.
    """
    known = set(ids)
    judgements = tuple(judgements)
    groups = _Groups(sorted(known))
    settled: set[tuple[str, str]] = set()
    for judgement in _by_people(judgements):
        one, other = judgement.pair
        if one not in known or other not in known:
            continue
        settled.add(judgement.pair)
        if judgement.verdict == "same" and not groups.parted(one, other):
            groups.join(one, other)
        elif judgement.verdict == "different":
            groups.part(one, other)
    machine = [j for j in _by_machine(judgements) if j.pair not in settled]
    for judgement in machine:
        if judgement.verdict == "different" and set(judgement.pair) <= known:
            groups.part(*judgement.pair)
    settled |= {j.pair for j in machine if j.verdict == "same"}
    for judgement in machine:
        if judgement.verdict == "same" and set(judgement.pair) <= known:
            _join(groups, judgement, apart, settled)
    found = [tuple(sorted(m)) for m in groups.members.values()]
    return tuple(Cluster(m[0], m) for m in sorted(found))


def _join(
    groups: _Groups, judgement: Judgement, apart: Apart | None, settled: set[tuple[str, str]]
) -> None:
    """Joins what a machine's judgement holds for one, unless something speaks against it."""
    one, other = (groups.find(i) for i in judgement.pair)
    if one == other or groups.parted(one, other):
        return
    if apart is not None:
        for a in groups.members[one]:
            for b in groups.members[other]:
                pair = (a, b) if a <= b else (b, a)
                if pair not in settled and apart(*pair):
                    groups.part(one, other)
                    return
    groups.join(one, other)


def _by_people(judgements: Iterable[Judgement]) -> list[Judgement]:
    """People's judgements, the latest first, of each pair only the last."""
    ordered = sorted(
        (j for j in judgements if j.human),
        key=lambda j: (j.at, j.pair, j.verdict, j.by),
        reverse=True,
    )
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in ordered:
        latest.setdefault(judgement.pair, judgement)
    return list(latest.values())


def _by_machine(judgements: Iterable[Judgement]) -> Sequence[Judgement]:
    """The machine's judgements, the surest first; equals by their pair."""
    return sorted(
        {j for j in judgements if not j.human},
        key=lambda j: (-j.score, j.pair, j.verdict, j.reason),
    )


def component(start: str, linked: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Every record that judgements of `same` lead to from `start`, sorted.

    Args:
        start: The id of a record.
        linked: Gives the ids judged the same as a record's, by machine or people.
    """
    found, open_ends = {start}, [start]
    while open_ends:
        for other in linked(open_ends.pop()):
            if other not in found:
                found.add(other)
                open_ends.append(other)
    return tuple(sorted(found))
