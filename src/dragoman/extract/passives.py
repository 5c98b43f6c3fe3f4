"""Passives, and those that are written like actives, whose deed what was done tells alone."""

from collections.abc import Iterator

from dragoman.core.fold import fold
from dragoman.extract.befallen import befell, only_befalls
from dragoman.extract.clauses import Clause
from dragoman.lang.morphology import Analysis
from dragoman.lang.rules import Rule

_GIVEN = frozenset({"SANCTION", "AID", "RETREAT"})
"""Types of acts whose object is the doer's own: sanctions, help, curbs."""
_LED = frozenset({"on", "against", "from", "to", "with", "in"})
"""Roles of the prepositions that lead in whom such an object goes to."""
_FORCES = frozenset({"MIL", "COP"})
_PEOPLE = frozenset({"role", "group", "body"})
_TOLD_BY_SOMEBODY = frozenset({"REQUEST", "THREATEN"})
"""Types of acts whose unmarked verbs have the speaker behind them, not whom they address."""
_NEAR = 4
"""How near behind a weapon it is told whose it is."""
_JOINED = 10
"""How far before a passive joined to another its "was" may stand."""
_PHRASE = 8
"""How many nodes a noun phrase may have before its demonym."""


def is_passive(clause: Clause, i: int, analysis: Analysis, rule: Rule | None = None) -> bool:
    """True where the form is passive: "was signed", "signed by", «وُقّعت»."""
    if analysis.voice == "active":
        return False
    if not clause.pack.subject_first:
        if analysis.voice == "passive" or clause.named_agent(i):
            return analysis.voice == "passive" or not clause.does_it_to(i)
        if rule is None or rule.act in _TOLD_BY_SOMEBODY:
            return False
        if undergone(clause, i, analysis, rule):
            return True
        bare = rule.target[:1] == ("object",) and not rule.objects
        return bare and clause.bare_passive(i)
    if clause.describes_object(i) or only_befalls(clause, i) or befell(clause, i, analysis):
        return True
    for j in range(i - 1, max(-1, i - 4), -1):
        if any(a.lemma in clause.pack.factuality["passive"] for a in clause.readings[j]):
            return True
        if clause.nodes[j].letter in "a.,":
            break
    joined = _joined_to_passive(clause, i, rule is None or not rule.engagement)
    if joined or _set_off(clause, i) or _bare_participle(clause, i):
        return True
    if i + 1 >= len(clause.nodes) or clause.preposition(i + 1) != "by":
        return False
    return rule is None or not rule.objects.anywhere([clause.norm(i + 1)])  # "stood by Chad"


def _joined_to_passive(clause: Clause, i: int, deed: bool) -> bool:
    """True for what is joined to a passive before it: "was freed on Monday and flown to Oman".

    A form that may be the past must tell of a deed and stand before a preposition, not of those
    who come and go: "was received in Doha and travelled to Oman".
    """
    if i < 1 or clause.nodes[i - 1].letter != "&" or i + 1 >= len(clause.nodes):
        return False
    past = any(a.tense == "past" for a in clause.readings[i])
    if past and (not deed or clause.preposition(i + 1) in (None, "by")):
        return False
    verbs, helping = clause.pack.factuality, clause.pack.factuality["helping"]
    told = False
    for j in range(i - 2, max(-1, i - _JOINED), -1):
        if clause.nodes[j].letter in ".,;:tR&":
            return False
        if clause.meanings(j) & helping:
            return told and bool(clause.meanings(j) & verbs["passive"])
        if told and clause.nodes[j].letter not in "x":
            return False
        told = told or any(a.tense in ("past", "passive-participle") for a in clause.readings[j])
    return False


def before_passive(clause: Clause, i: int) -> Iterator[int]:
    """The nodes of a passive's subject, nearest first: "a Chadian ship, | seized by Mali"."""
    for j in range(i - 1, -1, -1):
        letter = clause.nodes[j].letter
        if j == i - 1 and letter == ",":
            continue
        auxiliary = i - j < _NEAR and letter == "x"
        if letter in '.,;:"t&R' or (clause.finite(j) and not auxiliary):
            return
        yield j


def _bare_participle(clause: Clause, i: int) -> bool:
    """True for a form that is nothing but a passive's: "Mali | given aid", not "has given"."""
    if {a.tense for a in clause.readings[i]} != {"passive-participle"}:
        return False
    having = clause.pack.factuality["having"]
    return not any(clause.meanings(j) & having for j in range(max(0, i - _NEAR), i))


def _set_off(clause: Clause, i: int) -> bool:
    """True for a participle behind a comma with who did it: "Mali, given aid by Chad, said"."""
    if not i or clause.nodes[i - 1].letter != ",":
        return False
    for j in range(i + 1, min(i + _PHRASE, len(clause.nodes) - 1)):
        if clause.norm(j) in clause.pack.agent:
            return clause.nodes[j + 1].letter in "aAD"
        acts = any(a.tense in ("past", "passive-participle") for a in clause.readings[j])
        if clause.nodes[j].letter in ',.;:&tR"a' or acts:
            return False
    return False


def undergone(clause: Clause, i: int, analysis: Analysis, rule: Rule) -> bool:
    """True for a past that only whom or what it befell can stand behind, though written alike.

    «فرضت عقوبات كندية على تشاد» (furiḍat ʿuqūbāt kanadiyya ʿalā Tshād, "Canadian sanctions were
    imposed on Chad"), «طرد دبلوماسيان من تشاد» (ṭurida diblūmāsiyyān min Tshād, "two diplomats
    were expelled from Chad"), «أفرج عن صحفي في تشاد» (ufrija ʿan ṣaḥafī fī Tshād, "a journalist
    was freed in Chad").
    """
    if analysis.voice != "either" or analysis.tense != "past" or i + 2 >= len(clause.nodes):
        return False
    if "authority" in rule.source and clause.preposition(i + 1) is not None:
        opens = i == 0 or clause.nodes[i - 1].letter in '&.,:;"'
        return opens and clause.norm(i) == fold(analysis.lemma) and not clause.subject(i)
    first = clause.nodes[i + 1]
    if first.letter == "a":
        ending = clause.norms[first.first].endswith(tuple(clause.pack.discourse["nominative"]))
        met = rule.objects and rule.objects.anywhere(clause.norms[first.first : first.first + 1])
        return bool(ending and met) and first.actors[0].kind in _PEOPLE
    article, word = clause.pack.article, clause.norm(i + 1)
    accusative = word.endswith(clause.pack.adverbial_endings) and not word.startswith(article)
    return not accusative and own_thing(clause, rule, i) is not None and not clause.subject(i)


def own_thing(clause: Clause, rule: Rule, i: int) -> int | None:
    """The node that tells whose the thing behind a passive is, before whoever it goes to.

    People and what was taken are not the doer's: «طُرد دبلوماسيون كنديون من» (ṭurida
    diblūmāsiyyūna kanadiyyūn min, "Canadian diplomats were expelled from").
    """
    if rule.act not in _GIVEN or not rule.target or rule.target[0] not in _LED:
        return None
    if clause.pack.adjective == "before":
        return None
    last = clause.ends(i)
    for j in range(i + 1, min(last, i + _PHRASE)):
        node = clause.nodes[j]
        if node.letter == "D":
            people = clause.norm(j).endswith(clause.pack.people_endings)
            led = any(clause.preposition(k) in _LED for k in range(j + 1, last))
            return j if led and j > i + 1 and not people else None
        forces = node.letter == "a" and all(a.sector in _FORCES for a in node.actors)
        if forces and rule.act == "RETREAT" and rule.target[0] == "from":
            return j
        counted = clause.number(j - 1) or clause.nodes[j - 1].letter == "x"
        if rule.act == "AID" and counted and clause.preposition(j) == "from" and j > i + 1:
            continue
        if node.letter not in "xM" or clause.preposition(j) or clause.finite(j):
            return None
    return None


def striker(clause: Clause, i: int) -> int | None:
    """The node that tells whose weapon or attack strikes what stands before it.

    «استهدفت بلدة في تشاد غارة مالية» (istahdafat balda fī Tshād ghāra māliyya, "a Malian raid hit a
    town in Chad"). What somebody strikes with is led in: «بصواريخ» (bi-ṣawārīkh, "with missiles").
    """
    if clause.pack.subject_first:
        return None
    if (told := clause.thing_before(i)) is not None:
        return next((k for k in range(told, i) if _side_at(clause, k)), None)
    for j in range(i + 1, clause.ends(i)):
        node = clause.nodes[j]
        weapon = clause.norms[node.first] in clause.pack.discourse["means"]
        if not weapon:
            if node.letter == "t" or clause.finite(j):
                return None
            continue
        if clause.preposition(j - 1) is not None or clause.nodes[j - 1].letter == "&":
            return None
        if node.letter == "a":
            return j
        for k in range(j + 1, min(j + _NEAR, clause.ends(i))):
            if clause.nodes[k].letter == "D":
                return k
            if clause.nodes[k].letter != "x" or clause.preposition(k) or _hit(clause, j, k):
                return None
    return None


def _side_at(clause: Clause, k: int) -> bool:
    """True for a demonym, or for a weapon with one: «طائرة كندية أصابت».

    (ṭāʾira kanadiyya aṣābat, "a Canadian plane hit".)
    """
    return clause.nodes[k].letter == "D" or any(a.side for a in clause.nodes[k].actors)


def _hit(clause: Clause, weapon: int, k: int) -> bool:
    """True for what a weapon strikes right behind it: «هز انفجار العاصمة».

    (hazza nfijārun al-ʿāṣima, "a blast shook the capital".)
    """
    article = clause.pack.article
    if not article or clause.norm(weapon).startswith(article):
        return clause.finite(k)
    return clause.norm(k).startswith(article) or clause.finite(k)
