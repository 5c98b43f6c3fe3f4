"""What leads tell in one long sentence: who "he" is before he is named, who of three met whom."""

import pytest

from tests.extract.reading import read


def events(text: str) -> set[str]:
    told = (e for e in read(text, "en").events if e.status == "happened")
    return {f"{e.type} {e.source} {e.target}" for e in told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Hours after he met King Abdullah II in Amman, the Dutch prime minister urged Iran to "
            "free the crew.",
            {"CONSULT JOR NLD", "REQUEST NLD IRN"},
        ),
        (
            "As it imposed fresh sanctions on Belarus, Canada accused Minsk of torture.",
            {"SANCTION CAN BLR", "ACCUSE CAN BLR"},
        ),
        (
            "Before she flew to Brazil on Monday, the German foreign minister criticised Mali.",
            {"CONSULT DEU BRA", "ACCUSE DEU MLI"},
        ),
        (
            "Two days after it recalled its ambassador from Bogota, Argentina praised Peru.",
            {"SANCTION ARG COL", "SUPPORT ARG PER"},
        ),
    ],
)
def test_pronoun_of_an_opening_clause_means_the_main_subject(text, told):
    assert events(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "As he spoke in Oslo, drones hit Kenya.",
        "While it condemned the raid, protesters marched in Lima against Chile.",
        "After they had spoken, Ghana left.",
    ],
)
def test_pronoun_means_nobody_who_does_not_fit(text):
    assert not events(text) & {"ASSAULT KEN KEN", "ACCUSE CHL CHL", "ACCUSE PER CHL"}


def test_three_who_meet_meet_each_other():
    text = "The foreign ministers of Egypt, Jordan and Iraq met in Baghdad on Sunday."
    assert events(text) == {"CONSULT EGY JOR", "CONSULT EGY IRQ", "CONSULT JOR IRQ"}


def test_what_was_since_takes_part_in_no_talks():
    text = (
        "The call between the Kenyan president and the Ugandan king was the first since Chad's war."
    )
    assert events(text) == {"CONSULT KEN UGA"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Brazil backed Mexico while criticising the United States.",
            {"SUPPORT BRA MEX", "ACCUSE BRA USA"},
        ),
        (
            "Ghana's president thanked Togo after meeting the king of Morocco in Accra.",
            {"SUPPORT GHA TGO", "CONSULT GHA MAR"},
        ),
        (
            "The German chancellor, visiting Kenya, criticised Mali.",
            {"CONSULT DEU KEN", "ACCUSE DEU MLI"},
        ),
        (
            "Iran, accusing Azerbaijan of harbouring spies, recalled its ambassador from Baku.",
            {"ACCUSE IRN AZE", "SANCTION IRN AZE"},
        ),
        (
            "Congo accused Rwanda of aggression and expelled its ambassador.",
            {"ACCUSE COD RWA", "SANCTION COD RWA"},
        ),
    ],
)
def test_participles_tell_what_the_main_subject_did(text, told):
    assert events(text) == told


def test_what_a_guest_did_is_not_told_of_his_host():
    text = "Kenya praised Japan, which criticised Mali before it received aid."
    assert "ACCUSE KEN MLI" not in events(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("African Union leaders hold summit in Addis Ababa", set()),
        ("The European Union and Moldova held a summit in Chisinau.", {"CONSULT EUR MDA"}),
        (
            "Hungary praised Chad following a visit by Chinese Foreign Minister Wang Yi.",
            {"SUPPORT HUN TCD", "CONSULT CHN HUN"},
        ),
        ("Peru condemned a visit by the Danish foreign minister.", {"ACCUSE PER DNK"}),
    ],
)
def test_where_a_bloc_meets_is_no_guest_and_who_acts_during_a_visit_is_the_host(text, told):
    assert events(text) == told
