"""Speed and memory of the ledger on made-up readings: `make bench-ledger COUNT=100000`."""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.lang.search_words import asked_words
from dragoman.quality.synthetic import documents
from dragoman.recording.record import Recorder, Versions
from dragoman.store.listing import Asked, list_entries
from dragoman.store.opening import Ledger, open_ledger
from dragoman.store.sql import query

PARTS = 10
"""The run is told in so many parts, of which the first and last are compared."""
ASKED = 40
"""How often each kind of question is asked."""


@dataclass(slots=True)
class Figures:
    """What a run measured: processor milliseconds a document by part, and what it needed."""

    count: int
    parts: list[float] = field(default_factory=list)
    wall: float = 0.0
    memory_mb: float = 0.0
    size_mb: float = 0.0
    asking: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def growth(self) -> float:
        """The cost of a document in the last part against the first, 1 where it is the same."""
        return self.parts[-1] / self.parts[0]

    def report(self) -> str:
        """The figures as lines of text."""
        lines = [
            f"{self.count} documents in {self.wall:.0f} s, {self.memory_mb:.0f} MB of memory, "
            f"{self.size_mb:.0f} MB of ledger",
            "processor ms a document by part: " + " ".join(f"{ms:.1f}" for ms in self.parts),
            f"last part against first: {self.growth:.2f}",
        ]
        lines += [
            f"{name}: median {middle:.1f} ms, 95th percentile {high:.1f} ms"
            for name, (middle, high) in self.asking.items()
        ]
        return "\n".join(lines)


def fill(ledger: Ledger, count: int, say: Callable[[str], None]) -> Figures:
    """Records so many made-up documents and measures what it costs."""
    figures = Figures(count)
    recorder = Recorder(ledger, Versions("bench", "bench"))
    size = max(1, count // PARTS)
    began = time.perf_counter()
    spent = done = 0.0
    for number, (incoming, reading) in enumerate(documents(count), 1):
        started = time.process_time()
        recorder.record(incoming, reading)
        spent += time.process_time() - started
        done += 1
        if number % size == 0:
            figures.parts.append(spent / done * 1000)
            say(f"{number}: {figures.parts[-1]:.1f} ms a document, {_memory():.0f} MB")
            spent = done = 0.0
    figures.wall = time.perf_counter() - began
    figures.memory_mb = _memory()
    return figures


def _memory() -> float:
    """The most memory that was held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(ledger: Ledger, figures: Figures) -> None:
    """Measures searches by words and pages of pairs."""
    with ledger.read() as connection:
        pairs = query(
            connection,
            "SELECT a, b, count(*) FROM entry_pairs GROUP BY a, b ORDER BY 3 DESC LIMIT :most",
            most=ASKED,
        )
        numbers = [round(k * figures.count / ASKED / 3) for k in range(ASKED)]

        def found(asked: Asked) -> Callable[[], object]:
            return lambda: list_entries(connection, asked, limit=50)

        searches = [found(Asked(words=asked_words(f"talk {n}"))) for n in numbers]
        common = [found(Asked(words=asked_words(f"meeting {a}"))) for a, _, _ in pairs]
        of_pairs = [found(Asked(sides=(a, b))) for a, b, _ in pairs]
        for name, questions in (
            ("search for a rare word", searches),
            ("search for common words", common),
            ("entries of a pair", of_pairs),
        ):
            figures.asking[name] = _timed(questions)


def _timed(questions: list[Callable[[], object]]) -> tuple[float, float]:
    taken = []
    for question in questions:
        started = time.perf_counter()
        question()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


def main() -> None:
    """Fills a ledger in a folder of its own, asks it, and prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--ledger", help="postgresql://… instead of a file of its own")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or str(Path(folder) / "bench.db")
        with open_ledger(place, create=True) as ledger:
            figures = fill(ledger, given.count, lambda line: print(line, file=sys.stderr))
            if ledger.dialect == "sqlite":
                figures.size_mb = os.path.getsize(place) / 1e6
            ask(ledger, figures)
    print(figures.report())


if __name__ == "__main__":
    main()
