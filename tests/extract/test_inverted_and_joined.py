"""Inverted denials, allies in lists, who is brought to act, and what goes on behind an aside."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    "text",
    [
        "Never before had Kenya attacked Uganda.",
        "Nor has Kenya ever attacked Uganda.",
        "At no time has Kenya attacked Uganda.",
    ],
)
def test_a_denial_before_a_helping_verb_denies(text: str) -> None:
    assert ("ASSAULT", "KEN", "UGA") not in told(text)


@pytest.mark.parametrize(
    "text", ["Not until Monday did Kenya condemn Uganda.", "Not only did Kenya condemn Uganda."]
)
def test_what_only_came_late_or_first_is_not_denied(text: str) -> None:
    assert ("ACCUSE", "KEN", "UGA") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya condemned Rwanda and its ally Uganda.", ("ACCUSE", "KEN", "UGA")),
        ("Kenya and its ally Peru condemned Uganda.", ("ACCUSE", "KEN", "UGA")),
        ("Chad thanked Norway and its partner Denmark.", ("SUPPORT", "TCD", "DNK")),
    ],
)
def test_a_list_goes_on_over_what_somebody_is_to_it(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize("aside", ["but not Peru", "not Peru"])
def test_who_is_set_apart_does_nothing(aside: str) -> None:
    found = told(f"Kenya, {aside}, condemned Uganda.")
    assert ("ACCUSE", "KEN", "UGA") in found
    assert ("ACCUSE", "PER", "UGA") not in found


def test_who_is_left_out_does_nothing() -> None:
    found = told("All members except Togo voted to suspend Niger.", statuses=None)
    assert all(source != "TGO" for _, source, _ in found)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya forced Uganda to withdraw from Rwanda.", ("RETREAT", "UGA", "RWA")),
        ("The talks prompted Uganda to expel Rwanda's envoy.", ("SANCTION", "UGA", "RWA")),
    ],
)
def test_who_is_brought_to_act_acts(text: str, event: Deed) -> None:
    assert event in told(text)


def test_who_is_only_to_be_brought_to_act_has_not() -> None:
    assert ("RETREAT", "UGA", "RWA") not in told("Kenya tried to force Uganda to leave Rwanda.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya asked Uganda, which borders Rwanda, to close it.", ("REQUEST", "KEN", "UGA")),
        ("Kenya urged Peru, which chairs the council, to meet.", ("REQUEST", "KEN", "PER")),
    ],
)
def test_a_verb_goes_on_behind_a_clause_on_its_object(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A trade agreement between Kenya and Uganda was signed on Monday.",
        "A treaty between Kenya and Uganda has been signed in Nairobi.",
    ],
)
def test_a_pact_between_two_is_signed_by_both(text: str) -> None:
    found = told(text)
    assert {("SUPPORT", "KEN", "UGA"), ("SUPPORT", "UGA", "KEN")} & set(found)
