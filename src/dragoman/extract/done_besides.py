"""Whose a deed is that a participle tells besides the main one: "left while praising X"."""

from collections.abc import Callable

from dragoman.extract.actors import Actor
from dragoman.extract.headed_rows import HeadedRow

_FAR = 30
"""How many nodes a participle may stand behind the verb of its sentence."""


def doers(
    row: HeadedRow, i: int, subject: Callable[[int], tuple[Actor, ...]]
) -> tuple[Actor, ...] | None:
    """Who does what the participle at `i` tells, None where it tells of nothing besides."""
    if (verb := _main_verb(row, i)) is not None:
        return subject(verb)
    named = _told_of(row, i)
    return None if named is None else row.group(named)


def _main_verb(row: HeadedRow, i: int) -> int | None:
    """The verb that does what the participle at `i` tells of the same time, or before or after.

    "Brazil backed Mexico while criticising Peru", "thanked Togo after meeting its king": whoever
    backed or thanked, not whom that verb acts on.
    """
    if i < 2 or not row.participle(i):
        return None
    j = i - 1
    while j > 0 and row.pack.lexicon.part_of_speech(row.norm(j)) == "adv":
        j -= 1
    if row.norm(j) not in row.pack.discourse["besides_doing"]:
        return None
    for k in range(j - 1, max(-1, j - _FAR), -1):
        if row.nodes[k].letter in ";:":
            return None
        if row.finite(k) and row.nodes[k].letter != "M":
            return k
    return None


def _told_of(row: HeadedRow, i: int) -> int | None:
    """Of whom the participle at `i` tells right behind his name: "X, visiting Y, said".

    No verb stands before, whose doer might be another.
    """
    if i < 2 or row.nodes[i - 1].letter != "," or not row.participle(i):
        return None
    left = row.nodes[i - 2]
    if left.letter != "a" or left.owned or row.governed(i - 2):
        return None
    for k in range(i - 3, -1, -1):
        if row.nodes[k].letter in ';:."t':
            break
        if row.finite(k) or row.nodes[k].letter == "R":
            return None
    return i - 2
