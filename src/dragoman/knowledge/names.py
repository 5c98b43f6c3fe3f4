"""Two names of people compared, in any scripts: how alike they are and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from dragoman.core.fold import fold
from dragoman.knowledge.transliteration import load_letters, load_renderings, rows, skeleton

SAME_WORD = 0.55
"""From here on two words may be one."""
INITIAL = 0.75
_COSTS = ((-0.2, 0.97), (-0.5, 0.88), (-0.8, 0.7), (-1.0, SAME_WORD), (-1.3, 0.0))
"""Cost a letter across scripts and the score it means; straight lines between."""
ALIKE = 80.0
BONES_ALIKE = 60.0
"""Likeness of skeletons, of 100, below which words across scripts are not compared."""
REORDERED = 0.96
LEFT_OUT = 0.94
OTHER_WORDS = 0.5
HOPELESS_NAME = -1.05
AS_WRITTEN = -0.4
"""Cost beyond which two words are not one where both are known to be written otherwise."""
NEARLY_AS_WRITTEN = 78.0
WORST_AS_WRITTEN = -0.75
FIRST_LEFT_OUT = 0.76
ONE_OF_SEVERAL = 0.62
CONTRADICTING = 0.6
GLUED = 3
"""Letters that must be left of a word without its article."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two names are, 0 to 1, and why."""

    value: float
    reason: str
    differs: bool = False
    """True where each name has a word that the other lacks."""


@dataclass(frozen=True, slots=True)
class NameUnit:
    """A word of a name with what belongs to it, folded; `bare` is without an article.

    From "Abdel Fattah al-Burhan" come `abdelfattah` and `burhan`; from «عبد الفتاح البرهان»
    (ʿAbd al-Fattāḥ al-Burhān) the same two in their script.
    """

    text: str
    bare: str
    initial: bool = False
    linked: str = ""
    """With the linking word before it, as some write it: Ben Salah and Bensalah."""


@cache
def _particles() -> dict[str, str]:
    """Kind by folded particle."""
    return {fold(form): k for form, k in rows("name_particles.csv", 2) if k != "prefix"}


@cache
def _articles() -> tuple[str, ...]:
    """Articles that are written as one with the word behind them."""
    return tuple(fold(form) for form, k in rows("name_particles.csv", 2) if k == "prefix")


def _bare(word: str) -> str:
    """A word without an article glued to it."""
    for article in _articles():
        if word.startswith(article) and len(word) - len(article) >= GLUED:
            return word[len(article) :]
    return word


@lru_cache(maxsize=2_000)
def units(name: str) -> tuple[NameUnit, ...]:
    """The telling words of a name, in order: particles joined to what they belong to or dropped."""
    words = [(w.rstrip(".").replace("'", ""), w.endswith(".")) for w in _WORD.findall(fold(name))]
    kinds = _particles()
    found: list[NameUnit] = []
    held = link = ""
    for at, (word, dotted) in enumerate(words):
        kind = kinds.get(word)
        last = at == len(words) - 1
        if kind == "tail" and (found or held):
            before = found.pop().text if not held and found else held
            held = ""
            found.append(NameUnit(before + word, _bare(before + word)))
        elif kind == "head" and not last:
            held = word
        elif kind == "article" and not last:
            held = held + word if held else held
        elif kind == "link" and ((found and not last) or len(found) > 1):
            link = word
        elif kind == "title" and not found and not held and not last:
            continue
        else:
            text = held + word
            short = len(text) == 1 or (dotted and len(text) < 3)
            found.append(NameUnit(text, _bare(text), short, link + text if link else ""))
            held = link = ""
    return tuple(found)


def _from_cost(cost: float) -> float:
    """The score that a cost across scripts means."""
    before, score = _COSTS[0]
    if cost >= before:
        return score
    for at, worth in _COSTS[1:]:
        if cost >= at:
            return worth + (score - worth) * (cost - at) / (before - at)
        before, score = at, worth
    return 0.0


def _across(one: str, other: str) -> float:
    """Two words of different scripts, the first in the first script of the table."""
    if other in load_renderings().get(one, ()):
        return 0.98
    mine, theirs = skeleton(one), skeleton(other)
    if mine != theirs and ratio(mine, theirs) < BONES_ALIKE:
        return 0.0
    cost = load_letters().cost(one, other, HOPELESS_NAME)
    known = load_renderings()
    usual = known.get(one)
    if cost < AS_WRITTEN and usual and other in known:
        near = max(ratio(_bare(u), other) for u in usual)
        if near < NEARLY_AS_WRITTEN or cost < WORST_AS_WRITTEN:
            return min(OTHER_WORDS, _from_cost(cost))
    return _from_cost(cost)


def _within(one: str, other: str, side: int | None) -> float:
    """Two different words of one script: alike where a rendering of one renders the other."""
    renderings = load_renderings()
    mine, theirs = renderings.get(one, frozenset()), renderings.get(other, frozenset())
    if mine & theirs:
        return 0.95
    alike = ratio(one, other)
    if skeleton(one) != skeleton(other):
        return 0.0 if alike < ALIKE or min(len(one), len(other)) < 6 else alike / 100 * 0.85
    if mine and theirs:
        same = any(skeleton(a) == skeleton(b) and len(a) == len(b) for a in mine for b in theirs)
        return 0.9 if same else OTHER_WORDS
    cost = load_letters().cost
    if side == 0:
        costs = [cost(other, r) for r in mine] + [cost(one, r) for r in theirs]
    else:
        costs = [cost(r, other) for r in mine] + [cost(r, one) for r in theirs]
    if costs:
        return min(0.93, _from_cost(sum(costs) / len(costs)))
    return 0.5 + 0.45 * alike / 100 if alike >= 60 else 0.4


@lru_cache(maxsize=8_000)
def _words_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    letters = load_letters()
    sides = letters.side(one), letters.side(other)
    if sides == (0, 1):
        return _across(one, other)
    if sides == (1, 0):
        return _across(other, one)
    return _within(one, other, sides[0]) if sides[0] == sides[1] else 0.0


def units_alike(one: NameUnit, other: NameUnit) -> float:
    """How alike two words of names are, 0 to 1."""
    if one.initial or other.initial:
        short, long = (one, other) if one.initial else (other, one)
        if long.initial:
            return 1.0 if one.text == other.text else 0.0
        return INITIAL if long.text.startswith(short.text) else 0.0
    best = _words_alike(one.bare, other.bare)
    if one.bare != one.text or other.bare != other.text:
        best *= 1.0 if one.text == other.text else 0.99
        if best < SAME_WORD:
            best = max(best, _words_alike(one.text, other.text))
    if best < SAME_WORD and (one.linked or other.linked):
        mine, theirs = one.linked or one.bare, other.linked or other.bare
        if skeleton(mine) == skeleton(theirs):
            best = max(best, _words_alike(mine, theirs) * 0.99)
    return best


@dataclass(slots=True)
class _Alignment:
    """Which words of two names are one: index in the first, in the second, and how alike."""

    pairs: list[tuple[int, int, float]]
    left: list[int]
    right: list[int]

    @property
    def in_order(self) -> bool:
        places = [j for _, j, _ in sorted(self.pairs)]
        return places == sorted(places)


def _align(one: Sequence[NameUnit], other: Sequence[NameUnit]) -> _Alignment:
    """Pairs the words most alike first, on equal terms those in the same place."""
    scored = [
        (units_alike(a, b), -abs(i - j), i, j)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    ]
    left, right = set(range(len(one))), set(range(len(other)))
    pairs = []
    for value, _, i, j in sorted(scored, reverse=True):
        if value < SAME_WORD:
            break
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j, value))
    return _Alignment(pairs, sorted(left), sorted(right))


def _joined(name: Sequence[NameUnit], at: int) -> tuple[NameUnit, ...]:
    """The words with one and the next written as one."""
    text = name[at].text + name[at + 1].text
    return (*name[:at], NameUnit(text, _bare(text)), *name[at + 2 :])


def _value(found: _Alignment) -> float:
    """The score of an alignment, 0 without a pair."""
    if not found.pairs:
        return 0.0
    value = sum(v for *_, v in found.pairs) / len(found.pairs)
    if not found.in_order:
        value *= REORDERED
    if found.left and found.right:
        return value * CONTRADICTING
    extra = found.left or found.right
    if not extra:
        return value
    if len(found.pairs) == 1:
        return value * ONE_OF_SEVERAL
    if 0 in extra:
        return value * FIRST_LEFT_OUT
    return value * LEFT_OUT ** len(extra)


def _reason(one: Sequence[NameUnit], other: Sequence[NameUnit], found: _Alignment) -> str:
    """What makes two names alike, in words."""
    parts = []
    matched = [(one[i], other[j], value) for i, j, value in sorted(found.pairs)]
    changed = [(a, b) for a, b, _ in matched if a.text != b.text]
    side = load_letters().side
    if any(a.initial != b.initial for a, b in changed):
        parts.append("initials")
    changed = [(a, b) for a, b in changed if not a.initial and not b.initial]
    across = [a for a, b in changed if side(a.text) != side(b.text)]
    if across:
        bones = " ".join("-".join(skeleton(a.bare)) or a.bare for a in across)
        parts.append(f"letters of another script: {bones}")
    elif any(a.bare != b.bare for a, b in changed):
        parts.append("another spelling")
    elif not parts:
        parts.append("same words")
    if not found.in_order:
        parts = ["same words in another order" if p == "same words" else p for p in parts]
        if "same words in another order" not in parts:
            parts.append("in another order")
    if found.left and found.right:
        parts.append("other words differ")
    elif found.left or found.right:
        parts.append("one word of the name" if len(matched) == 1 else "words left out")
    return ", ".join(parts)


def compare(one: Sequence[NameUnit], other: Sequence[NameUnit]) -> Score:
    """How alike two names given as their words are."""
    if one == other and one:
        return Score(1.0, "same words")
    found = _align(one, other)
    value = _value(found)
    if (found.left and len(one) != len(other)) or (found.right and not found.left):
        longer, swapped = (one, False) if len(one) > len(other) else (other, True)
        spare = set(found.right if swapped else found.left)
        for at in range(len(longer) - 1):
            if spare.isdisjoint((at, at + 1)):
                continue
            joined = _joined(longer, at)
            pair = (one, joined) if swapped else (joined, other)
            tried = _align(*pair)
            if (better := _value(tried)) > value:
                one, other = pair
                found, value = tried, better
                break
    if not found.pairs:
        return Score(0.0, "no word in common")
    differs = bool(found.left and found.right)
    return Score(round(value, 3), _reason(one, other, found), differs)


def same_name(one: str, other: str) -> Score:
    """Whether two names in any scripts may be one person's.

    "Yoko Kamikawa" and «يوكو كاميكاوا» (Yūkū Kāmīkāwā) score close to 1 by their consonants;
    "Kishida Fumio" and "Fumio Kishida" by the same words in another order.
    """
    return compare(units(one), units(other))
