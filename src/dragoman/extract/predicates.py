"""Whom a predicate tells of: "Chad's move was a breach", "what Chad does is wrong"."""

from collections.abc import Callable

from dragoman.extract.actors import Actor, Node
from dragoman.extract.clauses import Clause

_PHRASE = 4
"""How many nodes a noun phrase may have before whose it is."""
_NO_DEEDS = ("harm", "harms", "harmed", "bond")
"""Names of words for what befalls somebody, or is between several."""
_APART = frozenset({"about", "against", "by", "for", "from", "of", "on", "to", "with"})
"""Roles of prepositions behind which a predicate tells of something else."""
_TOLD_OF = frozenset({"polity", "organization", "person", "role"})


def doing(
    clause: Clause, i: int, nominal: bool, demonym: Callable[[Node], tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Whose deed the predicate at a node tells of, empty where nobody's.

    Whom something befell does nothing: "the attack on Chad was cowardly". What is said aside may
    stand between: "Chad, given its place, is an ally".
    """
    start = _before_marks(clause, i)
    while start > 0 and not _opens(clause, start - 1):
        start -= 1
    if not clause.pack.subject_first:
        return _of_head(clause, start, i, demonym)
    for j in range(start, i):
        node = clause.nodes[j]
        if node.letter not in "aD" or not _free(clause, j):
            continue
        verb = next((k for k in range(i - 1, j, -1) if clause.finite(k)), None)
        if _undergoes(clause, j, i if verb is None else verb):
            return ()
        if verb is None and not nominal and clause.finite(i):  # "its move displays"
            return demonym(node) or clause.group(j, leftward=False)
        if (
            verb is None
            and j == start
            and clause.pack.lexicon.part_of_speech(clause.norm(i)) == "adj"
        ):
            return clause.group(j, leftward=False)  # "Chad's move | illegal"
        if verb is None or not _tells_what(clause, verb, i):
            return ()
        if node.letter == "D":
            return demonym(node)
        told, acting = clause.group(j, leftward=False), clause.subject(verb)
        return acting if {*told} <= {*acting} else told
    aside = start > 0 and clause.nodes[start - 1].letter == "," and clause.finite(start)
    being = aside and clause.meanings(start) & clause.pack.discourse["copula"]
    return clause.subject(start) if being else ()


def _before_marks(clause: Clause, i: int) -> int:
    """The node behind which words of somebody's own begin, where one stands at `i`: «، "خطوة"»."""
    marked = i > 1 and not clause.pack.subject_first and clause.nodes[i - 1].letter == '"'
    return i - marked - (marked and clause.nodes[i - 2].letter == ",")


def _of_head(
    clause: Clause, start: int, i: int, demonym: Callable[[Node], tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Whose the noun is that heads the clause from a node, which only a predicate follows.

    «إن سياسات تشاد تهدد السلام» (inna siyāsāt Tshād tuhaddidu s-salām, "that Chad's policies
    threaten peace"), «أن البرنامج النووي التشادي يمثل خطرا» (l-barnāmaj n-nawawī t-Tshādī),
    «ما تفعله تشاد جريمة» (mā tafʿaluhu Tshād jarīma, "what Chad does is a crime"). A verb of
    being may stand before the predicate: «كانت إهانة» (kānat ihāna, "was an insult").
    """
    if i == start or clause.nodes[start].letter not in "xB" or clause.preposition(start):
        return ()
    told = clause.pack.discourse
    if clause.norm(start) in told["what"]:
        verb = next((k for k in range(start + 1, i) if clause.finite(k)), None)
        last = verb is not None and not any(clause.finite(k) for k in range(verb + 1, i))
        return clause.doer(verb) if verb is not None and last else ()
    being = i - (i > start and clause.norm(i - 1) in clause.pack.factuality["had"])
    first = start + _noun_behind_that(clause, start)
    if any(clause.finite(k) and not clause.relative(k) for k in range(first, being)):
        return ()
    if any(clause.norm(start) in told[name] for name in _NO_DEEDS):
        return ()
    for j in range(start + 1, min(i, start + _PHRASE)):
        node = clause.nodes[j]
        if node.letter == "D":
            return demonym(node)
        if node.letter == "a":
            return clause.group(j, leftward=False)
        if node.letter == "R":
            return _of_relative(clause, j + 1, i)
        if node.letter not in "xpM" or clause.preposition(j):
            break
    return ()


def _noun_behind_that(clause: Clause, i: int) -> bool:
    """True for a word behind "that" which is no perfect, as that never follows: «إن نهج تشاد».

    (inna nahj Tshād, "that Chad's course", not nahaja, "took the course".)
    """
    told = [a for a in clause.readings[i] if a.finite]
    return i > 0 and clause.nodes[i - 1].letter == "t" and all(a.tense == "past" for a in told)


def _of_relative(clause: Clause, verb: int, i: int) -> tuple[Actor, ...]:
    """Who did what a relative clause tells of the head: «المبادرة التي أطلقتها تشاد خطوة».

    (al-mubādara llatī aṭlaqathā Tshād khuṭwa, "the initiative that Chad launched is a step").
    """
    taken_up = any(n.letter == "p" for n in clause.nodes[verb + 1 : min(i, verb + 3)])
    return clause.doer(verb) if taken_up and clause.finite(verb) else ()


def _undergoes(clause: Clause, j: int, stop: int) -> bool:
    """True for what befalls somebody told at a node: "Chad's | famine is a disgrace"."""
    node = clause.nodes[j]
    if not (node.letter == "D" or node.owned):
        return False
    lots = clause.pack.discourse["lots"]
    for k in range(j + 1, stop):
        if clause.nodes[k].letter not in "xBMH" or clause.preposition(k):
            return False
        if clause.norm(k) in lots:
            return True
    return False


def _tells_what(clause: Clause, verb: int, i: int) -> bool:
    """True where a verb says what somebody is: "is | a breach", "has been | generous".

    Not what he is a part or victim of, or does about it: "is a victim of | aggression", "is ready
    to fight | aggression", "is condemning the | aggression". A word for sorts of things changes
    nothing: "is a form of | blackmail".
    """
    told, facts = clause.pack.discourse, clause.pack.factuality
    if clause.meanings(verb) & facts["having"] and verb + 1 < i:
        verb += 1
    if not clause.meanings(verb) & told["copula"]:
        return False
    for k in range(verb + 1, i):
        doing = any(a.tense == "participle" for a in clause.readings[k])
        plain = clause.pack.lexicon.part_of_speech(clause.norm(k)) is None
        if doing and plain and not clause.meanings(k) & told["copula"]:
            return False
        apart = k > verb + 1 and clause.preposition(k) in _APART
        if apart and clause.norm(k - 1) not in told["sorts"]:
            return False
    return True


def _opens(clause: Clause, j: int) -> bool:
    """True for what a clause begins behind: a comma, a verb of saying, its "that".

    "The claim that Chad attacked is a lie", "what Chad says is a lie" go on before.
    """
    if clause.nodes[j].letter == "t":
        return j == 0 or any(clause.finite(k) for k in range(j))
    if clause.nodes[j].letter in '.,;:"R':
        return True
    says = clause.finite(j) and clause.meanings(j) & clause.pack.factuality["saying"]
    return bool(says) and not clause.finite(j + 1)


def _free(clause: Clause, j: int) -> bool:
    """True for an actor that no preposition leads in, unless it says whose a thing is.

    "Of" does so behind what people do or hold: "the policies of | Chad", not "the death of".
    """
    k = j - 1
    while k > 0 and clause.nodes[k].letter in "AH":
        k -= 1
    role = clause.preposition(k)
    if role == "of":
        return clause.norm(k - 1) in clause.pack.discourse["conduct"]
    return role in (None, "by", "from")


def described_barely(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom a headline without "be" tells something of: "Kenya | ready to help", "Mali angry at".

    He opens it, or what follows a colon or a mark of quotation; adverbs and such marks may follow.
    """
    part = clause.pack.lexicon.part_of_speech
    led = clause.preposition(i + 1) not in (None, "to")  # "Mali | committed to" is a deed
    adjective = part(clause.norm(i)) == "adj"
    if not (clause.pack.subject_first and (adjective or (led and clause.may_describe(i)))):
        return ()
    j = i - 1
    while j > 0 and (clause.nodes[j].letter in '"T' or part(clause.norm(j)) in ("adv", "particle")):
        j -= 1
    if j < 0 or clause.nodes[j].letter != "a" or clause.nodes[j].owned:
        return ()
    group = clause.group(j)
    k = j
    while k > 0 and clause.nodes[k - 1].letter in "a&AH,":
        k -= 1
    opens = k == 0 or clause.nodes[k - 1].letter in '.:;"'
    return group if opens and all(a.kind in _TOLD_OF for a in group) else ()
