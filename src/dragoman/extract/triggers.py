"""Which words set a rule off: verbs told from nouns, and what must stand beside them."""

from dragoman.core.fold import fold
from dragoman.extract import asides
from dragoman.extract.antecedents import told_ahead
from dragoman.extract.clauses import Clause
from dragoman.lang.morphology import Analysis
from dragoman.lang.phrases import Phrases
from dragoman.lang.rules import Rule

_REACH = 14
BACK = 10
"""How many words before a deed its manner may stand."""
_SUBJECT = 14
"""How many words before a passive its object may stand."""
_ANTECEDENT = 4
_NEWS = frozenset({"ACCUSE", "AID", "ASSAULT", "REQUEST", "THREATEN"})
"""Types of acts that are news where a clause tells of their object; treaties signed are known."""
_AIMS = frozenset({"on", "for"})
_MARKS = frozenset({'"', "'"})
_PARTICIPLE = ("past", "either")
_OF_NOUNS = frozenset({"by", "to", "for", "in", "on", "against", "with"})
"""Prepositions behind which no perfect stands: «بشكل» (bi-shakl, "in a form")."""
_BEFORE_NOUNS = frozenset({"in", "of", "from", "with", "against", "between"})


def near(clause: Clause, i: int, rule: Rule, passive: bool) -> bool:
    """True where one of a rule's objects stands behind the node, before it for a passive.

    Names count as one word, however long the titles of those who are received are. An adverb may
    stand right before: "jointly built".
    """
    if _of_its_own(clause, i, rule):
        return False
    phrases = rule.objects
    first = clause.nodes[i].first
    norms = clause.norms
    start = first + 1
    if (
        not clause.pack.subject_first
        and i + 1 < len(clause.nodes)
        and clause.nodes[i + 1].letter == "a"
    ):
        start = clause.nodes[i + 1].last
    last = clause.nodes[min(i + rule.reach, len(clause.nodes) - 1)].last
    stop = max(start + rule.reach, last)
    told = clause.pack.subject_first and rule.verbs
    end = clause.ends(i) if told else len(clause.nodes)
    if end < len(clause.nodes) and clause.nodes[end].letter in ",&;:R":
        stop = min(stop, clause.nodes[end].first)
    # Most rules' objects stand nowhere: only where one does is it asked whose it is.
    if _named(clause, phrases, first + 1, stop) and _named(
        clause, phrases, first + 1, min(stop, _other_deed(clause, i))
    ):
        return True
    resumed = asides.resumed(clause, end) if told else None
    if resumed is not None and phrases.anywhere(norms[resumed : resumed + rule.reach]):
        return True
    adverb = i > 0 and clause.pack.lexicon.part_of_speech(clause.norm(i - 1)) == "adv"
    if adverb and phrases.anywhere(norms[first - 1 : first]):
        return True
    news = rule.act in _NEWS or rule.engagement == "letter"
    if news and "subject" not in rule.target and told_ahead(clause, i, phrases):
        return True
    ahead = _SUBJECT if passive else _ANTECEDENT if _object_ahead(clause, i, rule) else 0
    return bool(ahead) and phrases.anywhere(norms[max(0, first - ahead) : first])


def _named(clause: Clause, phrases: Phrases[None], start: int, stop: int) -> bool:
    """True where a phrase stands among words, those behind marks too: «عن "انزعاج" بلاده».

    (ʿan "inziʿāj" bilādihi, 'of his country's "annoyance"'.)
    """
    words = clause.norms[start:stop]
    if phrases.anywhere(words):
        return True
    if clause.pack.subject_first or _MARKS.isdisjoint(words):
        return False
    return phrases.anywhere([w for w in words if w not in _MARKS])


def _object_ahead(clause: Clause, i: int, rule: Rule) -> bool:
    """True for who answers what stands before them: "a charge that | Chad denies as baseless"."""
    if "accuser" not in rule.target or not clause.pack.subject_first:
        return False
    after = clause.nodes[i + 1].letter if i + 1 < len(clause.nodes) else "."
    return (after in ".,;:" or clause.preposition(i + 1) == "as") and bool(clause.subject(i))


def _of_its_own(clause: Clause, i: int, rule: Rule) -> bool:
    """True for what somebody wants to do, which asks it of nobody: "wants to leave the bloc"."""
    if rule.act != "REQUEST" or not clause.pack.subject_first or i + 1 >= len(clause.nodes):
        return False
    wants = clause.meanings(i) & clause.pack.discourse["own_wish"]
    return bool(wants) and clause.infinitive_mark(i + 1)


def _other_deed(clause: Clause, i: int) -> int:
    """The token at which something else is told to be done: "continued efforts on | resuming"."""
    for j in range(i + 2, min(len(clause.nodes), i + _REACH) if clause.pack.subject_first else 0):
        led_in = clause.preposition(j - 1) in _AIMS
        if led_in and any(a.tense == "participle" for a in clause.readings[j]):
            return clause.nodes[j].first
    return len(clause.tokens)


def _noun_too(clause: Clause, i: int) -> bool:
    """True for «ثمنا» (thamanan, "a price"), written as "they valued" too, without a subject."""
    if i and clause.nodes[i - 1].letter == "a":
        return False
    nouns = any(a.tense in ("participle", "verbal-noun") for a in clause.readings[i])
    return nouns or clause.pack.lexicon.part_of_speech(clause.norm(i)) in ("noun", "adj")


def called_off(clause: Clause, i: int, rule: Rule, nominal: bool) -> bool:
    """True where words nearby call a rule off, and no two office-holders meet in spite of them."""
    if not rule.unless or (not nominal and _meets_people(clause, i, rule)):
        return False
    if rule.act == "SUPPORT" and _names_whom(clause, i):
        return False
    return _barred(clause, i, rule.unless)


def _names_whom(clause: Clause, i: int) -> bool:
    """True for one's own support of somebody, whatever else is told: «مساندتها لكينيا في جهودها».

    (musānadatuhā li-Kīniyā fī juhūdihā, "its support of Kenya in its efforts".)
    """
    letters = "".join(n.letter for n in clause.nodes[i + 1 : i + 4])
    return letters == "p>a" and clause.preposition(i + 2) == "to"


def _meets_people(clause: Clause, i: int, rule: Rule) -> bool:
    """True where one office-holder directly meets another, whatever else is told nearby.

    «استقبل الرئيس على هامش القمة نظيره» (istaqbala r-raʾīs ʿalā hāmishi l-qimma naẓīrahu, "the
    president received on the sidelines of the summit his counterpart"), "the king was greeted by
    the premier on his visit".
    """
    if rule.engagement != "meeting" or rule.target[:1] != ("object",):
        return False
    behind = clause.norm(i + 1) if i + 1 < len(clause.nodes) else ""
    if clause.pack.subject_first and behind not in clause.pack.agent:
        return False
    whom = clause.agent(i) if clause.pack.subject_first else clause.object(i)
    both = clause.subject(i), whom
    return all(told and all(a.kind in _PEOPLE for a in told) for told in both)


_PEOPLE = frozenset({"person", "role"})


def _barred(clause: Clause, i: int, phrases: Phrases[None]) -> bool:
    """True where a phrase that calls a rule off stands near; people and the "on" of days aside.

    Behind a relative pronoun that which is told of stands before: "the deal that he withdrew from".
    """
    first = clause.nodes[i].first
    named = i + 1 < len(clause.nodes) and clause.nodes[i + 1].letter == "a"
    reach = _REACH + (clause.nodes[i + 1].last - clause.nodes[i + 1].first if named else 0)
    words = list(clause.norms[first + 1 : first + 1 + reach])
    if clause.pack.subject_first and (end := clause.ends(i)) < len(clause.nodes):
        words = words[: clause.nodes[end].first - first - 1]
    for node in clause.nodes[i + 1 :]:
        if node.first > first + reach:
            break
        led_in = clause.pack.prepositions.get(clause.norms[node.first])
        if node.letter == "T" and led_in == "on" and node.first < first + 1 + len(words):
            words[node.first - first - 1] = ""
        if any(a.kind in ("person", "role") for a in node.actors):
            for k in range(node.first, min(node.last, first + 1 + len(words))):
                words[k - first - 1] = ""
    if phrases.anywhere(words):
        return True
    relative = i > 0 and clause.nodes[i - 1].letter == "R"
    return relative and phrases.anywhere(clause.norms[max(0, first - _ANTECEDENT) : first])


def moves_on(clause: Clause, i: int, rule: Rule) -> bool:
    """True for a verb of blame that goes somewhere instead: "a drone slammed | into a depot".

    So for what hits somebody only on paper: "sanctions | targeting banks"; and for troops of whom
    it is said by the way where they serve: "troops | stationed in Chad cheered".
    """
    if rule.act == "ASSAULT":
        before = clause.norm(i - 1 - (i > 1 and clause.nodes[i - 1].letter in "tR")) if i else ""
        return before in clause.pack.discourse["measures"]
    if rule.act == "MOBILIZE" and i and clause.nodes[i - 1].letter == "a":
        later = range(i + 1, len(clause.nodes))
        return (
            clause.posted(i)
            and not any(map(clause.finite, range(i)))
            and any(map(clause.finite, later))
        )
    if rule.act != "ACCUSE" or rule.objects or rule.target[:1] != ("object",):
        return False
    goes = i + 1 < len(clause.nodes) and clause.preposition(i + 1) == "to"
    return goes and clause.pack.subject_first and not clause.to_do(i + 1)


def left_hanging(clause: Clause, i: int) -> bool:
    """True for a verb of what stands before it: "a road that they | agreed | on"."""
    last = clause.ends(i) == i + 2 or clause.nodes[min(i + 2, len(clause.nodes) - 1)].letter in ".,"
    return clause.pack.subject_first and last and clause.preposition(i + 1) == "on"


def attended(clause: Clause, i: int) -> bool:
    """True for an occasion told of already: «حضر الاستقبال» (ḥaḍara l-istiqbāl, "attended it")."""
    if clause.pack.subject_first or i == 0 or not clause.definite(i):
        return False
    return clause.norm(i - 1) in clause.pack.classes["attend"] and clause.finite(i - 1)


def beside(clause: Clause, i: int, rule: Rule) -> bool:
    """True for a gathering on whose sidelines others met: its sides are not those of the meeting.

    «على هامش أعمال القمة» (ʿalā hāmishi aʿmāli l-qimma, "on the sidelines of the summit").
    """
    if clause.pack.subject_first or rule.engagement not in _GATHERINGS or clause.between(i):
        return False
    return any(
        node.element and any(e.id == "sidelines" for e in node.element.entries)
        for node in clause.nodes[max(0, i - _ASIDE) : i]
    )


_GATHERINGS, _ASIDE = frozenset({"summit", "conference"}), 3


def opens(clause: Clause, i: int) -> bool:
    """True for a word that a sentence, or what stands behind a colon, opens with."""
    j = i - 1
    while j >= 0 and (clause.nodes[j].letter in "HAT" or clause.number(j)):
        j -= 1
    return j < 0 or clause.nodes[j].letter in '.:;"'


def verb_here(clause: Clause, i: int) -> bool:
    """True for a verb written like its noun: «قتل جنديان» (qutila), «التي قصفها» (qaṣafahā)."""
    counted = len(clause.nodes) > 1 and clause.number(1)  # «قتل ثلاثة مدنيين» (qutila thalātha)
    if i == 0 and clause.finite(i) and (clause.bare_passive(i) or counted):
        return True
    return clause.doer_of_described(i) is not None and (i == 0 or clause.relative(i))


def other_word(clause: Clause, i: int, analysis: Analysis) -> bool:
    """True where a word has the form but, as it stands, is a noun or an adjective."""
    if clause.pack.subject_first:
        return _other_form(clause, i, analysis)
    if not analysis.finite and _wages_it(clause, i):
        return True
    if analysis.finite:
        if analysis.tense == "past" and i and clause.preposition(i - 1) in _OF_NOUNS:
            return True
        if clause.number(i) or _takes_object(clause, i, analysis):  # «اثنين» (ithnayn, "two")
            return True
        described = analysis.number == "du" and analysis.tense == "past" and _noun_too(clause, i)
        return described or clause.verbal_noun_here(i)
    if analysis.tense == "passive-participle":
        return True
    if analysis.tense == "verbal-noun" and doer_behind(clause, i):
        return True
    return analysis.tense == "participle" and not clause.adverbial(i)


def _wages_it(clause: Clause, i: int) -> bool:
    """True for a verb of who made an attack, written like its noun: «هجوم شنه مسلحون».

    (hujūm shannahu musallaḥūn, "an attack that gunmen launched"; shannuhu is "its launching".)
    """
    return clause.finite(i) and clause.waged_by(i)


def _takes_object(clause: Clause, i: int, analysis: Analysis) -> bool:
    """True for a pronoun on a form of a verb that takes none: «السد الذي تشيده» (tushayyiduhu).

    "Which it builds", from another verb than «تشيد بـ» (tushīdu bi-, "praises").
    """
    objectless = fold(analysis.lemma) in clause.pack.discourse["objectless"]
    return objectless and i + 1 < len(clause.nodes) and clause.nodes[i + 1].letter == "p"


def doer_behind(clause: Clause, i: int) -> bool:
    """True where the form of those behind tells that they do it: «خطف مسلحون» (khaṭafa musallaḥūn).

    "Gunmen abducted", and no abduction of theirs, which would be «خطف مسلحين».
    """
    node = clause.nodes[min(i + 1, len(clause.nodes) - 1)]
    group = node.letter == "a" and node.actors[0].kind in ("group", "body")
    return group and clause.norms[node.first].endswith(clause.pack.people_endings[:1])


def _other_form(clause: Clause, i: int, analysis: Analysis) -> bool:
    """True for a base form behind "be", which is a participle ("was set"), and for adjectives.

    "Reinstate sacked judges": behind a verb and before a noun the past describes that noun, behind
    a preposition always: "to wounded Chadians". In "hits back at" the particle is no verb.
    """
    facts = clause.pack.factuality
    led = i and (clause.infinitive_mark(i - 1) or clause.preposition(i - 1) in _BEFORE_NOUNS)
    helps = analysis.lemma in facts["having"] and _auxiliary(clause, i)
    if helps or (led and analysis.tense == "past"):
        return True
    pair = " ".join(clause.norm(j) for j in range(i, min(i + 2, len(clause.nodes))))
    if pair in clause.pack.discourse["particles"]:
        return True
    if i == 0 or not clause.readings[i - 1]:
        return False
    lemmas = {a.lemma for a in clause.readings[i - 1]}
    if analysis.tense in ("present", "infinitive"):
        either = any(a.voice == "either" for a in clause.readings[i])
        return either and bool(lemmas & facts["being"])
    acts = clause.after_infinitive(i - 1) or clause.finite(i - 1)
    if analysis.tense != "past" or not acts or lemmas & facts["helping"]:
        return False
    return i + 1 < len(clause.nodes) and clause.nodes[i + 1].letter == "a"


def _auxiliary(clause: Clause, i: int) -> bool:
    """True for a "have" that a participle follows: "has | already ruled out"."""
    j = i + 1
    part = clause.pack.lexicon.part_of_speech
    while j < len(clause.nodes) - 1 and part(clause.norm(j)) in ("adv", "particle"):
        j += 1
    told = clause.readings[j] if j < len(clause.nodes) else ()
    return any(a.tense == "passive-participle" or (a.tense, a.voice) == _PARTICIPLE for a in told)


def as_noun(clause: Clause, i: int, analysis: Analysis) -> bool:
    """True where a form that may be a verb stands as a noun: "the strikes", "their support"."""
    if not clause.pack.subject_first:
        return False
    if i == 0:
        by = len(clause.nodes) > 1 and clause.norm(1) in clause.pack.agent
        return analysis.tense == "past" and not by
    if clause.noun_by_order(i):
        return True
    left = clause.nodes[i - 1]
    base = analysis.tense in ("present", "infinitive")
    if base and i > 1 and (_behind_time(clause, i) or _behind_body(clause, i)):
        return True
    takes = clause.pack.discourse["takes_verb"]
    if base and clause.after_infinitive(i - 1) and not clause.meanings(i - 1) & takes:
        return clause.norm(i) not in clause.pack.discourse["takes_verb"]
    counted = left.letter != "a" and clause.number(i - 1)
    if left.letter in "ADS" or (analysis.tense == "past" and counted):
        return True
    company = clause.preposition(i - 1) in ("with", "between")
    if analysis.tense == "participle" and company and i + 1 < len(clause.nodes):
        return clause.nodes[i + 1].letter == "a"
    if analysis.tense not in ("present", "infinitive"):
        described = clause.pack.lexicon.part_of_speech(clause.norm(i - 1)) == "adj"
        opened = i > 1 and (clause.nodes[i - 2].owned or clause.nodes[i - 2].letter in "pA")
        whole = analysis.tense == "participle" and described and opened
        return left.letter == "p" or left.owned or whole
    if left.letter in "pH" or left.owned:
        return True
    role = clause.preposition(i - 1)
    if role is not None:
        return not clause.infinitive_mark(i - 1)
    if left.letter == "x" and i > 1:
        before = clause.nodes[i - 2]
        if before.letter in "ADp" or before.owned:
            return clause.pack.lexicon.is_noun(clause.norm(i))  # "a Syrian raid | kills two"
        described = clause.pack.lexicon.part_of_speech(clause.norm(i - 1)) == "adj"
        if "-" in clause.norm(i - 1) and before.letter == "x":
            return clause.pack.lexicon.part_of_speech(clause.norm(i - 2)) == "adj"
        return clause.preposition(i - 2) is not None and (described or not clause.readings[i - 1])
    return False


def _behind_time(clause: Clause, i: int) -> bool:
    """True for what a time describes: "for a two-day | visit", "in | this week's | talks"."""
    left = clause.nodes[i - 1]
    lasting = "-" in clause.norms[left.last - 1]
    return left.letter == "T" and (lasting or clause.preposition(i - 2) is not None)


def _behind_body(clause: Clause, i: int) -> bool:
    """True for what the word of a body describes: "for a | state | visit"."""
    j = i - 1
    while j > 0 and clause.nodes[j].letter == "B":
        j -= 1
    opens = clause.nodes[j].owned or clause.nodes[j].letter in "ADp"
    return j < i - 1 and (opens or clause.preposition(j) is not None)
