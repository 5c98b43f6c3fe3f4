"""Who met whom: names, offices and sides of participants, however a text introduces them."""

import pytest

from tests.extract.reading import participants, read

Wanted = tuple[str, str, str, str | None]
"""Name as in the text, side, office, and the English name where the person is known."""


def told(text: str, language: str) -> set[Wanted]:
    reading = read(text, language)
    names = {
        e.id: e.name if e.wikidata or e.id.startswith("p-") else None for e in reading.entities
    }
    return {
        (p.name, p.side or "", p.office or "", names[p.entity])
        for e in reading.engagements
        for p in e.participants
    }


ENGLISH = {
    "side-before": (
        "Norwegian Foreign Minister Espen Barth Eide met the president of Ghana in Oslo.",
        [("Espen Barth Eide", "NOR", "foreign_minister", "Espen Barth Eide")],
    ),
    "side-behind": (
        "Foreign Minister of Norway Espen Barth Eide met the president of Ghana in Oslo.",
        [("Espen Barth Eide", "NOR", "foreign_minister", "Espen Barth Eide")],
    ),
    "side-behind-name": (
        "Acting Foreign Minister Ali Bagheri of Iran met Turkish Foreign Minister Hakan Fidan.",
        [
            ("Ali Bagheri", "IRN", "foreign_minister", "Ali Bagheri Kani"),
            ("Hakan Fidan", "TUR", "foreign_minister", "Hakan Fidan"),
        ],
    ),
    "possessive": (
        "Lithuania's deputy foreign minister Egidijus Meilunas met Moldovan officials.",
        [("Egidijus Meilunas", "LTU", "deputy_foreign_minister", None)],
    ),
    "joined": (
        "The Japanese and American foreign ministers Takeshi Iwaya and Marco Rubio met in Tokyo.",
        [
            ("Takeshi Iwaya", "JPN", "foreign_minister", "Takeshi Iwaya"),
            ("Marco Rubio", "USA", "foreign_minister", "Marco Rubio"),
        ],
    ),
    "joined-known": (
        "Foreign ministers Sergey Lavrov and Hakan Fidan met in Antalya.",
        [
            ("Sergey Lavrov", "RUS", "foreign_minister", "Sergey Lavrov"),
            ("Hakan Fidan", "TUR", "foreign_minister", "Hakan Fidan"),
        ],
    ),
    "apposition-behind": (
        "Espen Barth Eide, Norway's foreign minister, met the president of Ghana in Oslo.",
        [("Espen Barth Eide", "NOR", "foreign_minister", "Espen Barth Eide")],
    ),
    "apposition-before": (
        "The foreign minister of Kenya, Musalia Mudavadi, met the Ghanaian president in Accra.",
        [("Musalia Mudavadi", "KEN", "foreign_minister", "Musalia Mudavadi")],
    ),
    "counterpart": (
        "Chinese Foreign Minister Wang Yi and his Pakistani counterpart, Ishaq Dar, met in Lahore.",
        [
            ("Wang Yi", "CHN", "foreign_minister", "Wang Yi"),
            ("Ishaq Dar", "PAK", "foreign_minister", "Ishaq Dar"),
        ],
    ),
    "counterpart-takes-the-office": (
        "South Korean National Security Adviser Cho Tae-yong met his Japanese counterpart "
        "Takeo Akiba in Seoul.",
        [
            ("Cho Tae-yong", "KOR", "national_security_adviser", "Cho Tae-yong"),
            ("Takeo Akiba", "JPN", "national_security_adviser", "Takeo Akiba"),
        ],
    ),
    "initial-and-junior": (
        "President Joseph R. Biden, Jr. met French President Emmanuel Macron in Washington.",
        [
            ("Joseph R. Biden, Jr.", "USA", "head_of_state", "Joe Biden"),
            ("Emmanuel Macron", "FRA", "head_of_state", "Emmanuel Macron"),
        ],
    ),
    "initial-inside": (
        "U.S. Secretary of State Antony J. Blinken met Jordanian Foreign Minister Ayman Safadi.",
        [
            ("Antony J. Blinken", "USA", "foreign_minister", "Antony Blinken"),
            ("Ayman Safadi", "JOR", "foreign_minister", "Ayman Safadi"),
        ],
    ),
    "ambassador": (
        "The German ambassador to Kuwait, Hans Fischhold, met Kuwaiti officials on Sunday.",
        [("Hans Fischhold", "DEU", "ambassador", None)],
    ),
    "ambassador-owned": (
        "Kuwait's ambassador to Japan Sami Al-Zamanan met Japanese officials.",
        [("Sami Al-Zamanan", "KWT", "ambassador", None)],
    ),
    "envoy": (
        "The Omani envoy to Yemen, Khalid Al Harthy, held talks with Yemeni officials in Aden.",
        [("Khalid Al Harthy", "OMN", "envoy", None)],
    ),
    "leaders-by-name-alone": (
        "Xi Jinping hosted Lula da Silva in Beijing.",
        [
            ("Xi Jinping", "CHN", "head_of_state", "Xi Jinping"),
            ("Lula da Silva", "BRA", "head_of_state", "Luiz Inácio Lula da Silva"),
        ],
    ),
    "organisation": (
        "UN Secretary-General Antonio Guterres met Iraqi Prime Minister Mohammed Shia al-Sudani.",
        [
            ("Antonio Guterres", "UNO", "org_head", "António Guterres"),
            (
                "Mohammed Shia al-Sudani", "IRQ", "head_of_government", "Mohammed Shia al-Sudani",
            ),
        ],
    ),
    "title-with-a-region": (
        "Kuwaiti Assistant Foreign Minister for Asian Affairs Sameeh Hayat met Japan's ambassador "
        "Morino Yasunari.",
        [
            ("Sameeh Hayat", "KWT", "assistant_foreign_minister", "Sameeh Johar Hayat"),
            ("Morino Yasunari", "JPN", "ambassador", None),
        ],
    ),
    "three": (
        "Belgian Foreign Minister Hadja Lahbib and Luxembourg Foreign Minister Xavier Bettel met "
        "their Slovenian counterpart Tanja Fajon in Brussels.",
        [
            ("Hadja Lahbib", "BEL", "foreign_minister", "Hadja Lahbib"),
            ("Xavier Bettel", "LUX", "foreign_minister", "Xavier Bettel"),
            ("Tanja Fajon", "SVN", "foreign_minister", "Tanja Fajon"),
        ],
    ),
    "list-of-presidents": (
        "Uzbek President Shavkat Mirziyoyev, Kazakh President Kassym-Jomart Tokayev and Tajik "
        "President Emomali Rahmon met in Dushanbe.",
        [
            ("Shavkat Mirziyoyev", "UZB", "head_of_state", "Shavkat Mirziyoyev"),
            ("Kassym-Jomart Tokayev", "KAZ", "head_of_state", "Kassym-Jomart Tokayev"),
            ("Emomali Rahmon", "TJK", "head_of_state", "Emomali Rahmon"),
        ],
    ),
    "joined-with-sides-behind": (
        "Prime ministers Kaja Kallas of Estonia and Evika Silina of Latvia met in Riga.",
        [
            ("Kaja Kallas", "EST", "head_of_government", "Kaja Kallas"),
            ("Evika Silina", "LVA", "head_of_government", "Evika Siliņa"),
        ],
    ),
    "possessive-with-honorific": (
        "Sheikh Tamim bin Hamad Al Thani, the Emir of Qatar, received Sudan's Gen. Abdel Fattah "
        "al-Burhan in Doha.",
        [
            ("Tamim bin Hamad Al Thani", "QAT", "head_of_state", "Tamim bin Hamad Al Thani"),
            ("Abdel Fattah al-Burhan", "SDN", "head_of_state", "Abdel Fattah al-Burhan"),
        ],
    ),
    "crown-prince": (
        "Saudi Arabia's Crown Prince Mohammed bin Salman met Ukraine's President Volodymyr "
        "Zelensky in Jeddah.",
        [
            ("Mohammed bin Salman", "SAU", "crown_prince", "Mohammed bin Salman"),
            ("Volodymyr Zelensky", "UKR", "head_of_state", "Volodymyr Zelenskyy"),
        ],
    ),
    "company-man": (
        "Kenyan businessman Peter Mwangi Otieno met Ugandan officials in Kampala.",
        [("Peter Mwangi Otieno", "KEN", "private", None)],
    ),
}  # fmt: skip

ARABIC = {
    "counterpart": (
        "التقى وزير الخارجية الياباني تاكيشي إيوايا نظيره الأمريكي ماركو روبيو في طوكيو.",
        [
            ("تاكيشي إيوايا", "JPN", "foreign_minister", "Takeshi Iwaya"),
            ("ماركو روبيو", "USA", "foreign_minister", "Marco Rubio"),
        ],
    ),
    "counterpart-with-titles": (
        "التقى أيمن الصفدي، وزير الخارجية الأردني، نظيره الإماراتي الشيخ عبدالله بن زايد آل نهيان.",
        [
            ("أيمن الصفدي", "JOR", "foreign_minister", "Ayman Safadi"),
            (
                "عبدالله بن زايد آل نهيان", "ARE", "foreign_minister",
                "Abdullah bin Zayed Al Nahyan",
            ),
        ],
    ),
    "counterpart-feminine": (
        "تلقى وزير الخارجية القطري اتصالا هاتفيا من نظيرته الألمانية أنالينا بيربوك.",
        [("أنالينا بيربوك", "DEU", "foreign_minister", "Annalena Baerbock")],
    ),
    "dual": (
        "اجتمع وزيرا الخارجية الياباني تاكيشي إيوايا والأمريكي ماركو روبيو في طوكيو.",
        [
            ("تاكيشي إيوايا", "JPN", "foreign_minister", "Takeshi Iwaya"),
            ("ماركو روبيو", "USA", "foreign_minister", "Marco Rubio"),
        ],
    ),
    "dual-of-neighbours": (
        "بحث وزيرا الخارجية الأردني أيمن الصفدي والمصري سامح شكري الوضع في غزة.",
        [
            ("أيمن الصفدي", "JOR", "foreign_minister", "Ayman Safadi"),
            ("سامح شكري", "EGY", "foreign_minister", "Sameh Shoukry"),
        ],
    ),
    "construct-side": (
        "استقبل وزير خارجية سلطنة عمان بدر البوسعيدي وزير خارجية كينيا موساليا مودافادي.",
        [
            ("بدر البوسعيدي", "OMN", "foreign_minister", "Badr bin Hamad Al Busaidi"),
            ("موساليا مودافادي", "KEN", "foreign_minister", "Musalia Mudavadi"),
        ],
    ),
    "ambassador": (
        "استقبل سفير اليابان لدى الكويت موريموتو ياسوناري نائب وزير الخارجية الكويتي.",
        [("موريموتو ياسوناري", "JPN", "ambassador", None)],
    ),
    "presidents": (
        "استقبل الرئيس المصري عبد الفتاح السيسي الرئيس الفرنسي إيمانويل ماكرون في القاهرة.",
        [
            ("عبد الفتاح السيسي", "EGY", "head_of_state", "Abdel Fattah el-Sisi"),
            ("إيمانويل ماكرون", "FRA", "head_of_state", "Emmanuel Macron"),
        ],
    ),
    "king": (
        "استقبل جلالة الملك عبدالله الثاني الرئيس الفرنسي إيمانويل ماكرون في قصر الحسينية.",
        [
            ("عبدالله الثاني", "JOR", "head_of_state", "Abdullah II"),
            ("إيمانويل ماكرون", "FRA", "head_of_state", "Emmanuel Macron"),
        ],
    ),
    "prince": (
        "بحث وزير الخارجية السعودي الأمير فيصل بن فرحان مع نظيره الهندي سوبراهمانيام جايشانكار "
        "العلاقات الثنائية.",
        [
            ("فيصل بن فرحان", "SAU", "foreign_minister", "Faisal bin Farhan"),
            ("سوبراهمانيام جايشانكار", "IND", "foreign_minister", "S. Jaishankar"),
        ],
    ),
    "acting": (
        "التقى القائم بأعمال وزير الخارجية الإيراني علي باقري كني نظيره التركي هاكان فيدان.",
        [
            ("علي باقري كني", "IRN", "foreign_minister", "Ali Bagheri Kani"),
            ("هاكان فيدان", "TUR", "foreign_minister", "Hakan Fidan"),
        ],
    ),
    "two-presidents": (
        "التقى الرئيس الأوزبكي شوكت ميرضيائيف الرئيس الكازاخستاني قاسم جومارت توكاييف في طشقند.",
        [
            ("شوكت ميرضيائيف", "UZB", "head_of_state", "Shavkat Mirziyoyev"),
            ("قاسم جومارت توكاييف", "KAZ", "head_of_state", "Kassym-Jomart Tokayev"),
        ],
    ),
    "excellency": (
        "اجتمع وزير الخارجية العماني السيد بدر بن حمد البوسعيدي بسعادة السفير الهندي أميت نارانغ.",
        [
            ("بدر بن حمد البوسعيدي", "OMN", "foreign_minister", "Badr bin Hamad Al Busaidi"),
            ("أميت نارانغ", "IND", "ambassador", None),
        ],
    ),
    "organisation": (
        "التقى الأمين العام للأمم المتحدة أنطونيو غوتيريش رئيس الوزراء العراقي محمد شياع السوداني.",
        [
            ("أنطونيو غوتيريش", "UNO", "org_head", "António Guterres"),
            ("محمد شياع السوداني", "IRQ", "head_of_government", "Mohammed Shia al-Sudani"),
        ],
    ),
}  # fmt: skip

PEOPLE = [
    pytest.param(language, text, people, id=f"{language}-{name}")
    for language, table in (("en", ENGLISH), ("ar", ARABIC))
    for name, (text, people) in table.items()
]


@pytest.mark.parametrize(("language", "text", "people"), PEOPLE)
def test_people_with_offices(language: str, text: str, people: list[Wanted]) -> None:
    assert told(text, language) == set(people)


ROLES_ALONE = [
    ("en", "The Ghanaian foreign minister met his Togolese counterpart in Lome.", ("GHA", "TGO")),
    ("en", "The Saudi crown prince received the Pakistani prime minister.", ("PAK", "SAU")),
    ("ar", "استقبل ولي العهد السعودي رئيس الوزراء الباكستاني في جدة.", ("PAK", "SAU")),
    ("ar", "التقى مستشار الأمن القومي الكوري الجنوبي نظيره الياباني في سول.", ("JPN", "KOR")),
]


@pytest.mark.parametrize(("language", "text", "sides"), ROLES_ALONE)
def test_offices_without_names_give_sides_only(
    language: str, text: str, sides: tuple[str, str]
) -> None:
    (engagement,) = read(text, language).engagements
    assert engagement.sides == sides
    assert engagement.participants == ()


UNKNOWN = (
    "Icelandic Foreign Minister Gudrun Palsdottir met Estonian Foreign Minister Karel Tammsoo in "
    "Reykjavik."
)


def test_surnames_later_add_nobody() -> None:
    text = f"{UNKNOWN} Palsdottir then held talks with Tammsoo on fishing."
    assert set(participants(text, "en")) == {"Gudrun Palsdottir", "Karel Tammsoo"}


def test_spelled_anew_is_the_same_person() -> None:
    text = (
        "Chilean Foreign Minister Alberto van Klaveren met Omani Foreign Minister Sayyid Badr "
        "Albusaidi in Muscat. Later van Klaveren thanked Badr al-Busaidi for the welcome."
    )
    assert len(participants(text, "en")) == 2


def test_unknown_people_are_not_linked() -> None:
    reading = read(UNKNOWN, "en")
    people = [e for e in reading.entities if e.kind == "person"]
    assert {p.name for p in people} == {"Gudrun Palsdottir", "Karel Tammsoo"}
    assert all(p.wikidata is None for p in people)


def test_unknown_people_are_not_linked_by_a_given_name() -> None:
    text = (
        "Icelandic Foreign Minister Gunnar Palsson met French Transport Minister Emmanuel Durand."
    )
    assert {p.wikidata for p in read(text, "en").entities if p.kind == "person"} == {None}
    arabic = "التقى وزير النقل الفرنسي إيمانويل دوران نظيره الإيطالي في باريس."
    assert {p.wikidata for p in read(arabic, "ar").entities if p.kind == "person"} == {None}


def test_local_ids_hold_over_documents() -> None:
    first = participants(UNKNOWN, "en")
    other = participants(f"It was cold. {UNKNOWN} Nobody else came.", "en")
    assert {n: p.entity for n, p in first.items()} == {n: p.entity for n, p in other.items()}


def test_namesakes_of_other_sides_have_other_ids() -> None:
    chile = participants("Chilean Foreign Minister Ana Rojas met the president of Ghana.", "en")
    peru = participants("Peruvian Foreign Minister Ana Rojas met the president of Ghana.", "en")
    assert chile["Ana Rojas"].entity != peru["Ana Rojas"].entity


def test_one_person_has_one_id_in_both_languages() -> None:
    english = read("Jordanian Foreign Minister Ayman Safadi met the Emir of Qatar in Doha.", "en")
    arabic = read("التقى وزير الخارجية الأردني أيمن الصفدي نظيره القطري في الدوحة.", "ar")
    ids = [
        {p.entity for e in reading.engagements for p in e.participants}
        for reading in (english, arabic)
    ]
    assert ids[0] & ids[1]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("التقى رئيس جمهورية الكونغو في برازافيل وزير خارجية مالطا.", ("COG", "MLT")),
        ("استقبل رئيس جمهورية الكونغو الديمقراطية سفير مالطا.", ("COD", "MLT")),
        ("The President of the Republic of Korea received the Maltese premier.", ("KOR", "MLT")),
    ],
)
def test_a_title_does_not_cut_the_name_of_a_republic(text, sides):
    assert [e.sides for e in read(text).engagements] == [sides]


ORGANISED = {
    "EC President Ana Silva met Kenyan President William Ruto.": ("EUR", "org_head"),
    "International Monetary Fund (IMF) Managing Director Ana Silva met Kenyan President William "
    "Ruto.": ("IMF", "org_head"),
    "High Representative Ana Silva met Kenyan President William Ruto.": ("EUR", "foreign_minister"),
}


@pytest.mark.parametrize(("text", "told"), ORGANISED.items())
def test_titles_at_organisations(text: str, told: tuple[str, str]) -> None:
    person = participants(text, "en")["Ana Silva"]
    assert (person.side, person.office) == told


def test_a_name_that_is_a_town_too() -> None:
    text = "Kenyan envoy Lee Bell met Chinese Vice Foreign Minister Wu Dawei in Beijing."
    assert "Wu Dawei" in participants(text, "en")


def test_a_delegation_is_of_its_members_side() -> None:
    text = "The Tunisian president received a delegation of Italian lawmakers."
    assert [e.sides for e in read(text, "en").engagements] == [("ITA", "TUN")]
