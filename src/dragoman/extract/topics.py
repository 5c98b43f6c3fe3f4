"""What was talked about: the topics whose words stand in the sentences of an engagement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.core.document import Token
from dragoman.lang.affixes import Affixes
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Phrases

_ENOUGH = 2
_POINTS = {"strong": 2, "weak": 1, "never": -2}


class TopicFinder:
    """The topic words of one language."""

    def __init__(self, code: str) -> None:
        self._phrases: Phrases[tuple[str, int]] = Phrases(Affixes.for_language(code).article)
        for topic, data in pack_toml(code, "topics.toml")["topic"].items():
            for strength, points in _POINTS.items():
                for text in data.get(strength, ()):
                    self._phrases.add(text, (topic, points))

    @classmethod
    def for_language(cls, code: str) -> "TopicFinder":
        """The finder of a language, built once."""
        return _finder(code)

    def __call__(self, tokens: Sequence[Token]) -> Counter[str]:
        """How strongly each topic is told of in a sentence: 2 or more is enough."""
        words = [t.norm for t in tokens]
        found: Counter[str] = Counter()
        for i in range(len(words)):
            for _, (topic, points) in self._phrases.at(words, i):
                found[topic] += points
        return +found


def enough(counts: Iterable[Counter[str]]) -> tuple[str, ...]:
    """The topics that some sentences together tell of, in alphabetical order."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return tuple(sorted(t for t, n in total.items() if n >= _ENOUGH))


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
