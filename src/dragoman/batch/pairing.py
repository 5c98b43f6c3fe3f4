"""Which records of a bucket share a block, worked out with arrays: it may hold millions of keys.

Held as sets of Python numbers they would take some 100 bytes each.
"""

from collections.abc import Iterator
from typing import Any

_AT_ONCE = 200_000
"""Pairs that are looked at at once, where no single key has more."""


def pairs_of(table: Any, bucket: int, buckets: int) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """Rows of two documents of which one looks where the other is found, in the order of their ids.

    `table` is one of pyarrow with the columns `id`, `document`, `own` and `probes`; of these keys
    those of a bucket count. Gives pairs of row numbers, the row with the smaller id first.
    """
    import numpy as np
    from pyarrow import compute

    count = len(table)
    order = compute.sort_indices(table["id"]).to_numpy()
    rank = np.empty(count, np.int64)
    rank[order] = np.arange(count)
    documents = table["document"].combine_chunks().dictionary_encode().indices.to_numpy()[order]
    own, owners = _keys(table["own"], rank, bucket, buckets)
    by_key = np.argsort(own, kind="stable")
    own, owners = own[by_key], owners[by_key]
    probes, seekers = _keys(table["probes"], rank, bucket, buckets)
    found = np.empty(0, np.int64)
    for seeking, places in _meetings(own, probes, seekers):
        other = owners[places]
        apart = documents[seeking] != documents[other]
        low, high = np.minimum(seeking, other)[apart], np.maximum(seeking, other)[apart]
        found = np.union1d(found, low * count + high)
    for code in found:
        low, high = divmod(int(code), count)
        yield int(order[low]), int(order[high])


def _keys(column: Any, rank: Any, bucket: int, buckets: int) -> tuple[Any, Any]:  # noqa: ANN401
    """The keys of a column of lists that are in a bucket, and the rank of the row of each."""
    import numpy as np
    from pyarrow import compute

    lists = column.combine_chunks()
    lengths = compute.list_value_length(lists).to_numpy(zero_copy_only=False)
    keys = lists.flatten().to_numpy()
    rows = np.repeat(rank, lengths)
    here = (keys >> 40) % buckets == bucket
    return keys[here], rows[here]


def _meetings(own: Any, probes: Any, seekers: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Who seeks, beside the places in `own`, which is sorted, where the same key stands."""
    import numpy as np

    first = np.searchsorted(own, probes, "left")
    counts = np.searchsorted(own, probes, "right") - first
    ends = np.cumsum(counts)
    start = 0
    while start < len(probes):
        before = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
        few = counts[start:stop]
        steps = np.arange(few.sum()) - np.repeat(np.cumsum(few) - few, few)
        yield np.repeat(seekers[start:stop], few), np.repeat(first[start:stop], few) + steps
        start = stop
