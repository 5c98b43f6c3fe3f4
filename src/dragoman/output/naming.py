"""Names in a language: of polities, organisations and people, of towns, and of days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton

from dragoman.knowledge.world import World
from dragoman.lang.gazetteer import read_columns
from dragoman.lang.labels import Labels
from dragoman.output.reasons import say_reason

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Naming:
    """Gives names and days in one language."""

    labels: Labels
    world: World

    def side(self, code: str | None) -> str:
        """The name of a polity or organisation by its code; the code where it has none."""
        if not code:
            return ""
        known = self._called("polity", code)
        if known:
            return known
        if code in self.world.polities:
            return self.world.polities[code].name
        body = self.world.acting_as(code)
        if body is None:
            return code
        return self._called("organization", body.id) or body.name

    def _called(self, kind: str, key: str) -> str | None:
        """What the language calls a polity or organisation, whether or not its reader is loaded."""
        known = self.world.names_of(kind, key).get(self.labels.code)
        return known or _listed(self.labels.code, kind).get(key)

    def sides(self, codes: list[str]) -> list[tuple[str, str]]:
        """Codes with their names."""
        return [(code, self.side(code)) for code in codes]

    def entity(self, entity: Json) -> str:
        """The name of an entity: in the reader's language, else its usual one."""
        if entity["id"] in self.world.polities:
            return self.side(entity["id"])
        return str(entity.get("names", {}).get(self.labels.code) or entity["name"])

    def person(self, person: Json, entities: Mapping[str, Json]) -> str:
        """The name of somebody who took part: as an entity is called, else as it is written."""
        known = entities.get(person["entity"] or "")
        return self.entity(known) if known else str(person["name"])

    def place(self, place: Json) -> str:
        """The name of the town of a place."""
        return self.town(place.get("city") or "", place.get("country"))

    def town(self, city: str, country: str | None = None) -> str:
        """The name of a town given by its usual name, in a country where that is known."""
        known = _towns(self.world).get((country, city)) or _towns(self.world).get((None, city), "")
        return _town_forms(self.labels.code).get(known) or city

    def day(self, text: str | None) -> str:
        """One ISO day in words; what is no day stays as it is."""
        return _day(text, self.labels.code) if text else ""

    def days(self, interval: Json | None) -> str:
        """An interval as a day, a month, a year or a range."""
        if not interval:
            return self.labels.text("date_unknown")
        first = date.fromisoformat(interval["earliest"])
        last = date.fromisoformat(interval["latest"])
        if first == last:
            return self.day(interval["earliest"])
        ends = (first.day == 1, (last.toordinal() + 1) == _month_after(last).toordinal())
        if all(ends) and (first.year, first.month) == (last.year, last.month):
            return str(format_skeleton("yMMMM", first, locale=self.labels.code))
        if all(ends) and first.year == last.year and (first.month, last.month) == (1, 12):
            return f"{first.year}"
        return self.labels.text(
            "date_between", first=self.day(interval["earliest"]), last=self.day(interval["latest"])
        )

    def why(self, interval: Json | None) -> str:
        """How the days are known, and the reason in the document's words."""
        if not interval or not interval.get("basis"):
            return ""
        basis = self.labels.word("bases", interval["basis"])
        because = interval.get("because")
        if not because:
            return basis
        said = say_reason(because, self.labels, self.day, self.side)
        return self.labels.text("dated_because", basis=basis, because=said)

    def language(self, code: str | None) -> str:
        """The name of a language; the code where it has none."""
        return str(Locale(self.labels.code).languages.get(code, code)) if code else ""


_TABLES = {"polity": ("polities.csv", "code"), "organization": ("organizations.csv", "id")}


@cache
def _listed(code: str, kind: str) -> dict[str, str]:
    """The first form that a pack lists for each polity or organisation."""
    table, key = _TABLES[kind]
    found: dict[str, str] = {}
    for entry, form in zip(*read_columns(code, table, key, "form"), strict=True):
        found.setdefault(entry, form)
    return found


@cache
def _town_forms(code: str) -> dict[str, str]:
    """What towns are called in a language, by id: the first form that its pack lists."""
    found: dict[str, str] = {}
    for key, form in zip(*read_columns(code, "places.csv", "id", "form"), strict=True):
        found.setdefault(key, form)
    return found


@lru_cache(maxsize=2)
def _towns(world: World) -> dict[tuple[str | None, str], str]:
    """Ids of towns by country and usual name, and by name alone for the largest of that name."""
    found: dict[tuple[str | None, str], str] = {}
    for place in sorted(world.places.values(), key=lambda p: (-p.population, p.id)):
        found.setdefault((place.polity, place.name), place.id)
        found.setdefault((None, place.name), place.id)
    return found


@lru_cache(maxsize=20_000)
def _day(text: str, language: str) -> str:
    try:
        return format_date(date.fromisoformat(text), "d MMM y", locale=language)
    except ValueError:
        return text


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 else day
