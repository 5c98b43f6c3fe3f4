"""Visits to several hosts side by side, one at a time a host; one thread takes what they bring."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from dragoman.sources.http import Fetched, Wish
from dragoman.sources.visitor import Visitor

Brought = Fetched | Exception
"""What a visit brought: the page, or why it could not be had."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to ask for at a host, and what to do with it in the thread that takes it."""

    host: str
    address: str
    wish: Wish
    then: Callable[[Brought], None]


class Visits:
    """The visits that are under way, at most `most` of them; made and used by one thread.

    Only asking is done in threads of their own: whoever takes what was brought reads and records.
    """

    def __init__(self, visitor: Visitor, most: int) -> None:
        self._visitor = visitor
        self._most = most
        self._pool = ThreadPoolExecutor(most, thread_name_prefix="visit")
        self._over: SimpleQueue[tuple[Visit, Brought] | None] = SimpleQueue()
        self.busy: set[str] = set()
        """The hosts that are being asked."""

    @property
    def full(self) -> bool:
        """True where no more visits can begin now."""
        return len(self.busy) >= self._most

    def begin(self, visit: Visit) -> None:
        """Asks for a page of a host that is not being asked."""
        self.busy.add(visit.host)
        self._pool.submit(self._go, visit)

    def _go(self, visit: Visit) -> None:
        brought: Brought
        try:
            brought = self._visitor.visit(visit.address, visit.wish)
        except Exception as error:  # judged by whoever takes it
            brought = error
        self._over.put((visit, brought))

    def take(self, seconds: float = 0.0) -> bool:
        """Does what is to be done with a visit that is over, waiting for one so long at most.

        Gives False where there is none, or where somebody called `nudge`.
        """
        try:
            over = self._over.get(seconds > 0, seconds or None)
        except Empty:
            return False
        if over is None:
            return False
        visit, brought = over
        self.busy.discard(visit.host)
        visit.then(brought)
        return True

    def nudge(self) -> None:
        """Ends a waiting `take`, from wherever it is called."""
        self._over.put(None)

    def close(self) -> None:
        """Waits for the threads, which end when their visits do."""
        self._pool.shutdown()
