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
    "Kenyan President William Ruto (R) meets with Danish King Frederik in Nairobi on 8 January.": [
        ("meeting", "happened", "DNK KEN", "2024-01-08", "KEN Nairobi")
    ],
    "President Gabriel Boric of the Republic of Chile (Chile) and envoys from the European Union "
    "(EU) and Peru met in Lima on Monday.": [
        ("meeting", "happened", "CHL EUR PER", "2024-01-08", "PER Lima")
    ],
    "Kenyan Foreign Minister Musalia Mudavadi will attend the 3rd Coffee Producers' Meeting in "
    "Peru and visit Chile.": [
        ("visit", "planned", "CHL KEN", None, "CHL"),
    ],
    "The defence ministers' meeting between Kenya and Uganda opened on Monday.": [
        ("meeting", "happened", "KEN UGA", "2024-01-08", None)
    ],
    "President William Ruto of Kenya looks forward to hosting the King of Denmark in Nairobi.": [
        ("meeting", "planned", "DNK KEN", None, "KEN Nairobi")
    ],
    "Norwegian Foreign Minister Lars Eide, currently visiting Nairobi, is scheduled to meet Kenyan "
    "Defence Minister Aden Duale on Saturday and to discuss Kenyan forces in Norway.": [
        ("visit", "happened", "KEN NOR", None, "KEN Nairobi"),
        ("meeting", "planned", "KEN NOR", "2024-01-13", "KEN Nairobi"),
    ],
    "President William Ruto of Kenya, on the first stop of a visit to Peru, spoke of fish.": [
        ("visit", "happened", "KEN PER", None, "PER")
    ],
    "Two men were killed in Oslo on Tuesday after a Kenyan-Ugandan summit failed.": [
        ("summit", "happened", "KEN UGA", None, None)
    ],
    "Kenyan envoy Mary Akello and visiting Chilean Foreign Minister Ana Ruiz said on Monday that "
    "ties grew. During her meeting with Ruiz, Akello sang. Ruiz arrived in Kenya on Saturday.": [
        ("meeting", "happened", "CHL KEN", "2024-01-08", "KEN"),
        ("visit", "happened", "CHL KEN", "2024-01-06", "KEN"),
    ],
    "Peru and Kenyan trade officials were due to hold discussions on Friday.": [
        ("meeting", "planned", "KEN PER", "2024-01-12", None)
    ],
    "Kenyan President William Ruto and other leaders from Chad, Mali and Niger met in Nairobi.": [
        ("meeting", "happened", "KEN MLI NER TCD", None, "KEN Nairobi")
    ],
}

NEVER = [
    "Farmers praised an initiative to hold a conference with Kenya in Chile.",
    "Kenya's president hopes to raise the issue in a meeting with the Ugandan premier.",
    "The visiting Chilean Foreign Minister Ana Ruiz spoke of dams and of Kenya.",
    "The Brazilian decision sends a positive message to Kenya.",
    "Malian troops were due in court after the visit of the president.",
    "Kenya is going to work hard to bring Cuba into the African Union.",
    "Kenya and its neighbours hold no conference on Uganda.",
    "Kenya will not accept lower tariffs as a precondition for resuming talks with Uganda.",
    "Quad leaders' talks with Prime Minister Narendra Modi of India and President Gitanas Nauseda "
    "of Lithuania are no secret.",
    "Danish fans and other guests of Kenya sang 'for the leaders' of the game.",
]


PRESENT: dict[str, set[tuple[str, str]]] = {
    "The foreign ministers of Kenya and Uganda met in Nairobi on Monday. Kenyan Foreign Minister "
    "Musalia Mudavadi spoke of fish. Ugandan Foreign Minister Jeje Odongo left on Tuesday.": {
        ("Musalia Mudavadi", "KEN"),
        ("Jeje Odongo", "UGA"),
    },
    "Officials from Kenya and Uganda met in Nairobi on Monday. Kenyan official Mary Ako sings.": (
        set()
    ),
    "Aides said Danish minister Ole Holm met President Lai Ching-te and Premier Chen Wei, a Taiwan "
    "presidential spokesman said.": {
        ("Ole Holm", "DNK"),
        ("Lai Ching-te", "TWN"),
        ("Chen Wei", "TWN"),
    },
    "Danish minister Ole Holm met the Premier of Kenya, Raila Odinga, a Danish aide said.": {
        ("Ole Holm", "DNK"),
        ("Raila Odinga", "KEN"),
    },
    "Kenya and Uganda launched the inaugural meeting of the Lake Group (LG) in Nairobi on Monday. "
    "It was convened by Raila Odinga, Principal Secretary of Kenya; and Kato Okello, Coordinator "
    "at the Ugandan Foreign Ministry.": {
        ("Raila Odinga", "KEN"),
        ("Kato Okello", "UGA"),
    },
    "U.S. envoy Nick Marsh and Rick Bauer, U.S. ambassador for South Asia, will join officials "
    "from Peru and Kenya at the conference.": {
        ("Nick Marsh", "USA"),
        ("Rick Bauer", "USA"),
    },
}


@pytest.mark.parametrize(("text", "present"), PRESENT.items())
def test_who_was_there(text: str, present: set[tuple[str, str]]) -> None:
    (contact,) = read(text, "en").engagements
    assert {(p.name, p.side) for p in contact.participants} == present


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, "en").engagements] == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert read(text, "en").engagements == ()
