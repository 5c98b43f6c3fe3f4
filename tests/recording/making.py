"""Small readings written by hand, and what a ledger holds of them."""

from datetime import date
from hashlib import sha256

from sqlalchemy import text

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    DocumentMeta,
    Engagement,
    Entity,
    EvidenceSpan,
    Participant,
    Place,
    Reading,
    Statement,
    StoryReading,
    content_id,
)
from dragoman.recording.record import Recorder, Versions

NOON = "2026-01-01T12:00:00Z"


def recorder(ledger, reader="1.0+a", dragoman="1.0"):
    return Recorder(ledger, Versions(dragoman, reader), clock=lambda: NOON)


def day(text_, latest=None, basis="explicit"):
    return Interval(date.fromisoformat(text_), date.fromisoformat(latest or text_), basis, "said")


def person(name, side, office="foreign_minister"):
    return name, side, office


def report(sentence, *, uri="a.txt", published="2024-03-05", when="2024-03-04", **more):
    """A document of one sentence that tells of one engagement of Japan and Kuwait."""
    people = more.get("people", (person("Aiko Mori", "JPN"), person("Salem Nasser", "KWT")))
    sides = more.get("sides", ("JPN", "KWT"))
    raw = f"{more.get('outlet', 'Gazette')}\n{sentence}"
    start = raw.index(sentence)
    span = EvidenceSpan("s1", start, len(raw), sentence)
    identity = sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    told = day(published)
    incoming = Incoming(uri, raw, identity, outlet=more.get("outlet", "Gazette"))
    engagement = Engagement(
        id="s1.e1", story="s1", kind=more.get("kind", "meeting"),
        status=more.get("status", "happened"), sides=sides,
        participants=tuple(
            Participant(content_id("person", n.casefold(), s), n, s, o, None, (span,))
            for n, s, o in people
        ),
        date=day(*when) if isinstance(when, tuple) else (day(when) if when else None),
        place=more.get("place", Place("KWT", "Kuwait City")), topics=more.get("topics", ()),
        round=more.get("round"), confidence=more.get("confidence", 0.9), evidence=(span,),
    )  # fmt: skip
    statements = tuple(
        Statement(
            id=content_id(identity, "statement", gist), story="s1", engagement="s1.e1",
            speaker=None, side=side, target=target, act=act, gist=gist, confidence=0.8,
            evidence=(span,),
        )
        for side, target, act, gist in more.get("statements", ())
    )  # fmt: skip
    entities = (
        *(Entity(content_id("person", n.casefold(), s), "person", n, {}, s) for n, s, _ in people),
        *(Entity(s, "polity", s, {}, s) for s in sides),
    )
    meta = DocumentMeta(
        identity, uri, more.get("language", "en"), more.get("outlet", "Gazette"), published=told
    )
    language = more.get("language", "en")
    story = StoryReading("s1", "main", language, None, sentence, ((start, len(raw)),), told)
    return incoming, Reading(meta, (story,), entities, (engagement,), statements)


def table(ledger, query, **values):
    """The rows of a query, as tuples."""
    with ledger.read() as connection:
        return [tuple(row) for row in connection.execute(text(query), values)]


SHOWN = (
    "SELECT id, family, type, status, day, earliest, latest, first_report, last_report, reports,"
    " sources, conflicts, confidence, standing, body FROM entries ORDER BY id"
)


def content(ledger):
    """All that a ledger says, free of the keys it happened to give."""
    return {
        "entries": table(ledger, SHOWN),
        "documents": table(ledger, "SELECT id, report, title, day FROM documents ORDER BY id"),
        "stories": table(
            ledger,
            "SELECT d.id, s.id, s.spans FROM stories s JOIN documents d ON d.n = s.document"
            " ORDER BY 1, 2",
        ),
        "claims": table(
            ledger,
            "SELECT c.id, e.id, c.record FROM claims c JOIN entries e ON e.n = c.entry ORDER BY 1",
        ),
        "pairs": table(
            ledger,
            "SELECT a, b, e.id FROM entry_pairs p JOIN entries e ON e.n = p.entry ORDER BY 1, 2, 3",
        ),
        "people": table(
            ledger,
            "SELECT x.id, e.id, side, office FROM entry_people p JOIN entries e ON e.n = p.entry"
            " JOIN entities x ON x.n = p.entity ORDER BY 1, 2",
        ),
        "reports": table(
            ledger,
            "SELECT e.id, d.id FROM entry_reports r JOIN entries e ON e.n = r.entry"
            " JOIN documents d ON d.n = r.document ORDER BY 1, 2",
        ),
    }
