"""The reader that commands share."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import typer

from dragoman.cli.streams import say

if TYPE_CHECKING:
    from dragoman.core.document import Incoming
    from dragoman.core.reading import Reading
    from dragoman.pipeline import Reader


def load_reader(domestic: bool = False, learned: bool = False) -> "Reader":
    """The reader with the packs and knowledge that come with the package."""
    from dragoman.core.errors import DataError, MissingPartError
    from dragoman.pipeline import Reader

    try:
        return Reader(domestic=domestic, learned=learned)
    except MissingPartError as error:
        say(str(error))
        raise typer.Exit(2) from error
    except DataError as error:
        say(f"{error}\nrun `dragoman check` to see every problem of the data at once")
        raise typer.Exit(2) from error


def fresh(
    reader: "Reader", incoming: "Incoming", published: date | None, language: str | None
) -> "Reading":
    """The reading of one document; the day given by the caller serves where the text has none."""
    from dragoman.core.interval import Interval

    if language:
        incoming = replace(incoming, language=language)
    reading = reader.read(incoming)
    found = reading.document.published
    if published is None or (found is not None and found.basis != "inferred"):
        return reading
    given = Interval(published, published, "explicit", "given by the caller")
    return reader.read(replace(incoming, published=given))
