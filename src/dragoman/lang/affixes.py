"""The clitics and the article of a language, as its pack lists them in `clitics.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dragoman.core.errors import DataError
from dragoman.core.fold import fold


@dataclass(frozen=True, slots=True)
class Fallback:
    """When to strip before a rest that nobody knows: `clitic` where the word starts `starts`.

    `least` is the fewest letters of the whole word; `unless` are starts that forbid it.
    """

    clitic: str
    starts: tuple[str, ...]
    least: int
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affixes:
    """What a pack says of bound words; all strings folded, all empty where it has none."""

    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    future: frozenset[str]
    article: str
    assimilating: frozenset[str]
    """Prepositions before which the first letter of the article is not written."""
    enclitics: tuple[str, ...]
    """Longest first."""
    object_only: frozenset[str]
    restore: tuple[tuple[str, str], ...]
    """Endings before an enclitic and what they are without it; "" keeps the stem."""
    pronoun_hosts: frozenset[str]
    """Words that always give up a pronoun, whatever else the whole may be."""
    long_ends: tuple[str, ...]
    """Endings of verbs that no noun has before a pronoun."""
    short_hosts: frozenset[str]
    before_verbs: frozenset[str]
    """Prepositions that may stand before a present tense."""
    closed: tuple[str, ...]
    """Raw endings after which no enclitic may be read off."""
    verbal: tuple[str, ...]
    """Raw openings of verbs whose nouns open otherwise."""
    whole: frozenset[str]
    forced: dict[str, tuple[int, ...]]
    """Raw words, marks dropped, and where to cut them."""
    fallbacks: tuple[Fallback, ...]
    spellings: tuple[tuple[str, str], ...]
    """Ways to write a stem, as long as the usual one, and the usual one."""

    @classmethod
    def for_language(cls, code: str) -> "Affixes":
        """The affixes of a language.

        Raises:
            DataError: the pack's `clitics.toml` is missing or not TOML.
        """
        return _affixes(code)

    def usual(self, raw: str, norm: str) -> tuple[str, str]:
        """A word and its folded form as it is usually written: «شؤون» (shuʾūn) for «شئون»."""
        for other, usual in self.spellings:
            if other in raw:
                raw = raw.replace(other, usual)
                norm = fold(raw)
        return raw, norm

    def without_article(self, norm: str) -> str | None:
        """The word without its article, or None where it has none (or nothing else)."""
        article = self.article
        if article and norm.startswith(article) and len(norm) >= len(article) + 2:
            return norm[len(article) :]
        return None


def plain_of(raw: str) -> str:
    """The word without marks and tatweel, hamza kept."""
    return "".join(c for c in raw if not ("\u064b" <= c <= "\u0652" or c in "\u0640\u0670"))


def _folded(words: object) -> frozenset[str]:
    """A list of the file, folded."""
    return frozenset(fold(str(word)) for word in words) if isinstance(words, list) else frozenset()


def _forced(words: list[str]) -> dict[str, tuple[int, ...]]:
    """`"a+b"` as `"ab"` and the cuts."""
    table = {}
    for word in words:
        cuts, length = [], 0
        for part in word.split("+")[:-1]:
            length += len(part)
            cuts.append(length)
        table[word.replace("+", "")] = tuple(cuts)
    return table


@lru_cache(maxsize=64)
def _affixes(code: str) -> Affixes:
    """Reads and folds the file."""
    path = resources.files("dragoman.lang.packs") / code / "clitics.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"language pack {code!r} has no clitics.toml: add {path}") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path} is not TOML ({error}): mend that line") from error
    pro, after, words = data.get("proclitics", {}), data.get("enclitics", {}), data.get("words", {})
    return Affixes(
        conjunctions=_folded(pro.get("conjunctions")),
        prepositions=_folded(pro.get("prepositions")),
        future=_folded(pro.get("future")),
        article=fold(pro.get("article", "")),
        assimilating=_folded(pro.get("assimilating")),
        enclitics=tuple(sorted(_folded(after.get("pronouns")), key=lambda e: (-len(e), e))),
        object_only=_folded(after.get("object_only")),
        restore=tuple((fold(a), fold(b)) for a, b in after.get("restore", ())),
        pronoun_hosts=_folded(after.get("hosts")),
        long_ends=tuple(sorted(_folded(after.get("long")))),
        short_hosts=_folded(words.get("short")),
        before_verbs=_folded(pro.get("before_verbs")),
        closed=tuple(after.get("closed", ())),
        verbal=tuple(after.get("verbal", ())),
        whole=_folded(words.get("whole")),
        forced=_forced(words.get("forced", [])),
        fallbacks=tuple(
            Fallback(
                fold(f["clitic"]),
                tuple(fold(s) for s in f["starts"]),
                int(f["least"]),
                tuple(fold(s) for s in f.get("unless", ())),
            )
            for f in data.get("fallback", ())
        ),
        spellings=tuple((a, b) for a, b in words.get("spellings", ())),
    )
