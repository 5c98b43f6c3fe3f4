"""What stands near an act and is none of it: topics, ideas, conditions, what others are asked."""

from dragoman.extract.clauses import Clause
from dragoman.extract.described import Hit

OF_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Types of acts of speech, whose object is whoever they are addressed to."""
_SAID = OF_WORDS | {"AGREE", "CONCEDE", "REJECT", "SUPPORT"}
_FAR = 6


def of_something_else(clause: Clause, hit: Hit, slot: str) -> bool:
    """True where the preposition of a slot leads in a topic or what is asked, not an actor."""
    if slot == "with":
        return _only_a_topic(clause, hit)
    return slot == "to" and _asks_a_deed(clause, hit)


def _only_a_topic(clause: Clause, hit: Hit) -> bool:
    """True for a verb of talking whose "with" goes with what was talked about.

    "Discussed the war with Chad" tells of no talks with Chad.
    """
    if not (hit.rule.joint and hit.rule.vague and clause.pack.cased) or hit.nominal:
        return False
    topic = clause.told_of(hit.node, "with")
    return topic is not None and not hit.rule.objects.anywhere([topic])


def _asks_a_deed(clause: Clause, hit: Hit) -> bool:
    """True where "to" leads in what is asked of nobody known: "asked firms to leave Mali"."""
    if hit.rule.act != "REQUEST" or not clause.pack.cased:
        return False
    led = (j for j in range(hit.node + 1, clause.ends(hit.node)) if clause.preposition(j) == "to")
    first = next((j for j in led if clause.leads_to(j)), None)
    if first is None or not _infinitive(clause, first):
        return False
    acts_on = first + 2 < len(clause.nodes) and clause.nodes[first + 2].letter in "aADp"
    return acts_on or clause.pack.lexicon.part_of_speech(clause.norm(first + 1)) is None


def tells_of_others(clause: Clause, hit: Hit, j: int) -> bool:
    """True where a node begins to tell of what went on meanwhile, or of an object nobody is.

    "Fined a firm during talks with Chad", "warned banks helping Chad" do nothing to Chad.
    """
    behind = j > hit.node + 1
    if clause.norm(j) in clause.pack.discourse["meanwhile"]:
        return behind or clause.pack.cased
    return behind and (_tells_of_object(clause, hit, j) or _tells_on(clause, hit, j))


def _tells_of_object(clause: Clause, hit: Hit, j: int) -> bool:
    if not clause.pack.cased or hit.rule.act not in OF_WORDS:
        return False
    before = clause.nodes[j - 1]
    if before.letter not in "xB" or clause.readings[j - 1] or clause.preposition(j - 1):
        return False
    noun = clause.pack.lexicon.part_of_speech(clause.norm(j - 1)) in (None, "noun")
    gerund = any(a.tense == "participle" for a in clause.readings[j])
    return noun and (gerund or _infinitive(clause, j))


def _tells_on(clause: Clause, hit: Hit, j: int) -> bool:
    """True for a verb that describes the object: «رحب باتفاق يضمن» (bi-ttifāqin yaḍmanu).

    "He welcomed an agreement that ensures": whom that names is not acted on, unless «ما» (mā,
    "what") stands before it.
    """
    if clause.pack.cased or hit.rule.act not in _SAID or not clause.finite(j):
        return False
    if clause.nodes[j - 1].letter == "&":
        return False
    return clause.norm(j - 1) not in clause.pack.discourse["what"]


def _infinitive(clause: Clause, j: int) -> bool:
    """True for the "to" of an infinitive at a node."""
    if clause.norm(j) not in clause.pack.factuality["infinitive"] or j + 1 >= len(clause.nodes):
        return False
    return any(a.tense == "infinitive" for a in clause.readings[j + 1])


def inverted_condition(clause: Clause, i: int) -> bool:
    """True where a modal stands before the subject of a verb: "should Chad attack again"."""
    if not clause.pack.cased:
        return False
    j = i - 1
    while j > 0 and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j -= 1
    if j < 1 or clause.nodes[j].letter != "a":
        return False
    j -= 1
    while j > 0 and clause.nodes[j].letter in "AHM":
        j -= 1
    before = clause.nodes[j - 1].letter if j else "."
    return clause.norm(j) in clause.pack.factuality["conditional"] and before not in "ai"


def only_an_idea(clause: Clause, i: int) -> bool:
    """True for a noun of which only the idea is told: "the principle of some UN support"."""
    if not clause.pack.cased:
        return False
    j = i - 1
    while j > 0 and clause.nodes[j].letter in "AaDMHx" and not clause.preposition(j):
        if clause.finite(j) or i - j > _FAR:
            return False
        j -= 1
    return (
        j > 0
        and clause.preposition(j) == "of"
        and clause.norm(j - 1) in clause.pack.factuality["ideas"]
    )
