"""What a commitment is about, and whether two reports are about the same."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from dragoman.core.fold import fold
from dragoman.knowledge.world import World
from dragoman.lang.affixes import Affixes
from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Phrases

SAME_NAME, OTHER_NAME = 75.0, 50.0
"""Likeness of names of texts, of 100: from the first on they agree, below the second not."""
STEM = 5
"""Letters by which two forms of a word are held for one."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?![\d])")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Subject:
    """The telling words, numbers and topics of a commitment, names of states left out."""

    language: str | None
    stems: frozenset[str]
    numbers: frozenset[str]
    topics: frozenset[str]
    name: str | None

    @property
    def keys(self) -> frozenset[str]:
        """What two reports on one subject are likely to share at least one of."""
        return self.numbers | self.topics | frozenset(f"{self.language}:{s}" for s in self.stems)


@lru_cache(maxsize=64)
def _polity_stems(language: str) -> frozenset[str]:
    """Beginnings of the names of all states in a language, which say nothing of a subject."""
    world = World.default()
    article = Affixes.for_language(language).without_article
    names = (world.names_of("polity", code).get(language, "") for code in world.polities)
    words = {w for name in names for w in fold(name).split() if len(w) >= STEM - 1}
    return frozenset((article(w) or w)[: STEM - 1] for w in words)


@lru_cache(maxsize=64)
def _empty(language: str) -> Phrases[bool]:
    """The words of a language that say nothing of a subject."""
    found: Phrases[bool] = Phrases(Affixes.for_language(language).article)
    for form in pack_toml(language, "lexicon.toml")["subjects"]["empty"]:
        found.add(form, True)
    return found


def subject_of(
    text: str, language: str | None, topics: tuple[str, ...], name: str | None
) -> Subject:
    """The subject of a report on a commitment, by its words."""
    folded = fold(text)
    stems: frozenset[str] = frozenset()
    if language in languages():
        states, empty = _polity_stems(language), _empty(language)
        article = Affixes.for_language(language).without_article
        bound = Affixes.for_language(language).conjunctions
        told = [w for w in _WORD.findall(folded) if not empty.anywhere((w,))]
        words = {article(w) or w for w in told}
        bare = {w: w[1:] if w[0] in bound and len(w) > STEM else w for w in words}
        stems = frozenset(
            w[:STEM] for w, b in bare.items() if not {w[: STEM - 1], b[: STEM - 1]} & states
        )
    numbers = frozenset(n for n in _NUMBER.findall(folded) if not _YEAR.fullmatch(n))
    return Subject(language, stems, numbers, frozenset(topics), name)


def compare(one: Subject, other: Subject) -> tuple[float | None, str]:
    """How surely two subjects are one, 0 to 0.6, with the reason; None where they are not."""
    alike = 0.0
    why: list[str] = []
    if one.name and other.name and one.language == other.language:
        names = token_set_ratio(fold(one.name), fold(other.name))
        if names < OTHER_NAME:
            return None, "texts of other names"
        if names >= SAME_NAME:
            alike, why = alike + 0.4, [*why, "texts of one name"]
    if one.numbers & other.numbers:
        alike, why = alike + 0.3, [*why, "the same figures"]
    elif one.numbers and other.numbers:
        return None, "other figures"
    if one.topics & other.topics:
        alike, why = alike + 0.25, [*why, "the same subjects"]
    elif one.topics and other.topics:
        return None, "other subjects"
    if one.language == other.language and (common := one.stems & other.stems):
        alike += 0.15 + 0.1 * min(len(common), 3)
        why.append(f"words in common: {', '.join(sorted(common))}")
    return min(alike, 0.6), ", ".join(why) or "nothing in common"
