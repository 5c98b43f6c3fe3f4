"""The raw text of a document cut where claims, stories and paragraphs begin and end."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Json = Mapping[str, Any]

FAMILIES = (("engagements", "engagement"), ("statements", "statement"), ("outcomes", "outcome"),
            ("events", "event"))  # fmt: skip
_SHORTEST = 2
"""Names as short as this may be any word."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that support a claim: `claim` is its id, `kind` what it is.

    Words that only name somebody have no claim, but the `address` of a page.
    """

    start: int
    end: int
    kind: str
    claim: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks all through; `start` is its place in the raw text."""

    start: int
    text: str
    kinds: tuple[str, ...]
    claims: tuple[str, ...]
    address: str = ""

    @property
    def claim(self) -> str:
        """The narrowest claim that it supports, to which it links."""
        return self.claims[0] if self.claims else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the raw text; `story` is the story it belongs to, None for furniture."""

    pieces: tuple[Piece, ...]
    story: str | None
    begins: bool


def claim_marks(reading: Json) -> list[Mark]:
    """Every evidence of a reading, that of participants too."""
    marks: list[Mark] = []
    for family, kind in FAMILIES:
        for claim in reading[family]:
            marks += _marks(claim["evidence"], kind, claim["id"])
            for person in claim.get("participants", ()):
                marks += _marks(person["evidence"], "participant", claim["id"])
    return marks


def _marks(evidence: Sequence[Json], kind: str, claim: str) -> Iterator[Mark]:
    for span in evidence:
        if span["start"] < span["end"]:
            yield Mark(span["start"], span["end"], kind, claim)


def mention_marks(
    raw: str, entities: Iterable[Json], address: Callable[[Json], str], claims: Iterable[Mark]
) -> list[Mark]:
    """Where the text names one of the entities outside of the words that support claims."""
    pages: dict[str, str] = {}
    for entity in entities:
        for form in (entity["name"], *entity["names"].values()):
            if len(form) > _SHORTEST:
                pages.setdefault(form, address(entity))
    if not pages:
        return []
    forms = "|".join(re.escape(form) for form in sorted(pages, key=lambda f: (-len(f), f)))
    taken = [(mark.start, mark.end) for mark in claims]
    return [
        Mark(found.start(), found.end(), "mention", "", pages[found[0]])
        for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", raw)
        if not any(a < found.end() and found.start() < b for a, b in taken)
    ]


def lines(raw: str, stories: Sequence[Json], marks: Iterable[Mark]) -> list[Line]:
    """The lines of a raw text, marked; joined again they are the raw text."""
    told = sorted((start, end, story["id"]) for story in stories for start, end in story["spans"])
    marks = sorted(marks, key=lambda m: (m.start, m.end, m.kind, m.claim))
    cuts = sorted({at for m in marks for at in (m.start, m.end)} | {e for t in told for e in t[:2]})
    found: list[Line] = []
    last: str | None = None
    at = 0
    for line in raw.splitlines(keepends=True):
        end = at + len(line)
        text_end = at + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        story = next((s for a, b, s in told if a < text_end and b > at), None)
        inside = [m for m in marks if m.start < text_end and m.end > at]
        edges = [at, *(c for c in cuts if at < c < text_end), text_end]
        pieces = tuple(
            _piece(a, raw[a:b], [m for m in inside if m.start <= a and b <= m.end])
            for a, b in pairwise(edges)
            if a < b
        )
        found.append(Line(pieces, story, story is not None and story != last))
        last = story or last
        at = end
    return found


def _piece(start: int, text: str, marks: list[Mark]) -> Piece:
    narrow = sorted(marks, key=lambda m: (m.end - m.start, m.kind, m.claim))
    kinds = tuple(dict.fromkeys(m.kind for m in narrow))
    claims = tuple(dict.fromkeys(m.claim for m in narrow if m.claim))
    return Piece(start, text, kinds, claims, next((m.address for m in narrow if m.address), ""))
