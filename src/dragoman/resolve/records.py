"""What matching needs of a reading: one flat record an engagement, one a claim."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    Engagement,
    Event,
    EvidenceSpan,
    JsonObject,
    Outcome,
    Reading,
    Statement,
    content_id,
)
from dragoman.lang.discover import languages
from dragoman.lang.pack import LanguagePack

ROOM = frozenset({"meeting", "consultations", "summit", "conference", "signing", "ceremony"})
"""Kinds of engagement that one report can call a meeting and another by their own name."""
ClaimKind = Literal["event", "statement", "outcome"]


@dataclass(frozen=True, slots=True)
class Days:
    """The days `first` to `last`; `sure` where the text itself gives them, not only its own day."""

    first: date
    last: date
    sure: bool = True

    @property
    def length(self) -> int:
        """How many days, at least 1."""
        return (self.last - self.first).days + 1

    @classmethod
    def of(cls, interval: Interval | None) -> "Days | None":
        """The days of an interval; None stays None."""
        if interval is None:
            return None
        return cls(interval.earliest, interval.latest, interval.basis != "inferred")


@dataclass(frozen=True, slots=True)
class Who:
    """A person at an engagement; `known` where `entity` is more than a hash of the name."""

    entity: str
    name: str
    side: str | None
    office: str | None
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One engagement as one report tells it.

    `id` stays the same when a newer version reads the same document again, as long as it finds
    the contact in the same sentence; `local` is the engagement's id within its reading. `host`
    is the side on whose soil the contact was, `sender` the side that wrote a letter, `hours` the
    parts of the day told.
    """

    id: str
    local: str
    document: str
    story: str
    language: str | None
    kind: str
    status: str
    sides: tuple[str, ...]
    who: tuple[Who, ...] = ()
    date: Days | None = None
    published: Days | None = None
    country: str | None = None
    city: str | None = None
    sidelines_of: str | None = None
    round: int | None = None
    topics: tuple[str, ...] = ()
    sender: str | None = None
    hours: frozenset[str] = frozenset()
    text: str = ""

    @property
    def sort(self) -> str:
        """The kind as far as two reports agree on it: all that happens in one room is alike."""
        return "room" if self.kind in ROOM else self.kind

    @property
    def host(self) -> str | None:
        """The side on whose soil the contact was; None on foreign or unknown soil."""
        return self.country if self.country in self.sides else None

    @property
    def guest(self) -> str | None:
        """The side of the travellers of a visit, where it can be told."""
        if self.kind != "visit":
            return None
        others = [s for s in self.sides if s != self.host]
        if self.host and len(others) == 1:
            return others[0]
        own = {w.side for w in self.who}
        return own.pop() if len(own) == 1 else None

    def to_json(self) -> JsonObject:
        """The record as plain JSON types; `from_json` reads it back."""
        return _plain(asdict(self))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Telling":
        """The record that `to_json` wrote."""
        who = tuple(Who(**w) for w in data["who"])
        return cls(**{**_revived(data), "who": who, "hours": frozenset(data["hours"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event, statement or outcome as one report tells it.

    `what` is the PLOVER type of an event, the act of a statement, the kind of an outcome;
    `parties` act on (or commit themselves towards) `to`. `engagement` is the `Telling.id` of
    the engagement it belongs to.
    """

    id: str
    claim: ClaimKind
    document: str
    story: str
    language: str | None
    what: str
    mode: str | None = None
    status: str = "happened"
    parties: tuple[str, ...]
    to: tuple[str, ...] = ()
    speaker: str | None = None
    instrument: str | None = None
    engagement: str | None = None
    date: Days | None = None
    published: Days | None = None
    topics: tuple[str, ...] = ()
    text: str = ""

    def to_json(self) -> JsonObject:
        """The record as plain JSON types; `from_json` reads it back."""
        return _plain(asdict(self))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Claim":
        """The record that `to_json` wrote."""
        return cls(**_revived(data))


def _plain(data: dict[str, Any]) -> JsonObject:
    for key in ("date", "published"):
        days = data[key]
        if days is not None:
            data[key] = [days["first"].isoformat(), days["last"].isoformat(), days["sure"]]
    plain = {k: list(v) if isinstance(v, tuple) else v for k, v in data.items()}
    return {k: sorted(v) if isinstance(v, frozenset) else v for k, v in plain.items()}


def _revived(data: Mapping[str, Any]) -> dict[str, Any]:
    out = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    for key in ("date", "published"):
        if data.get(key) is not None:
            first, last, sure = data[key]
            out[key] = Days(date.fromisoformat(first), date.fromisoformat(last), sure)
    return out


def _text(evidence: Iterable[EvidenceSpan]) -> str:
    return "\n".join(dict.fromkeys(" ".join(span.text.split()) for span in evidence))


def _who(engagement: Engagement) -> tuple[Who, ...]:
    return tuple(
        Who(
            p.entity, p.name, p.side, p.office,
            p.entity != content_id("person", p.name.casefold(), p.side or ""),
        )
        for p in engagement.participants
    )  # fmt: skip


def _sender(engagement: Engagement) -> str | None:
    """The side that wrote a letter: readings name the people who act before the others."""
    sides = [p.side for p in engagement.participants if p.side]
    return sides[0] if engagement.kind == "letter" and len(set(sides)) > 1 else None


_WORD = re.compile(r"\w+")


def _hours(text: str, language: str | None) -> frozenset[str]:
    """The parts of the day that a text names, as the language's pack lists them."""
    if language not in languages():
        return frozenset()
    words = f" {' '.join(_WORD.findall(fold(text)))} "
    hours = LanguagePack.for_language(language).hours
    return frozenset(h for h, forms in hours.items() if any(f" {f} " in words for f in forms))


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """The engagements of a reading as records to match, in the order of the reading."""
    published = {s.id: Days.of(s.published) for s in reading.stories}
    languages_of = {s.id: s.language for s in reading.stories}
    seen: Counter[str] = Counter()
    out = []
    for e in reading.engagements:
        sort = "room" if e.kind in ROOM else e.kind
        text = _text(e.evidence)
        language = languages_of.get(e.story) or reading.document.language
        start = str(e.evidence[0].start) if e.evidence else ""
        base = content_id(reading.document.id, e.story, "engagement", sort, *e.sides, start)
        seen[base] += 1
        out.append(
            Telling(
                id=base if seen[base] == 1 else content_id(base, str(seen[base])),
                local=e.id,
                document=reading.document.id,
                story=e.story,
                language=language,
                kind=e.kind,
                status=e.status,
                sides=e.sides,
                who=_who(e),
                date=Days.of(e.date),
                published=published.get(e.story),
                country=e.place.country if e.place else None,
                city=e.place.city if e.place else None,
                sidelines_of=e.sidelines_of,
                round=e.round,
                topics=e.topics,
                sender=_sender(e),
                hours=_hours(text, language),
                text=text,
            )
        )
    return tuple(out)


def claims(reading: Reading) -> tuple[Claim, ...]:
    """The events, statements and outcomes of a reading as records to match."""
    published = {s.id: Days.of(s.published) for s in reading.stories}
    languages_of = {s.id: s.language for s in reading.stories}
    engagements = {t.local: t.id for t in tellings(reading)}
    records: list[Event | Statement | Outcome] = []
    records += [*reading.events, *reading.statements, *reading.outcomes]
    return tuple(
        Claim(
            id=record.id,
            document=reading.document.id,
            story=record.story,
            language=languages_of.get(record.story) or reading.document.language,
            engagement=engagements.get(record.engagement or ""),
            published=published.get(record.story),
            topics=() if isinstance(record, Event) else record.topics,
            text=_text(record.evidence),
            **_own(record),
        )
        for record in records
    )


def _own(record: Event | Statement | Outcome) -> dict[str, Any]:
    """What only one kind of claim has."""
    if isinstance(record, Event):
        return {
            "claim": "event", "what": record.type, "mode": record.mode, "status": record.status,
            "parties": (record.source,) if record.source else (),
            "to": (record.target,) if record.target else (), "date": Days.of(record.date),
        }  # fmt: skip
    if isinstance(record, Statement):
        return {
            "claim": "statement", "what": record.act or "", "mode": record.mode,
            "parties": (record.side,) if record.side else (),
            "to": (record.target,) if record.target else (), "speaker": record.speaker,
        }  # fmt: skip
    return {
        "claim": "outcome", "what": record.kind, "parties": record.parties, "to": record.to,
        "instrument": record.instrument, "date": Days.of(record.date),
    }  # fmt: skip
