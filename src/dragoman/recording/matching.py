"""How recording asks the matching of claims: the shape of the question, and the answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from struct import pack, unpack
from typing import Any, Protocol, cast

from dragoman.core.reading import Reading
from dragoman.resolve.blocks import Keys, block_keys, claim_keys
from dragoman.resolve.claims import judge_claims
from dragoman.resolve.clusters import clusters
from dragoman.resolve.commitments import Step, judge_steps, step_keys, steps
from dragoman.resolve.duplicates import Signature, signature_of
from dragoman.resolve.duplicates import judge_reports as judge_signatures
from dragoman.resolve.judgements import MACHINE, Judgement
from dragoman.resolve.judging import judge
from dragoman.resolve.records import Claim, Telling, claims, tellings
from dragoman.store.entry import Decision, JsonObject


@dataclass(frozen=True, slots=True)
class Matchable:
    """A record of a reading as matching sees it.

    `local` is its id in the reading; `own` are the keys it is found by, `probes` those under which
    others are looked up.
    """

    id: str
    family: str
    local: str
    matching: JsonObject
    own: frozenset[int]
    probes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reading made ready: its records, and the signature of its text with its keys."""

    records: tuple[Matchable, ...]
    signature: bytes | None = None
    text_own: tuple[int, ...] = ()
    text_probes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Records by id as matching sees them; `claims` without those of engagements.

    `engagements` holds, beside the engagements themselves, those that the claims belong to.
    """

    engagements: Mapping[str, JsonObject]
    claims: Mapping[str, JsonObject]


class Matching(Protocol):
    """What recording asks; every answer is a pure function of what is given."""

    @property
    def version(self) -> str:
        """Names the rules; written beside every judgement."""
        ...

    def prepare(self, reading: Reading) -> Prepared:
        """The records of a reading, with the keys of their blocks."""
        ...

    def prepare_again(
        self, records: Iterable[tuple[str, JsonObject]], signed: tuple[str, bytes] | None
    ) -> Prepared:
        """The same from what the ledger keeps: families with `Matchable.matching`, a signature."""
        ...

    def judge_reports(
        self, new: tuple[str, bytes], others: Iterable[tuple[str, bytes]]
    ) -> list[Decision]:
        """Which documents are copies of a new one; each is given by id and signature."""
        ...

    def judge(self, mine: Matchable, others: Sequence[str], known: Known) -> list[Decision]:
        """What is decided about a record and others that share one of its blocks, by id."""
        ...

    def clusters(
        self, family: str, ids: Sequence[str], decisions: Sequence[Decision], known: Known
    ) -> list[tuple[str, ...]]:
        """The ids parted into those that tell one act."""
        ...


def number(key: str) -> int:
    """A key as a whole number of 64 bits with a sign, as databases keep them.

    Keys that begin alike up to the first bar lie together, so that a document touches few pages.
    """
    head, _, rest = key.partition("|")
    tail = blake2b(rest.encode(), digest_size=5).digest()
    return _front(head) + int.from_bytes(tail, "big")


def text_number(key: str) -> int:
    """The same for a key of a text, which is a hash from the bar on."""
    head, _, rest = key.partition("|")
    return _front(head) + int(rest[:10], 16)


@lru_cache(maxsize=10_000)
def _front(head: str) -> int:
    """The 24 highest bits."""
    digest = blake2b(head.encode(), digest_size=3).digest()
    return int.from_bytes(digest, "big", signed=True) << 40


REPEATS = "repeats"
"""The verdict on two reports of one step of a commitment."""
_MAKING = frozenset({"same", "different"})
"""Verdicts that make entries; others link them."""


class StructureMatching:
    """Matching by the rules of `resolve`."""

    version = "structure@2"

    def prepare(self, reading: Reading) -> Prepared:
        """The records of a reading, with the keys of their blocks."""
        return _prepared(tellings(reading), claims(reading), signature_of(reading))

    def prepare_again(
        self, records: Iterable[tuple[str, JsonObject]], signed: tuple[str, bytes] | None
    ) -> Prepared:
        """The same from what the ledger keeps: families with `Matchable.matching`, a signature."""
        given = list(records)
        told = [Telling.from_json(m) for family, m in given if family == "engagement"]
        said = [Claim.from_json(m) for family, m in given if family != "engagement"]
        return _prepared(told, said, _signature(*signed) if signed else None)

    def judge_reports(
        self, new: tuple[str, bytes], others: Iterable[tuple[str, bytes]]
    ) -> list[Decision]:
        """Which documents are copies of a new one; each is given by id and signature."""
        mine = _signature(*new)
        judged = (judge_signatures(mine, _signature(*other)) for other in others)
        return [self._decision(j) for j in judged if j.kept]

    def judge(self, mine: Matchable, others: Sequence[str], known: Known) -> list[Decision]:
        """What is decided about a record and others that share one of its blocks, by id.

        Whether two claims are at one engagement follows from the two engagements alone, so that
        it does not hang on what else is recorded.
        """
        bench = _Bench(known)
        judged = []
        for other in others:
            judged.append(bench.acts(mine.id, other))
            judged.append(bench.steps(mine.id, other))
        return [self._decision(j) for j in judged if j is not None and j.kept]

    def clusters(
        self, family: str, ids: Sequence[str], decisions: Sequence[Decision], known: Known
    ) -> list[tuple[str, ...]]:
        """The ids parted into those that tell one act."""
        if len(ids) == 1:
            return [(ids[0],)]
        bench = _Bench(known)

        def apart(one: str, other: str) -> bool:
            judged = bench.acts(one, other)
            return judged is not None and judged.verdict == "different"

        found = clusters(ids, (_judgement(d) for d in decisions if d.verdict in _MAKING), apart)
        return [cluster.members for cluster in found]

    def _decision(self, found: Judgement) -> Decision:
        return Decision(
            found.left_id, found.right_id, found.verdict, found.score, found.reason,
            self.version, found.at,
        )  # fmt: skip


def _prepared(told: Sequence[Telling], said: Sequence[Claim], signed: Signature | None) -> Prepared:
    following = {step.id: _following(step) for step in steps(said, told)}

    def made(record: Telling | Claim, family: str, local: str, keys: Keys) -> Matchable:
        more = following.get(record.id, Keys(frozenset(), frozenset()))
        own, probes = (
            frozenset(map(number, (*keys_, *more_)))
            for keys_, more_ in ((keys.own, more.own), (keys.probes, more.probes))
        )
        return Matchable(record.id, family, local, record.to_json(), own, probes)

    found = [made(t, "engagement", t.local, block_keys(t)) for t in told]
    found += [made(c, c.claim, c.id, claim_keys(c)) for c in said]
    if signed is None:
        return Prepared(tuple(found))
    day = signed.day.toordinal() if signed.day else 0
    packed = pack(f"<II{len(signed.numbers)}I", signed.size, day, *signed.numbers)
    keys = signed.keys
    text_own, text_probes = (tuple(sorted(map(text_number, k))) for k in (keys.own, keys.probes))
    return Prepared(tuple(found), packed, text_own, text_probes)


def _following(step: Step) -> Keys:
    """The blocks of a step of a commitment.

    Of contacts only those invited to are followed, so that others need not be held against all
    that two sides ever did.
    """
    keys = step_keys(step)
    mine, theirs = "step", "step"
    if step.kind == "contact":
        mine, theirs = "held", "invited"
        if step.stage == "planned" and step.guest is not None:
            mine, theirs = theirs, mine
    return Keys(
        frozenset(f"{mine} {key}" for key in keys.own),
        frozenset(f"{theirs} {key}" for key in keys.probes),
    )


class _Bench:
    """Records revived as they are asked for, each pair of engagements judged once."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._tellings: dict[str, Telling] = {}
        self._claims: dict[str, Claim] = {}
        self._steps: dict[str, Step | None] = {}
        self._judged: dict[tuple[str, str], Judgement] = {}

    def _telling(self, name: str) -> Telling:
        if name not in self._tellings:
            self._tellings[name] = Telling.from_json(self._known.engagements[name])
        return self._tellings[name]

    def _claim(self, name: str) -> Claim:
        if name not in self._claims:
            self._claims[name] = Claim.from_json(self._known.claims[name])
        return self._claims[name]

    def acts(self, one: str, other: str) -> Judgement | None:
        """Whether two records tell one act; None for records of different families."""
        low, high = min(one, other), max(one, other)
        if one in self._known.claims and other in self._known.claims:
            mine, theirs = self._claim(one), self._claim(other)
            if mine.claim != theirs.claim:
                return None
            return judge_claims(mine, theirs, self._together(mine, theirs))
        if one in self._known.claims or other in self._known.claims:
            return None
        if (low, high) not in self._judged:
            self._judged[low, high] = judge(self._telling(low), self._telling(high))
        return self._judged[low, high]

    def _together(self, one: Claim, other: Claim) -> bool | None:
        """Whether two claims are at one engagement; None where that cannot be told."""
        ends = one.engagement, other.engagement
        if ends[0] is None or ends[1] is None:
            return None
        if not all(end in self._known.engagements for end in ends):
            return None
        judged = self.acts(ends[0], ends[1])
        verdict = judged.verdict if judged else "unsure"
        return {"same": True, "different": False}.get(verdict)

    def steps(self, one: str, other: str) -> Judgement | None:
        """Whether one record tells a later step of what the other committed to."""
        mine, theirs = self._step(one), self._step(other)
        if mine is None or theirs is None or mine.kind != theirs.kind:
            return None
        judged = judge_steps(mine, theirs)
        if judged.verdict == "same":
            # One step told twice need not be one act: an outcome and an event can tell it.
            return replace(judged, verdict=cast(Any, REPEATS))
        return judged if judged.verdict == "follows" else None

    def _step(self, name: str) -> Step | None:
        if name not in self._steps:
            if name in self._known.claims:
                made = steps([self._claim(name)], [])
            else:
                made = steps([], [self._telling(name)])
            self._steps[name] = made[0] if made else None
        return self._steps[name]


def _signature(document: str, packed: bytes) -> Signature:
    size, day, *numbers = unpack(f"<{len(packed) // 4}I", packed)
    return Signature(document, tuple(numbers), size, date.fromordinal(day) if day else None)


def _judgement(found: Decision) -> Judgement:
    return Judgement(
        found.left, found.right, found.verdict, found.score, found.reason,  # type: ignore[arg-type]
        found.by if found.correction else MACHINE, found.made if found.correction else "",
    )  # fmt: skip
