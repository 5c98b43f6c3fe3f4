"""The commands about what is known of the world."""

from typing import Annotated

import typer

from dragoman.cli.options import LedgerOption
from dragoman.cli.streams import say, standard_output

kb = typer.Typer(no_args_is_help=True, help="What is known of people, offices and bodies.")


def show(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME|ID|CODE CODE",
            help="A name in any language, an id of the ledger, or two sides.",
        ),
    ],
    ledger: LedgerOption = None,
) -> None:
    """Prints an entry of the ledger, a pair of sides, or who has a name and which tenures."""
    from dragoman.cli.asking import shown_from_ledger
    from dragoman.core.errors import LedgerError
    from dragoman.knowledge.lookup import Lookup
    from dragoman.knowledge.world import World
    from dragoman.output.entry import entry_lines

    text = " ".join(name)
    with standard_output() as out:
        try:
            found = shown_from_ledger(ledger, name, out)
        except LedgerError as error:
            say(str(error))
            raise typer.Exit(1) from error
        known = [] if found else Lookup().find(text)
        for line in entry_lines(known, World.default()):
            print(line, file=out)
        if len(known) == 1:
            shown_from_ledger(ledger, [known[0].id], out)
    if not found and not known:
        say(f"{text}: nobody and nothing known has this name: try another part or spelling of it")
        raise typer.Exit(1)


@kb.command("update")
def kb_update(
    endpoint: Annotated[
        str | None, typer.Option("--endpoint", metavar="URL", help="Another query service.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", min=1.0, help="Seconds that one question may take.")
    ] = None,
) -> None:
    """Refreshes people and tenures from Wikidata, as a layer of its own in your folder."""
    from dragoman.knowledge.layers import FETCHED, VARIABLE, user_folder
    from dragoman.knowledge.wikidata import ENDPOINT, TIMEOUT, update

    folder = user_folder()
    if folder is None:
        say(f"{VARIABLE} is set but empty: name in it the folder to write to")
        raise typer.Exit(2)
    done = update(folder, endpoint or ENDPOINT, timeout or TIMEOUT)
    if done.problem:
        say(done.problem)
        raise typer.Exit(1)
    say(
        f"{folder / FETCHED}: {done.people} people, {done.tenures} tenures, "
        f"{done.names} names; {done.contradicted} tenures not taken, against shipped ones"
    )
