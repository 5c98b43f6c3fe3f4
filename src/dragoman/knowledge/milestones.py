"""Dated public events that later news refers back to, and by which undated text is bounded."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.knowledge.tables import table_rows

_TABLE = "milestones.csv"
_COLUMNS = ("id", "name", "start", "end", "kind", "sides", "fresh")

KINDS = frozenset(
    {
        "summit",
        "agreement",
        "war",
        "attack",
        "disaster",
        "death",
        "election",
        "coup",
        "accession",
        "founding",
        "sport",
        "other",
    }
)
"""What a milestone may be: an `accession` is to a throne, an office or a union, a `coup` any
unlawful or revolutionary change of power, tried or done, an `agreement` resolutions too."""

_id = re.compile("[a-z0-9][a-z0-9-]+").fullmatch
_day = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


@dataclass(frozen=True, slots=True)
class Milestone:
    """A public event that happened once.

    `id` is this project's short name. `start` and `end` are its first and last day, the same for
    what took one; a war that is still fought ends on the day it began. Text that tells of it as
    past was written on or after `start`. `sides` are codes of the polities it is about, where
    news names it by its day alone ("since 24 February, when Russia invaded Ukraine"). `fresh` is
    how many days after its end news still tells of it, where it is soon forgotten.
    """

    id: str
    name: str
    start: date
    end: date
    kind: str
    sides: frozenset[str] = frozenset()
    fresh: int | None = None


@lru_cache(maxsize=1)
def load_milestones() -> dict[str, Milestone]:
    """All milestones by id, the earliest first.

    The table is read once; do not change the mapping you get.

    Raises:
        DataError: A row of the table is broken; the message names file and line.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_milestones(text, f"knowledge/data/{_TABLE}")


def parse_milestones(text: str, source: str) -> dict[str, Milestone]:
    """The milestones that the CSV `text` states, by id; `source` names it in errors.

    Raises:
        DataError: The header, a row's width, a day, a kind or a repeated id is wrong.
    """
    milestones: dict[str, Milestone] = {}
    for line, (key, name, first, last, kind, sides, fresh) in table_rows(text, source, _COLUMNS):
        start, end = _date(first), _date(last)
        problem = _problem(key, name, kind, milestones)
        if start is None or end is None:
            problem = f"{key}: ‘{first}’ to ‘{last}’ are not two days such as 2022-02-24"
        elif end < start:
            problem = f"{key} ends before it starts"
        if fresh and not fresh.isdigit():
            problem = f"{key}: ‘{fresh}’ is no number of days"
        if problem or start is None or end is None:
            raise DataError(f"{source}:{line}: {problem}; correct that row")
        milestones[key] = Milestone(
            key,
            name,
            start,
            end,
            kind,
            frozenset(filter(None, sides.split("|"))),
            int(fresh) if fresh else None,
        )
    return milestones


def _date(text: str) -> date | None:
    """The day written as 2022-02-24, None for anything else."""
    if not _day(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _problem(key: str, name: str, kind: str, known: dict[str, Milestone]) -> str:
    """What is wrong with the words of a row, or nothing."""
    if not _id(key):
        return f"‘{key}’ is no short name of small letters, digits and hyphens"
    if key in known:
        return f"{key} stands twice"
    if not name:
        return f"{key} has no name"
    if kind not in KINDS:
        return f"{key}: kind ‘{kind}’ is none of {sorted(KINDS)}"
    return ""
