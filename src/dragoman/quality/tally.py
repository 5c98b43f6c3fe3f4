"""What a score is made of: counts by layer, and what went wrong where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]

LAYERS = (
    "stories", "engagements", "kinds", "status", "participants", "offices", "dates", "places",
    "topics", "outcomes", "events", "frameworks", "published",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts of one layer."""

    hit: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.hit + self.spurious
        return self.hit / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is to be found that was; 1 where there is nothing."""
        wanted = self.hit + self.missed
        return self.hit / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def judge(self, right: bool, found: object = True) -> None:
        """Counts one value: right, or else missed and, where something was found, spurious."""
        if right:
            self.hit += 1
        else:
            self.missed += 1
            self.spurious += bool(found)

    def add(self, other: "Tally") -> None:
        """Adds another tally's counts."""
        self.hit += other.hit
        self.missed += other.missed
        self.spurious += other.spurious


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that reading and gold do not agree on.

    `found` and `gold` say what each of them holds, empty where it holds nothing; `words` are
    the evidence, and `start` is where they stand in the raw text, None where nothing points there.
    """

    document: str
    layer: str
    label: str
    found: str = ""
    gold: str = ""
    words: str = ""
    start: int | None = None

    @property
    def line(self) -> str:
        """The miss as one line for people."""
        gold = f"gold {self.gold}" if self.found and self.gold else self.gold
        parts = (self.document, f"{self.label}:", self.found, gold)
        words = ("|", self.words) if self.words else ()
        return "  ".join(part for part in (*parts, *words) if part)


@dataclass(slots=True)
class Score:
    """Tallies of all layers, noise kept in stories, documents without a reading, and misses."""

    layers: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in LAYERS})
    leaks: int = 0
    absent: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Adds another score's counts and misses."""
        for name, tally in other.layers.items():
            self.layers[name].add(tally)
        self.leaks += other.leaks
        self.absent += other.absent
        self.misses += other.misses

    def f1(self) -> dict[str, float]:
        """F1 by layer."""
        return {name: tally.f1 for name, tally in self.layers.items()}


class Judge:
    """Compares one reading with one gold record, keeping the score."""

    def __init__(self, name: str, reading: Record, raw: str) -> None:
        self.name = name
        self.reading = reading
        self.raw = raw
        self.score = Score()
        self.entities: dict[str, Record] = {e["id"]: e for e in reading.get("entities", [])}

    def tally(self, layer: str) -> Tally:
        """The counts of a layer."""
        return self.score.layers[layer]

    def miss(
        self, layer: str, label: str, found: str = "", gold: str = "", at: Record | str = ""
    ) -> None:
        """Remembers a miss; `at` is the gold's evidence, or a found record with its own."""
        if isinstance(at, str):
            words, start = at, self.raw.find(at) if at else -1
        else:
            first = (at.get("evidence") or [{}])[0]
            words, start = str(first.get("text", "")), first.get("start", -1)
        place = start if start >= 0 else None
        miss = Miss(self.name, layer, label, found, gold, " ".join(words.split()), place)
        self.score.misses.append(miss)

    def records(self, key: str, story: str | None) -> list[Record]:
        """The reading's records of a story; none where the story was not found."""
        if story is None:
            return []
        return [r for r in self.reading.get(key, []) if r.get("story") == story]


def inside(found: Record | None, gold: Record) -> bool:
    """True where the interval found lies inside the gold's."""
    if not found:
        return False
    return bool(gold["earliest"] <= found["earliest"] and found["latest"] <= gold["latest"])


def days(interval: Record | None) -> str:
    """An interval as "first to last day", or "none"."""
    if not interval:
        return "none"
    return f"{interval['earliest']} to {interval['latest']}"


def entity_names(entity: Record) -> list[str]:
    """An entity's name and its names in other languages."""
    names = [entity.get("name"), *(entity.get("names") or {}).values()]
    return [name for name in names if isinstance(name, str)]
