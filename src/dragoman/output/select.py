"""Which part of a reading is printed."""

from dataclasses import dataclass, replace

from dragoman.core.reading import Reading


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for: the defaults are those of `dragoman read` without options.

    `domestic` keeps acts whose source and target are the same polity, `all_statuses` keeps
    events that did not (yet) happen, `min_confidence` is a number from 0 to 1.
    """

    domestic: bool = False
    all_statuses: bool = False
    min_confidence: float = 0.0


def select(reading: Reading, selection: Selection) -> Reading:
    """The reading with the asked-for records only; references to dropped records become None.

    Engagements of every status stay: a planned visit is news.
    """
    least = selection.min_confidence
    engagements = [e for e in reading.engagements if e.confidence >= least]
    statements = [s for s in reading.statements if s.confidence >= least]
    events = [
        e
        for e in reading.events
        if e.confidence >= least
        and (selection.all_statuses or e.status == "happened")
        and (selection.domestic or (e.source and e.target and e.source != e.target))
    ]
    kept = {e.id for e in engagements}
    said = {s.id for s in statements}

    def here(key: str | None, among: set[str]) -> str | None:
        return key if key in among else None

    return replace(
        reading,
        engagements=tuple(replace(e, part_of=here(e.part_of, kept)) for e in engagements),
        statements=tuple(replace(s, engagement=here(s.engagement, kept)) for s in statements),
        outcomes=tuple(
            replace(o, engagement=here(o.engagement, kept))
            for o in reading.outcomes
            if o.confidence >= least
        ),
        events=tuple(
            replace(e, engagement=here(e.engagement, kept), statement=here(e.statement, said))
            for e in events
        ),
    )
