"""What was talked about: the topics whose words stand in the sentences of an engagement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.core.document import Token
from dragoman.lang.pack import pack_toml
from dragoman.lang.rules import phrase

_STEM = 3
_ENOUGH_WEAK = 2


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    topic: str
    strength: str


class TopicFinder:
    """The topic words of one language."""

    def __init__(self, code: str) -> None:
        self._by_stem: dict[str, list[_Phrase]] = {}
        for topic, data in pack_toml(code, "topics.toml")["topic"].items():
            for strength in ("strong", "weak", "never"):
                for text in data.get(strength, ()):
                    self._add(_Phrase(phrase(text), topic, strength))

    @classmethod
    def for_language(cls, code: str) -> "TopicFinder":
        """The finder of a language, built once."""
        return _finder(code)

    def _add(self, entry: _Phrase) -> None:
        first = entry.words[0]
        bare = first.lstrip("~").rstrip("*")
        self._by_stem.setdefault(bare[:_STEM], []).append(entry)
        if first.startswith("~"):
            self._by_stem.setdefault(("ال" + bare)[:_STEM], []).append(entry)

    def __call__(self, tokens: Sequence[Token]) -> Counter[str]:
        """How strongly each topic is told of in a sentence: 2 or more is enough."""
        words = [t.norm for t in tokens]
        found: Counter[str] = Counter()
        barred: set[str] = set()
        for k, word in enumerate(words):
            for entry in self._by_stem.get(word[:_STEM], ()):
                if _fits(entry.words, words, k):
                    if entry.strength == "never":
                        barred.add(entry.topic)
                    else:
                        found[entry.topic] += 2 if entry.strength == "strong" else 1
        for topic in barred:
            found[topic] -= 2
        return +found


def _fits(pattern: Sequence[str], words: Sequence[str], at: int) -> bool:
    if at + len(pattern) > len(words):
        return False
    return all(_word(p, words[at + k]) for k, p in enumerate(pattern))


def _word(pattern: str, word: str) -> bool:
    if pattern[0] == "~":
        pattern = pattern[1:]
        if word.startswith("ال") and _word(pattern, word[2:]):
            return True
    if pattern[-1] == "*":
        return word.startswith(pattern[:-1])
    return pattern == word


def enough(counts: Iterable[Counter[str]]) -> tuple[str, ...]:
    """The topics that some sentences together tell of, in alphabetical order."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return tuple(sorted(t for t, n in total.items() if n >= _ENOUGH_WEAK))


def sentences_of(starts: Iterable[int], others: set[int], last: int) -> Iterator[int]:
    """The sentences that tell of an engagement: from where it is told until another one is."""
    for start in starts:
        yield start
        k = start + 1
        while k <= last and k not in others:
            yield k
            k += 1


@lru_cache(maxsize=64)
def _finder(code: str) -> TopicFinder:
    return TopicFinder(code)
