"""Whom a guest meets, where one title ends and another begins, and surnames side by side."""

import csv
from importlib.resources import files

import pytest

from dragoman.core.fold import fold
from dragoman.extract.stories import StoryReader
from dragoman.knowledge.world import World
from tests.extract.reading import deeds, participants, read


def told(text: str, language: str = "ar") -> set[tuple[str, str]]:
    """Kind and sides of the contacts of a text."""
    return {(e.kind, " ".join(e.sides)) for e in read(text, language).engagements}


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("ar", "زار الرئيس البيروفي الأردن حيث التقى ولي العهد.", "JOR PER"),
        ("ar", "وصل وزير الدفاع الكندي إلى نيامي حيث اجتمع مع رئيس الوزراء.", "CAN NER"),
        ("ar", "قام وزير النقل الصيني بزيارة إلى غانا التقى خلالها الرئيس الغاني.", "CHN GHA"),
        ("ar", "وصلت وزيرة سويدية إلى لواندا في زيارة تلتقي خلالها نظيرها الأنغولي.", "AGO SWE"),
        ("en", "The Peruvian president flew to Jordan, where he met the crown prince.", "JOR PER"),
    ],
)  # fmt: skip
def test_a_guest_meets_those_of_the_host(language: str, text: str, sides: str) -> None:
    assert ("meeting", sides) in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الرئيس البيروفي سفير الأردن. والتقى الرئيس وزير العدل.",
        "قام وزير النقل الصيني بزيارة إلى غانا أكد خلالها الرئيس الغاني متانة العلاقات.",
    ],
)
def test_no_host_is_guessed(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("اتصال هاتفي بين ملك البحرين والرئيس الكوبي", "call", "BHR CUB"),
        ("هاتف أمير قطر رئيس السنغال.", "call", "QAT SEN"),
        ("بحث سلطان عمان ورئيس وزراء الهند التعاون.", "meeting", "IND OMN"),
    ],
)
def test_titles_of_two_polities_are_of_two_people(text: str, kind: str, sides: str) -> None:
    assert (kind, sides) in told(text)


@pytest.mark.parametrize(
    ("text", "office", "side"),
    [
        ("Peru's premier met PLO chairman Yasser Arafat.", "head_of_state", "PSE"),
        ("President Ruto and OSCE chairwoman Ada Boll met in Lima.", "org_head", "OSC"),
        ("Ruto met chairman of the Yemeni Presidential Leadership Council Ali Saad.", None, "YEM"),
        ("President Ruto met Ivan Rodin, speaker of the Russian State Duma.", "legislator", "RUS"),
    ],
)
def test_the_head_of_a_body_holds_an_office(text: str, office: str | None, side: str) -> None:
    told = {p.side: p.office for e in read(text, "en").engagements for p in e.participants}
    assert side in told
    assert office in (None, told[side])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Biden-Xi summit was held on Monday.", [("CHN", "USA")]),
        ("The Putin-Macron talks in Moscow lasted five hours.", [("FRA", "RUS")]),
        ("The Ruiz-Healy meeting was held on Monday.", []),
        ("The Putin-Macron book was sold on Monday.", []),
        ("The Putin-led meeting was held on Monday.", []),
    ],
)
def test_an_occasion_named_after_two(text: str, sides: list[tuple[str, ...]]) -> None:
    assert [e.sides for e in read(text, "en").engagements] == sides


@pytest.mark.parametrize(
    ("text", "side", "city"),
    [
        ("US envoy in Sudan Ada Boll arrived in Khartoum on Saturday.", "USA", "Khartoum"),
        ("The French ambassador in Lima Paul Roux met Peru's Dina Boluarte.", "FRA", None),
        ("Dina Boluarte met Paul Roux, the French ambassador in Lima, on Monday.", "FRA", None),
        ("Peru's president met the French ambassador in Lima on Monday.", None, "Lima"),
    ],
)  # fmt: skip
def test_an_envoy_in_a_place_is_sent_there(text: str, side: str | None, city: str | None) -> None:
    (only,) = read(text, "en").engagements
    assert side in {None, *(p.side for p in only.participants)}
    assert (only.place.city if only.place else None) == city
    assert len(only.sides) == 2


@pytest.mark.parametrize(
    "post",
    ["trade commissioner", "health official", "human rights commissioner", "defence ministry aide"],
)
def test_words_that_tell_of_what_kind_a_post_is(post: str) -> None:
    asked = deeds(f"Peru accused the Kenyan {post} of lying.", "en")
    assert asked == {("ACCUSE", "PER", "KEN")}
    met = read(f"Peru's foreign minister met Ada Boll, Kenya's {post}, on Monday.", "en")
    assert [e.sides for e in met.engagements] == [("KEN", "PER")]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan press quoted ministers who condemned Uganda.",
        "A Kenyan wounded officials of Uganda.",
    ],
)
def test_verbs_before_a_post_are_not_its_kind(text: str) -> None:
    assert not {d for d in deeds(text, "en") if d[:2] == ("ACCUSE", "KEN")}


def test_one_may_hold_two_offices() -> None:
    text = "استقبل ملك البحرين القائد الأعلى للقوات المسلحة رئيس السنغال."
    assert told(text) == {("meeting", "BHR SEN")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("استقبل ماكرون بوتين في باريس.", "FRA RUS"),
        ("التقى السيسي أردوغان في القاهرة.", "EGY TUR"),
    ],
)
def test_well_known_surnames_side_by_side_are_two_people(text: str, sides: str) -> None:
    assert ("meeting", sides) in told(text)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("التقى وزير خارجية غانا على هامش القمة العربية نظيره الكيني.", "GHA KEN"),
        ("التقى وزير خارجية غانا على هامش منتدى جنيف وزير خارجية بيرو.", "GHA PER"),
        ("وفد سلوفيني رفيع المستوى يزور ليبيا", "LBY SVN"),
        ("عقدت اللجنة المشتركة التونسية الليبية دورتها الثامنة.", "LBY TUN"),
        ("وفد حكومي ياباني يصل إلى بغداد", "IRQ JPN"),
    ],
)
def test_what_stands_between_does_not_part_the_two(text: str, sides: str) -> None:
    assert sides in {found for _, found in told(text)}


def test_demonyms_are_never_cut() -> None:
    """«ياباني» (yābānī, "Japanese") is not «يأبى» with an object, however it is declined."""
    reader = StoryReader("ar", World.default())
    rows = csv.DictReader(
        files("dragoman.lang.packs.ar").joinpath("polities.csv").read_text("utf-8").splitlines()
    )
    forms = [r["form"] for r in rows if r["class"].startswith("adjective") and " " not in r["form"]]
    endings = ("", "ة", "ين", "ون", "ان", "ات", "ا")
    cut = [
        form + ending
        for form in forms
        for ending in endings
        if len(reader._cut(form + ending, fold(form + ending))) > 1
    ]
    assert not cut


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "قال المتحدث إن الاجتماع الذي عقد بين الرئيس الغاني وولي العهد الأردني كان مثمرا.",
            {("meeting", "GHA JOR")},
        ),
        (
            "صدر البيان إثر اللقاء الذي ضم وزير الخارجية الكوبي ونظيره البيروفي.",
            {("meeting", "CUB PER")},
        ),
        (
            "أشاد الخبراء بالاجتماع الذي جمع الرئيس الصربي برئيس الوزراء المجري.",
            {("meeting", "HUN SRB")},
        ),
        (
            "بدأ الرئيس الصيني أمس جولة إفريقية تشمل كينيا وغانا وأنغولا.",
            {("visit", "CHN KEN"), ("visit", "CHN GHA"), ("visit", "AGO CHN")},
        ),
        (
            "استهل وزير الخارجية الهندي جولته الخليجية التي تشمل الكويت وقطر.",
            {("visit", "IND KWT"), ("visit", "IND QAT")},
        ),
        (
            "جاءت الخطوة قبل زيارة لوزير الدفاع الكندي إلى بيرو.",
            {("visit", "CAN PER")},
        ),
    ],
)
def test_what_is_told_behind_the_noun_of_a_contact(text: str, contacts: set[tuple[str, str]]):
    assert told(text) == contacts


def test_what_describes_another_brings_nobody_together() -> None:
    text = "دعت غانا إلى اجتماع مع مجلس التعاون الذي يضم السعودية وقطر والكويت."
    assert "KWT" not in {s for _, sides in told(text) for s in sides.split()}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("استقبل الرئيس الغاني على هامش القمة الإفريقية نظيره الموريتاني.", "GHA MRT"),
        ("استقبل رئيس بيرو سفير الصين الذي سلمه رسالة من نظيره.", "CHN PER"),
        ("استقبل الرئيس الغاني في مقر إقامته بالرياض وزير المالية السعودي.", "GHA SAU"),
        ("التقى وزير داخلية بيرو سفير كوبا وبحثا إعادة المواطنين.", "CUB PER"),
        ("يلتقي وزير الخارجية الياباني بأعضاء مجلس التعاون الخليجي في الدوحة.", "GCC JPN"),
    ],
)
def test_two_office_holders_meet_whatever_is_told_beside(text: str, sides: str) -> None:
    assert ("meeting", sides) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الرئيس الغاني رسالة من نظيره الموريتاني.",
        "استقبلت غانا اللاجئين من مالي.",
        "التقى المنتخب الغاني نظيره الكيني في المباراة النهائية.",
    ],
)
def test_what_else_is_received_is_no_meeting(text: str) -> None:
    assert "meeting" not in {kind for kind, _ in told(text)}


def test_a_gathering_has_not_the_sides_of_a_meeting_beside_it() -> None:
    text = (
        "التقى وزير خارجية غانا على هامش أعمال القمة كلا من وزير خارجية بيرو "
        "ووزير خارجية كندا كلا على حدة."
    )
    assert told(text) == {("meeting", "GHA PER"), ("meeting", "CAN GHA")}


def test_a_memorandum_of_understanding_is_one_outcome() -> None:
    text = "تم التوقيع على ثلاث مذكرات تفاهم بين غانا وبيرو في مجال الطاقة."
    assert [o.kind for o in read(text, "ar").outcomes] == ["instrument"]


def test_who_gets_an_invitation_does_not_send_it() -> None:
    (outcome,) = read("تسلم ملك البحرين دعوة من الرئيس الكوبي لحضور القمة.", "ar").outcomes
    assert (outcome.kind, outcome.parties, outcome.to) == ("invitation", ("CUB",), ("BHR",))


@pytest.mark.parametrize(
    ("title", "name", "side", "office"),
    [
        ("Norway's envoy to the Horn of Africa, {},", "Stine Ness", "NOR", "envoy"),
        ("Japan's envoy to the Middle East peace process, {},", "Koji Abe", "JPN", "envoy"),
        ("The EU's envoy to the Great Lakes region, {},", "Aldo Sala", "EUR", "envoy"),
        ("Peru's special envoy for Chad and Mali, {},", "Ana Ruiz", "PER", "envoy"),
        ("US special envoy for the Horn of Africa {}", "Mike Hammer", "USA", "envoy"),
        ("Norway's envoy to Africa {}", "Stine Ness", "NOR", "envoy"),
        ("Norway's minister for lands and fisheries, {},", "Jane Holm", "NOR", "other_minister"),
    ],
)
def test_envoys_to_regions_and_for_causes(title: str, name: str, side: str, office: str) -> None:
    told = participants(f"{title.format(name)} met Ugandan Premier Robinah Nabbanja.", "en")
    assert (told[name].side, told[name].office) == (side, office)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's envoy for peace told Ali Osman, Chad's premier, that it was late.",
        "Norway's envoy for peace met Ali Osman, Chad's premier, on Monday.",
    ],
)
def test_whom_an_envoy_meets_is_no_envoy(text: str) -> None:
    assert participants(text, "en")["Ali Osman"].office == "head_of_government"
