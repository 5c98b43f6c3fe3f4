"""A reading made by hand, with both directions of writing."""

from datetime import date

import pytest

from dragoman.core.document import Note
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    DocumentMeta,
    Engagement,
    Entity,
    Event,
    EvidenceSpan,
    Outcome,
    Participant,
    Place,
    Reading,
    Statement,
    StoryReading,
)
from dragoman.core.spans import Span

RAW = (
    "التقى وزير الخارجية العماني نظيره الهندي في مسقط أمس.\n"
    "Oman, said the minister, thanks India and urges calm."
)
ARABIC = EvidenceSpan("s1", 0, 53, RAW[0:53])
LATIN = EvidenceSpan("s1", 54, len(RAW), RAW[54:])
DAY = Interval(date(2024, 1, 29), date(2024, 1, 29), "relative", "‘أمس’, story dated 2024-01-30")
PUBLISHED = Interval(date(2024, 1, 30), date(2024, 1, 30), "explicit", "2024-01-30")


def an_event(**changes) -> Event:
    given = {
        "id": "ev1", "story": "s1", "date": DAY, "source": "IND", "target": "OMN",
        "type": "CONSULT", "mode": "meet", "contexts": ("diplomatic",),
        "quad": "verbal-cooperation", "score": 1.0, "cameo": "040", "rule": "meet",
        "engagement": "e1", "confidence": 0.9, "evidence": (ARABIC,),
    }  # fmt: skip
    return Event(**(given | changes))


@pytest.fixture
def reading() -> Reading:
    return Reading(
        document=DocumentMeta(
            "d" * 64, "muscat.txt", "ar", outlet="جريدة الخليج اليوم", published=PUBLISHED
        ),
        stories=(
            StoryReading("s1", "main", "ar", "لقاء في مسقط", RAW, ((0, len(RAW)),), PUBLISHED),
        ),
        entities=(
            Entity("OMN", "polity", "Oman", {"en": "Oman", "ar": "عُمان"}, "OMN"),
            Entity("p1", "person", "بدر", {"ar": "بدر"}, "OMN"),
        ),
        engagements=(
            Engagement(
                id="e1", story="s1", kind="meeting", sides=("IND", "OMN"),
                participants=(Participant("p1", "بدر", "OMN", "foreign_minister", "الوزير"),),
                date=DAY, place=Place("OMN", "Muscat"), sidelines_of="Oman Forum", round=3,
                duration_minutes=20, topics=("trade_investment",), confidence=0.9,
                evidence=(ARABIC,),
            ),
            Engagement(
                id="e2", story="s1", kind="visit", status="planned", sides=("IND", "OMN"),
                part_of="e1", confidence=0.4, evidence=(LATIN,),
            ),
        ),
        statements=(
            Statement(
                id="st1", story="s1", engagement="e2", speaker="p1", side="OMN", target="IND",
                act="SUPPORT", gist="thanks India", confidence=0.8, evidence=(LATIN,),
            ),
        ),
        outcomes=(
            Outcome(
                id="o1", story="s1", engagement="e1", kind="pledge", parties=("OMN",), to=("IND",),
                confidence=0.7, evidence=(LATIN,),
            ),
        ),
        events=(
            an_event(),
            an_event(id="ev2", type="AGREE", mode=None, status="planned", evidence=(LATIN,)),
            an_event(id="ev3", source="IND", target="IND", type="PROTEST"),
        ),
        notes=(Note("furniture-removed", Span(0, 4)), Note("dates-differ", None, "two dates")),
    )  # fmt: skip
