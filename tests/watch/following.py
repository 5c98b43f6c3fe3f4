"""A follower as tests want it: on loopback, with a clock of its own, and what it says kept."""

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.pipeline import Reader
from dragoman.recording.record import Recorder, Versions
from dragoman.sources.http import FetchLimits
from dragoman.sources.places import Place
from dragoman.sources.visitor import Manners
from dragoman.store.opening import Ledger
from dragoman.store.sql import query
from dragoman.watch.config import Config, Following
from dragoman.watch.follower import Follower
from dragoman.watch.intake import Intake
from tests.naughty import TEXT
from tests.sites import Hours, Reply, article, rss

READERS: list[Reader] = []
PAGE = Reply(article("Talks in Lima", TEXT))


def other(k):
    return Reply(article(f"Talks {k}", f"{TEXT}The round was the {k}th of its kind in the city."))


def links(site, *paths):
    """A feed that names pages of a site."""
    return rss([(site.at(path), f"About {path}") for path in paths], "Andes Wire")


def reader() -> Reader:
    """One reader for all tests: loading it takes a while."""
    if not READERS:
        READERS.append(Reader())
    return READERS[0]


@dataclass
class Run:
    """A follower with its clock and what it said."""

    ledger: Ledger
    sources: list[Following]
    clock: Hours = field(default_factory=Hours)
    said: list[str] = field(default_factory=list)
    delay: float = 1.0
    limits: FetchLimits = field(default_factory=lambda: FetchLimits(200_000, 1.0))
    alerts: tuple = ()

    def follower(self) -> Follower:
        manners = Manners("desk@hill.example", self.delay, self.limits, inside=True)
        config = Config(Path("watch.toml"), tuple(self.sources), manners=manners)
        intake = Intake(Recorder(self.ledger, Versions("0", "test")), reader())
        return Follower(config, self.ledger, intake, self.clock, self.said.append, self.alerts)

    def once(self) -> Follower:
        """One round."""
        follower = self.follower()
        follower.run(once=True)
        return follower

    def until(self, moment: float) -> Follower:
        """Follows until a time of its clock."""
        follower = self.follower()
        self.clock.call = lambda: follower.stop() if self.clock.now() >= moment else None
        follower.run()
        return follower

    def rows(self, statement: str, **values):
        with self.ledger.read() as connection:
            return query(connection, statement, **values)

    def documents(self) -> list[str]:
        """The addresses of all recorded documents."""
        return [row[0] for row in self.rows("SELECT uri FROM documents ORDER BY n")]


def feed(address: str, name: str = "feed", every: float = 300, **more) -> Following:
    return Following(name, every, Place("feed", address, **more))


def place(kind: str, address: str, name: str, every: float = 300, **more) -> Following:
    return Following(name, every, Place(kind, address, **more))
