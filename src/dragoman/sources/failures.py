"""What is said of an input that could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputFailure:
    """One input that gave no document: which, why, and what to do about it."""

    uri: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.uri}: {self.reason}" + (f" ({self.hint})" if self.hint else "")


@dataclass(frozen=True, slots=True)
class PassedOver(InputFailure):
    """What nobody asked for by name and that holds no document: worth a word, and no failure."""
