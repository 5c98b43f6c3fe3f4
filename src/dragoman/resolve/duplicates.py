"""Near-duplicate reports: one agency's text in many outlets counts as one source.

MinHash (A. Broder, "On the resemblance and containment of documents", 1997) over folded shingles
of words, by `rensa`. Texts are judged by containment, so that a shortened copy counts as one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from struct import pack
from typing import Any

from rensa import RMinHash

from dragoman.core.fold import fold
from dragoman.core.reading import JsonObject, Reading, content_id
from dragoman.resolve.blocks import Keys
from dragoman.resolve.judgements import Judgement, symmetric

SHINGLE = 3
"""Words in one shingle."""
PERMUTATIONS = 192
BAND, STRICT_BAND = 2, 6
"""Numbers in one band: texts with a fifth of their shingles in common meet in some band of 2,
those with nearly all in common in some band of 6."""
NEAR = 0.55
"""Share of the shorter text's shingles that stand in the other too, from which they are one."""
PERIOD = 16
"""Days in one block of bands."""
DATED = 16
"""Documents whose own day is less narrow than this count as undated."""
APART = 12
"""Copies of one report appear within so many days."""
LEAST_WORDS = 12
_SEED = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a document's main text to find its near duplicates.

    `numbers` are `PERMUTATIONS` numbers of 32 bits, `size` counts the shingles, `day` is the day
    of publication where it is known to within `DATED` days.
    """

    document: str
    numbers: tuple[int, ...]
    size: int
    day: date | None = None

    @property
    def keys(self) -> Keys:
        """Where to store the document and where to look for copies of it."""
        strict = frozenset(f"all|{band}" for band in self._bands(STRICT_BAND))
        if self.day is None:
            return Keys(strict, strict)
        period = self.day.toordinal() // PERIOD
        loose = tuple(self._bands(BAND))
        near = {f"{n}|{band}" for n in (period - 1, period, period + 1) for band in loose}
        return Keys(strict | {f"{period}|{band}" for band in loose}, strict | near)

    def _bands(self, size: int) -> Iterator[str]:
        for k in range(0, PERMUTATIONS - size + 1, size):
            yield content_id(str(k), pack(f"<{size}I", *self.numbers[k : k + size]).hex())

    def to_json(self) -> JsonObject:
        """The signature as plain JSON types; `from_json` reads it back."""
        day = self.day.isoformat() if self.day else None
        numbers = pack(f"<{PERMUTATIONS}I", *self.numbers).hex()
        return {"document": self.document, "numbers": numbers, "size": self.size, "day": day}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Signature":
        """The signature that `to_json` wrote."""
        packed = bytes.fromhex(data["numbers"])
        numbers = tuple(
            int.from_bytes(packed[k : k + 4], "little") for k in range(0, len(packed), 4)
        )
        day = date.fromisoformat(data["day"]) if data["day"] else None
        return cls(data["document"], numbers, data["size"], day)


def shingles(text: str) -> frozenset[str]:
    """Every three folded words in a row; a very short text is one shingle."""
    words = _WORD.findall(fold(text))
    if len(words) < LEAST_WORDS:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(" ".join(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))


def signature(document: str, text: str, day: date | None = None) -> Signature | None:
    """The signature of a text; None for one without words."""
    found = shingles(text)
    if not found:
        return None
    hashed = RMinHash(PERMUTATIONS, _SEED)
    hashed.update(sorted(found))
    return Signature(document, tuple(hashed.digest()), len(found), day)


def signature_of(reading: Reading) -> Signature | None:
    """The signature of a document's main story, without furniture; None where there is none."""
    main = next((s for s in reading.stories if s.role == "main"), None)
    if main is None:
        return None
    told = main.published
    day = told.latest if told is not None and told.days <= DATED else None
    return signature(reading.document.id, f"{main.title or ''}\n{main.text}", day)


def containment(one: Signature, other: Signature) -> float:
    """About which share of the shorter text's shingles stands in the other, 0 to 1."""
    equal = sum(a == b for a, b in zip(one.numbers, other.numbers, strict=True))
    alike = equal / PERMUTATIONS
    common = alike * (one.size + other.size) / (1 + alike)
    return min(1.0, common / min(one.size, other.size))


def judge_reports(left: Signature, right: Signature) -> Judgement:
    """Whether two documents carry one report: `same` or `unsure`, on the ids of the documents."""
    share = containment(left, right)
    verdict: str = "same" if share >= NEAR else "unsure"
    reason = f"{share:.0%} of the shorter text in common"
    if left.day and right.day and abs((left.day - right.day).days) > APART:
        verdict, reason = "unsure", f"{reason}, but far apart in time"
    return symmetric(left.document, right.document, verdict, share, reason)  # type: ignore[arg-type]
