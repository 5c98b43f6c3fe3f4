"""Verbs that can only tell of what has been."""

from dragoman.extract.clauses import Clause
from dragoman.lang.morphology import Analysis

_FAR = 12
_ADDED = "&"
_LED = 3
"""A verb with a verb, "before" and "that" ahead of it stands no nearer to the beginning."""


def surely_past(clause: Clause, i: int) -> bool:
    """True where the verb can only be read as past."""
    readings = clause.readings[i]
    if i and clause.norm(i - 1) in clause.pack.factuality["assuring"]:
        readings = tuple(a for a in readings if not _outweighed(clause, i, a)) or readings
    tenses = {a.tense for a in readings}
    return bool(tenses) and tenses <= {"past", "passive-participle"}


def _outweighed(clause: Clause, i: int, reading: Analysis) -> bool:
    """True for a reading that a word of assurance before a past verb leaves no room for.

    «قد اتفق الجانبان» (qad ittafaqa l-jānibān, "the two sides have agreed") is no "I may agree",
    nor «وقد تعهد الوزير» (wa-qad taʿahhada l-wazīr, "and the minister has pledged") "she may
    entrust"; «قد توقع تشاد» (qad tuwaqqiʿ Tshād, "Chad may sign") may be.
    """
    if all(a.tense != "past" for a in clause.readings[i]):
        return False
    added = i > 1 and clause.nodes[i - 2].letter == _ADDED
    return reading.person == 1 or (reading.tense == "present" and added) or not reading.finite


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


def done_next(clause: Clause, i: int) -> bool:
    """True for what somebody did once he had done what a past tells: «التقاه قبل أن يتوجه إلى».

    (iltaqāhu qabla an yatawajjaha ilā, "met him before he went to".)
    """
    earlier = clause.pack.factuality["earlier"]
    if i < _LED or clause.norm(i - 2) not in earlier:
        return False
    before = next((k for k in range(i - 3, -1, -1) if clause.finite(k)), None)
    if before is None or any(n.letter in ".;:t" for n in clause.nodes[before : i - 2]):
        return False
    told = {a.tense for a in clause.readings[before] if a.finite and a.person == 3}
    plain = not any(clause.norm(k) in clause.pack.factuality["future"] for k in range(before))
    particles = clause.pack.factuality["negation"] | clause.pack.factuality["conditional"]
    return plain and told == {"past"} and not particles & {clause.norm(before - 1)}
