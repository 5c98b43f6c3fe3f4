"""The commands that follow sources, and that list what could be followed."""

import json
import logging
import signal
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import LedgerOption
from dragoman.cli.streams import say, standard_output

if TYPE_CHECKING:
    from dragoman.alerts.watching import Watching
    from dragoman.core.clock import Clock
    from dragoman.store.opening import Ledger
    from dragoman.watch.catalogue import Listed
    from dragoman.watch.config import Config

commands = typer.Typer()


@commands.command()
def watch(
    config: Annotated[
        Path | None,
        typer.Argument(metavar="CONFIG", help="What to follow, in TOML; by default your own file."),
    ] = None,
    ledger: LedgerOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="Look at every source once, then end.")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Print how each source stands, and end.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --status: print JSON.")] = False,
) -> None:
    """Keeps following feeds, sitemaps, pages and folders, and records what is new."""
    from dragoman.core.errors import DataError, LedgerError
    from dragoman.store.opening import open_ledger
    from dragoman.watch.config import default_config, load_config

    try:
        found = load_config(config or default_config())
        with open_ledger(ledger or found.ledger, create=not status) as opened:
            if status:
                _print_status(opened, as_json)
                return
            _follow(found, opened, once)
    except DataError as error:
        say(str(error))
        raise typer.Exit(2) from error
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error


def _follow(config: "Config", ledger: "Ledger", once: bool) -> None:
    """Follows until a signal, or for one round."""
    from dragoman.cli.reading import load_reader
    from dragoman.core.clock import WallClock
    from dragoman.recording.record import Recorder, Versions
    from dragoman.recording.versions import package_version, reader_version
    from dragoman.store.alone import alone
    from dragoman.watch.follower import Follower
    from dragoman.watch.intake import Intake

    clock = WallClock()
    recorder = Recorder(ledger, Versions(package_version(), reader_version()))
    intake = Intake(recorder, load_reader())
    alerts = _alerts(config, ledger, clock)
    follower = Follower(config, ledger, intake, clock, say=say, alerts=alerts)

    def end(number: int, _: FrameType | None) -> None:
        say(f"{signal.Signals(number).name}: ending after what is under way")
        follower.stop()
        clock.wake()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    # What goes wrong is told by `say`, one line each.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with alone(ledger, "watch"):
        say(f"following {len(config.sources)} sources")
        follower.run(once)
    say(f"{intake.recorded} recorded, {intake.failed} failed")


def _alerts(config: "Config", ledger: "Ledger", clock: "Clock") -> "list[Watching]":
    """What tells people of what is new."""
    try:
        from dragoman.alerts.channels import Channel, Filing, Mailing, Posting
        from dragoman.alerts.keeping import keep_alerts
        from dragoman.alerts.watching import Watching
    except ImportError as error:
        if not config.alerts:
            return []
        say(f"alerts need {error.name}: pip install 'dragoman[web]'")
        raise typer.Exit(2) from error
    from dragoman.core.clock import stamp
    from dragoman.knowledge.world import World
    from dragoman.lang.labels import labels, offered
    from dragoman.output.naming import Naming

    def naming() -> Naming:
        return Naming(labels(config.language) if config.language else offered()[0], World.default())

    def held() -> "Ledger":
        return ledger

    keep_alerts(ledger, config.alerts, stamp(clock.now()))
    channels: list[Channel] = [Posting(config.manners.inside), Filing(held, naming, config.pages)]
    if config.smtp is not None:
        channels.append(Mailing(config.smtp, naming, config.pages))
    return [Watching(held, channels, lambda: datetime.fromtimestamp(clock.now(), UTC))]


def _print_status(ledger: "Ledger", as_json: bool) -> None:
    from dragoman.store.following import standing, troubles

    with ledger.read() as connection:
        found, wrong = standing(connection), troubles(connection, 20)
    with standard_output() as out:
        if as_json:
            print(json.dumps({"sources": found, "troubles": wrong}, ensure_ascii=False), file=out)
            return
        for line in _status_lines(found, wrong):
            print(line, file=out)


def _status_lines(found: list[dict[str, Any]], wrong: list[dict[str, Any]]) -> list[str]:
    """How each source stands, a line each, and the pages that went wrong."""
    if not found:
        return ["nothing is followed yet: run `dragoman watch` without --status"]
    width = max(len(s["name"]) for s in found)
    lines = []
    for s in found:
        pages = ", ".join(f"{count} {state}" for state, count in s["pages"].items() if count)
        state = f"failing ({s['failures']} in a row)" if s["failures"] else s["state"]
        said = f"; {s['said']}" if s["said"] else ""
        lines.append(
            f"{s['name']:<{width}}  {s['kind']}: {state}; looked {s['looked'] or 'never'}, "
            f"next {s['due']}; pages: {pages or 'none'}{said}"
        )
    if wrong:
        lines.append("pages that went wrong, the last first:")
        lines += [f"  {w['source']}: {w['address']}: {w['state']}, {w['said']}" for w in wrong]
    return lines


@commands.command()
def sources(
    country: Annotated[
        list[str] | None, typer.Option("--country", metavar="XXX", help="Only of this country.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option("--language", metavar="CODE", help="Only in this language.")
    ] = None,
    sort: Annotated[
        list[str] | None,
        typer.Option("--sort", help="Only ministry, agency, paper or organization."),
    ] = None,
    catalogue: Annotated[
        list[Path] | None,
        typer.Option("--catalogue", metavar="FILE", help="Also the places of this list."),
    ] = None,
    toml: Annotated[
        bool, typer.Option("--toml", help="Print a configuration that follows them.")
    ] = False,
) -> None:
    """Lists ministries, agencies and papers to follow, or a configuration that follows them."""
    from dragoman.core.errors import DataError
    from dragoman.watch.catalogue import load_catalogue

    try:
        known = load_catalogue(catalogue or ())
    except DataError as error:
        say(str(error))
        raise typer.Exit(2) from error
    found = known.find([c.upper() for c in country or ()], language or (), sort or ())
    if not found:
        say(f"none of {len(known.places)} places is such a one: `dragoman sources` lists them all")
        raise typer.Exit(1)
    with standard_output() as out:
        print("\n".join(_toml(found) if toml else map(_line, found)), file=out)
    say(f"{len(found)} of {len(known.places)} places")


def _line(place: "Listed") -> str:
    return "\t".join(
        (place.id, place.country, place.sort, place.language, place.kind, place.name,
         place.address, place.verified)
    )  # fmt: skip


def _toml(found: "tuple[Listed, ...]") -> list[str]:
    """A configuration that follows places of the catalogue."""
    names = ",\n  ".join(json.dumps(place.id) for place in found)
    return ["[watch]", 'contact = "you@example.org"  # whom sites can write to', "",
            "[[source]]", f"catalogue = [\n  {names},\n]"]  # fmt: skip
