"""What somebody is up to, told by a noun and an infinitive: "Chad's plan to expel the envoy"."""

from dragoman.extract.actors import Actor
from dragoman.extract.word_rows import WordRow

_MEANT = frozenset({"both", "own", "pronoun"})
_PHRASE = 4
"""How many nodes before its noun an owner may stand."""


def intended(row: WordRow, i: int) -> int | None:
    """The noun whose "to" leads in the verb at `i`, with or without who intends it between.

    "Its decision to expel", "the decision by Chad to expel".
    """
    facts = row.pack.factuality
    if i < 2 or row.norm(i - 1) not in facts["infinitive"]:
        return None
    k = i - 2
    if row.nodes[k].letter == "a" and k > 1:
        k -= 1 + (row.nodes[k - 1].letter == "A")
        k -= row.preposition(k) == "by"
    told = facts["intents"] | facts["refusals"]
    return k if row.norm(k) in told and not row.finite(k) else None


def whose_intent(row: WordRow, i: int) -> tuple[Actor, ...]:
    """Who is told to do the verb at `i`, of somebody's intent that another verb speaks of.

    "Kenya welcomed Uganda's decision to send food": Uganda's sending.
    """
    noun = intended(row, i)
    if noun is None:
        return ()
    if noun < i - 2:
        return row.nodes[i - 2].actors
    for k in range(noun - 1, max(-1, noun - _PHRASE), -1):
        if row.nodes[k].owned:
            return tuple(a for a in row.nodes[k].actors if a.kind not in _MEANT)
        if row.nodes[k].letter not in "xD" or row.finite(k) or row.preposition(k):
            return ()
    return ()
