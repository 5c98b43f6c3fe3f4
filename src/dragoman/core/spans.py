"""Half-open stretches of a document's raw text, counted in Unicode code points."""

from dataclasses import dataclass

from dragoman.core.quick import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `start` up to, but not including, `end` of a raw text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """True where `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def text(self, raw: str) -> str:
        """The words of `raw` that the span points at."""
        return raw[self.start : self.end]


def hull(*spans: Span) -> Span:
    """The smallest span that covers all the given ones."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
