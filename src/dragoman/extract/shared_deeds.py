"""Deeds whose doer stands at another verb: what one joins others in, does before or after."""

from dragoman.extract.word_rows import WordRow


def joined(row: WordRow, i: int) -> int | None:
    """The verb by which one joins others in what `i` tells: "Chad | joined Mali in condemning"."""
    if i < 3 or all(a.tense != "participle" for a in row.readings[i]):
        return None
    if row.preposition(i - 1) != "in" or row.nodes[i - 2].letter != "a":
        return None
    j = i - 2
    while j > 0 and row.nodes[j].letter in "aA&,":
        j -= 1
    joins = any(a.lemma in row.pack.discourse["joining"] for a in row.readings[j])
    return j if joins and row.finite(j) else None


def beside_deed(row: WordRow, i: int) -> int | None:
    """The verb whose subject also does what a participle tells: "met Mali's king before | flying".

    So behind a text that is handed to somebody: "handed Mali's envoy a note | asking".
    """
    told = row.pack.discourse
    if i < 3 or all(a.tense != "participle" for a in row.readings[i]):
        return None
    before = row.norm(i - 1)
    handed = before in told["voices"] and row.nodes[i - 2].letter == "A"
    if not (before in told["beside"] or (handed and row.nodes[i - 3].letter == "a")):
        return None
    for j in range(i - 2, -1, -1):
        if row.nodes[j].letter in '.;:"':
            return None
        tenses = {a.tense for a in row.readings[j]}
        infinitive = "infinitive" in tenses and (
            j > 0 and row.norm(j - 1) in row.pack.factuality["infinitive"]
        )
        gerund = "participle" in tenses and j > 0 and row.preposition(j - 1) is not None
        if row.finite(j) or infinitive or gerund:
            return j
    return None
