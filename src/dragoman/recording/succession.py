"""A document read again: which claims stay, which follow older ones, which go."""

from collections.abc import Mapping, Sequence

from dragoman.store import fetch
from dragoman.store.entry import Claim, JsonObject, Member, Recorded
from dragoman.store.writer import Writer

_ESSENCE = ("kind", "type", "act", "sides", "parties", "source", "target", "side")


def succeed(
    writer: Writer, document: int, before: Sequence[Member], found: Recorded
) -> dict[str, int]:
    """Writes the claims of a reading in the place of those of an earlier one.

    A claim that people corrected or judged is never lost: where the newer reading tells it under
    another id, its old id leads there; where it no longer tells it, it stays as `kept`.
    """
    connection = writer.connection
    now = {claim.id for claim in found.claims}
    lost = [m for m in before if m.id not in now and m.origin == "read"]
    minded = fetch.minded(connection, [m.id for m in lost])
    had = {m.id: m.n for m in before}
    keys = writer.put_claims(document, found, had)
    free = [claim for claim in found.claims if claim.id not in had]
    gone = []
    for member in sorted(lost, key=lambda m: m.id):
        if member.id not in minded:
            gone.append(member.n)
            continue
        heir = _heir(member, free)
        if heir is None:
            writer.keep_claim(member.n)
            continue
        free.remove(heir)
        writer.alias_claim(member.id, member.n, keys[heir.id])
        gone.append(member.n)
    writer.drop_claims(gone)
    return keys


def _heir(member: Member, claims: Sequence[Claim]) -> Claim | None:
    """The new claim that tells what an old one told: same family and words, most in common."""
    scored = [
        (_shared(member.record, claim.record), _alike(member.record, claim.record), claim.id, claim)
        for claim in claims
        if claim.family == member.family
    ]
    best = max((s for s in scored if s[0] > 0 and s[1] > 0), default=None, key=lambda s: s[:3])
    return best[3] if best else None


def _shared(one: JsonObject, other: JsonObject) -> int:
    """How many code points of evidence two records share."""
    return sum(
        max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
        for a in one["evidence"]
        for b in other["evidence"]
        if a["story"] == b["story"]
    )


def _alike(one: Mapping[str, object], other: Mapping[str, object]) -> int:
    """In how many of the fields that make a claim two records agree."""
    return sum(one[key] == other.get(key) for key in _ESSENCE if key in one)
