"""One telling of an act, and the sentence it is told in."""

from dataclasses import dataclass

from dragoman.core.document import Sentence
from dragoman.core.quick import quick
from dragoman.core.spans import Span
from dragoman.extract.actors import Actor
from dragoman.extract.bare_rows import Status
from dragoman.extract.clauses import Clause
from dragoman.lang.rules import Rule

ANNOUNCED = frozenset({"CONCEDE", "REQUEST"})
"""Types of acts of words that are done as soon as they are announced: "will urge Chad to pay"."""
HARSH = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""Types of acts that are threats where whoever would do them sets a condition."""
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
"""Types of acts whose manner is also told before the verb: "a drone strike killed"."""


@quick
@dataclass(frozen=True, slots=True)
class Act:
    """One telling of an act: rule, status, resolved actors, where it stands."""

    rule: Rule
    status: Status
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    host: str | None
    host_place: str | None
    sentence: int
    node: int
    evidence: Span
    speaker: Actor | None
    nominal: bool
    known: bool = False
    """True where it is told of as known already: "his visit", «الزيارة» (az-ziyāra)."""
    mode: str | None = None
    goal: int | None = None
    """Where those stand whom the words that tell the act name as met, or visited, next."""
    warns: bool = False
    """True for a deed that its doer will do under a condition: "will cut ties if Chad attacks"."""
    inner: bool = False
    """True for an act within one polity, or whose doer or target is not told."""


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with everything found in it so far."""

    sentence: Sentence
    clause: Clause


def of_others(doers: tuple[Actor, ...], speaker: Actor | None) -> bool:
    """True where somebody says what others will do, which is no promise of theirs."""
    return bool(doers) and speaker is not None and speaker.side not in {a.side for a in doers}
