"""Verbs whose subject something said aside parts from them: "Peru, whose navy ..., urged"."""

import pytest

from tests.extract.reading import read

Told = tuple[str, str, str]


def events(text: str) -> set[Told]:
    """Type, source and target of the events of a text that happened."""
    told = read(text, "en").events
    return {(e.type, e.source, e.target) for e in told if e.status == "happened"}


@pytest.mark.parametrize(
    "subject",
    [
        "Peru, whose navy patrols the strait,",
        "Peru, which has protested before,",
        "Peru's president, who took office last week, on Tuesday",
        "Peru's president, a former judge who took office last week,",
        "Officials said Peru, whose navy patrols the strait,",
        "In Lima, Peru",
        "In Lima, Peru's foreign minister",
        "At a conference in Lima, the Peruvian navy chief",
    ],
)
def test_subject_stands_before_an_aside_or_behind_a_town(subject: str) -> None:
    assert ("ACCUSE", "PER", "CHL") in events(f"{subject} accused Chile of poaching.")


@pytest.mark.parametrize(
    "text",
    [
        "Brazil criticised Peru, whose navy patrols the strait, accused Chile of poaching.",
        "An envoy flew to Lima, Peru on Monday and accused Chile of poaching.",
    ],
)
def test_object_and_place_are_no_subjects(text: str) -> None:
    assert ("ACCUSE", "PER", "CHL") not in events(text)


def test_who_is_quoted_behind_a_verb_of_saying_stays_it() -> None:
    text = "Peru, which is ready, warned Chile on Monday against sending ships."
    assert ("THREATEN", "PER", "CHL") in events(text)


@pytest.mark.parametrize(
    ("text", "event", "told"),
    [
        (
            "Fiji, given its place, is a very important ally, the Samoan premier said.",
            ("SUPPORT", "WSM", "FJI"),
            True,
        ),
        ("Norway called for dialogue in Fiji and Samoa.", ("REQUEST", "NOR", "WSM"), True),
        ("Norway called for peace at a summit in Fiji.", ("REQUEST", "NOR", "FJI"), False),
        (
            "It is essential that Chad give Mali access, the Danish foreign minister said.",
            ("RETREAT", "TCD", "MLI"),
            False,
        ),
    ],
)
def test_what_is_asked_for_and_praised_over_an_aside(text: str, event: Told, told: bool) -> None:
    assert (event in events(text)) is told
