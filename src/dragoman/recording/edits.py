"""Which fields of an entry people may change, and how they write the values."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.core.errors import LedgerError
from dragoman.core.reading import content_id
from dragoman.knowledge.offices import load_offices
from dragoman.knowledge.ontology import load_ontology
from dragoman.store.entry import JsonObject

KINDS = ("meeting", "call", "visit", "consultations", "summit", "conference", "letter", "signing",
         "ceremony")  # fmt: skip
STATUSES = ("happened", "planned", "cancelled", "denied")
EVENT_STATUSES = ("happened", "planned", "denied", "hypothetical", "historical")
OUTCOMES = ("instrument", "agreement", "pledge", "invitation", "plan")
_CODE = re.compile(r"[A-Z]{3}")


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:  # noqa: ANN401
        if value not in choices:
            raise ValueError(f"one of {', '.join(choices)}")
        return value

    return check


def _codes(value: Any) -> list[str]:  # noqa: ANN401
    given = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(given, list) or not all(_CODE.fullmatch(str(c)) for c in given):
        raise ValueError("codes of three capital letters, such as JPN KWT")
    return sorted(set(given))


def _code(value: Any) -> str | None:  # noqa: ANN401
    if value is not None and not _CODE.fullmatch(str(value)):
        raise ValueError("a code of three capital letters, such as JPN")
    return str(value) if value is not None else None


def _topics(value: Any) -> list[str]:  # noqa: ANN401
    given = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(given, list) or not all(re.fullmatch(r"[a-z_]+", str(t)) for t in given):
        raise ValueError("topics such as energy trade_investment")
    return sorted(set(given))


def _number(value: Any) -> int | None:  # noqa: ANN401
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and value.isdigit():
        return int(value)
    raise ValueError("a whole number")


def _text(value: Any) -> str | None:  # noqa: ANN401
    if value is None or isinstance(value, str):
        return value or None
    raise ValueError("a text")


def _days(value: Any) -> JsonObject | None:  # noqa: ANN401
    """A day, two days parted by "..", or an object with `earliest` and `latest`."""
    if value is None:
        return None
    if isinstance(value, str):
        begin, _, end = value.partition("..")
        value = {"earliest": begin.strip(), "latest": (end or begin).strip()}
    try:
        days = [date.fromisoformat(value[key]) for key in ("earliest", "latest")]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("a day such as 2024-03-05, or 2024-03-05..2024-03-07") from error
    if days[0] > days[1]:
        raise ValueError("days that run forward")
    return {"earliest": days[0].isoformat(), "latest": days[1].isoformat()}


def _place(value: Any) -> JsonObject | None:  # noqa: ANN401
    """A country's code and a city, such as "KWT Kuwait City", or an object with both."""
    if isinstance(value, str):
        code, _, name = value.partition(" ")
        value = {"country": code, "city": name.strip() or None}
    if value is None:
        return None
    if not isinstance(value, dict) or not {"country", "city"} >= set(value) - {"geonames"}:
        raise ValueError("a country's code and a city, such as KWT Kuwait City")
    city = _text(value.get("city"))
    return {"country": _code(value.get("country")), "city": city,
            "geonames": _number(value.get("geonames"))}  # fmt: skip


def _people(value: Any) -> list[JsonObject]:  # noqa: ANN401
    if not isinstance(value, list):
        raise ValueError('people such as [{"name": "Aiko Mori", "side": "JPN", "office": null}]')
    out = []
    for person in value:
        if not isinstance(person, dict) or not isinstance(person.get("name"), str):
            raise ValueError("people with a name each")
        office = person.get("office")
        if office is not None and office not in load_offices():
            raise ValueError(f"offices among {', '.join(load_offices())}")
        side, name = _code(person.get("side")), person["name"]
        entity = _text(person.get("entity")) or content_id("person", name.casefold(), side or "")
        out.append({
            "entity": entity, "name": name, "side": side, "office": office,
            "title": _text(person.get("title")), "evidence": person.get("evidence") or [],
        })  # fmt: skip
    return out


def _type(value: Any) -> str:  # noqa: ANN401
    try:
        load_ontology().quad(value)
    except Exception as error:
        raise ValueError("a PLOVER type such as CONSULT") from error
    return str(value)


FIELDS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "engagement": {
        "kind": _one_of(KINDS), "status": _one_of(STATUSES), "sides": _codes,
        "participants": _people, "date": _days, "place": _place, "sidelines_of": _text,
        "round": _number, "duration_minutes": _number, "topics": _topics,
    },
    "statement": {
        "side": _code, "target": _code, "act": _type, "mode": _text, "gist": _text,
        "topics": _topics,
    },
    "outcome": {
        "kind": _one_of(OUTCOMES), "parties": _codes, "to": _codes, "instrument": _text,
        "date": _days, "topics": _topics,
    },
    "event": {
        "source": _code, "target": _code, "type": _type, "mode": _text, "date": _days,
        "status": _one_of(EVENT_STATUSES),
    },
}  # fmt: skip
"""By family, the fields that may be changed, each with what makes a value of it."""

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("engagement", "kind"): KINDS,
    ("engagement", "status"): STATUSES,
    ("outcome", "kind"): OUTCOMES,
    ("event", "status"): EVENT_STATUSES,
    ("statement", "act"): tuple(load_ontology().types),
    ("event", "type"): tuple(load_ontology().types),
}
"""By family and field, the values that it can have, where these are few."""
SIDES = frozenset({"sides", "parties", "to", "side", "target", "source"})
"""Fields that hold codes of sides."""


def checked(family: str, changes: JsonObject, who: str) -> JsonObject:
    """Changes as they are kept, with the fields that follow from others.

    Raises:
        LedgerError: a field cannot be changed, or a value is none for it.
    """
    fields = FIELDS[family]
    out: JsonObject = {}
    for key, value in changes.items():
        if key not in fields:
            raise LedgerError(f"{key}: no field of an {family} to change: {', '.join(fields)}")
        try:
            out[key] = fields[key](value)
        except ValueError as error:
            raise LedgerError(f"{key}: {value!r} will not do: give {error}") from error
    if out.get("date"):
        out["date"] |= {"basis": "explicit", "because": f"corrected by {who}"}
    if family == "event" and "type" in out:
        ontology, mode = load_ontology(), out.get("mode")
        kind = out["type"]
        out |= {"quad": ontology.quad(kind), "score": ontology.score(kind, mode), "mode": mode,
                "cameo": ontology.cameo(kind, mode)}  # fmt: skip
    if not out:
        raise LedgerError("give at least one field to change, such as --set status=planned")
    return out
