"""Whether those who come to "the summit" come to the one that the story has told of."""

from dragoman.extract.act import Act
from dragoman.extract.clauses import Clause
from dragoman.extract.drafts import Draft

_KINDS = frozenset({"summit", "conference"})
_NEAR = 5
_NAMING = frozenset("oFGN~<")
"""What stands behind a noun that is named, or is of something: "the summit of the lake states"."""


def names_no_gathering(act: Act, clause: Clause) -> bool:
    """True for somebody who comes to "the summit" or "the conference", and no word on which."""
    if act.nominal or act.rule.engagement not in _KINDS:
        return False
    classes = clause.pack.classes
    for j in range(act.node + 1, min(len(clause.nodes), act.node + _NEAR)):
        if clause.norm(j) not in classes["occasion"]:
            continue
        known = clause.definite(j) or clause.norm(j - 1) in classes["definite"]
        after = clause.nodes[j + 1].letter if j + 1 < len(clause.nodes) else "."
        return known and after not in _NAMING
    return False


def that_gathering(one: Draft, other: Draft) -> bool:
    """True for a gathering told of before to which others come: it is theirs too.

    "Chad and Mali will hold a summit in Oslo. The presidents of Chad and Togo will attend the
    summit": one of three.
    """
    if one.kind != other.kind or one.kind not in _KINDS or one.status != other.status:
        return False
    if not set(one.sides) & set(other.sides):
        return False
    return one.date is None or other.date is None or one.date.overlaps(other.date)
