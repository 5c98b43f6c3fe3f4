"""Sides that the words around give to people who are told of without their own."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, ActorKind, Node
from dragoman.extract.appositions import name_posts, workplace
from dragoman.extract.members import named_members
from dragoman.extract.organs import opening_state, with_organs
from dragoman.lang.pack import LanguagePack

_VOICES = frozenset({"spokesperson", "official"})
_PHRASE = 6
"""How many nodes a polity may stand before the title that it belongs to."""
_BETWEEN = "xoBMN"
"""Letters of the nouns that may stand between them."""

_OFFICIAL = frozenset({"GOV", "JUD", "LEG"})
"""Sectors of those who hold office where they are."""


def lend_sides(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> list[Node]:
    """Gives people with an office but no side that of the polity or body told beside them.

    "US House of Representatives speaker X", "a Thai delegation led by Deputy Premier X", "senior
    officials in Italy".
    """
    nodes = name_posts(pack, tokens, nodes) if pack.subject_first else nodes
    nodes = with_organs(pack, tokens, nodes)
    lent = list(nodes)
    for i, node in enumerate(nodes):
        actor = node.actors[0] if len(node.actors) == 1 else None
        if actor is None or actor.side or actor.kind == "pronoun":
            continue
        if (owner := _whose(pack, tokens, nodes, i)) is not None:
            kind: ActorKind = "body" if actor.kind == "group" else actor.kind
            lent[i] = replace(node, actors=(replace(actor, kind=kind, side=owner),))
        if owner is not None or not (actor.office or actor.peer):
            continue
        side = (
            _seat(actor, nodes, i) or workplace(actor, nodes, i) or _opening(pack, tokens, nodes, i)
        )
        side = side or _turned_to(pack, nodes, i) or _only_owner(pack, actor, nodes, i)
        beside = nodes[max(0, i - 1) : i] if pack.subject_first else nodes[i + 1 : i + 2]
        theirs = actor.theirs or any(n.letter == "p" for n in beside)
        loose = actor.plural and side is None and _of_any(pack, tokens, nodes, i)
        if side is not None or theirs or loose:
            told = replace(actor, side=side, theirs=theirs, loose=loose)
            lent[i] = replace(node, actors=(told,))
    return list(named_members(_listed(pack, tokens, lent))) if pack.subject_first else lent


def _whose(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int
) -> str | None:
    """The side of whom "whose" means: "Chad, whose | president"."""
    if not i or tokens[nodes[i - 1].first].norm not in pack.discourse["owning"]:
        return None
    j = i - 2 - (i > 1 and nodes[i - 2].letter == ",")
    return nodes[j].actors[-1].side if j >= 0 and nodes[j].actors else None


def _only_owner(pack: LanguagePack, actor: Actor, nodes: Sequence[Node], i: int) -> str | None:
    """The side of all named before "its" or "his", if it is one: "Chad said its | president".

    Where "he" stands before, or somebody else whose side is not told, the pronoun may mean him.
    """
    if not pack.subject_first or actor.peer or actor.plural or not i or nodes[i - 1].letter != "p":
        return None
    told = [a for n in nodes[: i - 1] for a in n.actors if a.kind not in ("group", "own")]
    sides = {None if a.kind == "organization" else a.side for a in told}
    return sides.pop() if len(sides) == 1 else None


def _turned_to(pack: LanguagePack, nodes: Sequence[Node], i: int) -> str | None:
    """The state that a sentence turns to before it tells of its officials: «وفي كندا، أعلن الوزير».

    (wa-fī Kanadā, aʿlana l-wazīr, "and in Canada, the minister announced"; in a capital there may
    be guests, but whoever speaks there without a name is of the place: "In Kampala, a government
    spokesman said".)
    """
    actor = nodes[i].actors[0]
    if actor.office in _VOICES and not actor.name and (side := opening_state(nodes, i)):
        return side
    opening = 1 if nodes[0].letter == "&" else 0
    letters = "".join(n.letter for n in nodes[opening : i + 1])
    if pack.subject_first or letters not in ("@a,xa", "@axa"):
        return None
    place = nodes[opening + 1].actors[0]
    country = place.kind == "polity" and not place.place and not place.plural
    return place.side if country and actor.office else None


def _of_any(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> bool:
    """True for people of any side: "a meeting of | ministers", not "of the ministers"."""
    first = tokens[nodes[i].first].norm
    led = i > 0 and tokens[nodes[i - 1].first].norm in pack.classes["of"]
    return pack.subject_first and led and first not in pack.classes["article"]


def _listed(pack: LanguagePack, tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """Nodes with the comma of a headline as "and": "Ruto, Goita hold talks", "Ruto, Goita to meet".

    Behind one who is only described the verb has an ending: "Ruto, Kenya's president, holds".
    """
    last = 0
    while "".join(n.letter for n in nodes[last + 1 : last + 3]) == ",a":
        last += 2
    if not last or len(nodes) < last + 3 or nodes[0].letter != "a":
        return nodes
    verb = tokens[nodes[last + 1 + (nodes[last + 1].letter == ">")].first].norm
    bare = {a.tense for a in pack.lexicon.analyses(verb)} == {"present", "infinitive"}
    listed = nodes[: last + 1 : 2]
    lone = all(len(n.actors) == 1 and not n.owned for n in listed)
    if not (bare and lone) or len({n.actors[0].kind for n in listed}) > 1:
        return nodes
    return [*nodes[: last - 1], replace(nodes[last - 1], letter="&"), *nodes[last:]]


def _opening(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int
) -> str | None:
    """The side of the polity or body that opens the phrase of the node at `i`."""
    for j in range(i - 1, max(-1, i - _PHRASE), -1):
        before = nodes[j]
        if before.letter == "a" and before.actors[0].side:
            told = before.actors[0]
            if j == i - 1 and tokens[nodes[i].first].norm in pack.classes["article"]:
                return None  # "behind the meeting in Paris the minister left"
            return told.side if told.kind in ("polity", "body") else None
        word = tokens[before.first].norm
        titled = before.letter == "a" and before.actors[0].kind == "role"
        if titled or _leads(pack, tokens, nodes, j):
            continue
        verb = pack.lexicon.is_form(word) and not tokens[before.first].capital
        if verb or before.letter not in _BETWEEN:
            return None
    return None


def _leads(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], j: int) -> bool:
    """True for "led" and "by" between a delegation and its head, who share their side."""
    led = pack.classes["led"]
    word = tokens[nodes[j].first].norm
    before = tokens[nodes[j - 1].first].norm if j else ""
    return word in led or (word in pack.agent and before in led)


def _seat(actor: Actor, nodes: Sequence[Node], i: int) -> str | None:
    """Where officials told of together hold office: "senior officials in Italy"."""
    if not actor.plural or actor.kind != "role" or actor.sector not in _OFFICIAL:
        return None
    if i + 2 >= len(nodes) or nodes[i + 1].letter != "@" or nodes[i + 2].letter != "a":
        return None
    place = nodes[i + 2].actors[0]
    return place.side if place.kind == "polity" else None
