"""People told of by offices of no state: those whom a guest meets are the host's."""

import pytest

from tests.extract.reading import read

MET = [
    "Finnish President Alexander Stubb came to Malawi on Monday. He met President Lazarus Banda.",
    "Finnish President Alexander Stubb visited Malawi on Monday and met President Lazarus Banda.",
    "During his visit to Malawi, Finnish President Alexander Stubb met with the president.",
    "Finnish President Alexander Stubb will arrive in Malawi on Friday, where he will meet "
    "President Lazarus Banda.",
    "وصل وزير الخارجية الفنلندي ميكا لينتيلا إلى مالاوي يوم الاثنين. والتقى الرئيس لازاروس باندا.",
]
NEVER = [
    "Finnish President Alexander Stubb arrived in Malawi on Monday. President Lazarus Banda slept.",
    "Finnish President Alexander Stubb arrived in Malawi on Monday. He met teachers.",
]


@pytest.mark.parametrize("text", MET)
def test_whom_a_guest_meets_is_of_the_host(text: str) -> None:
    met = [e for e in read(text).engagements if e.kind == "meeting"]
    assert [e.sides for e in met] == [("FIN", "MWI")]


@pytest.mark.parametrize("text", NEVER)
def test_meets_nobody(text: str) -> None:
    assert all(e.kind != "meeting" for e in read(text).engagements)


STAFF = {
    "The French president's envoy met Lebanese Prime Minister Nawaf Salam.": ("FRA", "LBN"),
    "U.S. President Donald Trump's special envoy Lee Bell met Kenyan President William Ruto.": (
        "KEN",
        "USA",
    ),
    "Ana Silva, the UN secretary-general's special envoy to Sudan, met Chadian Foreign Minister "
    "Abdoulaye Sabre Fadoul.": ("TCD", "UNO"),
    "Danish Prime Minister Mette Frederiksen met Peruvian Congress President Ana Rojas.": (
        "DNK",
        "PER",
    ),
    "The president of the Peruvian Congress met the Danish foreign minister.": ("DNK", "PER"),
}


@pytest.mark.parametrize(("text", "sides"), STAFF.items())
def test_staff_is_of_its_owners_side(text: str, sides: tuple[str, str]) -> None:
    assert [e.sides for e in read(text).engagements] == [sides]


TO_COME = [
    "Kenyan President William Ruto leaves on Friday for a one-day trip to Denmark.",
    "Kenyan President William Ruto flies to Denmark on Friday.",
    "Kenyan President William Ruto heads to Denmark next week.",
]


@pytest.mark.parametrize("text", TO_COME)
def test_a_present_with_a_day_is_to_come(text: str) -> None:
    assert [(e.kind, e.status) for e in read(text, title="Ruto's plans").engagements] == [
        ("visit", "planned")
    ]


def test_a_caption_tells_of_what_has_been() -> None:
    text = (
        "Kenyan President William Ruto meets Danish King Frederik in Oslo on Monday, Jan. 8, 2024."
    )
    assert [e.status for e in read(text, title="Pictures").engagements] == ["happened"]


ARABIC = {
    "قال ذلك في ختام الزيارة الرسمية للرئيس الكيني إلى روسيا.": ("visit", ("KEN", "RUS")),
    "زار وزير الخارجية السوري العاصمة الروسية.": ("visit", ("RUS", "SYR")),
    "وصل وزير الخارجية الغاني إلى العاصمة الكينية.": ("visit", ("GHA", "KEN")),
}


@pytest.mark.parametrize(("text", "told"), ARABIC.items())
def test_visits_to_capitals_and_of_guests_behind_adjectives(
    text: str, told: tuple[str, tuple[str, ...]]
) -> None:
    assert [(e.kind, e.sides) for e in read(text).engagements] == [told]
