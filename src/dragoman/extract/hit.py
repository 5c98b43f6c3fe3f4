"""A rule whose words stand in a clause."""

from dataclasses import dataclass

from dragoman.lang.rules import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule whose words stand at a node."""

    rule: Rule
    node: int
    nominal: bool
    passive: bool
    light: int | None = None
    """The verb that carries a noun of action: «أعلنت فرض عقوبات» (aʿlanat farḍa ʿuqūbāt)."""
