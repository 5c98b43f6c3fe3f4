"""International organisations, blocs, courts and agencies that act in diplomatic news."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.knowledge.tables import table_rows

_TABLE = "organizations.csv"
_COLUMNS = ("id", "side", "name", "kind", "wikidata", "members")

KINDS = frozenset(
    {
        "agency",
        "alliance",
        "bank",
        "bloc",
        "court",
        "forum",
        "mission",
        "movement",
        "national",
        "ngo",
        "organ",
        "organization",
    }
)
"""What an organisation may be: `organ` a part of a larger one, `national` an agency of one state,
`mission` a field operation, `forum` a group of states that meets without a charter."""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation and the side it counts as.

    `id` is this project's short code, `side` the code under which it acts (that of the parent
    organisation for its bodies, that of the state for its agencies). `members` are alpha-3 codes
    of states or sides of organisations, listed only where membership matters to reading.
    """

    id: str
    side: str
    name: str
    kind: str
    wikidata: str
    members: tuple[str, ...]


@lru_cache(maxsize=1)
def load_organizations() -> dict[str, Organization]:
    """All organisations by id, in the order of the table.

    The table is read once; do not change the mapping you get.

    Raises:
        DataError: A row of the table is broken; the message names file and line.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_organizations(text, f"knowledge/data/{_TABLE}")


def parse_organizations(text: str, source: str) -> dict[str, Organization]:
    """The organisations that the CSV `text` states, by id; `source` names it in errors.

    Raises:
        DataError: The header, a row's width, a code, a kind or a repeated id is wrong.
    """
    organizations: dict[str, Organization] = {}
    for line, row in table_rows(text, source, _COLUMNS):
        members = tuple(row[5].split("|")) if row[5] else ()
        organization = Organization(row[0], row[1], row[2], row[3], row[4], members)
        problem = _problem(organization, organizations)
        if problem:
            raise DataError(f"{source}:{line}: {problem}; correct that row")
        organizations[organization.id] = organization
    return organizations


def _problem(organization: Organization, known: dict[str, Organization]) -> str:
    """What is wrong with a row, or nothing."""
    if not organization.id:
        return "no id"
    if organization.id in known:
        return f"{organization.id} stands twice"
    if not organization.name:
        return f"{organization.id} has no name"
    for code in (organization.side, *organization.members):
        if not re.fullmatch("[A-Z0-9]{3}", code):
            return f"{organization.id}: ‘{code}’ is no code of a side"
    if organization.kind not in KINDS:
        return f"{organization.id}: kind ‘{organization.kind}’ is none of {sorted(KINDS)}"
    if organization.wikidata and not re.fullmatch("Q[0-9]+", organization.wikidata):
        return f"{organization.id}: ‘{organization.wikidata}’ is no Wikidata Q-id"
    return ""
