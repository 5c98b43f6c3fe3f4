"""Headlines: states joined by a comma, pasts without "were", trips told without a verb."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="en", statuses=None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya, Uganda presidents meet amid fuel row", "CONSULT"),
        ("Kenya, Ugandan officials meet in Oslo", "CONSULT"),
        ("Kenyan, Ugandan troops clash at border", "ASSAULT"),
        ("Minister: Kenya, Uganda armies to hold joint drills", "AGREE"),
    ],
)
def test_a_comma_joins_two_states_before_their_people(text: str, kind: str) -> None:
    sides = {(kind, frozenset({one, other})) for kind, one, other in told(text)}
    assert (kind, frozenset({"KEN", "UGA"})) in sides


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, Ugandan officials said, is moving troops.",
        "In Kenya, Ugandan officials met Malian envoys.",
        "Kenya, Uganda blame troops",
    ],
)
def test_a_comma_behind_a_state_may_part(text: str) -> None:
    assert not {e for e in told(text) if set(e[1:]) == {"KEN", "UGA"}}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Three Chadian soldiers killed in clash with Malian troops", ("ASSAULT", "MLI", "TCD")),
        ("Chadian herders killed in attack by Malian gunmen", ("ASSAULT", "MLI", "TCD")),
        ("Chadian soldier wounded in Malian drone strike", ("ASSAULT", "MLI", "TCD")),
        ("Chadian soldier shot dead by Malian sniper", ("ASSAULT", "MLI", "TCD")),
        ("Two Chadians arrested in Mali on spying charges", ("COERCE", "MLI", "TCD")),
        ("Chadian diplomats expelled from Mali", ("SANCTION", "MLI", "TCD")),
        ("Greek warships deployed off Cyprus", ("MOBILIZE", "GRC", "CYP")),
    ],
)
def test_a_past_before_a_preposition_tells_what_befell(
    text: str, event: tuple[str, str, str]
) -> None:
    assert told(text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Malian police arrested in Bamako a Chadian teacher.", ("COERCE", "MLI", "TCD")),
        ("The men whom Malian soldiers killed in Chad were farmers.", ("ASSAULT", "MLI", "TCD")),
    ],
)
def test_who_arrests_or_is_told_of_behind_whom_does_it(
    text: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text)


@pytest.mark.parametrize("text", ["The ten men Mali killed in Chad were farmers."])
def test_a_state_is_not_what_it_befell(text: str) -> None:
    assert ("ASSAULT", "TCD", "MLI") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chadian premier on two-day visit to Mali",
        "Chadian premier in Bamako for talks",
        "Chadian premier in Bamako on official visit",
        "Chadian premier off to Mali",
    ],
)
def test_headlines_without_a_verb_tell_of_visits(text: str) -> None:
    assert ("CONSULT", "TCD", "MLI") in told(text)


@pytest.mark.parametrize(
    "text", ["Chadian bank in Bamako for talks", "Chadian teacher in Bamako for talks on wages"]
)
def test_only_those_in_office_visit(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru urges Chad, Mali to end fighting", ("REQUEST", "PER", "MLI")),
        ("Peru calls on Chad, Mali to free hostages", ("REQUEST", "PER", "MLI")),
        ("Peru condemns Chad, Mali over raids", ("ACCUSE", "PER", "MLI")),
    ],
)
def test_two_objects_joined_by_a_comma(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text", ["Peru attacks Chad, Mali to send carrier", "Peru condemns Chad, Mali to send troops"]
)
def test_a_plan_behind_a_comma_is_of_another_state(text: str) -> None:
    assert not {e for e in told(text) if e[0] in ("ASSAULT", "ACCUSE") and e[2] == "MLI"}


@pytest.mark.parametrize(
    "text",
    [
        "Canada announced a new round of sanctions targeting Belarusian banks.",
        "Tariffs that hit Peruvian farmers were imposed by Canada.",
        "The Swiss government launched a probe targeting Syrian traders.",
    ],
)
def test_what_hits_on_paper_is_no_attack(text: str) -> None:
    assert not any(e.type == "ASSAULT" for e in read(text, "en").events)
