"""An entry of the tables laid out for a person: its names, what is known of it, its tenures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dragoman.core.interval import Interval
from dragoman.knowledge.lookup import Found
from dragoman.knowledge.people import Tenure
from dragoman.knowledge.world import World
from dragoman.output.words import days, isolate

MOST = 5
"""Of more entries than these each is told in one line."""
LABEL = 12


def entry_lines(found: Sequence[Found], world: World) -> Iterator[str]:
    """The lines that tell of entries: in full where they are few, else one line each."""
    if len(found) > MOST:
        yield from (f"{each.name}  {_what(each, world)}  {each.id}" for each in found)
        return
    for number, each in enumerate(found):
        if number:
            yield ""
        yield f"{each.name}  {_what(each, world)}"
        yield _line("id", each.id)
        for code, forms in sorted(each.forms.items()):
            yield _line(code, "; ".join(isolate(form) for form in dict.fromkeys(forms)))
        yield from (_line(label, text) for label, text in _facts(each, world) if text)
        if each.kind == "person":
            yield from (_line("", text) for text in _tenures(world.tenures_of(each.id)))


def _line(label: str, text: str) -> str:
    return f"  {label:<{LABEL}}{text}"


def _what(found: Found, world: World) -> str:
    """What kind of thing an entry is, in brackets."""
    if found.kind == "person":
        side = world.person_side(found.id) or ""
    elif found.kind == "place":
        side = world.places[found.id].polity or "disputed"
    elif found.kind == "organization":
        side = world.organizations[found.id].side
    else:
        side = ""
    return f"({', '.join(filter(None, (found.kind, side)))})"


def _facts(found: Found, world: World) -> Iterable[tuple[str, str]]:
    """Labels and what stands beside them, empty where it is not known."""
    if found.kind == "person":
        person = world.people[found.id]
        return (("wikidata", person.wikidata), ("sources", ", ".join(person.sources)))
    if found.kind == "polity":
        polity = world.polities[found.id]
        return (
            ("iso2", polity.iso2), ("wikidata", polity.wikidata), ("capital", polity.capital),
            ("fr", polity.names_fr), ("ja", polity.names_ja), ("note", polity.note),
        )  # fmt: skip
    if found.kind == "organization":
        body = world.organizations[found.id]
        return (
            ("kind", body.kind), ("wikidata", body.wikidata), ("members", " ".join(body.members)),
        )  # fmt: skip
    if found.kind == "framework":
        framework = world.frameworks[found.id]
        return (
            ("kind", framework.kind), ("wikidata", framework.wikidata),
            ("parties", " ".join(framework.parties)),
        )  # fmt: skip
    place = world.places[found.id]
    return (
        ("kind", place.kind), ("city", place.city), ("geonames", str(place.geonames or "")),
        ("at", f"{place.latitude:.4f}, {place.longitude:.4f}"), ("note", place.note),
    )  # fmt: skip


def _tenures(tenures: Iterable[Tenure]) -> list[str]:
    """One line a tenure, the earliest first."""
    spells = [
        (
            _bound(t.from_earliest, t.from_latest), _last(t), t.side,
            t.office.replace("_", " "), t.title, ", ".join(t.sources),
        )
        for t in sorted(tenures, key=lambda t: t.from_earliest or date.min)
    ]  # fmt: skip
    wide = [max((len(spell[k]) for spell in spells), default=0) for k in range(5)]
    return [
        "  ".join(part.ljust(wide[k]) for k, part in enumerate(spell[:5])) + f"  [{spell[5]}]"
        for spell in spells
    ]


def _bound(earliest: date | None, latest: date | None) -> str:
    """A first or last day as precisely as it is known."""
    if earliest and latest:
        return days(Interval(earliest, latest, "explicit", ""))
    if earliest:
        return f"{earliest} or later"
    return f"{latest} or earlier" if latest else "?"


def _last(tenure: Tenure) -> str:
    return "today" if tenure.current else _bound(tenure.to_earliest, tenure.to_latest)
