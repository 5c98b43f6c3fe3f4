"""What talks led to: told in titles alone, by one side alone, long ago, or by what they yielded."""

import pytest

from tests.extract.reading import read

TOLD: dict[str, tuple[str, str] | None] = {
    "The Kenyan and Ugandan ministers met in Nairobi. The talks produced an agreement on fish.": (
        "agreement", "KEN UGA",
    ),
    "Two days of talks between Peru and Chile ended with an agreement to share water.": (
        "agreement", "CHL PER",
    ),
    "The mediators announced a ceasefire agreement between Sudan and Chad.": (
        "agreement", "SDN TCD",
    ),
    "Kenya's president met his Ugandan counterpart on Monday. He agreed to free 20 fishermen.": (
        "pledge", "KEN",
    ),
    "Kenya and Uganda agreed on Monday to share water.": ("agreement", "KEN UGA"),
    "Japan, Fiji to fund port in Samoa": ("pledge", "FJI JPN"),
    "Peru and Chile signed a border treaty in Lima in 2003.": None,
    "The road is a project that the presidents of Peru and Chile agreed on and paid for.": None,
    "Peru was committed to its decision to admit Chile.": None,
    "Most ministers of Ghana agree with the Togolese president.": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_told(text: str, told: tuple[str, str] | None) -> None:
    found = [(o.kind, " ".join(o.parties)) for o in read(text, "en").outcomes]
    assert found == ([told] if told else [])


def test_a_title_tells_what_the_body_leaves_out() -> None:
    text = "Peru and Chile sign fishing deal\n\nThe ministers sang in Lima on Monday.\n"
    (signed,) = read(text, "en").outcomes
    assert (signed.kind, signed.parties) == ("instrument", ("CHL", "PER"))


def test_a_title_adds_nothing_to_what_the_body_tells() -> None:
    text = "Peru, Chile sign fishing deal\n\nPeru and Chile signed a deal on fish in Lima.\n"
    (signed,) = read(text, "en").outcomes
    assert signed.evidence[0].text.startswith("Peru and Chile signed")
