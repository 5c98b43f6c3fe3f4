"""What two sides committed to, and what later reports say became of it, out of the ledger."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from dragoman.core.interval import LAST_DAY
from dragoman.recording.matching import REPEATS
from dragoman.resolve.commitments import Step, Thread, steps, threads
from dragoman.resolve.judgements import MACHINE, Judgement
from dragoman.resolve.records import Claim, Days, Telling
from dragoman.store import fetch
from dragoman.store.entry import Decision, JsonObject, Member
from dragoman.store.sql import query

_COMMITTING = ("AGREE", "AID", "COOPERATE", "SUPPORT")
"""Types of the events that can be a step; the rest commit nobody."""
_OF_PAIR = (
    "SELECT c.id FROM entry_pairs p JOIN entries e ON e.n = p.entry JOIN claims c ON c.entry = e.n"
    " WHERE p.a = :a AND p.b = :b AND p.family = :family"
    " AND COALESCE(e.last_report, p.day) >= :since AND COALESCE(e.first_report, p.day) <= :until"
    " AND e.standing <> 'rejected'{} ORDER BY p.day DESC, c.n DESC LIMIT :most"
)
_EVENTS = " AND e.type IN :types AND e.status IN :statuses"
_CONTACTS = " AND c.matching NOT LIKE :held"
"""A contact that took place is a step only where an announcement leads to it."""


def commitments(
    connection: Connection, pair: tuple[str, str], between: tuple[str, str] = ("", LAST_DAY),
    today: date | None = None, most: int | None = None,
) -> list[JsonObject]:  # fmt: skip
    """The commitments of two sides as timelines, by their first step.

    Each is `{"id", "kind", "what", "sides", "state", "ended", "silent", "steps"}`; a step is
    `{"claim", "entry", "stage", "day", "due", "text", "start", "reports"}`. `kind` is text, pledge
    or contact, `what` the kind of outcome where it was told as one, `state` the stage that it has
    come to; `silent` says that a planned contact is well past its day and nothing was heard of it.
    `between` are days of reports. `most` bounds how many of the newest reports of each family are
    followed; None follows all.
    """
    a, b = sorted(pair)
    about = {
        "a": a, "b": b, "since": between[0], "until": between[1],
        "most": most if most is not None else 2**31,
    }  # fmt: skip
    happened = ["happened", "denied"]
    seeds = {
        row[0]
        for family, narrowed, more in (
            ("outcome", "", {}),
            ("event", _EVENTS, {"types": _COMMITTING, "statuses": happened}),
            ("engagement", _CONTACTS, {"held": '%"status":"happened"%'}),
        )
        for row in query(connection, _OF_PAIR.format(narrowed), family=family, **about, **more)
    }
    end = today or date.fromisoformat(min(between[1], date.today().isoformat()))
    return _threads(connection, seeds, end)


def followed(connection: Connection, claims: Iterable[str], today: date) -> list[JsonObject]:
    """The commitments that some claims are steps of, as `commitments` gives them."""
    given = set(claims)
    found = _threads(connection, given, today)
    return [t for t in found if any(step["claim"] in given for step in t["steps"])]


def _threads(connection: Connection, seeds: Collection[str], end: date) -> list[JsonObject]:
    """The threads of some claims and of all that judgements tie to them."""
    members, judgements = _tied(connection, seeds, end.isoformat())
    known = steps(
        [Claim.from_json(m.matching) for m in members.values() if m.family in _CLAIMS],
        [Telling.from_json(m.matching) for m in members.values() if m.family == "engagement"],
    )
    found = _once(threads(known, judgements), members)
    entries = _entries(connection, members)
    out = [
        {
            "id": thread.id, "kind": thread.kind, "sides": list(thread.sides),
            "what": _what(thread, members),
            "state": thread.state, "ended": thread.ended, "silent": thread.silent(end),
            "steps": [_step(step, members[step.id], entries) for step in thread.steps],
        }
        for thread in found
    ]  # fmt: skip
    return sorted(out, key=lambda t: ((t["steps"][0]["day"] or {}).get("earliest", ""), t["id"]))


def _once(found: Sequence[Thread], members: Mapping[str, Member]) -> list[Thread]:
    """Without commitments of one step that a longer one tells with the same words.

    "Cyprus and Lebanon will sign an agreement" is a plan and an event of agreeing; what became of
    it is told of one of them.
    """
    longer = [_words(members[s.id]) for t in found if len(t.steps) > 1 for s in t.steps]
    return [
        t
        for t in found
        if len(t.steps) > 1 or all(w.isdisjoint(_words(members[t.steps[0].id])) for w in longer)
    ]


def _words(member: Member) -> set[tuple[int, str, int]]:
    """The places in documents where a claim's evidence stands."""
    return {
        (member.document_n, span["story"], at)
        for span in member.record["evidence"]
        for at in range(span["start"], span["end"])
    }


def _what(thread: Thread, members: Mapping[str, Member]) -> str | None:
    """The kind of the last outcome that a commitment was told as."""
    told = [members[step.id] for step in thread.steps]
    kinds = [str(m.record["kind"]) for m in told if m.family == "outcome"]
    return kinds[-1] if kinds else None


_CLAIMS = frozenset({"event", "outcome"})


def _tied(
    connection: Connection, seeds: Collection[str], end: str
) -> tuple[dict[str, Member], list[Judgement]]:
    """Claims with all that follow or repeat them up to a day, and the judgements among these."""
    without = fetch.undone(connection)
    members: dict[str, Member] = {}
    judged: dict[tuple[str, str, str], Decision] = {}
    ends = set(seeds)
    while ends:
        found = _standing(connection, fetch.members(connection, ends), end)
        members |= found
        seen, ends = ends, set()
        for d in fetch.decisions(connection, found, without):
            judged[d.left, d.right, f"{d.verdict} {d.made}"] = d
            if d.verdict in _LINKING:
                ends |= {d.left, d.right}
        ends -= members.keys() | seen
    return members, [_judgement(d) for d in judged.values() if _holds(d, members)]


_LINKING = frozenset({"same", "follows", REPEATS})


def _holds(decision: Decision, members: Mapping[str, Member]) -> bool:
    ends = {decision.left, decision.right}
    return ends <= members.keys() and decision.verdict != "no longer follows"


def _judgement(d: Decision) -> Judgement:
    """A judgement among claims, one on steps in the words of `resolve`."""
    verdict: Any = "same" if d.verdict == REPEATS else d.verdict
    by, at = (d.by, d.made) if d.correction else (MACHINE, "")
    return Judgement(d.left, d.right, verdict, d.score, d.reason, by, at)


def _standing(connection: Connection, members: dict[str, Member], end: str) -> dict[str, Member]:
    """The claims without those that people rejected or that were told after a day."""
    keys = {m.entry for m in members.values() if m.entry is not None}
    rows = query(
        connection, "SELECT n FROM entries WHERE n IN :keys AND standing = 'rejected'", keys=keys
    )
    gone = {row[0] for row in rows}
    return {
        name: m
        for name, m in members.items()
        if m.entry not in gone and (m.published is None or m.published[0] <= end)
    }


def _entries(connection: Connection, members: dict[str, Member]) -> dict[int, str]:
    keys = {m.entry for m in members.values() if m.entry is not None}
    rows = query(connection, "SELECT n, id FROM entries WHERE n IN :keys", keys=keys)
    return dict(rows)


def _days(days: Days | None) -> JsonObject | None:
    if days is None:
        return None
    return {"earliest": days.first.isoformat(), "latest": days.last.isoformat()}


def _step(step: Step, member: Member, entries: dict[int, str]) -> JsonObject:
    told = member.published
    published = {"earliest": told[0], "latest": told[1]} if told else None
    words = member.record["evidence"][0] if member.record["evidence"] else {}
    return {
        "claim": step.id,
        "entry": entries.get(member.entry or 0),
        "stage": step.stage,
        "day": _days(step.day),
        "due": _days(step.due),
        "text": words.get("text", ""),
        "start": words.get("start"),
        "reports": [{
            "document": member.document, "uri": member.uri, "outlet": member.outlet,
            "language": member.language, "published": published,
        }],
    }  # fmt: skip
