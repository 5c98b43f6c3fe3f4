"""How fast the reading is, and how much memory it takes, on one core.

Run as `python -m dragoman.quality.bench [FOLDER]`; without a folder it reads the corpora beside
the project, or the samples where there are none. `--compare` also reads the same English articles
with spaCy and with `batch`.
"""

import argparse
import os
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dragoman.core.errors import StageError
from dragoman.quality.bench_compare import comparison, write_between
from dragoman.quality.floors import FLOORS, load_speed

CORPORA = Path("../shared/corpora")
SAMPLES = Path("samples")
REPEAT = 20
"""How often samples are read over, since six of them say little about speed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: seconds, counts, and the peak of resident memory in megabytes.

    `left_out` are inputs that hold no document, such as a title without a text.
    """

    documents: int
    failed: int
    characters: int
    start: float
    reading: float
    peak: float
    left_out: int = 0

    def lines(self) -> list[str]:
        """The figures as lines for people."""
        whole = self.start + self.reading
        return [
            f"documents           {self.documents:>12,}"
            f"   ({self.failed} failed, {self.left_out} empty)",
            f"documents a second  {self.documents / self.reading:>12,.1f}",
            f"  start included    {self.documents / whole:>12,.1f}",
            f"characters a second {self.characters / self.reading:>12,.0f}",
            f"  start included    {self.characters / whole:>12,.0f}",
            f"start               {self.start:>12.2f} s",
            f"peak memory         {self.peak:>12.0f} MB",
        ]

    def missed(self, floors: dict[str, float]) -> list[str]:
        """What is slower or larger than the floors allow."""
        rate = self.documents / self.reading
        out = []
        if rate < floors.get("documents_per_second", 0):
            out.append(f"below the floor of {floors['documents_per_second']:g} documents a second")
        if self.peak > floors.get("memory_mb", float("inf")):
            out.append(f"above the limit of {floors['memory_mb']:g} MB")
        return out


def texts(folder: Path) -> list[str]:
    """The JSON Lines and text files of a folder, samples several times over."""
    found = sorted(str(path) for path in folder.glob("*.jsonl"))
    return found or sorted(str(path) for path in folder.glob("*.txt")) * REPEAT


def measure(inputs: list[str], limit: int | None = None, learned: bool = False) -> Figures:
    """Reads the inputs and gives the figures; at most `limit` documents where given."""
    begun = time.perf_counter()
    # Importing is part of the start that is measured.
    from dragoman.pipeline import Reader
    from dragoman.sources.failures import InputFailure
    from dragoman.sources.files import read_inputs
    from dragoman.sources.source import DEFAULT_LIMIT

    reader = Reader(learned=learned)
    started = time.perf_counter()
    documents = failed = characters = left_out = 0
    for item in read_inputs(inputs, DEFAULT_LIMIT, sys.stdin.buffer):
        if limit is not None and documents + failed >= limit:
            break
        if isinstance(item, InputFailure):
            left_out += 1
            continue
        try:
            reader.read(item)
        except StageError as error:
            failed += 1
            print(f"{item.uri}: {error}", file=sys.stderr)
            continue
        documents += 1
        characters += len(item.raw)
    reading = max(time.perf_counter() - started, 1e-9)
    return Figures(
        documents, failed, characters, started - begun, reading, _peak(), left_out
    )  # fmt: skip


def main() -> None:
    """Prints the figures; the exit code is 1 where a floor is missed and `--strict` is given."""
    parser = argparse.ArgumentParser(description="Speed and memory of the reading on one core.")
    default = CORPORA if CORPORA.is_dir() else SAMPLES
    parser.add_argument("folder", type=Path, nargs="?", default=default)
    parser.add_argument("--limit", type=int, help="read at most so many documents")
    parser.add_argument("--learned", action="store_true", help="with the learned fallback")
    parser.add_argument("--strict", action="store_true", help="fail below the floors")
    parser.add_argument("--compare", action="store_true", help="also spaCy and batch")
    parser.add_argument("--write", type=Path, help="a page to write the comparison into")
    asked = parser.parse_args()
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    figures = measure(texts(asked.folder), asked.limit, asked.learned)
    print(f"reading {asked.folder} on one core")
    print("\n".join(figures.lines()))
    if asked.compare:
        told = comparison(asked.folder, cores)
        print("\n".join(told))
        if asked.write:
            write_between(asked.write, told)
    missed = figures.missed(load_speed(FLOORS)) if FLOORS.is_file() else []
    for line in missed:
        print(line)
    sys.exit(1 if missed and asked.strict else 0)


def _peak() -> float:
    """The most resident memory so far, in megabytes; the kernel counts in kilobytes."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
