"""Places where diplomacy happens: capitals, cities, buildings and regions."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.knowledge.tables import table_rows

_TABLE = "places.csv"
_COLUMNS = ("id", "name", "polity", "city", "latitude", "longitude", "population", "kind", "note")

KINDS = frozenset({"capital", "city", "venue", "region"})
"""What a place may be: a `venue` is a building or an estate, a `region` holds many cities."""

_polity = re.compile("[A-Z]{3}").fullmatch
_id = re.compile("[0-9]+|[a-z][a-z0-9-]+").fullmatch


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its usual English name.

    `id` is its GeoNames number or, for what GeoNames' list of cities lacks, a short name.
    `polity` is an alpha-3 code, empty where the place is disputed. `city` is the city that a venue
    stands in, empty for others and for venues outside cities. `latitude` and `longitude` are
    degrees north and east; `population` is 0 where unknown. `note` says whose a place without a
    polity is said to be.
    """

    id: str
    name: str
    polity: str
    city: str
    latitude: float
    longitude: float
    population: int
    kind: str
    note: str

    @property
    def town(self) -> str | None:
        """The city to report: a venue's own name where it stands in none, None for regions."""
        if self.kind == "region":
            return None
        return self.city or self.name

    @property
    def geonames(self) -> int | None:
        """The GeoNames number, None where there is none."""
        return int(self.id) if self.id.isdigit() else None


@lru_cache(maxsize=1)
def load_places() -> dict[str, Place]:
    """All places by id, in the order of the table.

    The table is read once; do not change the mapping you get.

    Raises:
        DataError: A row of the table is broken; the message names file and line.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_places(text, f"knowledge/data/{_TABLE}")


def parse_places(text: str, source: str) -> dict[str, Place]:
    """The places that the CSV `text` states, by id; `source` names it in errors.

    Raises:
        DataError: The header, a row's width, a code, a number, a kind or a repeated id is wrong.
    """
    places: dict[str, Place] = {}
    for line, (key, name, polity, city, north, east, people, kind, note) in table_rows(
        text, source, _COLUMNS
    ):
        try:
            place = Place(
                key, name, polity, city, float(north), float(east), int(people or 0), kind, note
            )
        except ValueError as error:
            raise DataError(f"{source}:{line}: {error}; correct that number") from error
        problem = _problem(place, places)
        if problem:
            raise DataError(f"{source}:{line}: {problem}; correct that row")
        places[key] = place
    return places


def _problem(place: Place, known: dict[str, Place]) -> str:
    """What is wrong with a row, or nothing."""
    if not _id(place.id):
        return f"‘{place.id}’ is neither a GeoNames number nor a short name"
    if place.id in known:
        return f"{place.id} stands twice"
    if not place.name:
        return f"{place.id} has no name"
    if place.polity and not _polity(place.polity):
        return f"{place.id}: ‘{place.polity}’ is no alpha-3 code"
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        return f"{place.id} lies outside the globe"
    if place.kind not in KINDS:
        return f"{place.id}: kind ‘{place.kind}’ is none of {sorted(KINDS)}"
    if not place.polity and not place.note:
        return f"{place.id} lies in no polity; say why in a note"
    return ""
