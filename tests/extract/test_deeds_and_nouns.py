"""Deeds told from nouns that look like them, and doers told by where they govern."""

from functools import partial

import pytest

from tests.extract.reading import deeds

told = partial(deeds, language="en", domestic=True)


@pytest.mark.parametrize(
    "text",
    [
        "The Danish premier spoke in Oslo of his fear of more rebel attacks.",
        "Foreign Office statement on Kenya aid convoy attack",
        "Uganda is worried about terrorist bomb attacks.",
        "The Peruvian rally went ahead despite guerrilla raids in the south.",
    ],
)
def test_a_verb_that_needs_an_object_is_a_noun_without_one(text: str) -> None:
    assert not any(kind == "ASSAULT" for kind, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels attack a village in Chad.", ("ASSAULT", "TCD", "TCD")),
        ("Saudi jets bomb Yemen.", ("ASSAULT", "SAU", "YEM")),
        ("Ghana and Togo back Benin.", ("SUPPORT", "GHA", "BEN")),
    ],
)
def test_with_its_object_it_is_a_verb(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


def test_a_noun_before_a_verb_of_the_present_is_no_verb() -> None:
    events = told("Taliban mine blast wounds five Georgian troops.")
    assert ("ASSAULT", "AFG", "GEO") in events
    assert not any(kind == "ACCUSE" for kind, _, _ in events)
    assert ("ASSAULT", "TCD", None) in told("Rebels attack posts in Chad.")


def test_what_goes_somewhere_blames_nobody() -> None:
    events = told("A Ukrainian drone slammed into a Russian oil depot.")
    assert ("ASSAULT", "UKR", "RUS") in events
    assert not any(kind == "ACCUSE" for kind, _, _ in events)
    assert ("ACCUSE", "CUB", "PER") in told("Cuba slammed Peru.")


def test_an_adverb_before_a_verb_tells_how_it_was_done() -> None:
    events = told("Police from Latvia and Estonia are jointly investigating the theft.")
    assert {("COOPERATE", "EST", "LVA"), ("COOPERATE", "LVA", "EST")} & events
    assert not any(
        kind == "COOPERATE" for kind, _, _ in told("Police from Latvia are investigating Estonia.")
    )


def test_authorities_are_of_the_place_behind_them() -> None:
    assert ("RETREAT", "BTN", None) in told("Authorities in Bhutan lifted a ban on gatherings.")
    assert not any(s == "BTN" for _, s, _ in told("Talks with authorities in Bhutan continued."))


def test_an_envoy_recalled_leaves_the_state_where_he_is_posted() -> None:
    assert ("SANCTION", "MAR", "DEU") in told("Morocco has recalled its envoy to Germany.")
    assert not any(k == "SANCTION" for k, _, _ in told("Morocco recalled the long war."))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Rwandan-backed rebels captured the Congolese city of Goma.", "RWA"),
        ("Turkish-armed fighters shelled a Libyan town.", "TUR"),
        ("Saudi Arabia held talks in Oman with the UN-backed mediator of Kenya.", "UNO"),
    ],
)
def test_who_backs_somebody_does_not_act(text: str, never: str) -> None:
    assert not any(source == never for _, source, _ in told(text))


def test_a_sanction_needs_somebody_whom_it_hits() -> None:
    assert not any(kind == "SANCTION" for kind, _, _ in told("Australia announced sanctions."))
    assert ("SANCTION", "AUS", "FJI") in told("Australia announced sanctions on Fiji.")


def test_any_attack_is_none() -> None:
    text = "Any attack by Chad on Niger will be answered."
    assert not any(kind == "ASSAULT" for kind, _, _ in told(text))
    assert ("ASSAULT", "TCD", "NER") in told("The attack by Chad on Niger killed six.")


def test_a_word_before_have_or_be_is_no_verb() -> None:
    events = told("Opposition rallies have been banned in Addis Ababa.")
    assert not any(kind == "PROTEST" for kind, _, _ in events)
    assert any(kind == "COERCE" for kind, _, _ in events)


def test_a_past_behind_a_verb_describes_whom_it_is_done_to() -> None:
    events = told("Swiss doctors treated wounded Kenyans in Nairobi.")
    assert ("AID", "CHE", "KEN") in events
    assert not any(kind == "ASSAULT" for kind, _, _ in events)
