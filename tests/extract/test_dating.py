"""Stories without a date: bounded by who held which office, by months told, by a headline."""

from datetime import date
from hashlib import sha256

import pytest

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.core.reading import Reading
from dragoman.pipeline import Reader
from tests.extract.reading import read

_READER = Reader.default()


def undated(text: str, language: str | None = None) -> Reading:
    """The reading of a text that came without any date."""
    digest = sha256(text.encode()).hexdigest()
    return _READER.read(Incoming("undated", text, digest, language=language))


def published(text: str, language: str | None = None) -> Interval:
    found = undated(text, language).document.published
    assert found is not None
    return found


IWAYA_RUBIO = {
    "en": "Japanese Foreign Minister Takeshi Iwaya met U.S. Secretary of State Marco Rubio.",
    "ar": "التقى وزير الخارجية الياباني تاكيشي إيوايا نظيره الأمريكي ماركو روبيو في طوكيو.",
}
SHOUKRY_FIDAN = {
    "en": "Egyptian Foreign Minister Sameh Shoukry received Turkish Foreign Minister Hakan Fidan.",
    "ar": "استقبل وزير الخارجية المصري سامح شكري نظيره التركي هاكان فيدان في القاهرة.",
}
TENURES = [
    pytest.param(code, table[code], earliest, latest, id=f"{name}-{code}")
    for name, table, earliest, latest in (
        ("iwaya-rubio", IWAYA_RUBIO, date(2025, 1, 21), date(2025, 10, 21)),
        ("shoukry-fidan", SHOUKRY_FIDAN, date(2023, 6, 4), date(2024, 7, 3)),
    )
    for code in ("en", "ar")
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), TENURES)
def test_offices_bound_a_story(language: str, text: str, earliest: date, latest: date) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.basis == "inferred"


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", ["Takeshi Iwaya", "Marco Rubio"]), ("ar", ["تاكيشي إيوايا", "ماركو روبيو"])],
)
def test_the_reason_names_the_tenures(language: str, names: list[str]) -> None:
    because = published(IWAYA_RUBIO[language], language).because
    for name in names:
        assert name in because
    assert "was foreign minister of JPN" in because
    assert "2025-10-21" in because


def test_another_office_bounds_otherwise() -> None:
    defence = "Japanese Defence Minister Takeshi Iwaya met Egyptian Foreign Minister Sameh Shoukry."
    found = published(defence, "en")
    assert (found.earliest, found.latest) == (date(2018, 10, 2), date(2019, 9, 11))


def test_more_people_never_widen_the_bounds() -> None:
    wide = published(SHOUKRY_FIDAN["en"], "en")
    more = f"{SHOUKRY_FIDAN['en']} German Foreign Minister Annalena Baerbock praised Egypt."
    narrow = published(more, "en")
    assert wide.earliest <= narrow.earliest
    assert narrow.latest <= wide.latest


MONTHS = [
    (
        "en",
        "German Foreign Minister Annalena Baerbock met Irish Foreign Minister Micheal Martin in "
        "Berlin. The two ministers had met in May.",
        date(2023, 5, 1),
        date(2025, 1, 23),
    ),
    (
        "ar",
        f"{IWAYA_RUBIO['ar']} وكان الوزيران قد التقيا في يونيو.",
        date(2025, 6, 1),
        date(2025, 10, 21),
    ),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), MONTHS)
def test_a_month_told_as_past_bounds_the_beginning(
    language: str, text: str, earliest: date, latest: date
) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert "as past" in found.because


def test_a_month_to_come_bounds_nothing() -> None:
    text = f"{IWAYA_RUBIO['en']} The two ministers will meet again in June."
    assert published(text, "en").earliest == date(2025, 1, 21)


PAST_DAYS = [
    ("en", f"{SHOUKRY_FIDAN['en']} The two ministers signed a protocol on 4 March 2024."),
    ("ar", f"{SHOUKRY_FIDAN['ar']} ووقع الوزيران بروتوكولا في 4 مارس 2024."),
]


@pytest.mark.parametrize(("language", "text"), PAST_DAYS)
def test_a_day_told_as_past_bounds_the_beginning(language: str, text: str) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (date(2024, 3, 4), date(2024, 7, 3))
    assert "as past" in found.because


HEADLINES = [
    "Joint Commission 2016 opens in Kigali\n\nThe foreign minister of Uganda met his counterpart "
    "from Rwanda in Kigali and the ministers talked about trade across the border.\n",
    "انطلاق أعمال اللجنة المشتركة 2016 في كيغالي\n\nالتقى وزير الخارجية الأوغندي نظيره الرواندي "
    "في كيغالي وبحث الوزيران التجارة عبر الحدود وسبل تعزيزها في الأعوام القادمة.\n",
]


@pytest.mark.parametrize("text", HEADLINES)
def test_the_year_of_a_headline(text: str) -> None:
    found = published(text)
    assert (found.earliest, found.latest) == (date(2016, 1, 1), date(2016, 12, 31))
    assert "headline" in found.because
    assert "2016" in found.because


OWN_DAYS = [
    ("ar", "أجرى الملك محمد السادس، يومه الاثنين 18 أبريل 2022، مكالمة هاتفية مع أمير قطر تميم.",
     date(2022, 4, 18), date(2022, 4, 18)),
    ("en", "King Mohammed VI of Morocco spoke by phone today, Monday, April 18, 2022, with Emir "
     "Tamim of Qatar.", date(2022, 4, 18), date(2022, 4, 18)),
    ("en", f"{SHOUKRY_FIDAN['en']} He arrived today, Tuesday 6 February.",
     date(2024, 2, 6), date(2024, 2, 6)),
    ("ar", f"{SHOUKRY_FIDAN['ar']} ووصل الوزير اليوم الثلاثاء 6 فبراير الجاري.",
     date(2024, 2, 6), date(2024, 2, 6)),
    ("ar", f"{SHOUKRY_FIDAN['ar']} وتستمر الزيارة من 5 إلى 7 فبراير الجاري.",
     date(2024, 2, 1), date(2024, 2, 29)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), OWN_DAYS)
def test_what_is_said_of_today(language: str, text: str, earliest: date, latest: date) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert "its own day" in found.because


DAYS_OF_EVENTS = [
    ("en", "Ukrainian and Russian envoys spoke in Ankara about the war that began on 24 February, "
     "the envoy said.", date(2022, 2, 24), date(2023, 2, 24)),
    ("ar", "قال الرئيس الأوكراني إن بلاده ترفض شروط روسيا منذ بدء الحرب في 24 فبراير الماضي.",
     date(2022, 3, 1), date(2022, 12, 31)),
    ("ar", "رحبت الحكومة اليمنية بتمديد الهدنة المعلنة في الثاني من أبريل الماضي في اليمن.",
     date(2022, 5, 1), date(2023, 2, 28)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), DAYS_OF_EVENTS)
def test_events_named_by_their_day(language: str, text: str, earliest: date, latest: date) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert "the day of" in found.because


SIDELINES = [
    ("en", "The Kenyan and Ghanaian ministers met on the sidelines of the Negev Summit."),
    ("ar", "التقى الوزيران الكيني والغاني على هامش «قمة النقب» في إسرائيل."),
]


@pytest.mark.parametrize(("language", "text"), SIDELINES)
def test_what_was_on_the_sidelines_of_a_gathering_is_of_its_days(language: str, text: str) -> None:
    found = published(text, language)
    assert found.earliest >= date(2022, 3, 20)
    assert found.latest <= date(2022, 4, 20)


NOT_DAYS_OF_EVENTS = [
    ("en", "Kenyan and Ugandan envoys spoke in Nairobi about the strike that began on 24 "
     "February."),
    ("en", "In 2014 Ukrainian and Russian envoys met; on 24 February of the same year they left."),
    ("ar", "قال الرئيس الكيني إن أوغندا ترفض الشروط منذ 24 فبراير الماضي."),
    ("ar", "التقى مبعوثون من روسيا وأوكرانيا في 24 فبراير من العام نفسه."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_DAYS_OF_EVENTS)
def test_days_of_something_else(language: str, text: str) -> None:
    assert undated(text, language).document.published is None


PLANS = [
    ("en", f"{SHOUKRY_FIDAN['en']} The committee will be held on 14 November 2023.",
     date(2023, 11, 14)),
    ("ar", f"{SHOUKRY_FIDAN['ar']} وستعقد اللجنة المشتركة في 14 نوفمبر 2023.",
     date(2023, 11, 14)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "latest"), PLANS)
def test_a_dated_plan_bounds_the_end(language: str, text: str, latest: date) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (date(2023, 6, 4), latest)


LEFT_BY_THEN = [
    ("en", f"{SHOUKRY_FIDAN['en']} Preparations for the summit of October 2024 went on."),
    ("ar", f"{SHOUKRY_FIDAN['ar']} وتتواصل التحضيرات لقمة أكتوبر 2024."),
]


@pytest.mark.parametrize(("language", "text"), LEFT_BY_THEN)
def test_a_day_after_all_offices_is_yet_to_come(language: str, text: str) -> None:
    assert published(text, language).latest == date(2024, 7, 3)


NOTHING = [
    ("en", "The Ghanaian foreign minister met his Togolese counterpart in Lome."),
    ("ar", "التقى وزير الخارجية الغاني نظيره التوغولي في لومي."),
    ("en", "Icelandic Foreign Minister Gudrun Palsdottir met Estonian officials."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_bounds_a_story_of_nobody_known(language: str, text: str) -> None:
    reading = undated(text, language)
    assert reading.document.published is None
    assert [e.date for e in reading.engagements] == [None]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_contacts_lie_within_the_bounds(language: str) -> None:
    reading = undated(SHOUKRY_FIDAN[language], language)
    (engagement,) = reading.engagements
    bounds = reading.document.published
    assert engagement.date is not None
    assert bounds is not None
    assert bounds.earliest <= engagement.date.earliest <= engagement.date.latest <= bounds.latest
    assert bounds.because in engagement.date.because
    assert reading.stories[0].published == bounds


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_given_day_is_kept(language: str) -> None:
    found = read(IWAYA_RUBIO[language], language).document.published
    assert found is not None
    assert (found.earliest, found.basis, found.because) == (date(2024, 1, 10), "explicit", "given")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        (
            "قال وزير إن طلب انضمام فنلندا والسويد الأربعاء الماضي خطوة كبيرة.",
            date(2022, 5, 19),
            date(2022, 5, 25),
        ),
        (
            "قدم أمير قطر العزاء في وفاة الشيخ خليفة بن زايد أمس.",
            date(2022, 5, 14),
            date(2022, 5, 14),
        ),
        (
            "قدم أمير قطر التعازي في وفاة الشيخ خليفة بن زايد.",
            date(2022, 5, 10),
            date(2022, 5, 27),
        ),
        (
            "نزح كثيرون بعد بدء الغزو الروسي لأوكرانيا في 24 فبراير المنصرم.",
            date(2022, 2, 25),
            date(2023, 2, 24),
        ),
        (
            "احتضن المغرب اجتماع التحالف الدولي ضد داعش بمراكش. وكان ذلك يوم 11 ماي الجاري، "
            "كما قالت المغرب.",
            date(2022, 5, 10),
            date(2022, 5, 31),
        ),
    ],
)
def test_events_told_with_their_day(text: str, earliest: date, latest: date) -> None:
    found = published(text, "ar")
    assert earliest <= found.earliest
    assert found.latest <= latest


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير أعضاء التحالف الدولي ضد داعش الأربعاء الماضي.",
        "بعد طلب انضمام فنلندا والسويد قالت تركيا الأربعاء الماضي إنها ترفض.",
    ],
)
def test_days_of_something_beside_an_event(text: str) -> None:
    found = undated(text, "ar").document.published
    assert found is None or found.days > 31


def test_who_heads_an_organisation_is_no_premier_of_long_ago() -> None:
    text = "التقى الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ رئيسة الوزراء ماغدالينا أندرسون."
    assert published(text, "ar").earliest >= date(2021, 11, 30)
