"""Verbs that can only tell of what has been."""

from dragoman.extract.clauses import Clause

_FAR = 12


def surely_past(clause: Clause, i: int) -> bool:
    """True where the verb can only be read as past."""
    tenses = {a.tense for a in clause.readings[i]}
    return bool(tenses) and tenses <= {"past", "passive-participle"}


def past_before_past(clause: Clause, i: int) -> bool:
    """True for a perfect behind "had": «كان الوزير قد تعهد» (kāna l-wazīru qad taʿahhada).

    "The minister had pledged", though the form may be read as a present too.
    """
    if all(a.tense != "past" for a in clause.readings[i]):
        return False
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if clause.nodes[j].letter in ".;:tR":
            return False
        if clause.norm(j) in clause.pack.factuality["had"]:
            return True
    return False
