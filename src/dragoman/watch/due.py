"""What is due now among sources and pages, and when the next thing will be."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from math import inf

from dragoman.core.clock import Clock
from dragoman.sources.addresses import host_of
from dragoman.sources.visitor import HostBook
from dragoman.store import following as book
from dragoman.store.following import Followed, FollowedPage
from dragoman.store.opening import Ledger
from dragoman.watch.visits import Visits


def is_list(source: Followed) -> bool:
    """True for a source that is asked for itself; folders and single pages are not."""
    return source.kind not in ("folder", "page")


@dataclass(slots=True)
class Due:
    """Tells what is due of the sources of these names, at hosts that may be asked.

    `looked` holds the sources that were looked at, where there is but one round.
    """

    ledger: Ledger
    clock: Clock
    hosts: HostBook
    visits: Visits
    names: Collection[str]
    looked: set[str] | None = None

    def may(self, host: str) -> bool:
        """True for a host that may be asked now."""
        if not host or host in self.visits.busy or self.visits.full:
            return False
        return self.hosts.get(host).free_at <= self.clock.now()

    def _is_open(self, source: Followed) -> bool:
        """True for a source that is followed, and in a single round was not looked at yet."""
        return source.name in self.names and source.name not in (self.looked or ())

    def sources(self) -> list[Followed]:
        """The sources that are due, those first that wait longest."""
        now = self.clock.now()
        with self.ledger.read() as connection:
            waiting = [s for s in book.sources(connection) if s.due <= now and self._is_open(s)]
        return sorted(waiting, key=lambda s: (s.due, s.name))

    def pages(self, wanted: Callable[[str], bool]) -> Iterator[FollowedPage]:
        """The page that waits longest at each wanted host; files here have the host ""."""
        now = self.clock.now()
        with self.ledger.read() as connection:
            hosts = sorted((due, host) for host, due in book.waiting_hosts(connection))
        for due, host in hosts:
            if due <= now and wanted(host):
                with self.ledger.read() as connection:
                    page = book.next_page(connection, host)
                if page is not None:
                    yield page

    def wake(self) -> float:
        """When something is due next that does not wait for a visit that is under way."""
        with self.ledger.read() as connection:
            sources, hosts = book.sources(connection), book.waiting_hosts(connection)
        places = [
            (host_of(s.place) if is_list(s) else "", s.due) for s in sources if self._is_open(s)
        ]
        moments = [
            max(due, self.hosts.get(host).free_at) if host else due
            for host, due in [*places, *hosts]
            if host not in self.visits.busy
        ]
        return min(moments, default=inf)
