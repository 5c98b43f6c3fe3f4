"""The output of a run as documents with their readings, for a ledger to record."""

import json
from collections.abc import Iterator
from pathlib import Path

from dragoman.batch.places import named
from dragoman.batch.plan import PLAN, load_plan
from dragoman.batch.shards import READINGS, done, numbered, read_rows
from dragoman.core.document import Incoming
from dragoman.core.errors import InputError
from dragoman.core.reading import Reading
from dragoman.core.revive import reading_from
from dragoman.store.values import raw_text


def is_output(uri: str) -> bool:
    """True for a folder that `batch` wrote; what is in an object store can be nothing else."""
    if "://" in uri:
        return not uri.startswith(("http://", "https://"))
    return (Path(uri) / PLAN).is_file()


def readings(output: str) -> Iterator[tuple[Incoming, Reading] | str]:
    """The documents of a run in the order of its inputs, with their readings.

    What could not be read stands among them as what was said of it.

    Raises:
        InputError: the folder holds no output, or a run that is not finished.
    """
    units = range(len(load_plan(output).units))
    missing = {numbered(n) for n in units} - done(output, READINGS)
    if missing:
        raise InputError(
            f"{named(output)}: {len(missing)} of {len(units)} shards are missing: "
            "run `dragoman batch` again, it goes on where it was stopped"
        )
    for n in units:
        for row in read_rows(output, READINGS, numbered(n)):
            if row["error"] is not None:
                yield str(row["error"])
                continue
            raw, reading = raw_text(row["raw"]), reading_from(json.loads(row["reading"]))
            yield (
                Incoming(row["uri"], raw, row["document"], outlet=reading.document.outlet),
                reading,
            )
