"""Contacts as news agencies tell them: in asides, behind "as", as plans, and what is none."""

import pytest

from tests.extract.reading import read
from tests.extract.test_engagements import Told, brief

READS: dict[str, list[Told]] = {
    "Tensions rose as the Dutch foreign minister arrived in Kenya on Monday.": [
        ("visit", "happened", "KEN NLD", "2024-01-08", "KEN")
    ],
    "Last week, Interior Minister Alain Roche of France, on an official visit to Chile, toured a "
    "dam.": [("visit", "happened", "CHL FRA", "2024-01-01", "CHL")],
    "Chinese Premier Li Qiang's official visit to Kenya ended on Friday.": [
        ("visit", "happened", "CHN KEN", "2024-01-05", "KEN")
    ],
    "Peru's president and Japan's prime minister shook hands as they met in Lima on Monday.": [
        ("meeting", "happened", "JPN PER", "2024-01-08", "PER Lima")
    ],
    "Kenyan Foreign Minister Raila Odinga said she would visit Norway shortly.": [
        ("visit", "planned", "KEN NOR", None, "NOR")
    ],
    "The Kenyan president cancelled his upcoming trip to the United Nations forests conference in "
    "Oslo.": [("visit", "cancelled", "KEN NOR", None, "NOR Oslo")],
    "Danish Prime Minister Mette Frederiksen was due in Lima on Friday.": [
        ("visit", "planned", "DNK PER", "2024-01-12", "PER Lima")
    ],
    "Said Pierre Blanc, the French energy minister, on Tuesday during his two-day visit to Osaka: "
    "we gain.": [("visit", "happened", "FRA JPN", "2024-01-09", "JPN Osaka")],
    "The Malian and Danish ministers spoke in Oslo about the need to protect Kenyan forests.": [
        ("meeting", "happened", "DNK MLI", None, "NOR Oslo")
    ],
    "It was the first meeting between Chile and Peru since their leaders took office last year.": [
        ("meeting", "happened", "CHL PER", None, None)
    ],
    "Cambodian Prime Minister Hun Sen 's visit to Cuba was fruitful.": [
        ("visit", "happened", "CUB KHM", None, "CUB")
    ],
    "A broadcast shows footage of Chilean Foreign Minister Ana Ruiz meeting with Kenyan President "
    "William Ruto in Nairobi.": [("meeting", "happened", "CHL KEN", None, "KEN Nairobi")],
    "Malian President Assimi Goita raised the need to keep grain moving in a phone call with the "
    "Danish prime minister.": [("call", "happened", "DNK MLI", None, None)],
    "The visiting Chilean Foreign Minister Ana Ruiz spoke of dams. Ruiz met President William Ruto "
    "of Kenya on Tuesday.": [
        ("meeting", "happened", "CHL KEN", "2024-01-09", "KEN"),
        ("visit", "happened", "CHL KEN", "2024-01-09", "KEN"),
    ],
}

NEVER = [
    "Farmers praised an initiative to hold a conference with Kenya in Chile.",
    "Kenya's president hopes to raise the issue in a meeting with the Ugandan premier.",
    "The visiting Chilean Foreign Minister Ana Ruiz spoke of dams and of Kenya.",
    "The Brazilian decision sends a positive message to Kenya.",
    "Malian troops were due in court after the visit of the president.",
    "Kenya is going to work hard to bring Cuba into the African Union.",
]


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, "en").engagements] == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert read(text, "en").engagements == ()
