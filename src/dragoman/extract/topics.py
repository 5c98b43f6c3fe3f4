"""What was talked about: the topics whose words stand in the sentences of an engagement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.lang.affixes import Affixes
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Clue:
    """A listed phrase that stands in a sentence: a strong one names its topic by itself."""

    topic: str
    phrase: str
    strong: bool


class TopicFinder:
    """The topic words of one language."""

    def __init__(self, code: str) -> None:
        article = Affixes.for_language(code).article
        self._clues: Phrases[Clue] = Phrases(article)
        self._never: Phrases[str] = Phrases(article)
        for topic, data in pack_toml(code, "topics.toml")["topic"].items():
            for text in data.get("never", ()):
                self._never.add(text, topic)
            for strength in ("strong", "weak"):
                for text in data.get(strength, ()):
                    self._clues.add(text, Clue(topic, text, strength == "strong"))

    @classmethod
    def for_language(cls, code: str) -> "TopicFinder":
        """The finder of a language, built once."""
        return _finder(code)

    def __call__(self, words: Sequence[str]) -> frozenset[Clue]:
        """The phrases that tell of topics among folded words, those that only seem to left out."""
        return frozenset(clue for _, clue in self.places(words))

    def places(self, words: Sequence[str]) -> tuple[tuple[int, Clue], ...]:
        """The same phrases, each with where it begins."""
        barred = {
            (topic, k) for i, length, topic in self._never.all(words) for k in range(i, i + length)
        }
        return tuple(
            (i, clue) for i, _, clue in self._clues.all(words) if (clue.topic, i) not in barred
        )


def enough(clues: Iterable[Iterable[Clue]]) -> tuple[str, ...]:
    """The topics that sentences tell of: by a strong phrase or by two weak ones, sorted."""
    topics: set[str] = set()
    for found in clues:
        told: dict[str, set[str]] = {}
        for clue in found:
            told.setdefault(clue.topic, set()).add(clue.phrase)
            if clue.strong:
                topics.add(clue.topic)
        topics.update(t for t, phrases in told.items() if len(phrases) > 1)
    return tuple(sorted(topics))


@lru_cache(maxsize=64)
def _finder(code: str) -> TopicFinder:
    return TopicFinder(code)
