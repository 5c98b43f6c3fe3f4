"""Contacts: kinds, status, sides, days, places, and how several tellings become one."""

from datetime import date

import pytest

from dragoman.core.reading import Engagement
from tests.extract.reading import read

Told = tuple[str, str, str, str | None, str | None]
"""Kind, status, sides, day (ISO, or None where not told), place ("USA", "USA Washington")."""


def brief(engagement: Engagement) -> Told:
    day = engagement.date
    told = day is not None and day.basis != "inferred"
    place = engagement.place
    return (
        engagement.kind,
        engagement.status,
        " ".join(engagement.sides),
        day.earliest.isoformat() if day is not None and told else None,
        " ".join(filter(None, (place.country, place.city))) if place else None,
    )


ENGLISH: dict[str, list[Told]] = {
    "The Thai foreign minister met his Cambodian counterpart in Bangkok on Monday.": [
        ("meeting", "happened", "KHM THA", "2024-01-08", "THA Bangkok")
    ],
    "The Jordanian king received the Cypriot president in Amman two days ago.": [
        ("meeting", "happened", "CYP JOR", "2024-01-08", "JOR Amman")
    ],
    "The Slovenian president spoke by phone with the Croatian prime minister on Tuesday.": [
        ("call", "happened", "HRV SVN", "2024-01-09", None)
    ],
    "The German chancellor travelled to Kazakhstan on 3 January 2024.": [
        ("visit", "happened", "DEU KAZ", "2024-01-03", "KAZ")
    ],
    "The Senegalese president began a visit to Guinea, Mali and Mauritania on Sunday.": [
        ("visit", "happened", "GIN SEN", "2024-01-07", "GIN"),
        ("visit", "happened", "MLI SEN", "2024-01-07", "MLI"),
        ("visit", "happened", "MRT SEN", "2024-01-07", "MRT"),
    ],
    "Uganda and Rwanda held the third round of political consultations in Kigali on 4 January.": [
        ("consultations", "happened", "RWA UGA", "2024-01-04", "RWA Kigali")
    ],
    "The leaders of Japan, South Korea and the United States held a trilateral summit in Seoul "
    "yesterday.": [("summit", "happened", "JPN KOR USA", "2024-01-09", "KOR Seoul")],
    "Greece hosted a conference on migration with Albania in Athens on Sunday.": [
        ("conference", "happened", "ALB GRC", "2024-01-07", "GRC Athens")
    ],
    "The Mexican foreign minister sent a letter to her Cuban counterpart.": [
        ("letter", "happened", "CUB MEX", None, None)
    ],
    "Azerbaijan and Georgia signed an agreement on energy at a signing ceremony in Tbilisi.": [
        ("signing", "happened", "AZE GEO", None, "GEO Tbilisi")
    ],
    "The new ambassador of Nepal presented his credentials to the President of Sri Lanka in "
    "Colombo.": [("ceremony", "happened", "LKA NPL", None, "LKA Colombo")],
    "The Spanish foreign minister is to meet his Moroccan counterpart in Rabat tomorrow.": [
        ("meeting", "planned", "ESP MAR", "2024-01-11", "MAR Rabat")
    ],
    "Kenya's president and Ethiopia's prime minister will meet in Nairobi next Monday.": [
        ("meeting", "planned", "ETH KEN", "2024-01-15", "KEN Nairobi")
    ],
    "The Danish prime minister will visit Vietnam on 20 January.": [
        ("visit", "planned", "DNK VNM", "2024-01-20", "VNM")
    ],
    "Norway's prime minister will speak by phone with the president of Chile tomorrow.": [
        ("call", "planned", "CHL NOR", "2024-01-11", None)
    ],
}

ARABIC: dict[str, list[Told]] = {
    "التقى وزير الخارجية التايلاندي نظيره الكمبودي في بانكوك يوم الاثنين.": [
        ("meeting", "happened", "KHM THA", "2024-01-08", "THA Bangkok")
    ],
    "استقبل رئيس الوزراء المصري نظيره القبرصي في القاهرة أمس.": [
        ("meeting", "happened", "CYP EGY", "2024-01-09", "EGY Cairo")
    ],
    "أجرى الرئيس السلوفيني اتصالا هاتفيا برئيس الوزراء الكرواتي يوم الثلاثاء.": [
        ("call", "happened", "HRV SVN", "2024-01-09", None)
    ],
    "وصل رئيس الوزراء الهندي إلى أبوظبي يوم الثلاثاء.": [
        ("visit", "happened", "ARE IND", "2024-01-09", "ARE Abu Dhabi")
    ],
    "زار الرئيس السنغالي كينيا وأوغندا يوم الأحد.": [
        ("visit", "happened", "KEN SEN", "2024-01-07", "KEN"),
        ("visit", "happened", "SEN UGA", "2024-01-07", "UGA"),
    ],
    "عقدت أوغندا ورواندا الجولة الثالثة من المشاورات السياسية في كيغالي في 4 يناير.": [
        ("consultations", "happened", "RWA UGA", "2024-01-04", "RWA Kigali")
    ],
    "عقد رئيسا كينيا وأوغندا قمة ثنائية في نيروبي أمس.": [
        ("summit", "happened", "KEN UGA", "2024-01-09", "KEN Nairobi")
    ],
    "شاركت ألبانيا واليونان في مؤتمر حول الهجرة في تيرانا يوم الأحد.": [
        ("conference", "happened", "ALB GRC", "2024-01-07", "ALB Tirana")
    ],
    "بعث رئيس بيرو برسالة إلى ملك إسبانيا.": [("letter", "happened", "ESP PER", None, None)],
    "جرت مراسم توقيع الاتفاقية بين أذربيجان وجورجيا في تبليسي.": [
        ("signing", "happened", "AZE GEO", None, "GEO Tbilisi")
    ],
    "قدم سفير نيبال الجديد أوراق اعتماده إلى رئيس سريلانكا في كولومبو.": [
        ("ceremony", "happened", "LKA NPL", None, "LKA Colombo")
    ],
    "يلتقي الرئيس الكيني رئيس الوزراء الإثيوبي في نيروبي غدا.": [
        ("meeting", "planned", "ETH KEN", "2024-01-11", "KEN Nairobi")
    ],
    "ستزور رئيسة الوزراء الدنماركية فيتنام في 20 يناير.": [
        ("visit", "planned", "DNK VNM", "2024-01-20", "VNM")
    ],
    "سيجري رئيس الوزراء النرويجي اتصالا هاتفيا مع رئيس تشيلي غدا.": [
        ("call", "planned", "CHL NOR", "2024-01-11", None)
    ],
    "ألغيت زيارة رئيس الوزراء العراقي إلى تركيا.": [("visit", "cancelled", "IRQ TUR", None, "TUR")],
}

SINGLE = [
    pytest.param(language, text, told, id=f"{language}-{told[0][0]}-{k}")
    for language, table in (("en", ENGLISH), ("ar", ARABIC))
    for k, (text, told) in enumerate(table.items())
]


@pytest.mark.parametrize(("language", "text", "told"), SINGLE)
def test_what_a_sentence_tells(language: str, text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, language).engagements] == told


@pytest.mark.parametrize("table", [ENGLISH, ARABIC])
def test_every_kind_is_tried(table: dict[str, list[Told]]) -> None:
    assert len({t[0] for told in table.values() for t in told}) == 9


MERGED = [
    (
        "en",
        "Angolan President Joao Lourenco met Zambian President Hakainde Hichilema in Luanda on "
        "Friday. During the meeting, Lourenco thanked Hichilema for his support. The two "
        "presidents discussed trade. The talks lasted 45 minutes.",
        ("meeting", "happened", "AGO ZMB", "2024-01-05", "AGO Luanda"),
    ),
    (
        "en",
        "Poland's foreign minister held talks with his Lithuanian counterpart in Vilnius. During "
        "the meeting, the two ministers discussed energy. Poland and Lithuania discussed trade.",
        ("meeting", "happened", "LTU POL", None, "LTU Vilnius"),
    ),
    (
        "ar",
        "استقبل الرئيس الأنغولي جواو لورنسو نظيره الزامبي في لواندا يوم الجمعة. "
        "وبحث الرئيسان التجارة.",
        ("meeting", "happened", "AGO ZMB", "2024-01-05", "AGO Luanda"),
    ),
    (
        "ar",
        "التقى وزير الخارجية البولندي نظيره الليتواني في فيلنيوس. وبحث الجانبان الطاقة.",
        ("meeting", "happened", "LTU POL", None, "LTU Vilnius"),
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), MERGED)
def test_one_contact_told_often_is_one(language: str, text: str, told: Told) -> None:
    assert [brief(e) for e in read(text, language).engagements] == [told]


APART = [
    (
        "en",
        "Dutch Prime Minister Mark Rutte met Ukrainian President Volodymyr Zelensky in Kyiv on "
        "Monday. Rutte later met Moldovan President Maia Sandu in Chisinau on Tuesday.",
        {("NLD UKR", "2024-01-08"), ("MDA NLD", "2024-01-09")},
    ),
    (
        "en",
        "Foreign Minister Penny Wong of Australia met her Tongan counterpart on Monday. On "
        "Wednesday, Wong met Fijian Prime Minister Sitiveni Rabuka.",
        {("AUS TON", "2024-01-08"), ("AUS FJI", "2024-01-10")},
    ),
    (
        "en",
        "Sweden's foreign minister met his Danish counterpart on 3 January. Sweden's foreign "
        "minister met his Danish counterpart again on 8 January.",
        {("DNK SWE", "2024-01-03"), ("DNK SWE", "2024-01-08")},
    ),
    (
        "ar",
        "التقى وزير الخارجية الكيني نظيره الأوغندي يوم الاثنين. "
        "والتقى وزير الخارجية الكيني نظيره الرواندي يوم الثلاثاء.",
        {("KEN UGA", "2024-01-08"), ("KEN RWA", "2024-01-09")},
    ),
    (
        "ar",
        "التقى وزير الخارجية السويدي نظيره الدنماركي في 3 يناير. "
        "والتقى وزير الخارجية السويدي نظيره الدنماركي مجددا في 8 يناير.",
        {("DNK SWE", "2024-01-03"), ("DNK SWE", "2024-01-08")},
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), APART)
def test_separate_contacts_stay_apart(
    language: str, text: str, told: set[tuple[str, str | None]]
) -> None:
    found = [brief(e) for e in read(text, language).engagements]
    assert {(sides, day) for _, _, sides, day, _ in found} == told
    assert len(found) == len(told)


def only(text: str, language: str) -> Engagement:
    (engagement,) = read(text, language).engagements
    return engagement


def test_sidelines() -> None:
    english = (
        "The Maltese foreign minister met his Libyan counterpart on the sidelines of the Munich "
        "Security Conference."
    )
    arabic = "التقى وزير الخارجية المالطي نظيره الليبي على هامش مؤتمر ميونيخ للأمن."
    assert only(english, "en").sidelines_of == "Munich Security Conference"
    assert only(arabic, "ar").sidelines_of == "مؤتمر ميونيخ للأمن"
    assert only("The Maltese premier met his Libyan counterpart.", "en").sidelines_of is None


def test_rounds() -> None:
    english = "Uganda and Rwanda held the fifth round of political consultations in Kigali."
    arabic = "عقدت أوغندا ورواندا الجولة الخامسة من المشاورات السياسية في كيغالي."
    assert only(english, "en").round == only(arabic, "ar").round == 5


def test_minutes() -> None:
    english = "The Slovenian president spoke by phone with the Croatian premier for 40 minutes."
    arabic = "أجرى الرئيس السلوفيني اتصالا هاتفيا برئيس الوزراء الكرواتي استمر 40 دقيقة."
    assert only(english, "en").duration_minutes == only(arabic, "ar").duration_minutes == 40


def test_attendance() -> None:
    english = only(
        "Chinese Foreign Minister Wang Yi met Egyptian Foreign Minister Sameh Shoukry in Cairo. "
        "The meeting was attended by Chinese Ambassador to Egypt Liao Liqiang.",
        "en",
    )
    arabic = only(
        "التقى وزير الخارجية الصيني وانغ يي نظيره المصري سامح شكري في القاهرة. "
        "وحضر اللقاء سفير الصين لدى مصر لياو لي تشيانغ.",
        "ar",
    )
    wanted = [("CHN", "foreign_minister"), ("EGY", "foreign_minister"), ("CHN", "ambassador")]
    assert [(p.side, p.office) for p in english.participants] == wanted
    assert [(p.side, p.office) for p in arabic.participants] == wanted


DAYS = [
    ("en", "today", date(2024, 1, 10), date(2024, 1, 10)),
    ("en", "yesterday", date(2024, 1, 9), date(2024, 1, 9)),
    ("en", "on Friday", date(2024, 1, 5), date(2024, 1, 5)),
    ("en", "last week", date(2024, 1, 1), date(2024, 1, 7)),
    ("en", "in December", date(2023, 12, 1), date(2023, 12, 31)),
    ("en", "on 28 November 2023", date(2023, 11, 28), date(2023, 11, 28)),
    ("ar", "اليوم", date(2024, 1, 10), date(2024, 1, 10)),
    ("ar", "أمس", date(2024, 1, 9), date(2024, 1, 9)),
    ("ar", "يوم الجمعة", date(2024, 1, 5), date(2024, 1, 5)),
    ("ar", "في ديسمبر", date(2023, 12, 1), date(2023, 12, 31)),
    ("ar", "في 28 نوفمبر 2023", date(2023, 11, 28), date(2023, 11, 28)),
]
FRAMES = {
    "en": "The Thai foreign minister met his Cambodian counterpart in Bangkok {}.",
    "ar": "التقى وزير الخارجية التايلاندي نظيره الكمبودي في بانكوك {}.",
}


@pytest.mark.parametrize(("language", "words", "earliest", "latest"), DAYS)
def test_days(language: str, words: str, earliest: date, latest: date) -> None:
    found = only(FRAMES[language].format(words), language).date
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.because


@pytest.mark.parametrize("language", sorted(FRAMES))
def test_untold_day_of_news_is_the_day_of_the_story(language: str) -> None:
    found = only(FRAMES[language].format("").replace(" .", "."), language).date
    assert found is not None
    assert (found.earliest, found.latest) == (date(2024, 1, 10), date(2024, 1, 10))
    assert found.basis == "inferred"


SAME_SIDE = [
    ("en", "King Abdullah of Jordan received Jordan's prime minister in Amman."),
    ("en", "The Kenyan president met Kenyan governors on Monday."),
    ("ar", "استقبل الرئيس المصري رئيس الوزراء المصري في القاهرة."),
]


@pytest.mark.parametrize(("language", "text"), SAME_SIDE)
def test_contacts_within_one_side_are_none(language: str, text: str) -> None:
    assert read(text, language).engagements == ()


CALLS_IN_TITLES = [
    (
        "en",
        "Readout of the Minister's Call with President Ruto of Kenya",
        "The Swedish foreign minister spoke today with President William Ruto of Kenya.",
    ),
    (
        "ar",
        "اتصال هاتفي بين وزيري خارجية عُمان والنرويج",
        "تبادل وزير الخارجية العماني وجهات النظر مع نظيره النرويجي.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), CALLS_IN_TITLES)
def test_a_title_says_how_people_spoke(language, title, text):
    assert [e.kind for e in read(text, language, title).engagements] == ["call"]
    assert [e.kind for e in read(text, language).engagements] == ["meeting"]


def test_who_receives_a_guest_from_abroad_is_visited():
    text = "The American president will welcome King Abdullah II of Jordan to the White House."
    told = {(e.kind, e.status): e.sides for e in read(text, "en").engagements}
    assert told == {("meeting", "planned"): ("JOR", "USA"), ("visit", "planned"): ("JOR", "USA")}


def test_an_adviser_to_a_leader_acts_for_that_leader():
    text = "The Omani minister met Ibrahim Demir, Chief Adviser to the President of Turkey."
    (meeting,) = read(text, "en").engagements
    assert meeting.sides == ("OMN", "TUR")


def test_three_countries_are_those_last_told_of_together():
    text = (
        "Relations with Kenya, Ghana and Togo are good, Chinese President Hu Jintao said. "
        "He will visit the three countries in February."
    )
    told = {e.sides for e in read(text, "en").engagements}
    assert told == {("CHN", "KEN"), ("CHN", "GHA"), ("CHN", "TGO")}


def test_the_day_of_an_announcement_is_not_that_of_the_visit():
    text = "The Omani president will visit Chile on January 22, a spokesman said Tuesday."
    (visit,) = read(text, "en").engagements
    assert visit.date is not None
    assert visit.date.earliest == date(2024, 1, 22)
