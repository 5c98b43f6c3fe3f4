"""Those of whom a later sentence says that they were there too."""

from collections.abc import Iterable, Sequence

from dragoman.core.quick import replace
from dragoman.extract.act import Act, View
from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause
from dragoman.extract.drafts import Draft, add_people
from dragoman.extract.stories import StoryActs

_COMING = frozenset({"attend", "accompany", "retinue"})
_TRAVELLING = frozenset({"accompany", "retinue"})


def add_attendance(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Adds those of whom a later sentence says that they attended, chaired or came along.

    People without a side of their own count for the side last named («من الجانب اللبناني»,
    min al-jānib al-lubnānī, "on the Lebanese side"), at first for the host.
    """
    _add_chairs(story, drafts)
    first = min(k for draft in drafts for k in draft.sentences)
    for view in story.views:
        if view.sentence.index < first or view.sentence.headline:
            continue
        clause = view.clause
        told = {e.id for n in clause.nodes if n.element for e in n.element.entries} & _COMING
        welcome = _welcome(clause)
        if not told and welcome is None:
            continue
        before = [d for d in drafts if min(d.sentences) <= view.sentence.index]
        if welcome is not None or told == {"retinue"}:
            visits = [d for d in before if d.kind == "visit" and d.status == "happened"]
            before = visits if welcome is not None else visits or before
        if not before:
            continue
        draft = max(before, key=lambda d: max(k for k in d.sentences if k <= view.sentence.index))
        if draft.kind in ("call", "letter") or (
            draft.kind == "visit" and welcome is None and not told & _TRAVELLING
        ):
            continue
        people = list(_attending(view, story, draft, draft.host if welcome is not None else None))
        if any(p.side in draft.sides for p in people):
            add_people(draft, (p for p in people if p.side in draft.sides))


def _add_chairs(story: StoryActs, drafts: Sequence[Draft]) -> None:
    """Adds those who chaired a contact, told in its sentence: «برئاسة الوزير ونظيره».

    (bi-riʾāsati l-wazīri wa-naẓīrihi, "chaired by the minister and his counterpart".)
    """
    clauses = {v.sentence.index: v.clause for v in story.views}
    for draft in drafts:
        clause = clauses[draft.acts[0].sentence]
        chairing = clause.pack.discourse["chairing"]
        if draft.sort != "room" or chairing.isdisjoint(clause.norms):
            continue
        for k in range(draft.acts[0].node + 1, len(clause.nodes) - 1):
            if clause.norm(k) in chairing and clause.preposition(k - 1):
                people = _known(story, clause.group(k + 1, leftward=False))
                if {p.side for p in people} <= {*draft.sides}:
                    add_people(draft, people)
                break


def _known(story: StoryActs, actors: Iterable[Actor]) -> list[Actor]:
    """The people among actors with side and office as the story tells them, peers with both's."""
    people: list[Actor] = []
    for actor in actors:
        known = story.registry.find(actor.name) if actor.name else None
        if known is None:
            continue
        side = actor.side or known.side
        office = known.office or actor.office
        if office is None and actor.peer and people:
            office = people[-1].office
        told = replace(actor, side=side, office=office, name=known.name, entity=known.entity)
        people.append(told)
    return people


def add_welcomes(story: StoryActs, drafts: list[Draft]) -> None:
    """Counts those who welcome somebody upon arrival to the visit, which is no meeting of its own.

    «وكان في استقباله بالمطار وزير الدفاع» (wa-kāna fī stiqbālihi bi-l-maṭār wazīru d-difāʿ, "the
    defence minister welcomed him at the airport").
    """
    clauses = {v.sentence.index: v.clause for v in story.views}
    for visit in [d for d in drafts if d.kind == "visit" and d.status == "happened"]:
        for draft in [d for d in drafts if d.kind == "meeting" and d.sides == visit.sides]:
            if all(_welcomes(a, clauses[a.sentence]) for a in draft.acts):
                add_people(visit, draft.people)
                visit.sentences |= draft.sentences
                drafts.remove(draft)


def _welcomes(act: Act, clause: Clause) -> bool:
    """True for a noun of receiving behind "in": «كان في استقباله» (kāna fī stiqbālihi)."""
    receiving = act.nominal and "subject" in act.rule.host
    return receiving and clause.preposition(act.node - 1) == "in"


def _welcome(clause: Clause) -> int | None:
    """The node of a noun of receiving behind "in", or of those who receive somebody."""
    told = clause.pack.discourse["welcome"]
    if told.isdisjoint(clause.norms):
        return None
    for i in range(1, len(clause.nodes)):
        within = clause.preposition(i - 1) == "in" or (i > 1 and clause.preposition(i - 2) == "in")
        if clause.norm(i) in told and within:
            return i
    return None


def _attending(
    view: View, story: StoryActs, draft: Draft, side: str | None = None
) -> Iterable[Actor]:
    """Everybody named in a sentence on attendance, each with a side, at first with `side`."""
    sources = draft.acts[0].sources
    side = side or (sources[0].side if sources else None)
    for at, node in enumerate(view.clause.nodes):
        followed = node.element and any(e.id == "accompany" for e in node.element.entries)
        if followed and draft.kind != "visit":
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
