"""Clauses with "who", "whom", "whose", "which" and "that" on those who act or are acted on."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The Ugandan rebels who attacked Kenya were killed by Rwandan troops.",
            ("ASSAULT", "RWA", "UGA"),
        ),
        ("The Chadian rebels who attacked Mali have condemned Niger.", ("ACCUSE", "TCD", "NER")),
        (
            "The Peruvian minister who met Chile's president on Monday condemned Bolivia.",
            ("ACCUSE", "PER", "BOL"),
        ),
        (
            "The Ugandan minister whom Kenya expelled on Monday condemned Rwanda.",
            ("ACCUSE", "UGA", "RWA"),
        ),
    ],
)
def test_who_is_told_of_acts_behind_the_clause_on_him(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan's envoy said through a spokesman that Chad had imposed curbs and condemned Mali.",
        "Police said Chad, which has condemned Mali, was safe.",
    ],
)
def test_what_somebody_says_is_no_clause_on_him(text: str) -> None:
    assert ("ACCUSE", "TCD", "MLI") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda, which Kenya accuses of backing rebels, said no.", ("ACCUSE", "KEN", "UGA")),
        ("Uganda, whom Kenya has condemned, said nothing.", ("ACCUSE", "KEN", "UGA")),
        ("Uganda, whose army Kenya accuses of theft, said nothing.", ("ACCUSE", "KEN", "UGA")),
        ("The Ugandan soldiers whom Kenya captured were freed.", ("COERCE", "KEN", "UGA")),
        ("The Ugandan spies that Kenya arrested were tried.", ("COERCE", "KEN", "UGA")),
        ("It was Norway that Peru thanked.", ("SUPPORT", "PER", "NOR")),
    ],
)
def test_a_clause_acts_on_whom_it_tells_of(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya told Uganda that Rwanda had condemned.", ("ACCUSE", "RWA", "UGA")),
        ("Kenya bombed Uganda, which Rwanda condemned.", ("ACCUSE", "RWA", "UGA")),
        ("Kenya spoke of a raid in Uganda, which Peru condemned.", ("ACCUSE", "PER", "UGA")),
    ],
)
def test_what_all_of_a_sentence_tells_is_acted_on_as_a_whole(text: str, event: Deed) -> None:
    assert event not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda, to which Norway has sent aid, thanked Peru.", ("AID", "NOR", "UGA")),
        (
            "Uganda, against which Norway imposed sanctions, thanked Peru.",
            ("SANCTION", "NOR", "UGA"),
        ),
        ("Rwanda, from which Uganda withdrew its troops, slept.", ("RETREAT", "UGA", "RWA")),
    ],
)
def test_a_preposition_before_the_pronoun_leads_in_whom_it_tells_of(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda, whose troops attacked Kenya, condemned Rwanda.", ("ASSAULT", "UGA", "KEN")),
        ("Uganda, whose president condemned Kenya, slept.", ("ACCUSE", "UGA", "KEN")),
        ("Uganda said its foreign minister had condemned Kenya.", ("ACCUSE", "UGA", "KEN")),
        (
            "Kenya's president said his foreign minister would visit Uganda.",
            ("AGREE", "KEN", "UGA"),
        ),
    ],
)
def test_whose_somebody_is_gives_him_his_side(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda told Kenya that its minister would thank Peru.", ("SUPPORT", "KEN", "PER")),
        ("He flew to Kenya, where his foreign minister thanked Peru.", ("SUPPORT", "KEN", "PER")),
    ],
)
def test_whose_somebody_is_may_be_open(text: str, event: Deed) -> None:
    assert event not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya seems to have attacked Uganda.", ("ASSAULT", "KEN", "UGA")),
        ("Kenya claims to have shot down a Ugandan plane.", ("ASSAULT", "KEN", "UGA")),
        ("Kenya was reported to have rejected Uganda's offer.", ("REJECT", "KEN", "UGA")),
        ("Uganda is said to have been attacked by Kenya.", ("ASSAULT", "KEN", "UGA")),
    ],
)
def test_what_somebody_is_said_to_have_done_was_done(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is not believed to have attacked Uganda.",
        "Kenya does not seem to have attacked Uganda.",
        "Kenya hopes to have attacked Uganda by May.",
        "Kenya is expected to have attacked Uganda by May.",
    ],
)
def test_what_somebody_has_not_done_yet_was_not_done(text: str) -> None:
    assert ("ASSAULT", "KEN", "UGA") not in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The condemnation of Uganda by Kenya was welcomed.", ("ACCUSE", "KEN", "UGA")),
        ("The recognition of Kosovo by Peru angered many.", ("SUPPORT", "PER", "XKX")),
        ("Criticism of Uganda by Kenyan officials has grown.", ("ACCUSE", "KEN", "UGA")),
    ],
)
def test_who_does_a_noun_of_action_stands_behind_by(text: str, event: Deed) -> None:
    assert event in told(text)
    assert (event[0], event[2], event[1]) not in told(text)


def test_what_is_asked_not_to_be_done_is_asked() -> None:
    assert ("REQUEST", "KEN", "UGA") in told("Kenya called on Uganda not to invade Rwanda.")
    assert ("REQUEST", "KEN", "UGA") in told("Kenya called on Uganda not to sign the pact.")


@pytest.mark.parametrize("opening", ["Together with Peru", "Along with Peru"])
def test_who_opens_a_sentence_acts_along(opening: str) -> None:
    found = told(f"{opening}, Kenya condemned Uganda.")
    assert {("ACCUSE", "KEN", "UGA"), ("ACCUSE", "PER", "UGA")} <= set(found)
