"""Ministers and envoys told of as those of whoever says so: "Norway said its minister met"."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, participants, read

told = partial(deeds, language="en", statuses=None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway said its foreign minister met Kenya's president.", ("CONSULT", "KEN", "NOR")),
        ("Peru said on Monday that its envoy condemned Chile.", ("ACCUSE", "PER", "CHL")),
        ("Uganda's government said its premier would visit Peru.", ("AGREE", "UGA", "PER")),
        (
            "The Danish embassy said its envoy had been summoned by Mali's foreign ministry.",
            ("ACCUSE", "MLI", "DNK"),
        ),
        ("Chad's president said his premier will visit Togo.", ("AGREE", "TCD", "TGO")),
    ],
)
def test_whose_a_minister_is_who_does_it(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said Kenya met its envoy to Sudan.",
        "Our ministers met the president of Kenya, Norway said.",
    ],
)
def test_nobody_meets_himself(text: str) -> None:
    assert told(text) <= {("CONSULT", "KEN", "NOR")}


def test_a_minister_of_the_teller_s_is_named() -> None:
    text = "Norway said its foreign minister, Gunnar Holm, met Kenyan President William Ruto."
    assert participants(text, "en")["Gunnar Holm"].side == "NOR"


@pytest.mark.parametrize("verb", ["met", "condemned", "praised", "attacked", "will visit"])
def test_who_is_named_between_commas_does_what_is_said(verb: str) -> None:
    text = f"Norway said the Kenyan foreign minister, Gunnar Holm, {verb} Uganda on Monday."
    reading = read(text, "en")
    assert {e.source for e in reading.events} | {e.target for e in reading.events} == {
        "KEN",
        "UGA",
    }
