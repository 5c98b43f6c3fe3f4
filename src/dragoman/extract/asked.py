"""What a question of an interview or press conference is about: the sides that it names."""

from collections import Counter
from collections.abc import Collection

from dragoman.extract.actors import Actor


class Asked:
    """The last question, and which sides were told of since it began."""

    __slots__ = ("_before", "_since")

    def __init__(self) -> None:
        self._since = -1
        self._before: Counter[str] = Counter()

    def begin(self, sentence: int, counts: Counter[str]) -> None:
        """Begins a question behind a sentence; `counts` says how often each side was told of."""
        self._since, self._before = sentence, counts.copy()

    def follows(self, sentence: int) -> bool:
        """True where the question came after that sentence."""
        return sentence <= self._since

    def others(self, counts: Counter[str], answering: Actor) -> list[str]:
        """The sides named since it began besides whoever answers."""
        return [side for side in counts - self._before if side != answering.side]

    def about_others(
        self, pair: Collection[Actor], told_in: int, counts: Counter[str], answering: Actor
    ) -> bool:
        """True where it names sides, none of them of a pair told in a sentence before it.

        That whoever answers is of the pair says nothing.
        """
        others = self.others(counts, answering)
        new = bool(others) and {a.side for a in pair}.isdisjoint(others)
        return new and self.follows(told_in)

    def both(self, counts: Counter[str], answering: Actor) -> tuple[Actor, ...]:
        """Who answers and the one other side named: what "the two sides" are in the answer."""
        others = self.others(counts, answering)
        return (answering, Actor("polity", 0, 0, side=others[0])) if len(others) == 1 else ()
