"""Reads a raw text as the step does, for the tests of this folder."""

from dataclasses import dataclass
from datetime import date

from dragoman.core.document import Document, Story
from dragoman.core.interval import Interval
from dragoman.text.read import ReadText


@dataclass(frozen=True)
class Told:
    """A read document with short ways to what tests ask."""

    doc: Document

    def body(self, number: int = 0) -> str:
        return self.lines(self.doc.stories[number])

    def lines(self, story: Story) -> str:
        return "\n".join(p.text(self.doc.raw) for p in story.paragraphs)

    def sentences(self, story: str = "s1") -> list[str]:
        found = [s for s in self.doc.sentences if s.story == story and not s.headline]
        return [s.span.text(self.doc.raw) for s in found]

    def removed(self) -> list[str]:
        spans = [n.span for n in self.doc.notes if n.code == "furniture-removed"]
        return [s.text(self.doc.raw) for s in spans if s]

    @property
    def day(self) -> date | None:
        when = self.doc.published
        return when.earliest if when else None


def read(raw: str, **given: str | Interval) -> Told:
    return Told(ReadText()(Document(id="x", uri="page.txt", raw=raw, **given)))
