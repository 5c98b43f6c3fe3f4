"""How fast pages and API answer many clients at once: `python -m dragoman.quality.bench_web`.

Starts a server on a ledger, on loopback, and asks it for pages of each kind from as many
connections as there are clients, each of which asks again as soon as it was answered. Which pages
follows from the ledger alone: the busiest sides, pairs and people, and some seldom met.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import quote

from sqlalchemy import Connection

from dragoman.store.opening import Ledger, open_ledger
from dragoman.store.sql import query

SPREAD = 40
"""So many different pages of each kind are asked for."""
PATIENCE = 60.0
"""Seconds that the server may take to start."""
MEDIAN, HIGH, SIZE = 200.0, 500.0, 300_000
"""What a page may take: milliseconds at the median and at the 95th percentile, and bytes."""

_SERVE = (
    "import sys, uvicorn\n"
    "from dragoman.web.app import create_app\n"
    "from dragoman.web.settings import Limits, Settings\n"
    "port, ledger = int(sys.argv[1]), sys.argv[2]\n"
    "settings = Settings(port=port, ledger=ledger, limits=Limits(pages=10**9))\n"
    "uvicorn.run(create_app(settings), port=port, log_level='warning')\n"
)
"""As `dragoman serve`, but no caller is told to wait."""


@dataclass(slots=True)
class Figures:
    """What was measured of one kind of page: milliseconds and bytes an answer."""

    kind: str
    taken: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    failed: int = 0
    spent: float = 0.0
    """Seconds of a processor that the server took for all answers."""

    @property
    def cost(self) -> float:
        """Milliseconds of a processor an answer: what a busy machine does not change much."""
        return self.spent / max(len(self.taken), 1) * 1000

    @property
    def median(self) -> float:
        """Milliseconds at the median."""
        return statistics.median(self.taken) if self.taken else float("inf")

    @property
    def high(self) -> float:
        """Milliseconds at the 95th percentile."""
        if not self.taken:
            return float("inf")
        return sorted(self.taken)[min(len(self.taken) - 1, int(len(self.taken) * 0.95))]

    @property
    def held(self) -> bool:
        """True where all answers were whole, small and in time."""
        small = max(self.sizes, default=0) <= SIZE
        return not self.failed and small and self.median <= MEDIAN and self.high <= HIGH

    def line(self) -> str:
        """The figures for people."""
        return (
            f"{self.kind:<20} {len(self.taken):>6} answers  median {self.median:>6.0f} ms  "
            f"95 % {self.high:>6.0f} ms  processor {self.cost:>5.1f} ms  "
            f"largest {max(self.sizes, default=0) / 1000:>4.0f} kB"
            + (f"  {self.failed} failed" if self.failed else "")
        )


def addresses(connection: Connection, most: int = SPREAD) -> dict[str, list[str]]:
    """By kind, the pages to ask for: half of what is busiest, half spread over the rest."""
    pairs = _spread(query(
        connection,
        "SELECT a, b FROM entry_pairs GROUP BY a, b ORDER BY COUNT(*) DESC, a, b",
    ), most)  # fmt: skip
    people = _spread(query(
        connection,
        "SELECT x.id FROM entry_people p JOIN entities x ON x.n = p.entity WHERE x.kind = 'person'"
        " GROUP BY x.id ORDER BY COUNT(*) DESC, x.id",
    ), most)  # fmt: skip
    names = query(
        connection, "SELECT name FROM entities WHERE id IN :ids", ids=[row[0] for row in people]
    )
    entries = _spread(query(
        connection, "SELECT id FROM entries WHERE family = 'engagement' ORDER BY reports DESC, id"
    ), most)  # fmt: skip
    sides = sorted({side for pair in pairs for side in pair})[:most]
    words = [
        f"/search?q={quote(words)}"
        for words in (
            *(f"{a} {b}" for a, b in pairs[:most]),
            *(name for (name,) in names),
            "meeting", "talk", "report", "promised matter", "agreement", "energy",
        )
    ]  # fmt: skip
    return {
        "home": ["/"],
        "pair": [f"/pairs/{a}-{b}" for a, b in pairs],
        "person": [f"/people/{quote(name)}" for (name,) in people],
        "search": words,
        "polity": [f"/polities/{side}" for side in sides],
        "entry": [f"/entries/{name}" for (name,) in entries],
        "briefing": [f"/pairs/{a}-{b}/brief" for a, b in pairs],
        "API": [
            *(f"/api/v1/engagements?side={a}&side={b}" for a, b in pairs),
            *(f"/api/v1/events?side={side}" for side in sides),
            "/api/v1/entities?kind=person", "/api/v1/documents", "/api/v1/pairs",
        ],
    }  # fmt: skip


def _spread(rows: Sequence[tuple[str, ...]], most: int) -> list[tuple[str, ...]]:
    first, rest = list(rows[: most // 2]), rows[most // 2 :]
    step = max(1, len(rest) // max(1, most - len(first)))
    return first + list(rest[::step])[: most - len(first)]


def ask_once(port: int, kind: str, paths: Sequence[str]) -> Figures:
    """Asks for each page once, from one connection."""
    figures = Figures(kind)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for path in paths:
        _one(connection, path, figures)
    connection.close()
    return figures


def _one(connection: HTTPConnection, path: str, figures: Figures) -> None:
    """Asks for one page and notes how long it took, and whether it came."""
    started = time.perf_counter()
    try:
        connection.request("GET", path, headers={"accept": "text/html"})
        answer = connection.getresponse()
        size = len(answer.read())
    except OSError:
        figures.failed += 1
        connection.close()
        return
    figures.taken.append((time.perf_counter() - started) * 1000)
    figures.sizes.append(size)
    figures.failed += answer.status != 200


def ask(port: int, kind: str, paths: Sequence[str], clients: int, seconds: float) -> Figures:
    """Asks for pages of one kind from many connections at once for some seconds."""
    figures = Figures(kind)
    end = time.monotonic() + seconds

    def client(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        at = number * len(paths) // clients
        while time.monotonic() < end:
            _one(connection, paths[at % len(paths)], figures)
            at += 1
        connection.close()

    threads = [Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return figures


class Server:
    """`dragoman serve` on a free port of this machine, until the block ends."""

    def __init__(self, ledger: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(self.port), ledger],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> "Server":
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
                connection.request("GET", "/")
                connection.getresponse().read()
                return self
            except OSError:
                time.sleep(0.2)
        raise SystemExit("the server did not start: run `dragoman serve` to see why")

    def __exit__(self, *problem: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)

    def spent(self) -> float:
        """Seconds of a processor that the server took so far; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self._process.pid}/stat", encoding="ascii") as stat:
                fields = stat.read().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return 0.0

    def memory(self) -> float:
        """The most memory that the server held, in megabytes; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self._process.pid}/status", encoding="ascii") as status:
                peak = next(line for line in status if line.startswith("VmHWM"))
                return int(peak.split()[1]) / 1024
        except (OSError, StopIteration):
            return 0.0


def measure(ledger: Ledger, kinds: Sequence[str], clients: int, seconds: float) -> list[Figures]:
    """Figures of each kind of page under all clients; prints them as they come.

    Before that one client asks for every page once: what pages cost that nobody asked for before.
    """
    with ledger.read() as connection:
        wanted = addresses(connection)
    found = []
    with Server(ledger.where) as server:
        for kind, paths in wanted.items():
            if kinds and kind not in kinds:
                continue
            before = server.spent()
            first = ask_once(server.port, f"{kind}, first time", paths)
            first.spent = server.spent() - before
            under = ask(server.port, kind, paths, clients, seconds)
            under.spent = server.spent() - before - first.spent
            print(f"{first.line()}\n{under.line()}", flush=True)
            found.append(under)
        print(f"memory of the server: {server.memory():.0f} MB")
    return found


def main() -> None:
    """Prints the figures; the exit code is 1 where a page was slow, large or not answered."""
    options = argparse.ArgumentParser(description="Speed of pages and API under many clients.")
    options.add_argument("--ledger", required=True, help="a file, or postgresql://…")
    options.add_argument("--clients", type=int, default=20)
    options.add_argument("--seconds", type=float, default=10.0, help="for each kind of page")
    options.add_argument("--kind", action="append", default=[], help="only this kind of page")
    given = options.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{given.clients} clients on {os.cpu_count()} cores, load before: {load:.1f}")
    with open_ledger(given.ledger) as ledger:
        found = measure(ledger, given.kind, given.clients, given.seconds)
    sys.exit(0 if all(figures.held for figures in found) else 1)


if __name__ == "__main__":
    main()
