"""What users know beside the shipped tables: their own entries, and those that an update fetched.

The user's folder may hold `people.csv`, `tenures.csv` and `organizations.csv`, written as the
shipped tables are, and `names.csv` with the columns language, id and form. A row of `people.csv`
or `organizations.csv` replaces the shipped row of the same id. A tenure replaces those of the same
person, side and office that may share a day with it, and is added otherwise. The folder `wikidata`
in it, written by an update, is a layer of the same form between the shipped tables and the user's
own.
"""

import logging
import os
import re
import sys
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from dragoman.core.errors import DataError
from dragoman.knowledge.offices import load_offices
from dragoman.knowledge.organizations import (
    Organization,
    load_organizations,
    parse_organizations,
)
from dragoman.knowledge.polities import load_polities
from dragoman.knowledge.tables import table_rows
from dragoman.knowledge.tenures import (
    PEOPLE_COLUMNS,
    Person,
    Tenure,
    parse_people,
    parse_tenures,
)

VARIABLE = "DRAGOMAN_KNOWLEDGE"
"""The environment variable that names the user's folder; set but empty, there is none."""
FETCHED = "wikidata"
"""The folder in the user's folder that an update writes."""
PEOPLE, TENURES, NAMES = "people.csv", "tenures.csv", "names.csv"
ORGANIZATIONS = "organizations.csv"
NAME_COLUMNS = ("language", "id", "form")

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


def user_folder() -> Path | None:
    """The folder of the user's entries, whether or not it exists; None where switched off."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named.strip() else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "dragoman" / "knowledge"


def known_sides() -> frozenset[str]:
    """The codes of all polities and of the organisations that act as a side."""
    return frozenset(load_polities()) | {o.side for o in known_organizations().values()}


@cache
def known_organizations() -> dict[str, Organization]:
    """The shipped organisations by id, and those of the user's layers, which win.

    A broken file of the user is left out with one warning.

    Raises:
        DataError: a row of the shipped table is broken.
    """
    organizations = dict(load_organizations())
    for added in _readable(ORGANIZATIONS, parse_organizations):
        organizations |= added
    return organizations


def lay_people(shipped: Mapping[str, Person]) -> dict[str, Person]:
    """The shipped people with the user's layers over them; broken files are left out."""
    people = dict(shipped)
    for added in _readable(PEOPLE, _people):
        people |= added
    return people


def lay_tenures(shipped: tuple[Tenure, ...], people: Container[str]) -> tuple[Tenure, ...]:
    """The shipped tenures with the user's layers over them; broken files are left out."""
    tenures = shipped
    for added in _readable(TENURES, partial(_tenures, people=people)):
        tenures = overlay(tenures, added)
    return tenures


def user_names(people: Container[str]) -> tuple[tuple[str, str, str], ...]:
    """The names of people and organisations in the user's layers: language, id, form, each once."""
    found: dict[tuple[str, str, str], None] = {}
    for added in _readable(NAMES, partial(_names, people=people)):
        found |= dict.fromkeys(added)
    return tuple(found)


def layer_problems(people: Mapping[str, Person]) -> Iterator[str]:
    """What is wrong with the user's files: "file:line: message", the first problem of each.

    `people` are those of the shipped table.
    """
    known = dict(people)
    for folder in _folders():
        try:
            known |= _read(folder / PEOPLE, _people) or {}
        except DataError as error:
            yield str(error)
    readers: tuple[tuple[str, Callable[[str, str], object]], ...] = (
        (ORGANIZATIONS, parse_organizations),
        (TENURES, partial(_tenures, people=known)),
        (NAMES, partial(_names, people=known)),
    )
    for folder in _folders():
        for name, parse in readers:
            try:
                _read(folder / name, parse)
            except DataError as error:
                yield str(error)


def overlay(tenures: tuple[Tenure, ...], added: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Tenures in their order, `added` replacing those of the same office that they may meet."""
    if not added:
        return tenures
    by_office: dict[tuple[str, str, str], list[Tenure]] = {}
    for tenure in added:
        by_office.setdefault((tenure.person, tenure.side, tenure.office), []).append(tenure)
    kept = [
        old
        for old in tenures
        if not any(
            may_meet(old, new) for new in by_office.get((old.person, old.side, old.office), ())
        )
    ]
    first = date.min
    return tuple(
        sorted((*kept, *added), key=lambda t: (t.side, t.office, t.from_earliest or first))
    )


def may_meet(one: Tenure, other: Tenure) -> bool:
    """True where two tenures may share a day."""
    return (one.from_earliest or date.min) <= (other.to_latest or date.max) and (
        other.from_earliest or date.min
    ) <= (one.to_latest or date.max)


def _folders() -> tuple[Path, ...]:
    """The folders of the layers, those that win last."""
    folder = user_folder()
    return (folder / FETCHED, folder) if folder else ()


def _readable(name: str, parse: Callable[[str, str], _T]) -> Iterator[_T]:
    """What a file says in each layer that has it; broken files are left out with a warning."""
    for folder in _folders():
        try:
            found = _read(folder / name, parse)
        except DataError as error:
            _LOG.warning("%s; the file is left out", error)
            continue
        if found is not None:
            yield found


def _read(path: Path, parse: Callable[[str, str], _T]) -> _T | None:
    """What a file of the user says; None where there is none."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DataError(f"{path}:1: {error.strerror}; let this file be read or move it") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}: no UTF-8; save the file as UTF-8") from error
    return parse(text, str(path))


def _people(text: str, source: str) -> dict[str, Person]:
    people = parse_people(text, source)
    sides = known_sides()
    for line, (key, name, polity, _, wikidata, _) in table_rows(text, source, PEOPLE_COLUMNS):
        if polity and polity not in sides:
            raise DataError(f"{source}:{line}: {key}: ‘{polity}’ is no code of a side")
        if wikidata and not re.fullmatch(r"Q[0-9]+", wikidata):
            raise DataError(f"{source}:{line}: {key}: ‘{wikidata}’ is no Wikidata Q-id")
        if not (key + name).isprintable():
            raise DataError(f"{source}:{line}: {name!r} is no name")
    return people


def _tenures(text: str, source: str, people: Container[str]) -> tuple[Tenure, ...]:
    found = parse_tenures(text, source)
    sides, offices = known_sides(), load_offices()
    for line, tenure in found:
        where = f"{source}:{line}"
        if tenure.person not in people:
            raise DataError(f"{where}: nobody has the id {tenure.person}; add a row to {PEOPLE}")
        if tenure.side not in sides:
            raise DataError(f"{where}: ‘{tenure.side}’ is no code of a side")
        if tenure.office not in offices:
            raise DataError(f"{where}: ‘{tenure.office}’ is no office; use {', '.join(offices)}")
        if reversed_dates(tenure):
            raise DataError(f"{where}: the tenure ends before it begins; correct its dates")
    return tuple(tenure for _, tenure in found)


def reversed_dates(tenure: Tenure) -> bool:
    """True where a tenure ends before it begins, or a bound of its dates is turned round."""
    pairs = (
        (tenure.from_earliest, tenure.to_latest),
        (tenure.from_earliest, tenure.from_latest),
        (tenure.to_earliest, tenure.to_latest),
    )
    return any(early and late and late < early for early, late in pairs)


def _names(text: str, source: str, people: Container[str]) -> tuple[tuple[str, str, str], ...]:
    found = []
    for line, (language, key, form) in table_rows(text, source, NAME_COLUMNS):
        if not re.fullmatch("[a-z]{2,3}", language):
            raise DataError(f"{source}:{line}: ‘{language}’ is no code of a language")
        if key not in people and key not in known_organizations():
            raise DataError(
                f"{source}:{line}: nobody has the id {key}; add a row to {PEOPLE} or "
                f"{ORGANIZATIONS}"
            )
        if not form.strip() or not form.isprintable():
            raise DataError(f"{source}:{line}: {form!r} is no name")
        found.append((language, key, form.strip()))
    return tuple(found)
