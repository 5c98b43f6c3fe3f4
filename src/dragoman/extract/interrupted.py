"""What is said of a subject between commas, behind which its verb goes on to its object."""

from dragoman.extract.complements import definite
from dragoman.extract.word_rows import WordRow

_SUBJECT = 10
"""How many nodes behind its verb the first comma may stand."""
_LONGEST = 26
"""How many nodes the aside may have."""


def aside_behind(row: WordRow, i: int) -> tuple[int, int] | None:
    """The commas around what is said of the subject of a verb that stands before it.

    «شكر الرئيس، الذي يزور كينيا، غانا» (shakara r-raʾīsu, lladhī yazūru Kīniyā, Ghānā, "the
    president, who is visiting Kenya, thanked Ghana"); so «، وهو طبيب،» (wa-huwa ṭabīb, "a
    doctor") and «، المنتخب حديثا،» (al-muntakhab ḥadīthan, "newly elected").
    """
    if row.pack.subject_first or not row.finite(i):
        return None
    opened = _opening_comma(row, i)
    if opened is None or not _says_of_him(row, opened + 1):
        return None
    clause = row.nodes[opened + 1].letter in "R&"
    for k in range(opened + 2, min(len(row.nodes) - 1, opened + _LONGEST)):
        node = row.nodes[k]
        if node.letter in '.;:"' or (not clause and (row.finite(k) or node.letter in "tR")):
            return None
        if node.letter == "," and _goes_on(row, k + 1):
            return (opened, k) if _fits(row, opened + 1, k) else None
    return None


def _opening_comma(row: WordRow, i: int) -> int | None:
    """The first comma behind a verb, its subject and nothing else but times between."""
    told = False
    for j in range(i + 1, min(len(row.nodes) - 2, i + _SUBJECT)):
        letter = row.nodes[j].letter
        if letter == ",":
            return j if told else None
        if letter not in "aDxBHMNpTF&" or row.finite(j) or row.preposition(j):
            return None
        told = told or letter in "aB"
    return None


def _says_of_him(row: WordRow, j: int) -> bool:
    """True for "who", "and he is", "its seat being", or an adjective with an article."""
    letters = "".join(n.letter for n in row.nodes[j : j + 3])
    if letters[:1] == "R":
        return True
    if letters[:1] == "&":
        he = letters[1:2] == "a" and row.nodes[j + 1].actors[0].kind == "pronoun"
        return he or letters[1:2] == "h" or (letters[1:] == "xp" and not row.finite(j + 1))
    return letters[:1] in ("x", "M") and definite(row, j) and not row.preposition(j)


def _goes_on(row: WordRow, j: int) -> bool:
    """True for what can stand behind an aside in the sentence it parts: no verb, no "and"."""
    letter = row.nodes[j].letter
    besides = any(a.tense == "participle" for a in row.readings[j]) and row.adverbial(j)
    deed = any(a.tense == "verbal-noun" for a in row.readings[j])
    verb = not deed and row.finite(j)
    if letter in "&RtT,.;:" or besides or verb or row._particle(j):
        return False
    return letter != "a" or not row.finite(j + 1)


def _fits(row: WordRow, first: int, last: int) -> bool:
    """True where a relative clause has its verb, and an adjective somebody right behind it."""
    if row.nodes[first].letter == "R":
        return any(map(row.finite, range(first + 1, last)))
    return row.nodes[first].letter == "&" or row.nodes[last + 1].letter == "a"


def object_behind(row: WordRow, i: int) -> bool:
    """True for a noun of action behind such an aside: «أدان الوزير، الذي زار مالي، قصف غانا».

    (adāna l-wazīru, lladhī zāra Mālī, qaṣfa Ghānā, "the minister, who visited Mali, condemned
    Ghana's shelling", not "he shelled".)
    """
    if row.nodes[i - 1].letter != "," or all(a.tense != "verbal-noun" for a in row.readings[i]):
        return False
    first = max(0, i - _LONGEST)
    for k in range(i - 3, first, -1):
        if row.nodes[k].letter == "," and _says_of_him(row, k + 1):
            verbs = (v for v in range(k - 1, max(-1, k - _SUBJECT), -1) if row.finite(v))
            verb = next(verbs, None)
            return verb is not None and aside_behind(row, verb) == (k, i - 1)
    return False
