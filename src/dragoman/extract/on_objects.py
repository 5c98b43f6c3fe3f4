"""Who does what a verb's object names, told of in a clause on it, where doers follow verbs."""

from dragoman.extract.actors import Actor
from dragoman.extract.antecedents import antecedent
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit

_REACH = 14
_FEW = 4
_OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of acts that judge what somebody did."""
_LEADING = frozenset({"by", "on", "from", "to", "against", None})
"""Roles of prepositions behind which a verb has its object."""


def doer_on_object(clause: Clause, hit: Hit) -> tuple[Actor, ...]:
    """Who does what the object of a hit names, in a clause on it: «الهجمات التي تشنها روسيا».

    (al-hajamāt allatī tashunnuhā Rūsiyā, "the attacks that Russia carries out".) Who undergoes it,
    does not.
    """
    facts, told = clause.pack.factuality, clause.pack.discourse
    if hit.rule.act not in _OF_DEEDS or clause.pack.subject_first:
        return ()
    j = _verb(clause, hit)
    if j is None or clause.meanings(j) & facts["denying"]:
        return ()
    if clause.meanings(j) & told["undergoing"]:
        return clause.agent(j)
    k = j + 1 + (clause.preposition(j + 1) is not None)
    behind = k + 1 < len(clause.nodes) and clause.nodes[k + 1].letter not in ".,;:&"
    return clause.subject(j) if clause.nodes[k].letter == "p" and behind else ()


def _verb(clause: Clause, hit: Hit) -> int | None:
    """The verb of a clause on the object, behind "which" or right behind a bare noun.

    «نددت بحملة تشنها تشاد» (naddadat bi-ḥamlatin tashunnuhā Tshād, "denounced a campaign that
    Chad wages").
    """
    nodes, i, leading = clause.nodes, hit.node, _LEADING | {*hit.rule.target}
    r = clause.ends(i)
    if r + 2 < len(nodes) and nodes[r].letter == "R":
        if any(nodes[j].letter in ";:t" or clause.finite(j) for j in range(i + 1, r)):
            return None
        verbs = range(r + 1, min(r + _FEW, len(nodes) - 2))
        return next((j for j in verbs if clause.finite(j)), None)
    for j in range(_before(clause, i) + 1, min(i + _REACH, len(nodes) - 2)):
        aside = clause.preposition(j) not in leading
        if (
            nodes[j].letter in ",.;:tR"
            or aside
            or clause.norm(j) in clause.pack.factuality["after"]
        ):
            return None
        found = antecedent(clause, j)
        if found and j > i + 1 and nodes[j - 1].letter == "x" and not clause.preposition(j - 1):
            return None if clause.definite(j - 1) else j
    return None


def _before(clause: Clause, i: int) -> int:
    """The node behind which the object begins: "against" where that leads it in, else the verb.

    «استخدمت حق النقض في المجلس ضد مشروع قدمته تشاد» (istakhdamat ḥaqqa n-naqḍ fī l-majlis ḍidda
    mashrūʿin qaddamathu Tshād, "used its veto in the Council against a draft that Chad tabled").
    """
    behind = range(i + 1, min(i + _REACH, len(clause.nodes)))
    return next((j for j in behind if clause.preposition(j) == "against"), i)
