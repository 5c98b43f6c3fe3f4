"""Readings that were looked at and not recorded yet: a few, in memory, for a while."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from dragoman.core.document import Incoming
from dragoman.core.reading import Reading, content_id

SECONDS = 3600
MOST = 64


@dataclass(frozen=True, slots=True)
class Draft:
    """What one form gave: documents with their readings, and what could not be read."""

    owner: str
    made: float
    read: tuple[tuple[Incoming, Reading], ...]
    failures: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Drafts:
    """Drafts by id; the oldest make room."""

    kept: OrderedDict[str, Draft] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def keep(
        self,
        owner: str,
        read: tuple[tuple[Incoming, Reading], ...],
        failures: tuple[tuple[str, str], ...],
    ) -> str:
        """Keeps a draft and gives its id."""
        key = content_id(owner, *(i.content_id for i, _ in read), *(uri for uri, _ in failures))
        with self.lock:
            self.kept.pop(key, None)
            self.kept[key] = Draft(owner, time.monotonic(), read, failures)
            while len(self.kept) > MOST:
                self.kept.popitem(last=False)
        return key

    def find(self, owner: str, key: str) -> Draft | None:
        """A draft of its owner, None where it is gone or another's."""
        with self.lock:
            draft = self.kept.get(key)
        if draft is None or draft.owner != owner or time.monotonic() - draft.made > SECONDS:
            return None
        return draft
