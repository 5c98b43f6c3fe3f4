"""Who joins others in a deed, who stays away from an occasion, calls paid and calls made."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Norway joined Sweden in condemning the Russian raid.",
         {("ACCUSE", "NOR", "RUS"), ("ACCUSE", "SWE", "RUS")}),
        ("Peru followed Chile and Brazil in calling on Venezuela to free the students.",
         {(("REQUEST"), s, "VEN") for s in ("PER", "CHL", "BRA")}),
        ("The Kenyan government joined Ghana in thanking Japan for the rice.",
         {("SUPPORT", "KEN", "JPN"), ("SUPPORT", "GHA", "JPN")}),
    ],
)  # fmt: skip
def test_who_joins_others_does_it_too(text: str, events: set[tuple[str, str, str]]) -> None:
    assert events <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president skipped a summit hosted by Colombia.",
        "The Kenyan premier stayed away from talks hosted by Uganda.",
        "Norway's foreign minister pulled out of a conference hosted by Finland.",
    ],
)
def test_who_stays_away_meets_nobody(text: str) -> None:
    assert not read(text, "en").engagements


def test_who_takes_part_meets_the_host() -> None:
    reading = read("Egypt's foreign minister took part in talks hosted by Kenya.", "en")
    assert [e.sides for e in reading.engagements] == [("EGY", "KEN")]


def test_a_call_paid_asks_nothing() -> None:
    events = told("The emir of Qatar paid a courtesy call on the Kenyan president.")
    assert events == {("CONSULT", "KEN", "QAT")}


def test_where_leaders_sit_is_no_side_of_their_summit() -> None:
    text = "Kenya's president gave his view beside the European summit in Brussels."
    assert not [e for e in read(text, "en").engagements if "BEL" in e.sides]


def test_whoever_comes_to_a_summit_abroad_is_with_its_host() -> None:
    reading = read("Kenya's president attended a summit in Colombia.", "en")
    assert [e.sides for e in reading.engagements] == [("COL", "KEN")]
