"""Clauses on somebody, where doers stand first: whom they tell of, and what is told of him next."""

from dragoman.extract.aside_rows import AsideRow

_OPENERS = "Rt"
_NO_OBJECT = frozenset('.,;:&T)"~@><o')
"""Letters of what may stand behind a verb whose object stands before it."""
_PLACES = frozenset({"in", "on", "near"})
"""Roles of prepositions behind which "which" means the whole, not the place."""
_FAR = 24


def described(row: AsideRow, i: int) -> int | None:
    """Who acts at `i` though a clause on him ends right before: "rebels who hit Chad | fled".

    So "the envoy whom Chad expelled | has blamed Mali" and "the men that Chad held | were freed".
    """
    if not row.finite(i) or row.participle(i):
        return None
    first = i
    while first > 1 and _helps(row, first - 1):
        first -= 1
    r = _opener(row, first)
    if r is None or row.nodes[first - 1].letter == "&":
        return None
    verbs = [k for k in range(r + 1, first) if row.finite(k)]
    if not verbs or row.says(verbs[0]) or any(_opens_other(row, k, r) for k in verbs[1:]):
        return None
    j = _antecedent(row, r)
    if j is None or row._acted_on(j) or not row._can_act(row._group_start(j)):
        return None
    return None if row.nodes[r].letter == "t" and not _may_tell_of(row, j, r) else j


def _opener(row: AsideRow, first: int) -> int | None:
    """The "who" or "that" of the clause that ends right before a verb, no comma in it."""
    leading = row.pack.discourse["subordinating"]
    for k in range(first - 1, max(0, first - _FAR), -1):
        letter = row.nodes[k].letter
        if letter in _OPENERS:
            return k
        if letter in '.,;:"' or row.norm(k) in leading:
            return None
    return None


def _opens_other(row: AsideRow, k: int, r: int) -> bool:
    """True for a verb that no "and" joins to the first of its clause, and that no verb helps."""
    j = k - 1
    while j > r and (_helps(row, j) or row.nodes[j].letter == "T"):
        j -= 1
    helped = any(row.lemmas[m] & row.pack.factuality["helping"] for m in range(j + 1, k))
    return not helped and row.nodes[j].letter != "&"


def _helps(row: AsideRow, j: int) -> bool:
    """True for what belongs to the verb behind it: "has", "not", "already"."""
    if row.nodes[j].letter != "x":
        return False
    adverb = row.pack.lexicon.part_of_speech(row.norm(j)) == "adv"
    return adverb or row._particle(j) or bool(row.lemmas[j] & row.pack.factuality["helping"])


def _antecedent(row: AsideRow, r: int) -> int | None:
    """Whom the pronoun at `r` means: who stands right before it, its comma and preposition."""
    j = r - 1
    j -= j > 0 and row.preposition(j) is not None
    j -= j > 0 and row.nodes[j].letter == ","
    told = row.nodes[j] if j >= 0 else None
    if told is None or told.letter != "a" or told.owned or told.actors[0].kind == "pronoun":
        return None
    return j


def acted_on_before(row: AsideRow, i: int) -> int | None:
    """Whom the verb of a clause on him acts on: "Mali, which Chad | accuses of", "men whom Chad".

    So whose: "Mali, whose army Chad | accuses", and "it was Mali that Chad | accused".
    """
    after = row.nodes[i + 1] if i + 1 < len(row.nodes) else None
    if after is None or not row.finite(i):
        return None
    bare = after.letter in _NO_OBJECT or row.finite(i + 1) or _helps(row, i + 1)
    k = _before_subject(row, i) if bare else None
    if k is None:
        return None
    owning = row.pack.discourse["owning"]
    if row.norm(k - 1) in owning and row.nodes[k].letter in "ax" and not row.finite(k):
        return k if row.nodes[k].letter == "a" else _antecedent(row, k - 1)
    if row.nodes[k].letter not in _OPENERS or row.preposition(k - 1) is not None:
        return None
    j = _antecedent(row, k)
    if j is None or (row.nodes[k].letter == "t" and not _may_tell_of(row, j, k)):
        return None
    return None if row.nodes[k].letter == "R" and _means_whole(row, j, k, i) else j


def _before_subject(row: AsideRow, i: int) -> int | None:
    """The node before the list of actors right before a verb and what helps it."""
    j = i - 1
    while j > 0 and (_helps(row, j) or row.nodes[j].letter == "T"):
        j -= 1
    if j < 1 or row.nodes[j].letter != "a" or row.nodes[j].owned:
        return None
    k = _before_list(row, j)
    return k if k > 0 else None


def _before_list(row: AsideRow, j: int) -> int:
    """The node before the list of actors that ends at a node, and its article."""
    return row._before_article(row._group_start(j))


def _may_tell_of(row: AsideRow, j: int, k: int) -> bool:
    """True for a "that" no verb before takes: "it was Mali | that", not "told Mali | that"."""
    if j != k - 1:
        return False
    before = _before_list(row, j)
    being = before >= 0 and row.lemmas[before] & row.pack.factuality["being"]
    return bool(being) or not any(map(row.finite, range(before + 1)))


def _means_whole(row: AsideRow, j: int, k: int, i: int) -> bool:
    """True where "which" may mean all that is told before: "hit Mali, which Chad condemned"."""
    role = row.preposition(_before_list(row, j))
    if role in _PLACES:
        return True
    people = row.nodes[j].actors[0].kind not in ("polity", "organization")
    told = any(map(row.finite, range(j)))
    charged = row.preposition(i + 1) is not None
    return row.nodes[k - 1].letter == "," and told and not (people or charged)


def led_in_before(row: AsideRow, i: int, role: str) -> int | None:
    """Whom a preposition before "whom" or "which" leads in: "Mali, to which Chad | sent aid"."""
    k = _before_subject(row, i)
    if k is None or row.nodes[k].letter != "R" or row.preposition(k - 1) != role:
        return None
    return _antecedent(row, k)
