"""Who acts where words are left out or stand aside: headlines, company, hyphens, appositions."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

told = partial(deeds, language="en")


def met(text: str) -> set[frozenset[str]]:
    """The sides of the contacts of a text."""
    return {frozenset(e.sides) for e in read(text, "en").engagements}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo ready to help Ghana", ("AGREE", "TGO", "GHA")),
        ("Togo 'ready to mend' ties with Ghana: premier", ("AGREE", "TGO", "GHA")),
        ("Bolivia open to talks with Chile", ("AGREE", "BOL", "CHL")),
        ("Bolivia furious at Chile over port fees", ("ACCUSE", "BOL", "CHL")),
        ("Estonia 'deeply concerned' by Georgian law", ("ACCUSE", "EST", "GEO")),
        ("Nepal grateful to Bhutan for doctors", ("SUPPORT", "NPL", "BTN")),
    ],
)
def test_headline_tells_of_its_subject_without_be(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fans angry at Chile filled the streets of La Paz.",
        "Togo not ready to help Ghana",
        "Exports from Togo ready to ship to Ghana",
        "Farmers in Bolivia furious at Chile over port fees",
    ],
)
def test_others_are_no_subject_of_it(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Tension rose, with Togo accusing Ghana of theft.", ("ACCUSE", "TGO", "GHA")),
        (
            "The row grew, with Chile on Monday expelling a Peruvian envoy.",
            ("SANCTION", "CHL", "PER"),
        ),
        ("Talks failed, with the Omani premier also blaming Yemen.", ("ACCUSE", "OMN", "YEM")),
        ("The rift grew, with Togo having threatened Ghana.", ("THREATEN", "TGO", "GHA")),
    ],
)
def test_company_does_what_goes_along(text: str, event: Deed) -> None:
    assert event in told(text)


def test_who_is_met_does_nothing_besides() -> None:
    assert told("The Omani premier spoke with traders accusing Kenya of theft.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chile-Peru foreign ministers meet in Lima",
        "U.S.-South Korea defence chiefs hold talks",
        "New Zealand-South Korea trade officials meet",
        "Burkina Faso-Ivory Coast ministers hold first meeting in a year",
    ],
)
def test_people_belong_to_both_sides_of_a_hyphen(text: str) -> None:
    assert len(met(text)) == 1
    assert all(len(sides) == 2 for sides in met(text))


def test_a_side_of_two_words_stays_one_before_a_hyphen() -> None:
    text = "North Korea-linked hackers threatened Japan."
    assert "KOR" not in {e.source for e in read(text, "en").events}
    assert met("The US-ASEAN Summit was held in Jakarta on Monday.") == {frozenset({"USA", "ASE"})}


@pytest.mark.parametrize(
    "subject",
    [
        "Togo's foreign minister, a lawyer trained in Paris,",
        "Togo's foreign minister, a former premier,",
        "The Togolese envoy, the first woman named to the post,",
        "Togo's foreign minister Robert Dussey, a scholar and a devout Christian,",
    ],
)
def test_who_is_called_something_acts(subject: str) -> None:
    assert ("SUPPORT", "TGO", "GHA") in told(f"{subject} thanked Ghana for its help.")


def test_who_is_met_and_called_something_does_not_act() -> None:
    text = "Oman's minister met Togo's envoy, a former judge, thanked Ghana and left."
    assert ("SUPPORT", "TGO", "GHA") not in told(text)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("On Lima visit, Omani premier praises fishermen", True),
        ("Omani premier signs deals on Peru trip", True),
        ("Omani premier, on Lima visit, praises fishermen", True),
        ("Omani premier condemns Lima visit", False),
        ("Omani premier speaks ahead of Lima visit", False),
        ("Oman protests during Peru visit", False),
    ],
)
def test_who_acts_on_a_visit_told_by_its_goal_visits(text: str, visit: bool) -> None:
    assert (met(text) == {frozenset({"OMN", "PER"})}) is visit


def test_the_last_of_two_states_signs_behind_its_article() -> None:
    assert ("SUPPORT", "OMN", "USA") in told("Oman and the US sign fisheries deal")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mali violated truce: Algerian foreign minister", ("ACCUSE", "DZA", "MLI")),
        ("Mali is violating truce – Algeria", ("ACCUSE", "DZA", "MLI")),
        ("Mali's move 'illegal', says Algeria", ("ACCUSE", "DZA", "MLI")),
        ("Mali move 'unacceptable', Algeria says", ("ACCUSE", "DZA", "MLI")),
        ("Mali jeopardising talks, Algerian foreign minister warns", ("ACCUSE", "DZA", "MLI")),
        ("Algeria says Mali endangering shepherds", ("ACCUSE", "DZA", "MLI")),
    ],
)
def test_who_signs_a_headline_says_it(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mali violated truce, say officials",
        "Mali and its neighbours: Algeria",
        "Mali violated truce",
    ],
)
def test_nobody_says_what_no_side_signs(text: str) -> None:
    assert not {e for e in told(text) if e[0] == "ACCUSE"}


def test_contact_in_which_a_headline_urges_something_happened() -> None:
    text = "Omani premier urges calm in calls with Kenyan, Ugandan counterparts"
    assert met(text) == {frozenset({"OMN", "KEN"}), frozenset({"OMN", "UGA"})}


def test_whoever_attacked_gets_no_support() -> None:
    text = "Fijian lawmakers met Samoa's premier to express solidarity after raids by Tonga."
    assert ("SUPPORT", "FJI", "TON") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop the raids, Togo tells Ghana",
        "'Use smaller nets' to spare cod, Togo tells Ghana",
        "Don't close the road, Togo tells Ghana",
        "Togo tells Ghana: open the road",
    ],
)
def test_who_is_told_in_words_of_bidding_is_asked(text: str) -> None:
    assert ("REQUEST", "TGO", "GHA") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Work on the road goes on, Togo tells Ghana",
        "Exports of cocoa rise, Togo tells Ghana",
        "Togo tells Ghana: cocoa is cheap",
    ],
)
def test_who_is_told_news_is_asked_nothing(text: str) -> None:
    assert not {e for e in told(text) if e[0] == "REQUEST"}


@pytest.mark.parametrize(
    "text",
    [
        "Togolese premier condemns raids in talks with Ghana's president",
        "Togo's premier criticised the raids during a phone call with Ghana's president.",
    ],
)
def test_who_is_met_is_not_blamed_for_what_is_said(text: str) -> None:
    assert met(text) == {frozenset({"GHA", "TGO"})}
    assert not {e for e in told(text) if e[0] == "ACCUSE"}


def test_aid_to_somebody_is_the_blame_of_who_gives_it() -> None:
    assert ("ACCUSE", "TGO", "GHA") not in told("Togo voiced concern over arms sales to Ghana.")


def test_people_of_a_country_by_descent_are_of_where_they_live() -> None:
    text = "Haitian-American lawmakers urged Kenya to stay."
    assert told(text) == {("REQUEST", "USA", "KEN")}
