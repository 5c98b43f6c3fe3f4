"""Whose a trip is that only its goal names: "calls off Kenya trip", "spoke during Kenya visit"."""

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.means import guests

_GROUP = 3
"""In how many nodes before it stand the parts of a verb: "has also taken"."""
_PEOPLE = frozenset({"person", "role"})


def goer(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Who goes on the trip of the noun at `i`, that nobody owns.

    Right behind its goal: he begins or calls it off, does something during it, or is told to be on
    it: "on Chad visit, X pledges jets", "X, on Chad visit, pledges". Whom he condemns
    for it, and whom he meets before it, may be somebody else's guests. Without a goal: whoever is
    received for it, "will host the Kenyan president during a state visit".
    """
    named = i > 0 and bare_goal(clause, i - 1)
    j = i - named
    while j > 0 and clause.nodes[j - 1].letter in "AxMDHBT" and not _breaks(clause, j - 1):
        j -= 1
    verb = j - 1
    led = verb >= 0 and _leads_in(clause, verb)
    if not named:
        verb = _told_before(clause, verb) if led else -1
        found = guests(clause, verb) if verb >= 0 else ()
    elif led:
        found = _during(clause, verb, i)
    else:
        begun = verb >= 0 and clause.meanings(verb) & _undertaking(clause)
        found = clause.subject(verb) if begun else ()
    return found if found and all(a.kind in _PEOPLE for a in found) else ()


def _during(clause: Clause, j: int, i: int) -> tuple[Actor, ...]:
    """Who does something on the trip of the noun at `i`, or is on it, led in at `j`."""
    if j > 1 and clause.nodes[j - 1].letter == "," and clause.nodes[j - 2].letter == "a":
        return clause.group(j - 2)
    verb = _done_during(clause, j)
    if verb >= 0:
        return clause.subject(verb)
    if _first_word(clause, j) not in _setting(clause):
        return ()
    return clause.subject_behind_comma(i) or (clause.group(0) if j == 1 else ())


def touring(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whose tour the verb at `i` tells of: "his tour will take him on to", "a trip that includes".

    Whose it is no word tells is whoever is taken along, or spoken of.
    """
    trips, j = clause.pack.discourse["trips"], i - 1
    while j > 0 and clause.norm(j) not in trips:
        other = clause.finite(j) and i - j > _GROUP
        if other or clause.nodes[j].letter not in "xtR,T" or clause.preposition(j):
            return ()
        j -= 1
    if j < 0 or clause.norm(j) not in trips:
        return ()
    node, behind = clause.nodes[j], clause.nodes[i + 1 : i + 2]
    if behind and any(a.kind in _PEOPLE for a in behind[0].actors):
        return behind[0].actors
    return clause.owner(j) or (Actor("pronoun", node.first, node.last),)


def guest(clause: Clause, i: int) -> tuple[Actor, ...]:
    """Whoever does what the verb at `i` says, if he is called visiting: "visiting envoy said"."""
    found = clause.subject(i)
    return found if found and all(a.visiting for a in found) else ()


def venue(clause: Clause, i: int) -> tuple[Actor, ...]:
    """The state in which somebody from one other side holds talks: "held talks in Egypt on aid".

    Whoever talks with somebody, and both of two sides that talk, are not said to meet their hosts.
    Nor do people meet those of a town where all the world does.
    """
    doers = clause.subject(i)
    one = len({a.side for a in doers}) == 1 and all(a.kind in _PEOPLE for a in doers)
    if not one or any(a.plural for a in doers):
        return ()
    forms = [a.number for a in clause.readings[i] if a.tense == "present"]
    if forms and "sg" not in forms:  # "Ruiz, Omani FM | hold talks in Suva"
        return ()
    stop = clause.ends(i)
    j = next((k for k in range(i + 2, stop) if clause.preposition(k) == "in"), 0)
    far = [clause.preposition(k) for k in range(i + 1, stop)]
    near = [clause.preposition(k) for k in range(i + 1, min(j + 4, stop))]
    if "with" in far or "by" in far or "between" in near:
        return ()
    node = clause.nodes[min(j + 1, len(clause.nodes) - 1)]
    neutral = clause.norms[node.first : node.last]
    if not j or " ".join(neutral) in clause.pack.discourse["neutral"] or node.owned:
        return ()
    state = node.letter == "a" and node.actors[0].kind == "polity" and not node.actors[0].plural
    return node.actors if state else ()


def bare_goal(clause: Clause, j: int) -> bool:
    """True for a state or a town right before the noun of a trip, with nothing that leads it in."""
    if not clause.pack.subject_first or clause.preposition(j):
        return False
    node = clause.nodes[j]
    if node.letter == "Y":
        return True
    return node.letter == "a" and node.actors[0].kind == "polity" and not node.owned


def _breaks(clause: Clause, j: int) -> bool:
    return _leads_in(clause, j) or bool(clause.meanings(j) & _undertaking(clause))


def _leads_in(clause: Clause, j: int) -> bool:
    """True for a preposition, also in front of how long a trip is: "during a two-day" visit."""
    return bool(clause.preposition(j)) or _first_word(clause, j) in _setting(clause)


def _first_word(clause: Clause, j: int) -> str:
    return clause.norms[clause.nodes[j].first]


def _undertaking(clause: Clause) -> frozenset[str]:
    return clause.pack.discourse["undertaking"] | clause.pack.factuality["cancelled"]


def _setting(clause: Clause) -> frozenset[str]:
    return clause.pack.factuality["setting"] | clause.pack.discourse["on_trip"]


def _done_during(clause: Clause, j: int) -> int:
    """The verb of what is done on a trip that a preposition at `j` leads in, or -1.

    So "at the end of", whose noun the trip ends: "sees progress at end of Kenya visit".
    """
    if clause.preposition(j) == "of" and clause.norm(j - 1) in clause.pack.discourse["ending"]:
        j -= 1
        while j > 0 and not clause.preposition(j):
            j -= 1
    elif _first_word(clause, j) not in _setting(clause):
        return -1
    return _told_before(clause, j)


def _told_before(clause: Clause, j: int) -> int:
    """The nearest verb before a node, or -1."""
    verbs = (k for k in range(j - 1, -1, -1) if clause.finite(k) or clause.after_infinitive(k))
    return next(verbs, -1)
