"""Treaties, standing mechanisms, programmes and gatherings that diplomacy refers to by name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.knowledge.tables import table_rows

_TABLE = "frameworks.csv"
_COLUMNS = ("id", "name", "kind", "parties", "wikidata")

KINDS = frozenset({"mechanism", "treaty", "forum", "summit", "programme", "resolution", "plan"})
"""What a framework may be: a `mechanism` meets again and again, a `forum` is a conference or
exhibition, a `treaty` any agreed text, a `programme` what is carried out, operations included."""


@dataclass(frozen=True, slots=True)
class Framework:
    """A named framework of diplomacy.

    `id` is this project's short name, `parties` the codes of sides whose part in it matters to
    reading (empty for those open to all), `wikidata` a Q-id or empty.
    """

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    wikidata: str


@lru_cache(maxsize=1)
def load_frameworks() -> dict[str, Framework]:
    """All frameworks by id, in the order of the table.

    The table is read once; do not change the mapping you get.

    Raises:
        DataError: A row of the table is broken; the message names file and line.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_frameworks(text, f"knowledge/data/{_TABLE}")


def parse_frameworks(text: str, source: str) -> dict[str, Framework]:
    """The frameworks that the CSV `text` states, by id; `source` names it in errors.

    Raises:
        DataError: The header, a row's width, a code, a kind or a repeated id is wrong.
    """
    frameworks: dict[str, Framework] = {}
    for line, (key, name, kind, parties, wikidata) in table_rows(text, source, _COLUMNS):
        framework = Framework(
            key, name, kind, tuple(parties.split("|")) if parties else (), wikidata
        )
        problem = _problem(framework, frameworks)
        if problem:
            raise DataError(f"{source}:{line}: {problem}; correct that row")
        frameworks[key] = framework
    return frameworks


def _problem(framework: Framework, known: dict[str, Framework]) -> str:
    """What is wrong with a row, or nothing."""
    if not re.fullmatch("[a-z0-9][a-z0-9-]+", framework.id):
        return f"‘{framework.id}’ is no short name of small letters, digits and hyphens"
    if framework.id in known:
        return f"{framework.id} stands twice"
    if not framework.name:
        return f"{framework.id} has no name"
    if framework.kind not in KINDS:
        return f"{framework.id}: kind ‘{framework.kind}’ is none of {sorted(KINDS)}"
    for code in framework.parties:
        if not re.fullmatch("[A-Z0-9]{3}", code):
            return f"{framework.id}: ‘{code}’ is no code of a side"
    if framework.wikidata and not re.fullmatch("Q[0-9]+", framework.wikidata):
        return f"{framework.id}: ‘{framework.wikidata}’ is no Wikidata Q-id"
    return ""
