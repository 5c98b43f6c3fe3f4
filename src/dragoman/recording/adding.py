"""A record written by hand, made what a reading would have made of it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from dragoman.core.document import Incoming
from dragoman.core.errors import LedgerError, NotInLedgerError
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    Engagement,
    Entity,
    Event,
    EvidenceSpan,
    Outcome,
    Participant,
    Place,
    Reading,
    Statement,
    StoryReading,
    content_id,
)
from dragoman.knowledge.ontology import load_ontology
from dragoman.recording.building import Built, Matched, build
from dragoman.recording.edits import checked
from dragoman.recording.matching import Matching
from dragoman.recording.replay import day_of, stored_document
from dragoman.store.entry import Claim, JsonObject

SURE = 1.0
"""What a person adds is as sure as the person."""


def built_by_hand(
    connection: Connection, document: str, family: str, record: JsonObject, matching: Matching
) -> tuple[Built, int]:
    """The claim that a record makes, ready to be written, and the key of its document.

    Raises:
        NotInLedgerError: the document is not in the ledger.
        LedgerError: the evidence does not stand in it, or a field is missing or wrong.
    """
    stored = stored_document(connection, document)
    if stored is None:
        raise NotInLedgerError(f"{document}: no document has this id; find it with `dragoman show`")
    key, raw, meta, stories = stored
    span = _span(raw, stories, record.get("evidence"))
    given = {k: v for k, v in record.items() if k not in ("evidence", "key", "optional")}
    values = checked(family, given, "hand")
    identity = content_id(document, "by hand", family, str(span.start), str(sorted(given.items())))
    made = _MAKERS[family](identity, values, span)
    people = getattr(made, "participants", ())
    entities = tuple(
        Entity(p.entity, "person", p.name, {}, p.side) for p in people
    )  # fmt: skip
    reading = Reading(document=meta, stories=stories, entities=entities, **{f"{family}s": (made,)})
    built = build(Incoming(meta.uri, raw, document), reading, matching)
    [claim] = built.recorded.claims
    own = Claim(
        id=claim.id, family=family, story=claim.story, record=claim.record,
        matching=claim.matching, own=claim.own, origin="added",
    )  # fmt: skip
    recorded = replace(built.recorded, claims=(own,), signature=None, text_keys=())
    matched = Matched(document, built.matched.matchables, None, ())
    return Built(recorded, matched), key


def _span(raw: str, stories: tuple[StoryReading, ...], evidence: Any) -> EvidenceSpan:  # noqa: ANN401
    if not isinstance(evidence, str) or not evidence.strip():
        raise LedgerError('give the "evidence": an exact stretch of the document\'s text')
    start = raw.find(evidence)
    if start < 0:
        raise LedgerError(f"evidence {evidence[:60]!r} does not stand in the document's text")
    inside = [s.id for s in stories if any(a <= start < b for a, b in s.spans)]
    story = inside[0] if inside else (stories[0].id if stories else "s1")
    return EvidenceSpan(story, start, start + len(evidence), evidence)


def _interval(days: JsonObject | None) -> Interval | None:
    return day_of({**days, "basis": "explicit", "because": "added by hand"}) if days else None


def _needed(values: JsonObject, key: str, family: str) -> Any:  # noqa: ANN401
    if not values.get(key):
        raise LedgerError(f"{key}: an added {family} needs it")
    return values[key]


def _engagement(identity: str, values: JsonObject, span: EvidenceSpan) -> Engagement:
    place = values.get("place")
    return Engagement(
        id=identity, story=span.story, kind=_needed(values, "kind", "engagement"),
        status=values.get("status", "happened"),
        sides=tuple(_needed(values, "sides", "engagement")),
        participants=tuple(
            Participant(
                p["entity"], p["name"], p["side"], p["office"], p["title"], (span,),
            )
            for p in values.get("participants", ())
        ),
        date=_interval(values.get("date")), place=Place(**place) if place else None,
        sidelines_of=values.get("sidelines_of"), round=values.get("round"),
        duration_minutes=values.get("duration_minutes"),
        topics=tuple(values.get("topics", ())), confidence=SURE, evidence=(span,),
    )  # fmt: skip


def _statement(identity: str, values: JsonObject, span: EvidenceSpan) -> Statement:
    return Statement(
        id=identity, story=span.story, speaker=values.get("side"),
        side=_needed(values, "side", "statement"), target=values.get("target"),
        act=values.get("act"), mode=values.get("mode"), gist=values.get("gist") or span.text,
        topics=tuple(values.get("topics", ())), confidence=SURE, evidence=(span,),
    )  # fmt: skip


def _outcome(identity: str, values: JsonObject, span: EvidenceSpan) -> Outcome:
    return Outcome(
        id=identity, story=span.story, kind=_needed(values, "kind", "outcome"),
        parties=tuple(_needed(values, "parties", "outcome")), to=tuple(values.get("to", ())),
        instrument=values.get("instrument"), date=_interval(values.get("date")),
        topics=tuple(values.get("topics", ())), confidence=SURE, evidence=(span,),
    )  # fmt: skip


def _event(identity: str, values: JsonObject, span: EvidenceSpan) -> Event:
    kind, mode = _needed(values, "type", "event"), values.get("mode")
    ontology = load_ontology()
    return Event(
        id=identity, story=span.story, date=_interval(values.get("date")),
        source=_needed(values, "source", "event"), target=_needed(values, "target", "event"),
        type=kind, mode=mode, quad=ontology.quad(kind), score=ontology.score(kind, mode),
        cameo=ontology.cameo(kind, mode), status=values.get("status", "happened"),
        rule="by hand", confidence=SURE, evidence=(span,),
    )  # fmt: skip


_MAKERS: dict[str, Any] = {
    "engagement": _engagement, "statement": _statement, "outcome": _outcome, "event": _event,
}  # fmt: skip
