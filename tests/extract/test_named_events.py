"""Undated stories dated by the events they name: by several words, as news, to come, by age."""

from datetime import date

import pytest

from tests.extract.test_dating import published, undated

NEWS = [
    ("en", "Members of parliament heard that Pelosi had visited Kyiv.",
     date(2022, 4, 30), date(2022, 5, 7)),
    ("ar", "سمع النواب في أكرا أن بيلوسي زارت كييف.",
     date(2022, 4, 30), date(2022, 5, 7)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), NEWS)
def test_what_is_soon_forgotten_is_news_of_its_days(
    language: str, text: str, earliest: date, latest: date
) -> None:
    found = published(text, language)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Macky Sall received the ambassador of Ghana in Dakar."),
        ("ar", "استقبل ماكي سال سفير غانا في داكار."),
        (
            "en",
            "Pelosi spoke in the Senate. It rained in Accra. Trains ran late. The mayor of "
            "Kyiv visited Accra.",
        ),
        (
            "ar",
            "تحدثت بيلوسي في مجلس النواب. وهطل المطر في أكرا. وتأخرت القطارات. وزار عمدة كييف "
            "مدينة أكرا.",
        ),
    ],
)
def test_one_word_of_several_names_no_event(language: str, text: str) -> None:
    assert undated(text, language).document.published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pelosi visited Kyiv in April 2022, the ministry recalled."),
        ("ar", "وكانت بيلوسي قد زارت كييف في أبريل 2022 كما ذكرت الوزارة."),
    ],
)
def test_an_event_told_with_its_year_is_old(language: str, text: str) -> None:
    assert undated(text, language).document.published is None


def test_the_latest_event_told_is_the_news() -> None:
    text = (
        "Ghana's envoy recalled the visit of Nancy Pelosi to Kyiv. Samoans had thanked Wang Yi "
        "for his visit, which had led to Fiji."
    )
    assert published(text, "en").earliest == date(2022, 5, 26)


TO_COME = [
    ("en", "Finnish Prime Minister Sanna Marin said Finland would attend. The NATO summit in "
     "Madrid will be held next month.", date(2022, 5, 31)),
    ("ar", "قالت رئيسة الوزراء الفنلندية سانا مارين إن بلادها ستشارك في قمة الناتو في مدريد "
     "المقررة الشهر المقبل.", date(2022, 5, 31)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "latest"), TO_COME)
def test_a_gathering_to_come_bounds_the_end(language: str, text: str, latest: date) -> None:
    found = published(text, language)
    assert date(2021, 5, 1) <= found.earliest
    assert found.latest == latest


AGES = [
    ("en", "On the 40th day of Russia's invasion of Ukraine the mayor thanked Ghana.",
     date(2022, 4, 2), date(2022, 4, 6)),
    ("en", "Russia's invasion of Ukraine, now in its second month, worries Accra.",
     date(2022, 3, 20), date(2022, 4, 28)),
    ("en", "Six months after Russia's invasion of Ukraine, bread is dear in Accra.",
     date(2022, 8, 10), date(2022, 10, 1)),
    ("ar", "قال عمدة أكرا بعد 40 يوما من الحرب الروسية على أوكرانيا إن الخبز غال.",
     date(2022, 4, 4), date(2022, 4, 12)),
    ("ar", "دخلت الحرب الروسية على أوكرانيا يومها الأربعين وسط قلق في أكرا.",
     date(2022, 4, 2), date(2022, 4, 6)),
    ("ar", "في اليوم الـ40 من الغزو الروسي لأوكرانيا قال عمدة أكرا إنه قلق.",
     date(2022, 4, 2), date(2022, 4, 6)),
    ("ar", "دخلت الحرب الروسية على أوكرانيا شهرها الثاني وسط قلق في أكرا.",
     date(2022, 3, 20), date(2022, 4, 28)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), AGES)
def test_the_age_of_a_war_tells_the_day(
    language: str, text: str, earliest: date, latest: date
) -> None:
    found = published(text, language)
    assert earliest <= found.earliest <= found.latest <= latest
    assert "the age of" in found.because


NOT_AGES = [
    ("en", "Forty days of talks ended in Accra. Russia's invasion of Ukraine was told."),
    ("ar", "قضى الوفد 40 يوما في أكرا. وتناول البحث الحرب الروسية على أوكرانيا."),
    ("ar", "في اليوم الثاني من المؤتمر تحدث عمدة أكرا عن الغزو الروسي لأوكرانيا."),
]


@pytest.mark.parametrize(("language", "text"), NOT_AGES)
def test_lengths_of_something_else(language: str, text: str) -> None:
    assert undated(text, language).document.published is None


def test_a_visit_and_a_tenure_that_ends_that_day() -> None:
    text = "نعت الوزارة رئيس دولة الإمارات الشيخ خليفة بن زايد بعد وفاة الشيخ خليفة بن زايد اليوم."
    assert published(text, "ar").earliest == date(2022, 5, 13)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senegalese leader Macky Sall goes north\n\nThe president thanked Putin in Sochi on "
         "Friday for a warm welcome and spoke with him about wheat for the region."),
        ("ar", "الرئيس السنغالي ماكي سال في زيارة\n\nشكر الرئيس الجمعة بوتين في سوتشي على حسن "
         "الاستقبال وبحث معه توريد القمح إلى المنطقة."),
    ],
)  # fmt: skip
def test_headline_and_lead_name_an_event_together(language: str, text: str) -> None:
    assert published(text, language).earliest == date(2022, 6, 3)


SERIES = [
    ("en", "German Finance Minister Christian Lindner said at the Munich Security Conference on "
     "Saturday that Ghana needs help.", date(2022, 2, 19), date(2024, 2, 24)),
    ("ar", "قال رئيس الوزراء العراقي مصطفى الكاظمي في منتدى الدوحة أمس السبت إن غانا تحتاج دعما.",
     date(2022, 3, 27), date(2022, 3, 27)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), SERIES)
def test_one_of_a_series_while_somebody_held_office(
    language: str, text: str, earliest: date, latest: date
) -> None:
    found = published(text, language)
    assert earliest <= found.earliest <= found.latest <= latest


def test_a_gathering_of_a_series_still_to_come_tells_nothing_of_those_before() -> None:
    text = (
        "German Finance Minister Christian Lindner will attend the next Munich Security Conference."
    )
    assert published(text, "en").earliest == date(2021, 12, 8)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "German Finance Minister Christian Lindner met Foreign Minister Pekka Haavisto of "
         "Finland ahead of the NATO summit in Madrid."),
        ("ar", "التقى رئيس الوزراء العراقي مصطفى الكاظمي وزير الخارجية الفنلندي بيكا هافيستو "
         "قبيل قمة الناتو في مدريد."),
    ],
)  # fmt: skip
def test_what_is_ahead_of_a_gathering_is_before_it(language: str, text: str) -> None:
    assert published(text, language).latest <= date(2022, 6, 30)
