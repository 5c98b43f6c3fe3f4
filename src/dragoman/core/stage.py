"""The one shape of a reading step."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from dragoman.core.document import Document


@dataclass(frozen=True, slots=True)
class StageSpec:
    """A step's name and version, what it needs to be there and what it gives."""

    name: str
    version: int
    needs: frozenset[str]
    gives: frozenset[str]


class Stage(Protocol):
    """A pure function of a document and of the knowledge the step was built with."""

    spec: ClassVar[StageSpec]

    def __call__(self, doc: Document) -> Document:
        """Returns the document with what the step gives."""
        ...
