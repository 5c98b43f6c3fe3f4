"""How sure a record is: a few features of how it is told, weighed by a table fitted on gold.

A logistic model, small on purpose. Features are of structure and never of a language, so that what
was learned from two languages holds for the next. `tools/fit_confidence.py` fits the table.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from dragoman.core.errors import DataError
from dragoman.extract.act import Act, View
from dragoman.extract.actors import Actor
from dragoman.extract.drafts import Draft
from dragoman.extract.events import Deed
from dragoman.extract.learned import RULE

Features = Mapping[str, float]
Record = Literal["event", "engagement"]

TABLE = "confidence.toml"
_FAR = 10
"""Words between a trigger and the farther of its actors beyond which roles are often wrong."""
_LATE = 12
"""Sentences into a story behind which most of it is background."""
_USUAL = 0.8
"""The weight of a rule that states none."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """The table for one kind of record."""

    base: float
    weights: Features

    @classmethod
    def of(cls, record: Record) -> "Confidence":
        """The table that comes with the package.

        Raises:
            DataError: it is missing or broken.
        """
        return shipped_tables()[record]

    def __call__(self, features: Features) -> float:
        """How likely a record with these features is right, 0 to 1."""
        score = self.base + sum(self.weights.get(k, 0.0) * v for k, v in features.items())
        return round(1 / (1 + math.exp(-score)), 3)


def event_features(deed: Deed, views: Mapping[int, View]) -> Features:
    """What speaks for and against an event; `views` are the story's sentences by index."""
    found = _telling(deed.act, views.get(deed.act.sentence))
    found[deed.type.casefold()] = 1.0
    found["contact"] = float(deed.contact)
    found["again"] = float(deed.draft is not None and len(deed.draft.acts) > 1)
    found["person"] = float(bool(deed.source.name))
    return found


def engagement_features(draft: Draft, views: Mapping[int, View]) -> Features:
    """What speaks for and against an engagement, by the best of its tellings."""
    act = max(draft.acts, key=lambda a: a.rule.weight)
    found = _telling(act, views.get(act.sentence))
    found[draft.kind] = 1.0
    found["again"] = float(len(draft.acts) > 1)
    found["person"] = float(bool(draft.people))
    found["both"] = float(len({p.side for p in draft.people}) > 1)
    found["dated"] = float(draft.date_told)
    found["place"] = float(draft.place is not None)
    found["many"] = float(len(draft.sides) > 2)
    return found


def _telling(act: Act, view: View | None) -> dict[str, float]:
    """Features of the words that tell an act."""
    found = {
        "rule": act.rule.weight - _USUAL,
        "noun": float(act.nominal),
        "planned": float(act.status == "planned"),
        "learned": float(act.rule.id == RULE),
        "late": float(act.sentence > _LATE),
    }
    if view is None:
        return found
    trigger = view.clause.nodes[act.node].first
    ends = [_named_at(a, view) for a in (act.sources[:1] + act.targets[:1])]
    near = [abs(at - trigger) for at in ends if at is not None]
    found["headline"] = float(view.sentence.headline)
    found["resolved"] = float(sum(at is None for at in ends))
    found["far"] = float(max(near, default=0) > _FAR)
    return found


def _named_at(actor: Actor, view: View) -> int | None:
    """The word where an actor is named with its side; None where discourse found it."""
    for node in view.clause.nodes:
        if node.first <= actor.first < node.last:
            named = any(a.side == actor.side for a in node.actors) or node.letter == "D"
            return node.first if named else None
    return None


@lru_cache(maxsize=1)
def shipped_tables() -> dict[Record, Confidence]:
    """The tables of all kinds of records, loaded once."""
    path = files("dragoman.extract") / TABLE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        records: tuple[Record, Record] = ("event", "engagement")
        return {r: Confidence(float(data[r]["base"]), dict(data[r]["weights"])) for r in records}
    except (OSError, KeyError, ValueError) as error:
        raise DataError(
            f"{path}: no table of confidence ({error}): make it with `make confidence`"
        ) from error
