"""What was talked about at an engagement: in which sentences of the story, and where in them."""

from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from dragoman.extract.act import View
from dragoman.extract.clauses import Clause
from dragoman.extract.drafts import Draft
from dragoman.extract.registry import same_person
from dragoman.extract.topics import Clue, TopicFinder, enough
from dragoman.knowledge.world import telling

_BY_THEM = frozenset({"both", "pronoun"})
_NEXT, _NEXT_BUT_ONE = 1, 2
_MARKS = ",;:."
_NEAR_ITS_BEGIN = 8
"""Among so many words at the beginning of a sentence stands "also" where the speaker goes on."""


class TalkedOf:
    """Finds the topics of the engagements, outcomes and events of a story.

    What the sentence of a contact names is a topic of it. What follows belongs to it for as long
    as the contact is the news (told in the headline or the lead), or as one of those who met goes
    on speaking; further on only where it is told what was discussed.
    """

    def __init__(self, views: Mapping[int, View], finder: TopicFinder) -> None:
        """Looks into a sentence only when it is asked for."""
        self._views = views
        self._finder = finder
        self._seen: dict[int, tuple[tuple[int, Clue], ...]] = {}

    def of_sentence(self, sentence: int) -> tuple[str, ...]:
        """The topics that a sentence names."""
        return enough([[clue for _, clue in self._clues(sentence)]])

    def of_engagement(self, draft: Draft, told: Container[int]) -> tuple[str, ...]:
        """The topics of an engagement; other engagements are `told` in sentences of theirs."""
        lead = draft.sentences & self._lead
        clues: list[list[Clue]] = []
        for sentence, distance in self._about(draft, told):
            found = self._told_now(sentence, draft)
            clause = self._views[sentence].clause
            near = distance <= (_NEXT_BUT_ONE if lead else 0)
            discussed = _discusses(clause) and (lead or distance == _NEXT)
            if near or discussed or _goes_on(clause, draft):
                clues.append(found)
            elif distance == _NEXT:
                clues.append(_several(found))
            elif distance == _NEXT_BUT_ONE and not lead and _by_participants(clause, draft):
                clues.append(found)
        return enough(clues)

    def _about(self, draft: Draft, told: Container[int]) -> Iterator[tuple[int, int]]:
        """Sentences up to the next engagement, with how far behind their own telling they stand.

        Behind the next one only those count in which somebody speaks.
        """
        last = max(self._views, default=0)
        for start in sorted(draft.sentences):
            sentence = start
            while sentence <= last:
                if sentence > start and (sentence in draft.sentences or sentence in told):
                    break
                near = sentence - start <= _NEXT
                if sentence in self._views and (near or _talks(self._views[sentence].clause)):
                    yield sentence, sentence - start
                sentence += 1

    @cached_property
    def _lead(self) -> frozenset[int]:
        """The headline and the first sentence of the story."""
        body = (k for k, v in self._views.items() if not v.sentence.headline)
        heads = {k for k, v in self._views.items() if v.sentence.headline}
        return frozenset(heads | {min(body, default=0)})

    def _clues(self, sentence: int) -> tuple[tuple[int, Clue], ...]:
        """What tells of topics in a sentence, and at which words."""
        if sentence not in self._seen:
            view = self._views.get(sentence)
            self._seen[sentence] = self._finder.places(_talk(view)) if view else ()
        return self._seen[sentence]

    def _told_now(self, sentence: int, draft: Draft) -> list[Clue]:
        """The clues of a sentence without those of what a contact came after or stood beside.

        «أول زيارة منذ التوصل إلى الاتفاق النووي» (awwal ziyāra mundhu t-tawaṣṣul ilā l-ittifāq
        an-nawawī, "the first visit since the nuclear deal was reached").
        """
        clues = self._clues(sentence)
        if not clues:
            return []
        clause = self._views[sentence].clause
        own = {clause.nodes[a.node].first for a in draft.acts if a.sentence == sentence}
        gone = [
            (start, end)
            for start, end in _spans_before(clause)
            if not own or any(not start <= at < end for at in own)
        ]
        return [clue for at, clue in clues if not any(s <= at < e for s, e in gone)]


def _spans_before(clause: Clause) -> Iterator[tuple[int, int]]:
    """Bounds of the words behind "since" and "on the sidelines of", up to a mark or a verb."""
    pack = clause.pack
    behind = pack.classes["since"] | pack.factuality["after"] | pack.discourse["afterwards"]
    for i, node in enumerate(clause.nodes):
        aside = node.element and any(e.id == "sidelines" for e in node.element.entries)
        if clause.norm(i) not in behind and not aside:
            continue
        j = i + 1
        while j < len(clause.nodes) and clause.nodes[j].letter not in _MARKS + "t":
            if clause.finite(j):
                break
            j += 1
        yield node.first, clause.nodes[j - 1].last


def _several(clues: list[Clue]) -> list[Clue]:
    """The clues of topics that two different phrases tell of."""
    phrases: dict[str, set[str]] = {}
    for clue in clues:
        phrases.setdefault(clue.topic, set()).add(clue.phrase)
    return [clue for clue in clues if len(phrases[clue.topic]) > 1]


def _talks(clause: Clause) -> bool:
    """True for a sentence that tells what somebody said or what was talked about."""
    verbs = clause.pack.discourse["talk"]
    return any(clause.finite(i) and read & verbs for i, read in enumerate(clause.lemmas))


def _discusses(clause: Clause) -> bool:
    """True for a sentence that tells what was talked about: "the talks also covered"."""
    verbs = clause.pack.discourse["discussing"]
    return any(clause.finite(i) and read & verbs for i, read in enumerate(clause.lemmas))


def _goes_on(clause: Clause, draft: Draft) -> bool:
    """True where one of those who met says more: "he also raised the harvest"."""
    also = clause.pack.discourse["also"]
    near = clause.norms[:_NEAR_ITS_BEGIN]
    return not also.isdisjoint(near) and _by_participants(clause, draft)


def _by_participants(clause: Clause, draft: Draft) -> bool:
    """True where one of those who met speaks, or "they" do, or somebody told by office alone."""
    names = [telling(person.name or "") for person in draft.people if person.name]
    for i, read in enumerate(clause.lemmas):
        if not (read & clause.pack.discourse["talk"] and clause.finite(i)):
            continue
        for actor in clause.subject(i):
            if actor.kind in _BY_THEM or (actor.kind == "role" and actor.side is None):
                return True
            words = telling(actor.name or "")
            if actor.kind == "person" and any(same_person(words, name) for name in names):
                return True
    return False


def _talk(view: View) -> list[str]:
    """The words of a sentence without names and titles of people, which are no topics."""
    words = list(view.clause.norms)
    for node in view.clause.nodes:
        if any(a.kind in ("person", "role") for a in node.actors):
            words[node.first : node.last] = [""] * (node.last - node.first)
    return words
