"""Readings as one flat table: a row for each engagement, statement, outcome and event."""

import csv
from collections.abc import Iterator
from typing import TextIO

from dragoman.core.interval import Interval
from dragoman.core.reading import Engagement, Event, EvidenceSpan, Outcome, Reading, Statement

Row = dict[str, str]

COLUMNS = (
    "record", "id", "uri", "document", "outlet", "agency", "language",
    "published_earliest", "published_latest", "story", "engagement", "statement",
    "kind", "mode", "status", "source", "target", "sides", "people", "speaker",
    "date_earliest", "date_latest", "date_basis", "country", "city",
    "part_of", "sidelines_of", "round", "duration_minutes", "instrument", "gist", "quoted",
    "topics", "contexts", "quad", "score", "cameo", "rule", "confidence",
    "evidence_start", "evidence_end", "evidence",
)  # fmt: skip
"""Every row has all columns; what does not apply is empty, and lists are joined by "; "."""


class CsvWriter:
    """Comma-separated values with one header line, lines ended by a single line feed."""

    def __init__(self, out: TextIO) -> None:
        self._rows = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        self._rows.writeheader()

    def add(self, reading: Reading) -> None:
        """Prints the rows of one reading."""
        self._rows.writerows(rows(reading))

    def close(self) -> None:
        """Prints nothing: rows need no end."""


def rows(reading: Reading) -> Iterator[Row]:
    """The rows of a reading: engagements, statements, outcomes, then events."""
    names = {e.id: e.name for e in reading.entities}
    for engagement in reading.engagements:
        yield _base(reading, "engagement", engagement.story) | _engagement(engagement)
    for statement in reading.statements:
        yield _base(reading, "statement", statement.story) | _statement(statement, names)
    for outcome in reading.outcomes:
        yield _base(reading, "outcome", outcome.story) | _outcome(outcome)
    for event in reading.events:
        yield _base(reading, "event", event.story) | _event(event)


def _base(reading: Reading, record: str, story: str) -> Row:
    """The columns that every row has: which record of which story of which document."""
    meta = reading.document
    told = next((s for s in reading.stories if s.id == story), None)
    published = (told.published if told else None) or meta.published
    return {
        "record": record,
        "uri": meta.uri,
        "document": meta.id,
        "outlet": meta.outlet or "",
        "agency": meta.agency or "",
        "language": (told.language if told else None) or meta.language or "",
        "published_earliest": published.earliest.isoformat() if published else "",
        "published_latest": published.latest.isoformat() if published else "",
        "story": story,
    }


def _engagement(item: Engagement) -> Row:
    people = [
        f"{p.name} ({' '.join(filter(None, (p.side, p.office)))})" if p.side or p.office else p.name
        for p in item.participants
    ]
    place = item.place
    return {
        "id": item.id,
        "kind": item.kind,
        "status": item.status,
        "sides": _list(item.sides),
        "people": _list(people),
        "country": (place.country if place else None) or "",
        "city": (place.city if place else None) or "",
        "part_of": item.part_of or "",
        "sidelines_of": item.sidelines_of or "",
        "round": _cell(item.round),
        "duration_minutes": _cell(item.duration_minutes),
        "topics": _list(item.topics),
        "confidence": _cell(item.confidence),
        **_date(item.date),
        **_evidence(item.evidence),
    }


def _statement(item: Statement, names: dict[str, str]) -> Row:
    return {
        "id": item.id,
        "engagement": item.engagement or "",
        "kind": item.act or "",
        "mode": item.mode or "",
        "source": item.side or "",
        "target": item.target or "",
        "speaker": names.get(item.speaker, item.speaker) if item.speaker else "",
        "gist": item.gist,
        "quoted": "true" if item.quoted else "false",
        "topics": _list(item.topics),
        "confidence": _cell(item.confidence),
        **_evidence(item.evidence),
    }


def _outcome(item: Outcome) -> Row:
    return {
        "id": item.id,
        "engagement": item.engagement or "",
        "kind": item.kind,
        "source": _list(item.parties),
        "target": _list(item.to),
        "sides": _list(sorted({*item.parties, *item.to})),
        "instrument": item.instrument or "",
        "topics": _list(item.topics),
        "confidence": _cell(item.confidence),
        **_date(item.date),
        **_evidence(item.evidence),
    }


def _event(item: Event) -> Row:
    return {
        "id": item.id,
        "engagement": item.engagement or "",
        "statement": item.statement or "",
        "kind": item.type,
        "mode": item.mode or "",
        "status": item.status,
        "source": item.source or "",
        "target": item.target or "",
        "contexts": _list(item.contexts),
        "quad": item.quad,
        "score": _cell(item.score),
        "cameo": item.cameo or "",
        "rule": item.rule,
        "confidence": _cell(item.confidence),
        **_date(item.date),
        **_evidence(item.evidence),
    }


def _list(values: tuple[str, ...] | list[str]) -> str:
    return "; ".join(values)


def _cell(value: float | None) -> str:
    """A number without needless digits; None is an empty cell."""
    return "" if value is None else f"{round(value, 2):g}"


def _date(interval: Interval | None) -> Row:
    if interval is None:
        return {}
    return {
        "date_earliest": interval.earliest.isoformat(),
        "date_latest": interval.latest.isoformat(),
        "date_basis": interval.basis,
    }


def _evidence(evidence: tuple[EvidenceSpan, ...]) -> Row:
    """The first span of the evidence with its offsets; JSON has them all."""
    if not evidence:
        return {}
    first = evidence[0]
    return {
        "evidence_start": str(first.start),
        "evidence_end": str(first.end),
        "evidence": first.text,
    }
