"""What a briefing is made of: lines with their sources, under headings."""

from dataclasses import asdict, dataclass

from dragoman.lang.labels import Labels
from dragoman.store.entry import JsonObject


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a briefing: its words, what is quoted, and the numbers of its sources.

    `entry` is the id of the entry that it tells of, `at` where the quoted words stand: a document
    and an offset in its raw text.
    """

    text: str
    quoted: str = ""
    cites: tuple[int, ...] = ()
    entry: str | None = None
    at: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a briefing under a heading; `groups` are lines under headings of their own.

    `key` is the same in all languages: state, contacts, said, commitments or open.
    """

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    groups: tuple[tuple[str, tuple[Line, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report: its number, outlet, day and language in words, where it was found, its document."""

    number: int
    outlet: str
    day: str
    language: str
    place: str
    document: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing; `told` is False where the ledger knows nothing of the two.

    `left_out` says, where only the newest were asked for, that there is more.
    """

    title: str
    period: str
    labels: Labels
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    told: bool
    left_out: str = ""

    def to_json(self) -> JsonObject:
        """The briefing as plain JSON types."""
        return {
            "title": self.title, "period": self.period, "language": self.labels.code,
            "told": self.told, "left_out": self.left_out,
            "sections": [
                {
                    "key": s.key, "title": s.title, "lines": [asdict(line) for line in s.lines],
                    "groups": [
                        {"title": title, "lines": [asdict(line) for line in lines]}
                        for title, lines in s.groups
                    ],
                }
                for s in self.sections
            ],
            "sources": [asdict(source) for source in self.sources],
        }  # fmt: skip
