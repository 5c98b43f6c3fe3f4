"""Trains the linear head of the learned fallback.

Usage: python tools/train_model.py
Reads data/sentences.csv and the `reads` and `never` of the packs' rules; writes
src/dragoman/extract/learned.json and the figures between the marks in docs/quality.md. Needs the
extra `semantic`. The same inputs give the same model: the order is that of the files, folds are
chosen by a hash of the sentence, and the method is convex.

A fifth of the written sentences is held back from everything and only measured on; the
temperature is chosen on the rest by cross-validation; then the head is trained on all.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from dragoman.core.document import Document
from dragoman.extract.head import LinearHead, features
from dragoman.extract.learned import masked_text
from dragoman.extract.stories import StoryActs, StoryReader
from dragoman.knowledge.world import World
from dragoman.lang.discover import languages
from dragoman.lang.meaning import SentenceVectors
from dragoman.lang.rules import RuleBook
from dragoman.text.read import ReadText

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "data" / "sentences.csv"
MODEL = ROOT / "src" / "dragoman" / "extract" / "learned.json"
PAGE = ROOT / "docs" / "quality.md"
MARKS = "<!-- learned: written by make model -->", "<!-- learned: end -->"

FOLDS = 5
STEPS = 150
STRENGTH = 10.0
"""How much the examples count against the weights' size."""
THRESHOLD = 0.6
"""Chosen on articles that neither the rules nor the sentences were written with."""
BINS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its type, empty for no act; `own` for those of the written set."""

    language: str
    label: str
    text: str
    masked: str
    own: bool

    @property
    def fold(self) -> int:
        """The part that the sentence belongs to; 0 is held back."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % FOLDS


class Masker:
    """Reads single sentences and masks their names."""

    def __init__(self) -> None:
        self._text = ReadText()
        self._readers = {code: StoryReader(code, World.default()) for code in languages()}

    def stories(self, code: str, text: str) -> list[StoryActs]:
        """What one text tells, story by story."""
        doc = self._text(Document(id="x", uri="x", raw=text, language=code))
        return [self._readers[code](doc, story, None) for story in doc.stories]

    def mask(self, code: str, text: str) -> str:
        """The text with its names masked."""
        views = [v for story in self.stories(code, text) for v in story.views]
        return " ".join(masked_text(text, v) for v in views)

    def told(self, code: str, text: str) -> str:
        """The type of the first act that happened, as the rules read it; empty for none."""
        acts = [a for s in self.stories(code, text) for a in s.acts if a.status == "happened"]
        return next((a.rule.act for a in acts if a.rule.act), "")


def examples(masker: Masker) -> Iterator[Example]:
    """All examples, those of the written set first; each sentence once."""
    seen: set[str] = set()
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = [(r["language"], r["type"], r["sentence"], True) for r in csv.DictReader(file)]
    for code in languages():
        for rule in RuleBook.for_language(code).rules:
            label = rule.act or ("CONSULT" if rule.engagement else "")
            rows += [(code, label, text, False) for text in rule.reads if label]
            rows += [(code, masker.told(code, text), text, False) for text in rule.never]
    for code, label, text, own in rows:
        if text not in seen:
            seen.add(text)
            yield Example(code, label, text, masker.mask(code, text), own)


def fit(x: np.ndarray, y: np.ndarray, classes: int) -> np.ndarray:
    """Softmax regression by Nesterov's method: weights with a last row of biases."""
    n = len(x)
    x = np.hstack([x, np.ones((n, 1), np.float32)])
    wanted = np.eye(classes, dtype=np.float32)[y]
    kept = np.ones((x.shape[1], 1), np.float32) / np.float32(STRENGTH * n)
    kept[-1] = 0
    v = np.ones(x.shape[1], np.float32)
    for _ in range(30):
        v = x.T @ (x @ v)
        size = np.linalg.norm(v)
        v /= size
    rate = 1 / (0.5 * size / n + kept[0, 0])
    weights = ahead = np.zeros((x.shape[1], classes), np.float32)
    pace = 1.0
    for _ in range(STEPS):
        slope = x.T @ (chances(x @ ahead) - wanted) / n + kept * ahead
        moved = ahead - rate * slope
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + np.float32((pace - 1) / faster) * (moved - weights)
        weights, pace = moved, faster
    return weights


def chances(scores: np.ndarray) -> np.ndarray:
    """Scores as probabilities, row by row."""
    scores = scores - scores.max(axis=1, keepdims=True)
    grown = np.exp(scores)
    return grown / grown.sum(axis=1, keepdims=True)


def scored(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The labels' scores for rows of features."""
    return x @ weights[:-1] + weights[-1]


def best_temperature(scores: np.ndarray, y: np.ndarray) -> float:
    """The temperature under which the right labels are likeliest."""
    tried = np.arange(0.4, 2.01, 0.02)
    loss = [-np.log(chances(scores / t)[np.arange(len(y)), y] + 1e-9).mean() for t in tried]
    return float(tried[int(np.argmin(loss))])


def reliability(sure: np.ndarray, right: np.ndarray) -> tuple[float, list[tuple]]:
    """Expected calibration error, and for each tenth of confidence: count, said, true."""
    rows, error = [], 0.0
    for k in range(BINS):
        at = (sure > k / BINS) & (sure <= (k + 1) / BINS)
        if at.any():
            said, true = float(sure[at].mean()), float(right[at].mean())
            error += at.mean() * abs(said - true)
            rows.append((k / BINS, (k + 1) / BINS, int(at.sum()), said, true))
    return float(error), rows


def macro_f1(y: np.ndarray, found: np.ndarray, classes: int) -> float:
    """The mean of the labels' F1."""
    each = [
        2 * ((found == c) & (y == c)).sum() / max(1, (found == c).sum() + (y == c).sum())
        for c in range(classes)
    ]
    return float(np.mean(each))


def main() -> None:
    """Trains, measures, writes."""
    found = list(examples(Masker()))
    encode = SentenceVectors().vectors
    plain = np.array(encode([e.text for e in found]))
    masked = np.array(encode([e.masked for e in found]))
    both = np.hstack([plain, masked])
    code = np.array([e.language for e in found])
    own = np.array([e.own for e in found])
    fold = np.array([e.fold for e in found])
    held = (fold == 0) & own
    labels = sorted({e.label for e in found})
    y = np.array([labels.index(e.label) for e in found])
    means = {c: both[(code == c) & own & ~held].mean(axis=0) for c in sorted(set(code))}
    x = np.zeros_like(both)
    for c, mean in means.items():
        at = code == c
        x[at] = features(plain[at], masked[at], mean)

    scores = np.zeros((len(found), len(labels)), np.float32)
    for k in range(1, FOLDS):
        trained = (fold != k) & (fold != 0)
        weights = fit(x[trained], y[trained], len(labels))
        scores[fold == k] = scored(x[fold == k], weights)
    chosen_on = own & ~held
    temperature = best_temperature(scores[chosen_on], y[chosen_on])
    weights = fit(x[~held], y[~held], len(labels))
    judged = chances(scored(x[held], weights) / temperature)

    weights = fit(x, y, len(labels))
    head = LinearHead(tuple(labels), means, weights[:-1], weights[-1], temperature, THRESHOLD)
    MODEL.write_text(json.dumps(head.to_json(), separators=(",", ":")) + "\n", encoding="utf-8")
    write_figures(figures(found, judged, y[held], code[held], labels))


def figures(
    found: list[Example], judged: np.ndarray, y: np.ndarray, code: np.ndarray, labels: list[str]
) -> str:
    """The part of the page that tells how good the head is on sentences held back."""
    best = judged.argmax(axis=1)
    sure, right = judged.max(axis=1), best == y
    error, rows = reliability(sure, right)
    own = sum(e.own for e in found)
    lines = [
        f"Trained on {own:,} sentences written for it and {len(found) - own:,} of the rules' own",
        f"`reads` and `never`; measured on {len(y)} of the written ones, held back: right",
        f"{right.mean():.2f}, macro-F1 over {len(labels)} labels",
        f"{macro_f1(y, best, len(labels)):.2f}, expected calibration error {error:.3f}.",
        "",
        "| confidence | sentences | mean confidence | right |",
        "|---|---|---|---|",
    ]
    lines += [f"| {a:.1f}–{b:.1f} | {n} | {s:.2f} | {t:.2f} |" for a, b, n, s, t in rows]
    lines += ["", "| acts above | told | right | of all acts |", "|---|---|---|---|"]
    none = labels.index("")
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        at = (best != none) & (sure >= least)
        share = (right & at).sum() / max(1, (y != none).sum())
        rate = right[at].mean() if at.any() else 0.0
        lines.append(f"| {least:.1f} | {int(at.sum())} | {rate:.2f} | {share:.2f} |")
    by = ", ".join(
        f"{c} {macro_f1(y[code == c], best[code == c], len(labels)):.2f}" for c in sorted(set(code))
    )
    return "\n".join([*lines, "", f"Macro-F1 by language: {by}."])


def write_figures(text: str) -> None:
    """Puts the figures between the marks of the page."""
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(MARKS[0])
    tail = rest.split(MARKS[1])[1]
    PAGE.write_text(f"{head}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{tail}", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
