"""Occasions in news reports: gatherings, signings, visits told in passing, and their days."""

from datetime import date

import pytest

from tests.extract.reading import DAY, read

Told = tuple[str, str, str]

TELLINGS: dict[str, set[Told]] = {
    "The first EU-Moldova summit, to be held in Chisinau on Thursday, will be about wine.": {
        ("summit", "planned", "EUR MDA")
    },
    "The US vice president will fly to Jakarta to attend the U.S.-ASEAN Summit.": {
        ("visit", "planned", "IDN USA"),
        ("summit", "planned", "ASE USA"),
    },
    "Ghana signed a contract with Kenya on Monday.": {("signing", "happened", "GHA KEN")},
    "Ghana signed a contract with Kenya last year.": set(),
    "It was signed in Lome by Ghanaian Trade Minister Ama Boateng and Togolese Transport Minister "
    "Kofi Agbo.": {("signing", "happened", "GHA TGO")},
    "Delegations led by Ghana's Prime Minister Ama Mensah and her Togolese counterpart, Kofi Agbo, "
    "are scheduled to begin discussions on trade.": {("meeting", "planned", "GHA TGO")},
    "German Chancellor Olaf Scholz, on a visit to Kenya, praised its coffee.": {
        ("visit", "happened", "DEU KEN")
    },
    "A planned trip by Omani Defence Minister Ali Said to Peru has been postponed.": {
        ("visit", "cancelled", "OMN PER")
    },
    "The aide declined to say whether the president of Chad would meet the king of Jordan.": set(),
    "The Kenyan and Ugandan presidents were on the phone on Sunday.": {
        ("call", "happened", "KEN UGA")
    },
    "Ghana and Togo have maintained close high-level contacts.": set(),
    "Kenyans visiting India need no visa.": set(),
    "The US secretary of state flew to Berlin, where she began a European tour.": {
        ("visit", "happened", "DEU USA")
    },
    "Iraqi Oil Minister Amer Hadi held talks with senior officials in Italy.": {
        ("meeting", "happened", "IRQ ITA")
    },
    "The Danish foreign minister is due to arrive in Peru on Tuesday.": {
        ("visit", "planned", "DNK PER")
    },
}


@pytest.mark.parametrize(("text", "told"), TELLINGS.items())
def test_what_is_told(text: str, told: set[Told]) -> None:
    found = {(e.kind, e.status, " ".join(e.sides)) for e in read(text, "en").engagements}
    assert found == told


def test_he_is_not_the_aide_who_said_so() -> None:
    text = (
        "Fijian Trade Minister Ana Tuila took her seat in cabinet, a Fijian official said. She is "
        "scheduled to arrive in Tonga on Friday."
    )
    (visit,) = read(text, "en").engagements
    assert [p.name for p in visit.participants] == ["Ana Tuila"]


def test_a_later_sentence_tells_day_and_town_of_talks() -> None:
    text = (
        "Chilean President Gabriel Boric will hold talks with Peru's president. The talks will "
        "be held in Cusco on Friday."
    )
    (talks,) = read(text, "en").engagements
    assert talks.place is not None
    assert talks.place.country == "PER"
    assert talks.date is not None
    assert talks.date.earliest.isoformat() == "2024-01-12"


def test_the_next_meeting_is_one_more() -> None:
    text = (
        "Oman and Nepal held the second round of political consultations in Muscat on Monday. The "
        "next round will take place in Kathmandu in May."
    )
    found = {(e.status, e.place.country if e.place else None) for e in read(text, "en").engagements}
    assert found == {("happened", "OMN"), ("planned", "NPL")}


def test_talks_of_two_stay_apart_from_the_gathering_that_both_attended() -> None:
    text = (
        "Kenyan President William Ruto met Japanese Prime Minister Fumio Kishida on Monday. "
        "Mr Ruto and Mr Kishida later attended the Africa Climate Summit in Nairobi."
    )
    kinds = {e.kind for e in read(text, "en").engagements}
    assert "meeting" in kinds


def test_a_text_told_of_again_is_one_outcome() -> None:
    text = (
        "Peru and Chile signed a trade pact on Monday. The pact, signed by Peruvian Trade Minister "
        "Luz Vega and Chilean Trade Minister Ana Soto, covers grapes."
    )
    assert [o.kind for o in read(text, "en").outcomes] == ["instrument"]


def test_aid_to_come_is_a_pledge() -> None:
    (pledge,) = read("Japan will provide loans to Kenya over three years.", "en").outcomes
    assert (pledge.kind, pledge.parties, pledge.to) == ("pledge", ("JPN",), ("KEN",))


PEOPLE = {
    "The British premier met Secretary General of the Thai National Security Council Niran Suk.": (
        "Niran Suk",
        "THA",
    ),
    "The British premier met Pieter de Vries, Foreign Affairs Adviser to the Prime Minister of "
    "Belgium.": ("Pieter de Vries", "BEL"),
    "The British premier met Ali Seif, the president of the Republic of Congo.": (
        "Ali Seif",
        "COG",
    ),
    "The British premier met a Thai delegation led by Deputy Premier Niran Suk.": (
        "Niran Suk",
        "THA",
    ),
}


@pytest.mark.parametrize(("text", "person"), PEOPLE.items())
def test_whose_office_is_told(text: str, person: tuple[str, str]) -> None:
    (meeting,) = read(text, "en").engagements
    assert person in {(p.name, p.side) for p in meeting.participants}


def test_a_title_says_that_a_guest_is_on_a_visit() -> None:
    text = "US President Joe Biden will host Irish Premier Sean Byrne for a bilateral meeting."
    found = read(text, "en", "Statement on the Visit of Premier Sean Byrne of Ireland").engagements
    assert {e.kind for e in found} == {"meeting", "visit"}


def test_talks_that_others_resume_are_not_theirs() -> None:
    text = "Kenya and Chad welcomed the resumption of six-party talks in Beijing."
    assert not read(text, "en").engagements


# Told in a story of Wednesday 10 January 2024: kind, status, first and last day.
DAYS: list[tuple[str, str, list[tuple[str, str, str, str]]]] = [
    (
        "ar",
        "يستقبل وزير خارجية غانا كوفي أغبو الجمعة نظيره الكيني في أكرا.",
        [("meeting", "planned", "2024-01-12", "2024-01-12")],
    ),
    (
        "ar",
        "استقبل وزير خارجية غانا كوفي أغبو الجمعة نظيره الكيني في أكرا.",
        [("meeting", "happened", "2024-01-05", "2024-01-05")],
    ),
    (
        "en",
        "Ghana's foreign minister meets his Kenyan counterpart in Accra on Friday.",
        [("meeting", "planned", "2024-01-12", "2024-01-12")],
    ),
    (
        "ar",
        "عقد وزيرا خارجية غانا وكينيا اليوم الأحد اجتماعا في أكرا.",
        [("meeting", "happened", "2024-01-07", "2024-01-07")],
    ),
    (
        "ar",
        "قال وزير خارجية غانا أمس إنه سيتوجه إلى كينيا الأسبوع المقبل.",
        [("visit", "planned", "2024-01-14", "2024-01-20")],
    ),
    (
        "ar",
        "سيزور رئيس غانا نيروبي، وهي أول زيارة له منذ تسلمه مهامه في مايو.",
        [("visit", "planned", "", "")],
    ),
    (
        "ar",
        "تلقى ملك الأردن برقية تهنئة من رئيس كينيا بمناسبة ذكرى معركة 21 مارس 1968.",
        [("letter", "happened", "2024-01-10", "2024-01-10")],
    ),
    (
        "ar",
        "عقد وزيرا خارجية غانا وكينيا أمس اجتماعا تنسيقيا تمهيدا للقمة الأفريقية.",
        [("meeting", "happened", "2024-01-09", "2024-01-09")],
    ),
    (
        "ar",
        "سيزور وزير خارجية غانا نيروبي في الأيام المقبلة.",
        [("visit", "planned", "2024-01-10", "2024-01-20")],
    ),
    (
        "ar",
        "زار وزير خارجية غانا نيروبي قبل أيام.",
        [("visit", "happened", "2024-01-10", "2024-01-10")],
    ),
    (
        "ar",
        "أبلغ وزير خارجية غانا نظيره الكيني أن الحرب التي بدأت في نهاية عام 2021 أضرت بالتجارة.",
        [("meeting", "happened", "2024-01-10", "2024-01-10")],
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), DAYS)
def test_days_of_contacts(language: str, text: str, told: list[tuple[str, str, str, str]]) -> None:
    found = [
        (
            e.kind,
            e.status,
            e.date.earliest.isoformat() if e.date else "",
            e.date.latest.isoformat() if e.date else "",
        )
        for e in read(text, language).engagements
    ]
    assert found == told


def test_talks_to_come_are_on_the_days_of_the_visit_that_has_begun() -> None:
    text = (
        "وصل وزير خارجية غانا كوفي أغبو اليوم إلى نيروبي. وسيبحث أغبو مع نظيره الكيني تجارة البن."
    )
    visit, talks = read(text, "ar").engagements
    assert (visit.kind, talks.kind, talks.status) == ("visit", "meeting", "planned")
    assert talks.date == visit.date


def test_visits_to_each_other_are_two() -> None:
    text = "زار رئيس غانا نيروبي اليوم. وكان الرئيس الكيني قد زار أكرا في مايو الماضي."
    found = read(text, "ar").engagements
    assert [e.place.country for e in found if e.place] == ["KEN", "GHA"]


# What a story tells of as agreed, signed, promised or invited to: kind and parties.
OUTCOMES: dict[str, list[tuple[str, str]]] = {
    "اتفقت غانا وكينيا على تعزيز التعاون في الزراعة.": [("agreement", "GHA KEN")],
    "اتفقت غانا وكينيا على أهمية التعاون في الزراعة.": [],
    "اتفقت غانا وكينيا على عقد منتدى في مايو.": [("plan", "GHA KEN")],
    "اتفقت غانا وكينيا على عقد منتدى في مايو وتعزيز التجارة.": [
        ("plan", "GHA KEN"),
        ("agreement", "GHA KEN"),
    ],
    "ووجه الرئيس الغاني دعوة إلى نظيره الكيني لزيارة أكرا.": [("invitation", "GHA")],
    "وقعت حكومتا غانا وكينيا اتفاقية للنقل البحري.": [("instrument", "GHA KEN")],
    "أكدت غانا وكينيا التزامهما بدعم توغو.": [("pledge", "GHA KEN")],
    "أكدت غانا أهمية التزام توغو بالاتفاق مع كينيا.": [],
    "وكانت غانا قد تعهدت بتقديم مساعدات لتوغو.": [],
    "وكانت غانا قد تعهدت أمس بتقديم مساعدات لتوغو.": [("pledge", "GHA")],
    "سيتم توقيع مذكرة تفاهم بين غانا وكينيا.": [("plan", "GHA KEN")],
    "أعلنت غانا وكينيا في بيان مشترك فتح المعبر.": [("instrument", "GHA KEN")],
    "عقد وزراء خارجية غانا وكينيا وتوغو اجتماعا في أكرا. واتفق الوزراء على فتح المعابر.": [
        ("agreement", "GHA KEN TGO")
    ],
}


@pytest.mark.parametrize(("text", "told"), OUTCOMES.items())
def test_what_was_agreed(text: str, told: list[tuple[str, str]]) -> None:
    found = [(o.kind, " ".join(o.parties)) for o in read(text, "ar").outcomes]
    assert sorted(found) == sorted(told)


@pytest.mark.parametrize(
    ("text", "sides", "status"),
    [
        ("يلتقي وزير الخارجية الغاني اليوم بنظيره الكيني في أكرا.", ("GHA", "KEN"), "planned"),
        ("يعقد وزير الخارجية العماني اليوم اجتماعا مع نظيره الهندي.", ("IND", "OMN"), "planned"),
        ("يصل رئيس وزراء الهند إلى أبو ظبي اليوم الأربعاء.", ("ARE", "IND"), "planned"),
        ("التقى وزير الخارجية الغاني اليوم بنظيره الكيني في أكرا.", ("GHA", "KEN"), "happened"),
        ("وزير بيرو يبحث مع سفير توغو، وقال الوزير اليوم.", ("PER", "TGO"), "happened"),
        ("عقد وزير الخارجية البلجيكي اجتماعا مع نظرائه الخليجيين.", ("BEL", "GCC"), "happened"),
    ],
)  # fmt: skip
def test_what_is_told_of_today_in_the_present_is_to_come(text, sides, status) -> None:
    assert {(e.sides, e.status) for e in read(text, "ar").engagements} == {(sides, status)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تعهد رئيس وزراء بيرو ببناء مدارس جديدة في الجبال.", []),
        ("The prime minister of Peru pledged to build new schools.", []),
        ("تعهدت بيرو بمساعدة بوليفيا في بناء المدارس.", [("pledge", ("PER",), ("BOL",))]),
        (
            "يزور رئيس وزراء لاوس هانوي الأسبوع المقبل بدعوة من نظيره الفيتنامي.",
            [("invitation", ("VNM",), ("LAO",))],
        ),
        ("رحب البرلمان بدعوة من رئيس المجلس.", []),
    ],
)
def test_pledges_are_made_to_others_and_guests_come_by_invitation(text, told) -> None:
    assert [(o.kind, o.parties, o.to) for o in read(text).outcomes] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("زار وزير الخارجية الكيني غانا.", [("happened", DAY.earliest)]),
        ("وكان وزير الخارجية الكيني زار غانا.", [("happened", None)]),
        ("وكان وزير الخارجية الكيني قد زار غانا أمس.", [("happened", date(2024, 1, 9))]),
        ("وسبق أن زار وزير الخارجية الكيني غانا.", [("happened", None)]),
        ("التقى وزير الخارجية الكيني نظيره الغاني مؤخرا.", [("happened", None)]),
        ("أعلن وزير الخارجية الكيني عزمه زيارة غانا في مارس.", [("planned", date(2024, 3, 1))]),
        ("The Kenyan foreign minister visited Ghana.", [("happened", DAY.earliest)]),
    ],
)
def test_what_was_before_the_news_has_no_day_of_its_own(text, told) -> None:
    found = read(text).engagements
    assert [(e.status, e.date.earliest if e.date else None) for e in found] == told


def test_what_is_done_during_a_visit_is_where_it_goes() -> None:
    text = "سيلتقي وزير الخارجية الكيني خلال زيارته للدوحة غدا نظيريه الهندي والغاني."
    found = {e.sides: (e.place, e.date) for e in read(text, "ar").engagements}
    place, day = found["GHA", "IND", "KEN"]
    assert place is not None
    assert (place.city, day and day.earliest) == ("Doha", date(2024, 1, 11))


def test_a_given_name_that_is_an_adjective_names_no_state() -> None:
    assert read("استقبل الأمير تركي بن ناصر في جدة سفير فرنسا.", "ar").engagements == ()


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("كما سيعقد اجتماعا مع وزير الخارجية الكيني موساليا مودافادي.", date(2024, 1, 11)),
        ("وعلى هامش اللقاء سيجري الوزير الهندي محادثات مع نظيره الكيني.", date(2024, 1, 11)),
        ("وسيلتقي الوزير الهندي نظيره الكيني قريبا.", None),
    ],
)
def test_what_goes_with_a_contact_is_of_its_day(behind, day) -> None:
    text = f"يلتقي وزير الخارجية الهندي غدا في الدوحة نظيره القطري. {behind}"
    found = {e.sides: e.date for e in read(text, "ar").engagements}
    told = found["IND", "KEN"]
    assert (told.earliest if told else None) == day


SET = {
    "Talks between Fiji and Samoa are due in Lima on Sunday.": "planned",
    "A meeting between the Greek premier and his Kenyan counterpart was set for Sunday.": "planned",
    "A summit between the leaders of Kenya and Chad is slated for June.": "planned",
    "The Kenyan minister was suspended after a secret meeting with her Chadian counterpart.": (
        "happened"
    ),
}


@pytest.mark.parametrize(("text", "status"), SET.items())
def test_the_nouns_own_verb_sets_its_day(text: str, status: str) -> None:
    assert [e.status for e in read(text, "en").engagements] == [status]


def test_what_somebody_only_proposes_is_none() -> None:
    text = "Chile proposed a meeting between the leaders of Fiji and Samoa."
    assert read(text, "en").engagements == ()


def test_others_come_to_the_gathering_told_of() -> None:
    text = (
        "Chad and Mali will hold a summit in Oslo on Friday. The presidents of Chad and Togo will "
        "attend the summit."
    )
    assert [e.sides for e in read(text, "en").engagements] == [("MLI", "TCD", "TGO")]


def test_here_is_where_somebody_was_met() -> None:
    text = (
        "Cuban President Raul Perez met here on Friday with Peruvian Defence Minister Jose Rojas. "
        "Rojas arrived here on Thursday."
    )
    kinds = [(e.kind, e.sides) for e in read(text, "en").engagements]
    assert kinds == [("meeting", ("CUB", "PER")), ("visit", ("CUB", "PER"))]


def test_a_guest_came_before_he_was_met() -> None:
    text = (
        "Egyptian President Hosni Mubarak met visiting Palestinian President Mahmoud Abbas on "
        "Tuesday. Abbas arrived in Cairo on Monday to brief Mubarak."
    )
    told = [
        (e.kind, e.status, str(e.date.earliest)) for e in read(text, "en").engagements if e.date
    ]
    assert told == [("meeting", "happened", "2024-01-09"), ("visit", "happened", "2024-01-08")]


def test_a_place_of_another_occasion() -> None:
    text = (
        "The Danish premier will hold talks with the Norwegian premier on steps decided by both "
        "during a summit in Lima."
    )
    met = [e for e in read(text, "en").engagements if e.sides == ("DNK", "NOR")]
    assert met[0].place is None
