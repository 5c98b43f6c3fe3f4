"""Verbs that only a comma joins, as headlines have them: "Chad meets Mali, urges calm"."""

from functools import partial

import pytest

from tests.extract.reading import deeds

told = partial(deeds, language="en", statuses=None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad slams Mali, thanks Niger", ("SUPPORT", "TCD", "NER")),
        ("UK expels Chadian envoy, summons Malian ambassador", ("ACCUSE", "GBR", "MLI")),
        ("Kenya condemns Chad over raids, vows support for Mali", ("AGREE", "KEN", "MLI")),
        (
            "The Kenyan president met the Polish premier, thanked Estonia and left.",
            ("SUPPORT", "KEN", "EST"),
        ),
        ("Kenya, a friend of Uganda, condemns Chad.", ("ACCUSE", "KEN", "TCD")),
        ("Kenya says Uganda attacked Chad, killed ten", ("ASSAULT", "UGA", "TCD")),
    ],
)
def test_second_verb_has_the_subject_of_the_first(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya praised Uganda, accused of killing herders in Chad.", "KEN"),
        ("Kenya arrested ten Ugandans, suspected of attacking Chad.", "KEN"),
        ("Kenya said Uganda, which thanks Chad, was right.", "KEN"),
        ("Having met Uganda's envoy, Chad thanks Mali.", "UGA"),
    ],
)
def test_what_describes_the_object_is_not_the_subjects(text: str, source: str) -> None:
    assert source not in {one for kind, one, other in told(text) if other in ("TCD", "MLI")}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Chad condemns Mali, Niger", {("ACCUSE", "TCD", "MLI"), ("ACCUSE", "TCD", "NER")}),
        ("Chad sent troops to Mali, Niger said.", {("MOBILIZE", "TCD", "MLI")}),
    ],
)
def test_a_list_of_two_states_may_lack_its_and(
    text: str, events: set[tuple[str, str, str]]
) -> None:
    assert told(text) == events
