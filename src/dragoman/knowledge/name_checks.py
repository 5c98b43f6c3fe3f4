"""What is wrong with the names that a language pack lists for what the tables know."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.core.fold import fold
from dragoman.knowledge.tables import Row, Table

_SETTINGS = ("class", "from", "to", "office", "number", "polity", "modifies")
"""Columns that make two rows of one form differ."""
_EVERY = "*"
"""Behind the beginning of ids that names the series of them: "davos-*"."""
_APART = frozenset({"offices", "milestones"})
"""Tables whose names may be names of other things too: they are looked up on their own."""
_TATWEEL = re.compile(r"ـ(?![0-9٠-٩])").search
_WORDS = re.compile(r"\w+").findall
_PLAIN = re.compile(r"[A-Za-z.'-]+(?: [A-Za-z.'-]+)*").fullmatch
"""Forms in which there is no odd character to look for."""
_NAMING = frozenset({"", "name", "acronym", "former"})
"""Classes of form that name a thing itself, not its people or its capital."""
_SEAT = "metonym"
"""The class of what speaks for a side, of an organisation too: Brussels for the European Union."""


@dataclass(frozen=True, slots=True)
class Names:
    """What names are checked against.

    `keys` are the ids of each table, `sides` the codes of all sides, `homes` the polity of each
    place, `odd` the letters that a language does not write and what it writes instead,
    `namesakes` the forms that two things are known to share.
    """

    keys: Mapping[str, frozenset[str]]
    sides: frozenset[str]
    homes: Mapping[str, str]
    odd: Mapping[tuple[str, str], str]
    namesakes: set[str]


def name_problems(
    code: str, tables: Mapping[str, Table], names: Names, used: set[str]
) -> Iterator[str]:
    """Everything wrong with the names in a pack; namesakes that it needs go to `used`."""
    owners: defaultdict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    odd = {letter: instead for (language, letter), instead in names.odd.items() if language == code}
    for name, table in tables.items():
        yield from table.problems
        key = "code" if name == "polities" else "office" if name == "offices" else "id"
        settings = [column for column in _SETTINGS if column in table.columns]
        known = names.keys[name] | ({""} if name == "offices" else set())
        seen: dict[tuple[str, ...], Row] = {}
        for row in table.rows:
            form, whose = row["form"], row[key]
            seat = name == "polities" and row["class"] == _SEAT and whose in names.sides
            series = whose.endswith(_EVERY) and any(k.startswith(whose[:-1]) for k in known)
            if whose not in known and not seat and not series:
                yield f"{row.where}: ‘{form}’ names ‘{whose}’, which {name}.csv does not know"
            if row["polity"] and row["polity"] not in names.sides:
                yield f"{row.where}: ‘{row['polity']}’ is no known side"
            if not _PLAIN(form):
                yield from (f"{row.where}: {fault}" for fault in _faults(form, name, odd))
            folded = fold(form)
            told = (whose, folded, *[row[column] for column in settings])
            other = seen.setdefault(told, row)
            if other is not row:
                yield f"{row.where}: ‘{form}’ reads as ‘{other['form']}’ ({other.where}); keep one"
            if row["ambiguous"] != "1" and row["class"] in _NAMING and name not in _APART:
                owners[folded].setdefault((name, whose), row)
    yield from _unnamed(tables["polities"], names.keys["polities"])
    yield from _shared(owners, names, used)


def _faults(form: str, table: str, odd: Mapping[str, str]) -> Iterator[str]:
    """Characters that no name holds: invisible, of two scripts in a word, digits in people."""
    if not form.strip():
        yield "an empty form; delete the row"
    elif form != form.strip() or "  " in form:
        yield f"‘{form}’ has a space too many; delete it"
    if not form.isprintable() or _TATWEEL(form):
        yield f"{form!r} holds a control or filling character; delete it"
    if table == "people" and any(c.isdigit() for c in form):
        yield f"‘{form}’ holds a digit, which no name does"
    if not unicodedata.is_normalized("NFC", form):
        yield f"‘{form}’ holds loose marks; write it in composed letters (NFC)"
    for letter in odd.keys() & set(form):
        yield f"‘{form}’ holds ‘{letter}’; write ‘{odd[letter]}’"
    for word in (form,) if table == "people" else _WORDS(form):
        scripts = {_script(c) for c in word} - {""}
        if len(scripts) > 1:
            yield f"‘{word}’ mixes {' and '.join(sorted(scripts))} letters"


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a letter; empty for other characters and those common to scripts."""
    if unicodedata.category(char) not in ("Lu", "Ll", "Lt", "Lo"):
        return ""
    return unicodedata.name(char, "UNKNOWN").split()[0].capitalize()


def _unnamed(table: Table, codes: frozenset[str]) -> Iterator[str]:
    """Polities for which the pack has no name."""
    named = {row["code"] for row in table.rows if row["class"] == "name"}
    for code in sorted(codes - named):
        yield f"{table.name}:1: no name for {code}; add one"


def _shared(
    owners: Mapping[str, Mapping[tuple[str, str], Row]], names: Names, used: set[str]
) -> Iterator[str]:
    """Names that two things share though neither is marked ambiguous."""
    namesakes = {fold(form): form for form in names.namesakes}
    for folded, things in owners.items():
        if len(things) < 2 or _same_place(list(things), names.homes):
            continue
        if folded in namesakes:
            used.add(namesakes[folded])
            continue
        (one, first), *others = things.items()
        for other, row in others:
            yield (
                f"{row.where}: ‘{row['form']}’ names {other[1]} and {one[1]} ({first.where}); "
                "mark both ambiguous, or say in exceptions.csv why they share it"
            )


def _same_place(things: list[tuple[str, str]], homes: Mapping[str, str]) -> bool:
    """True where a polity and places in it share a name: Singapore, Kuwait."""
    polities = {key for table, key in things if table == "polities"}
    places = [key for table, key in things if table == "places"]
    return (
        len(polities) == 1
        and len(polities) + len(places) == len(things)
        and all(homes.get(key) in polities for key in places)
    )
