"""A reading made ready to be written: claims with ids that hold in every ledger, words, names."""

from dataclasses import dataclass

from dragoman.core.document import Incoming
from dragoman.core.fold import fold
from dragoman.core.reading import Reading
from dragoman.lang.search_words import indexed_words, words_of
from dragoman.recording.matching import Matchable, Matching
from dragoman.store.entry import Claim, JsonObject, Recorded

_FAMILIES = (
    ("engagement", "engagements"), ("statement", "statements"), ("outcome", "outcomes"),
    ("event", "events"),
)  # fmt: skip
_REFERENCES = {"engagement": "engagement", "part_of": "engagement", "statement": "statement"}


@dataclass(frozen=True, slots=True)
class Matched:
    """What of a document is held against others: its claims by id, and its text."""

    document: str
    matchables: dict[str, Matchable]
    signature: bytes | None
    text_probes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What is written of a document, and how it is matched."""

    recorded: Recorded
    matched: Matched


def build(incoming: Incoming, reading: Reading, matching: Matching, searched: bool = True) -> Built:
    """Everything that is written of a document; a pure function, free of any database.

    What nobody will search needs no words.
    """
    data = reading.to_json()
    prepared = matching.prepare(reading)
    by_local = {(m.family, m.local): m for m in prepared.records}
    claims: dict[str, Claim] = {}
    for family, key in _FAMILIES:
        for record in data[key]:
            found = by_local[family, record["id"]]
            for name, other in _REFERENCES.items():
                if record.get(name) is not None:
                    target = by_local.get((other, record[name]))
                    record[name] = target.id if target else None
            claims.setdefault(
                found.id,
                Claim(
                    id=found.id, family=family, story=record["story"], record=record,
                    matching=found.matching, own=tuple(sorted(found.own)),
                ),
            )  # fmt: skip
    meta, published = data["document"], data["document"]["published"] or {}
    recorded = Recorded(
        id=reading.document.id,
        meta={
            **{k: meta[k] for k in ("uri", "url", "outlet", "agency", "language", "title")},
            **{f"published_{k}": published.get(k) for k in (
                "earliest", "latest", "basis", "because",
            )},
            "retrieved": (meta["retrieved"] or {}).get("earliest"),
        },
        raw=incoming.raw,
        stories=tuple({k: v for k, v in story.items() if k != "text"} for story in data["stories"]),
        entities=tuple(data["entities"]),
        notes=tuple(data["notes"]),
        claims=tuple(claims.values()),
        signature=prepared.signature,
        text_keys=prepared.text_own,
        words=_words(reading) if searched else "",
        day=published.get("earliest") or "",
        names={entity["id"]: _names(entity) for entity in data["entities"]},
    )  # fmt: skip
    by_id = {m.id: m for m in prepared.records}
    matched = Matched(recorded.id, by_id, prepared.signature, prepared.text_probes)
    return Built(recorded, matched)


def _words(reading: Reading) -> str:
    """The words under which a document is found."""
    return indexed_words(
        (f"{story.title or ''}\n{story.text}", story.language) for story in reading.stories
    )


def _names(entity: JsonObject) -> tuple[tuple[str, bool], ...]:
    """The folded names of an entity and the words of them."""
    found: dict[str, bool] = {}
    for name in (entity["name"], *entity["names"].values(), entity["id"]):
        whole = " ".join(words_of(name)) or fold(name)
        for part in whole.split():
            found.setdefault(part, False)
        found[whole] = True
    return tuple(sorted(found.items()))
