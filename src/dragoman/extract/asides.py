"""What stands near an act and is none of it: topics, ideas, conditions, what others are asked."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.denials import of_report
from dragoman.extract.hit import Hit

OF_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Types of acts of speech, whose object is whoever they are addressed to."""
_SAID = OF_WORDS | {"AGREE", "CONCEDE", "REJECT", "SUPPORT"}
_FAR = 6
_ANSWERED = 6
"""How many nodes before its noun an answer may be told of."""
_OBJECT = 8
"""How many nodes behind its verb "each other" may stand."""
_BLAMED = 12
"""How many nodes "its" may stand from the one that is blamed."""
_RESUMED = 14
"""How many nodes a clause may have behind which its verb goes on."""


def of_something_else(clause: Clause, hit: Hit, slot: str) -> bool:
    """True where the preposition of a slot leads in a topic or what is asked, not an actor."""
    if slot == "with":
        return _only_a_topic(clause, hit) or _of_second_occasion(clause, hit)
    return slot == "to" and _asks_a_deed(clause, hit)


def warns_against(clause: Clause, hit: Hit) -> bool:
    """True where a deed is warned against: "warned against a rash withdrawal from Mali"."""
    i = hit.node
    threat = hit.rule.act == "THREATEN" and clause.pack.subject_first
    if not threat or clause.preposition(i + 1) != "against":
        return False
    j = i + 2
    while j < len(clause.nodes) - 1 and clause.nodes[j].letter in "AH":
        j += 1
    return j < len(clause.nodes) and clause.nodes[j].letter not in "aD"


def _only_a_topic(clause: Clause, hit: Hit) -> bool:
    """True for a verb of talking whose "with" goes with what was talked about.

    "Discussed the war with Chad" tells of no talks with Chad.
    """
    if not (hit.rule.joint and hit.rule.vague and clause.pack.subject_first) or hit.nominal:
        return False
    topic = _told_of(clause, hit.node, "with")
    return topic is not None and not hit.rule.objects.anywhere([topic])


def _of_second_occasion(clause: Clause, hit: Hit) -> bool:
    """True for "with" behind another occasion than a body's own: "the NATO summit and talks with".

    It says who the talks were with, not the summit.
    """
    occasions, i = clause.pack.classes["occasion"], hit.node
    j = next((j for j in range(i + 2, clause.ends(i)) if clause.preposition(j) == "with"), 0)
    ahead = clause.pack.factuality["preparing"] if hit.rule.engagement else ()
    if j and any(clause.norm(k) in ahead for k in range(i + 1, j)):
        return True  # «للتحضير لقمة مع» (li-t-taḥḍīr li-qimma maʿa, "to prepare for a summit with")
    if not j or clause.norm(j - 1) not in occasions:
        return False
    joined = next((k for k in range(j - 2, i, -1) if clause.nodes[k].letter == "&"), i)
    return any(
        n.letter == "F" or (n.letter == "a" and n.actors[0].kind == "organization")
        for n in clause.nodes[i + 1 : joined]
    )


def _asks_a_deed(clause: Clause, hit: Hit) -> bool:
    """True where "to" leads in what is asked of nobody known: "asked firms to leave Mali"."""
    if hit.rule.act != "REQUEST" or not clause.pack.subject_first:
        return False
    led = (j for j in range(hit.node + 1, clause.ends(hit.node)) if clause.preposition(j) == "to")
    first = next((j for j in led if clause.leads_to(j) is not None), None)
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
        return behind or clause.pack.subject_first
    aside = _tells_of_object(clause, hit, j) or _tells_on(clause, hit, j)
    aside = aside or (hit.rule.act in OF_WORDS | {"REJECT", "SUPPORT"} and clause.describes(j))
    return behind and (aside or _where_it_was_said(clause, hit, j))


def _where_it_was_said(clause: Clause, hit: Hit, j: int) -> bool:
    """True for the place of a gathering: "called for peace at a summit | in Chad"."""
    if not clause.pack.subject_first or hit.rule.act not in OF_WORDS | {"REJECT", "SUPPORT"}:
        return False
    met = clause.nodes[j - 1].letter == "F" or clause.norm(j - 1) in clause.pack.classes["occasion"]
    met = met and not _asked_for_in(clause, j)
    about = met and clause.preposition(j) == "on" and hit.rule.act == "SUPPORT"
    return about or (met and clause.preposition(j) == "in")


def _asked_for_in(clause: Clause, j: int) -> bool:
    """True for where somebody asks for talks to begin: "called for dialogue | in Chad"."""
    after = clause.nodes[min(j + 1, len(clause.nodes) - 1)]
    state = after.letter == "a" and after.actors[0].kind == "polity" and not after.actors[0].place
    return state and j > 1 and clause.preposition(j - 2) == "for"


def _tells_of_object(clause: Clause, hit: Hit, j: int) -> bool:
    if not clause.pack.subject_first or hit.rule.act not in OF_WORDS:
        return False
    before = clause.nodes[j - 1]
    verb = before.letter != "B" and clause.readings[j - 1]
    if before.letter not in "xB" or verb or clause.preposition(j - 1):
        return False
    noun = clause.pack.lexicon.part_of_speech(clause.norm(j - 1)) in (None, "noun")
    gerund = any(a.tense == "participle" for a in clause.readings[j])
    return noun and (gerund or _infinitive(clause, j))


def _tells_on(clause: Clause, hit: Hit, j: int) -> bool:
    """True for a verb that describes the object: «رحب باتفاق يضمن» (bi-ttifāqin yaḍmanu).

    "He welcomed an agreement that ensures": whom that names is not acted on, unless «ما» (mā,
    "what") stands before it.
    """
    if clause.pack.subject_first or hit.rule.act not in _SAID or not clause.finite(j):
        return False
    if clause.nodes[j - 1].letter == "&":
        return False
    return clause.norm(j - 1) not in clause.pack.discourse["what"]


def _infinitive(clause: Clause, j: int) -> bool:
    """True for the "to" of an infinitive at a node."""
    if clause.norm(j) not in clause.pack.factuality["infinitive"] or j + 1 >= len(clause.nodes):
        return False
    return any(a.tense == "infinitive" for a in clause.readings[j + 1])


def condition_in(clause: Clause) -> bool:
    """True where the sentence sets a condition: "would visit if ..."."""
    openers = clause.pack.classes.get("if", frozenset())
    return any(clause.norm(k) in openers for k in range(len(clause.nodes)))


def inverted_condition(clause: Clause, i: int) -> bool:
    """True where a modal stands before the subject of a verb: "should Chad attack again".

    So at the head of a sentence, however far the verb: "were Chad one day to attack".
    """
    if not clause.pack.subject_first:
        return False
    if clause.norm(0) in clause.pack.discourse["fronted"]:
        behind = clause.nodes[1:i]
        named = next((n.letter for n in behind if n.letter not in "AHM"), "") == "a"
        if named and all(n.letter not in ",;:" for n in behind):
            return True
    j = i - 1
    while j > 0 and clause.pack.lexicon.part_of_speech(clause.norm(j)) == "adv":
        j -= 1
    if j < 1 or clause.nodes[j].letter != "a":
        return False
    j -= 1
    while j > 0 and clause.nodes[j].letter in "AHM":
        j -= 1
    before = clause.nodes[j - 1].letter if j else "."
    bare = any(a.tense == "infinitive" for a in clause.readings[i])
    modal = clause.norm(j) in clause.pack.factuality["conditional"]
    return modal and (before not in "ai" or bare)


def opens_condition(clause: Clause, i: int) -> bool:
    """True for a modal before its subject: "would resign | should Chad attack again"."""
    if clause.norm(i) not in clause.pack.factuality["conditional"]:
        return False
    return any(inverted_condition(clause, k) for k in range(i + 2, min(i + 5, len(clause.nodes))))


def only_an_idea(clause: Clause, i: int) -> bool:
    """True for a noun of which only the idea is told: "the principle of some UN support"."""
    if not clause.pack.subject_first:
        return False
    j = i - 1
    while j > 0 and clause.nodes[j].letter in "AaDMHx" and not clause.preposition(j):
        if clause.finite(j) or i - j > _FAR:
            return False
        j -= 1
    return (
        j > 0
        and clause.preposition(j) in ("of", "for")
        and clause.norm(j - 1) in clause.pack.factuality["ideas"]
    )


def breaks_off(clause: Clause, hit: Hit, j: int) -> bool:
    """True for a comma behind which the object of a verb or noun has ended."""
    if hit.light is not None:
        return True
    joins = j + 1 < len(clause.nodes) and clause.nodes[j + 1].letter == "&"
    return hit.nominal and clause.pack.subject_first and joins


def to_each_other(clause: Clause, i: int) -> bool:
    """True where those who act do so to each other: "they vowed to consult each other"."""
    first, last = clause.nodes[i].first, clause.nodes[clause.ends(i) - 1].last
    words = " ".join(clause.norms[first:last])
    return any(told in words for told in clause.pack.discourse["reciprocal"])


def on_each_other(clause: Clause, hit: Hit) -> bool:
    """True where several act on each other: "Chad and Mali accused each other of shelling".

    «اتهمت تشاد ومالي بعضهما» (ittahamat Tshād wa-Mālī baʿḍahumā).
    """
    if hit.rule.joint or hit.passive or hit.nominal:
        return False
    behind = clause.nodes[hit.node + 1 : min(clause.ends(hit.node), hit.node + _OBJECT)]
    if clause.pack.subject_first:
        behind = list(takewhile(lambda node: node.letter != "a", behind))
    words = " ".join(clause.norms[behind[0].first : behind[-1].last]) if behind else ""
    return any(told in words for told in clause.pack.discourse["each_other"])


def without_manner(clause: Clause, i: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Actors without groups that only tell how harm was done: "condemned terrorist attacks"."""
    harm = clause.pack.discourse["harm"]
    if not clause.pack.subject_first or all(
        clause.norm(j) not in harm for j in range(i + 1, clause.ends(i))
    ):
        return actors
    own = {
        a.first
        for j, node in enumerate(clause.nodes)
        if node.owned or clause.governed(j)
        for a in node.actors
    }
    return tuple(a for a in actors if a.kind != "group" or a.first in own)


def owner_told(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom "its" means of whoever is blamed, or whose deed is answered."""
    return _blamed_owner(clause, i) or _answered_owner(clause, i)


def _blamed_owner(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom "its" means behind one that is blamed: "accused Chad of crimes in its attacks"."""
    blaming = clause.pack.discourse["blaming"]
    for j in range(i - 2, max(0, i - _BLAMED), -1):
        if clause.nodes[j].letter in ";:.t":
            return ()
        if clause.nodes[j].letter == "a" and clause.meanings(j - 1) & blaming:
            state = clause.nodes[j].actors[0].kind in ("polity", "organization")
            return clause.nodes[j].actors if state else ()
    return ()


def _answered_owner(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom "its" means where a deed answers another: "sanctions on Mali in response to its raid".

    «عقوبات على روسيا ردا على هجومها» (ʿuqūbāt ʿalā Rūsiyā raddan ʿalā hujūmihā): Russia's attack.
    """
    answering = clause.pack.discourse["answering"]
    first = max(0, i - _ANSWERED)
    for k in range(i - 1, first, -1):
        words = clause.norms[clause.nodes[k].first : clause.nodes[i].first]
        if any(words[: len(p)] == p for p in map(str.split, answering)):
            told = [n.actors for n in clause.nodes[:k] if n.letter == "a"]
            return told[-1] if len(told) > 1 and told[-1][0].side else ()
    return ()


def of_unknown(clause: Clause, hit: Hit) -> bool:
    """True for a visit of somebody of whom only a name is told: «زيارة أوتيينو إلى».

    (ziyārat Ūtiyīnū ilā, "Otieno's visit to"; what describes a visit is feminine as it is.)
    """
    j = hit.node + 1
    if clause.pack.subject_first or hit.rule.engagement != "visit" or j >= len(clause.nodes):
        return False
    word, article = clause.norm(j), clause.pack.article
    named = clause.nodes[j].letter in "xN" and not clause.readings[j] and not clause.number(j)
    known = clause.preposition(j) or clause.pack.lexicon.part_of_speech(word)
    plain = word.startswith(article) or word.endswith(clause.pack.feminine_endings)
    return named and not known and not plain


def harm_before(clause: Clause, i: int, role: str) -> bool:
    """True where harm is named between the trigger and the first preposition of a role.

    Not for harm that is laid on its doer: "blamed the attack on Chad".
    """
    told = clause.pack.discourse
    laid, harm = bool(clause.meanings(i) & told["laying"]), told["harm"] | told["harms"]
    for j in range(i + 1, clause.ends(i)):
        if clause.norm(j) in harm:
            return not laid
        if clause.preposition(j) is not None:
            if clause.preposition(j) == role:
                return False
            laid = False
    return False


def _told_of(clause: Clause, i: int, role: str) -> str | None:
    """The noun of ties to a polity before the first preposition of a role, if there is one.

    "Discussed trade with China" tells of a topic; "with the Chinese minister" of company.
    """
    bonds = clause.pack.discourse["bond"] | clause.pack.classes["occasion"]
    for j in range(i + 2, clause.ends(i)):
        if clause.preposition(j) == role:
            led, noun = clause.leads_to(j), clause.norm(j - 1)
            shared = noun in clause.pack.discourse["shared"] and _of_others(clause, i, j)
            topic = noun in bonds or shared
            return noun if topic and led is not None and led.kind == "polity" else None
    return None


def _of_others(clause: Clause, i: int, j: int) -> bool:
    """True where what is talked about is not the talkers' own, or their company is told before.

    "Discussed its cooperation with Chad", "met the Kenyan envoy to discuss cooperation with Chad".
    """
    owned = any(n.owned or n.letter == "p" for n in clause.nodes[i + 1 : j])
    if owned or len({a.side for a in clause.subject(i)}) > 1:
        return True
    purpose = i > 0 and clause.norm(i - 1) in clause.pack.factuality["infinitive"]
    met = clause.nodes[i - 2] if purpose and i > 1 else None
    return met is not None and met.letter == "a" and met.actors[0].kind in ("person", "role")


def only_told_of(
    clause: Clause, hit: Hit, sources: Sequence[Actor], targets: Sequence[Actor]
) -> bool:
    """True for states that several talked about: "they discussed their relations with Chad".

    Nor does anybody act on those that only a report names which is denied.
    """
    if of_report(clause, hit.node, targets):
        return True
    if not (hit.rule.joint and hit.rule.engagement and clause.pack.subject_first):
        return False
    several = len({a.side for a in sources if a.side}) > 1
    known = not hit.nominal and all(a.kind in ("both", "pronoun") for a in clause.subject(hit.node))
    states = all(a.kind in ("polity", "organization") for a in targets)
    return several and states and known


def of_doer(clause: Clause, hit: Hit, told: Sequence[Actor], taken: Collection[str | None]) -> bool:
    """True for what only tells whose a weapon or aid is: «قصف روسي يطال أوكرانيا» "Russian"."""
    brought = hit.rule.act in ("AID", "ASSAULT") or hit.rule.opening
    force = brought or (hit.nominal and hit.rule.act in _SAID)
    return bool(force) and not clause.pack.subject_first and {a.side for a in told} <= {*taken}


def met_others(clause: Clause, i: int) -> bool:
    """True for what several met somebody else for: "Mali and Niger met with Togo to discuss"."""
    if not clause.pack.subject_first or not clause.after_infinitive(i):
        return False
    verb = next((j for j in range(i - 1, -1, -1) if clause.finite(j)), None)
    return verb is not None and bool(clause.behind(verb, "with", stop=i - 1))


def resumed(clause: Clause, end: int) -> int | None:
    """The token of the "to" with which a verb goes on: "asked Chad, which borders Mali, | to"."""
    if end >= len(clause.nodes) or clause.nodes[end].letter != "R":
        return None
    if clause.nodes[end - 1].letter != ",":
        return None
    behind = range(end + 2, min(end + _RESUMED, len(clause.nodes) - 1))
    comma = next((k for k in behind if clause.nodes[k].letter == ","), None)
    goes_on = comma is not None and clause.to_do(comma + 1)
    return clause.nodes[comma + 1].first if goes_on and comma is not None else None
