"""Reading a unit: its readings, its claims, and what of them is held against others."""

import json
import time
from collections.abc import Iterable

from dragoman.batch.inputs import documents
from dragoman.batch.memory import let_go, peak, stay_small
from dragoman.batch.places import Ways
from dragoman.batch.plan import Plan, load_plan
from dragoman.batch.shards import (
    BLOCKS,
    CLAIMS,
    READINGS,
    Row,
    ShardWriter,
    is_done,
    mark,
    marked,
    numbered,
)
from dragoman.core.document import Incoming
from dragoman.core.errors import InputError, StageError
from dragoman.core.reading import Reading
from dragoman.pipeline import Reader
from dragoman.recording.building import Built, build
from dragoman.recording.matching import StructureMatching
from dragoman.recording.versions import reader_version
from dragoman.sources.failures import InputFailure
from dragoman.store.values import dump, plain, raw_bytes

TEXT = "text"
"""The family, in blocks, of what holds a document's text against others."""


_CLEAN = 50
"""Documents after which what the readers of pages keep is let go."""


def bucket_of(key: int, buckets: int) -> int:
    """The bucket that a block key is in; keys that begin alike are in one."""
    return (key >> 40) % buckets


class ReadUnit:
    """Reads units, one after another, with a reader that is loaded once.

    Raises:
        InputError: this worker has other rules than the run was planned with.
    """

    def __init__(self, output: str) -> None:
        stay_small()
        self._output = output
        self._plan: Plan = load_plan(output)
        options = self._plan.options
        if reader_version() != options.reader:
            raise InputError(
                f"a worker reads by {reader_version()}, the run by {options.reader}: "
                "install one version everywhere"
            )
        self._matching = StructureMatching()
        self._reader = Reader(options.domestic, options.learned)

    def __call__(self, row: Row) -> Row:
        """Reads one unit and writes its shards.

        Gives its counts, when it began and ended, and the peak of memory so far in MB.
        """
        n, begun = row["n"], time.time()
        name = numbered(n)
        if not is_done(self._output, READINGS, name):
            self._read(n, name, json.loads(row["ways"]))
        counts = marked(self._output, READINGS, name)
        return {"n": n, **counts, "begun": begun, "ended": time.time(), "peak": peak()}

    def _read(self, n: int, name: str, ways: Ways) -> None:
        stages = (READINGS, CLAIMS, BLOCKS)
        readings, claims, blocks = (ShardWriter(self._output, stage, name) for stage in stages)
        seen: set[str] = set()
        counts = {"documents": 0, "failed": 0, "claims": 0}
        items = documents(self._plan.units[n], self._plan.options.max_bytes, ways)
        for position, item in enumerate(items):
            if position % _CLEAN == _CLEAN - 1:
                let_go()
            row, reading = self._row(item, position)
            readings.add(row)
            counts["failed" if reading is None else "documents"] += 1
            if reading is None or not isinstance(item, Incoming) or item.content_id in seen:
                continue
            seen.add(item.content_id)
            built = build(item, reading, self._matching, searched=False)
            for claim in told(built):
                claims.add(claim)
                counts["claims"] += 1
            for compared in self._compared(built):
                for part, found in self._parted(compared):
                    blocks.add(found, part)
        for written in (readings, claims, blocks):
            written.close()
        mark(self._output, READINGS, name, counts)

    def _row(self, item: Incoming | InputFailure, position: int) -> tuple[Row, Reading | None]:
        error = None
        if isinstance(item, Incoming):
            try:
                reading = self._reader.read(item)
            except StageError as failure:
                error = str(failure)
            else:
                row = {
                    "position": position, "document": item.content_id, "uri": plain(item.uri),
                    "error": None, "reading": dump(reading.to_json()), "raw": raw_bytes(item.raw),
                }  # fmt: skip
                return row, reading
        said = plain(error or str(item))
        return {"position": position, "uri": plain(item.uri), "error": said}, None

    def _compared(self, built: Built) -> Iterable[Row]:
        """What is held against other documents: claims, with the engagements they are at, and text.

        A claim says whether it is at one engagement with another by these engagements.
        """
        matched = built.matched
        for one in matched.matchables.values():
            engaged = matched.matchables.get(one.matching.get("engagement") or "")
            yield {
                "id": one.id, "family": one.family, "document": matched.document,
                "matching": dump(one.matching), "engaged": engaged and dump(engaged.matching),
                "own": sorted(one.own), "probes": sorted(one.probes),
            }  # fmt: skip
        if matched.signature is not None:
            yield {
                "id": matched.document, "family": TEXT, "document": matched.document,
                "signature": matched.signature, "own": sorted(built.recorded.text_keys),
                "probes": sorted(matched.text_probes),
            }  # fmt: skip

    def _parted(self, compared: Row) -> Iterable[tuple[int, Row]]:
        """A record for each bucket that it is in, with the keys of that bucket."""
        parts: dict[int, dict[str, list[int]]] = {}
        for sort in ("own", "probes"):
            for key in compared[sort]:
                keys = parts.setdefault(bucket_of(key, self._plan.buckets), {})
                keys.setdefault(sort, []).append(key)
        for part, keys in parts.items():
            yield part, {**compared, "own": [], "probes": [], **keys}


def told(built: Built) -> Iterable[Row]:
    """The claims of a document as they are merged."""
    meta = {k: plain(v) for k, v in built.recorded.meta.items()}
    matchables = built.matched.matchables
    for claim in built.recorded.claims:
        engaged = matchables.get(claim.matching.get("engagement") or "")
        yield {
            "id": claim.id, "family": claim.family, "document": built.recorded.id,
            "matching": dump(claim.matching), "engaged": engaged and dump(engaged.matching),
            "story": claim.story, "record": dump(claim.record), "meta": json.dumps(meta),
        }  # fmt: skip
