"""The commands that ask the ledger."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dragoman.cli.meanings import keep_meanings
from dragoman.cli.options import LedgerOption, Since, Until, iso
from dragoman.cli.streams import say, standard_output

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.store.listing import Page

commands = typer.Typer()


class Shape(StrEnum):
    """Shapes of what is found."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


@commands.command()
def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Words, in any language.")
    ] = None,
    family: Annotated[
        list[str] | None,
        typer.Option("--family", help="engagement, statement, outcome or event."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "--type", help="Kind of engagement or outcome, type of event."),
    ] = None,
    status: Annotated[list[str] | None, typer.Option("--status", help="Such as planned.")] = None,
    side: Annotated[
        list[str] | None, typer.Option("--side", metavar="CODE", help="A side; twice for a pair.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME|ID", help="Who took part or spoke.")
    ] = None,
    office: Annotated[
        str | None, typer.Option("--office", help="Office of somebody there.")
    ] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="Such as energy.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE")] = None,
    city: Annotated[str | None, typer.Option("--city", help="In English.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Told by it.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Told in it.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="At least so sure.")
    ] = 0.0,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Also what people rejected.")
    ] = False,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="By meaning across languages, beside the words.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500)] = 20,
    form: Annotated[Shape, typer.Option("--format", "-f")] = Shape.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Finds entries by words and meaning in any language, and by who, what, when, where."""
    from dragoman.core.errors import LedgerError
    from dragoman.lang.search_words import asked_words
    from dragoman.store.listing import SHOWN, Asked, list_entries
    from dragoman.store.nearness import Meanings
    from dragoman.store.opening import open_ledger

    text = " ".join(words or [])
    try:
        with open_ledger(ledger) as opened:
            vectors = keep_meanings(opened) if meaning and text else None
            with opened.read() as connection, standard_output() as out:
                asked = Asked(
                    families=family or (), types=kind or (), statuses=status or (),
                    sides=sorted(set(side or ())), person=_person(connection, person),
                    office=office, topic=topic, country=country, city=city, since=iso(since),
                    until=iso(until), outlet=outlet, language=language, least=min_confidence,
                    standings=() if rejected else SHOWN,
                    words=() if vectors else asked_words(text),
                )  # fmt: skip
                if vectors:
                    [question] = vectors([text])
                    found = Meanings().nearest(connection, asked, question, limit)
                else:
                    found = list_entries(connection, asked, limit=limit)
                _print(connection, found, form, out)
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error
    if not found.items:
        say("nothing found")
        raise typer.Exit(1)


def _person(connection: "Connection", name: str | None) -> str | None:
    """The id of the person in the ledger whom a name, or an id, means."""
    from dragoman.core.errors import NotInLedgerError
    from dragoman.knowledge.lookup import Lookup
    from dragoman.lang.search_words import words_of
    from dragoman.store.recorded import find_entities, list_entities

    if name is None or find_entities(connection, [name]):
        return name
    found, _ = list_entities(connection, kind="person", words=words_of(name), limit=5)
    if not found:
        known = [entry.id for entry in Lookup().find(name)]
        found = list(find_entities(connection, known).values())
    if not found:
        raise NotInLedgerError(f"{name}: the ledger knows nobody of this name")
    if len(found) > 1:
        shown = ", ".join(f"{e['name']} ({e['id']})" for e in found)
        say(f"{name}: several people: {shown}; taking the first")
    return str(found[0]["id"])


def _names(connection: "Connection", entries: list[dict[str, Any]]) -> dict[str, str]:
    from dragoman.store.recorded import find_entities

    ids: set[str] = set()
    for entry in entries:
        ids |= {*entry.get("sides", ()), *entry.get("parties", ()), *entry.get("to", ())}
        ids |= {str(entry[k]) for k in ("source", "target", "side", "speaker") if entry.get(k)}
        ids |= {str(p["entity"]) for p in entry.get("participants", ())}
    return {key: str(e["name"]) for key, e in find_entities(connection, ids).items()}


def _print(connection: "Connection", found: "Page", form: Shape, out: TextIO) -> None:
    from dragoman.output.ledger import line

    if form is Shape.JSON:
        print(json.dumps(found.items, ensure_ascii=False, indent=2), file=out)
        return
    names = _names(connection, found.items)
    for entry in found.items:
        if form is Shape.JSONL:
            print(json.dumps(entry, ensure_ascii=False), file=out)
        else:
            print(line(entry, names), file=out)


def shown_from_ledger(place: str | None, name: list[str], out: TextIO) -> bool:
    """Prints what the ledger has under an id, or of a pair of sides; False where nothing.

    Raises:
        LedgerError: the ledger that was named cannot be read.
    """
    from dragoman.output.ledger import line, page
    from dragoman.store.listing import Asked, find_entry, list_entries
    from dragoman.store.opening import default_place, open_ledger

    where = place or default_place()
    if place is None and "://" not in where and not Path(where).exists():
        return False
    with open_ledger(where) as opened, opened.read() as connection:
        entry = find_entry(connection, name[0]) if len(name) == 1 else None
        if entry is not None:
            inside = [entry]
            if entry["family"] == "engagement":
                for claim in entry["claims"]:
                    inside += list_entries(connection, Asked(engagement=claim), limit=100).items
            names = _names(connection, inside)
            for text in page(entry, names, inside[1:]):
                print(text, file=out)
            return True
        codes = sorted(code.upper() for code in name)
        if len(codes) == 2 and all(len(code) == 3 and code.isalpha() for code in codes):
            asked = Asked(sides=codes)
        elif len(name) == 1:
            asked = Asked(person=name[0], families=("engagement",))
        else:
            return False
        found = list_entries(connection, asked, limit=50).items
        names = _names(connection, found)
        for item in found:
            print(line(item, names), file=out)
        return bool(found)
