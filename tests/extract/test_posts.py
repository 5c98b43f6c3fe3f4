"""Ambassadors and envoys whose post stands before their name: "the envoy in Lima, Ana Ruiz"."""

import pytest

from tests.extract.reading import participants, read

PEOPLE = {
    "of-a-king": (
        "استقبل رئيس بيرو سفير خادم الحرمين الشريفين في ليما حسن العسيري.",
        ("حسن العسيري", "SAU", "ambassador"),
    ),
    "by-adjective": (
        "استقبل وزير الزراعة الغاني السفيرة الكندية في غانا مارتين موروكا.",
        ("مارتين موروكا", "CAN", "ambassador"),
    ),
    "of-a-state": (
        "بحث وزير النقل التونسي مع سفير اليابان في طرابلس تاكيشي إيتو النقل البحري.",
        ("تاكيشي إيتو", "JPN", "ambassador"),
    ),
    "of-a-body": (
        "اجتمع وزير الصحة الكيني مع ممثل منظمة الصحة العالمية في كينيا عبد الرحمن ديالو.",
        ("عبد الرحمن ديالو", "UNO", "envoy"),
    ),
    "body-and-post": (
        "التقى رئيس تشاد الممثلة الخاصة للأمم المتحدة في تشاد ليلى باهيا.",
        ("ليلى باهيا", "UNO", "envoy"),
    ),
    "of-an-embassy": (
        "استقبل وزير الداخلية الغاني القائم بالأعمال في سفارة بيرو لدى غانا خوسيه راميريز.",
        ("خوسيه راميريز", "PER", "ambassador"),
    ),
    "of-an-embassy-by-adjective": (
        "استقبل وزير الداخلية الغاني القائمة بالأعمال في السفارة البيروفية كارمن راميريز.",
        ("كارمن راميريز", "PER", "ambassador"),
    ),
    "prince": (
        "استقبل وزير الخارجية الكيني سفير خادم الحرمين الشريفين في كينيا الأمير سلطان بن ماجد.",
        ("سلطان بن ماجد", "SAU", "ambassador"),
    ),
}


@pytest.mark.parametrize("case", PEOPLE)
def test_the_place_of_a_post_is_not_the_side_of_who_holds_it(case: str) -> None:
    text, (name, side, office) = PEOPLE[case]
    person = participants(text, "ar")[name]
    assert (person.side, person.office) == (side, office)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("استقبل الرئيس الغاني السفير الكندي في أكرا.", "Accra"),
        ("التقى وزير خارجية كينيا سفير اليابان في نيروبي.", "Nairobi"),
    ],
)
def test_where_an_ambassador_is_met_stays_the_place(text: str, city: str) -> None:
    (engagement,) = read(text, "ar").engagements
    assert engagement.place is not None
    assert engagement.place.city == city


def test_an_ambassador_of_no_told_state_is_not_of_the_place() -> None:
    assert not read("أكد السفير في ليما أن بيرو ترحب بكندا.", "ar").engagements
    events = read("التقى السفير في ليما وزير الخارجية الكندي.", "ar").events
    assert ("PER", "CAN") not in {(e.source, e.target) for e in events}
