"""Those who are told with a post that no table lists, or with whose staff or kin they are."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, Node
from dragoman.extract.elements import POSTED
from dragoman.lang.pack import LanguagePack

_COMING = frozenset({"attend", "accompany", "retinue"})
_SERVING = ("staff_of", "kin_of", "adviser")
_STOPS = frozenset(".;:Rt?!")
_POST_WORDS = 2
"""So many words stand between a post at an office and the title of whose office it is."""
_ADVISING = 4
"""So many nodes before "to" an adviser may be told of: "the diplomatic adviser to the minister"."""
_FULL_NAME = 2
_DESCRIBED = 10
"""So many nodes tell together of those who are named one by one behind."""


def name_staff(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> list[Node]:
    """Nodes in which those who serve a leader, or are kin, are not taken for the leader.

    «مدير مكتب الرئيس سالم قاسم» (mudīr maktab ar-raʾīs Sālim Qāsim, "the head of the president's
    office, Salim Qasim"), «نجل الملك» (najl al-malik, "the king's son").
    """
    served = frozenset().union(*(pack.discourse[name] for name in _SERVING))
    nodes = list(nodes)
    if pack.subject_first or served.isdisjoint([t.norm for t in tokens]):
        return nodes
    kept: list[Node] = []
    for node in nodes:
        actor = node.actors[0] if len(node.actors) == 1 else None
        if actor is None or not actor.office or actor.kind not in ("person", "role"):
            kept.append(node)
            continue
        if tokens[node.first].norm in pack.discourse["kin_of"] and actor.kind == "person":
            kin = replace(actor, kind="role", name=None, name_at=None, office="private", title=None)
            kept.append(replace(node, actors=(kin,)))
            continue
        first, office = _serving(pack, tokens, kept)
        if office is None or actor.plural:
            kept.append(node)
            continue
        told = replace(actor, office=office, title=None)
        begin = kept[first].first
        del kept[first:]
        kept.append(Node("a", begin, node.last, (told,)))
    return kept


def _serving(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]
) -> tuple[int, str | None]:
    """Where the post of somebody's aide or kin begins before a title, and what office it is."""
    k = len(nodes) - 1
    if k >= 0 and nodes[k].letter == "H":
        k -= 1
    if k < 0:
        return 0, None
    word = tokens[nodes[k].first].norm
    if nodes[k].letter == ">":
        for j in range(k - 1, max(-1, k - _ADVISING), -1):
            if tokens[nodes[j].first].norm in pack.discourse["adviser"]:
                return j, "official"
            if nodes[j].letter not in "xBD":
                break
    if not _plain(nodes[k]):
        return 0, None
    if word in pack.discourse["kin_of"]:
        return k, "private"
    if word not in pack.discourse["staff_of"]:
        return 0, None
    j = k - 1
    while j > 0 and k - j < _POST_WORDS and nodes[j].letter == "~":
        j -= 1
    if j >= 0 and _is_post(pack, tokens, nodes[j]):
        return j, "official"
    return 0, None


def _plain(node: Node) -> bool:
    """True for a word, though it may also be a name: «نجل» (najl, "son"), «كبير» (kabīr)."""
    return node.letter in "xBW" or (node.last - node.first == 1 and _named(node) and _lone(node))


def _full(pack: LanguagePack, tokens: Sequence[Token], node: Node) -> bool:
    """True for somebody's name, which is no word of a post."""
    return _named(node) and not _is_post(pack, tokens, node)


def _lone(node: Node) -> bool:
    """True for a name beside which nothing else is told."""
    actor = node.actors[0]
    return not (actor.office or actor.side or actor.entity or actor.peer)


def _is_post(pack: LanguagePack, tokens: Sequence[Token], node: Node) -> bool:
    """True for the word of a post: «مدير» (mudīr, "director"), or a title without a name."""
    if node.letter == "a" and not _plain(node):
        return len(node.actors) == 1 and node.actors[0].kind == "role" and not node.actors[0].plural
    return tokens[node.first].norm in pack.discourse["post"]


def name_listed(pack: LanguagePack, tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """Gives those whom a list of people attending names their posts, listed or not.

    «حضر اللقاء مدير إدارة التعاون سالم قاسم» (ḥaḍara l-liqāʾ mudīr idārat at-taʿāwun Sālim Qāsim,
    "the director of the department of cooperation, Salim Qasim, attended the meeting").
    """
    if pack.subject_first:
        return nodes
    nodes = _spelled_out(pack, tokens, nodes)
    start = next((i for i, n in enumerate(nodes) if _comes(n)), None)
    if start is None:
        start = _row_of_posted(nodes)
    if start is None:
        return nodes
    found = list(nodes)
    item: list[int] = []
    gone: set[int] = set()
    for i in range(start + 1, len(nodes) + 1):
        stop = i == len(nodes) or nodes[i].letter in _STOPS
        if stop or (nodes[i].letter in "&," and any(_full(pack, tokens, nodes[k]) for k in item)):
            for k, told in _told(pack, tokens, nodes, item):
                found[k] = told
                if told.actors[0].side and nodes[item[-1]] is nodes[k]:
                    first = _from_post(pack, tokens, nodes, item)[0]
                    found[k] = replace(told, first=nodes[first].first)
                    gone.update(range(first, k))
            item = []
        else:
            item.append(i)
        if stop and i < len(nodes) and nodes[i].letter not in ":":
            break
    return [n for k, n in enumerate(found) if k not in gone]


def _row_of_posted(nodes: Sequence[Node]) -> int | None:
    """Before the first of several ambassadors, or the like, of whom one is told of only by post."""
    posted = [i for i, n in enumerate(nodes) if _posted(n)]
    listed = [i for i in posted if i and nodes[i - 1].letter in "&,"]
    return posted[0] - 1 if len(posted) > 1 and listed else None


def _posted(node: Node) -> bool:
    """True for an ambassador or envoy of a side who is told of without a name beside it."""
    actor = node.actors[0] if len(node.actors) == 1 else None
    told = actor is not None and actor.kind == "role" and not actor.plural and actor.side
    return bool(told and actor and actor.office in POSTED)


def _spelled_out(pack: LanguagePack, tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """Nodes with those whom a list names in place of what they are together.

    «استقبل الأمير سفراء جددا وهم سفير تشاد وسفير بيرو» (istaqbala l-amīr sufarāʾ judadan wa-hum
    safīr Tashād wa-safīr Bīrū,
    "the emir received new ambassadors, who are those of Chad and Peru").
    """
    for k in range(1, len(nodes) - 1):
        if nodes[k].letter != "p" or nodes[k - 1].letter != "&":
            continue
        ahead = k + 1 + (nodes[k + 1].letter == ":")
        if ahead >= len(nodes) or nodes[ahead].letter != "a":
            continue
        for i in range(k - 2, max(-1, k - _DESCRIBED), -1):
            if any(a.plural and a.kind == "role" and not a.side for a in nodes[i].actors):
                return [*nodes[:i], *nodes[ahead:]]
            word = tokens[nodes[i].first].norm
            if nodes[i].letter in _STOPS or pack.lexicon.is_finite(word):
                break
    return nodes


def _comes(node: Node) -> bool:
    return bool(node.element and any(e.id in _COMING for e in node.element.entries))


def _named(node: Node) -> bool:
    """True for a person's name, known or not."""
    return len(node.actors) == 1 and node.actors[0].kind == "person" and bool(node.actors[0].name)


def _from_post(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], item: Sequence[int]
) -> list[int]:
    """The nodes of an item that matter, from the first word of a post or name on."""
    kept = [k for k in item if nodes[k].letter not in "&,HT"]
    starts = (n for n, k in enumerate(kept) if _named(nodes[k]) or _is_post(pack, tokens, nodes[k]))
    return kept[next(starts, len(kept)) :]


def _told(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], item: Sequence[int]
) -> list[tuple[int, Node]]:
    """The bare name of one item of a list with the post that the item tells."""
    item = _from_post(pack, tokens, nodes, item)
    named = [k for k in item if _full(pack, tokens, nodes[k])]
    if len(named) != 1 or named[0] not in (item[0], item[-1]):
        return []
    node, last = nodes[named[0]], nodes[named[0]].last
    if named[0] != item[-1]:
        while last > node.first and tokens[last - 1].norm in pack.discourse["post"]:
            last -= 1
    if not _lone(node) or last - node.first < _FULL_NAME:
        return []
    posts = [k for k in item if k != named[0] and _is_post(pack, tokens, nodes[k])]
    if not posts and last == node.last:
        return []
    role = nodes[posts[0]].actors[0] if posts and nodes[posts[0]].actors else None
    actor = replace(
        node.actors[0],
        office=(role.office if role and last == node.last else None) or "official",
        side=(role.side if role else None) or _employer(nodes, item),
    )
    if last < node.last:
        actor = _cut(actor, node, last)
    return [(named[0], replace(node, last=last, actors=(actor,)))]


def _employer(nodes: Sequence[Node], item: Sequence[int]) -> str | None:
    """The side of the body that a post is told to be in: "a director at the French ministry"."""
    for k in item:
        element = nodes[k].element
        if nodes[k].letter == "D" and element and element.entry.kind == "polity":
            return element.entry.id
        if nodes[k].letter == "a" and nodes[k].actors[0].kind == "body" and nodes[k].actors[0].side:
            return nodes[k].actors[0].side
    return None


def _cut(actor: Actor, node: Node, last: int) -> Actor:
    """A name without the words of a post behind it."""
    words = (actor.name or "").split()
    name = " ".join(words[: len(words) - (node.last - last)])
    return replace(actor, name=name, last=last, name_at=(node.first, last))
