"""Whom a name means: known people in any spelling, homonyms told apart, strangers left alone."""

from datetime import date

import pytest

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.pipeline import Reader
from tests.extract.reading import read


def person(text: str, language: str, name: str, published: str):
    """The entity of the participant of a name."""
    day = date.fromisoformat(published)
    reading = read(text, language, published=Interval(day, day, "explicit", "given"))
    (found,) = {p.entity for e in reading.engagements for p in e.participants if p.name == name}
    return next(e for e in reading.entities if e.id == found)


KNOWN = [
    (
        "Japanese Foreign Minister Yohko Kamikava met her Omani counterpart in Muscat.",
        "en", "Yohko Kamikava", "2024-03-05", "Yoko Kamikawa", "held that office",
    ),
    (
        "استقبل وزير الخارجية العماني نظيرته وزيرة الخارجية اليابانية يوكو كميكاوا في مسقط.",
        "ar", "يوكو كميكاوا", "2024-03-05", "Yoko Kamikawa", "another script",
    ),
    (
        "US President Joseph R. Biden, Jr. met the president of Kenya in Washington.",
        "en", "Joseph R. Biden, Jr.", "2022-03-05", "Joe Biden", "listed name",
    ),
    (
        "Kenyan Foreign Minister Amina Mohamed met her Ugandan counterpart in Kampala.",
        "en", "Amina Mohamed", "2015-03-05", "Amina Mohamed", "listed name",
    ),
    (
        "التقت وزيرة الخارجية الكينية أمينة محمد نظيرها الأوغندي في كمبالا.",
        "ar", "أمينة محمد", "2015-03-05", "Amina Mohamed", "listed name",
    ),
    (
        "التقت نائبة الأمين العام للأمم المتحدة أمينة محمد الرئيس الأوغندي في كمبالا.",
        "ar", "أمينة محمد", "2021-03-05", "Amina J. Mohammed", "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "name", "published", "known", "because"), KNOWN)
def test_a_known_person(text, language, name, published, known, because):
    entity = person(text, language, name, published)
    assert entity.name == known
    assert because in entity.because
    assert 0.75 <= entity.score <= 1


STRANGERS = [
    ("Russian Deputy Foreign Minister Alexander Sultanov met the Egyptian president in Cairo.",
     "en", "Alexander Sultanov"),
    ("Kenyan Foreign Minister Yoko Kamikawera met her Ugandan counterpart in Kampala.",
     "en", "Yoko Kamikawera"),
    ("استقبل الرئيس المصري السفير السعودي أحمد عبدالعزيز الشمري في القاهرة.",
     "ar", "أحمد عبدالعزيز الشمري"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "name"), STRANGERS)
def test_a_stranger_keeps_an_id_of_the_document(text, language, name):
    entity = person(text, language, name, "2012-06-04")
    assert entity.name == name
    assert (entity.score, entity.because, entity.wikidata) == (None, None, None)


def test_a_stranger_has_one_id_throughout():
    reading = read(
        "Kenyan trade envoy Joseph Wekwerto met Ugandan officials in Kampala on Friday. Wekwerto "
        "accused Uganda of closing the border. Later J. Wekwerto condemned Rwanda.",
        "en",
    )
    people = {e.id for e in reading.entities if e.kind == "person"}
    acting = {e.source_entity for e in reading.events}
    assert len(people) == 1
    assert acting == people


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "التقى السفير كانسوكي ناغاوكا وزير الخارجية العماني في مسقط.",
            "assistant_foreign_minister",
        ),
        ("التقى وزير الخارجية العماني السفير الياباني كينجي تاناكا في مسقط.", "ambassador"),
    ],
)
def test_ambassador_may_be_but_a_rank(text, office):
    day = date(2023, 5, 10)
    reading = read(text, "ar", published=Interval(day, day, "explicit", "given"))
    assert {p.office for e in reading.engagements for p in e.participants} == {office}


HEADS_WITHOUT_A_DAY = [
    ("Obama met Netanyahu.", ("ISR", "USA")),
    ("Putin telephoned Merkel on Monday.", ("DEU", "RUS")),
    ("Barack Obama received President Mugabe at the White House.", ("USA", "ZWE")),
]


@pytest.mark.parametrize(("text", "sides"), HEADS_WITHOUT_A_DAY)
def test_surnames_of_heads_tell_their_polity(text: str, sides: tuple[str, ...]) -> None:
    reading = Reader.default().read(Incoming("heads", text, "heads", language="en"))
    assert [e.sides for e in reading.engagements] == [sides]


@pytest.mark.parametrize("text", ["Smith met Kim in a hotel.", "Brown telephoned Green."])
def test_surnames_of_many_tell_nothing(text: str) -> None:
    reading = Reader.default().read(Incoming("many", text, "many", language="en"))
    assert reading.engagements == ()
