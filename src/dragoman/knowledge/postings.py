"""Numbers listed under words, packed: dictionaries of lists of them take ten times the memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain


class Postings:
    """Which numbers stand under a word; the words in order, in one text.

    `Postings({"b": [1], "a": [0, 1]}).under("a")` gives 0 and 1.
    """

    __slots__ = ("_ends", "_numbers", "_stops", "_text")

    def __init__(self, listed: Mapping[str, Sequence[int]]) -> None:
        words = sorted(listed)
        self._text = "".join(words)
        self._ends = array("I", accumulate(map(len, words)))
        self._numbers = array("I", chain.from_iterable(map(listed.__getitem__, words)))
        self._stops = array("I", accumulate(len(listed[word]) for word in words))

    def __iter__(self) -> Iterator[str]:
        """The words."""
        return map(self._word, range(len(self._ends)))

    def under(self, word: str) -> Sequence[int]:
        """The numbers under a word, as they were listed; none where it is not there."""
        at = bisect_left(range(len(self._ends)), word, key=self._word)
        if at == len(self._ends) or self._word(at) != word:
            return ()
        return self._numbers[self._stops[at - 1] if at else 0 : self._stops[at]]

    def _word(self, at: int) -> str:
        return self._text[self._ends[at - 1] if at else 0 : self._ends[at]]
