"""Whom "we" means in what several sides write together."""

import pytest

from tests.extract.reading import read

JOINT = [
    (
        "en",
        "Joint Statement of Japan and Kenya\n\nWe met in Nairobi on Monday. "
        "We condemn North Korea's missile test. We remain resolute in supporting Ukraine.",
        {("JPN", "ACCUSE", "PRK"), ("KEN", "ACCUSE", "PRK"), ("JPN", "SUPPORT", "UKR"),
         ("KEN", "SUPPORT", "UKR")},
    ),
    (
        "en",
        "Leaders' joint statement\n\nWe, the leaders of Chile and Peru, met in Lima. "
        "We urge Venezuela to free the men.",
        {("CHL", "REQUEST", "VEN"), ("PER", "REQUEST", "VEN")},
    ),
]  # fmt: skip


def told(text: str, language: str) -> set[tuple[str | None, str, str | None]]:
    return {(e.source, e.type, e.target) for e in read(text, language).events}


@pytest.mark.parametrize(("language", "text", "events"), JOINT)
def test_we_are_all_who_make_the_statement(language, text, events):
    assert events <= told(text, language)


def test_we_are_one_side_in_a_statement_of_one():
    text = "Statement of Kenya\n\nKenya met Japan on Monday. We condemn North Korea's missile test."
    assert ("JPN", "ACCUSE", "PRK") not in told(text, "en")


def test_a_statement_told_of_below_the_headline_changes_nobody():
    text = "Kenya and Japan meet\n\nKenya read a joint statement. We condemn Chad, Kenya said."
    assert ("JPN", "ACCUSE", "TCD") not in told(text, "en")


def test_what_is_declared_on_is_not_joined_to_an_infinitive():
    text = "The ministers of Chad and Mali stress the need to act and condemn Niger's decision."
    assert {("TCD", "ACCUSE", "NER"), ("MLI", "ACCUSE", "NER")} <= {
        (e.source, e.type, e.target) for e in read(text, "en").events if e.status == "happened"
    }


def test_two_heads_are_two_people():
    text = (
        "President Biden met Prime Minister Trudeau of Canada. "
        "The President and Prime Minister condemned Niger's decision."
    )
    assert {("USA", "ACCUSE", "NER"), ("CAN", "ACCUSE", "NER")} <= told(text, "en")


def test_the_leaders_are_those_who_met_whatever_they_agree_with_others():
    text = (
        "The Kenyan president met the Japanese prime minister in Nairobi on Monday. "
        "Kenya is ready to work with ASEAN. The two leaders condemned Niger's decision."
    )
    assert ("JPN", "ACCUSE", "NER") in told(text, "en")
    assert ("ASE", "ACCUSE", "NER") not in told(text, "en")
