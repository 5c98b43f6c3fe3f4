"""Tasks on a cluster of Ray: a local one of some workers, or one that runs already."""

import json
import logging
import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from dragoman.batch.memory import let_go, stay_small
from dragoman.batch.places import named
from dragoman.batch.shards import Row
from dragoman.core.errors import DragomanError, MissingPartError

_LOG = logging.getLogger(__name__)
_STORE = 200_000_000
"""Bytes of the local cluster's shared memory: rows are small, all else goes by files."""
_FAILED = "why"
"""The key under which a task tells why it failed; Ray would give this with traces of its own."""
_TRIES = 3
"""How often a row is given to a worker, where workers are lost with it."""


@dataclass(slots=True)
class OnRay:
    """Spreads tasks over workers of Ray, each of which builds its task once.

    `address` is that of a running cluster, such as `auto` or `ray://host:10001`; None starts one
    on this machine with one core a worker. A task that is lost with its node is run again
    elsewhere; shards and markers see to it that nothing counts twice.
    """

    workers: int
    address: str | None = None

    started: bool = False

    def __enter__(self) -> "OnRay":
        """Sees that Ray is there; the cluster is joined or started when there is something to do.

        Raises:
            MissingPartError: Ray is not installed.
        """
        if find_spec("ray") is None:
            raise MissingPartError("batch needs an extra: pip install 'dragoman[batch]'")
        return self

    def _ready(self) -> None:
        """Joins or starts the cluster."""
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        # Ray would tell at length of each worker that was lost; what matters of it is told here.
        os.environ.setdefault("RAY_DEDUP_LOGS_SKIP_REGEX", ".")
        # Each of a worker's many threads would else keep freed memory of its own.
        os.environ.setdefault("MALLOC_ARENA_MAX", "2")
        import ray

        try:
            self._start(ray)
        except Exception as first:  # whatever keeps it from starting; Ray raises all kinds
            _LOG.debug("Ray did not start (%s): once more", first)
            ray.shutdown()
            try:
                self._start(ray)
            except Exception as error:
                raise DragomanError(
                    f"{self.address or 'a local cluster'}: Ray does not start ({error}): "
                    "see `ray status`"
                ) from error
        self.started = True
        with suppress(ValueError):  # not the main thread
            # Ray has put a handler over this one which prints a trace of C functions.
            signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGTERM))

    def _start(self, ray: Any) -> None:  # noqa: ANN401 - the module, which is optional
        local: dict[str, Any] = {} if self.address else {
            "num_cpus": self.workers, "object_store_memory": _STORE, "include_dashboard": False,
        }  # fmt: skip
        ray.init(
            address=self.address or "local", logging_level=logging.ERROR, log_to_driver=False,
            ignore_reinit_error=True, **local,
        )  # fmt: skip

    def __exit__(self, *problem: object) -> None:
        """Leaves the cluster, which stops where it was started here."""
        if self.started:
            import ray

            ray.shutdown()
            self.started = False

    def __call__(
        self, task: Callable[[str], Any], output: str, rows: Sequence[Row]
    ) -> Iterator[Row]:
        """The results of a task on rows, as they come.

        Raises:
            DragomanError: there is no cluster at the address, or a task failed.
        """
        if not rows:
            return
        if not self.started:
            self._ready()
        import ray

        try:
            for found in self._spread(task, output, rows):
                if _FAILED in found:
                    raise DragomanError(f"{named(output)}: a task failed: {found[_FAILED]}")
                yield found
        except ray.exceptions.RayError as error:
            said = str(error).strip().splitlines() or [type(error).__name__]
            raise DragomanError(f"{named(output)}: a task failed: {said[0]}") from error

    def _spread(
        self, task: Callable[[str], Any], output: str, rows: Sequence[Row]
    ) -> Iterator[Row]:
        """By actors that hold the task and take one row after another; who is lost is replaced.

        Those of Ray Data would do the same with pandas in each, and with processes that watch over
        them.
        """
        import ray

        actors: Any = ray.remote(num_cpus=1)(_Held)
        waiting = deque(rows)
        running: dict[Any, tuple[Any, Row | None]] = {}
        lost: Counter[str] = Counter()

        def start() -> None:
            actor = actors.remote(task, output)
            running[actor.ready.remote()] = (actor, None)

        for _ in range(min(self.workers, len(rows))):
            start()
        while waiting or any(row is not None for _, row in running.values()):
            [answer], _ = ray.wait(list(running), num_returns=1)
            actor, row = running.pop(answer)
            try:
                found = ray.get(answer)
            except ray.exceptions.RayActorError as error:
                lost[json.dumps(row)] += 1
                if lost[json.dumps(row)] == _TRIES:
                    raise DragomanError(_lost(output, row)) from error
                if row is not None:
                    waiting.append(row)
                start()
                continue
            if row is not None:
                yield found
            if waiting:
                row = waiting.popleft()
                running[actor.run.remote(row)] = (actor, row)


def _lost(output: str, row: Row | None) -> str:
    """What is said where a worker was lost as often as is tried."""
    about = "when it started" if row is None else f"with task {row['n']}"
    return (
        f"{named(output)}: a worker was lost {_TRIES} times {about}: see whether the machine runs "
        "out of memory (fewer --workers), then run the same command again"
    )


class _Held:
    """An actor that holds a task, which it builds for its first row."""

    def __init__(self, task: Callable[[str], Any], output: str) -> None:
        stay_small()
        self._task, self._output = task, output
        self._made: Any = None

    def ready(self) -> None:
        """Answers once the actor is there: only then it is given a row."""

    def run(self, row: Row) -> Row:
        """The result of a row, or why there is none."""
        try:
            if self._made is None:
                self._made = self._task(self._output)
            found: Row = self._made(row)
            let_go()
        except Exception as error:  # whatever it is, it is told where the run was started
            _LOG.exception("task %s", row["n"])  # into the logs of Ray
            kind = "" if isinstance(error, DragomanError) else f"{type(error).__name__}: "
            return {_FAILED: " ".join(f"{kind}{error}".split())}
        return found
