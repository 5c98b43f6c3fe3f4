"""Treaties, mechanisms and gatherings that no table lists, known by how their names are built.

"the High-Level Bilateral Commission" and «الحوار الاستراتيجي المصري الأمريكي» (al-ḥiwār
al-istrātījī al-miṣrī al-amrīkī, "the Egyptian-American strategic dialogue") are names because of
their head word and what stands around it. A pack's `frameworks.toml` lists head words and says in
regular expressions, over one letter for each token, what makes a name of them:

`H` head word, written as a name is (with a capital or an article), `h` not so (unless the pack
says that it is then no name); `K`, `k` head word
that also names what is no framework; `P` polity, place or organisation; `Q` word that tells of
several sides ("joint"), `C` any other word written as a name is, `w` any other word; `o`
preposition of a complement; `&` and; `n` number; `S` possessive mark; `-` dash; `A` article that
is a token of its own; `.` what never stands in a name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.core.document import Token
from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.extract.elements import Element
from dragoman.extract.marks import POSSESSIVE_MARKS
from dragoman.lang.pack import LanguagePack, pack_toml

_ELEMENT_LETTERS = {
    "P": "P", "D": "P", "C": "P", "X": "P", "G": "P", "Y": "P", "L": "P",
    "F": ".", "E": ".", "O": ".", "J": ".", "Q": ".", "T": ".", "H": ".", "K": ".", "V": ".",
    "A": "A", "&": "&", "R": ".", "t": ".", "h": ".", "b": ".", "c": ".", "p": ".",
}  # fmt: skip

_SHORT = 4
"""Words up to this length are written small in headlines that write all others with a capital."""
_DASHES = frozenset("-\u2010\u2011\u2013")


class FrameworkFinder:
    """Finds in the tokens of a sentence the frameworks that are known by their form alone."""

    __slots__ = (
        "_any", "_complements", "_heads", "_instruments", "_named_only", "_opening", "_pack",
        "_patterns", "_qualifiers", "_stops", "_weak",
    )  # fmt: skip

    def __init__(self, pack: LanguagePack) -> None:
        data = pack_toml(pack.code, "frameworks.toml")
        self._pack = pack
        self._heads = _words(data["heads"])
        self._instruments = _words(data["instruments"])
        self._named_only = _words(data["named_only"])
        self._weak = _words(data["weak_heads"])
        bare = self._heads | self._weak
        shapes = bare | {(pack.article or "") + word for word in bare}
        self._opening = frozenset(word for word in shapes if self._base(word) in bare)
        self._qualifiers = _words(data["qualifiers"])
        self._stops = _words(data["stops"])
        self._complements = _words(data["complements"])
        try:
            self._patterns = tuple(re.compile(p["regex"]) for p in data["pattern"])
            self._any = re.compile("|".join(f"(?:{p.pattern})" for p in self._patterns))
        except re.error as error:
            raise DataError(
                f"packs/{pack.code}/frameworks.toml: a pattern is no regular expression "
                f"({error}): mend it"
            ) from error

    @classmethod
    def for_pack(cls, pack: LanguagePack) -> "FrameworkFinder":
        """The finder of a pack, built once.

        Raises:
            DataError: the pack's `frameworks.toml` is missing or broken.
        """
        return _finder(pack.code)

    def __call__(
        self, tokens: Sequence[Token], elements: Sequence[Element], headline: bool
    ) -> Iterator[tuple[int, int]]:
        """The bounds, in tokens, of each name that no longer one covers.

        A headline that writes all its words with capitals shows no names.
        """
        if self._opening.isdisjoint([t.norm for t in tokens]):
            return
        if headline and self._pack.cased and all(t.capital for t in tokens if len(t.norm) > _SHORT):
            return
        row = "".join(self._letters(tokens, elements))
        at = 0
        while (begun := self._any.search(row, at)) and (at := begun.start()) < len(row):
            ends = [m.end() for p in self._patterns if (m := p.match(row, at))]
            end = max(ends, default=at)
            owns = end < len(tokens) and tokens[end].norm in POSSESSIVE_MARKS
            if end > at and not owns:
                yield at, end
            at = max(end, at + 1)

    def is_text(self, words: Sequence[str]) -> bool:
        """True where a name, given in folded words, is that of something written and signed."""
        return any(self._base(word) in self._instruments for word in words)

    def _letters(self, tokens: Sequence[Token], elements: Sequence[Element]) -> Iterator[str]:
        for element in elements:
            for at in range(element.first, element.last):
                yield self._letter(tokens[at], element)

    def _letter(self, token: Token, element: Element) -> str:
        norm = self._base(token.norm)
        named = token.capital if self._pack.cased else norm != token.norm
        single = element.last - element.first == 1
        if norm in self._stops:
            return "."
        if single or element.letter == "N":
            if norm in self._heads:
                return "H" if named else "w" if norm in self._named_only else "h"
            if norm in self._weak:
                return "K" if named else "k"
            if norm in self._qualifiers and named:
                return "Q"
        if token.norm in self._complements:
            return "o"
        if element.letter == "D" and not named:
            return "w"
        if element.letter in _ELEMENT_LETTERS:
            return _ELEMENT_LETTERS[element.letter]
        if token.kind == "number":
            return "n"
        if token.kind == "punct":
            return "S" if token.norm == "'" else "-" if token.norm in _DASHES else "."
        if token.norm in self._pack.prepositions or self._tells(token.norm):
            return "."
        return "C" if named else "w"

    def _tells(self, norm: str) -> bool:
        """True for a word that can only be a finite verb."""
        found = self._pack.lexicon.analyses(norm)
        return bool(found) and all(a.tense in ("past", "present") for a in found)

    def _base(self, norm: str) -> str:
        """A folded word without the article that may be written with it."""
        article = self._pack.article
        return norm.removeprefix(article) if article and len(norm) > len(article) + 2 else norm


def _words(forms: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(form) for form in forms)


@lru_cache(maxsize=64)
def _finder(code: str) -> FrameworkFinder:
    return FrameworkFinder(LanguagePack.for_language(code))
