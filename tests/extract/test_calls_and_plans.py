"""Calls with several leaders one by one, contacts told of before they are, and disputed places."""

import pytest

from tests.extract.reading import read

OPPOSED = "تعارض كينيا انضمام غانا وتشاد إلى المنظمة. "


@pytest.mark.parametrize(
    "text",
    [
        "أجرى الرئيس الكيني اتصالين هاتفيين برئيس غانا ورئيس تشاد.",
        "أجرى الرئيس الكيني اتصالات هاتفية مع رئيسي غانا وتشاد.",
        OPPOSED + "وأجرى الرئيس الكيني اتصالين هاتفيين مع زعيمي البلدين.",
        OPPOSED + "كما أجرى الرئيس الكيني السبت اتصالات مع قادة البلدين.",
    ],
)
def test_calls_with_two_leaders_are_two(text: str) -> None:
    calls = [e.sides for e in read(text, "ar").engagements if e.kind == "call"]
    assert sorted(calls) == [("GHA", "KEN"), ("KEN", "TCD")]


def test_the_two_sides_of_a_talk_are_those_who_met() -> None:
    text = "التقى وزير الخارجية الكيني نظيره الغاني. وأكد الوزير الكيني متانة علاقات البلدين."
    assert [e.sides for e in read(text, "ar").engagements] == [("GHA", "KEN")]


@pytest.mark.parametrize(
    "text",
    [
        "وصل وزير الدفاع البولندي إلى نيروبي حيث يلتقي نظيره الكيني.",
        "بدأت وزيرة خارجية البرتغال زيارة إلى غانا، وتجري خلالها محادثات مع الرئيس الغاني.",
        "ويلتقي وزير الخارجية الياباني نظيره المجري على هامش المؤتمر.",
        "يزور رئيس وزراء ماليزيا اليوم كينيا.",
    ],
)
def test_what_a_sentence_opens_to_tell_in_the_present_is_to_come(text: str) -> None:
    assert read("حضر الصحفيون.\n" + text, "ar").engagements[-1].status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "وصل وزير الدفاع البولندي إلى نيروبي حيث التقى نظيره الكيني.",
        "أكد المتحدث أن الوزير الياباني يلتقي نظيره المجري بانتظام.",
    ],
)
def test_other_contacts_have_happened(text: str) -> None:
    assert {e.status for e in read(text, "ar").engagements} == {"happened"}


def test_headlines_tell_in_the_present() -> None:
    reading = read("بحثا التعاون بين البلدين.", "ar", title="يلتقي الوزير الياباني نظيره المجري")
    assert all(e.status == "happened" for e in reading.engagements)


def test_whoever_meets_a_holder_of_a_disputed_town_meets_in_its_state() -> None:
    (met,) = read("التقى وزير الخارجية البولندي نظيره الإسرائيلي في القدس.", "ar").engagements
    assert met.place is not None
    assert (met.place.country, met.place.city) == ("ISR", "Jerusalem")
    (met,) = read("التقى وزير الخارجية البولندي نظيره الأردني في القدس.", "ar").engagements
    assert met.place is not None
    assert met.place.country is None


def test_a_signing_that_is_only_meant_is_no_outcome() -> None:
    texts = (
        "وصل وزير الصحة القطري إلى نيروبي للتوقيع على مذكرة تفاهم مع كينيا.",
        "كانت كينيا وغانا قد وقعتا العام الماضي مذكرة تفاهم.",
    )
    for text in texts:
        assert not [o for o in read(text, "ar").outcomes if o.kind == "instrument"]
    (signed,) = read("وقعت كينيا وغانا أمس مذكرة تفاهم.", "ar").outcomes
    assert signed.parties == ("GHA", "KEN")
