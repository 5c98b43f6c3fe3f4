"""Days between which something lies, with how that is known and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["explicit", "relative", "inferred"]


LAST_DAY = date.max.isoformat()
"""The last day there is, in ISO form: the end of a period without an end."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days `earliest` to `latest`, both included.

    `basis` says how the days are known: written out (`explicit`), reckoned from another date
    (`relative`) or reasoned from what else the text says (`inferred`). `because` is the reason
    in words, such as "‘on Wednesday’, story dated 2023-12-14".
    """

    earliest: date
    latest: date
    basis: Basis
    because: str

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"an interval runs forward: {self.earliest}..{self.latest}")

    @property
    def days(self) -> int:
        """How many days the interval holds, at least 1."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: "Interval") -> bool:
        """True where the two share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def meet(self, other: "Interval", because: str | None = None) -> "Interval | None":
        """The days in both, or None where there are none; keeps the narrower one's basis."""
        earliest, latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        if earliest > latest:
            return None
        narrow = self if self.days <= other.days else other
        return Interval(earliest, latest, narrow.basis, because or narrow.because)
