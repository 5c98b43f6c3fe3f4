"""Words of somebody quoted over several sentences."""

from collections.abc import Iterable

_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_LONGEST = 5
"""After so many sentences a quotation that nothing closes counts as closed."""


class Quotation:
    """Whether a story is inside a quotation where a sentence begins."""

    __slots__ = ("_since",)

    def __init__(self) -> None:
        self._since: int | None = None

    def take(self, words: Iterable[str], sentence: int) -> None:
        """Takes note of the quotation marks of a sentence."""
        for k, word in enumerate(words):
            opens = word == '"' and (k == 0 or self._since is None)
            if opens or word in _OPENING:
                self._since = sentence
            elif word == '"' or word in _CLOSING:
                self._since = None

    def open_at(self, sentence: int) -> bool:
        """True where a sentence begins inside the words of somebody quoted before it."""
        return self._since is not None and sentence - self._since <= _LONGEST
