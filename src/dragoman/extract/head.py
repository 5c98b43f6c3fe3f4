"""A linear head: which kind of act a sentence tells, from its vectors, and how surely."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.core.errors import DataError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

MODEL = "learned.json"
MASK = "X"
"""What stands for the names in the second vector of a sentence."""


@dataclass(frozen=True, slots=True)
class LinearHead:
    """Softmax regression on two vectors: of the sentence, and of it with its names masked.

    `means` are what is taken off the vectors, by language, so that what a language adds to
    every sentence is not learned. `temperature` makes the probabilities true to how often they
    are right (Guo et al., 2017). Labels are types of acts; the empty one is "no act". Below
    `threshold` a judgement is too unsure to be told.
    """

    labels: tuple[str, ...]
    means: Mapping[str, "Matrix"]
    weights: "Matrix"
    bias: "Matrix"
    temperature: float
    threshold: float

    @classmethod
    def shipped(cls) -> "LinearHead":
        """The head that comes with the package, loaded once."""
        return _shipped()

    def judge(
        self, language: str, plain: Sequence[Sequence[float]], masked: Sequence[Sequence[float]]
    ) -> list[dict[str, float]]:
        """For each sentence, a row of both matrices, the probability of every label."""
        import numpy as np

        vectors = np.asarray(plain, np.float32), np.asarray(masked, np.float32)
        scores = self.features(language, *vectors) @ self.weights + self.bias
        scores /= self.temperature
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        return [dict(zip(self.labels, map(float, row), strict=True)) for row in chances]

    def features(self, language: str, plain: "Matrix", masked: "Matrix") -> "Matrix":
        """Both vectors side by side, each centred and of length one: a matrix (n, 1024)."""
        import numpy as np

        known = self.means.get(language)
        mean = np.mean(list(self.means.values()), axis=0) if known is None else known
        return features(plain, masked, mean)

    def to_json(self) -> dict[str, Any]:
        """The head as whole numbers and their scales, small and the same on every machine."""
        return {
            "labels": list(self.labels),
            "temperature": round(self.temperature, 4),
            "threshold": self.threshold,
            "means": {code: _whole(mean, _FINE) for code, mean in self.means.items()},
            "weights": [_whole(row, _COARSE) for row in self.weights.T],
            "bias": _whole(self.bias, _COARSE),
        }


_FINE, _COARSE = 1e-4, 1e-2


def head_from(data: Mapping[str, Any]) -> LinearHead:
    """The head that `to_json` wrote."""
    import numpy as np

    return LinearHead(
        tuple(data["labels"]),
        {c: np.array(m, dtype=np.float32) * _FINE for c, m in data["means"].items()},
        np.array(data["weights"], dtype=np.float32).T * np.float32(_COARSE),
        np.array(data["bias"], dtype=np.float32) * np.float32(_COARSE),
        float(data["temperature"]),
        float(data["threshold"]),
    )


def features(plain: "Matrix", masked: "Matrix", mean: "Matrix") -> "Matrix":
    """See `LinearHead.features`; `mean` holds the means of both vectors, one behind the other."""
    import numpy as np

    half = plain.shape[1]
    sides = [plain - mean[:half], masked - mean[half:]]
    unit = [s / np.maximum(np.linalg.norm(s, axis=1, keepdims=True), 1e-9) for s in sides]
    return np.hstack(unit).astype(np.float32) / np.float32(np.sqrt(2))


def mask_names(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with `MASK` for each of the stretches, so that it tells the act and not the actors."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + MASK + text[end:]
    return text


def _whole(row: "Matrix", scale: float) -> list[int]:
    return [round(float(x) / scale) for x in row]


@lru_cache(maxsize=1)
def _shipped() -> LinearHead:
    path = files("dragoman.extract") / MODEL
    try:
        return head_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"{path}: no model ({error}): make it with `make model`") from error
