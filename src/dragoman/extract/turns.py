"""Interviews and press conferences: which sentences ask, which answer, and who answers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from dragoman.core.document import Token
from dragoman.extract.act import View
from dragoman.extract.actors import Actor
from dragoman.extract.discourse import Discourse
from dragoman.extract.registry import Registry
from dragoman.knowledge.world import World
from dragoman.lang.pack import LanguagePack

Turn = Literal["question", "answer"]


def turns_of(pack: LanguagePack, views: Sequence[View]) -> list[Turn | None]:
    """For each sentence the turn that begins with it, by the label that its paragraph opens with.

    None where no turn begins, and throughout where questions or answers are not labelled so.
    """
    found: list[Turn | None] = []
    paragraph = None
    for view in views:
        opens = view.sentence.paragraph != paragraph
        paragraph = view.sentence.paragraph
        found.append(_label(pack, view.sentence.tokens) if opens else None)
    if "question" in found and "answer" in found:
        return found
    return [None] * len(found)


def _label(pack: LanguagePack, tokens: Sequence[Token]) -> Turn | None:
    turns: tuple[Turn, Turn] = ("question", "answer")
    norms = tuple(t.norm for t in tokens[:2])
    return next((t for t in turns if norms in pack.turns[t]), None)


def answering(views: Iterable[View], home: str | None, registry: Registry) -> Actor | None:
    """Who answers: the office-holder whom the headline names, for the side that publishes.

    A ministry's page often leaves out whose ministry it is; then it is that of the side for which
    the one who answers is known to speak, else of the one which the interview names most. None
    where no side is named.
    """
    views = tuple(views)
    titled = [a for a in _actors(v for v in views if v.sentence.headline) if a.office]
    people = (registry.find(a.name) for a in titled if a.name)
    known = next((p.side for p in people if p and p.side), None)
    named = Counter(a.side for a in _actors(views) if a.side)
    side = home or known or (named.most_common(1)[0][0] if named else None)
    if side is None:
        return None
    actor = next((a for a in titled if a.side in (None, side)), None)
    return replace(actor, side=side) if actor else Actor("polity", 0, 0, side=side)


def authors(
    pack: LanguagePack, views: Sequence[View], discourse: Discourse, world: World
) -> tuple[Actor, ...]:
    """Whom "we" means in a joint statement: those whose statement its headline says it is.

    "Joint Statement of Japan and Kenya"; else those who speak of themselves where it opens: "We,
    the leaders of Japan and Kenya". None where they are not several.
    """
    heads = [v for v in views if v.sentence.headline]
    texts = pack.discourse["joint_text"]
    if not any(text in " ".join(view.clause.norms) for view in heads for text in texts):
        return ()
    for row in (heads, views[len(heads) : len(heads) + 1]):
        told = (a for actor in _actors(row) for a in discourse.resolve(actor))
        sides = {a.side: a for a in told if a.side and not world.seatless(a.side)}
        if len(sides) > 1:
            return tuple(sides.values())
    return ()


def _actors(views: Iterable[View]) -> Iterator[Actor]:
    for view in views:
        for node in view.clause.nodes:
            yield from node.actors
