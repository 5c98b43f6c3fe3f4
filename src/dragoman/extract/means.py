"""What stands around a trigger: who says it, its weapon, whom a condemned act hit, who hosts."""

from collections.abc import Iterator

from dragoman.core.document import Token
from dragoman.extract.actors import Actor, Node
from dragoman.extract.befallen import beset
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.forums import without_forums
from dragoman.extract.passives import is_passive
from dragoman.extract.waged import wager, waging
from dragoman.lang.rules import Rule

_HARMED = frozenset({"on", "against", "in", "near"})
_FORCES = frozenset({"MIL", "COP", "PRM", "REB"})
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_GOODWILL = frozenset({"AGREE", "SUPPORT"})
_OUTLAWS = frozenset({"CRM", "REB", "UAF"})
_VICTIMS = frozenset({"body", "group", "person", "role"})
_NEAR = 6
_CITED = 6
"""How many nodes behind a verb of saying it may stand whose words are reported."""
_PLAIN = 2
OF_WRONG = frozenset({"ACCUSE", "REJECT"})
"""Types of acts whose object is whoever did what they speak of."""
_VOICED = 8
"""How many nodes behind its verb the pronoun of what somebody voices may stand."""
_TERMS = 14
"""How many nodes before its verb the pact may stand that sets a deed."""
_OWN = 4
"""How near behind a weapon or praise it is told whose it is."""


def reported(clause: Clause, i: int, discourse: Discourse) -> bool:
    """True where somebody is quoted as saying what the word at node `i` tells."""
    marks = [n.letter for n in clause.nodes[:i] if n.letter in 't":']
    said = marks.count('"') % 2 or "t" in marks or ":" in marks or any(map(clause.says, range(i)))
    if discourse.quoting or (marks and said):  # not behind «داعش», a name in quotes
        return True
    return clause.pack.subject_first and (any(_sayings(clause, i)) or clause.sourced() is not None)


def asserted(clause: Clause, i: int, nominal: bool) -> bool:
    """True unless a verb only goes with another: "watched it make gains", "thus making gains".

    What somebody is up to or has done is asserted too: "is trying to sow discord", "has broken the
    truce", without "is" in headlines. A noun only dates what is told behind «منذ» (mundhu,
    "since").
    """
    if nominal:
        return clause.pack.subject_first or not _dates(clause, i)
    if not clause.pack.subject_first or not clause.readings[i] or clause.finite(i):
        return True
    if clause.after_infinitive(i):
        return bool(clause.meanings(i - _PLAIN) & clause.pack.factuality["striving"])
    if clause.opens_headline(i):
        return True
    tenses = {a.tense for a in clause.readings[i]}
    facts, first = clause.pack.factuality, max(0, i - _PLAIN)
    first -= bool(clause.meanings(first) & facts["being"]) and not clause.finite(first)  # "been"
    before = range(max(0, first), i)
    helping = facts["helping"] if "participle" in tenses else facts["having"]
    helped = tenses & {"participle", "passive-participle"}
    return bool(helped) and any(clause.finite(k) and clause.meanings(k) & helping for k in before)


def by_terms(clause: Clause, i: int) -> bool:
    """True for what a pact sets, whoever speaks of it: "under the deal, Mali should open"."""
    told = clause.pack.discourse
    return any(
        clause.norm(j) in told["terms_of"]
        and any(clause.norm(k) in told["pacts"] for k in range(j + 1, min(i, j + _OWN)))
        for j in range(max(0, i - _TERMS), i)
    )


def _dates(clause: Clause, i: int) -> bool:
    """True for a noun by which only a time is told: «منذ بدء الغزو» (mundhu badʾi l-ghazw)."""
    for k in range(i - 1, max(-1, i - _OWN), -1):
        if clause.norm(k) in clause.pack.discourse["meanwhile"]:
            return True
        if clause.nodes[k].letter not in "xB<" or clause.finite(k):
            return False
    return False


def relayed(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom a report quotes: «نقلت الصحيفة عن الوزير قوله» (naqalat aṣ-ṣaḥīfa ʿan al-wazīr).

    So with «قالت الصحيفة نقلا عن الوزير» (naqlan ʿan al-wazīr, "citing the minister").
    """
    told = clause.pack.discourse
    if not clause.meanings(i) & told["relay"]:
        cited = range(i + 1, min(i + _CITED, len(clause.nodes)) if clause.says(i) else 0)
        i = next((j for j in cited if clause.norm(j) in told["citing"]), -1)
    behind = clause.behind(i, "from") if i >= 0 else ()
    return tuple(a for a in behind if a.kind in ("person", "role"))


def source_of(clause: Clause) -> tuple[Actor, ...]:
    """Who says what a sentence tells without a verb of saying: "according to Chad"."""
    k = clause.sourced()
    if k is None or any(_sayings(clause, -1)):
        return ()
    told = clause.group(k, leftward=False)
    speaks = clause.pack.subject_first or all(a.kind in ("person", "role") for a in told)
    return told if speaks else ()


def answered(clause: Clause, i: int, discourse: Discourse) -> bool:
    """True for what is said in an answer, but for what this reports of others: "Chad said"."""
    if discourse.answering is None:
        return False
    subjects = (clause.subject(j) for j in _sayings(clause, i))
    return all(a.kind == "pronoun" and a.speaking for told in subjects for a in told)


def _sayings(clause: Clause, i: int) -> Iterator[int]:
    """The verbs of saying of a sentence, but for the word at `i`: "was quoted as saying" too."""
    saying = clause.pack.factuality["saying"]
    for j, lemmas in enumerate(clause.lemmas):
        if j == i or saying.isdisjoint(lemmas):
            continue
        if clause.finite(j) or (j and clause.norm(j - 1) in clause.pack.discourse["naming_link"]):
            yield j


def weapon_owner(clause: Clause, i: int) -> int | None:
    """The node of whoever owns the weapon or the attack by which was done what `i` tells.

    «قتل في غارة روسية» (qutila fī ghāra rūsiyya, "was killed in a Russian raid"), «في هجوم شنه
    متمردون» (fī hujūm shannahu mutamarridūn, "in an attack that rebels launched"), «غارة سورية
    تقتل» (ghāra sūriyya taqtul, "a Syrian raid kills").
    """
    if (told := clause.thing_before(i)) is not None:
        own = next((k for k in range(told + 1, i) if clause.nodes[k].letter in "aD"), None)
        if own is None or clause.norm(own - 1) in clause.pack.agent:
            return own
        return own if clause.preposition(own - 1) in (None, "to") else None
    for j in range(i + 1, clause.ends(i, relative=False)):
        if clause.norms[clause.nodes[j].first] not in clause.pack.discourse["means"]:
            continue
        if verb := waging(clause, j):
            return wager(clause, verb, i)
        if any(a.side for a in clause.nodes[j].actors):  # «بصواريخ روسية» (bi-ṣawārīkh rūsiyya)
            if clause.preposition(j - 1) == "by":
                return j
            continue
        for k in range(j + 1, min(j + _OWN, len(clause.nodes))):
            letter = clause.nodes[k].letter
            if clause.number(k) or (letter == "x" and _of_its_own(clause, j, k)):
                break
            if letter in "aD":
                return k
            if k == j + 1 and clause.norm(k) in clause.pack.agent and clause.pack.subject_first:
                continue  # "in an attack by Malian gunmen"
            doer = clause.doer_of_described(k)
            if doer is not None:
                return doer
            owned = k == j + 1 and clause.preposition(k) == "to"  # «هجوم لمتمردين»
            if not owned and (letter not in "xBR" or clause.preposition(k) or clause.finite(k)):
                break
    return None


def _of_its_own(clause: Clause, weapon: int, k: int) -> bool:
    """True for a noun behind a weapon that it hits: «هز انفجار العاصمة» (infijārun al-ʿāṣima)."""
    article = clause.pack.article
    if not article or clause.norm(weapon).startswith(article):
        return False
    definite = clause.norm(k).startswith(article)
    return definite and clause.pack.lexicon.part_of_speech(clause.norm(k)) != "adj"


def passed_over(clause: Clause, rule: Rule, i: int, j: int) -> bool:
    """True for an actor at `j` whom the verb at `i` does not act on: a victim, or a leader.

    «شن التحالف بقيادة السعودية غارات على صعدة» (shanna t-taḥāluf bi-qiyādati s-Saʿūdiyya ghārātin
    ʿalā Ṣaʿda, "the coalition led by Saudi Arabia carried out raids on Saada").
    """
    node = clause.nodes[j]
    if node.letter in "aD" and rule.act in OF_WRONG and harmed(clause, i, j):
        return True
    make = rule.act == "MOBILIZE" and node.letter == "D"  # «مدافع أميركية» (madāfiʿ, "US guns")
    if clause.names_war(j) or (make and clause.norm(j - 1) in clause.pack.discourse["means"]):
        return True
    held_in = rule.engagement and rule.joint and clause.pack.subject_first
    if held_in and clause.preposition(j - 1) == "in" and node.letter == "a":
        return node.actors[0].kind == "polity"  # "a summit of European leaders in Brussels"
    given = clause.pack.subject_first and clause.preposition(j - 1) == "to" and j - 2 > i
    noun = given and clause.pack.lexicon.part_of_speech(clause.norm(j - 2)) == "noun"
    if noun and rule.act == "ACCUSE":
        return True  # "concern over aid to rebels"
    led = clause.preposition(j - 1) == "by"
    if led and rule.act == "SUPPORT" and clause.norm(j - 2) in clause.pack.discourse["harm"]:
        return True  # "solidarity after attacks by rebels"
    heads = clause.norms[node.first] in clause.pack.discourse["heading"]
    return heads and node.letter == "a" and led


def harmed(clause: Clause, i: int, j: int) -> bool:
    """True for the actor at `j` whom an attack hit that the verb at `i` condemns.

    «أدان الهجوم على مصر» (adāna l-hujūma ʿalā Miṣr, "he condemned the attack on Egypt"), «أدان
    خطف الموظفين الكنديين» (khaṭfa l-muwaẓẓafīna l-kanadiyyīn, "of the Canadian employees"), «قصف
    مدينة حلب السورية» (qaṣfa madīnati Ḥalaba s-sūriyya, "the shelling of the Syrian town").
    """
    told = clause.pack.discourse
    if clause.preposition(j + 1) == "to" and clause.norm(j - 1) in told["harms"]:
        return (
            False  # «قتل الجيش للمدنيين» (qatlu l-jayshi li-l-madaniyyīn, "the army's killing of")
        )
    if clause.suffers(j):
        return True
    described = clause.nodes[j].letter == "D" and clause.nodes[j - 1].letter in "xY"
    words = {clause.norm(n) for n in range(i + 1, j)}
    if described and words & told["harms"] - {clause.norm(j - 1)}:
        return True
    harms = told["harm"] if clause.pack.subject_first else told["means"] | told["harm"]
    if described and words & harms and words & told["compass"]:
        return True
    if _victims(clause, j) and clause.norm(j - 1) in told["harms"]:
        return True
    k = j - 1
    while k > i and clause.nodes[k].letter in "xHAR":
        if clause.meanings(k) & told["strikes"]:
            return True
        if clause.preposition(k):
            break
        k -= 1
    if clause.preposition(k) not in _HARMED:
        return False
    article = clause.pack.article
    names = {clause.norm(n) for n in range(i + 1, k)}
    return bool(names & harms or {n.removeprefix(article) for n in names} & told["besetting"])


def wrongdoers(clause: Clause, rule: Rule, i: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The objects of a verb at `i`, without whom that befell which it condemns or rejects."""
    if rule.act not in OF_WRONG:
        return actors
    behind = (j for j in range(i + 1, len(clause.nodes)) if clause.nodes[j].letter in "aD")
    first = clause.pack.subject_first
    hit = [
        clause.nodes[j] for j in behind if (clause.suffers(j) if first else harmed(clause, i, j))
    ]
    return tuple(a for a in actors if not any(n.first <= a.first < n.last for n in hit))


def _victims(clause: Clause, j: int) -> bool:
    """True for people without a name: «قتل الطفل الكيني» (qatl aṭ-ṭifli l-kīnī, "of the child").

    So for a people: «تهجير الفلسطينيين» (tahjīr al-Filasṭīniyyīn, "of the Palestinians").
    """
    node = clause.nodes[j]
    people = node.actors
    if node.letter == "D":
        return clause.norm(j).endswith(clause.pack.people_endings)
    return any(a.kind in _VICTIMS or (a.kind == "polity" and a.plural) for a in people)


def theirs(clause: Clause, rule: Rule, i: int, j: int) -> bool:
    """True for praise of somebody's own thing: «أشاد بدورها» (ashāda bi-dawrihā, "her part")."""
    own = j - i <= _OWN and all(n.letter != "&" for n in clause.nodes[i + 1 : j])
    victim = clause.norm(j - 1) in clause.pack.discourse["harms"]
    return own and rule.act == "SUPPORT" and not victim


def voiced(clause: Clause, i: int, j: int) -> bool:
    """True for the pronoun of what somebody voices himself: «جدد رفضه للخطة الصينية».

    (jaddada rafḍahu li-l-khuṭṭati ṣ-ṣīniyya, "he renewed his rejection of the Chinese plan".)
    """
    first = j - i <= _VOICED and all(n.letter != "p" for n in clause.nodes[i + 1 : j])
    return first and bool(clause.meanings(i) & clause.pack.discourse["voicing"])


def describing(clause: Clause, rule: Rule, i: int) -> tuple[Node, ...]:
    """The demonyms of a noun, indefinite ones of an indefinite noun that only they make known.

    «تحذير روسي» (taḥdhīr rūsī, "a Russian warning"), but «رفض الحرب الروسية» (rafḍ al-ḥarbi
    r-rūsiyya, "rejecting the Russian war").
    """
    nodes, article = clause.adjectives(i), clause.pack.article
    if rule.source != ("adjective",) or not article or clause.definite(i):
        return nodes
    return tuple(n for n in nodes if not _has_article(clause, n))


def _has_article(clause: Clause, node: Node) -> bool:
    """True for a demonym with the article, not for one that begins so: «ألمانية» (almāniyya)."""
    word, article = clause.tokens[node.first].norm, clause.pack.article
    bare = Token(0, 1, word.removeprefix(article))
    return word.startswith(article) and clause.pack.gazetteer.longest((bare,), 0) is not None


def met(clause: Clause, rule: Rule, actors: tuple[Actor, ...], slot: str) -> tuple[Actor, ...]:
    """Those of a slot whom somebody met, without where: «اجتماع بماليزيا» (bi-Mālīziyā, "in").

    An owner is left out if it is a town: «اجتماع الدوحة» (ijtimāʿ ad-Dawḥa, "the Doha meeting").
    Whom help is against gets none: «تضامن مع مصر في تصديها للمسلحين» (fī taṣaddīhā li-l-musallaḥīn,
    "solidarity with Egypt in its fight against gunmen").
    """
    forced = slot == "by" and slot in rule.source and rule.act in _FORCE
    if forced and not clause.pack.subject_first:
        return tuple(a for a in actors if _led_by_agent(clause, a))
    if rule.act in _GOODWILL and not clause.pack.subject_first:
        actors = tuple(a for a in actors if a.kind != "group" or a.sector not in _OUTLAWS)
    if rule.act in OF_WRONG or rule.act == "REQUEST":
        actors = tuple(a for a in actors if not beset(clause, a))
    if rule.act == "ASSAULT":  # "the two sides" that clash may be others than those who met
        actors = tuple(a for a in actors if a.kind != "both")
    if rule.engagement == "visit" and slot in rule.source:  # "forces arrived in Togo"
        actors = tuple(a for a in actors if a.kind != "body" or a.sector not in _FORCES)
        actors = tuple(a for a in actors if a.kind != "group" or a.sector != "CVL")
    actors = without_forums(clause, rule, actors)
    meeting = rule.engagement and rule.joint and not clause.pack.subject_first
    if not meeting or slot not in ("by", "from", "owner"):
        return actors
    led = slot != "owner"
    return tuple(a for a in actors if a.kind != "polity" or a.plural or not (led or a.place))


def _led_by_agent(clause: Clause, actor: Actor) -> bool:
    """True for who is told to do it, not for where or with what: «هجوم بطائرة» (bi-ṭāʾira)."""
    k = next(k for k, n in enumerate(clause.nodes) if n.first <= actor.first < n.last)
    return clause.norm(k - 1) in clause.pack.agent


def shunned(clause: Clause, rule: Rule, i: int) -> bool:
    """True for an occasion that its host holds without somebody: "skipped talks | hosted by"."""
    if not rule.engagement or not clause.pack.subject_first:
        return False
    verb = next((j for j in range(i - 1, -1, -1) if clause.finite(j)), None)
    return verb is not None and bool(clause.meanings(verb) & clause.pack.discourse["shunning"])


def described_by(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom a participle describes that stands behind them: "men already held in Mali"."""
    j = i - 1
    while j > 0 and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j -= 1
    return clause.group(j) if j >= 0 and clause.describes_object(i) else ()


def moved(clause: Clause, i: int, acted_on: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The forces that a passive says were moved, or who has them: "has troops deployed"."""
    forces = tuple(a for a in acted_on if a.sector in _FORCES)
    if not clause.describes_object(i) or any(a.side for a in forces):
        return forces
    verb = next((j for j in range(i - 1, -1, -1) if clause.finite(j)), None)
    helping = clause.pack.factuality["helping"]
    return clause.subject(verb) if verb is not None and clause.meanings(verb) & helping else ()


def carrier(clause: Clause, i: int) -> int | None:
    """The verb that a noun before it is the object of: «المباحثات التي أجراها».

    (al-mubāḥathāt allatī ajrāhā, "the talks that he held".) The pronoun on the verb stands for
    the noun.
    """
    if clause.pack.subject_first:
        return None
    for j in range(i + 1, min(i + _NEAR, len(clause.nodes) - 1)):
        node = clause.nodes[j]
        if clause.finite(j):
            k = j + 1 + (clause.preposition(j + 1) is not None)
            return j if k < len(clause.nodes) and clause.nodes[k].letter == "p" else None
        if node.letter not in "xRDMT":
            return None
    return None


def guests(clause: Clause, j: int) -> tuple[Actor, ...]:
    """Those who come for a visit: "hosted X for a visit", "X was received on a visit"."""
    hosts = j + 1 < len(clause.nodes) and any(
        a.tense == "participle" for a in clause.readings[j + 1]
    )
    j += hosts and bool(clause.meanings(j) & clause.pack.factuality["being"])  # "is hosting X"
    if not clause.meanings(j) & clause.pack.discourse["hosting"]:
        return ()
    passive = any(is_passive(clause, j, a) for a in clause.readings[j])
    return clause.subject(j) if passive else clause.object(j)


def rides(clause: Clause, j: int, i: int) -> bool:
    """True where only a craft comes, which visits nobody: "a Chilean plane | landed"."""
    craft = clause.pack.discourse["craft"]
    laden = j > 1 and clause.participle(j - 1)  # "a train carrying | Chilean coal"
    return any(clause.norm(k) in craft for k in range(j - 2 if laden else j + 1, i))
