"""How often one caller may ask: a bucket a purpose, refilled evenly."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from dragoman.web.errors import WebError

_MOST_CALLERS = 10_000


@dataclass(slots=True)
class Rates:
    """Buckets by purpose and caller; the callers heard of longest ago are forgotten first."""

    buckets: OrderedDict[tuple[str, str], tuple[float, float]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def take(self, purpose: str, caller: str, a_minute: int) -> None:
        """Counts one request.

        Raises:
            WebError: the caller asked more than `a_minute` times in the last minute.
        """
        now = time.monotonic()
        with self.lock:
            left, seen = self.buckets.pop((purpose, caller), (float(a_minute), now))
            left = min(float(a_minute), left + (now - seen) * a_minute / 60)
            if left >= 1:
                left -= 1
                refused = False
            else:
                refused = True
            self.buckets[purpose, caller] = (left, now)
            while len(self.buckets) > _MOST_CALLERS:
                self.buckets.popitem(last=False)
        if refused:
            raise WebError(
                429,
                "too_many_requests",
                f"More than {a_minute} requests of this kind in a minute.",
                "Wait a minute and try again.",
            )
