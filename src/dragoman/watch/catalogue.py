"""The catalogue of places to follow, and the lists that users add to it."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import cast

from dragoman.core.errors import DataError, InputError
from dragoman.sources.addresses import plain_address
from dragoman.sources.places import PLACE_KINDS, Place, PlaceKind

COLUMNS = ("id", "name", "country", "sort", "language", "kind", "address", "match", "verified")
SORTS = ("ministry", "agency", "paper", "organization")


@dataclass(frozen=True, slots=True)
class Listed:
    """A place of the catalogue; `verified` says whether, when and by whom it was tried."""

    id: str
    name: str
    country: str
    sort: str
    language: str
    kind: str
    address: str
    match: str
    verified: str

    def place(self) -> Place:
        """The same as it is followed."""
        return Place(cast(PlaceKind, self.kind), self.address, self.match, self.name)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Places by their id."""

    places: tuple[Listed, ...]

    def find(
        self,
        countries: Sequence[str] = (),
        languages: Sequence[str] = (),
        sorts: Sequence[str] = (),
    ) -> tuple[Listed, ...]:
        """The places of any of the given countries, languages and sorts."""
        return tuple(
            x for x in self.places
            if (not countries or x.country in countries)
            and (not languages or x.language in languages)
            and (not sorts or x.sort in sorts)
        )  # fmt: skip

    def choose(self, names: Iterable[str]) -> list[Listed]:
        """The places of the given ids, in that order.

        Raises:
            InputError: an id is not in the catalogue.
        """
        by_id = {x.id: x for x in self.places}
        found = []
        for name in names:
            if name not in by_id:
                raise InputError(f"{name!r} is not in the catalogue: `dragoman sources` lists it")
            found.append(by_id[name])
        return found


def load_catalogue(extra: Iterable[Path] = ()) -> Catalogue:
    """The catalogue that comes with the package, then the user's lists, which may replace places.

    Raises:
        DataError: a list cannot be read or has a slip.
    """
    text = files("dragoman.watch").joinpath("data/catalogue.csv").read_text(encoding="utf-8")
    places = {x.id: x for x in _read("catalogue.csv", text)}
    for path in extra:
        try:
            more = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{path}: cannot be read ({error}): give a CSV file") from error
        places |= {x.id: x for x in _read(str(path), more)}
    return Catalogue(tuple(sorted(places.values(), key=lambda x: x.id)))


def _read(name: str, text: str) -> list[Listed]:
    rows = csv.DictReader(text.splitlines())
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise DataError(f"{name}: its first line must be {','.join(COLUMNS)}")
    return [_listed(f"{name}:{number}", row) for number, row in enumerate(rows, 2)]


def _listed(where: str, row: dict[str, str | None]) -> Listed:
    values = {key: (row.get(key) or "").strip() for key in COLUMNS}
    for key in ("id", "name", "address", "verified"):
        if not values[key]:
            raise DataError(f"{where}: {key} is empty")
    if values["kind"] not in PLACE_KINDS:
        raise DataError(f"{where}: kind must be one of {', '.join(PLACE_KINDS)}")
    if values["sort"] not in SORTS:
        raise DataError(f"{where}: sort must be one of {', '.join(SORTS)}")
    address = plain_address(values["address"])
    if address is None:
        raise DataError(f"{where}: {values['address']!r} is no web address")
    return Listed(**{**values, "address": address})
