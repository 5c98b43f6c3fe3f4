"""Verbs whose doer is the pronoun on "that": «أنها تدعم» (annahā tadʿam, "that it supports")."""

from dragoman.extract.word_rows import WordRow


def on_that(row: WordRow, i: int) -> bool:
    """True for a verb of the pronoun on "that", whoever it means: «وأضافت أنها تدعم كينيا».

    (wa-aḍāfat annahā tadʿamu Kīniyā, "it added that it supports Kenya".) A pronoun of another
    gender, or before what may be a passive, means nobody: «أنه قتل جنديان» (annahu qutila
    jundiyyān, "that two soldiers were killed").
    """
    k = i - 1
    while k > 1 and (row.nodes[k].letter == "T" or row._particle(k)):
        k -= 1
    if k < 1 or row.nodes[k].letter != "p" or row.nodes[k - 1].letter != "t":
        return False
    told = [a for a in row.readings[i] if a.finite and a.person == 3]
    if row.norm(k) in row.pack.discourse["pronoun.f"]:
        return any(a.gender == "f" for a in told)
    active = any(a.voice == "active" or a.tense == "present" for a in told)
    return active and all(a.gender != "f" for a in told)
