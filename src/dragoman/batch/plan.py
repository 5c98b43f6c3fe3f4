"""What is to be read, cut into units of about one size before anything runs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dragoman.batch.places import (
    Found,
    Ways,
    child,
    exists,
    found_at,
    named,
    reached,
    read_json,
    read_stream,
    suffix,
    ways_of,
)
from dragoman.batch.places import write_bytes as write
from dragoman.core.errors import InputError
from dragoman.sources.files import SUFFIXES
from dragoman.sources.warc import WARC_SUFFIXES

SHARD_BYTES = 2_000_000
"""Bytes of input in a unit."""
DOCUMENTS = 256
"""Small files, or pages of a crawl, in a unit at most: workers are to end at about one time."""
BUCKET_BYTES = 8_000_000
"""Bytes of input for one bucket of blocks; a bucket's records are held in memory at once."""
MOST_BUCKETS = 1024
_PACKED = 5
"""How many times larger than a packed file what is in it may be taken to be."""
PLAN = "plan.json"
_LINES = frozenset({".jsonl", ".ndjson"})
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file: bytes `start` to `stop`, of Parquet its row groups.

    `first` is the number of its first line or row.
    """

    uri: str
    start: int
    stop: int
    first: int = 1


@dataclass(frozen=True, slots=True)
class Options:
    """What readings hang on; a run with other options is another run."""

    reader: str
    matching: str
    domestic: bool = False
    learned: bool = False
    max_bytes: int = 20_000_000
    shard_bytes: int = SHARD_BYTES


@dataclass(frozen=True, slots=True)
class Plan:
    """The units of a run in order, and how many buckets their blocks are spread over.

    `ways` says how the stores of the inputs are reached. It may hold keys and is not written down:
    whoever starts the run gives it, and it goes to the workers with their tasks.
    """

    options: Options
    inputs: tuple[Found, ...]
    units: tuple[tuple[Stretch, ...], ...]
    buckets: int
    ways: Ways = field(default_factory=dict, repr=False, compare=False)

    def to_json(self) -> dict[str, Any]:
        """The plan as plain JSON types, without `ways`."""
        return {name: value for name, value in asdict(self).items() if name != "ways"}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Plan":
        """The plan that `to_json` wrote."""
        return cls(
            Options(**data["options"]),
            tuple(Found(**{**f, "uri": named(f["uri"])}) for f in data["inputs"]),
            tuple(
                tuple(Stretch(**{**s, "uri": named(s["uri"])}) for s in unit)
                for unit in data["units"]
            ),
            data["buckets"],
        )


def planned(inputs: Iterable[str], output: str, options: Options) -> Plan:
    """The plan of a run: that of the output folder where it is of the same inputs and options.

    Raises:
        InputError: there is nothing to read, or the folder holds the output of another run.
    """
    inputs = list(inputs)
    ways = ways_of(inputs)
    found = tuple(
        dict.fromkeys(file for given in inputs for file in found_at(given) if _is_known(file.uri))
    )
    if not found:
        raise InputError(f"nothing to read: looked for {' '.join(sorted(_KNOWN))}")
    place = child(output, PLAN)
    if exists(place):
        plan = load_plan(output)
        if (plan.inputs, plan.options) != (found, options):
            raise InputError(
                f"{named(output)}: holds a run of other inputs, options or rules: "
                "name another folder"
            )
        return replace(plan, ways=ways)
    total = sum(file.size * (_PACKED if file.uri.endswith(".gz") else 1) for file in found)
    buckets = max(1, min(MOST_BUCKETS, total // BUCKET_BYTES))
    files = [Found(reached(file.uri, ways), file.size) for file in found]
    plan = Plan(options, found, tuple(_units(files, options.shard_bytes)), buckets, ways)
    write(place, json.dumps(plan.to_json(), indent=1).encode())
    return plan


def load_plan(output: str) -> Plan:
    """The plan of a folder of output.

    Raises:
        InputError: the folder holds none.
    """
    try:
        return Plan.from_json(read_json(child(output, PLAN)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{named(output)}: no output of `dragoman batch` ({error})") from error


_KNOWN = SUFFIXES | {".parquet", *WARC_SUFFIXES}


def _is_known(uri: str) -> bool:
    return suffix(uri) in _KNOWN


def _units(files: Iterable[Found], size: int) -> Iterator[tuple[Stretch, ...]]:
    """Large files cut, small ones gathered."""
    held: list[Stretch] = []
    held_bytes = 0
    for file in files:
        stretches = _cut(file, size)
        if len(stretches) > 1:
            yield from ((stretch,) for stretch in stretches)
            continue
        if held and (held_bytes + file.size > size or len(held) >= DOCUMENTS):
            yield tuple(held)
            held, held_bytes = [], 0
        held += stretches
        held_bytes += file.size
    if held:
        yield tuple(held)


def _cut(file: Found, size: int) -> list[Stretch]:
    kind = suffix(file.uri)
    if kind == ".parquet":
        return _row_groups(file, size)
    if kind in WARC_SUFFIXES:
        cuts = _record_cuts(file, size)
    elif kind in _LINES and file.size > size:
        cuts = _line_cuts(file, size)
    else:
        return [Stretch(named(file.uri), 0, file.size)]
    ends = [at for at, _ in cuts[1:]] + [file.size]
    return [
        Stretch(named(file.uri), at, end, first)
        for (at, first), end in zip(cuts, ends, strict=True)
    ]


def _line_cuts(file: Found, size: int) -> list[tuple[int, int]]:
    """Where stretches begin, at beginnings of lines, each with the number of its line."""
    cuts, at, line = [(0, 1)], 0, 1
    with read_stream(file.uri) as stream:
        while piece := stream.read(_PIECE):
            begun = 0
            while (wanted := cuts[-1][0] + size - at) < len(piece):
                end = piece.find(b"\n", max(wanted, begun))
                if end < 0:
                    break
                line += piece.count(b"\n", begun, end + 1)
                begun = end + 1
                if at + begun < file.size:
                    cuts.append((at + begun, line))
            line += piece.count(b"\n", begun)
            at += len(piece)
    return cuts


def _record_cuts(file: Found, size: int) -> list[tuple[int, int]]:
    """Where stretches of an archive begin, at responses; what is broken stays whole."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        return [(0, 1)]
    cuts, pages = [(0, 1)], 0
    with read_stream(file.uri) as stream:
        responses = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False)
        try:
            for record in responses:
                if record.stream_pos - cuts[-1][0] >= size or pages == DOCUMENTS:
                    cuts.append((record.stream_pos, 1))
                    pages = 0
                pages += 1
        except OSError:
            return cuts
    return cuts


def _row_groups(file: Found, size: int) -> list[Stretch]:
    """Row groups of a Parquet file, as many in a stretch as `size` allows."""
    import pyarrow as arrow
    from pyarrow import parquet

    try:
        with read_stream(file.uri) as stream:
            meta = parquet.ParquetFile(stream).metadata
    except (arrow.ArrowInvalid, OSError) as error:
        raise InputError(f"{named(file.uri)}: no Parquet file ({error}): leave it out") from error
    found: list[Stretch] = []
    start, row, first, held = 0, 1, 1, 0
    for group in range(meta.num_row_groups):
        about = meta.row_group(group).total_byte_size
        if held and held + about > size:
            found.append(Stretch(named(file.uri), start, group, first))
            start, first, held = group, row, 0
        held += about
        row += meta.row_group(group).num_rows
    return [*found, Stretch(named(file.uri), start, meta.num_row_groups, first)]
