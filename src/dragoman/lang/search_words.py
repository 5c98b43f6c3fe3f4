"""Words made alike for searching: folded, and lightly stemmed as each pack says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.core.fold import fold
from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml

_WORD = re.compile(r"[^\W_]+")
MOST_LETTERS = 40
"""Longer runs of letters are no words that somebody looks for."""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The stems of one language; words of other languages pass through as they are folded."""

    bare: int
    shortest: int
    articles: tuple[str, ...]
    clitics: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]

    @classmethod
    def for_language(cls, code: str | None) -> "SearchWords":
        """The stems of a language; without a pack words are only folded."""
        return _load(code) if code in languages() else _NONE

    def stem(self, word: str) -> str:
        """The stem of a folded word.

        Examples: "meetings", "meets" and "meeting" are one; so are «المحادثات» (al-muḥādathāt,
        "the talks") and «محادثة» (muḥādatha, "a talk").
        """
        for article in self.articles:
            if word.startswith(article) and len(word) - len(article) >= self.bare:
                word = word[len(article) :]
                break
        while True:
            for ending, instead in self.endings:
                if word.endswith(ending) and not word.endswith(self.kept or ("\x00",)):
                    shorter = word[: len(word) - len(ending)] + instead
                    if len(shorter) >= self.shortest and shorter != word:
                        word = shorter
                        break
            else:
                return word

    def indexed(self, word: str) -> tuple[str, ...]:
        """What a folded word of a text is found under."""
        found = [self.stem(word)]
        for clitic in self.clitics:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and len(rest) > self.bare:
                found += self.indexed(rest)
        return tuple(dict.fromkeys(found))


_NONE = SearchWords(1, 1, (), (), (), ())


@lru_cache(maxsize=30_000)
def _indexed(code: str | None, word: str) -> str:
    return " ".join(SearchWords.for_language(code).indexed(word))


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text."""
    return [w for w in _WORD.findall(fold_lines(text)) if len(w) <= MOST_LETTERS]


def fold_lines(text: str) -> str:
    """A folded text, line by line, so that what is folded often is folded once."""
    return "\n".join(fold(line) for line in text.split("\n"))


def indexed_words(texts: Iterable[tuple[str, str | None]]) -> str:
    """The words under which texts are found, parted by spaces; each text with its language."""
    return " ".join(_indexed(code, w) for text, code in texts for w in words_of(text))


def asked_words(query: str) -> list[tuple[str, ...]]:
    """The words of a query: each with its stems in all languages, of which one must be found."""
    return [
        tuple(dict.fromkeys(SearchWords.for_language(code).stem(word) for code in languages()))
        for word in dict.fromkeys(words_of(query))
    ]


@cache
def _load(code: str) -> SearchWords:
    data = pack_toml(code, "search.toml")
    return SearchWords(
        bare=data["bare"],
        shortest=data["shortest"],
        articles=tuple(sorted(map(fold, data["articles"]), key=len, reverse=True)),
        clitics=tuple(map(fold, data["clitics"])),
        endings=tuple((fold(a), fold(b)) for a, b in data["endings"]),
        kept=tuple(map(fold, data["kept"])),
    )
