"""What the reading must at least reach, kept in a file and compared with scores."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.core.errors import DataError
from dragoman.quality.score import total
from dragoman.quality.tally import LAYERS, Score

FLOORS = Path("quality-floors.toml")
"""Where the project keeps its floors."""

SLACK = 1e-9
"""For the way machines add; 0.8999 does not meet 0.90."""


@dataclass(frozen=True, slots=True)
class FloorSet:
    """One set of gold records and the least F1 (0 to 1) asked of each layer.

    A `sealed` set is for measuring only: of it nothing but figures is ever shown.
    """

    name: str
    gold: Path
    texts: Path
    floors: Mapping[str, float] = field(default_factory=dict)
    each_language: Mapping[str, float] = field(default_factory=dict)
    leaks: int | None = None
    sealed: bool = False

    @property
    def present(self) -> bool:
        """True where the set's gold records are on this machine."""
        return self.gold.is_dir()


def load_floors(path: Path) -> list[FloorSet]:
    """The sets of a floors file; paths in it start from the file's folder.

    Raises:
        DataError: where the file is no TOML, or names a layer that is not scored.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: {error}: mend the file") from error
    return [_floor_set(path, name, entry) for name, entry in data.get("sets", {}).items()]


def set_of(gold: Path, path: Path) -> FloorSet | None:
    """The set of a floors file that a folder of gold records is, if any."""
    if not path.is_file():
        return None
    folder = gold.resolve()
    return next((s for s in load_floors(path) if s.gold.resolve() == folder), None)


def load_speed(path: Path) -> dict[str, float]:
    """The `[speed]` table of a floors file: documents per second at least, megabytes at most."""
    speed: dict[str, float] = tomllib.loads(path.read_text(encoding="utf-8")).get("speed", {})
    return speed


def below(wanted: FloorSet, scores: Mapping[str, Score]) -> list[str]:
    """What is below the set's floors, a line each; `scores` are by language."""
    overall = total(scores.values())
    lines = [
        f"{wanted.name}: {layer} F1 {overall.layers[layer].f1:.3f} < {least:.2f}"
        for layer, least in wanted.floors.items()
        if overall.layers[layer].f1 < least - SLACK
    ]
    for code, score in scores.items():
        lines += [
            f"{wanted.name}, {code} alone: {layer} F1 {score.layers[layer].f1:.3f} < {least:.2f}"
            for layer, least in wanted.each_language.items()
            if score.layers[layer].f1 < least - SLACK
        ]
    if wanted.leaks is not None and overall.leaks > wanted.leaks:
        lines.append(f"{wanted.name}: {overall.leaks} strings of furniture left in stories")
    if overall.absent:
        lines.append(f"{wanted.name}: {overall.absent} documents without a reading")
    return lines


def _floor_set(path: Path, name: str, entry: Mapping[str, Any]) -> FloorSet:
    floors, each = entry.get("floors", {}), entry.get("each_language", {})
    unknown = sorted({*floors, *each} - set(LAYERS))
    if unknown:
        raise DataError(f"{path}: set {name}: no such layer: {', '.join(unknown)}; use {LAYERS}")
    base = path.parent
    return FloorSet(
        name, base / entry["gold"], base / entry["texts"], floors, each, entry.get("leaks"),
        entry.get("sealed", False),
    )  # fmt: skip
