"""What a clause tells of the noun before it: "the aid that Kuwait sent to Peru"."""

from dragoman.extract.clauses import Clause
from dragoman.lang.phrases import Phrases

_LONGEST = 9
"""How many nodes the noun and its complements may have."""
_STOPS = frozenset(',.;:?!"()tR')


def antecedent(clause: Clause, i: int) -> tuple[int, int] | None:
    """The nodes of the noun that the pronoun on a verb stands for, the verb's doer behind it.

    «المساعدات للشعب الغاني التي أرسلتها الكويت» (al-musāʿadāt li-sh-shaʿbi l-Ghānī allatī arsalathā
    l-Kuwayt, "the aid to the people of Ghana that Kuwait sent"), «رسالة بعث بها الملك» (risāla
    baʿatha bihā l-malik, "a letter that the king sent").
    """
    if clause.pack.subject_first or not i or not any(a.finite for a in clause.readings[i]):
        return None
    p = i + 1 + (clause.preposition(i + 1) is not None)
    if p + 1 >= len(clause.nodes) or clause.nodes[p].letter != "p":
        return None
    if clause.nodes[p + 1].letter != "a":
        return None
    end = i
    while end and _beside(clause, end - 1):
        end -= 1
    end -= end > 0 and clause.nodes[end - 1].letter == "R"
    start = end
    while start and end - start < _LONGEST:
        denies = clause.norm(start - 1) in clause.pack.factuality["negation"]
        verb = clause.finite(start - 1) and not denies  # «غير» ("un-") is no «غيّر» ("changed")
        if clause.nodes[start - 1].letter in _STOPS or verb:
            break
        start -= 1
    return (start, end) if start < end else None


def _beside(clause: Clause, j: int) -> bool:
    """True for a time, or what tells the tense of a verb: «التي كانت قد أرسلتها» (had sent)."""
    facts, norm = clause.pack.factuality, clause.norm(j)
    if clause.nodes[j].letter == "T":
        return True
    return any(norm in facts[name] for name in ("negation", "future", "conditional", "had"))


def told_ahead(clause: Clause, i: int, phrases: Phrases[None]) -> bool:
    """True where one of the phrases is in the noun that a verb tells of, its article aside."""
    found = antecedent(clause, i)
    if found is None:
        return False
    norms = clause.norms[clause.nodes[found[0]].first : clause.nodes[found[1] - 1].last]
    return phrases.anywhere(norms) or phrases.anywhere(without_articles(clause, norms))


def without_articles(clause: Clause, norms: tuple[str, ...] | list[str]) -> list[str]:
    """Words without the articles that they have as what a clause goes on to describe."""
    article = clause.pack.article
    return [n.removeprefix(article) if len(n) > len(article) + 2 else n for n in norms]


def led_in_ahead(clause: Clause, i: int, role: str) -> int | None:
    """The preposition of a role in the noun that a verb tells of: "the aid | to | Ghana that"."""
    found = antecedent(clause, i) or (0, 0)
    return next((j for j in range(*found) if clause.preposition(j) == role), None)
