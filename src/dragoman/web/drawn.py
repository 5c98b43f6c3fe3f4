"""Pages that were drawn, kept until the ledger changes: most readers look at the same few."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock

MOST_BYTES = 64_000_000


@dataclass(slots=True)
class Drawn:
    """Pages by what they depend on; those asked for longest ago are forgotten first."""

    most: int = MOST_BYTES
    _pages: OrderedDict[Hashable, str] = field(default_factory=OrderedDict)
    _state: str = ""
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    def find(self, state: str, key: Hashable) -> str | None:
        """The page of a key, if it was drawn from this state of the ledger."""
        with self._lock:
            if state != self._state or key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def keep(self, state: str, key: Hashable, page: str) -> None:
        """Keeps a page; pages of another state are forgotten."""
        with self._lock:
            if state != self._state:
                self._pages.clear()
                self._state, self._size = state, 0
            self._size += len(page) - len(self._pages.pop(key, ""))
            self._pages[key] = page
            while self._size > self.most:
                _, gone = self._pages.popitem(last=False)
                self._size -= len(gone)
