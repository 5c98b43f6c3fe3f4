"""Made-up readings for measuring the ledger: acts of made-up people, each told by several outlets.

The same seed gives the same readings on any machine. Acts come in the order of their days; an act
is told by one to four reports in two languages, which differ in details, and some of which are
copies of each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from dragoman.core.document import Incoming
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
    content_id,
)
from dragoman.knowledge.ontology import load_ontology

SIDES = (
    "JPN", "KWT", "EGY", "JOR", "IRN", "SAU", "FRA", "DEU", "GBR", "USA",
    "CHN", "RUS", "TUR", "IND", "BRA", "ZAF", "KEN", "NGA", "MAR", "DZA",
    "TUN", "LBN", "SYR", "IRQ", "OMN", "QAT", "ARE", "BHR", "YEM", "PAK",
    "IDN", "MYS", "THA", "VNM", "KOR", "AUS", "NZL", "CAN", "MEX", "ARG",
    "CHL", "ITA", "ESP", "PRT", "NLD", "BEL", "SWE", "NOR", "FIN", "POL",
)  # fmt: skip
OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister",
           "trade_minister", "ambassador")  # fmt: skip
KINDS = ("meeting", "meeting", "meeting", "call", "visit", "consultations", "signing")
TOPICS = ("trade_investment", "energy", "health", "space", "water", "media", "religion", "cyber")
ACTS = (("SUPPORT", None), ("ACCUSE", None), ("AGREE", None), ("REQUEST", None), ("REJECT", None))
LANGUAGES = ("aa", "bb")
"""Two made-up languages, so that words are neither stemmed nor compared."""
FIRST = date(2015, 1, 1)
PER_DAY = 14
"""Acts on one day; a ledger of ten years then holds about a hundred thousand reports."""
_SYLLABLES = (
    "ka", "mi", "ra", "no", "sa", "la", "te", "ro", "va", "di",
    "eno", "ul", "ba", "si", "mo", "har", "tel", "gor", "lin", "fa",
)  # fmt: skip
_WORDS = tuple(a + b for a in _SYLLABLES for b in _SYLLABLES)


@dataclass(frozen=True, slots=True)
class Act:
    """One act as it happened."""

    number: int
    day: date
    sides: tuple[str, str]
    kind: str
    offices: tuple[str, str]
    topics: tuple[str, ...]
    signs: bool


def documents(count: int, seed: int = 1) -> Iterator[tuple[Incoming, Reading]]:
    """So many documents with their readings, in the order of their acts."""
    made = 0
    number = 0
    while made < count:
        random = Random(f"{seed}.{number}")
        act = _act(number, random)
        number += 1
        copied: str | None = None
        for telling in range(random.choice((1, 1, 2, 2, 3, 4))):
            if made >= count:
                return
            copy = copied if copied and random.random() < 0.3 else None
            incoming, reading = _report(act, telling, random, copy)
            copied = incoming.raw.split("\n", 1)[1]
            made += 1
            yield incoming, reading


def _act(number: int, random: Random) -> Act:
    # Some sides are in the news far more than others.
    one = SIDES[min(int(random.expovariate(0.12)), len(SIDES) - 1)]
    other = random.choice([s for s in SIDES if s != one])
    sides = (one, other) if one < other else (other, one)
    topics = tuple(sorted(random.sample(TOPICS, random.choice((0, 1, 2)))))
    return Act(
        number, FIRST + timedelta(days=number // PER_DAY), sides, random.choice(KINDS),
        (random.choice(OFFICES), random.choice(OFFICES)), topics, random.random() < 0.3,
    )  # fmt: skip


def person(side: str, office: str, day: date) -> str:
    """The name of who holds an office: holders change every four years."""
    random = Random(f"{side}.{office}.{day.year // 4}")
    return " ".join("".join(random.choices(_SYLLABLES, k=3)).title() for _ in range(2))


class _Text:
    """A text that grows sentence by sentence and knows where each stands."""

    def __init__(self, head: str) -> None:
        self.raw = head

    def add(self, sentence: str) -> EvidenceSpan:
        start = len(self.raw) + 1
        self.raw += " " + sentence
        return EvidenceSpan("s1", start, len(self.raw), sentence)


def _report(act: Act, telling: int, random: Random, copy: str | None) -> tuple[Incoming, Reading]:
    published = act.day + timedelta(days=random.choice((0, 0, 1, 2)))
    outlet = f"Outlet {random.randrange(60)}"
    language = random.choice(LANGUAGES)
    names = [person(s, o, act.day) for s, o in zip(act.sides, act.offices, strict=True)]
    text = _Text(f"{outlet}\n")
    where = (
        text.add(f"{names[0]} of {act.sides[0]} and {names[1]} of {act.sides[1]} held a {act.kind}"
                 f" on {act.day}, report {act.number}."),
        text.add(f"{names[0]} said of {act.sides[1]} what was said in talk {act.number}."),
        text.add(f"They promised to go on with matter {act.number}."),
    )  # fmt: skip
    filler = Random(f"{act.number}.{0 if copy else telling}")
    text.raw += " " + " ".join(filler.choices(_WORDS, k=220))
    interval = Interval(published, published, "explicit", "made up")
    identity = sha256(f"{act.number}.{telling}.{text.raw}".encode()).hexdigest()
    uri = f"made-up/{act.number}-{telling}"
    incoming = Incoming(uri, text.raw, identity, outlet=outlet, published=interval)
    spans = ((0, len(text.raw)),)
    story = StoryReading("s1", "main", language, outlet, text.raw, spans, interval)
    parts = _records(act, identity, names, where, random)
    meta = DocumentMeta(identity, uri, language, outlet, title=outlet, published=interval)
    return incoming, Reading(meta, (story,), _entities(act, names), *parts)


def _entities(act: Act, names: list[str]) -> tuple[Entity, ...]:
    people = [
        Entity(content_id("person", n.casefold(), s), "person", n, {}, s)
        for n, s in zip(names, act.sides, strict=True)
    ]
    return (*people, *(Entity(s, "polity", s, {}, s) for s in act.sides))


def _records(
    act: Act, identity: str, names: list[str], where: tuple[EvidenceSpan, ...], random: Random
) -> tuple[
    tuple[Engagement, ...], tuple[Statement, ...], tuple[Outcome, ...], tuple[Event, ...]
]:  # fmt: skip
    known = Interval(act.day, act.day, "explicit", "made up")
    keys = [content_id("person", n.casefold(), s) for n, s in zip(names, act.sides, strict=True)]
    people = tuple(
        Participant(k, n, s, o, None, (where[0],))
        for k, n, s, o in zip(keys, names, act.sides, act.offices, strict=True)
        if random.random() < 0.9
    )
    place = Place(act.sides[1], None) if act.kind not in ("call", "letter") else None
    engagement = Engagement(
        id="s1.e1", story="s1", kind=act.kind, sides=act.sides, participants=people,
        date=known if random.random() < 0.8 else None,
        place=place if random.random() < 0.7 else None, topics=act.topics,
        confidence=0.9, evidence=(where[0],),
    )  # fmt: skip
    kind, mode = random.choice(ACTS)
    statement = Statement(
        id=content_id(identity, "statement", kind), story="s1", engagement="s1.e1",
        speaker=keys[0], side=act.sides[0], target=act.sides[1], act=kind, mode=mode,
        gist=where[1].text, topics=act.topics, confidence=0.8, evidence=(where[1],),
    )  # fmt: skip
    outcome = Outcome(
        id=content_id(identity, "outcome"), story="s1", engagement="s1.e1", kind="pledge",
        parties=act.sides, date=known, confidence=0.7, evidence=(where[2],),
    )  # fmt: skip
    events = [_event(act, identity, "CONSULT", where[0], known)]
    events.append(_event(act, identity, kind, where[1], known, statement.id))
    return (engagement,), (statement,), (outcome,) if act.signs else (), tuple(events)


def _event(
    act: Act, identity: str, kind: str, span: EvidenceSpan, when: Interval,
    statement: str | None = None,
) -> Event:  # fmt: skip
    ontology = load_ontology()
    return Event(
        id=content_id(identity, "event", kind), story="s1", date=when, source=act.sides[0],
        target=act.sides[1], type=kind, quad=ontology.quad(kind), score=ontology.score(kind),
        cameo=ontology.cameo(kind), rule="made-up", engagement="s1.e1", statement=statement,
        confidence=0.85, evidence=(span,),
    )  # fmt: skip
