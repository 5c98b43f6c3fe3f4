"""Towns that force hits, and verbs that headlines write like nouns."""

import pytest

from tests.extract.reading import read


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(e.type, e.source, e.target) for e in read(text).events if e.status == "happened"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia strikes Kharkiv", ("ASSAULT", "RUS", "UKR")),
        ("Russian forces shelled the port city of Mykolaiv.", ("ASSAULT", "RUS", "UKR")),
        ("Odesa was struck by Russian missiles on Sunday.", ("ASSAULT", "RUS", "UKR")),
        ("Israel bombs Rafah", ("ASSAULT", "ISR", "PSE")),
    ],
)
def test_who_hits_a_town_hits_its_state(text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Russian minister struck a deal in Odesa.",
        "The storm hit Odesa after it had left Russia.",
        "Ukrainian troops shelled Kharkiv.",
    ],
)
def test_a_town_that_no_other_state_hits_is_no_target(text):
    assert not {e for e in told(text) if e[0] == "ASSAULT" and e[1] != e[2]}


def test_a_present_behind_its_subject_is_no_compound():
    assert ("ASSAULT", "TUR", "SYR") in told("Turkey strikes targets in Syria")
    assert ("ASSAULT", "TUR", "SYR") not in told("Turkey fears rebel bomb attacks in Syria.")
