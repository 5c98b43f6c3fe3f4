"""Who is named: persons with their offices and sides, bodies, polities, and stand-ins for them."""

from dataclasses import dataclass
from typing import Literal

from dragoman.core.quick import quick
from dragoman.extract.elements import Element

ActorKind = Literal[
    "person", "role", "polity", "body", "group", "organization", "both", "pronoun", "own"
]  # fmt: skip


@quick
@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act: tokens `first` up to, but not including, `last` of a sentence.

    `kind` is `person` (named), `role` (by office alone), `polity`, `body` (a government, an
    army), `group` (police, rebels, whose sector alone is told), `organization`, `both` ("the two
    sides"), `pronoun` or `own` ("his country"). `side` is None until it is known. `name` is the
    bare name, at tokens `name_at`.
    """

    kind: ActorKind
    first: int
    last: int
    side: str | None = None
    office: str | None = None
    name: str | None = None
    name_at: tuple[int, int] | None = None
    title: str | None = None
    entity: str | None = None
    sector: str | None = None
    host: str | None = None
    plural: bool = False
    former: bool = False
    visiting: bool = False
    peer: bool = False
    place: str | None = None
    speaking: bool = False
    """True for "we" and "I", which mean whoever is asked in an interview."""
    theirs: bool = False
    """True for an office told as somebody's by a pronoun: "its president"."""
    loose: bool = False
    """True for any who hold an office, told of without an article: "a meeting of ministers"."""
    count: int = 1
    """How many sides "both" and its like mean; 0 for any number ("those countries")."""


@quick
@dataclass(frozen=True, slots=True)
class Node:
    """One step of a clause: actors, or an element that is none; `owned` before a possessive."""

    letter: str
    first: int
    last: int
    actors: tuple[Actor, ...] = ()
    element: Element | None = None
    owned: bool = False
