"""Folded views of text: what stays the same when spelling habits differ.

Case, diacritics, tatweel, the seats of hamza, final yaa and taa marbuta, digits of other scripts,
kinds of quotation marks and dashes, zero-width signs and direction marks are folded away.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ک": "ك", "ہ": "ه", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"',
        "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "\u00a0": " ",
    }
)  # fmt: skip


def _fold_char(char: str) -> str:
    """The folded form of one code point, possibly empty."""
    if char.isascii():
        return char.lower()
    same = char.translate(_SAME)
    if same != char:
        return same
    out = []
    for part in unicodedata.normalize("NFKD", char.casefold()):
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf") or part == "ـ":
            continue
        digit = unicodedata.decimal(part, None)
        out.append(str(digit) if digit is not None else part.translate(_SAME))
    return "".join(out)


_PHRASE = 64
"""Longer texts seldom come again, and would fill the memory if they were kept."""


def fold(text: str) -> str:
    """The folded form of a word, phrase or text.

    Example: «المملكة العربيّة» (al-mamlaka al-ʿarabiyya) and "المملكه العربية" fold alike.
    """
    if text.isascii():
        return text.lower()
    return _folded(text) if len(text) <= _PHRASE else text.translate(_FOLDING)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """The folding of single code points, for `str.translate`."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _fold_char(chr(point))
        return folded


_FOLDING = _Folding()


def fold_all(texts: Sequence[str]) -> list[str]:
    """The folded forms of many words or phrases without line ends, quicker than one by one."""
    return "\n".join(texts).translate(_FOLDING).split("\n") if texts else []


@dataclass(frozen=True, slots=True)
class FoldedView:
    """A folded text and, for each of its code points, the raw code point it came from."""

    text: str
    origin: tuple[int, ...]

    def raw_bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded stretch `start`..`end` (not empty) stands in the raw text."""
        return self.origin[start], self.origin[end - 1] + 1


def folded_view(raw: str) -> FoldedView:
    """Folds a whole text, keeping the way back to raw offsets."""
    chars: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(raw):
        folded = _FOLDING[ord(char)]
        chars.append(folded)
        origin.extend([i] * len(folded))
    return FoldedView("".join(chars), tuple(origin))
