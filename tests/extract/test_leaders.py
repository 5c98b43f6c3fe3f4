"""Leaders and ministers told of by the name they go by."""

import pytest

from tests.extract.reading import participants, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xi met Putin in Beijing on Tuesday.", {"Xi": "CHN", "Putin": "RUS"}),
        ("President Lula met President Macron in Paris.", {"Lula": "BRA", "Macron": "FRA"}),
        ("President Moon met President Biden in Washington.", {"Moon": "KOR", "Biden": "USA"}),
    ],
)
def test_leaders_are_known_by_the_name_they_go_by(text: str, wanted: dict[str, str]) -> None:
    assert {name: p.side for name, p in participants(text, "en").items()} == wanted


def test_a_short_family_name_of_two_polities_names_nobody() -> None:
    assert "Kim" not in participants("Kim met Trump in Singapore.", "en")


def test_foreign_ministers_go_by_their_surnames_while_in_office() -> None:
    text = "Talks\n2023-03-02\nBlinken met Lavrov in New Delhi."
    assert {n: p.side for n, p in participants(text, "en").items()} == {
        "Blinken": "USA",
        "Lavrov": "RUS",
    }


def test_a_surname_in_the_name_of_a_place_names_nobody() -> None:
    text = "Summit\n2023-10-30\nRishi Sunak hosts a global summit at Bletchley Park."
    assert not read(text, "en").engagements
