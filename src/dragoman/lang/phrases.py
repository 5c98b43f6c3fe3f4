"""Listed phrases, found in rows of folded words; "~" makes an article optional, "*" any ending."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, Generic, TypeVar

from dragoman.lang.gazetteer import split_form

T = TypeVar("T")
_Word = tuple[str, bool]
_Begun = tuple[tuple[tuple[_Word, ...], T], ...]
"""What follows the first word of phrases, with what each stands for."""
_WORDS_KEPT = 2_700
"""As many as a dictionary of 80 kB holds; there are some hundred."""


def phrase_words(text: str, article: str) -> Iterator[tuple[_Word, ...]]:
    """The rows of words that a listed phrase stands for; True marks a beginning of a word.

    With the article «ال» (al-, "the"), "~تعاون اقتصاد*" stands for two rows, both ending in any
    word that begins with اقتصاد.
    """
    choices: list[list[_Word]] = []
    for part in text.split():
        optional, prefix = part.startswith("~"), part.endswith("*")
        split = list(split_form(part.removeprefix("~").removesuffix("*")))
        for k, word in enumerate(split):
            open_end = prefix and k == len(split) - 1
            forms: list[_Word] = [(word, open_end)]
            if optional and k == 0 and article:
                forms.append((article + word, open_end))
            choices.append(forms)
    yield from product(*choices)


class Phrases(Generic[T]):
    """Phrases with what each stands for, found by their first word."""

    __slots__ = ("_article", "_exact", "_lengths", "_prefixes", "_seen")

    def __init__(self, article: str = "") -> None:
        self._article = article
        self._exact: dict[str, _Begun[T]] = {}
        self._prefixes: dict[str, _Begun[T]] = {}
        self._lengths: tuple[int, ...] = ()
        self._seen = self._exact
        """What can begin with a word: as listed, where no phrase begins with part of a word."""

    def __bool__(self) -> bool:
        return bool(self._exact or self._prefixes)

    def add(self, text: str, value: T) -> None:
        """Lists one more phrase."""
        for words in phrase_words(text, self._article):
            if not words:
                continue
            (first, open_end), rest = words[0], words[1:]
            table = self._prefixes if open_end else self._exact
            table[first] = (*table.get(first, ()), (rest, value))
        self._lengths = tuple(sorted({len(p) for p in self._prefixes}))
        self._seen = {} if self._lengths else self._exact

    def beginnings(self) -> tuple[Iterable[str], Iterable[str]]:
        """The words that phrases begin with, and the beginnings of words that some begin with."""
        return self._exact, self._prefixes

    def at(self, words: Sequence[str], i: int) -> Sequence[tuple[int, T]]:
        """What stands at a word: the phrase's length in words and its value."""
        begun = self._begun(words[i])
        if not begun:
            return ()
        return [
            (1 + len(rest), value)
            for rest, value in begun
            if not rest or _follows(rest, words, i + 1)
        ]

    def opens(self, word: str) -> bool:
        """True where some phrase can begin with a word."""
        return bool(self._begun(word))

    def _begun(self, word: str) -> _Begun[T]:
        """The phrases that can begin with a word, without their first word."""
        found = self._seen.get(word)
        if found is None:
            if not self._lengths:
                return ()
            found = self._beginning(word)
            if len(self._seen) >= _WORDS_KEPT:
                self._seen.clear()
            self._seen[word] = found
        return found

    def _beginning(self, word: str) -> _Begun[T]:
        """The same, worked out once a word."""
        found = self._exact.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            found += self._prefixes.get(word[:length], ())
        return found

    def anywhere(self, words: Sequence[str]) -> bool:
        """True where one of the phrases stands among the words."""
        if not self._lengths and self._exact.keys().isdisjoint(words):
            return False
        seen = self._seen
        for i, word in enumerate(words):
            begun = seen.get(word)
            for rest, _ in self._begun(word) if begun is None else begun:
                if not rest or _follows(rest, words, i + 1):
                    return True
        return False

    def all(self, words: Sequence[str]) -> list[tuple[int, int, T]]:
        """What stands anywhere among words, in order: its place, its length in words, its value."""
        found: list[tuple[int, int, T]] = []
        if not self._lengths and self._exact.keys().isdisjoint(words):
            return found
        seen = self._seen
        for i, word in enumerate(words):
            begun = seen.get(word)
            if begun is None:
                if not self._lengths:
                    continue
                begun = self._begun(word)
            if not begun:
                continue
            after = words[i + 1] if i + 1 < len(words) else ""
            for rest, value in begun:
                # Most phrases are told apart by their second word.
                if not rest or (
                    (rest[0][0] == after or rest[0][1]) and _follows(rest, words, i + 1)
                ):
                    found.append((i, 1 + len(rest), value))
        return found


_ALL_KEPT = 10_000
"""The same of the words that open phrases of any list, of which a language has two tables."""


class Openings:
    """Which of many lists of phrases may stand among words, told at once; one bit a list.

    Bit 2 of `among` is set where a phrase of the third list can begin with one of the words, or
    where that list is empty and so asks for nothing.
    """

    __slots__ = ("_always", "_exact", "_lengths", "_prefixes", "_seen")

    def __init__(self, lists: Iterable[Phrases[Any]]) -> None:
        self._always = 0
        self._exact: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        for n, phrases in enumerate(lists):
            whole, begun = phrases.beginnings()
            self._always |= 0 if phrases else 1 << n
            for table, words in ((self._exact, whole), (self._prefixes, begun)):
                for word in words:
                    table[word] = table.get(word, 0) | 1 << n
        self._lengths = sorted({len(word) for word in self._prefixes})

    def among(self, words: Iterable[str]) -> int:
        """The lists of which a phrase can begin with one of the words, and the empty ones."""
        found = self._always
        seen = self._seen
        for word in words:
            bits = seen.get(word)
            if bits is None:
                bits = self._kept(word)
            if bits:
                found |= bits
        return found

    def _kept(self, word: str) -> int:
        """What a word can open, kept for the next time."""
        bits = self._exact.get(word, 0)
        for length in self._lengths:
            bits |= self._prefixes.get(word[:length], 0)
        if len(self._seen) >= _ALL_KEPT:
            self._seen.clear()
        self._seen[word] = bits
        return bits


def _follows(rest: Sequence[_Word], words: Sequence[str], start: int) -> bool:
    if start + len(rest) > len(words):
        return False
    for k, (word, open_end) in enumerate(rest, start):
        found = words[k]
        if found != word and not (open_end and found.startswith(word)):
            return False
    return True
