"""The command that corrects the ledger."""

import getpass
import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import LedgerOption
from dragoman.cli.streams import say, standard_output

if TYPE_CHECKING:
    from dragoman.recording.correcting import Corrector

commands = typer.Typer()


class Action(StrEnum):
    """What can be decided about an entry."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"
    UNDO = "undo"
    GOLD = "gold"


@commands.command()
def correct(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An entry; with add a document, with undo a correction, with gold a new folder.",
        ),
    ],
    action: Annotated[Action, typer.Argument(help="What is decided.")],
    others: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            help="With merge other entries; with split claims or documents; with add the family.",
        ),
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="With edit and add; values may be JSON."),
    ] = None,
    who: Annotated[str | None, typer.Option("--who", help="Who decides; by default you.")] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, for others.")] = "",
    ledger: LedgerOption = None,
) -> None:
    """Accepts, rejects, edits, merges, splits, adds to or undoes; prints the correction's id.

    `gold` writes all corrections as gold records that `dragoman score` reads.
    """
    from dragoman.core.errors import LedgerError
    from dragoman.recording.correcting import Corrector
    from dragoman.store.opening import open_ledger

    try:
        with open_ledger(ledger) as opened, standard_output() as out:
            if action is Action.GOLD:
                print(f"{_write_gold(opened, Path(name))} records in {name}", file=out)
                return
            corrector = Corrector(opened, who or _user())
            done = _decide(corrector, action, name, others or [], _values(changes or []), why)
            print(done, file=out)
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error


def _decide(
    corrector: "Corrector", action: Action, name: str, others: list[str],
    values: dict[str, Any], why: str,
) -> str:  # fmt: skip
    if action is Action.ADD:
        if len(others) != 1:
            say("say what is added: engagement, statement, outcome or event")
            raise typer.Exit(2)
        return corrector.add(name, others[0], values, why)
    made: dict[Action, Callable[[], str]] = {
        Action.ACCEPT: lambda: corrector.accept(name, why),
        Action.REJECT: lambda: corrector.reject(name, why),
        Action.EDIT: lambda: corrector.edit(name, values, why),
        Action.MERGE: lambda: corrector.merge([name, *others], why),
        Action.SPLIT: lambda: corrector.split(name, others, why),
        Action.UNDO: lambda: corrector.undo(name, why),
    }
    return made[action]()


def _values(changes: list[str]) -> dict[str, Any]:
    """FIELD=VALUE pairs; a value that is JSON is taken as such, any other as text."""
    out: dict[str, Any] = {}
    for change in changes:
        key, sign, value = change.partition("=")
        if not sign:
            say(f"{change}: write FIELD=VALUE, such as status=planned")
            raise typer.Exit(2)
        try:
            out[key.strip()] = json.loads(value)
        except ValueError:
            out[key.strip()] = value
    return out


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _write_gold(opened: Any, folder: Path) -> int:  # noqa: ANN401
    """Writes records and texts into a folder; gives how many."""
    from dragoman.core.errors import LedgerError
    from dragoman.recording.gold import as_json, gold_records

    try:
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        count = 0
        with opened.read() as connection:
            for found in gold_records(connection):
                text = folder / "texts" / found.name
                text.write_text(found.raw, encoding="utf-8", errors="replace", newline="")
                place = (folder / found.name).with_suffix(".json")
                place.write_text(as_json(found.record), encoding="utf-8")
                count += 1
    except OSError as error:
        raise LedgerError(f"{folder}: cannot be written ({error.strerror})") from error
    return count
