"""What two sides committed to, and what later reports say became of it, out of the ledger."""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from dragoman.recording.matching import REPEATS
from dragoman.resolve.commitments import Step, steps, threads
from dragoman.resolve.judgements import MACHINE, Judgement
from dragoman.resolve.records import Claim, Days, Telling
from dragoman.store import fetch
from dragoman.store.entry import JsonObject, Member
from dragoman.store.sql import query

LAST = "9999-12-31"


def commitments(
    connection: Connection, pair: tuple[str, str], between: tuple[str, str] = ("", LAST),
    today: date | None = None,
) -> list[JsonObject]:  # fmt: skip
    """The commitments of two sides as timelines, by their first step.

    Each is `{"id", "kind", "sides", "state", "ended", "silent", "steps"}`; a step is `{"claim",
    "entry", "stage", "day", "due", "text", "reports"}`. `kind` is text, pledge or contact, `state`
    the stage that it has come to, and `silent` says that a planned contact is well past its day
    and nothing was heard of it.
    """
    a, b = sorted(pair)
    rows = query(
        connection,
        "SELECT c.id FROM entry_pairs p JOIN claims c ON c.entry = p.entry"
        " JOIN entries e ON e.n = p.entry WHERE p.a = :a AND p.b = :b AND p.day >= :since"
        " AND p.day <= :until AND e.standing <> 'rejected'",
        a=a, b=b, since=between[0], until=between[1],
    )  # fmt: skip
    members = fetch.members(connection, [row[0] for row in rows])
    known = steps(
        [Claim.from_json(m.matching) for m in members.values() if m.family in _CLAIMS],
        [Telling.from_json(m.matching) for m in members.values() if m.family == "engagement"],
    )
    found = threads(known, _judgements(connection, members))
    entries = _entries(connection, members)
    end = today or date.fromisoformat(min(between[1], date.today().isoformat()))
    out = [
        {
            "id": thread.id, "kind": thread.kind, "sides": list(thread.sides),
            "state": thread.state, "ended": thread.ended, "silent": thread.silent(end),
            "steps": [_step(step, members[step.id], entries) for step in thread.steps],
        }
        for thread in found
    ]  # fmt: skip
    return sorted(out, key=lambda t: ((t["steps"][0]["day"] or {}).get("earliest", ""), t["id"]))


_CLAIMS = frozenset({"event", "outcome"})


def _judgements(connection: Connection, members: dict[str, Member]) -> list[Judgement]:
    """All judgements among claims, those on steps in the words of `resolve`."""
    out = []
    for d in fetch.decisions(connection, members, fetch.undone(connection)):
        verdict: Any = "same" if d.verdict == REPEATS else d.verdict
        if d.left in members and d.right in members and d.verdict != "no longer follows":
            by, at = (d.by, d.made) if d.correction else (MACHINE, "")
            out.append(Judgement(d.left, d.right, verdict, d.score, d.reason, by, at))
    return out


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
    return {
        "claim": step.id,
        "entry": entries.get(member.entry or 0),
        "stage": step.stage,
        "day": _days(step.day),
        "due": _days(step.due),
        "text": member.record["evidence"][0]["text"] if member.record["evidence"] else "",
        "reports": [{
            "document": member.document, "uri": member.uri, "outlet": member.outlet,
            "language": member.language, "published": published,
        }],
    }  # fmt: skip
