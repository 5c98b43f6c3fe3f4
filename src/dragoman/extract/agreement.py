"""Whom a participle can tell of: «مهددة» (muhaddidatan, "threatening") is of her, not of him."""

from collections.abc import Iterable

from dragoman.core.fold import fold
from dragoman.extract.actors import Actor
from dragoman.extract.headed_rows import HeadedRow

Told = tuple[tuple[Actor, ...], int | None]
"""Those of whom something is told, and the verb that tells it, which shows their gender."""


def first_that_suits(row: HeadedRow, i: int, told: Iterable[Told]) -> tuple[Actor, ...]:
    """The first of those told of whom the participle at `i` can be said, else the first at all.

    «قال الرئيس إن كينيا قصفت المدينة، مهددة أوغندا» (qāla r-raʾīs inna Kīniyā qaṣafati l-madīna,
    muhaddidatan Ūghandā, "the president said Kenya shelled the city, threatening Uganda"): it is
    Kenya that threatens.
    """
    known = [(group, verb) for group, verb in told if group]
    suiting = (group for group, verb in known if _suits(row, i, group, verb))
    return next(suiting, known[0][0] if known else ())


def verb_before(row: HeadedRow, i: int) -> int | None:
    """The nearest verb before a node."""
    return next((j for j in range(i - 1, -1, -1) if row.finite(j)), None)


def _suits(row: HeadedRow, i: int, group: tuple[Actor, ...], verb: int | None) -> bool:
    """False for one person or state whose gender is not the participle's."""
    said = {a.gender for a in row.readings[i] if a.tense == "participle" and a.number == "sg"}
    if len(said) != 1 or len(group) != 1 or group[0].plural:
        return True
    genders = _of_verb(row, verb) or _of_name(row, group[0])
    return not genders or not genders.isdisjoint(said)


def _of_verb(row: HeadedRow, verb: int | None) -> set[str]:
    """The genders of whom a verb can tell; none where there is no verb."""
    told = row.readings[verb] if verb is not None else ()
    return {a.gender for a in told if a.finite and a.person == 3 and a.number == "sg"}


def _of_name(row: HeadedRow, actor: Actor) -> set[str]:
    """The gender that a title, a body or a state shows, if any does."""
    if actor.title:
        feminine = fold(actor.title.split()[0]).endswith(row.pack.feminine_endings)
        return {"f" if feminine else "m"}
    if actor.kind == "body":
        return {"f"} if row.feminine(actor) else set()
    state = actor.kind == "polity" and actor.side not in row.pack.masculine
    return {"f"} if state else set()
