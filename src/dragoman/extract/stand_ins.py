"""Whom a pronoun that is a verb's object means: "met the Kenyan president and thanked him"."""

from collections.abc import Collection, Iterator

from dragoman.extract.actors import Actor, Node
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit

_SAID_TO_HIM = frozenset({"AGREE", "REQUEST", "SUPPORT"})
"""Types of acts of words that somebody does to whom he meets."""
_FAR = 30
_PHRASE = 4
"""How many words behind an owner pronoun its noun may end."""
_PEOPLE = frozenset({"person", "role"})
_STATES = frozenset({"polity", "organization"})


def stood_for(
    clause: Clause, hit: Hit, discourse: Discourse, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whom the pronoun right behind a verb means, but for the `doers`; else nobody.

    "Hosting it" is no contact with anybody.
    """
    if not clause.pack.subject_first:
        return _received(clause, hit, discourse, doers)
    found = _stood_for(clause, hit.node, discourse, doers)
    contact = hit.rule.engagement is not None
    return () if contact and any(a.kind not in _PEOPLE for a in found) else found


def _stood_for(
    clause: Clause, i: int, discourse: Discourse, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whom the pronoun right behind the verb at `i` means where pronouns are words.

    One person: the only other one told of before in the sentence, else whoever the doer is told
    to be in contact with. Several, or a state: whom the verb before acts on ("arrested two Syrians
    and accused them").
    """
    if i + 1 >= len(clause.nodes) or clause.nodes[i + 1].letter == "a":
        return ()
    word, told = clause.norm(i + 1), clause.pack.discourse
    if word in told["stand_in.person"]:
        owns = clause.nodes[i + 1].letter == "p" and not _ends_phrase(clause, i + 1)
        return () if owns else _person(clause, i, discourse, doers)
    many = word in told["stand_in.many"]
    if not (many or word in told["stand_in.state"]) or not _ends_phrase(clause, i + 1):
        return ()
    found = acted_on_before(clause, i)
    if many:
        fits = len(found) > 1 or any(a.plural or a.kind == "group" for a in found)
    else:
        fits = len(found) == 1 and found[0].kind in _STATES and not found[0].plural
    return found if fits else ()


def _received(
    clause: Clause, hit: Hit, discourse: Discourse, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whom the pronoun on a verb means: «واستقبله الملك» (wa-staqbalahu l-malik, "received him").

    Whoever was told of before, where the verb tells of a contact; else only whom the doer has just
    met: «التقى نظيره. ودعاه إلى» (iltaqā naẓīrahu. Wa-daʿāhu ilā, "he met his counterpart. He
    invited him to").
    """
    i, told = hit.node, clause.pack.discourse
    acts = clause.finite(i) or clause.after_infinitive(i)
    if not acts or clause.relative(i) or not doers or i + 1 >= len(clause.nodes):
        return ()
    if clause.nodes[i + 1].letter != "p" or clause.norm(i + 1) not in told["stand_in.person"]:
        return ()
    if hit.rule.engagement not in (None, "visit"):
        return _person(clause, i, discourse, doers)
    return _just_met(discourse, doers) if hit.rule.act in _SAID_TO_HIM else ()


def turned_to(
    clause: Clause, hit: Hit, discourse: Discourse, slot: str, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    """Whom "to him" right behind a verb means: «ووجه إليه دعوة» (wa-wajjaha ilayhi daʿwa).

    ("He extended an invitation to him", whom he has just met.)
    """
    p = hit.node + 2
    told = hit.rule.act in _SAID_TO_HIM or hit.rule.outcome == "invitation"
    if clause.pack.subject_first or not told or not doers or p >= len(clause.nodes):
        return ()
    him = clause.nodes[p].letter == "p"
    him = him and clause.norm(p) in clause.pack.discourse["stand_in.person"]
    led = clause.preposition(p - 1) == slot and clause.finite(hit.node)
    return _just_met(discourse, doers) if him and led else ()


def _just_met(discourse: Discourse, doers: Collection[str | None]) -> tuple[Actor, ...]:
    """The one person whom the doer is told to have just been in contact with."""
    met = [a for a in discourse.recent_pair if a.side not in doers]
    return tuple(met) if len(met) == 1 and met[0].kind in _PEOPLE else ()


def owner_praised(
    clause: Clause, hit: Hit, j: int, discourse: Discourse, doers: Collection[str | None]
) -> tuple[Actor, ...] | None:
    """Whose the praised thing is that an owner pronoun at `j` tells of.

    "Met the envoy and hailed her work": nobody praises his own, so it is whom the sentence, or the
    contact being told, has besides the doers. None where it may be both's: "hailed its ties".
    """
    told, word, thing = clause.pack.discourse, clause.norm(j), clause.norms[clause.nodes[j].last :]
    behind = hit.rule.act == "SUPPORT" and not hit.passive and j == hit.node + 1
    both = {*told["shared"], *told["bond"]} & {*thing[:_PHRASE]}
    if not behind or both or hit.rule.objects or not clause.finite(hit.node):
        return None
    if word not in clause.pack.classes["owner_pronoun.state"]:
        return _person(clause, hit.node, discourse, doers)
    found = acted_on_before(clause, hit.node)
    return found or discourse.others(s for s in doers if s) or _other_state(clause, hit.node, doers)


def _other_state(clause: Clause, i: int, doers: Collection[str | None]) -> tuple[Actor, ...]:
    """The one other state told of before a verb: "would not let Mali join but backed | its bid"."""
    told = [n.actors[0] for n in clause.nodes[:i] if n.letter == "a" and n.actors[0].side]
    states = [a for a in told if a.kind == "polity" and not a.plural and a.side not in doers]
    return (states[-1],) if len({a.side for a in states}) == 1 else ()


def _ends_phrase(clause: Clause, j: int) -> bool:
    """True where neither a noun nor a verb follows: "thanked her for", not "thanked her hosts"."""
    if j + 1 >= len(clause.nodes):
        return True
    closes = clause.nodes[j + 1].letter in '.,;:&"t'
    return closes or clause.preposition(j + 1) is not None or clause.to_do(j + 1)


def _person(
    clause: Clause, i: int, discourse: Discourse, doers: Collection[str | None]
) -> tuple[Actor, ...]:
    doing = {node.first for node in _people(clause, i) if _does(clause, node, i)}
    others = [n.actors[0] for n in _people(clause, i) if n.first not in doing]
    if not others:
        met = discourse.others(s for s in doers if s)
        if not met and not clause.pack.subject_first and (last := discourse.speaker):
            met = (last,) if last.side not in {None, *doers} else ()
        return met if all(a.kind in _PEOPLE for a in met) else ()
    meant = [discourse.resolve(actor) for actor in others]
    sides = {one.side for found in meant for one in found} if all(meant) else set()
    if len(sides) != 1 or sides & set(doers):
        return ()
    return (others[-1],)


def _people(clause: Clause, i: int) -> Iterator[Node]:
    """Nodes of single persons before the verb at `i`."""
    for node in clause.nodes[:i]:
        if node.letter == "a" and len(node.actors) == 1 and node.actors[0].kind in _PEOPLE:
            yield node


def _does(clause: Clause, node: Node, i: int) -> bool:
    return any(node.first <= a.first < node.last for a in clause.subject(i))


def acted_on_before(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whom the last verb before the one at `i` acts on: "condemned Chad", "cut ties with Chad"."""
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if clause.nodes[k].letter in ".;:":
            return ()
        if clause.finite(k):
            return clause.object(k) or _only_state(clause, k, i)
    return ()


def _only_state(clause: Clause, k: int, i: int) -> tuple[Actor, ...]:
    """The one state that a preposition leads in between two verbs: "cut ties with Chad and"."""
    doing = {a.first for a in clause.subject(k)}
    led = [n for n in clause.nodes[k + 1 : i] if n.letter == "a" and n.first not in doing]
    one = len(led) == 1 and len(led[0].actors) == 1 and led[0].actors[0].kind in _STATES
    return led[0].actors if one else ()
