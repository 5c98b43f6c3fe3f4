"""From fetched bytes or a file to the ledger: read, and recorded if its text is new."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from dragoman.core.document import Incoming
from dragoman.core.errors import StageError
from dragoman.core.interval import Interval
from dragoman.pipeline import Reader
from dragoman.recording.record import Recorder
from dragoman.sources.failures import InputFailure
from dragoman.sources.files import read_inputs
from dragoman.sources.http import Fetched
from dragoman.sources.places import read_page
from dragoman.sources.source import Inputs
from dragoman.store.following import FollowedPage
from dragoman.watch.packing import link_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a page: documents read or known, what failed, and the hash of its text.

    `whole` is unset where reading was broken off, as in the midst of a large archive.
    """

    documents: int
    failures: tuple[InputFailure, ...]
    content: str
    whole: bool = True


@dataclass(slots=True)
class Intake:
    """Reads pages and records them."""

    recorder: Recorder
    reader: Reader
    recorded: int = 0
    failed: int = 0

    def start(self) -> None:
        """Notes the beginning of a run in the ledger."""
        self.recorder.start("watch")

    def finish(self) -> None:
        """Notes how the run ended."""
        self.recorder.finish(self.recorded, self.failed)

    def take(
        self, page: FollowedPage, limit: int, outlet: str | None, stop: Callable[[], bool]
    ) -> Taken:
        """Reads a page and records what is new in it.

        A page whose bytes have changed but whose text has not (an advertisement, a counter) is no
        new version. `stop` is asked before each document whether to break off.
        """
        documents, failures, texts = 0, [], sha256()
        for item in self._items(page, limit, outlet):
            if stop():
                return Taken(documents, (), "", whole=False)
            if isinstance(item, InputFailure):
                failures.append(item)
                continue
            texts.update(item.raw.encode("utf-8", "surrogatepass") + b"\0")
            if page.role == "page" and texts.hexdigest() == page.content:
                documents += 1
                continue
            try:
                self._record(item)
            except StageError as error:
                failures.append(InputFailure(item.uri, str(error).removeprefix(f"{item.uri}: ")))
                continue
            documents += 1
        self.failed += len(failures)
        return Taken(documents, tuple(failures), texts.hexdigest() if documents else "")

    def _items(self, page: FollowedPage, limit: int, outlet: str | None) -> Inputs:
        if page.role == "file":
            yield from read_inputs([page.address], limit, io.BytesIO())
            return
        answer = page.answer
        found = Fetched(answer["address"], page.body, answer["kind"], answer["charset"])
        day = datetime.fromtimestamp(answer["at"], UTC).date()
        fetched = Interval(day, day, "explicit", "day of fetching")
        for item in read_page(link_of(page), found, limit, outlet):
            if isinstance(item, Incoming):
                item = replace(item, retrieved=item.retrieved or fetched)
            yield item

    def _record(self, item: Incoming) -> None:
        if self.recorder.is_known(item):
            return
        self.recorder.record(item, self.reader.read(item))
        self.recorded += 1
