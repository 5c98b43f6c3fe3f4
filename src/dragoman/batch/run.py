"""A run from inputs to entries; what is done already is not done again."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dragoman.batch.merging import CarryUnit, JoinBucket, JudgeBucket, find_again, link
from dragoman.batch.places import named
from dragoman.batch.plan import Plan
from dragoman.batch.reading import ReadUnit
from dragoman.batch.shards import (
    ENTRIES,
    JUDGEMENTS,
    READINGS,
    Row,
    done,
    marked,
    numbered,
)
from dragoman.core.errors import DragomanError


class Spread(Protocol):
    """Runs a task on rows somewhere and gives what it gives, in any order.

    `task` is a class that is built once a worker with the name of the output.
    """

    def __call__(
        self, task: Callable[[str], Any], output: str, rows: Sequence[Row]
    ) -> Iterator[Row]:
        """The results, as they come."""
        ...


def here(task: Callable[[str], Any], output: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Runs a task in this process."""
    if rows:
        made = task(output)
        yield from map(made, rows)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run has read: all documents, and how much of it and how fast this time.

    `seconds` are those from the first document to the last, without loading the reader; `peak` is
    the most memory of a worker, in MB.
    """

    documents: int
    failed: int
    now: int
    seconds: float
    peak: float


Told = Callable[[Row], None]


def read_units(plan: Plan, output: str, spread: Spread, tell: Told = lambda _: None) -> Counts:
    """Reads all units that are not read yet.

    Raises:
        DragomanError: some units are not read, whatever the reason; run again.
    """
    there = done(output, READINGS)
    ways = json.dumps(dict(plan.ways))
    rows = [{"n": n, "ways": ways} for n in range(len(plan.units)) if numbered(n) not in there]
    results = []
    for result in spread(ReadUnit, output, rows):
        results.append(result)
        tell(result)
    _all_done(output, READINGS, [numbered(n) for n in range(len(plan.units))])
    told = [marked(output, READINGS, numbered(n)) for n in range(len(plan.units))]
    documents, failed = (sum(row[key] for row in told) for key in ("documents", "failed"))
    begun = min((row["begun"] for row in results), default=0.0)
    return Counts(
        documents,
        failed,
        sum(row["documents"] for row in results),
        max((row["ended"] for row in results), default=0.0) - begun,
        max((row["peak"] for row in results), default=0.0),
    )


def merge_units(plan: Plan, output: str, spread: Spread) -> int:
    """Merges what was read into entries; gives how many.

    Raises:
        DragomanError: some tasks are not done, whatever the reason; run again.
    """
    units, buckets = range(len(plan.units)), range(plan.buckets)
    find_again(output, len(plan.units))
    there = done(output, JUDGEMENTS)
    waiting = [{"n": n} for n in buckets if numbered(n) not in there]
    for _ in spread(JudgeBucket, output, waiting):
        pass
    _all_done(output, JUDGEMENTS, map(numbered, buckets))
    joins = link(output, plan.buckets)
    there = done(output, ENTRIES)
    rows = [{"n": n} for n in units if f"alone-{numbered(n)}" not in there]
    for _ in spread(CarryUnit, output, rows):
        pass
    waiting = [row for row in joins if f"joined-{numbered(row['n'])}" not in there]
    for _ in spread(JoinBucket, output, waiting):
        pass
    names = [f"alone-{numbered(n)}" for n in units] + [f"joined-{numbered(n)}" for n in buckets]
    _all_done(output, ENTRIES, names)
    return sum(marked(output, ENTRIES, name)["entries"] for name in names)


def _all_done(output: str, stage: str, names: Any) -> None:  # noqa: ANN401
    missing = set(names) - done(output, stage)
    if missing:
        raise DragomanError(
            f"{named(output)}: {len(missing)} of {stage} are not done: run the same command again"
        )
