"""Asks for pages as a guest should: as robots.txt says, one request at a time, and not too often.

A host that fails is left alone for a while, longer each time; one that says when to come back is
believed. What is known of hosts is kept by a `HostBook`, so that it outlives the program.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from threading import RLock
from typing import Protocol
from urllib.parse import urljoin

from dragoman.core.clock import Clock, WallClock
from dragoman.core.errors import InputError
from dragoman.sources.addresses import host_of
from dragoman.sources.http import (
    AGENT,
    AddressError,
    Fetched,
    FetchError,
    FetchLimits,
    Resolver,
    Wish,
    ask,
    resolve,
)
from dragoman.sources.robots import OPEN, Robots, rules_of

_NAME = "dragoman"
"""The name that robots.txt knows us by."""
_RULES_HOLD = 86_400.0
_RULES_AGAIN = 900.0
"""Seconds after which rules are asked for again: had, and not had."""
_FIRST_WAIT, _LAST_WAIT = 30.0, 3_600.0
_LONGEST_WAIT = 86_400.0
_PATIENCE = 60.0
"""Seconds that one visit waits for a host at most."""
_SLACK = 0.5
"""Seconds by which a clock may run ahead."""
_BUSY = frozenset({429, 503})
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|https?://\S+")


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are treated: who asks, seconds between two requests, and what one may take.

    `inside` lets private addresses be asked, which only tests and closed networks need.
    """

    contact: str | None = None
    delay: float = 5.0
    limits: FetchLimits = field(default_factory=FetchLimits)
    inside: bool = False

    @property
    def agent(self) -> str:
        """What we call ourselves, with the address of somebody who answers for it."""
        return f"dragoman/1 (+{self.contact})" if self.contact else AGENT


def contact_of(text: str) -> str:
    """A contact: a mail address or an address of the web.

    Raises:
        InputError: it is neither.
    """
    if not _CONTACT.fullmatch(text) or not text.isascii():
        raise InputError(f"{text!r} is no contact: give a mail address or https://…")
    return text


@dataclass(frozen=True, slots=True)
class Host:
    """What is known of a host: when it may be asked again, its failures in a row, its rules.

    `rules` is None where they could not be had; they hold until `rules_until`.
    """

    free_at: float = 0.0
    failures: int = 0
    rules: str | None = None
    rules_until: float = 0.0


class HostBook(Protocol):
    """Where what is known of hosts is kept."""

    def get(self, name: str) -> Host:
        """A host by its name; one that nothing is known of, where it is new."""

    def put(self, name: str, host: Host) -> None:
        """Keeps what is known of a host."""


class Remembered(dict[str, Host]):
    """A book of hosts for as long as the program runs."""

    def get(self, name: str, *_: object) -> Host:
        """A host by its name."""
        return self[name] if name in self else Host()

    def put(self, name: str, host: Host) -> None:
        """Keeps what is known of a host."""
        self[name] = host


class RefusedByRobotsError(FetchError):
    """The site does not want the page to be asked for."""


class NotAskedError(FetchError):
    """Nothing was asked for: we were woken while we waited for a host, or others keep it busy."""


@dataclass(slots=True)
class Visitor:
    """Asks for pages with good manners; threads may share it, and ask a host one at a time."""

    manners: Manners = field(default_factory=Manners)
    hosts: HostBook = field(default_factory=Remembered)
    clock: Clock = field(default_factory=WallClock)
    resolver: Resolver = resolve
    _turns: dict[str, "RLock"] = field(default_factory=dict)
    """Who asks a host holds its lock, also those whom another host sent there."""

    def free_at(self, address: str) -> float:
        """When the host of an address may be asked again."""
        return self.hosts.get(host_of(address)).free_at

    def visit(self, address: str, wish: Wish | None = None) -> Fetched:
        """The page at an address; waits for its host, and for each that it redirects to.

        Raises:
            RefusedByRobotsError: robots.txt does not let us.
            FetchError: as `ask`; the host is then left alone for a while.
        """
        wish = replace(wish or Wish(), agent=self.manners.agent, inside=self.manners.inside)
        asked = address
        for _ in range(self.manners.limits.redirects + 1):
            with self._turn(asked):
                self._check_rules(asked)
                page = self._ask(asked, wish)
            if isinstance(page, Fetched):
                return page
            if page == asked:
                break
            asked = page
        raise FetchError(f"{address}: it redirects on and on: give the last address", refused=True)

    @contextmanager
    def _turn(self, address: str) -> Iterator[str]:
        """The right to ask the host of an address, and its name.

        Waiting has an end, since two hosts may send their visitors to each other.
        """
        name = host_of(address)
        turn = self._turns.setdefault(name, RLock())
        if not turn.acquire(timeout=_PATIENCE):
            raise NotAskedError(f"{address}: {name} is being asked for something else")
        try:
            yield name
        finally:
            turn.release()

    def _ask(self, address: str, wish: Wish) -> Fetched | str:
        """One request to a host that is free, noted in the book."""
        with self._turn(address) as name:
            wait = self.hosts.get(name).free_at - self.clock.now()
            if wait > _PATIENCE:
                raise FetchError(f"{address}: {name} is left alone for {wait:.0f} seconds more")
            self.clock.sleep(max(0.0, wait))
            if self.hosts.get(name).free_at - self.clock.now() > _SLACK:
                raise NotAskedError(f"{address}: not asked for, since we are ending")
            try:
                page = ask(address, self.manners.limits, self.resolver, wish)
            except FetchError as error:
                self._failed(name, error)
                raise
            host = self.hosts.get(name)
            pause = max(self.manners.delay, Robots(host.rules or OPEN).delay(_NAME))
            self.hosts.put(name, replace(host, free_at=self.clock.now() + pause, failures=0))
            return page

    def _failed(self, name: str, error: FetchError) -> None:
        """Leaves a host alone: for as long as it says, longer each time it is ill, or as usual."""
        host, now = self.hosts.get(name), self.clock.now()
        said = seconds_of(error.retry_after, now)
        ill = not error.refused and (error.status is None or error.status >= 500)
        failures = host.failures + 1 if ill or error.status in _BUSY else host.failures
        pause = self.manners.delay
        if said is not None:
            pause = max(pause, min(said, _LONGEST_WAIT))
        elif failures > host.failures:
            pause = max(pause, min(_FIRST_WAIT * 2 ** min(host.failures, 10), _LAST_WAIT))
        self.hosts.put(name, replace(host, free_at=now + pause, failures=failures))

    def _check_rules(self, address: str) -> None:
        """Asks for the rules of a host where they are not known, and holds an address to them."""
        name = host_of(address)
        host = self.hosts.get(name)
        if host.rules_until <= self.clock.now():
            host = self._ask_rules(name, address)
        if host.rules is None:
            raise FetchError(f"{address}: its robots.txt cannot be had now: tried again later")
        if not Robots(host.rules).allow(address, _NAME):
            raise RefusedByRobotsError(f"{address}: robots.txt does not let us read it", True)

    def _ask_rules(self, name: str, address: str) -> Host:
        """The rules of a host, as RFC 9309 has it: none where there is no file to be had."""
        place = urljoin(address, "/robots.txt")
        wish = Wish(self.manners.agent, kinds=("",), inside=self.manners.inside)
        rules: str | None = None
        for _ in range(self.manners.limits.redirects + 1):
            try:
                page = self._ask(place, wish)
            except (AddressError, NotAskedError):
                raise
            except FetchError as error:
                missing = error.status is not None and 400 <= error.status < 500
                rules = OPEN if missing and error.status != 429 else None
                break
            if isinstance(page, Fetched):
                rules = rules_of(page.data)
                break
            place = page
        holds = _RULES_AGAIN if rules is None else _RULES_HOLD
        found = replace(self.hosts.get(name), rules=rules, rules_until=self.clock.now() + holds)
        self.hosts.put(name, found)
        return found


def seconds_of(retry_after: str | None, now: float) -> float | None:
    """What a Retry-After header asks for, in seconds from now; None where it says nothing."""
    if not retry_after:
        return None
    text = retry_after.strip()
    if text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
