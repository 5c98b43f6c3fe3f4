"""Claims of different documents held beside each other, and what is decided about two of them.

A `Telling` is one record of one reading with what a comparison needs to know of its document.
Decisions are `Judgement`s: they are only ever added, and which tellings make one entry of the
ledger follows from all of them, in whatever order documents came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dragoman.core.interval import Interval
from dragoman.core.reading import Engagement, Entity, Event, Outcome, Statement, content_id

Family = Literal["report", "engagement", "statement", "outcome", "event"]
"""Kinds of claim; a `report` is a whole document, of which another may be a copy."""
Record = Engagement | Statement | Outcome | Event

FAMILIES: tuple[Family, ...] = ("engagement", "statement", "outcome", "event")

SAME, DIFFERENT = "same", "different"
"""The verdicts that make entries; any other verdict links two entries, left to right, such as
`signed` from an instrument announced to the telling of its signing."""


def telling_id(document: str, family: str, record_id: str) -> str:
    """The id under which a record of a document is known in every ledger."""
    return content_id(document, family, record_id)


@dataclass(frozen=True, slots=True)
class Telling:
    """One record as one document tells it.

    `published` is the day of the story, `entities` are those that the record names, by id.
    `engagement` is the id of the telling of the engagement that it belongs to, if any.
    """

    id: str
    family: Family
    document: str
    record: Record
    language: str | None = None
    outlet: str | None = None
    published: Interval | None = None
    engagement: str | None = None
    entities: Mapping[str, Entity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was decided about two tellings (or, of the family `report`, two documents).

    `score` is how sure, 0 to 1; `reason` says in words what spoke for it. `by` names the rules
    and their version, or the person who decided.
    """

    left: str
    right: str
    verdict: str
    score: float
    reason: str
    by: str


class Resolver(Protocol):
    """What a ledger asks of the matching of claims; every method is a pure function."""

    @property
    def version(self) -> str:
        """Names the rules, such as `structure@1`; written beside every judgement."""
        ...

    def text_keys(self, text: str) -> tuple[str, ...]:
        """Keys of a document's text, of which near duplicates very likely share one."""
        ...

    def judge_reports(
        self, new: tuple[str, str], others: Iterable[tuple[str, str]]
    ) -> Sequence[Judgement]:
        """Which of the other documents are copies of the new one; each is its id and text."""
        ...

    def block_keys(self, telling: Telling) -> tuple[str, ...]:
        """Keys of the blocks that a telling lies in; tellings without a shared one never meet."""
        ...

    def judge(self, telling: Telling, others: Iterable[Telling]) -> Sequence[Judgement]:
        """What is decided about a telling and others of its blocks, of other documents.

        Pairs that nothing is decided about are left out. The result for two tellings must not
        depend on which came first.
        """
        ...

    def clusters(
        self, ids: Iterable[str], judgements: Iterable[Judgement]
    ) -> Sequence[tuple[str, ...]]:
        """The ids parted into those that are one, each group sorted, groups sorted.

        Depends on the set of judgements only, never on their order. Judgements of people, whose
        `by` begins with `person:`, go before those of rules.
        """
        ...
