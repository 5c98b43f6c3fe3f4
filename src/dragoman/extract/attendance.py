"""Those of whom a later sentence says that they were there too."""

from collections.abc import Iterable, Sequence

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.acts import View
from dragoman.extract.drafts import Draft, add_people
from dragoman.extract.stories import StoryActs

_COMING = frozenset({"attend", "accompany"})


def add_attendance(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Adds those of whom a later sentence says that they attended, chaired or came along.

    People without a side of their own count for the side last named («من الجانب اللبناني»,
    min al-jānib al-lubnānī, "on the Lebanese side"), at first for the host.
    """
    first = min(k for draft in drafts for k in draft.sentences)
    for view in story.views:
        if view.sentence.index < first or view.sentence.headline:
            continue
        clause = view.clause
        told = any(
            n.element and any(e.id in _COMING for e in n.element.entries) for n in clause.nodes
        )
        if not told:
            continue
        before = [d for d in drafts if min(d.sentences) <= view.sentence.index]
        draft = max(before, key=lambda d: max(k for k in d.sentences if k <= view.sentence.index))
        if draft.kind in ("visit", "call", "letter"):
            continue
        people = list(_attending(view, story, draft))
        if any(p.side in draft.sides for p in people):
            add_people(draft, (p for p in people if p.side in draft.sides))


def _attending(view: View, story: StoryActs, draft: Draft) -> Iterable[Actor]:
    """Everybody named in a sentence on attendance, each with a side."""
    sources = draft.acts[0].sources
    side = sources[0].side if sources else None
    for at, node in enumerate(view.clause.nodes):
        if node.element and any(e.id == "accompany" for e in node.element.entries):
            targets = draft.acts[0].targets
            side = targets[0].side if targets else side
        for actor in node.actors:
            if actor.kind == "body" and actor.side in draft.sides:
                side = actor.side
            if actor.kind != "person" or not actor.name:
                continue
            known = story.registry.find(actor.name)
            own = actor.side or (known.side if known else None)
            if own is None and actor.office is not None:
                own = _employer(view, at, draft)
            if own is None and actor.office is None:
                continue
            office = (known.office if known else None) or actor.office
            entity = known.entity if known else actor.entity
            name = known.name if known else actor.name
            yield replace(actor, side=own or side, office=office, entity=entity, name=name)


def _employer(view: View, at: int, draft: Draft) -> str | None:
    """The side whose body somebody is told to work at: "X, director at the Kenyan ministry"."""
    for node in view.clause.nodes[at + 1 :]:
        for actor in node.actors:
            if actor.kind == "person" and actor.name:
                return None
            if actor.side in draft.sides:
                return actor.side
        if node.letter in ";.:":
            return None
    return None
