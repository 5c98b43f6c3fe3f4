"""Asks Wikidata's query service who holds the highest offices, and writes that as a layer."""

import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import httpx

from dragoman.core.errors import DataError, DragomanError
from dragoman.knowledge.layers import FETCHED
from dragoman.knowledge.polities import load_polities
from dragoman.knowledge.refresh import Holding, Layer, compile_layer, write_layer
from dragoman.knowledge.tables import pack_codes, package

ENDPOINT = "https://query.wikidata.org/sparql"
TIMEOUT = 90.0
"""Seconds that one question may take; the service itself gives up after 60."""
MOST_BYTES = 64_000_000
BATCH = 250
FIRST_YEAR = 2000

_HELD = {
    "head_of_state": "?country p:P35 ?held. ?held ps:P35 ?person.",
    "head_of_government": "?country p:P6 ?held. ?held ps:P6 ?person.",
    "foreign_minister": (
        "?position wdt:P279* wd:Q7330070; wdt:P1001|wdt:P17 ?country. "
        "?held ps:P39 ?position. ?person p:P39 ?held."
    ),
}
"""Where Wikidata keeps the holders of an office: of a country's own statements, of people's."""

_HOLDERS = """
SELECT DISTINCT ?country ?person ?start ?start_precision ?end ?end_precision ?ended WHERE {
  VALUES ?country { %s }
  %s
  ?held wikibase:rank ?rank. FILTER(?rank != wikibase:DeprecatedRank)
  ?held pqv:P580 [ wikibase:timeValue ?start; wikibase:timePrecision ?start_precision ].
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end; wikibase:timePrecision ?end_precision ]. }
  BIND(EXISTS { ?held pq:P582 [] } AS ?ended)
  FILTER(YEAR(?start) >= %d)
}
"""
_NAMES = """
SELECT ?person ?name WHERE {
  VALUES ?person { %s }
  ?person rdfs:label ?name. FILTER(LANG(?name) IN (%s))
}
"""
_PRECISIONS = {"9": 4, "10": 7, "11": 10}
"""How many signs of a date count at a year's, a month's and a day's precision."""

_Binding = dict[str, dict[str, str]]


class FetchError(DragomanError):
    """The query service did not answer as it should; nothing has been changed."""


@dataclass(frozen=True, slots=True)
class UpdateResult:
    """What an update has written: numbers of rows, or the one line that says why it wrote none.

    `people`, `tenures` and `names` count the rows of the layer's tables; `contradicted` counts
    tenures that were not taken because the shipped table has somebody else at that time.
    """

    people: int = 0
    tenures: int = 0
    names: int = 0
    contradicted: int = 0
    problem: str = ""

    @property
    def ok(self) -> bool:
        """True where the layer was written."""
        return not self.problem


def update(
    folder: Path, endpoint: str = ENDPOINT, timeout: float = TIMEOUT, user_agent: str = ""
) -> UpdateResult:
    """Refreshes heads of state and government and foreign ministers from Wikidata.

    Writes `people.csv`, `tenures.csv` and `names.csv` into the folder `wikidata` in `folder`, all
    of them or none; the user's own files in `folder` are never touched. Where anything fails, the
    result names the problem and all files are as they were.

    Args:
        folder: The user's folder of entries; it is made where it is missing.
        endpoint: The address of the query service (SPARQL over HTTP).
        timeout: The seconds that each question may take in all.
        user_agent: What the service is told of who asks; its rules want a way to reach them.
    """
    try:
        with _Service(endpoint, timeout, user_agent or _user_agent()) as service:
            layer = compile_layer(list(_holdings(service)), lambda ids: _names(service, ids))
        write_layer(folder / FETCHED, layer)
    except (FetchError, DataError) as error:
        return UpdateResult(problem=f"{error}; nothing was changed")
    except OSError as error:
        named = error.filename or folder
        return UpdateResult(
            problem=f"{named}: {error.strerror or error}; nothing was changed: "
            "name a folder that can be written"
        )
    return _result(layer)


def _result(layer: Layer) -> UpdateResult:
    return UpdateResult(len(layer.people), len(layer.tenures), len(layer.names), layer.contradicted)


def _user_agent() -> str:
    try:
        return f"dragoman/{version('dragoman')} (kb update)"
    except PackageNotFoundError:
        return "dragoman (kb update)"


class _Service:
    """The query service as something to be asked; a context, for its connection is kept."""

    def __init__(self, endpoint: str, timeout: float, user_agent: str) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._client = httpx.Client(
            timeout=timeout,
            follow_redirects=True,
            headers={"User-Agent": user_agent, "Accept": "application/sparql-results+json"},
        )

    def __enter__(self) -> "_Service":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(self, query: str) -> list[_Binding]:
        """The rows that answer a query.

        Raises:
            FetchError: there is no answer in time, or none that makes sense.
        """
        try:
            text = self._text(query)
        except httpx.TimeoutException as error:
            raise self._slow() from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            what = str(error) or type(error).__name__
            raise FetchError(f"{self.endpoint} cannot be reached ({what})") from error
        try:
            rows = json.loads(text)["results"]["bindings"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise FetchError(f"{self.endpoint} answered with something else than results") from (
                error
            )
        if not isinstance(rows, list) or not all(_is_binding(row) for row in rows):
            raise FetchError(f"{self.endpoint} answered with something else than results")
        return rows

    def _text(self, query: str) -> bytes:
        deadline = time.monotonic() + self._timeout
        found = bytearray()
        with self._client.stream("POST", self.endpoint, data={"query": query}) as answer:
            if answer.status_code != 200:
                wait = answer.headers.get("Retry-After", "")
                later = f"try again in {wait} s" if wait.isdigit() else "try again later"
                raise FetchError(f"{self.endpoint} answered {answer.status_code}: {later}")
            for chunk in answer.iter_bytes():
                found += chunk
                if time.monotonic() > deadline:
                    raise self._slow()
                if len(found) > MOST_BYTES:
                    raise FetchError(f"{self.endpoint} answered with more than {MOST_BYTES} bytes")
        return bytes(found)

    def _slow(self) -> FetchError:
        return FetchError(f"{self.endpoint} gave no answer within {self._timeout:g} s")


def _is_binding(row: object) -> bool:
    return isinstance(row, dict) and all(
        isinstance(cell, dict) and isinstance(cell.get("value"), str) for cell in row.values()
    )


def _holdings(service: _Service) -> Iterator[Holding]:
    """Every tenure of the offices asked for.

    Raises:
        FetchError: the service fails, or knows nobody in one of the offices.
    """
    codes = {p.wikidata: p.code for p in load_polities().values() if p.wikidata}
    countries = " ".join(f"wd:{key}" for key in codes)
    for office, held in _HELD.items():
        some = False
        for row in service.ask(_HOLDERS % (countries, held, FIRST_YEAR)):
            found = _holding(row, office, codes)
            if found:
                some = True
                yield found
        if not some:
            raise FetchError(f"{service.endpoint} knows no {office} at all")


def _holding(row: _Binding, office: str, codes: dict[str, str]) -> Holding | None:
    """The tenure that a row tells; None where it lacks a known country, a person or a start."""
    side = codes.get(_item(row, "country"))
    person, start = _item(row, "person"), _date(row, "start")
    if not (side and person and start):
        return None
    end = _date(row, "end")
    if not end and row.get("ended", {}).get("value") == "true":
        end = f"{start}/.."
    return Holding(person, side, office, start, end)


def _item(row: _Binding, column: str) -> str:
    """The Q-id at the end of an address; empty where there is none."""
    found = re.search(r"/(Q[1-9][0-9]*)$", row.get(column, {}).get("value", ""))
    return found[1] if found else ""


def _date(row: _Binding, column: str) -> str:
    """A date as the tables write it: "2023-09-13", "2023-09" or "2023"; empty where unknown."""
    signs = _PRECISIONS.get(row.get(f"{column}_precision", {}).get("value", ""))
    found = re.match(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]", row.get(column, {}).get("value", ""))
    return found[0][:signs] if found and signs else ""


def _names(service: _Service, people: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The names of people in the languages of the packs: language, Q-id and name."""
    languages = ", ".join(f'"{code}"' for code in pack_codes(package()))
    keys = sorted(people)
    for first in range(0, len(keys), BATCH):
        some = keys[first : first + BATCH]
        query = _NAMES % (" ".join(f"wd:{key}" for key in some), languages)
        for row in service.ask(query):
            key, name = _item(row, "person"), row.get("name", {})
            if key and name.get("xml:lang") and name["value"].strip():
                yield name["xml:lang"], key, name["value"].strip()
