"""Tasks on a cluster of Ray: a local one of some workers, or one that runs already."""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from dragoman.batch.places import named
from dragoman.batch.shards import Row
from dragoman.core.errors import DragomanError, MissingPartError

_LOG = logging.getLogger(__name__)
_STORE = 200_000_000
"""Bytes of the local cluster's shared memory: rows are small, all else goes by files."""


@dataclass(slots=True)
class OnRay:
    """Spreads tasks over actors of Ray Data, each of which builds its task once.

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
        ray.data.DataContext.get_current().enable_progress_bars = False
        for name in ("ray.data", "ray.util"):
            logging.getLogger(name).setLevel(logging.ERROR)

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

        items: Any = ray.data.from_items(list(rows), override_num_blocks=len(rows))
        if getattr(task, "heavy", False):
            size = min(self.workers, len(rows))
            spread = items.map(
                task, fn_constructor_args=(output,), num_cpus=1,
                compute=ray.data.ActorPoolStrategy(size=size),
            )  # fmt: skip
        else:
            spread = items.map(_Once(task, output), num_cpus=1)
        try:
            yield from spread.iter_rows()
        except ray.exceptions.RayError as error:
            said = str(getattr(error, "cause", None) or error).strip().splitlines()
            raise DragomanError(
                f"{named(output)}: a task failed: {said[-1] if said else error}"
            ) from error


@dataclass(frozen=True, slots=True)
class _Once:
    """A task as a function, built once a process for an output."""

    task: Callable[[str], Any]
    output: str

    def __call__(self, row: Row) -> Row:
        made: Row = _built(self.task, self.output)(row)
        return made


@lru_cache(maxsize=1)
def _built(task: Callable[[str], Any], output: str) -> Any:  # noqa: ANN401 - a task
    return task(output)
