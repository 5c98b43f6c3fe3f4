"""Objects far from their verbs, and verbs whose subject the text leaves out."""

import pytest

from tests.extract.reading import read


def contacts(text: str) -> set[tuple[str, ...]]:
    """The sides of the meetings of an Arabic text."""
    return {e.sides for e in read(text, "ar").engagements if e.kind == "meeting"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("التقى وزير الدفاع البرتغالي خلال الزيارة نظيره الكيني.", ("KEN", "PRT")),
        ("استقبل رئيس ألبانيا في القصر الجمهوري وزير خارجية كندا.", ("ALB", "CAN")),
        ("التقى وزير النقل الغاني على هامش المنتدى الأفريقي وزير النقل الهندي.", ("GHA", "IND")),
    ],
)
def test_object_behind_a_phrase(text: str, sides: tuple[str, ...]) -> None:
    assert contacts(text) == {sides}


@pytest.mark.parametrize(
    "text",
    [
        "دعا وزير الخارجية النرويجي خلال المؤتمر الصحفي السودان إلى فتح المعابر.",
        "حثت وزيرة خارجية بلجيكا في ختام الاجتماع السودان على حماية المدنيين.",
    ],
)
def test_state_behind_a_phrase_is_urged(text: str) -> None:
    found = {(e.type, e.target) for e in read(text, "ar").events}
    assert ("REQUEST", "SDN") in found


def test_name_behind_what_it_names_is_no_object() -> None:
    text = "هنأ وزير خارجية الأردن خلال لقاء مع أعضاء الوفد من الدولة الشقيقة الكويت."
    assert all(e.type != "SUPPORT" for e in read(text, "ar").events)


ARRIVED = "وصل وزير الخارجية الياباني إلى أوزبكستان اليوم. "


@pytest.mark.parametrize(
    "text",
    [
        "كما التقى الرئيس الأوزبكي وبحث معه التعاون.",
        "والتقى أيضا الرئيس الأوزبكي في القصر الرئاسي.",
        "ثم استقبل السفير الأوزبكي.",
    ],
)
def test_verb_of_meeting_with_one_actor_lacks_its_subject(text: str) -> None:
    assert contacts(ARRIVED + text) == {("JPN", "UZB")}


def test_subject_of_the_clause_that_tells_where() -> None:
    text = "ينتظر أن يصل وزير الدفاع الفنلندي إلى إستونيا حيث يلتقي الرئيس الإستوني."
    assert contacts(text) == {("EST", "FIN")}


@pytest.mark.parametrize(
    "text",
    [
        "والتقى الرئيس الأوزبكي على هامش المنتدى عددا من المستثمرين.",
        "والتقى الرئيس الأوزبكي عددا من الطلاب.",
        "والتقى الرئيس الأوزبكي مع وفد من الفلاحين.",
        "واستقبل الرئيس الأوزبكي المهنئين بالعيد.",
    ],
)
def test_verb_of_meeting_with_another_object_has_its_subject(text: str) -> None:
    assert all("JPN" not in sides for sides in contacts(ARRIVED + text))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("بدأت في سوفيا مباحثات بلغارية صربية برئاسة وزيري الطاقة.", ("BGR", "SRB")),
        ("شهدت بغداد مباحثات عراقية سورية حول المياه.", ("IRQ", "SYR")),
    ],
)
def test_talks_of_two_demonyms(text: str, sides: tuple[str, ...]) -> None:
    assert contacts(text) == {sides}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("استقبل رئيس وزراء نيبال وفدا من حركة حماس.", "PSE"),
        ("التقى وزير خارجية قطر وفدا رفيع المستوى من الحكومة الهولندية.", "NLD"),
        ("بحث رئيس وزراء فيجي مع وفد من وزارة المالية الأسترالية ملف الديون.", "AUS"),
    ],
)
def test_delegations_from_a_body(text: str, side: str) -> None:
    assert any(side in sides for sides in contacts(text))


def test_calling_of_the_feminine_is_no_preacher() -> None:
    text = "أعربت الحكومة الكندية عن قلقها، داعية إثيوبيا إلى ضبط النفس."
    assert ("REQUEST", "ETH") in {(e.type, e.target) for e in read(text, "ar").events}


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Abdel Fattah El-Sisi received in Cairo the foreign minister of Jordan.",
        "Sudan's president received in Khartoum on Sunday the Chinese envoy Liu Guijin.",
        "Morocco's king received at the Royal Palace the ambassador of Chad.",
    ],
)
def test_a_phrase_of_place_stands_before_who_is_received(text: str) -> None:
    assert [e.kind for e in read(text, "en").engagements] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Israel struck in Gaza Egyptian officials said.",
        "The king received in Rabat the ambassadors of Chad and Niger.",
    ],
)
def test_who_stands_behind_a_place_is_not_always_met(text: str) -> None:
    assert not read(text, "en").engagements
