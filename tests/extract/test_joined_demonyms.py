"""Demonyms joined before one noun, force announced, who gave a thing, what only a craft carries."""

import pytest

from tests.extract.reading import Deed, deeds, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Danish, Swedish and Finnish divers have begun clearing wartime mines together.",
            {("COOPERATE", "DNK", "SWE")},
        ),
        (
            "Togolese and Ghanaian traders were arrested in Chad.",
            {("COERCE", "TCD", "TGO"), ("COERCE", "TCD", "GHA")},
        ),
        (
            "A Fijian trawler was seized by a Samoan cutter.",
            {("COERCE", "WSM", "FJI")},
        ),
    ],
)
def test_all_of_joined_demonyms_are_told_of(text: str, told: set[Deed]) -> None:
    assert told <= deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Fiji said it would shoot down any Samoan drone over its waters.",
        "Samoa's army will bomb Fiji, its commander said.",
    ],
)
def test_force_announced_is_a_threat(text: str) -> None:
    assert {t for t, *_ in deeds(text, "en")} == {"THREATEN"}


def test_force_that_others_foretell_is_none() -> None:
    text = "Peru said Samoan troops would attack Fiji."
    assert not [t for t, *_ in deeds(text, "en") if t == "THREATEN"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Malian gunners have been firing shells donated by Peru.", ("ASSAULT", "MLI", "PER")),
        (
            "Chilean police broke up a gang thanks to information passed on by the Omani police.",
            ("COERCE", "CHL", "OMN"),
        ),
    ],
)
def test_whoever_gave_a_thing_is_not_struck(text: str, told: Deed) -> None:
    assert told not in deeds(text, "en")


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("The first train carrying Chilean copper arrived in Lima on Sunday.", 0),
        ("The Chilean president arrived in Lima by train on Sunday.", 1),
    ],
)
def test_whose_wares_come_pays_no_visit(text: str, visits: int) -> None:
    assert len([g for g in read(text, "en").engagements if g.kind == "visit"]) == visits


@pytest.mark.parametrize(
    "text",
    [
        "A Malian border post came under mortar fire from Chad.",
        "A Malian base came under rocket fire from Chad.",
    ],
)
def test_a_post_or_base_is_a_noun_right_before_its_verb(text: str) -> None:
    assert ("ASSAULT", "TCD", "MLI") in deeds(text, "en")


def test_bloc_named_right_behind() -> None:
    text = "Guinea was urged by the regional bloc ECOWAS to hold elections."
    assert ("REQUEST", "ECW", "GIN") in deeds(text, "en")
