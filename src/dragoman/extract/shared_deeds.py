"""Deeds whose doer stands at another verb: what one joins others in, does before or after."""

from collections.abc import Callable

from dragoman.extract.actors import Actor
from dragoman.extract.headed_rows import HeadedRow


def joined(row: HeadedRow, i: int) -> int | None:
    """The verb by which one joins others in what `i` tells: "Chad | joined Mali in condemning"."""
    if i < 3 or not row.participle(i):
        return None
    if row.preposition(i - 1) != "in" or row.nodes[i - 2].letter != "a":
        return None
    j = i - 2
    while j > 0 and row.nodes[j].letter in "aA&,":
        j -= 1
    joins = any(a.lemma in row.pack.discourse["joining"] for a in row.readings[j])
    return j if joins and row.finite(j) else None


def doers(
    row: HeadedRow, i: int, subject: Callable[[int], tuple[Actor, ...]]
) -> tuple[Actor, ...] | None:
    """Who does what the participle at `i` tells, None where it tells of nothing besides."""
    if (verb := _beside_deed(row, i)) is not None:
        return subject(verb)
    named = _told_of(row, i)
    return None if named is None else row.group(named)


def _beside_deed(row: HeadedRow, i: int) -> int | None:
    """The verb whose subject also does what a participle tells: "met Mali's king before | flying".

    "Brazil backed Mexico while criticising Peru": whoever backed, not whom that verb acts on. So
    behind a text that is handed to somebody: "handed Mali's envoy a note | asking".
    """
    told = row.pack.discourse
    if i < 2 or not row.participle(i):
        return None
    j = i - 1
    while j > 0 and row.pack.lexicon.part_of_speech(row.norm(j)) == "adv":
        j -= 1
    handed = i > 2 and row.norm(i - 1) in told["voices"] and row.nodes[i - 2].letter == "A"
    if not (row.norm(j) in told["beside"] or (handed and row.nodes[i - 3].letter == "a")):
        return None
    for k in range(j - 1, -1, -1):
        if row.nodes[k].letter in '.;:"':
            return None
        if _verb(row, k) and row.nodes[k].letter != "M":
            return k
    return None


def _verb(row: HeadedRow, k: int) -> bool:
    """True for a verb, a base form behind "to", or a deed told by its name behind a preposition."""
    tenses = {a.tense for a in row.readings[k]}
    infinitive = "infinitive" in tenses and row.norm(k - 1) in row.pack.factuality["infinitive"]
    gerund = "participle" in tenses and k > 0 and row.preposition(k - 1) is not None
    return row.finite(k) or infinitive or gerund


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
