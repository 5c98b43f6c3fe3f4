"""The days of a visit that is told by its first or last day and how long it lasts."""

from datetime import date

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("وصل وزير خارجية كينيا إلى أكرا يوم الأحد في زيارة تستغرق يومين.", "ar", 7, 8),
        ("يبدأ الرئيس الكيني الأحد المقبل زيارة إلى غانا تستمر ثلاثة أيام.", "ar", 14, 16),
        ("أنهى الوزير الكيني أمس زيارة إلى غانا استمرت ثلاثة أيام.", "ar", 7, 9),
        ("غادر الوزير الكيني أكرا أمس في ختام زيارة إلى غانا استمرت ثلاثة أيام.", "ar", 7, 9),
        ("The Kenyan president arrived in Ghana on Sunday on a two-day visit.", "en", 7, 8),
        ("The Kenyan president ended a three-day visit to Ghana on Tuesday.", "en", 7, 9),
        (
            "Kenya's king left Accra on Tuesday at the conclusion of a three-day visit to Ghana.",
            "en",
            7,
            9,
        ),
    ],
)
def test_a_visit_has_all_its_days(text: str, language: str, first: int, last: int) -> None:
    days = next(e.date for e in read(text, language).engagements if e.kind == "visit")
    assert days is not None
    assert (days.earliest, days.latest) == (date(2024, 1, first), date(2024, 1, last))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("زار الوزير الكيني غانا أمس في زيارة استمرت يومين.", "ar"),
        ("وصل الوزير الكيني إلى غانا أمس. وتستمر المناورات ثلاثة أيام في مالي.", "ar"),
        ("The Kenyan president arrived in Ghana on Tuesday.", "en"),
    ],
)
def test_an_open_visit_keeps_the_day_told(text: str, language: str) -> None:
    days = next(e.date for e in read(text, language).engagements if e.kind == "visit")
    assert days is not None
    assert days.earliest == days.latest == date(2024, 1, 9)
