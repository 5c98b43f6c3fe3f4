"""Finds the actors of a sentence by the name patterns of a pack."""

import re
from collections.abc import Mapping, Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actor_builder import ActorBuilder, Sides
from dragoman.extract.actors import Actor, Node
from dragoman.extract.elements import Element
from dragoman.extract.holders import acted_on, holder_end, part_of_name, with_owners
from dragoman.extract.in_turn import named_in_turn
from dragoman.extract.marks import QUOTATION_MARKS
from dragoman.extract.neighbours import next_group, weigh_names
from dragoman.extract.plain_words import acts_on, plain_word
from dragoman.knowledge.world import World
from dragoman.lang.pack import LanguagePack

_PLAIN = frozenset("xAHMBDo>")
_PARTING = frozenset(".,;:")
_BODIES = frozenset({"organization", "body"})
_VOICES = frozenset({"spokesperson", "official"})
"""Offices told of with whom their holders speak or work for."""
_FEW = 4
"""So many words in quotation marks are no sentence of their own."""


class ActorFinder:
    """Turns elements into nodes by the name patterns of one pack."""

    __slots__ = ("_pack", "_world")

    def __init__(self, pack: LanguagePack, world: World) -> None:
        self._pack = pack
        self._world = world

    def __call__(
        self,
        raw: str,
        tokens: Sequence[Token],
        elements: Sequence[Element],
        homes: Mapping[str, str],
    ) -> tuple[Node, ...]:
        """The nodes of a sentence, in order; `homes` says what "the Kingdom" means."""
        elements = with_owners(self._pack, tokens, weigh_names(tokens, elements))
        letters = "".join(e.letter for e in elements)
        sides = Sides(self._world, homes)
        builder = ActorBuilder(raw, tokens, elements, sides)
        nodes: list[Node] = []
        i = 0
        while i < len(elements):
            best = self._best(letters, tokens, elements, i, sides)
            if best is not None and not acts_on(self._pack, tokens, elements, i):
                match = best[1]
                actors = builder.build(*best)
                at = i, match.end()
                if best[0] == "person" and self._gather(tokens, elements[i : i + 2]):
                    actors = builder.both_named(elements[i]) or actors
                if actors and not (
                    _may_describe(actors[0]) and plain_word(self._pack, tokens, elements, at)
                ):
                    heads = self._heads([tokens[n.first].norm for n in nodes[-2:]], actors)
                    begin = nodes.pop().first if heads else elements[i].first
                    nodes.append(Node("a", begin, elements[match.end() - 1].last, actors))
                    i = at[1]
                    continue
            nodes.append(builder.single(i))
            i += 1
        row = named_in_turn(self._pack, tokens, _mark_owned(nodes))
        return tuple(_without_quotes(self._pack.cased, tokens, row))

    def _heads(self, before: Sequence[str], actors: tuple[Actor, ...]) -> bool:
        """True for who heads the body right before: «إدارة بايدن» (idārat Bāydin).

        Not so behind a post: «مدير مكتب الرئيس» (mudīr maktabi r-raʾīs, "the head of his office"),
        nor where others serve: «رئيس الأركان بمكتب الوزير» (bi-maktabi l-wazīr, "at his office").
        """
        one = len(actors) == 1 and actors[0].kind in ("person", "role")
        told = self._pack.discourse
        posted = before[0] in self._pack.prepositions if len(before) > 1 else False
        headed = told["headed"] if posted else told["headed"] | told["head_office"]
        body = bool(before) and before[-1] in headed
        return one and body and before[0] not in told["post"]

    def _gather(self, tokens: Sequence[Token], row: Sequence[Element]) -> bool:
        """True for a name right before an occasion to which it may gather two people."""
        if not self._pack.cased or len(row) < 2 or row[0].last - row[0].first > 1:
            return False
        return tokens[row[1].first].norm in self._pack.classes["occasion"]

    def _rules(
        self, tokens: Sequence[Token], elements: Sequence[Element], match: re.Match[str]
    ) -> bool:
        """True unless a match asks for a body that rules, and this one does not: an embassy.

        Where it asks for whom somebody speaks "for", he is a spokesman, no minister "to" a body.
        Where it asks for a faction, no paper is one. Where it asks for matters that somebody has
        charge of, they have articles as he has none.
        """
        groups = match.re.groupindex
        if "ruling" in groups:
            told, at = self._pack.discourse, match.start("ruling")
            ruling = told["rulers"] | told["headed"] | told["head_office"]
            return tokens[elements[at].first].norm in ruling
        if "faction" in groups:
            word = tokens[elements[match.start("faction")].first].norm
            return word in self._pack.discourse["factions"]
        if "kind" in groups:
            return self._kind_of_post(tokens, elements[slice(*match.span("kind"))])
        if "voicing" in groups:
            office = elements[match.start("off")]
            return any(e.id in _VOICES for e in office.entries)
        if "matters" not in groups:
            return True
        article, (start, end) = self._pack.article, match.span("matters")
        words = [tokens[e.first].norm for e in elements[start:end] if e.letter == "x"]
        head = tokens[elements[match.start("off")].first].norm
        definite = all(w.startswith(article) and len(w) > len(article) + 1 for w in words)
        return bool(article) and definite and not head.startswith(article)

    def _kind_of_post(self, tokens: Sequence[Token], row: Sequence[Element]) -> bool:
        """True for words that tell of what kind a post is, none a verb: "Kenyan trade envoy"."""
        lexicon = self._pack.lexicon
        for word in (t for e in row if e.letter == "x" for t in tokens[e.first : e.last]):
            told = lexicon.part_of_speech(word.norm)
            acts = any(a.tense == "past" or a.person == 3 for a in lexicon.analyses(word.norm))
            known = told in ("noun", "adj") or (told is None and not lexicon.is_form(word.norm))
            if word.kind != "word" or word.capital or acts or not known:
                return False
        return True

    def _best(
        self,
        letters: str,
        tokens: Sequence[Token],
        elements: Sequence[Element],
        at: int,
        sides: Sides,
    ) -> tuple[str, re.Match[str]] | None:
        """The longest match of a pattern at an element; its `run` is part of a name."""
        if letters[at] in ".,x()tRTF&~":
            return None
        here = (self._pack, tokens, elements, at)
        if not self._pack.open_pattern.match(letters, at):
            return None
        end = min(holder_end(*here), next_group(*here))
        if letters[at] in "HNEOJ":
            end = min(end, acted_on(*here, sides.of, self._world.person_side))
        best: tuple[str, re.Match[str]] | None = None
        for pattern in self._pack.patterns:
            match = pattern.regex.match(letters, at, end)
            if match and match.end() > at and (best is None or match.end() > best[1].end()):
                run = match.span("run") if "run" in pattern.regex.groupindex else (0, 0)
                if part_of_name(tokens, elements[slice(*run)]) and self._rules(
                    tokens, elements, match
                ):
                    best = pattern.name, match
        return best


def _may_describe(actor: Actor) -> bool:
    """True for a word that may tell of a thing: «مؤتمر صحفي» (muʾtamar ṣaḥafī, "a press call")."""
    private = actor.kind == "role" and actor.office == "private"
    return actor.kind == "group" or (private and not actor.side)


def _mark_owned(nodes: list[Node]) -> list[Node]:
    """Marks actors that a possessive mark follows, and drops the mark.

    Offices of no side only say of what kind a thing is: "the defence ministers' meeting".
    """
    kept: list[Node] = []
    for node in nodes:
        if kept and _is_of(kept[-1], node):
            kept[-1] = replace(node, first=kept[-1].first)
        elif node.letter == "S" and kept and kept[-1].letter in "aN":
            owner = kept[-1]
            office = all(a.kind == "role" and a.plural and not a.side for a in owner.actors)
            if owner.actors and office:
                kept[-1] = Node("x", owner.first, node.last)
            else:
                kept[-1] = replace(owner, last=node.last, owned=True)
        else:
            kept.append(node)
    return kept


def _is_of(owner: Node, node: Node) -> bool:
    """True for an armed group or party right behind the state it is of: "Lebanon's | Hezbollah"."""
    if not owner.owned or node.letter != "a" or len(node.actors) != 1 or len(owner.actors) != 1:
        return False
    state, group = owner.actors[0], node.actors[0]
    named = group.kind == "polity" and group.sector is not None
    return named and state.kind == "polity" and state.side == group.side


def _names_body(before: Node, within: list[Node]) -> bool:
    """True for the name of a body alone in quotation marks, not another name of one before it.

    «دعا «الإيقاد» والاتحاد» (daʿā l-Īqād wa-l-ittiḥād, "he called on IGAD and the Union").
    """
    told = len(within) == 1 and within[0].actors
    again = any(a.kind in _BODIES for a in before.actors)
    return bool(told) and not again and all(a.kind in _BODIES for a in told or ())


def _without_quotes(cased: bool, tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """Nodes without the marks around words that are no sentence: 'has "no plans" to meet Russia'.

    They would part the words within from those that govern them: "says Chad 'must free the men'".
    A quotation of some length is a piece of the sentence where it begins without a capital.
    """
    marks = [i for i, n in enumerate(nodes) if tokens[n.first].norm in QUOTATION_MARKS]
    around: set[int] = set()
    for i, j in zip(marks[::2], marks[1::2], strict=False):
        within = nodes[i + 1 : j]
        if not i or not within:
            continue
        few = len(within) <= _FEW and all(n.letter in _PLAIN for n in within)
        first = tokens[within[0].first]
        piece = cased and first.kind == "word" and not first.capital
        piece = piece and nodes[i - 1].letter not in _PARTING
        if few or piece or _names_body(nodes[i - 1], within):
            around |= {i, j}
    return [n for i, n in enumerate(nodes) if i not in around] if around else nodes
