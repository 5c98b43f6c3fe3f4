"""Contacts told one by one, visits announced where they go to, and what only a question tells."""

import pytest

from tests.extract.reading import read
from tests.extract.test_engagements import Told, brief

READS: dict[str, list[Told]] = {
    "Kenya's foreign ministry said on Tuesday that Danish Prime Minister Mette Frederiksen would "
    "visit next week.": [("visit", "planned", "DNK KEN", "2024-01-15", "KEN")],
    "Peru says Chilean premier to visit next week": [
        ("visit", "planned", "CHL PER", "2024-01-15", "PER")
    ],
    "The Turkish president will pay an official visit on Monday, Chad's presidency announced.": [
        ("visit", "planned", "TCD TUR", "2024-01-15", "TCD")
    ],
    "The Danish premier will arrive in Kenya on Monday for a two-day visit.": [
        ("visit", "planned", "DNK KEN", "2024-01-15", "KEN")
    ],
    "The Danish prime minister met the Polish president on Monday and later the Greek premier.": [
        ("meeting", "happened", "DNK POL", "2024-01-08", None),
        ("meeting", "happened", "DNK GRC", "2024-01-08", None),
    ],
    "The Kenyan foreign minister met the Ugandan president in Kampala and the Rwandan president "
    "in Kigali.": [
        ("meeting", "happened", "KEN UGA", None, "UGA Kampala"),
        ("meeting", "happened", "KEN RWA", None, "RWA Kigali"),
    ],
    "The Danish premier will visit Kenya on Monday, Uganda on Tuesday and Rwanda on Friday.": [
        ("visit", "planned", "DNK KEN", "2024-01-15", "KEN"),
        ("visit", "planned", "DNK UGA", "2024-01-16", "UGA"),
        ("visit", "planned", "DNK RWA", "2024-01-12", "RWA"),
    ],
    "The Danish premier will arrive in Kenya on Monday before travelling to Uganda.": [
        ("visit", "planned", "DNK KEN", "2024-01-15", "KEN"),
        ("visit", "planned", "DNK UGA", "2024-01-15", "UGA"),
    ],
    "Norway's foreign minister had phone calls with his Chadian and Malian counterparts on "
    "Tuesday.": [
        ("call", "happened", "NOR TCD", "2024-01-09", None),
        ("call", "happened", "MLI NOR", "2024-01-09", None),
    ],
    "The Kenyan president telephoned the leaders of Uganda and Rwanda on Sunday.": [
        ("call", "happened", "KEN UGA", "2024-01-07", None),
        ("call", "happened", "KEN RWA", "2024-01-07", None),
    ],
    "The Danish prime minister met both the Polish president and the Czech premier in Oslo.": [
        ("meeting", "happened", "CZE DNK POL", None, "NOR Oslo")
    ],
    "The Spanish premier held a phone call with both the Greek president and the king of Jordan.": [
        ("call", "happened", "ESP GRC", None, None),
        ("call", "happened", "ESP JOR", None, None),
    ],
    "In talks on Monday with Uganda's premier, Kenya's president will raise trade.": [
        ("meeting", "planned", "KEN UGA", "2024-01-15", None)
    ],
    "Kenyan President William Ruto and Ugandan President Yoweri Museveni agreed to meet during a "
    "telephone conversation.": [
        ("meeting", "planned", "KEN UGA", None, None),
        ("call", "happened", "KEN UGA", None, None),
    ],
    "The Kenyan and Danish ministers agreed on talks between Chad and Mali.": [
        ("meeting", "planned", "MLI TCD", None, None)
    ],
}

NEVER = [
    "Ghana said the Danish premier would visit the port on Friday.",
    "Ghana's president said the Danish premier would travel on Friday.",
    "Peru's foreign minister said Chilean troops had arrived on Monday.",
    "The United Nations said the Chilean president would visit next week.",
    "With regard to which Kenyan minister will visit Uganda, there is no news.",
    "We have not decided who will visit Uganda, the Kenyan spokesman said.",
]


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, "en").engagements] == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert read(text, "en").engagements == ()


def test_who_acts_next_was_not_met() -> None:
    met = "The Kenyan minister met his Ugandan counterpart on Monday and "
    for goes_on in ("Rwandan officials rejected the plan.", "the Rwandan king praised the talks."):
        (contact,) = read(met + goes_on, "en").engagements
        assert contact.sides == ("KEN", "UGA")


def test_several_of_each_side_met_together() -> None:
    (contact,) = read(
        "Bilateral meetings will take place between Kenyan and Ugandan ministers and the premiers "
        "of Chad and Mali.", "en",
    ).engagements  # fmt: skip
    assert len(contact.sides) > 2


def test_here_is_where_the_story_is_sent_from() -> None:
    text = "OSLO, Jan. 9 -- Kenyan President William Ruto, who is on a visit here, praised fish."
    (visit,) = read(text, "en").engagements
    assert (visit.kind, visit.sides) == ("visit", ("KEN", "NOR"))


def test_a_tour_has_the_days_and_events_of_each_stop() -> None:
    text = "The Danish premier will visit Kenya on Monday and Uganda on Tuesday."
    assert [(e.type, e.target) for e in read(text, "en").events] == [
        ("AGREE", "KEN"), ("AGREE", "UGA"),
    ]  # fmt: skip
