"""How recording asks the matching of claims: the shape of the question, and the answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from struct import pack, unpack
from typing import Protocol

from dragoman.core.reading import Reading
from dragoman.resolve.blocks import block_keys, claim_keys
from dragoman.resolve.clusters import clusters
from dragoman.resolve.duplicates import Signature, signature_of
from dragoman.resolve.duplicates import judge_reports as judge_signatures
from dragoman.resolve.judgements import MACHINE, Judgement
from dragoman.resolve.judging import judge
from dragoman.resolve.records import Telling, claims, tellings
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


class Matching(Protocol):
    """What recording asks; every answer is a pure function of what is given."""

    @property
    def version(self) -> str:
        """Names the rules; written beside every judgement."""
        ...

    def prepare(self, reading: Reading) -> Prepared:
        """The records of a reading, with the keys of their blocks."""
        ...

    def judge_reports(
        self, new: tuple[str, bytes], others: Iterable[tuple[str, bytes]]
    ) -> list[Decision]:
        """Which documents are copies of a new one; each is given by id and signature."""
        ...

    def judge(self, family: str, new: JsonObject, others: Iterable[JsonObject]) -> list[Decision]:
        """What is decided about a record and others of its blocks."""
        ...

    def clusters(
        self, family: str, records: Mapping[str, JsonObject], decisions: Sequence[Decision]
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


class StructureMatching:
    """Matching by the rules of `resolve`."""

    version = "structure@1"

    def prepare(self, reading: Reading) -> Prepared:
        """The records of a reading, with the keys of their blocks."""
        found = []
        for telling in tellings(reading):
            keys = block_keys(telling)
            found.append(Matchable(
                telling.id, "engagement", telling.local, telling.to_json(),
                frozenset(map(number, keys.own)), frozenset(map(number, keys.probes)),
            ))  # fmt: skip
        for claim in claims(reading):
            keys = claim_keys(claim)
            found.append(Matchable(
                claim.id, claim.claim, claim.id, claim.to_json(),
                frozenset(map(number, keys.own)), frozenset(map(number, keys.probes)),
            ))  # fmt: skip
        signed = signature_of(reading)
        if signed is None:
            return Prepared(tuple(found))
        day = signed.day.toordinal() if signed.day else 0
        packed = pack(f"<II{len(signed.numbers)}I", signed.size, day, *signed.numbers)
        keys = signed.keys
        own, probes = (tuple(sorted(map(text_number, k))) for k in (keys.own, keys.probes))
        return Prepared(tuple(found), packed, own, probes)

    def judge_reports(
        self, new: tuple[str, bytes], others: Iterable[tuple[str, bytes]]
    ) -> list[Decision]:
        """Which documents are copies of a new one; each is given by id and signature."""
        mine = _signature(*new)
        judged = (judge_signatures(mine, _signature(*other)) for other in others)
        return [self._decision(j) for j in judged if j.kept]

    def judge(self, family: str, new: JsonObject, others: Iterable[JsonObject]) -> list[Decision]:
        """What is decided about a record and others of its blocks."""
        if family != "engagement":
            return []
        mine = Telling.from_json(new)
        judged = (judge(mine, Telling.from_json(other)) for other in others)
        return [self._decision(j) for j in judged if j.kept]

    def clusters(
        self, family: str, records: Mapping[str, JsonObject], decisions: Sequence[Decision]
    ) -> list[tuple[str, ...]]:
        """The ids parted into those that tell one act."""
        if len(records) == 1:
            return [tuple(records)]
        revived: dict[str, Telling] = {}

        def telling(name: str) -> Telling:
            if name not in revived:
                revived[name] = Telling.from_json(records[name])
            return revived[name]

        def apart(one: str, other: str) -> bool:
            return judge(telling(one), telling(other)).verdict == "different"

        found = clusters(
            records, map(_judgement, decisions), apart if family == "engagement" else None
        )
        return [cluster.members for cluster in found]

    def _decision(self, found: Judgement) -> Decision:
        return Decision(
            found.left_id, found.right_id, found.verdict, found.score, found.reason,
            self.version, found.at,
        )  # fmt: skip


def _signature(document: str, packed: bytes) -> Signature:
    size, day, *numbers = unpack(f"<{len(packed) // 4}I", packed)
    return Signature(document, tuple(numbers), size, date.fromordinal(day) if day else None)


def _judgement(found: Decision) -> Judgement:
    return Judgement(
        found.left, found.right, found.verdict, found.score, found.reason,  # type: ignore[arg-type]
        found.by if found.correction else MACHINE, found.made if found.correction else "",
    )  # fmt: skip
