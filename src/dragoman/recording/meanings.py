"""What entries say, turned into vectors, so that they are found by meaning."""

from collections.abc import Callable

from dragoman.store.nearness import Vectors, due, put_vectors
from dragoman.store.opening import Ledger


def keep_meanings(
    ledger: Ledger, vectors: Vectors, step: Callable[[int], None] = lambda _: None
) -> int:
    """Keeps a vector of every entry that is new or changed; gives how many.

    A few hundred at once, each such part in a transaction of its own, so that it can be stopped at
    any point and other writers have their turn. `step` is told how many were done at once.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    done = 0
    while True:
        with ledger.read() as connection:
            some = due(connection)
        if not some:
            return done
        made = vectors([words for _, words in some])
        with ledger.write(shown=False) as connection:
            # What another writer renewed in the meantime is due again, with other words.
            now = dict(due(connection, most=2 * len(some)))
            same = [k for k, (entry, words) in enumerate(some) if now.get(entry) == words]
            put_vectors(connection, [some[k][0] for k in same], [made[k] for k in same])
        if not same:
            return done
        done += len(same)
        step(len(same))
