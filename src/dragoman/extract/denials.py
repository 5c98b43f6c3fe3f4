"""Deeds told only to be denied, and what somebody denies that is only a report."""

from collections.abc import Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.bare_rows import Status
from dragoman.extract.clauses import Clause

_WINDOW = 6
_FAR = 22
"""How many nodes a deed may stand behind the denial of the report that tells of it."""
_NEAR = 6
_DEEDS = frozenset({"participle", "verbal-noun"})
"""How many nodes a report may stand behind the word that denies it."""


def disowned(clause: Clause, i: int, nominal: bool) -> bool:
    """True for the deed at a node that somebody says was never done.

    "Denied that it had attacked", "denies having attacked", "denies Putin threatened Johnson",
    "rejected a report that Iran had supplied missiles" and «نفت موسكو صحة التقارير التي أفادت بأنها
    هددت بريطانيا» (nafat Mūskū ṣiḥḥat at-taqārīr allatī afādat bi-annahā haddadat Brīṭāniyā,
    "Moscow denied the reports which told that it had threatened Britain").
    """
    none = not nominal and _none_behind(clause, i)
    undone = none or _left_off(clause, i) or _withheld(clause, i, nominal)
    return undone or outright(clause, i, nominal) or _in_report(clause, i)


def _left_off(clause: Clause, i: int) -> bool:
    """True for what a verb right before ends: "will stop funding schools in Chad"."""
    if not i or {a.tense for a in clause.readings[i]} != {"participle"}:
        return False
    return bool(clause.meanings(i - 1) & clause.pack.factuality["denying"])


def _withheld(clause: Clause, i: int, nominal: bool) -> bool:
    """True for what somebody was kept from: "barred the envoy from meeting Chad's president".

    «منعت مصر حماس من مهاجمة إسرائيل» (manaʿat Miṣr Ḥamās min muhājamat Isrāʾīl, "Egypt prevented
    Hamas from attacking Israel"). Not "failed to stop Hamas from attacking", which it did, nor
    the talks that reporters were barred from covering.
    """
    start = max(0, i - _WINDOW)
    k = next((k for k in range(i - 1, start, -1) if clause.preposition(k) == "from"), None)
    if k is None or any(n.letter in ".;:,tR" for n in clause.nodes[k:i]):
        return False
    if all(a.tense not in _DEEDS for a in clause.readings[k + 1]):
        return False
    facts = clause.pack.factuality
    if nominal and i > k + 1 and not clause.meanings(k + 1) & facts["holding"]:
        return False
    for j in range(k - 1, max(-1, k - 2 * _WINDOW), -1):
        if clause.nodes[j].letter in ".;:tR":
            return False
        if clause.meanings(j) & facts["withholding"]:
            before = range(max(0, j - 3), j)
            failed = any(clause.meanings(n) & facts["denying"] for n in before)
            return not failed and not {clause.norm(n) for n in before} & facts["negation"]
        if clause.finite(j):
            return False
    return False


def _none_behind(clause: Clause, i: int) -> bool:
    """True for a verb whose object there was none of: "held no talks with Chad"."""
    facts = clause.pack.factuality
    if i + 2 >= len(clause.nodes) or clause.norm(i + 1) not in facts["none"]:
        return False
    return clause.preposition(i + 2) is None and clause.norm(i + 2) not in facts["none_but"]


def outright(clause: Clause, i: int, nominal: bool) -> bool:
    """True for the deed of a clause that a verb of denying has, or that nothing "means"."""
    denials = clause.pack.factuality["after_denial"]
    for j in range(i - 1, max(-1, i - _WINDOW), -1):
        if clause.nodes[j].letter in ".;:,&":
            return False
        words = [clause.norm(n) for n in range(max(0, j - 2), j + 1)]
        if any(" ".join(words[n:]) in denials for n in range(len(words))):
            k = j + 1
            while k < i and clause.nodes[k].letter == "a":
                k += 1
            helping = clause.pack.factuality["helping"]
            while j + 1 < k < i and clause.meanings(k) & helping:
                k += 1
            gerund = any(a.tense == "participle" for a in clause.readings[k])
            told = k == i > j + 1 and not nominal and clause.finite(i)
            return clause.nodes[k].letter in "tih" or gerund or told
    return False


def _in_report(clause: Clause, i: int) -> bool:
    """True for what a report tells that somebody denies: "denied claims that it had attacked"."""
    hearsay = clause.pack.factuality["hearsay"]
    if clause.relative(i) and clause.doer_of_described(i) is not None:
        return False  # «الاتهامات التي وجهتها كينيا» (allatī wajjahathā Kīniyā, "that Kenya made")
    for k in range(i - 1, max(-1, i - _FAR), -1):
        letter = clause.nodes[k].letter
        if letter in ".;:," or (letter == "&" and _goes_on(clause, k)):
            return False
        if clause.norm(k) in hearsay and denied_before(clause, k):
            return True
    return False


def _goes_on(clause: Clause, k: int) -> bool:
    """True for an "and" behind which the sentence goes on with another verb."""
    return k + 1 < len(clause.nodes) and clause.finite(k + 1)


def denied_before(clause: Clause, k: int) -> bool:
    """True where a word that denies stands shortly before the report at a node."""
    facts = clause.pack.factuality
    for j in range(k - 1, max(-1, k - _NEAR), -1):
        if clause.nodes[j].letter in ".;:":
            return False
        if j and f"{clause.norm(j - 1)} {clause.norm(j)}" in facts["disbelieving"]:
            return True
        if (clause.meanings(j) | {clause.norm(j)}) & facts["disbelieving"]:
            return not {clause.norm(n) for n in (j - 1, j - 2) if n >= 0} & facts["negation"]
    return False


def of_report(clause: Clause, i: int, targets: Sequence[Actor]) -> bool:
    """True for sides that only a report names which the verb at a node denies.

    "Moscow dismissed claims that it had asked Beijing for drones" turns nobody down; whoever made
    the claims is: «رفض الاتهامات التي أطلقتها كينيا» (al-ittihāmāt allatī aṭlaqathā Kīniyā).
    """
    hearsay = clause.pack.factuality["hearsay"]
    stop = min(len(clause.nodes), i + _NEAR)
    k = next((k for k in range(i + 1, stop) if clause.norm(k) in hearsay), None)
    if k is None or not denied_before(clause, k):
        return False
    opener = next((n for n in clause.nodes[k + 1 : k + 4] if n.letter in "tR"), None)
    behind = range(k + 1, min(len(clause.nodes), k + _NEAR))
    if any(clause.doer_of_described(j) is not None for j in behind):
        return False
    return opener is not None and all(a.first > opener.first for a in targets)


def kept_from(clause: Clause, i: int) -> Status | None:
    """What a verb right before a deed makes of it: "stopped shelling", "considers sending"."""
    if all(a.tense != "participle" for a in clause.readings[i]):
        return None
    facts = clause.pack.factuality
    for j in range(i - 1, max(-1, i - 3), -1):
        if not clause.readings[j]:
            continue
        folded = clause.meanings(j)
        if folded & facts["denying"]:
            return "denied"
        return "hypothetical" if folded & facts["wishing"] else None
    return None


def doubted(clause: Clause, i: int) -> bool:
    """True for what a clause tells that words before it doubt, or that somebody denies has been.

    "No sign that Chad has agreed", «ليس من المؤكد أن تدعم غانا» (laysa min al-muʾakkad an tadʿama
    Ghānā, "it is not certain that Ghana backs"), «نفى أن تكون بيرو قد وعدت» (nafā an takūna Bīrū
    qad waʿadat, "denied that Peru had promised").
    """
    if _unproven(clause, i):
        return True
    stop = max(0, i - 2 * _NEAR)
    k = next((k for k in range(i - 1, stop, -1) if clause.nodes[k].letter in ".;:,t"), 0)
    if not k or clause.nodes[k].letter != "t":
        return False
    words = [clause.norm(j) for j in range(max(0, k - _NEAR), k)]
    doubts = clause.pack.factuality["doubting"]
    if any(" ".join(words[n:]) in doubts for n in range(len(words))):
        return True
    if clause.pack.subject_first or not clause.lemmas[k + 1] & clause.pack.discourse["being_verb"]:
        return False
    verb = next((j for j in range(k - 1, max(-1, k - _FAR), -1) if clause.finite(j)), None)
    return verb is not None and bool(clause.meanings(verb) & clause.pack.factuality["denying"])


def _unproven(clause: Clause, i: int) -> bool:
    """True for what there is no proof of: "has no evidence that Chad attacked Mali".

    «ليس لديها دليل على ارتكاب تشاد جرائم» (laysa ladayhā dalīl ʿalā rtikāb Tshād jarāʾim, "it has
    no evidence of crimes committed by Chad").
    """
    facts = clause.pack.factuality
    for k in range(i - 1, max(-1, i - 2 * _NEAR), -1):
        if clause.nodes[k].letter in ".;:,":
            return False
        if clause.norm(k) in facts["proof"]:
            near = {clause.norm(j) for j in range(max(0, k - _WINDOW), k)}
            return not near.isdisjoint(facts["negation"])
    return False
