"""People told with a post in a body that no table lists: "X, chairman of the Malian Council"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.core.document import Token
from dragoman.extract.actors import Actor, Node
from dragoman.lang.pack import LanguagePack

_LONGEST = 22
"""How many nodes the name of a post may have."""
_WITHIN = "xoAaBMDNPG()&SLWU"
"""Letters of what a post and its body are called by."""
_STATES = frozenset({"polity", "body"})


def name_posts(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> list[Node]:
    """Nodes with people and their posts as one, of the side that the name of the body tells.

    "Issa Keita, vice-chairman of the Committee of the Malian People's Council, met",
    "Chairman of the Malian National Council Issa Keita", "met ASEAN Chair Prime Minister X".
    """
    kept: list[Node] = []
    i = 0
    while i < len(nodes):
        if (peer := _peer(nodes, i)) is not None:
            kept.append(peer)
            i += 3
            continue
        end = _chair(pack, tokens, nodes, i) or _before_name(pack, tokens, nodes, i)
        last = end > 0
        end = end or _behind_name(pack, tokens, nodes, i) or i + 1
        whole = nodes[i:end]
        if len(whole) == 1:
            kept.append(nodes[i])
        else:
            person = whole[-1 if last else 0].actors[0]
            side = person.side or _side(whole)
            told = replace(person, side=side, office=person.office or _office(pack, tokens, whole))
            kept.append(Node("a", whole[0].first, whole[-1].last, (told,)))
        i = end
    return kept


def _peer(nodes: Sequence[Node], i: int) -> Node | None:
    """A name with "his counterpart at" some body of a state behind it, as one."""
    if i + 2 >= len(nodes) or not _unknown(nodes[i]) or nodes[i + 1].letter != ",":
        return None
    other = nodes[i + 2]
    peer = other.actors[0] if len(other.actors) == 1 else None
    if peer is None or not peer.peer or peer.name or peer.side:
        return None
    side = workplace(peer, nodes, i + 2)
    name = nodes[i].actors[0]
    person = replace(name, side=side, peer=True, office=peer.office, title=peer.title)
    return Node("a", nodes[i].first, other.last, (person,)) if side else None


def _word(tokens: Sequence[Token], node: Node) -> str:
    return tokens[node.first].norm


def _post_at(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> int:
    """The node of the "of" behind a post that begins at a node, else 0."""
    for j in range(i, min(i + 4, len(nodes) - 1)):
        if nodes[j].letter not in "xMAO":
            return 0
        if _word(tokens, nodes[j]) in pack.discourse["posts"] and nodes[j + 1].letter == "o":
            return j + 1
    return 0


def _unknown(node: Node) -> bool:
    """True for a person of whom nothing but a name is told."""
    if node.letter != "a" or len(node.actors) != 1 or node.owned:
        return False
    actor = node.actors[0]
    return actor.kind == "person" and not (actor.side or actor.office)


def _behind_name(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> int:
    """The comma that closes the post told behind the name at a node, else 0."""
    if i + 3 >= len(nodes) or not _unknown(nodes[i]) or nodes[i + 1].letter != ",":
        return 0
    of = _post_at(pack, tokens, nodes, i + 2)
    if not of:
        return 0
    for k in range(of, min(len(nodes), i + _LONGEST)):
        if nodes[k].letter == ",":
            return k if _of_state(pack, tokens, nodes[of:k]) else 0
        if nodes[k].letter not in _WITHIN:
            return 0
    return 0


def _before_name(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> int:
    """The node behind the name that follows the post at a node, else 0."""
    if nodes[i].letter != "x" or not tokens[nodes[i].first].capital:
        return 0
    of = _post_at(pack, tokens, nodes, i)
    for k in range(of, min(len(nodes), i + _LONGEST)) if of else ():
        last = k + 1 == len(nodes) or not tokens[nodes[k + 1].first].capital
        named = k > of + 1 and last and _unknown(nodes[k])
        if named and _of_state(pack, tokens, nodes[of:k]):
            return k + 1
        if nodes[k].letter not in _WITHIN:
            return 0
    return 0


def _chair(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> int:
    """The node behind the one who chairs the organisation at a node: "ASEAN Chair Premier X"."""
    if i + 2 >= len(nodes) or nodes[i].letter != "a" or nodes[i + 1].letter not in "xM":
        return 0
    person = nodes[i + 2].actors[0] if nodes[i + 2].letter == "a" else None
    org = nodes[i].actors[0].kind == "organization"
    post = _word(tokens, nodes[i + 1]) in pack.discourse["posts"]
    if org and post and person and person.kind == "person" and person.office and person.side:
        return i + 3
    return 0


def _of_state(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> bool:
    """True where the name of a body is that of an organ or a party of one state."""
    words = {t.norm for n in nodes for t in tokens[n.first : n.last]}
    return bool(words & pack.discourse["organs"]) and _side(nodes) is not None


def _office(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> str:
    """What somebody is who has a post in the body that some nodes name."""
    words = {t.norm for n in nodes for t in tokens[n.first : n.last]}
    return "legislator" if words & pack.discourse["houses"] else "official"


def _side(nodes: Sequence[Node]) -> str | None:
    """The one side that the name of a body tells."""
    told: set[str | None] = {_told(a) for n in nodes for a in n.actors} - {None}
    return told.pop() if len(told) == 1 else None


def _told(actor: Actor) -> str | None:
    return actor.side if actor.kind in _STATES else None


def workplace(actor: Actor, nodes: Sequence[Node], i: int) -> str | None:
    """Where a counterpart works: "his counterpart at the Kenyan ministry", "at Kenya's office"."""
    j = i + 2
    if not actor.peer or j >= len(nodes) or nodes[i + 1].letter not in "~@<":
        return None
    while j < len(nodes) - 1 and nodes[j].letter in "AHM":
        j += 1
    place = nodes[j].actors[0] if nodes[j].letter == "a" else None
    held = place is not None and (place.kind == "body" or nodes[j].owned)
    return place.side if place is not None and held else None
