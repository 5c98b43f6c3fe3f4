"""In which engagement something was said or done: "met Tusk. Ruto thanked him for the loan"."""

from collections.abc import Sequence

from dragoman.extract.act import Act
from dragoman.extract.actors import Actor
from dragoman.extract.drafts import Draft
from dragoman.extract.registry import same_person
from dragoman.knowledge.world import telling


def engagement_of(
    act: Act, source: Actor, target: Actor, drafts: Sequence[Draft], words: bool
) -> Draft | None:
    """The engagement in which a source did an act, None where the text does not tell.

    It is told in the same sentence, and the source is of one of its sides. What is only words,
    not deeds, may be said in one told before, by one of those who took part: in the last with whom
    it is said to, else in the only one that the story tells of the speaker.
    """
    here = [d for d in drafts if act.sentence in d.sentences and source.side in d.sides]
    if here:
        return next((d for d in here if target.side in d.sides), here[0])
    if not words or act.status != "happened":
        return None
    before = [d for d in drafts if d.status == "happened" and source.side in d.sides]
    before = [d for d in before if min(d.sentences) < act.sentence]
    met = [d for d in before if target.side in d.sides] or (before if len(before) == 1 else [])
    if not met:
        return None
    last = max(met, key=lambda d: max(s for s in d.sentences if s < act.sentence))
    return last if _took_part(source, last) else None


def _took_part(source: Actor, draft: Draft) -> bool:
    """True unless the source is a person whom the engagement does not name beside others."""
    people = [p for p in draft.people if p.side == source.side]
    if not source.name or not people:
        return True
    words = telling(source.name)
    return any(same_person(words, telling(p.name or "")) for p in people)
