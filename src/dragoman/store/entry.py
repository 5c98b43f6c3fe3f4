"""What the store takes in and gives out, free of the database's own keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One record of one document, as it was read.

    `record` is its JSON, in which references to other records are ids of claims; `matching` is
    what the comparison with other documents needs, `own` the keys of the blocks it is found by.
    `origin` is `read`, `added` by a person, or `kept` by a correction though it is no longer read.
    """

    id: str
    family: str
    story: str
    record: JsonObject
    matching: JsonObject
    own: tuple[int, ...] = ()
    origin: str = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A claim with what its entry shows of the document that tells it."""

    id: str
    n: int
    family: str
    story: str
    origin: str
    record: JsonObject
    matching: JsonObject
    entry: int | None
    document_n: int
    document: str
    uri: str
    outlet: str | None
    agency: str | None
    language: str | None
    published: tuple[str, str] | None
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the ledger: the merged view of the claims that tell one act.

    `body` is its JSON as it is exported; the other fields are for finding it. `day` is the first
    day it can lie on, "" where none is known. `pairs` hold two codes each, in the order of the
    alphabet; `people` are entity id, side and office.
    """

    id: str
    family: str
    type: str
    status: str
    day: str
    earliest: str | None
    latest: str | None
    first_report: str | None
    last_report: str | None
    reports: int
    sources: int
    conflicts: int
    confidence: float
    score: float | None
    quad: str | None
    level: str | None
    country: str | None
    city: str | None
    engagement: str | None
    standing: str
    body: JsonObject
    claims: tuple[int, ...]
    documents: tuple[int, ...]
    sides: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str | None, str | None], ...] = ()
    topics: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as the ledger keeps it; `correction` names the correction it came from."""

    left: str
    right: str
    verdict: str
    score: float
    reason: str
    by: str
    made: str
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A document with its reading, ready to be written."""

    id: str
    meta: Mapping[str, str | None]
    raw: str
    stories: tuple[JsonObject, ...]
    entities: tuple[JsonObject, ...]
    notes: tuple[JsonObject, ...]
    claims: tuple[Claim, ...]
    signature: bytes | None = None
    text_keys: tuple[int, ...] = ()
    words: str = ""
    day: str = ""
    names: Mapping[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    """Folded names of the entities: each with whether it is a whole name."""
