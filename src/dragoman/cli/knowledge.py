"""The commands about what is known of the world."""

from typing import Annotated

import typer

from dragoman.cli.streams import say, standard_output

kb = typer.Typer(no_args_is_help=True, help="What is known of people, offices and bodies.")


def show(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, in any language, or id.")],
) -> None:
    """Prints who or what has a name: the entry, its names, and a person's tenures."""
    from dragoman.knowledge.lookup import Lookup
    from dragoman.knowledge.world import World
    from dragoman.output.entry import entry_lines

    found = Lookup().find(name)
    with standard_output() as out:
        for line in entry_lines(found, World.default()):
            print(line, file=out)
    if not found:
        say(f"{name}: nobody and nothing known has this name: try another part or spelling of it")
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
