"""Whom a contact brought together and whom a tour takes in, where a verb behind tells it."""

from dragoman.extract import asides
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit

_NEAR, _FAR = 5, 9
_DESCRIBED = 3
_COMPANY = ("by", "with", "from")
_PEOPLE = frozenset({"person", "role"})
_STATES = frozenset({"name", "state"})


def together(clause: Clause, hit: Hit) -> tuple[Actor, ...]:
    """Those whom the contact that a noun tells brought together, or whose it was.

    «الاجتماع الذي عقد بين» (al-ijtimāʿ alladhī ʿuqida bayna, "the meeting that was held between"),
    «لقاء يجمع الوزير بنظيره» (liqāʾ yajmaʿu l-wazīra bi-naẓīrihi, "a meeting that brings the
    minister together with his counterpart"), «مباحثات لوزير الدفاع» (mubāḥathāt li-wazīri d-difāʿ,
    "talks of the minister of defence").
    """
    i = hit.node
    found = clause.between(i)
    if found or clause.pack.subject_first or not hit.rule.engagement:
        return found
    k = _verb_behind(clause, i, "held")
    if k is None:
        return _led_in(clause, i)
    met = clause.between(k)
    if not met and (first := clause.object(k) or clause.subject(k)):
        led = next(filter(None, (clause.behind(k, role) for role in _COMPANY)), ())
        met = first + tuple(a for a in led if a not in first)
    return met if len({a.side or a.name for a in met}) > 1 else ()


def covered(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom a tour told at `i` takes in: «جولة تشمل كينيا وغانا» (jawla tashmal Kīniyā wa-Ghānā)."""
    if clause.pack.subject_first:
        return ()
    k = _verb_behind(clause, i, "covering")
    if k is None:
        return ()
    found = clause.object(k) or clause.subject(k) or clause.behind(k, "to")
    return found if all(a.kind == "polity" for a in found) else ()


def _verb_behind(clause: Clause, i: int, words: str) -> int | None:
    """The first finite verb behind a node, where it is one of some words and tells of the noun.

    A noun with an article needs a relative pronoun; a verb behind it else has another subject.
    """
    told = clause.pack.discourse[words]
    far = _NEAR if words == "held" else _FAR
    described = words != "held" or not clause.definite(i)
    for k in range(i + 1, min(len(clause.nodes), i + far)):
        if clause.finite(k) or (described and words == "held" and _past_of_people(clause, k)):
            return k if described and clause.meanings(k) & told else None
        described = described or clause.nodes[k].letter == "R"
        if clause.nodes[k].letter in ("t;:&,a" if words == "held" else "t;:&,"):
            return None
    return None


def _past_of_people(clause: Clause, k: int) -> bool:
    """True for a past before people, though it may be read as a noun: «لقاء جمع وزير الدفاع».

    (liqāʾ jamaʿa wazīra d-difāʿ, "a meeting that brought together the defence minister".)
    """
    if k + 1 >= len(clause.nodes) or clause.nodes[k + 1].letter != "a":
        return False
    people = all(a.kind in _PEOPLE for a in clause.nodes[k + 1].actors)
    return people and any(a.tense == "past" for a in clause.readings[k])


def _led_in(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whose the contact is behind «ل» (li-), where a certain person is told of.

    So behind adjectives: «الزيارة الرسمية للرئيس» (az-ziyāra r-rasmiyya li-r-raʾīs).
    «أول زيارة لرئيس أوروبي» (awwal ziyāra li-raʾīs ūrubbī) is "the first visit of a European
    president", whoever pays it.
    """
    at = _led_in_at(clause, i)
    if at is None:
        return ()
    found = clause.group(at, leftward=False) if clause.nodes[at].letter == "a" else ()
    known = all(a.kind in _PEOPLE and (a.name or _certain(clause, a)) for a in found)
    return found if found and known else ()


def _led_in_at(clause: Clause, i: int) -> int | None:
    """The node behind the "to" that follows a noun and its adjectives."""
    at = i + 1
    while at < i + _DESCRIBED and at < len(clause.nodes) - 1 and _adjective(clause, at):
        at += 1
    led = at + 1 < len(clause.nodes) and clause.preposition(at) == "to"
    return at + 1 if led else None


def _certain(clause: Clause, actor: Actor) -> bool:
    """True for an office with an article, or of a state named: «وزير خارجية كوبا»."""
    article = clause.pack.article
    if any(n.startswith(article) for n in clause.norms[actor.first : actor.last]):
        return True
    named = clause.pack.gazetteer.longest(clause.tokens, actor.last - 1)
    return named is not None and any(e.form_class in _STATES for e in named.entries)


def goal(clause: Clause, hit: Hit, role: str) -> tuple[Actor, ...]:
    """Where a visit goes whose visitor the first "to" leads in.

    «زيارة لوزير خارجية كوبا إلى غانا» (ziyāra li-wazīr khārijiyyat Kūbā ilā Ghānā, "a visit of
    Cuba's foreign minister to Ghana").
    """
    at = _led_in_at(clause, hit.node)
    visits = hit.rule.engagement == "visit" and hit.nominal and not clause.pack.subject_first
    if role != "to" or not visits or at is None or not _led_in(clause, hit.node):
        return ()
    return clause.behind(at, role)


def _adjective(clause: Clause, k: int) -> bool:
    """True for a plain word that may describe the noun before it."""
    return clause.nodes[k].letter == "x" and not clause.finite(k) and not clause.preposition(k)


def visited(clause: Clause, hit: Hit) -> tuple[Actor, ...]:
    """Whom a tour takes in, or the state that owns its visit: «زيارة إيطاليا»."""
    if hit.rule.engagement != "visit" or clause.pack.subject_first:
        return ()
    if (found := covered(clause, hit.node)) or not hit.nominal:
        return found
    found = clause.owner(hit.node)
    return found if all(a.kind == "polity" and not a.plural for a in found) else ()


def all_told(clause: Clause, hit: Hit) -> bool:
    """True for what several do to each other, or whose sides "between" tells.

    "They vowed to consult each other", "the summit between Chad and Mali".
    """
    if asides.to_each_other(clause, hit.node):
        return True
    joint = hit.rule.joint and hit.rule.source[:1] == ("between",)
    return joint and bool(clause.between(hit.node))


def told_alone(hit: Hit, slot: str, own: bool, sides: int) -> bool:
    """True where nobody told of before has a part: in praise of one's own, in a pact of several.

    "Chad and Mali reached a deal" takes in no third.
    """
    among = sides > 1 and (hit.rule.joint or hit.rule.act == "AGREE")
    return slot in ("other", "pair") and (own or among)
