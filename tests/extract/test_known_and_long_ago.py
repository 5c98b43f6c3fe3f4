"""Wars only named as a date or a cause, what was long before the day of the story, and guests."""

from datetime import date
from functools import partial

import pytest

from dragoman.core.interval import Interval
from tests.extract.reading import deeds, read

SUMMER = Interval(date(2023, 7, 3), date(2023, 7, 3), "explicit", "given")
told = partial(deeds, published=SUMMER)


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن الأسعار ارتفعت منذ الغزو الروسي لأوكرانيا.",
        "وانضمت فنلندا إلى الحلف ردا على الهجوم الروسي على أوكرانيا.",
        "ونزح الآلاف نتيجة العدوان الإريتري على جيبوتي.",
        "ووصلت المساعدات بعد أشهر من بدء الاجتياح الأوغندي للكونغو الديمقراطية.",
    ],
)
def test_a_war_that_only_dates_or_explains_is_no_news(text):
    assert not {t for t in told(text) if t[0] in ("ASSAULT", "ACCUSE")}


@pytest.mark.parametrize(
    ("text", "attack"),
    [
        ("دخل الغزو الروسي لأوكرانيا عامه الثاني.", ("ASSAULT", "RUS", "UKR")),
        ("وقتل ثلاثة جنود بعد غارة إريترية على جيبوتي.", ("ASSAULT", "ERI", "DJI")),
        ("أدى القصف الأوغندي على رواندا إلى سقوط ضحايا.", ("ASSAULT", "UGA", "RWA")),
    ],
)
def test_an_attack_that_is_told_is_an_attack(text, attack):
    assert attack in told(text)


def test_what_was_years_before_what_an_undated_story_tells_is_history():
    text = (
        "وعززت الغارات الإثيوبية على إريتريا عام 2008 مخاوف السكان. "
        "وفي 12 مايو 2021 التقى وزير الخارجية الكيني نظيره الأوغندي."
    )
    found = told(text, published=None)
    assert ("ASSAULT", "ETH", "ERI") not in found
    assert {t[0] for t in found} == {"CONSULT"}


def test_a_year_until_which_something_is_to_last_dates_no_story():
    text = (
        "أدت الغارات الإثيوبية على إريتريا في مايو 2021 إلى سقوط قتلى. "
        "وتسعى الحكومة إلى خفض الانبعاثات بحلول عام 2030."
    )
    assert ("ASSAULT", "ETH", "ERI") in told(text, published=None)


def test_what_was_then_was_on_the_days_told_before():
    text = (
        "وخضع الموقع للتفتيش عام 2015 بعد إبرام الاتفاق. وزار وزير الخارجية الياباني آنذاك طهران."
    )
    assert not told(text)
    assert any(e.date and e.date.earliest.year == 2015 for e in read(text).engagements)


@pytest.mark.parametrize(
    "text",
    [
        "وقال المتحدث إن الأمير يلتقي السفير الكيني والوزير الأوغندي.",
        "رئيس الديوان يستقبل السفير الكيني والوزير الأوغندي.",
    ],
)
def test_those_whom_somebody_meets_have_not_met_each_other(text):
    assert not told(text)


def test_what_is_due_tomorrow_god_willing_is_planned():
    text = (
        "يتوجه – بمشيئة الله – غدا وزير الداخلية الكيني إلى أوغندا في زيارة عمل "
        "يلتقي خلالها بالرئيس الأوغندي."
    )
    assert told(text) == {("AGREE", "KEN", "UGA")}
