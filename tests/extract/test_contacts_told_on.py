"""Contacts that a story tells more of: who "the leaders" are, which talks, where a tour goes."""

import pytest

from tests.extract.reading import participants, read

THREE = (
    "Norwegian Prime Minister Jonas Gahr Stoere met on Monday with President William Ruto of Kenya,"
    " President Yoweri Museveni of Uganda, and Prime Minister Edouard Ngirente of Rwanda."
)
TWO = "Norwegian Premier Jonas Gahr Stoere met Kenyan President William Ruto in Oslo on Saturday."


@pytest.mark.parametrize("who", ["The leaders", "The four leaders", "They"])
def test_all_who_met_go_on_talking(who: str) -> None:
    (only,) = read(f"{THREE} {who} discussed the war in Congo.", "en").engagements
    assert only.sides == ("KEN", "NOR", "RWA", "UGA")
    assert only.topics == ("conflict_ceasefire",)


def test_what_stands_united_is_not_who_met() -> None:
    text = f"{THREE} Norway stands united with Chad, he said. The leaders also discussed trade."
    assert [e.sides for e in read(text, "en").engagements] == [("KEN", "NOR", "RWA", "UGA")]


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (" The two leaders hailed progress in negotiating a trade deal.", "meeting"),
        (" They spoke of the negotiations between the two countries on fish.", "meeting"),
        (" The political consultations between the two countries covered fish.", "consultations"),
    ],
)
def test_negotiations_name_no_meeting(on: str, kind: str) -> None:
    assert [e.kind for e in read(TWO + on, "en").engagements] == [kind]


@pytest.mark.parametrize(
    "on",
    [
        "On Monday, Stoere said his talks with Ruto had been useful.",
        "In a speech on Monday, Stoere said his meeting with Ruto was good.",
    ],
)
def test_talk_of_a_meeting_is_no_second_one(on: str) -> None:
    (only,) = read(f"{TWO} {on}", "en").engagements
    assert only.date is not None
    assert only.date.earliest.isoformat() == "2024-01-06"


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("His tour will also take him to Uganda and Rwanda.", "planned"),
        ("The trip has already taken him to Uganda and Rwanda.", "happened"),
        ("The tour also included Uganda and Rwanda.", "happened"),
    ],
)
def test_a_tour_goes_on(on: str, status: str) -> None:
    text = f"Norwegian Foreign Minister Espen Barth Eide arrived in Kenya on Monday. {on}"
    told = {e.sides: e.status for e in read(text, "en").engagements}
    assert told == {
        ("KEN", "NOR"): "happened",
        ("NOR", "UGA"): status,
        ("NOR", "RWA"): status,
    }


@pytest.mark.parametrize(
    "on",
    [
        "His driver took him to a museum of Uganda.",
        "The trip, taking place before Uganda's entry to the World Trade Organization, is short.",
    ],
)
def test_no_tour_goes_there(on: str) -> None:
    text = f"Norwegian Foreign Minister Espen Barth Eide arrived in Kenya on Monday. {on}"
    assert {e.sides for e in read(text, "en").engagements} == {("KEN", "NOR")}


@pytest.mark.parametrize(
    "name", ['Jonathan "Jon" Holm', "Jonathan “Jon” Holm", "Jonathan (Jon) Holm"]
)
def test_a_short_name_stands_within_one(name: str) -> None:
    told = participants(f"Ruto met Norwegian Foreign Minister {name} on Monday.", "en")
    assert told[name].side == "NOR"


def test_a_party_is_no_short_name() -> None:
    told = participants("Norwegian Premier Espen Holm (Labour) met Mali's premier.", "en")
    assert "Espen Holm" in told
