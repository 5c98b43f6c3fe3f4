"""What stands between a verb and its object, and whether any object can follow at all."""

from dragoman.core.fold import fold
from dragoman.extract.actors import Actor, Node
from dragoman.extract.word_rows import WordRow

_LONGEST = 7
"""How many nodes a phrase may have between verb and object."""
_FEW = 4
_SHORT = 4
"""How many letters a word with an article has at most that has none."""
_OF_PLACE = frozenset({"in", "against"})
"""Roles of "in" and "at"."""
_STATES = frozenset({"polity", "organization"})
_OF_COMPANY = frozenset({"with", "by"})


def definite(row: WordRow, i: int) -> bool:
    """True for a noun with an article of its own: «الاستقبال» (al-istiqbāl, "the reception").

    «التزام» (iltizām, "commitment") only begins like one: what is left without it is no word.
    """
    article, norm = row.pack.article, row.norm(i)
    if not article or not norm.startswith(article) or len(norm) <= _SHORT:
        return False
    lexicon = row.pack.lexicon
    return not row.readings[i] or bool(lexicon.analyses(norm[len(article) :]))


def own_country(row: WordRow, k: int, i: int) -> tuple[Actor, ...]:
    """The speaker's state at `k`, right by its verb at `i`: «إن البلاد ستدعم كينيا».

    (inna l-bilād sa-tadʿam Kīniyā, "that the country will support Kenya".)
    """
    node = row.nodes[k]
    between = range(min(k, i) + 1, max(k, i))
    named = node.letter == "x" and row.norm(k) in row.pack.discourse["homeland"]
    if not named or any(row.nodes[j].letter != "T" and not row._particle(j) for j in between):
        return ()
    return (Actor("own", node.first, node.last),)


def first_name(row: WordRow, j: int) -> bool:
    """True for a word that nobody knows right before a name: «سلمى | زاهد» (Salmā Zāhid)."""
    if row.nodes[j].letter != "x" or j + 1 >= len(row.nodes) or row.readings[j]:
        return False
    behind, word = row.nodes[j + 1], row.norm(j)
    named = any(a.kind == "person" and a.name and a.first == behind.first for a in behind.actors)
    unknown = row.pack.lexicon.part_of_speech(word) is None and not row.preposition(j)
    return named and unknown and not definite(row, j)


def own_undergoes(row: WordRow, i: int) -> tuple[Actor, ...]:
    """The speaker's state right behind what it undergoes: «تعرضت البلاد لهجوم» (l-hujūm)."""
    undergone = any(fold(a.lemma) in row.pack.discourse["undergoing"] for a in row.readings[i])
    return own_country(row, i + 1, i) if undergone and i + 1 < len(row.nodes) else ()


def before_brackets(row: WordRow, j: int) -> int:
    """The node before the brackets ending at `j`, else `j`: "the minister (Liberals) urged"."""
    if j < 0 or row.nodes[j].letter != ")":
        return j
    return next((k - 1 for k in range(j - 1, 0, -1) if row.nodes[k].letter == "("), j)


def tells_of_plain(row: WordRow, i: int) -> bool:
    """True for a verb that tells of a noun without article, before an actor: «دولا تدعم كينيا».

    (duwalan tadʿam Kīniyā, "states that support Kenya", hardly "Kenya supports states".)
    """
    told = row.nodes[i + 1 : i + 2]
    if not told or not told[0].actors or told[0].actors[0].kind not in _STATES:
        return False
    k, part = i - 1, row.pack.lexicon.part_of_speech
    while k > 0 and row.nodes[k].letter == "x" and part(row.norm(k)) == "adj":
        k -= 1
    word = row.norm(k)
    plain = row.nodes[k].letter in "xB" and part(word) in (None, "noun", "adj")
    article = row.pack.article
    return (
        plain
        and not (article and word.startswith(article))
        and not (row.finite(k) or row.preposition(k) or row._particle(k))
    )


def of_led(row: WordRow, k: int) -> bool:
    """True for whom a led-in noun owns: «في مواجهة روسيا» (fī muwājahati Rūsiyā)."""
    noun, article = row.norm(k - 1), row.pack.article
    owned = row.nodes[k - 1].letter == "x" and not row.finite(k - 1) and bool(article)
    return owned and not noun.startswith(article) and row.preposition(k - 2) is not None


def behind_phrase(row: WordRow, i: int, j: int) -> bool:
    """True where a whole phrase stands between the verb at `i` and the actor at `j`, its object.

    «التقى الوزير خلال الزيارة نظيره» (iltaqā l-wazīr khilāla z-ziyāra naẓīrahu, "the minister met
    during the visit his counterpart"). A noun without article would own the actor, and a state may
    be what the noun before it names: «الجارة الجزائر» (al-jāra l-Jazāʾir, "the neighbour Algeria").
    """
    actor = row.nodes[j].actors[0]
    office = actor.kind in ("person", "role") and (actor.office or actor.peer)
    state = actor.kind in ("polity", "organization") and row.norm(j - 1) not in _names(row)
    if not (office or (state and row.nodes[j - 1].letter == "x")) or not closes(row, j - 1):
        return False
    for k in range(j - 1, max(i, j - _LONGEST), -1):
        element = row.nodes[k].element
        aside = element is not None and any(e.id == "sidelines" for e in element.entries)
        if aside or row.preposition(k) is not None:
            return k > i + 1
        if row.nodes[k].letter not in "xDFYTp" or row.finite(k):
            return False
    return False


def heads_object(row: WordRow, i: int, j: int) -> bool:
    """True where plain nouns lead from the verb or its subject to the actor at `j`.

    «حث الوزير البلد الجار باكستان» (ḥaththa l-wazīru l-balada l-jāra Bākistān, "the minister
    urged the neighbouring country Pakistan").
    """
    for k in range(j - 1, i, -1):
        node = row.nodes[k]
        if node.letter == "D":
            continue
        if node.letter in "a,T":
            return k < j - 1
        verbs = any(a.finite or a.tense == "verbal-noun" for a in row.readings[k])
        if node.letter != "x" or verbs or row.norm(k) in row.pack.discourse["bond"]:
            return False
    return False


def joined_to_plain(row: WordRow, i: int, j: int) -> bool:
    """True for an actor that "and" joins to an object that is nobody's name.

    «دعا الوزير المجتمع الدولي وكندا إلى» (daʿā l-wazīru l-mujtamaʿa d-duwaliyya wa-Kanadā ilā, "the
    minister called on the international community and Canada to").
    """
    k = j - 2
    if row.pack.subject_first or row.nodes[j - 1].letter != "&" or row.finite(j + 1):
        return False
    while k > i and row.nodes[k].letter == "x" and not (row.preposition(k) or row.finite(k)):
        k -= 1
    return k < j - 2 and (k == i or row.nodes[k].letter in "aT")


def closes(row: WordRow, k: int) -> bool:
    """True where the noun phrase that ends at a node owns nobody who follows."""
    letter = row.nodes[k].letter
    return letter in "DFY" or (letter == "x" and definite(row, k) and not row.finite(k))


def _names(row: WordRow) -> frozenset[str]:
    """Words that the name of a state or town follows: "the capital", "the neighbour"."""
    return row.pack.discourse["named"] | row.pack.classes["capital"]


def is_met(row: WordRow, i: int, j: int, end: int) -> bool:
    """True where the list of actors from `j` to `end` behind a verb is not its subject.

    Verbs of meeting act on somebody, so who stands alone behind one was met by whom the story tells
    of: «كما التقى الرئيس الإيراني» (kamā ltaqā r-raʾīsa
    l-īrānī, "he also met the Iranian president").
    """
    lemmas = {fold(a.lemma) for a in row.readings[i] if a.finite and a.voice != "passive"}
    if not lemmas or not lemmas <= row.pack.discourse["meeting"]:
        return False
    told = row.nodes[j].actors[0]
    first = i + 1
    if row.preposition(first) == "of_topic" and row.nodes[first + 1].letter == "p":
        first += 2  # «زيارة التقى خلالها الرئيس» (iltaqā khilālahā r-raʾīs, "during which he met")
    if told.kind not in ("person", "role") or any(n.letter not in "xT" for n in row.nodes[first:j]):
        return False
    return not _object_may_follow(row, end + 1)


def _object_may_follow(row: WordRow, start: int) -> bool:
    """True where nouns that no preposition leads in, or that end in an accusative, follow."""
    governed = False
    for k in range(start, len(row.nodes)):
        letter = row.nodes[k].letter
        if letter in ".;:tR" or (row.finite(k) and not governed):
            return False
        if letter == "&" and (row.finite(k + 1) or row.nodes[k + 1].letter == "t"):
            return False
        if row.preposition(k) is not None:
            if row.preposition(k) in _OF_COMPANY and row.nodes[k + 1].letter in "aBHK":
                return True
            governed = True
        elif letter in "T,()&":
            governed = governed and letter == "&"
        elif not governed or _opens(row, k):
            return True
    return False


def _opens(row: WordRow, k: int) -> bool:
    """True for a noun that goes on with no phrase before it: an accusative, or behind its end.

    So for somebody behind a town: «التقى في جنيف رئيس بيرو» (iltaqā fī Jinīf raʾīsa Bīrū).
    """
    if row.norm(k).endswith(row.pack.adverbial_endings):
        return True
    if row.nodes[k - 1].letter == "Y" and any(a.office for a in row.nodes[k].actors):
        return True
    whole = closes(row, k - 1) or row.nodes[k - 1].letter == "a"
    return whole and not closes(row, k)


def leads_on(row: WordRow, i: int, j: int) -> bool:
    """True where the noun with the pronoun at `j` has an object: «معارضته انضمام كندا».

    (muʿāraḍatahu nḍimāma Kanadā, "his opposition to Canada's accession".) So with a text: «أدانت
    فيه هجوم تشاد» (adānat fīhi hujūma Tshād, "in which it condemned Chad's attack").
    """
    if row.preposition(j - 1) == "in" and j - 2 == i:
        return True
    for k in range(j + 1, len(row.nodes)):
        if row.nodes[k].letter == "a":
            return True
        if row.nodes[k].letter != "x" or row.preposition(k) or row.finite(k):
            return False
    return False


def counts_its_subject(row: WordRow, i: int) -> bool:
    """True for a verb in the dual or plural, whose subject stands before it: «قرروا».

    A verb before its subject stays in the singular: «قال الوزراء» (qāla l-wuzarāʾ, "the
    ministers said").
    """
    numbers = {a.number for a in row.readings[i] if a.finite and a.person == 3}
    return bool(numbers) and "sg" not in numbers


def tells_where(row: WordRow, i: int) -> bool:
    """True for a verb behind "where", over the mark of the future: «حيث سيلتقي»."""
    k = i - 1
    while k > 0 and row.tokens[row.nodes[k].first].role == "future":
        k -= 1
    return k > 0 and row.norm(k) in row.pack.discourse["where"]


def past_place(row: WordRow, i: int, stop: int) -> int:
    """The person whom a phrase of place parts from the verb at `i`, `stop` where there is none.

    "The king received in Rabat on Monday the foreign minister of Senegal."
    """
    placed = False
    j = i + 1
    while j < stop:
        letter = row.nodes[j].letter
        if letter == "a":
            met = row.nodes[j].actors[0].kind in ("person", "role") and not row.nodes[j].owned
            return j if placed and met and not row.finite(j + 1) else stop
        if row.preposition(j) in _OF_PLACE and not placed:
            behind = _behind_place(row, j + 1, stop)
            placed, j = behind > j + 1, behind
            if not placed:
                return stop
        elif letter in "TA":
            j += 1
        else:
            return stop
    return stop


def _behind_place(row: WordRow, j: int, stop: int) -> int:
    """The node behind the place that is named or told at `j`: "Rabat", "the Royal Palace"."""
    end = min(stop, j + _FEW)
    while j < end and row.nodes[j].letter in "Apx":
        if row.finite(j) or row.preposition(j) is not None:
            return j
        j += 1
    if j >= stop:
        return j
    named = row.nodes[j]
    place = named.letter == "Y" or (named.letter == "a" and named.actors[0].kind == "polity")
    return j + 1 if place and row.preposition(j - 1) is not None else j


def only_described(row: WordRow, j: int) -> bool:
    """True for a phrase that only a demonym tells whose it is: "on Chadian oil exports"."""
    while j < len(row.nodes) - 1 and row.nodes[j].letter == "A":
        j += 1
    return row.pack.subject_first and j < len(row.nodes) and row.nodes[j].letter == "D"


def wished_of(row: WordRow, i: int) -> int:
    """The node right behind the first verb that a verb of wishing governs, else that of the wish.

    «تأمل كينيا أن تفتح الصومال الحدود» (taʾmul Kīniyā an taftaḥa ṣ-Ṣūmāl, "hopes that Somalia will
    open"): Somalia.
    """
    for j in range(i + 1, min(i + _LONGEST + 2, len(row.nodes) - 2)):
        if row.norm(j) in row.pack.factuality["infinitive"]:
            told = any(a.finite for a in row.readings[j + 1])
            return j + 2 if told and not counts_its_subject(row, j + 1) else i
    return i


def said_with(row: WordRow, i: int) -> int:
    """The noun that takes "that" behind the verb at `i`: "voiced the hope that", else `i`.

    So the participle behind a verb of being: "was upset that".
    """
    is_so = any(a.lemma in row.pack.discourse["copula"] for a in row.readings[i])
    for j in range(i + 1, min(i + _FEW, len(row.nodes) - 1)):
        other_verb = row.finite(j) and not is_so
        if row.nodes[j].letter not in "xAp" or other_verb or row.preposition(j):
            return i
        if row.nodes[j + 1].letter == "t":
            return j
    return i


def told_aside(row: WordRow, j: int, i: int) -> bool:
    """True for a verb at `j` that only tells of what another does: "praised the role Chad plays".

    The one at `i`, behind "and", goes on with whoever acted before: "... and thanked".
    """
    before, here = ({a.tense for a in row.readings[k] if a.finite} for k in (j, i))
    saying = row.pack.factuality["saying"]
    if here != {"past"} or any(a.lemma in saying for a in row.readings[j]):
        return False
    return before == {"present"} or _speaks_on(row, j, i)


def _speaks_on(row: WordRow, j: int, i: int) -> bool:
    """True where the verb at `i` goes on with what somebody says, behind one told in his words.

    "Said that Chad and Mali were close to war and | urged both to talk": it is he who urged.
    """
    speech = row.pack.discourse["talk"] | row.pack.discourse["blaming"]
    saying = row.pack.factuality["saying"]
    if any(a.lemma in speech | saying for a in row.readings[j]):
        return False
    if all(a.lemma not in speech for a in row.readings[i]):
        return False
    for k in range(j - 1, -1, -1):
        if row.nodes[k].letter in '.;:"R':
            return False
        if row.finite(k):
            return any(a.lemma in saying for a in row.readings[k])
    return False


def bare(row: WordRow, i: int) -> bool:
    """True for a verb that tells what somebody is to do: "insists that Chad | pay", not "pays"."""
    tenses = {a.tense for a in row.readings[i]} if i < len(row.readings) else set()
    return "infinitive" in tenses and "past" not in tenses


def written_alike(node: Node) -> bool:
    """True for a state written like its demonym: «محادثات أردنية سورية» (urduniyya sūriyya)."""
    meanings = node.element.entries if node.actors and node.element else ()
    return any(e.form_class == "adjective" for e in meanings)


def like_adjective(row: WordRow, j: int) -> tuple[Actor, ...]:
    """The state at a node, over adjectives, that describes the noun behind: "US economic aid"."""
    part = row.pack.lexicon.part_of_speech
    while j > 0 and row.nodes[j].letter == "x" and part(row.norm(j)) == "adj":
        j -= 1
    node = row.nodes[j] if j >= 0 and row.pack.subject_first else None
    if node is None or node.letter != "a" or node.owned or len(node.actors) > 1:
        return ()
    state = node.actors[0].kind in ("polity", "organization")
    return node.actors if state and written_alike(node) else ()


def done_by(row: WordRow, j: int) -> bool:
    """True for a participle of what was done to a thing: "a spill | caused by storms, pledging"."""
    past = all(a.tense in ("past", "passive-participle") for a in row.readings[j])
    plain = j > 0 and row.nodes[j - 1].letter in "xaY" and not row.readings[j - 1]
    return past and plain and row.norm(j + 1) in row.pack.agent


def describes_ahead(row: WordRow, i: int) -> bool:
    """True for a participle between a preposition and its noun: "envoy on | occupied lands"."""
    if row.norm(i) in row.pack.discourse["risen"] and i + 1 < len(row.nodes):
        return any(a.kind == "group" for a in row.nodes[i + 1].actors)  # "| striking miners"
    if i < 1 or row.preposition(i - 1) is None or not row.pack.subject_first:
        return False
    if i + 1 >= len(row.nodes) or row.preposition(i + 1) or row.nodes[i + 1].letter not in "aDHNx":
        return False
    return bool(row.readings[i]) and all(
        a.tense in ("past", "passive-participle") for a in row.readings[i]
    )
