"""Whom a story tells of again by a part of the name: "Saleh", "the council"."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, Node
from dragoman.extract.neighbours import is_thing
from dragoman.extract.registry import Registry
from dragoman.lang.pack import LanguagePack

_OPEN = ("body", None)
"""An organ of a state that is not told."""
_BODIES = frozenset({"organization", "body", "polity"})
_CLOSING = frozenset(".,;:&tRT)")


def recall_people(
    pack: LanguagePack, nodes: Sequence[Node], tokens: Sequence[Token], registry: Registry
) -> list[Node]:
    """Nodes with people of the story who are told of by the end of their name alone.

    Where case does not tell, a name may be made of common words: «قال عبد الغني» (qāla ʿAbd
    al-Ghanī, "Abdul Ghani said"), «التقى صالح» (iltaqā Ṣāliḥ, "Saleh met").
    """
    if pack.cased or not registry.endings:
        return list(nodes)
    kept: list[Node] = []
    i = 0
    first = {words[0] for words in registry.endings}
    while i < len(nodes):
        node = nodes[i]
        if two := _two_surnames(pack, node, kept, tokens, registry):
            kept.extend(two)
            i += 1
            continue
        told = None
        sizes = (3, 2, 1) if tokens[node.first].norm in first else ()
        for size in sizes:
            ahead = nodes[i : i + size]
            words = tuple(tokens[n.first].norm for n in ahead)
            bare = len(ahead) == size and all(n.letter in "xV" for n in ahead)
            said = size > 1 or _named_behind(pack, kept, tokens)
            said = said and (size > 1 or words[0] not in pack.particles)
            if bare and said and (told := registry.endings.get(words)):
                actor = Actor("person", node.first, ahead[-1].last, name=told)
                kept.append(Node("a", actor.first, actor.last, (actor,)))
                i += size
                break
        if not told:
            kept.append(node)
            i += 1
    return kept


def _named_behind(pack: LanguagePack, kept: Sequence[Node], tokens: Sequence[Token]) -> bool:
    """True where `_may_name` is of what stands before, or before one who acts.

    «هنأ روتو | ماهاما» (hannaʾa Rūtū Māhāmā, "Ruto congratulated Mahama").
    """
    if not kept:
        return False
    doer = kept[-1].actors
    if len(kept) > 1 and len(doer) == 1 and doer[0].kind in ("person", "role"):
        return kept[-2].letter == "x" and _may_name(pack, kept[-2], tokens)
    return _may_name(pack, kept[-1], tokens)


def _two_surnames(
    pack: LanguagePack,
    node: Node,
    kept: Sequence[Node],
    tokens: Sequence[Token],
    registry: Registry,
) -> list[Node]:
    """Two people of the story in a row behind a verb: «هنأ بوتين كريموف».

    (hannaʾa Būtīn Karīmūf, "Putin congratulated Karimov".)
    """
    bare = len(node.actors) == 1 and node.actors[0].kind == "person" and not node.actors[0].office
    if not bare or node.last - node.first != 2 or not kept or node.actors[0].side:
        return []
    names = [registry.endings.get((tokens[k].norm,)) for k in (node.first, node.first + 1)]
    if None in names or names[0] == names[1] or not _may_name(pack, kept[-1], tokens):
        return []
    return [
        Node("a", k, k + 1, (Actor("person", k, k + 1, name=name),))
        for k, name in enumerate(names, node.first)
    ]


def _may_name(pack: LanguagePack, node: Node, tokens: Sequence[Token]) -> bool:
    """True for "that", or a verb that is nothing but one: somebody may be named behind it."""
    if node.letter == "t":
        return True
    readings = pack.lexicon.analyses(tokens[node.first].norm)
    return node.letter == "x" and bool(readings) and all(a.finite for a in readings)


class ToldBodies:
    """The bodies that one story has told of, by the word that says what they are.

    "The UN Security Council met. The council condemned": the Security Council. Where the story
    has two governments, "the government" is left open; of two organisations the last is meant.
    """

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._words = pack.discourse["body_words"]
        self._told: dict[str, Actor | None] = {}

    def recall(self, nodes: Sequence[Node], tokens: Sequence[Token]) -> list[Node]:
        """The nodes of the next sentence, with the bodies that it tells of again as actors."""
        if not self._words:
            return list(nodes)
        kept = list(nodes)
        for i, node in enumerate(nodes):
            again = self._again(nodes, tokens, i)
            if again is not None:
                meant = replace(again, first=node.first, last=node.last)
                kept[i] = Node("a", node.first, node.last, (meant,))
            elif self._left_open(node, tokens):
                kept[i] = replace(node, letter="B", actors=())
            elif node.letter == "a":
                self._note(node, tokens)
        return kept

    def _left_open(self, node: Node, tokens: Sequence[Token]) -> bool:
        """True for an organ of no state told, where the story has such organs of several."""
        word = self._bare(tokens[node.last - 1].norm)
        told = [(a.kind, a.side) for a in node.actors]
        return told == [_OPEN] and self._told.get(word, _OPEN) is None

    def _note(self, node: Node, tokens: Sequence[Token]) -> None:
        """Remembers a body by its word: «منظمة» of «منظمة التعاون الإسلامي».

        (munaẓẓamat at-taʿāwun al-islāmī, "the Organisation of Islamic Cooperation".)
        """
        actor = node.actors[0]
        if len(node.actors) > 1 or actor.kind not in _BODIES or not actor.side or actor.plural:
            return
        words = [self._bare(t.norm) for t in tokens[node.first : node.last]]
        if self._pack.subject_first:
            ofs = (k for k, w in enumerate(words) if k and w in self._pack.classes["of"])
            word = words[next(ofs, len(words)) - 1]
        else:
            word = words[0]
        if word not in self._words or len(words) < 2:
            return
        before = self._told.get(word, actor)
        apart = before is None or before.side != actor.side
        states = actor.kind != "organization" or (before and before.kind != "organization")
        self._told[word] = None if apart and states else actor

    def _again(self, nodes: Sequence[Node], tokens: Sequence[Token], i: int) -> Actor | None:
        """Whom the one word of a node with an article means, None where it may be another's."""
        node = nodes[i]
        if not self._told or node.last - node.first > 1:
            return None
        actor = node.actors[0] if node.letter == "a" else None
        group = actor is not None and (actor.kind == "group" or (actor.kind, actor.side) == _OPEN)
        if not (group or node.letter in "xBW"):
            return None
        norm, article = tokens[node.first].norm, self._pack.article
        told = self._told.get(self._bare(norm))
        if told is None:
            return None
        if self._pack.subject_first:
            after = self._behind_adverbs(nodes, tokens, i)
            definite = i > 0 and tokens[nodes[i - 1].first].norm in self._pack.classes["definite"]
            return told if definite and self._closes(after, tokens) else None
        after = nodes[i + 1] if i + 1 < len(nodes) else None
        titled = i > 0 and any(a.kind in ("role", "person") for a in nodes[i - 1].actors)
        if not norm.startswith(article) or titled or self._described(after, tokens):
            return None
        return told

    def _behind_adverbs(
        self, nodes: Sequence[Node], tokens: Sequence[Token], i: int
    ) -> Node | None:
        """The node behind a body's word and adverbs: "the council later | condemned"."""
        part = self._pack.lexicon.part_of_speech
        ahead = (n for n in nodes[i + 1 :] if part(tokens[n.first].norm) != "adv")
        return next(ahead, None)

    def _bare(self, word: str) -> str:
        article = self._pack.article
        return word.removeprefix(article) if article else word

    def _closes(self, after: Node | None, tokens: Sequence[Token]) -> bool:
        """True where a body's word ends its phrase: "the council condemned", no "council vote"."""
        if after is None or after.letter in _CLOSING:
            return True
        if after.letter != "x":
            return False
        readings = self._pack.lexicon.analyses(tokens[after.first].norm)
        return any(a.tense == "past" or (a.finite and a.number == "sg") for a in readings)

    def _described(self, after: Node | None, tokens: Sequence[Token]) -> bool:
        """True where an adjective makes it another: «اللجنة الأولمبية».

        (al-lajna l-ūlimbiyya, "the Olympic committee".)
        """
        if after is None:
            return False
        norm, lexicon = tokens[after.first].norm, self._pack.lexicon
        if after.letter != "x" or not norm.startswith(self._pack.article):
            return after.letter in "DM"
        return not is_thing(self._pack, norm) and lexicon.part_of_speech(norm) != "particle"
