"""Forms of several polities: marks, the story and what stands before tell which is meant."""

import pytest

from tests.extract.reading import read


def sides(text: str, language: str) -> set[str | None]:
    """The sides of all events, whichever way they act."""
    return {s for e in read(text, language).events for s in (e.source, e.target)}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("دعت عُمان قبرص إلى ضبط النفس.", "ar", "OMN"),
        ("التقى وزير خارجية عُمان بدر البوسعيدي نظيره القبرصي.", "ar", "OMN"),
        ("التقى وزير خارجية عمان بدر البوسعيدي نظيره القبرصي.", "ar", "OMN"),
        ("دعت عَمّان قبرص إلى ضبط النفس.", "ar", "JOR"),
        ("وصل الرئيس القبرصي إلى عمان في زيارة رسمية.", "ar", "JOR"),
        ("وصل الرئيس القبرصي إلى سلطنة عمان في زيارة رسمية.", "ar", "OMN"),
        ("زار الملك الأردني نيقوسيا. وقالت عمان إنها تدعم قبرص.", "ar", "JOR"),
        ("أكدت عمان دعمها لقبرص. وقال الوزير العماني إن بلاده تؤيد الاتفاق.", "ar", "OMN"),
        ("Brussels urged Budapest to unblock aid to Ukraine.", "en", "EUR"),
        ("Serbian President Aleksandar Vucic arrived in Brussels on Tuesday.", "en", "BEL"),
        ("Serbia's president flew to Paris and Brussels for talks.", "en", "BEL"),
        ("دعت بروكسل صربيا إلى الحوار.", "ar", "EUR"),
    ],
)
def test_the_likeliest_polity_is_read(text: str, language: str, wanted: str) -> None:
    found = sides(text, language)
    assert wanted in found
    assert not found & ({"OMN", "JOR", "BEL", "EUR"} - {wanted})


def test_a_meeting_in_brussels_is_in_belgium() -> None:
    reading = read("The German chancellor met the French president in Brussels.", "en")
    (met,) = reading.engagements
    assert met.sides == ("DEU", "FRA")
    assert met.place is not None
    assert (met.place.country, met.place.city) == ("BEL", "Brussels")


@pytest.mark.parametrize(
    ("text", "language", "pair"),
    [
        ("The two Koreas held military talks at Panmunjom on Thursday.", "en", {"KOR", "PRK"}),
        ("North and South Korea agreed to reopen a hotline.", "en", {"KOR", "PRK"}),
        ("The two Sudans signed an agreement on oil in Addis Ababa.", "en", {"SDN", "SSD"}),
        ("عقدت الكوريتان محادثات عسكرية يوم الخميس.", "ar", {"KOR", "PRK"}),
    ],
)
def test_two_that_share_a_name_act_together(text: str, language: str, pair: set[str]) -> None:
    assert sides(text, language) == pair


def test_two_that_share_a_name_do_nothing_by_being_named() -> None:
    assert not sides("The two Koreas are still technically at war.", "en")
