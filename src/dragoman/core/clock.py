"""The time, as something that can be handed over: tests let an hour pass in a second."""

import time
from datetime import UTC, datetime
from threading import Event
from typing import Protocol

FORM = "%Y-%m-%dT%H:%M:%SZ"


class Clock(Protocol):
    """What tells the time and waits."""

    def now(self) -> float:
        """Seconds since 1970."""

    def sleep(self, seconds: float) -> None:
        """Waits so long, or until it is woken."""


class WallClock:
    """The time of this machine; whoever sleeps on it can be woken for good."""

    def __init__(self) -> None:
        self._woken = Event()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Waits so long; not at all once woken."""
        self._woken.wait(max(0.0, seconds))

    def wake(self) -> None:
        """Ends every sleep, now and later."""
        self._woken.set()


def stamp(moment: float) -> str:
    """A time in UTC and ISO form, to the second."""
    return datetime.fromtimestamp(moment, UTC).strftime(FORM)
