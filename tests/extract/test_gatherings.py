"""Who came to a gathering: hosts, those who attended, those named out of many; when it is to be."""

import pytest

from tests.extract.reading import read
from tests.extract.test_engagements import Told, brief

READS: dict[str, list[Told]] = {
    "The summit, hosted by Jordan, brought together leaders of Egypt, Iraq and France.": [
        ("summit", "happened", "EGY FRA IRQ JOR", None, None)
    ],
    "Ethiopia hosted a summit in Addis Ababa on Monday, attended by Kenyan President William Ruto "
    "and Rwandan President Paul Kagame.": [
        ("summit", "happened", "ETH KEN RWA", "2024-01-08", "ETH Addis Ababa")
    ],
    "Next month's lake summit, which includes Peruvian President Dina Boluarte and Bolivian "
    "President Luis Arce, will be held in Lima.": [
        ("summit", "planned", "BOL PER", None, "PER Lima")
    ],
    "The Kenyan and Ugandan presidents discussed their partnership with Rwanda on Monday.": [
        ("meeting", "happened", "KEN UGA", "2024-01-08", None)
    ],
    "The Kenyan president attended the NATO summit in Vilnius and a meeting with the Brazilian "
    "president.": [
        ("summit", "happened", "KEN NAT", None, "LTU Vilnius"),
        ("meeting", "happened", "BRA KEN", None, "LTU Vilnius"),
    ],
    "Kenyan and Ugandan ministers met in Lima to discuss opening talks with Rwanda.": [
        ("meeting", "happened", "KEN UGA", None, "PER Lima")
    ],
    "The Kenyan minister said Chad would join, during a meeting with his Rwandan counterpart.": [
        ("meeting", "happened", "KEN RWA", None, None)
    ],
    "Talks between Kenya and Uganda will be held in Nairobi on Friday.": [
        ("meeting", "planned", "KEN UGA", "2024-01-12", "KEN Nairobi")
    ],
    "Talks among Kenya, Uganda and Rwanda will take place in Nairobi on Friday.": [
        ("meeting", "planned", "KEN RWA UGA", "2024-01-12", "KEN Nairobi")
    ],
    "Talks between Kenya and Uganda to open the border went on in Nairobi.": [
        ("meeting", "happened", "KEN UGA", None, "KEN Nairobi")
    ],
    "Officials from 40 countries, including Brazil, India and Chile, met in Lima on Monday.": [
        ("meeting", "happened", "BRA CHL IND", "2024-01-08", "PER Lima")
    ],
    "Leaders including Kenyan President William Ruto and Danish King Frederik met in Lima.": [
        ("meeting", "happened", "DNK KEN", None, "PER Lima")
    ],
    "France and Peru will co-chair a conference on fish in Nairobi.": [
        ("conference", "planned", "FRA PER", None, "KEN Nairobi")
    ],
}  # fmt: skip

NEVER = [
    "Kenya is unlikely to attend a summit hosted by Malta.",
    "The summit, hosted by Kenya, was about the war between Chad and Mali.",
    "Officials from 40 towns, including Oslo, danced in Lima.",
]


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, "en").engagements] == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert all(e.status == "denied" for e in read(text, "en").engagements)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kenyan and Chadian foreign and defence ministers met in Oslo.", "en"),
        ("The Kenyan interior and justice ministers met their Chadian counterparts.", "en"),
        ("Foreign and trade ministers from Kenya and Chad met in Oslo.", "en"),
        ("التقى وزيرا خارجية ودفاع كينيا نظيريهما التشاديين في أوسلو.", "ar"),
        ("اجتمع وزراء الخارجية والدفاع في كينيا وتشاد.", "ar"),
    ],
)
def test_ministers_of_two_posts_meet(text: str, language: str) -> None:
    met = read(text, language).engagements
    assert [(e.kind, set(e.sides)) for e in met] == [("meeting", {"KEN", "TCD"})]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan and Chadian foreign and defence ministers did not meet.",
        "The Kenyan foreign and defence ministers criticised their Chadian counterparts.",
    ],
)
def test_ministers_of_two_posts_need_not_meet(text: str) -> None:
    assert all(e.status != "happened" for e in read(text, "en").engagements)
