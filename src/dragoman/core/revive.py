"""Readings back from their JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dragoman.core.document import Note
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    DocumentMeta,
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
)
from dragoman.core.spans import Span

Data = Mapping[str, Any]


def reading_from(data: Data) -> Reading:
    """The reading that `Reading.to_json` wrote; scores with the two decimals it wrote.

    Raises:
        KeyError: a key of the contract is missing.
        TypeError: a key is none of the contract.
        ValueError: a day is none.
    """
    return Reading(
        document=DocumentMeta(**_with(data["document"], published=interval, retrieved=interval)),
        stories=tuple(_story(s) for s in data["stories"]),
        entities=tuple(Entity(**e) for e in data["entities"]),
        engagements=tuple(_engagement(e) for e in data["engagements"]),
        statements=tuple(Statement(**_told(s)) for s in data["statements"]),
        outcomes=tuple(
            Outcome(**_with(_told(o), date=interval, parties=tuple, to=tuple))
            for o in data["outcomes"]
        ),
        events=tuple(
            Event(**_with(_told(e), date=interval, contexts=tuple)) for e in data["events"]
        ),
        notes=tuple(
            Note(n["code"], Span(*n["span"]) if n["span"] else None, n.get("text", ""))
            for n in data["notes"]
        ),
    )


def interval(data: Data | None) -> Interval | None:
    """The days that `interval_json` wrote."""
    if data is None:
        return None
    days = date.fromisoformat(data["earliest"]), date.fromisoformat(data["latest"])
    return Interval(*days, data["basis"], data["because"])


def _with(data: Data, **made: Any) -> dict[str, Any]:  # noqa: ANN401 - what makes each value
    return {key: made[key](value) if key in made else value for key, value in data.items()}


def _evidence(spans: list[Data]) -> tuple[EvidenceSpan, ...]:
    return tuple(EvidenceSpan(**span) for span in spans)


def _told(data: Data) -> dict[str, Any]:
    return _with(data, evidence=_evidence, topics=tuple)


def _story(data: Data) -> StoryReading:
    def spans(found: list[list[int]]) -> tuple[tuple[int, int], ...]:
        return tuple((start, end) for start, end in found)

    return StoryReading(**_with(data, spans=spans, published=interval))


def _engagement(data: Data) -> Engagement:
    def people(found: list[Data]) -> tuple[Participant, ...]:
        return tuple(Participant(**_with(p, evidence=_evidence)) for p in found)

    def place(found: Data | None) -> Place | None:
        return Place(**found) if found else None

    made = _with(_told(data), participants=people, place=place, date=interval, sides=tuple)
    return Engagement(**made)
