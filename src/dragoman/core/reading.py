"""What one document reports: the shape that every output, score and ledger relies on.

Everything here is plain data. Scalars that the text does not support are `None`, never guessed;
ids are hashes of content, so the same bytes give the same reading on any machine.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, Literal

from dragoman.core.document import Note
from dragoman.core.interval import Interval

JsonObject = dict[str, Any]

EngagementKind = Literal[
    "meeting", "call", "visit", "consultations", "summit", "conference", "letter", "signing",
    "ceremony",
]  # fmt: skip
EngagementStatus = Literal["happened", "planned", "cancelled", "denied"]
OutcomeKind = Literal["instrument", "agreement", "pledge", "invitation", "plan"]
EventStatus = Literal["happened", "planned", "denied", "hypothetical", "historical"]
EntityKind = Literal["person", "polity", "organization", "office", "framework", "place"]


def content_id(*parts: str) -> str:
    """A stable id of 16 hexadecimal digits for the given parts, in their order.

    Parts are kept apart: `content_id("ab", "c")` differs from `content_id("a", "bc")`.
    """
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class EvidenceSpan:
    """Words of the raw text that support a claim: `raw[start:end] == text`, code points."""

    story: str
    start: int
    end: int
    text: str

    def to_json(self) -> JsonObject:
        """The span as plain JSON types."""
        return {"story": self.story, "start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at an engagement: `name` and `title` as in the text, `office` by its code."""

    entity: str
    name: str
    side: str | None = None
    office: str | None = None
    title: str | None = None
    evidence: tuple[EvidenceSpan, ...] = ()

    def to_json(self) -> JsonObject:
        """The participant as plain JSON types."""
        return {
            "entity": self.entity,
            "name": self.name,
            "side": self.side,
            "office": self.office,
            "title": self.title,
            "evidence": _spans(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where: ISO 3166-1 alpha-3 code, English city name and GeoNames number, as far as known."""

    country: str | None = None
    city: str | None = None
    geonames: int | None = None

    def to_json(self) -> JsonObject:
        """The place as plain JSON types."""
        return {"country": self.country, "city": self.city, "geonames": self.geonames}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """One contact between representatives of two or more sides, as one document reports it.

    From «استقبل وزير الخارجية الكويتي نظيره الياباني» (istaqbala wazīr al-khārijiyya al-kuwaytī
    naẓīrahu al-yābānī, "the Kuwaiti foreign minister received his Japanese counterpart") comes a
    `meeting` of KWT and JPN whose evidence is the whole clause. `sides` are sorted codes.
    """

    id: str
    story: str
    kind: str
    status: str = "happened"
    sides: tuple[str, ...]
    participants: tuple[Participant, ...] = ()
    date: Interval | None = None
    place: Place | None = None
    part_of: str | None = None
    sidelines_of: str | None = None
    round: int | None = None
    duration_minutes: int | None = None
    topics: tuple[str, ...] = ()
    confidence: float
    evidence: tuple[EvidenceSpan, ...]

    def to_json(self) -> JsonObject:
        """The engagement as plain JSON types."""
        return {
            "id": self.id,
            "story": self.story,
            "kind": self.kind,
            "status": self.status,
            "sides": list(self.sides),
            "participants": [p.to_json() for p in self.participants],
            "date": interval_json(self.date),
            "place": self.place.to_json() if self.place else None,
            "part_of": self.part_of,
            "sidelines_of": self.sidelines_of,
            "round": self.round,
            "duration_minutes": self.duration_minutes,
            "topics": list(self.topics),
            "confidence": _number(self.confidence),
            "evidence": _spans(self.evidence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one speaker said, about whom (`target`, a code), as an act of a PLOVER type.

    `quoted` is True where the text gives the speaker's own words in quotation marks.
    """

    id: str
    story: str
    engagement: str | None = None
    speaker: str | None
    side: str | None
    target: str | None = None
    act: str | None = None
    mode: str | None = None
    gist: str
    topics: tuple[str, ...] = ()
    quoted: bool = False
    confidence: float
    evidence: tuple[EvidenceSpan, ...]

    def to_json(self) -> JsonObject:
        """The statement as plain JSON types."""
        return {
            "id": self.id,
            "story": self.story,
            "engagement": self.engagement,
            "speaker": self.speaker,
            "side": self.side,
            "target": self.target,
            "act": self.act,
            "mode": self.mode,
            "gist": self.gist,
            "topics": list(self.topics),
            "quoted": self.quoted,
            "confidence": _number(self.confidence),
            "evidence": _spans(self.evidence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What sides agreed, signed, promised, invited to or planned together.

    `parties` commit themselves and `to` benefit, both as sorted codes; `instrument` is the name
    of a text as the document gives it.
    """

    id: str
    story: str
    engagement: str | None = None
    kind: str
    parties: tuple[str, ...]
    to: tuple[str, ...] = ()
    instrument: str | None = None
    date: Interval | None = None
    topics: tuple[str, ...] = ()
    confidence: float
    evidence: tuple[EvidenceSpan, ...]

    def to_json(self) -> JsonObject:
        """The outcome as plain JSON types."""
        return {
            "id": self.id,
            "story": self.story,
            "engagement": self.engagement,
            "kind": self.kind,
            "parties": list(self.parties),
            "to": list(self.to),
            "instrument": self.instrument,
            "date": interval_json(self.date),
            "topics": list(self.topics),
            "confidence": _number(self.confidence),
            "evidence": _spans(self.evidence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, in PLOVER terms; `rule` names the rule that read it.

    `source` or `target` is None where the text does not say of which polity it is, or leaves it
    open: "Gunmen kidnapped two nurses". A symmetric act (a meeting, a joint agreement) is one
    event whose source is the side that comes first in the alphabet.
    """

    id: str
    story: str
    date: Interval | None = None
    source: str | None
    target: str | None
    source_entity: str | None = None
    target_entity: str | None = None
    source_sector: str | None = None
    target_sector: str | None = None
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str
    score: float | None
    cameo: str | None = None
    status: str = "happened"
    rule: str
    engagement: str | None = None
    statement: str | None = None
    confidence: float
    evidence: tuple[EvidenceSpan, ...]

    def to_json(self) -> JsonObject:
        """The event as plain JSON types."""
        return {
            "id": self.id,
            "story": self.story,
            "date": interval_json(self.date),
            "source": self.source,
            "target": self.target,
            "source_entity": self.source_entity,
            "target_entity": self.target_entity,
            "source_sector": self.source_sector,
            "target_sector": self.target_sector,
            "type": self.type,
            "mode": self.mode,
            "contexts": list(self.contexts),
            "quad": self.quad,
            "score": None if self.score is None else _number(self.score),
            "cameo": self.cameo,
            "status": self.status,
            "rule": self.rule,
            "engagement": self.engagement,
            "statement": self.statement,
            "confidence": _number(self.confidence),
            "evidence": _spans(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named: `names` maps language codes to names in that language.

    `score` (0 to 1) and `because` say how surely and why a person is taken for a known one; None
    for whom the tables do not know, and for other kinds.
    """

    id: str
    kind: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    wikidata: str | None = None
    score: float | None = None
    because: str | None = None

    def to_json(self) -> JsonObject:
        """The entity as plain JSON types, names sorted by language code."""
        return {**asdict(self), "names": dict(sorted(self.names.items()))}


@dataclass(frozen=True, slots=True)
class StoryReading:
    """One article of the document; `spans` are its stretches of the raw text, in order."""

    id: str
    role: str
    language: str | None
    title: str | None
    text: str
    spans: tuple[tuple[int, int], ...]
    published: Interval | None = None

    def to_json(self) -> JsonObject:
        """The story as plain JSON types."""
        return {
            "id": self.id,
            "role": self.role,
            "language": self.language,
            "title": self.title,
            "text": self.text,
            "spans": [list(span) for span in self.spans],
            "published": interval_json(self.published),
        }


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What is known of the document as a whole; `id` is the SHA-256 of its raw bytes."""

    id: str
    uri: str
    language: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    url: str | None = None
    published: Interval | None = None
    retrieved: Interval | None = None

    def to_json(self) -> JsonObject:
        """The metadata as plain JSON types."""
        return {
            "id": self.id,
            "uri": self.uri,
            "language": self.language,
            "outlet": self.outlet,
            "agency": self.agency,
            "title": self.title,
            "url": self.url,
            "published": interval_json(self.published),
            "retrieved": interval_json(self.retrieved),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one document reports, each claim with the words that say so."""

    document: DocumentMeta
    stories: tuple[StoryReading, ...] = ()
    entities: tuple[Entity, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()

    def to_json(self) -> JsonObject:
        """The reading as plain JSON types, keys in the order of the public contract."""
        return {
            "document": self.document.to_json(),
            "stories": [s.to_json() for s in self.stories],
            "entities": [e.to_json() for e in self.entities],
            "engagements": [e.to_json() for e in self.engagements],
            "statements": [s.to_json() for s in self.statements],
            "outcomes": [o.to_json() for o in self.outcomes],
            "events": [e.to_json() for e in self.events],
            "notes": [_note(n) for n in self.notes],
        }


def interval_json(interval: Interval | None) -> JsonObject | None:
    """An interval as plain JSON types, days as ISO dates; None stays None."""
    if interval is None:
        return None
    return {
        "earliest": interval.earliest.isoformat(),
        "latest": interval.latest.isoformat(),
        "basis": interval.basis,
        "because": interval.because,
    }


def _number(value: float) -> float:
    """Two decimals, so that output does not hang on how a machine adds."""
    return round(float(value), 2)


def _spans(evidence: tuple[EvidenceSpan, ...]) -> list[JsonObject]:
    return [span.to_json() for span in evidence]


def _note(note: Note) -> JsonObject:
    out: JsonObject = {
        "code": note.code,
        "span": [note.span.start, note.span.end] if note.span else None,
    }
    if note.text:
        out["text"] = note.text
    return out
