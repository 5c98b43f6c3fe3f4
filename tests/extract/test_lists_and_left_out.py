"""Contacts of many that a list names, and of one whom the sentence leaves out."""

import pytest

from tests.extract.reading import deeds, read


def contacts(text: str) -> set[tuple[str, str]]:
    return {(e.kind, " ".join(e.sides)) for e in read(text).engagements}


def people(text: str) -> dict[str, str]:
    return {p.name: p.side for e in read(text).engagements for p in e.participants}


@pytest.mark.parametrize(
    ("text", "sides", "named"),
    [
        (
            "اجتمع رؤساء كينيا وليام روتو وأوغندا يويري موسيفيني ورواندا بول كاغامي في نيروبي.",
            "KEN RWA UGA",
            {"وليام روتو": "KEN", "يويري موسيفيني": "UGA", "بول كاغامي": "RWA"},
        ),
        (
            "التقى وزراء الخارجية الكرواتي غوردان رادمان والسلوفيني والصربي ماركو جوريتش في زغرب.",
            "HRV SRB SVN",
            {},
        ),
        (
            "بحث وزير الخارجية التونسي مع نظيريه الجزائري أحمد عطاف والليبي الطاهر الباعور الحدود.",
            "DZA LBY TUN",
            {"أحمد عطاف": "DZA", "الطاهر الباعور": "LBY"},
        ),
        ("التقى وزير الدفاع الكيني نظيريه الأوغندي والرواندي في كمبالا.", "KEN RWA UGA", {}),
        (
            "The premiers of Kenya, Togo and the Gambia, Ann Otieno, Koffi Mensah and Musa Ceesay, "
            "met in Accra on Monday.",
            "GMB KEN TGO",
            {"Ann Otieno": "KEN", "Koffi Mensah": "TGO", "Musa Ceesay": "GMB"},
        ),
        (
            "The Danish minister received her Latvian and Estonian counterparts, Ilze Ozola and "
            "Mart Tamm, on Sunday.",
            "DNK EST LVA",
            {"Ilze Ozola": "LVA", "Mart Tamm": "EST"},
        ),
        (
            "Peru's foreign minister hosted his counterparts from Chile and Bolivia for talks.",
            "BOL CHL PER",
            {},
        ),
    ],
)
def test_all_sides_of_a_list_meet(text, sides, named):
    assert sides in {s for _, s in contacts(text)}
    assert named.items() <= people(text).items()


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("وصل وزير خارجية مالطا إلى نيروبي والتقى الرئيس الكيني.", "KEN MLT"),
        ("استقبل أمير قطر وزير خارجية مالطا. كما استقبل السفير الياباني.", "JPN QAT"),
        ("بحث الوزير الغاني مع نظيره الهندي التجارة، ثم التقى رئيسة وزراء إيطاليا.", "GHA ITA"),
        ("زار الرئيس الصربي باكو أمس والتقى نظيره الأذربيجاني على هامش القمة.", "AZE SRB"),
        ("التقى وزير خارجية بنما نظيره الصيني، والتقى كذلك وزيرة خارجية السنغال.", "PAN SEN"),
    ],
)
def test_who_goes_on_meeting_is_left_out(text, met):
    assert ("meeting", met) in contacts(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # Whoever follows the verb receives, though whom is told in words that no table lists.
        ("التقى أمير قطر وزير خارجية مالطا. كما استقبل رئيس غانا وفدا برلمانيا.", "GHA QAT"),
        ("تحدث رئيس غانا في الدوحة. كما التقى أمير قطر، اليوم، وفدا من رجال الأعمال.", "GHA QAT"),
        ("قال وزير الخارجية الأردني إن القمة ناجحة. والتقى وزير العدل العراقي بالسفير الصيني.",
         "IRQ JOR"),
        # A guest who speaks does not receive the next one.
        ("استقبل رئيس غانا وزير الخارجية العماني. وأعرب الوزير العماني عن شكره. "
         "كما استقبل السفير الياباني.", "JPN OMN"),
    ],
)  # fmt: skip
def test_who_meets_is_not_taken_for_whom_he_meets(text, never):
    assert never not in {sides for _, sides in contacts(text)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Togolese and Danish security officials met in Nairobi on Monday.", "DNK TGO"),
        ("Officials of the Irish and Danish central banks held talks in Cork.", "DNK IRL"),
        ("A delegation of the Ghanaian energy ministry visited Lisbon on Sunday.", "GHA PRT"),
        ("A Ghanaian energy ministry delegation met Portuguese officials.", "GHA PRT"),
        ("A delegation from Togo's central bank met the Danish premier.", "DNK TGO"),
        ("The Danish premier received the commander of the Ghanaian navy.", "DNK GHA"),
        ("The Danish premier received Ama Owusu, speaker of Ghana's parliament, in Aarhus.",
         "DNK GHA"),
        ("Ghana's National Assembly chairwoman Ama Owusu met the Danish premier.", "DNK GHA"),
    ],
)  # fmt: skip
def test_officials_and_delegations_of_a_body_have_its_side(text, sides):
    assert sides in {told for _, told in contacts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian football fans met officials of the club in Accra.",
        "Kenyan voters and Danish tourists met in Nairobi.",
    ],
)
def test_other_people_are_no_officials_of_a_side(text):
    assert not contacts(text)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Togolese minister met separately with his Danish and Latvian counterparts.",
         {"DNK TGO", "LVA TGO"}),
        ("Ghana's president held separate talks with the kings of Jordan and Morocco in Accra.",
         {"GHA JOR", "GHA MAR"}),
        ("أجرى الوزير الغاني اتصالين هاتفيين منفصلين مع نظيريه الدنماركي والبولندي.",
         {"DNK GHA", "GHA POL"}),
        ("التقى وزير الخارجية الغاني نظيريه الدنماركي والبولندي كلا على حدة.",
         {"DNK GHA", "GHA POL"}),
        ("Togo's minister met with his Danish counterpart and with the king of Jordan.",
         {"DNK TGO", "JOR TGO"}),
        ("سيلتقي الوزير الغاني مع نظيره الدنماركي ومع الرئيس البولندي.", {"DNK GHA", "GHA POL"}),
        ("The Togolese minister met his Danish and Latvian counterparts.", {"DNK LVA TGO"}),
        ("Ghana's president hosted the kings of Jordan and Morocco for a summit in Accra.",
         {"GHA JOR MAR"}),
        ("عقدت اللجنة الغانية البولندية المشتركة دورتها الثالثة في أكرا.", {"GHA POL"}),
        ("استقبل الرئيس البولندي وفدا من وزارة الطاقة الغانية.", {"GHA POL"}),
    ],
)  # fmt: skip
def test_contacts_are_as_many_as_told(text, sides):
    assert {told for _, told in contacts(text)} == sides


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ألغت كينيا القمة التي كانت مقررة في أكرا بين رئيس غانا ورئيس مالطا.", "cancelled"),
        ("ألغت كينيا الاجتماع المقرر غدا بين رئيس غانا ورئيس مالطا.", "cancelled"),
        ("رحبت كينيا بالاجتماع المقرر غدا بين رئيس غانا ورئيس مالطا.", "planned"),
    ],
)
def test_what_was_planned_is_called_off_by_whoever_hosts_it(text, status):
    assert [(e.status, e.sides) for e in read(text).engagements] == [(status, ("GHA", "MLT"))]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president met the leaders of Uganda and Rwanda, and he thanked Burundi.",
        "The Danish minister praised Chad and Mali, and she thanked Burundi.",
    ],
)
def test_who_goes_on_behind_a_list_is_not_of_it(text):
    thanking = {source for kind, source, target in deeds(text, "en") if target == "BDI"}
    assert thanking == {"KEN" if "Kenya" in text else "DNK"}


def test_a_list_may_end_with_a_pronoun():
    assert ("SUPPORT", "DNK", "BDI") in deeds("The Danish premier and he thanked Burundi.", "en")


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("ar", "زار الوزير الكيني أوغندا ثم رواندا وتنزانيا.", "KEN-UGA KEN-RWA KEN-TZA"),
        ("ar", "انتقد الوزير الكيني أوغندا، ثم رواندا.", "KEN-UGA KEN-RWA"),
        ("ar", "توجه الوزير الكيني إلى أوغندا ثم إلى رواندا.", "KEN-UGA KEN-RWA"),
        ("ar", "فرضت كينيا عقوبات على أوغندا وعلى رواندا.", "KEN-UGA KEN-RWA"),
        ("ar", "انتقدت كينيا أوغندا ثم رواندا انتقدت تنزانيا.", "KEN-UGA"),
        ("en", "The Kenyan minister visited Uganda then Rwanda.", "KEN-UGA KEN-RWA"),
        ("en", "Kenya criticised Uganda, and then Rwanda.", "KEN-UGA KEN-RWA"),
        ("en", "Kenya criticised Uganda, Rwanda and then Peru.", "KEN-UGA KEN-RWA KEN-PER"),
        ("en", "Kenya imposed sanctions on Uganda and on Rwanda.", "KEN-UGA KEN-RWA"),
        ("en", "Kenya criticised Uganda, then Rwanda condemned Peru.", "KEN-UGA RWA-PER"),
    ],
)
def test_then_and_a_preposition_told_again_go_on_with_a_list(
    language: str, text: str, events: str
) -> None:
    pairs = {f"{source}-{target}" for _, source, target in deeds(text, language=language)}
    assert pairs == set(events.split())
