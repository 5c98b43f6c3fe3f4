"""The polities of the world: states, territories and others that act under a code of their own."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.knowledge.tables import table_rows

_TABLE = "polities.csv"
_OFFICIAL = re.compile(
    r"//[^/]*\.(?:(?:gov|gob|gouv|go|gub|govt|mfa)\.(?P<iso2>[a-z]{2})|(?P<bare>gov|mil))(?=[:/]|$)"
)
"""Addresses of governments; those without a country's letters are held by one country."""
_BARE = "US"
_ISO2 = {"UK": "GB"}
_COLUMNS = (
    "code",
    "iso2",
    "wikidata",
    "name",
    "capital",
    "names_fr",
    "names_ja",
    "name_order",
    "note",
)


@dataclass(frozen=True, slots=True)
class Polity:
    """A state or territory that acts under one code.

    `code` is its ISO 3166-1 alpha-3 code (or the user-assigned XKX), `iso2` the alpha-2 one.
    `name` and `capital` are display names; `capital` is empty where there is none or where it is
    disputed. `wikidata` is a Q-id or empty. `name_order` is `family` where the family's name comes
    first in a person's, as in Xi Jinping. `note` says what an editor should know.
    """

    code: str
    iso2: str
    wikidata: str
    name: str
    capital: str
    names_fr: str
    names_ja: str
    name_order: str
    note: str


@lru_cache(maxsize=1)
def load_polities() -> dict[str, Polity]:
    """All polities by code, in the order of their codes.

    The table is read once; do not change the mapping you get.

    Raises:
        DataError: A row of the table is broken; the message names file and line.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_polities(text, f"knowledge/data/{_TABLE}")


def official_side(address: str) -> str | None:
    """The polity whose government publishes at a web address, None for all other publishers."""
    found = _OFFICIAL.search(address.casefold())
    if found is None:
        return None
    iso2 = (found["iso2"] or _BARE).upper()
    iso2 = _ISO2.get(iso2, iso2)
    return next((p.code for p in load_polities().values() if p.iso2 == iso2), None)


def parse_polities(text: str, source: str) -> dict[str, Polity]:
    """The polities that the CSV `text` states, by code; `source` names it in errors.

    Raises:
        DataError: The header, a row's width, a code, an empty name or a repeated code is wrong.
    """
    polities: dict[str, Polity] = {}
    for line, row in table_rows(text, source, _COLUMNS):
        polity = Polity(*row)
        problem = _problem(polity, polities)
        if problem:
            raise DataError(f"{source}:{line}: {problem}; correct that row")
        polities[polity.code] = polity
    return polities


def _problem(polity: Polity, known: dict[str, Polity]) -> str:
    """What is wrong with a row, or nothing."""
    if not re.fullmatch("[A-Z]{3}", polity.code):
        return f"‘{polity.code}’ is no alpha-3 code"
    if not re.fullmatch("[A-Z]{2}", polity.iso2):
        return f"‘{polity.iso2}’ is no alpha-2 code"
    if polity.wikidata and not re.fullmatch("Q[0-9]+", polity.wikidata):
        return f"‘{polity.wikidata}’ is no Wikidata Q-id"
    if not polity.name:
        return f"{polity.code} has no name"
    if polity.name_order not in ("", "family"):
        return f"{polity.code}: the order of names is ‘family’ or empty"
    if polity.code in known:
        return f"{polity.code} stands twice"
    return ""
