"""Towns that force hits, and verbs that headlines write like nouns."""

import pytest

from tests.extract.reading import deeds


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
    assert event in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Russian minister struck a deal in Odesa.",
        "The storm hit Odesa after it had left Russia.",
        "Ukrainian troops shelled Kharkiv.",
    ],
)
def test_a_town_that_no_other_state_hits_is_no_target(text):
    assert not {e for e in deeds(text) if e[0] == "ASSAULT" and e[1] != e[2]}


def test_a_present_behind_its_subject_is_no_compound():
    assert ("ASSAULT", "TUR", "SYR") in deeds("Turkey strikes targets in Syria")
    assert ("ASSAULT", "TUR", "SYR") not in deeds("Turkey fears rebel bomb attacks in Syria.")
