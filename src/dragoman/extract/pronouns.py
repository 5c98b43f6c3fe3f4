"""Whom the pronoun behind a verb means, where the verb acts on nobody else."""

from collections.abc import Callable, Collection

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, Node
from dragoman.extract.before_objects import does_to_us
from dragoman.extract.clauses import Clause
from dragoman.extract.complements import leads_on, written_alike
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.means import theirs, voiced
from dragoman.extract.stand_ins import acted_on_before, owner_praised
from dragoman.extract.struck_land import owner_struck

Owners = Callable[[Node], tuple[Actor, ...]]
_FAR = 30
_STATES = frozenset({"polity", "organization"})
_PEOPLE = frozenset({"person", "role"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_OWN_FORCES = frozenset({"MOBILIZE", "RETREAT", "SANCTION"})
"""Types of acts that somebody's own troops, or his own embassy, go through."""
_OF_THINGS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of acts of words that speak of what somebody did."""


def meant(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom the pronoun right behind the verb at `i` means; nobody where that is open.

    The one that a clause tells of: «كينيا التي تتهمها غانا» (allatī tattahimuhā Ghānā, "Kenya,
    which Ghana accuses"); whom the verb before acts on: «اتهمت غانا كينيا وطالبتها» (wa-ṭālabathā,
    "and demanded of it"); with a pronoun that is a word, whoever was last told of: «متهما إياها»
    (muttahiman iyyāhā, "accusing it"). "Us" is whoever speaks: «تتهمنا غانا» (tattahimunā Ghānā).
    """
    acts = clause.finite(i) or clause.adverbial(i)
    if clause.pack.subject_first or i + 1 >= len(clause.nodes) or not acts:
        return ()
    if does_to_us(clause, i):
        node = clause.nodes[i]
        return (Actor("own", node.first, node.last),)
    told = clause.pack.discourse
    alone = clause.norm(i + 1) in told["object_pronouns"]
    if not alone and clause.nodes[i + 1].letter != "p":
        return ()
    if clause.relative(i):
        found = _antecedent(clause, i)
        return found if all(a.kind != "polity" or _fits(clause, i, a) for a in found) else ()
    acted_on = acted_on_before(clause, i)
    if not acted_on and alone:
        acted_on = _last_before(clause, i)
    acted_on = acted_on or _teller(clause, i)
    fits = bool(acted_on) and all(_fits(clause, i, a) for a in acted_on)
    return acted_on if fits else ()


def _teller(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who says what others did to him: «قال إن الشرطة اعتقلته» (inna sh-shurṭa iʿtaqalathu)."""
    that = clause.told_in(i)
    doers = {a.side for a in clause.subject(i)}
    for k in range((that or 0) - 1, -1, -1):
        if clause.says(k):
            told = clause.subject(k)
            alone = len(told) == 1 and told[0].kind in _PEOPLE and told[0].side not in doers
            return told if alone and doers else ()
    return ()


def _antecedent(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom the relative pronoun before a verb that somebody else does stands for."""
    r = next((j for j in range(i - 1, -1, -1) if clause.nodes[j].letter == "R"), 0)
    j = r - 1 - (r > 0 and clause.nodes[r - 1].letter == ",")
    return clause.group(j) if j >= 0 and clause.nodes[j].letter == "a" else ()


def owner_near(clause: Clause, hit: Hit) -> tuple[Actor, ...]:
    """Whose deed "its" tells of: of the last before it that the pronoun fits, whoever speaks.

    «انتقدت كينيا غانا لقصفها توغو» (intaqadat Kīniyā Ghānā li-qaṣfihā Tūghū, "Kenya criticised
    Ghana for its shelling of Togo"): Ghana's.
    """
    i = hit.node
    if (
        clause.pack.subject_first
        or hit.rule.act not in _HOSTILE
        or clause.nodes[i + 1].letter != "p"
    ):
        return ()
    for k in range(i - 1, max(-1, i - _FAR), -1):
        node = clause.nodes[k]
        if node.letter in ".;:":
            return ()
        free = node.letter == "a" and clause.preposition(k - 1) != "to"
        if free and all(a.side and _owns(clause, i, a) for a in node.actors):
            return node.actors
    return ()


def two_owners(clause: Clause, hit: Hit, discourse: Discourse) -> tuple[Actor, ...] | None:
    """Whose deed "of the two" is, None behind other pronouns: «مشاركتهما» (mushārakatuhumā).

    «كينيا وغانا ... بعد مشاركتهما في مناورات مع مالي» ("Kenya and Ghana ... after their part in
    drills with Mali").
    """
    i = hit.node
    after = clause.nodes[i + 1] if i + 1 < len(clause.nodes) else None
    dual = after is not None and clause.norm(i + 1) in clause.pack.discourse["of_two"]
    if hit.rule.engagement or not dual:
        return None
    for k in range(i - 1, -1, -1):
        told = clause.group(k)
        if len(told) == len([a for a in told if a.side]) == 2:
            return told
    return discourse.recent_pair


def owner_in_object(
    clause: Clause, hit: Hit, j: int, discourse: Discourse, taken: Collection[str | None]
) -> tuple[Actor, ...] | None:
    """Whose the thing in an object is that a pronoun at `j` tells of, None where none does."""
    if clause.nodes[j].letter != "p":
        return None
    # «قصفت أراضينا» (qaṣafat arāḍīnā, "it shelled our land")
    if clause.norm(j) in clause.pack.discourse["pronoun.us"]:
        return (Actor("own", clause.nodes[j].first, clause.nodes[j].last),)
    if clause.pack.subject_first:
        struck = owner_struck(clause, hit, j, discourse.telling, taken)
        return struck or owner_praised(clause, hit, j, discourse, taken)
    if hit.rule.act in _OWN_FORCES and clause.nodes[j - 1].letter == "B":
        return None  # «سحب قواته من خان يونس» (saḥaba quwwātihi min Khān Yūnis, "its forces from")
    if j == hit.node + 1 or leads_on(clause, hit.node, j) or voiced(clause, hit.node, j):
        return None
    return discourse.last_but(taken) if theirs(clause, hit.rule, hit.node, j) else ()


def _owns(clause: Clause, i: int, actor: Actor) -> bool:
    """True for a state or a body of one that the pronoun behind the noun at `i` fits."""
    return actor.kind in _STATES | {"body"} and not actor.plural and _fits(clause, i, actor)


def acted_on(
    clause: Clause, hit: Hit, owners: Owners, named: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Whom the pronoun behind a verb means, or whose thing, else those `named` as its object.

    `owners` gives those whom a demonym tells of.

    A state is visited, not met: «قمة في كينيا تستضيفها غانا» (qimma fī Kīniyā tastaḍīfuhā Ghānā,
    "a summit in Kenya that Ghana hosts").
    """
    found = _thing_meant(clause, hit, owners) or meant(clause, hit.node)
    met = hit.rule.engagement not in (None, "visit")
    found = () if met and any(a.kind not in _PEOPLE for a in found) else found
    return _of_acted_on(clause, hit, found or named)


def _thing_meant(clause: Clause, hit: Hit, owners: Owners) -> tuple[Actor, ...]:
    """Whose the thing is that the pronoun behind a verb of words stands for.

    «القرار الكيني الذي رفضته غانا» (al-qarār al-kīnī lladhī rafaḍathu Ghānā, "the Kenyan decision
    that Ghana rejected"), and so without a relative pronoun where it opens the sentence. `owners`
    gives those whom a demonym tells of.
    """
    first = hit.node + 1 + (clause.preposition(hit.node + 1) is not None)
    after = [n.letter for n in clause.nodes[first : first + 2]]
    if clause.pack.subject_first or hit.rule.act not in _OF_THINGS or after != ["p", "a"]:
        return ()
    j = hit.node - 1
    while j > 0 and (clause.nodes[j].letter in "TR," or clause.norm(j) in _particles(clause)):
        j -= 1
    found: tuple[Actor, ...] = ()
    while j >= 0 and not clause.preposition(j):
        node = clause.nodes[j]
        if node.letter == "D":
            found += owners(node)
        elif written_alike(node):
            found += node.actors
        elif node.letter != "x" or clause.finite(j):
            break
        elif found and clause.nodes[j + 1].letter != "x":
            return found if len({a.side for a in found}) == 1 else ()
        j -= 1
    return ()


def led_in(clause: Clause, hit: Hit, role: str) -> tuple[Actor, ...]:
    """Whom the pronoun of a preposition means, of those whom the verb before acts on.

    «أدانت كينيا غانا وفرضت عليها عقوبات» (adānat Kīniyā Ghānā wa-faraḍat ʿalayhā ʿuqūbāt, "Kenya
    condemned Ghana and imposed sanctions on it").
    """
    i = hit.node
    if clause.pack.subject_first or not clause.finite(i) or clause.relative(i):
        return ()
    stop = min(clause.ends(i), len(clause.nodes) - 1)
    k = next((k for k in clause.reach(i, stop) if clause.preposition(k) == role), None)
    if k is None or clause.nodes[k + 1].letter != "p":
        return ()
    found = acted_on_before(clause, i)
    return found if found and all(_fits(clause, k, a) for a in found) else ()


def _of_acted_on(clause: Clause, hit: Hit, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those found, of the side of whom the verb before acts on where "its" says so.

    «أدانت كينيا غانا وطردت سفيرها» (wa-ṭaradat safīrahā, "and expelled its ambassador"): Ghana's.
    """
    i, one = hit.node, found[0] if len(found) == 1 else None
    if hit.rule.act not in _HOSTILE or one is None or one.kind != "role" or one.side:
        return found
    told = (k for k, n in enumerate(clause.nodes) if n.letter == "a" and one in n.actors)
    k = next(told, len(clause.nodes))
    if k + 1 >= len(clause.nodes) or clause.nodes[k + 1].letter != "p":
        return found
    owners = acted_on_before(clause, i)
    if len(owners) == 1 and owners[0].side and _fits(clause, k, owners[0]):
        return (replace(one, side=owners[0].side),)
    return found


def _particles(clause: Clause) -> frozenset[str]:
    return clause.pack.factuality["negation"] | clause.pack.factuality["future"]


def _last_before(clause: Clause, i: int) -> tuple[Actor, ...]:
    """The last state or body of one told of before that is no doer of the verb at `i`."""
    doers = {a.side for a in clause.subject(i)}
    for k in range(i - 1, max(-1, i - _FAR), -1):
        node = clause.nodes[k]
        if node.letter == "a" and all(a.side and a.side not in doers for a in node.actors):
            return clause.group(k)
    return ()


def _fits(clause: Clause, i: int, actor: Actor) -> bool:
    """True where number and gender of the pronoun are those of an actor."""
    pronoun, told = clause.norm(i + 1), clause.pack.discourse
    if pronoun in told["pronoun.f"]:
        if actor.kind in _STATES:
            return actor.side not in clause.pack.masculine
        return actor.kind == "body" and clause.feminine(actor)
    state = actor.kind == "polity" and actor.side in clause.pack.masculine
    return pronoun in told["pronoun.m"] and (actor.kind in _PEOPLE or state)
