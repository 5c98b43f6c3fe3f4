"""When two names, or two stretches of text, count as the same in scoring."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_SEATS = str.maketrans("أإآٱىةؤئ", "ااااياوي")
_NOT_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Words without case, diacritics, seats of hamza and punctuation, with single spaces.

    Kept apart from `core.fold`, so that a change to reading never changes how it is measured.
    """
    decomposed = unicodedata.normalize("NFKD", text).translate(_SEATS)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c != "ـ")
    return " ".join(_NOT_WORD.sub(" ", bare.casefold()).split())


def same_name(gold: Iterable[str | None], found: Iterable[str]) -> bool:
    """True where a name found shares its long words (three letters or more) with a gold name.

    Two shared words do, or all of the shorter name's; equal names always do.
    """
    others = [form for form in map(folded, found) if form]
    for name in filter(None, (folded(n or "") for n in gold)):
        words = _long_words(name)
        for other in others:
            if name == other:
                return True
            other_words = _long_words(other)
            shared = len(words & other_words)
            if shared and shared >= min(len(words), len(other_words), 2):
                return True
    return False


def overlaps(evidence: Iterable[Mapping[str, Any]] | None, raw: str, words: str) -> bool:
    """True where a span of the evidence meets the first place in `raw` where `words` stand."""
    start = raw.find(words)
    if start < 0:
        return False
    end = start + len(words)
    return any(span["start"] < end and start < span["end"] for span in evidence or ())


def _long_words(name: str) -> set[str]:
    return {word for word in name.split() if len(word) > 2}
