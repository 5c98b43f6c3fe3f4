"""What may stand between a verb and its object, and "us" where verbs stand first."""

from dragoman.extract.actors import Actor
from dragoman.extract.complements import closes
from dragoman.extract.word_rows import WordRow

_MANNER = 4
"""How many nodes a phrase of manner takes: "out of hand", "in strong terms"."""


def does_to_us(row: WordRow, i: int) -> bool:
    """True for a verb that acts on "us": «تتهمنا غانا» (tattahimunā Ghānā, "Ghana accuses us").

    «وعدنا» alone is "we promised" (waʿadnā); who follows in the nominative is its subject and makes
    it "promised us": «وعدنا الغانيون» (waʿadanā l-ghāniyyūn, "the Ghanaians promised us").
    """
    us = tuple(row.pack.discourse["pronoun.us"])
    if not us or i + 1 >= len(row.nodes):
        return False
    after = row.nodes[i + 1]
    if after.letter == "p":
        return row.norm(i + 1) in us and any(a.person == 3 for a in row.readings[i])
    told = after.letter == "a" and row.norm(i).endswith(us)
    return told and row.tokens[after.last - 1].norm.endswith(row.pack.people_endings[:1])


def behind_company(row: WordRow, i: int, j: int) -> bool:
    """True where only those who join the subject stand before the actor at `j`, its object.

    «تتهم غانا والدول الغربية كينيا» (tattahim Ghānā wa-d-duwalu l-gharbiyya Kīniyā, "Ghana and the
    Western states accuse Kenya").
    """
    k, part = j - 1, row.pack.lexicon.part_of_speech
    if not (closes(row, k) or part(row.norm(k)) == "adj"):
        return False
    while k > i and row.nodes[k].letter in "xDB" and not (row.preposition(k) or row.finite(k)):
        k -= 1
    return i < k - 1 and k < j - 2 and row.nodes[k].letter == "&" and row.nodes[k - 1].letter == "a"


def titles_subject(row: WordRow, j: int, subject: set[Actor]) -> bool:
    """True for the full title of the subject before it at `j`, and a comma behind.

    «هنأ الرئيس فلان رئيس جمهورية كينيا، نظيره» (hannaʾa r-raʾīsu Fulān raʾīsu jumhūriyyati Kīniyā,
    naẓīrahu, "President So-and-so, President of the Republic of Kenya, congratulated his peer").
    """
    if j < 1 or j + 2 >= len(row.nodes) or row.nodes[j - 1].letter != "a":
        return False
    named, title = row.nodes[j - 1].actors[-1], row.nodes[j].actors[0]
    fits = named in subject and named.kind == "person" and named.side is None
    fits = fits and title.kind == "role" and title.office == named.office and bool(title.side)
    return fits and row.nodes[j + 1].letter == "," and row.nodes[j + 2].letter == "a"


def past_manner(row: WordRow, j: int) -> int:
    """The node behind the time or manner told right behind a verb, before its object's article.

    "Rejected on Friday | a Malian plan", "dismissed as baseless | a Malian claim".
    """
    part = row.pack.lexicon.part_of_speech
    while row.pack.subject_first and j < len(row.nodes) - 1:
        if row.nodes[j].letter == "T" or part(row.norm(j)) == "adv":
            j += 1
            continue
        k = j
        while k < min(j + _MANNER, len(row.nodes) - 1) and row.nodes[k].letter in "x~oB@p":
            k += 1
        led = (
            k > j + 1
            and row.preposition(k - 1) is None
            and not any(row.finite(m) for m in range(j, k))
        )
        if (
            not led
            or row.nodes[k].letter not in "AT"
            or row.preposition(j) == row.preposition(j + 1)
        ):
            return j
        j = k
    return j
