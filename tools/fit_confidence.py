"""Fits the table of confidence on gold records, and measures what it does on others.

Usage: python tools/fit_confidence.py GOLD [GOLD ...] --measure GOLD [--texts FOLDER]
GOLD are folders of gold records, best of articles that no rule was written with; `--measure` names
folders of which only figures are written. Writes src/dragoman/extract/confidence.toml and the
curve between the marks in docs/quality.md.

Logistic regression with a ridge, by Newton's method: convex, so the same readings give the same
table. An event or engagement counts as right where the gold has it, optional ones included.
"""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from dragoman.extract.confidence import TABLE, Confidence, shipped_tables
from dragoman.output.select import Selection, select
from dragoman.pipeline import Reader
from dragoman.quality.score import Gold, load_gold, right_records, score_all, total
from dragoman.sources.files import read_inputs
from dragoman.sources.source import DEFAULT_LIMIT

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "dragoman" / "extract" / TABLE
PAGE = ROOT / "docs" / "quality.md"
MARKS = "<!-- confidence: written by make confidence -->", "<!-- confidence: end -->"
RIDGE = 2.0
CURVE = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LEAST = 3
"""How often a feature must be seen to be weighed."""


@dataclass(frozen=True, slots=True)
class Case:
    """One record that was read: its features, whether it is right, and how sure it was said."""

    record: str
    features: Mapping[str, float]
    right: bool


def readings(golds: list[Gold]) -> tuple[dict, dict[str, dict[str, tuple]]]:
    """Readings as JSON by name of the document; features of their records by name and id."""
    heard: dict[str, tuple] = {}
    reader = Reader(learned=True, hear=lambda r, key, f: heard.__setitem__(key, (r, f)))
    found, features = {}, {}
    for item in read_inputs([str(g.text) for g in golds], DEFAULT_LIMIT, sys.stdin.buffer):
        heard.clear()
        name = Path(item.uri).name
        found[name] = select(reader.read(item), Selection()).to_json()
        features[name] = dict(heard)
    return found, features


def cases(golds: list[Gold]) -> list[Case]:
    """All events that happened and all engagements of the readings, judged."""
    found, features = readings(golds)
    out = []
    for gold in golds:
        reading = found.get(gold.text.name)
        if reading is None:
            continue
        right = right_records(gold.record, reading, gold.raw)
        for key in ("events", "engagements"):
            for record in reading[key]:
                kind, told = features[gold.text.name][record["id"]]
                out.append(Case(kind, told, record["id"] in right))
    return out


def fit(found: list[Case]) -> Confidence:
    """The weights under which what was right is likeliest, kept small by the ridge."""
    seen: dict[str, int] = {}
    for case in found:
        for name, value in case.features.items():
            seen[name] = seen.get(name, 0) + (value != 0)
    names = sorted(n for n, count in seen.items() if count >= LEAST)
    x = np.array([[c.features.get(n, 0.0) for n in names] + [1.0] for c in found])
    y = np.array([c.right for c in found], dtype=float)
    kept = np.full(len(names) + 1, RIDGE)
    kept[-1] = 1e-6
    w = np.zeros(len(names) + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + kept * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(kept)
        w -= np.linalg.solve(bend, slope)
    weights = {n: round(float(v), 2) for n, v in zip(names, w, strict=False)}
    return Confidence(round(float(w[-1]), 2), {n: v for n, v in weights.items() if v})


def held_back(found: list[Case]) -> tuple[float, float]:
    """Calibration error and Brier score of tables fitted without the case's own fifth."""
    said, true = [], []
    for k in range(5):
        table = fit([c for i, c in enumerate(found) if i % 5 != k])
        for i, case in enumerate(found):
            if i % 5 == k:
                said.append(table(case.features))
                true.append(case.right)
    s, t = np.array(said), np.array(true, dtype=float)
    return calibration_error(s, t), float(((s - t) ** 2).mean())


def calibration_error(said: np.ndarray, true: np.ndarray) -> float:
    """The expected calibration error over tenths of confidence."""
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        at = (said > low) & (said <= low + 0.1)
        if at.any():
            error += at.mean() * abs(said[at].mean() - true[at].mean())
    return float(error)


def measured(golds: list[Gold], name: str, tables: Mapping[str, Confidence]) -> list[str]:
    """What the tables say of records of a set, and how often these are right."""
    lines = []
    found = cases(golds)
    for record, table in tables.items():
        mine = [c for c in found if c.record == record]
        said = np.array([table(c.features) for c in mine])
        true = np.array([c.right for c in mine], dtype=float)
        lines.append(
            f"- {name}, {len(mine)} {record}s: said {said.mean():.2f}, right {true.mean():.2f}, "
            f"calibration error {calibration_error(said, true):.3f}"
        )
    return lines


def curve(golds: list[Gold], name: str) -> list[str]:
    """Precision, recall and F1 of engagements and events at some least confidences."""
    reader = Reader()
    whole = {}
    for item in read_inputs([str(g.text) for g in golds], DEFAULT_LIMIT, sys.stdin.buffer):
        whole[Path(item.uri).name] = reader.read(item)
    lines = []
    for least in CURVE:
        chosen = {n: select(r, Selection(min_confidence=least)).to_json() for n, r in whole.items()}
        layers = total(score_all(golds, chosen).values()).layers
        cells = [f"{getattr(layers[k], v):.2f}" for k in ("engagements", "events")
                 for v in ("precision", "recall", "f1")]  # fmt: skip
        lines.append(f"| {name} | {least:.1f} | " + " | ".join(cells) + " |")
    return lines


def write_table(tables: Mapping[str, Confidence]) -> None:
    """The table as TOML, features by name."""
    lines = [
        "# How much each feature of the telling speaks for a record being right, on the scale of",
        "# log odds. Fitted by tools/fit_confidence.py (`make confidence`); see docs/quality.md.",
    ]
    for record, table in tables.items():
        lines += ["", f"[{record}]", f"base = {table.base}", "", f"[{record}.weights]"]
        lines += [f"{name} = {value}" for name, value in sorted(table.weights.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_page(text: str) -> None:
    """Puts the figures between the marks of the page."""
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(MARKS[0])
    tail = rest.split(MARKS[1])[1]
    PAGE.write_text(f"{head}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{tail}", encoding="utf-8")
    print(text)


def main() -> None:
    """Fits, writes, measures."""
    parser = argparse.ArgumentParser(description="Fits the table of confidence.")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    found = [c for folder in asked.gold for c in cases(load_gold(folder, asked.texts))]
    tables, said = {}, []
    for record in ("event", "engagement"):
        mine = [c for c in found if c.record == record]
        tables[record] = fit(mine)
        error, brier = held_back(mine)
        said.append(
            f"- fitted on {len(mine)} {record}s, {sum(c.right for c in mine)} of them right; "
            f"held back by fifths: calibration error {error:.3f}, Brier score {brier:.3f}."
        )
    write_table(tables)
    shipped_tables.cache_clear()
    head = ["", "| set | at least | engagements P | R | F1 | events P | R | F1 |", "|---" * 8 + "|"]
    rows = [line for folder in asked.measure for line in curve(load_gold(folder), folder.name)]
    others = [
        line
        for folder in asked.measure
        for line in measured(load_gold(folder), folder.name, tables)
    ]
    write_page("\n".join([*said, "", *others, *head, *rows]))


if __name__ == "__main__":
    main()
