"""Attacks that tell only of the town they hit: "Israeli forces raided Jenin"."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Israeli forces raided Jenin.", "ISR", "PSE"),
        ("Israeli strike kills two in Khan Younis", "ISR", "PSE"),
        ("A Russian missile attack on Kharkiv killed 12 people.", "RUS", "UKR"),
        ("Two people were killed in a Russian attack on Kharkiv.", "RUS", "UKR"),
        ("Russian forces shelled Kherson overnight.", "RUS", "UKR"),
        ("Ethiopian strikes kill five in southern Eritrea", "ETH", "ERI"),
        ("The Israeli shelling of Tyre killed two people.", "ISR", "LBN"),
        ("Two Syrians died in an Israeli air raid near Homs.", "ISR", "SYR"),
        ("Five Somalis perished in an Ethiopian strike.", "ETH", "SOM"),
    ],
)
def test_a_struck_town_stands_for_its_polity(text: str, source: str, target: str) -> None:
    told = {(e.type, e.source, e.target) for e in read(text, "en").events}
    assert told == {("ASSAULT", source, target)}


@pytest.mark.parametrize(
    "text",
    [
        "Three Kenyan tourists were killed in Lyon.",
        "Police killed a man in Lyon.",
        "A Chadian man killed his wife in Lyon.",
        "The Polish minister attacked the opposition in Krakow.",
        "Kenya lifted a ban on flights to Lyon after a strike there.",
        "Two Syrians died in a fire in Lyon.",
        "Egypt opened its border to wounded Sudanese.",
        "The bombing was a theme of the Chadian mayor of Lyon.",
    ],
)
def test_where_a_crime_was_is_no_target(text: str) -> None:
    assert not [e for e in read(text, "en").events if e.type == "ASSAULT"]
