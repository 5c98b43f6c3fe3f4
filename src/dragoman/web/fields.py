"""The fields of an entry in a form: how they are written there, and what is read back."""

import re
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData

from dragoman.knowledge.world import World
from dragoman.lang.search_words import words_of
from dragoman.recording.edits import FIELDS, SIDES
from dragoman.web.named_sides import polities_in
from dragoman.web.naming import Naming

PEOPLE = "participants"
"""The field that is written as a line a person: name; side; office."""
_FORM = "set-"
_CODES = re.compile(r"[A-Z]{3}(?:[\s,]+[A-Z]{3})*")
_COMMA = re.compile(r"\s*[,،]\s*")
_SEMICOLON = re.compile(r"\s*[;؛]\s*")


def editable(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields of an entry that a form offers, each as it is written."""
    return [
        (name, "\n".join(map(person_line, entry[name])) if name == PEOPLE
         else written(entry.get(name)))
        for name in FIELDS[entry["family"]]
    ]  # fmt: skip


def person_line(person: Mapping[str, Any]) -> str:
    """Somebody who took part, as the form writes it: name; side; office."""
    return "; ".join(str(person[key] or "") for key in ("name", "side", "office"))


def written(value: object) -> str:
    """A value as people write it: codes parted by spaces, days by "..", a place as both."""
    if isinstance(value, dict) and "earliest" in value:
        first, last = value["earliest"], value["latest"]
        return str(first) if first == last else f"{first}..{last}"
    if isinstance(value, dict):
        return " ".join(str(value[k]) for k in ("country", "city") if value.get(k))
    if isinstance(value, list):
        return " ".join(str(item) for item in value)
    return "" if value is None else str(value)


def filled(form: FormData, naming: Naming) -> dict[str, str]:
    """The fields of a form that are about an entry, by name, as the ledger takes them.

    Countries may be named instead of coded: "Japan, Kuwait" is "JPN KWT".
    """
    found: dict[str, str] = {}
    for key in form:
        if key.startswith(_FORM):
            lines = [line.strip() for v in form.getlist(key) for line in str(v).splitlines()]
            name = key.removeprefix(_FORM)
            text = "\n".join(lines).strip() if name == PEOPLE else " ".join(lines).strip()
            found[name] = _coded(name, text, naming.world)
    return found


def _coded(name: str, text: str, world: World) -> str:
    if name in SIDES:
        return _sides(text, world)
    if name == "place" and not _CODES.match(text):
        country, *rest = _COMMA.split(text, maxsplit=1)
        return " ".join([_sides(country, world), *rest])
    return text


def _sides(text: str, world: World) -> str:
    """Codes where names of polities are written; what names none stays as it is."""
    if not text or _CODES.fullmatch(text):
        return text
    return " ".join(polities_in(words_of(text), world)) or text


def people_of(text: str, before: list[dict[str, Any]], naming: Naming) -> list[dict[str, Any]]:
    """The people of a form's lines; who was there already keeps entity, title and evidence."""
    offices = {word: code for code, word in naming.labels.groups["offices"].items()}
    found = []
    for line in text.splitlines():
        name, side, office = (*_SEMICOLON.split(line.strip(), maxsplit=2), "", "")[:3]
        if name:
            known = next((p for p in before if p["name"] == name), {})
            found.append({
                **known, "name": name, "side": _sides(side, naming.world) or None,
                "office": offices.get(office, office) or None,
            })  # fmt: skip
    return found
