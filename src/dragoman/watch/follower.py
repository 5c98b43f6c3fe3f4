"""Follows sources: looks at what is due, asks for pages, reads them, and writes down how it went.

Hosts are asked side by side, each for one thing at a time; all else is done one after another, and
after each thing the ledger says how far everything is: whoever is stopped, however hard, goes on
from there. Pages wait for their host, sources for their turn.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from dragoman.core.clock import Clock, stamp
from dragoman.core.errors import DragomanError, InputError, LedgerError
from dragoman.sources.addresses import host_of, plain_address
from dragoman.sources.failures import InputFailure
from dragoman.sources.http import Fetched, FetchError, Resolver, resolve
from dragoman.sources.links import Link, Listing
from dragoman.sources.places import Place
from dragoman.sources.visitor import NotAskedError, RefusedByRobotsError, Visitor
from dragoman.store import following as book
from dragoman.store.following import Followed, FollowedPage, NewPage
from dragoman.store.opening import Ledger
from dragoman.watch.config import Config, Following
from dragoman.watch.due import Due, is_list
from dragoman.watch.folders import changed_files
from dragoman.watch.hosts import LedgerHosts
from dragoman.watch.intake import Intake
from dragoman.watch.packing import packed, wish_of
from dragoman.watch.visits import Brought, Visit, Visits

_LOG = logging.getLogger(__name__)
_WAITS = (60.0, 300.0, 1800.0, 7200.0, 43_200.0)
"""How long a page waits after its first, second … failed attempt; after the last it is given up."""
_LATER = frozenset({408, 425, 429, 503})
_BUSY = frozenset({429, 503})
"""Answers that tell us to come back, and those after which a page is never given up."""
_READS = 3
"""How often a page is begun to be read that the program does not survive."""
BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RuntimeError,
        SyntaxError, TypeError, ValueError)  # fmt: skip
"""What a hostile page may raise in the libraries that read it."""
_LONGEST_REST = 86_400.0
_DOZE = 30.0
_BEAT = 5.0
_PATIENCE = 60.0
"""Seconds that a single round waits for a host."""


class Alerting(Protocol):
    """Tells people of what is new."""

    def beat(self) -> None:
        """Looks for what is new and sends what is due."""


@dataclass(slots=True)
class Follower:
    """Follows what a configuration names; `say` is told each failure in one line."""

    config: Config
    ledger: Ledger
    intake: Intake
    clock: Clock
    say: Callable[[str], None] = _LOG.warning
    alerts: Sequence[Alerting] = ()
    resolver: Resolver = resolve
    stopping: bool = False
    _visitor: Visitor = field(init=False)
    _visits: Visits = field(init=False)
    _sources: dict[str, Following] = field(init=False)
    _due: Due = field(init=False)
    _beaten: float = 0.0

    def __post_init__(self) -> None:
        hosts = LedgerHosts(self.ledger)
        self._visitor = Visitor(self.config.manners, hosts, self.clock, self.resolver)
        self._visits = Visits(self._visitor, self.config.side_by_side)
        self._sources = {source.name: source for source in self.config.sources}
        self._due = Due(self.ledger, self.clock, hosts, self._visits, self._sources)

    def stop(self) -> None:
        """Ends after what is under way."""
        self.stopping = True
        self._visits.nudge()

    def run(self, once: bool = False) -> None:
        """Follows until `stop`; with `once`, looks at every source and reads what that brings."""
        try:
            self._run(once)
        finally:
            self._visits.close()

    def _run(self, once: bool) -> None:
        while not self._patiently(lambda: self._begin(once)):
            pass
        while not self.stopping:
            done = self._patiently(self.step)
            self._patiently(self._beat)
            if done or self.stopping:
                continue
            if self._patiently(lambda: self._rest(once)):
                break
        while self._visits.busy:
            self._patiently(lambda: self._visits.take(_DOZE))
        self._beaten = 0.0
        self._patiently(self._beat)
        self._patiently(self._finish)

    def _rest(self, once: bool) -> bool:
        """Waits for what is due next; gives True where a single round is over."""
        left = max(self._due.wake() - self.clock.now(), 0.05)
        if self._visits.busy:
            self._visits.take(_DOZE if self._visits.full else min(left, _DOZE))
            return False
        if once and left > _PATIENCE:
            return True
        self.clock.sleep(min(left, _DOZE))
        return False

    def _finish(self) -> bool:
        self.intake.finish()
        return True

    def _patiently(self, work: Callable[[], bool]) -> bool:
        """What `work` gives; False, after a rest, where the ledger cannot be used now."""
        try:
            return work()
        except LedgerError as error:
            self.say(f"{error}; tried again in {_DOZE:.0f} seconds")
            self.clock.sleep(_DOZE)
            return self.stopping

    def _begin(self, once: bool) -> bool:
        """Notes the sources of the configuration, and forgets those that it no longer names."""
        moment = self.clock.now()
        self._due.looked = set() if once else None
        self.intake.start()
        with self.ledger.write() as connection:
            known = {source.name: source for source in book.sources(connection)}
            for name in known.keys() - self._sources.keys():
                book.drop_source(connection, name)
            for source in self._sources.values():
                old = known.get(source.name)
                if old is None or (old.kind, old.place) != (source.kind, source.where):
                    old = Followed(source.name, source.kind, source.where, moment)
                due = moment if once else min(old.due, moment + _longest(source, old))
                book.put_source(connection, replace(old, due=due))
        return True

    def _beat(self) -> bool:
        """Lets alerts look for what is new, every few seconds."""
        if self.clock.now() - self._beaten < _BEAT:
            return True
        self._beaten = self.clock.now()
        for alert in self.alerts:
            try:
                alert.beat()
            except DragomanError as error:
                self.say(f"alerts: {error}")
        return True

    def step(self) -> bool:
        """Does the next thing that is due: gives False where nothing is.

        Pages are read before more are taken, so that few lie unread, and hosts are asked meanwhile.
        """
        self._set_out()
        with self.ledger.read() as connection:
            page = book.fetched_page(connection)
        if page is not None:
            self._safely(page, lambda: self._read(page))
            return True
        if self._visits.take():
            return True
        for source in self._due.sources():
            if not is_list(source):
                self._looked_at(source, lambda named, state: self._new_here(named, state))
                return True
        for file in self._due.pages(lambda host: not host):
            self._safely(file, lambda: self._read(file))  # noqa: B023 - it is called here
            return True
        return False

    def _set_out(self) -> None:
        """Begins the visits that are due, to hosts that are free and are not being asked."""
        for source in self._due.sources():
            if is_list(source) and self._due.may(host_of(source.place)):
                self._visit_source(source)
        for page in self._due.pages(self._due.may):
            self._visit_page(page)

    def _safely(self, page: FollowedPage, work: Callable[[], None]) -> None:
        """Does something with a page; one that breaks us is set aside, and the rest goes on."""
        try:
            work()
        except BUGS as error:
            said = f"it broke the reading ({type(error).__name__}: {error}): report it"
            self._give_up(page, " ".join(said.split()))

    def _give_up(self, page: FollowedPage, said: str, state: str = "failed") -> None:
        with self.ledger.write() as connection:
            book.settle(connection, page.n, self.clock.now(), state=state, said=said)
        self.say(f"{page.source}: {page.address}: {said}")

    def _visit_source(self, state: Followed) -> None:
        """Asks for the list that a source is."""
        place = self._sources[state.name].place
        assert place is not None

        def taken(brought: Brought) -> None:
            if not (isinstance(brought, NotAskedError) and self.stopping):
                self._looked_at(state, lambda source, state: self._new_in(source, state, brought))

        wish = place.wish(state.etag, state.modified)
        self._visits.begin(Visit(host_of(place.address), place.address, wish, taken))

    def _looked_at(
        self, state: Followed, find: Callable[[Following, Followed], tuple[Followed, int]]
    ) -> None:
        """Writes down how a look at a source went."""
        source = self._sources[state.name]
        if self._due.looked is not None:
            self._due.looked.add(state.name)
        now = self.clock.now()
        state = replace(state, looked=now, due=now + source.every)
        try:
            state, new = find(source, state)
        except (FetchError, InputError, OSError, *BUGS) as error:
            state = self._went_wrong(source, state, error)
        else:
            state = replace(state, failures=0, well=now)
            _LOG.info("%s: %d new", state.name, new)
        with self.ledger.write() as connection:
            book.put_source(connection, state)

    def _went_wrong(self, source: Following, state: Followed, error: Exception) -> Followed:
        """A source after a failure: looked at later, each time for longer."""
        now = self.clock.now()
        rest = min(source.every * 2 ** min(state.failures, 12), _LONGEST_REST)
        due = max(now + rest, self._visitor.free_at(source.where) if source.place else 0.0)
        said = _short(error, source.where)
        self.say(f"{source.name}: {said}; looked at again {stamp(due)}")
        return replace(state, failures=state.failures + 1, due=due, said=said)

    def _new_here(self, source: Following, state: Followed) -> tuple[Followed, int]:
        """Notes what is new in a folder, or that a single page is to be asked for again."""
        if source.folder is not None:
            pages = changed_files(source.folder)
            return replace(state, said=""), self._note(source.name, pages, versions=1_000_000)
        with self.ledger.write() as connection:
            book.ask_again(connection, source.where, self.clock.now())
        page = NewPage(source.where, host_of(source.where), "page", packed(Link("")))
        return replace(state, said=""), self._note(source.name, [page])

    def _new_in(self, source: Following, state: Followed, found: Brought) -> tuple[Followed, int]:
        """Notes what is new in a list; gives how its source stands, and how much is new."""
        if isinstance(found, Exception):
            raise found
        assert source.place is not None
        if found.unchanged:
            return replace(state, said=""), 0
        said, new = self._take(source.name, source.place, found)
        return replace(state, said=said, etag=found.etag, modified=found.modified), new

    def _take(self, name: str, place: Place, found: Fetched) -> tuple[str, int]:
        """Notes what a list names; gives what was unusable in it, and how much is new."""
        listing = place.listing(found)
        said = "; ".join(listing.broken)
        if said:
            self.say(f"{name}: {said}")
        pages = [*self._lists(listing), *self._links(listing)]
        return said, self._note(name, pages)

    def _lists(self, listing: Listing) -> list[NewPage]:
        return [
            NewPage(x.address, host_of(x.address), "list", packed(x), x.changed)
            for x in listing.lists[: self.config.newest]
        ]

    def _links(self, listing: Listing) -> list[NewPage]:
        return [
            NewPage(x.address, host_of(x.address), "page", packed(x), x.changed)
            for x in listing.links[: self.config.newest]
        ]

    def _note(self, name: str, pages: Sequence[NewPage], versions: int | None = None) -> int:
        with self.ledger.write() as connection:
            most = self.config.versions if versions is None else versions
            new, again = book.note_pages(connection, name, pages, self.clock.now(), most)
        return new + again

    def _visit_page(self, page: FollowedPage) -> None:
        """Asks for a page."""
        source = self._sources.get(page.source)
        wish = wish_of(page, source.place if source else None)

        def taken(brought: Brought) -> None:
            if not (isinstance(brought, NotAskedError) and self.stopping):
                self._safely(page, lambda: self._brought(page, brought))

        self._visits.begin(Visit(page.host, page.address, wish, taken))

    def _brought(self, page: FollowedPage, found: Brought) -> None:
        """Keeps the bytes of a page, to be read next, or after a restart."""
        if isinstance(found, FetchError):
            self._not_had(page, found)
            return
        if isinstance(found, Exception):
            raise found
        now = self.clock.now()
        with self.ledger.write() as connection:
            if found.unchanged:
                book.settle(connection, page.n, now, state="read")
                return
            if found.address != page.address:
                address = plain_address(found.address) or found.address
                book.note_known(connection, page, address, now)
            answer = {"kind": found.kind, "charset": found.charset, "address": found.address,
                      "etag": found.etag, "modified": found.modified, "at": now}  # fmt: skip
            book.keep_body(connection, page.n, answer, found.data)

    def _not_had(self, page: FollowedPage, error: FetchError) -> None:
        """A page that could not be had: given up, or put off."""
        now, said = self.clock.now(), _short(error, page.address)
        robots = isinstance(error, RefusedByRobotsError)
        gone = error.status is not None and 400 <= error.status < 500
        later, attempts = error.status in _LATER, page.attempts + 1
        tired = attempts > len(_WAITS) and error.status not in _BUSY
        if error.refused or (gone and not later) or tired:
            self._give_up(page, said, "refused" if robots else "failed")
            return
        wait = _WAITS[min(attempts, len(_WAITS)) - 1]
        due = max(now + wait, self._visitor.hosts.get(page.host).free_at)
        with self.ledger.write() as connection:
            book.put_off(connection, page.n, due, said, attempts)
        self.say(f"{page.source}: {page.address}: {said}; asked again {stamp(due)}")

    def _read(self, page: FollowedPage) -> None:
        """Reads what was fetched, records it, and ends the way of the page."""
        if page.role == "list":
            self._read_list(page)
            return
        if page.attempts >= _READS:
            self._give_up(page, "the program ended whenever it read this: report it")
            return
        with self.ledger.write() as connection:
            book.put_off(connection, page.n, page.due, "", page.attempts + 1)
        source = self._sources.get(page.source)
        outlet = source.place.outlet if source and source.place else None
        limit = self.config.manners.limits.bytes
        done = self.intake.take(page, limit, outlet, lambda: self.stopping)
        if not done.whole:
            with self.ledger.write() as connection:
                book.put_off(connection, page.n, page.due, "", 0)
            return
        for failure in done.failures:
            self.say(f"{page.source}: {failure}")
        said = "; ".join(_reason(failure) for failure in done.failures[:3])
        read = done.documents or not done.failures
        with self.ledger.write() as connection:
            # What could not be read is not asked for under the condition that it has changed.
            book.settle(
                connection, page.n, self.clock.now(), state="read" if read else "failed", said=said,
                etag=page.answer.get("etag") if read else None,
                modified=page.answer.get("modified") if read else None,
                content=done.content or page.content, versions=page.versions + 1,
            )  # fmt: skip

    def _read_list(self, page: FollowedPage) -> None:
        """Notes what a sitemap below another names."""
        source = self._sources.get(page.source)
        said = ""
        if source is not None and source.place is not None:
            kind, charset = page.answer.get("kind", ""), page.answer.get("charset")
            found = Fetched(page.address, page.body, kind, charset)
            try:
                said, _ = self._take(page.source, source.place, found)
            except InputError as error:
                said = str(error)
                self.say(f"{page.source}: {page.address}: {said}")
        with self.ledger.write() as connection:
            book.settle(
                connection, page.n, self.clock.now(), state="read", said=said,
                etag=page.answer.get("etag"), modified=page.answer.get("modified"),
            )  # fmt: skip


def _longest(source: Following, state: Followed) -> float:
    """How long a source may rest at most: a shorter pace in the configuration counts at once."""
    return source.every if state.failures == 0 else _LONGEST_REST


def _short(error: Exception, where: str) -> str:
    return " ".join(str(error).removeprefix(f"{where}: ").split())


def _reason(failure: InputFailure) -> str:
    return failure.reason + (f" ({failure.hint})" if failure.hint else "")
