"""Who is to beware of what somebody warns he will do, plans given up, lists behind "that"."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenya warned that Nairobi would respond if Somalia moved the markers.", ("KEN", "SOM")),
        ("Greek officials warned that Athens could close the port if Albania did not pay.",
         ("GRC", "ALB")),
        ("The Libyan premier warned that Tripoli would shut its border with Chad.",
         ("LBY", "TCD")),
    ],
)  # fmt: skip
def test_who_warns_may_call_himself_by_name(text: str, sides: tuple[str, str]) -> None:
    told = {(e.source, e.target) for e in read(text, "en").events if e.type == "THREATEN"}
    assert told == {sides}


def test_what_others_do_under_a_condition_threatens_nobody() -> None:
    text = "Kenya warned that Uganda would suffer if Somalia moved the markers."
    assert not [e for e in read(text, "en").events if (e.source, e.target) == ("KEN", "SOM")]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president has scrapped plans to visit Peru.",
        "Norway's foreign minister dropped a plan to travel to Peru.",
        "The Malian premier abandoned his plans for a trip to Peru.",
        "The Turkish president called off plans to fly to Peru.",
    ],
)
def test_a_plan_given_up_is_no_visit(text: str) -> None:
    reading = read(text, "en")
    assert [e.status for e in reading.engagements] == ["cancelled"]
    assert not [e for e in reading.events if e.type in ("AGREE", "CONSULT")]


def test_a_plan_that_stands_is_a_visit_to_come() -> None:
    reading = read("The Kenyan president announced plans to visit Peru.", "en")
    assert [e.status for e in reading.engagements] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Canada is unhappy that Brazil and Peru went on fishing there.",
        "Canada was upset that Brazil and Peru had voted against the plan.",
        "Canada hopes that Brazil and Peru help the victims.",
    ],
)
def test_both_of_a_list_behind_that_are_meant(text: str) -> None:
    told = {(e.source, e.target) for e in read(text, "en").events}
    assert {("CAN", "BRA"), ("CAN", "PER")} <= told


@pytest.mark.parametrize(
    "text",
    [
        "Chad has broken the truce with contempt, and shown bad faith, Libya's minister said.",
        "Chad's move showed contempt for the truce, Libya's minister said.",
    ],
)
def test_a_perfect_and_what_somebodys_move_does_are_asserted(text: str) -> None:
    told = {(e.type, e.source, e.target) for e in read(text, "en").events}
    assert ("ACCUSE", "LBY", "TCD") in told
