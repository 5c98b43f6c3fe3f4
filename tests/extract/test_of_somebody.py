"""What is of somebody or in his land: whose deed it is, and who only tells of it."""

from functools import partial

import pytest

from tests.extract.reading import deeds

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    "text",
    [
        "A school in Norway thanked Kenya, the Ugandan minister said.",
        "The laws of Norway threaten Kenya, the Ugandan minister said.",
        "The committee on Norway criticised Kenya, the Ugandan minister said.",
        "The conference in Norway urged Kenya to stop, the Ugandan minister said.",
    ],
)
def test_who_says_it_does_nothing_himself(text: str) -> None:
    assert not {e for e in told(text) if e[1:] == ("UGA", "KEN")}


@pytest.mark.parametrize(
    "text",
    [
        "Uganda said the actions of Kenya violate international law.",
        "The policies of Kenya undermine the peace process, Uganda said.",
        "The actions of the Kenyan side are unacceptable, the Ugandan spokesman said.",
        "The conduct of Kenya is a provocation, the Ugandan minister said.",
    ],
)
def test_what_is_of_somebody_is_his(text: str) -> None:
    assert ("ACCUSE", "UGA", "KEN") in told(text)


def test_what_befell_somebody_is_not_his() -> None:
    text = "The death of the Kenyan minister is a provocation, Uganda said."
    assert ("ACCUSE", "UGA", "KEN") not in told(text)


def test_they_are_not_those_that_a_third_tells_of() -> None:
    met = "Kenyan President William Ruto met Ugandan President Yoweri Museveni."
    text = f"{met} A Norwegian official said they have held talks with both Peru and Chile."
    held = {frozenset(e[1:]) for e in told(text) if e[0] == "CONSULT"}
    assert held == {frozenset(pair) for pair in ({"KEN", "UGA"}, {"CHL", "NOR"}, {"NOR", "PER"})}


def test_they_are_those_that_met_where_nobody_else_tells() -> None:
    met = "President Biden spoke with President Erdogan of Turkey."
    text = f"{met} They reaffirmed their support for the government and people of Ukraine."
    assert {("SUPPORT", "USA", "UKR"), ("SUPPORT", "TUR", "UKR")} <= told(text)
