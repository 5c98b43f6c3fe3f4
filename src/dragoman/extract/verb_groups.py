"""The words between a subject and its verb, which deny it or set it ahead."""

from dragoman.extract.clauses import Clause

_WINDOW = 6


def own_words(clause: Clause, i: int) -> set[str]:
    """Words and short phrases of the verb group left of node `i`, up to the subject."""
    words: list[str] = []
    j = i - 1
    while j >= 0 and i - j <= _WINDOW:
        letter = clause.nodes[j].letter
        if letter in 'a.,:;"()t&R' and not (letter == "t" and i - j == 1):
            break
        if clause.finite(j) and not clause.pack.subject_first and i - j > 1:
            break
        words.insert(0, clause.norm(j))
        j -= 1
    found = set(words[-3:])
    for size in (2, 3, 4):
        found.update(" ".join(words[k : k + size]) for k in range(len(words) - size + 1))
    return found


def with_itself(clause: Clause, i: int) -> set[str]:
    """The same, with the last word and the verb: «لم تكتف بـ» (lam taktafi bi-, "did not only")."""
    return own_words(clause, i) | {f"{clause.norm(i - 1)} {clause.norm(i)}"}


def helping_words(clause: Clause, i: int) -> set[str]:
    """The same of the verb before the subject: «لم تعد كندا تدعم» (lam taʿud Kanadā tadʿam).

    ("Canada no longer supports".)
    """
    k = i - 2
    if clause.pack.subject_first or k < 0 or clause.nodes[i - 1].letter != "a":
        return set()
    helps = clause.finite(k) and clause.meanings(k) & clause.pack.discourse["auxiliary"]
    return with_itself(clause, k) | {clause.norm(k)} if helps else set()


def negated(clause: Clause, own: set[str]) -> bool:
    """True for a verb that words beside it deny; «لا تزال تدعم» (lā tazāl tadʿam) does still."""
    facts = clause.pack.factuality
    return bool(own & facts["negation"]) and not own & facts["going_on"]


def future_mark(clause: Clause, i: int) -> bool:
    """True where a clitic of the future stands on the verb."""
    return i > 0 and clause.tokens[clause.nodes[i].first - 1].role == "future"


def behind_base_of_being(clause: Clause, i: int) -> bool:
    """True for a passive that a modal may govern: "must be permitted"."""
    helping, told = clause.pack.factuality["helping"], clause.readings[i - 1] if i else ()
    return any(a.tense == "infinitive" and a.lemma in helping for a in told)
