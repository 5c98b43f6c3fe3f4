"""Whose those are who act in a story without their state told, and whose own things act."""

import pytest

from tests.extract.reading import Deed, deeds, participants, read

ORGANS = {
    "Kenya condemned Uganda on Monday. The foreign ministry urged Rwanda to talk.": {
        ("ACCUSE", "KEN", "UGA"),
        ("REQUEST", "KEN", "RWA"),
    },
    "Kenya's foreign ministry condemned Uganda. Rwanda praised Peru. The ministry later urged Chad "
    "to talk.": {
        ("ACCUSE", "KEN", "UGA"),
        ("SUPPORT", "RWA", "PER"),
        ("REQUEST", "KEN", "TCD"),
    },
    # Not of the one that it acts on: then it is the story's home.
    "NAIROBI, Jan. 9 - Kenya accused Uganda of spying. Uganda rejected the charge. The foreign "
    "ministry urged Uganda to free two men.": {
        ("ACCUSE", "KEN", "UGA"),
        ("REJECT", "UGA", "KEN"),
        ("REQUEST", "KEN", "UGA"),
    },
    "Kenya accused Uganda of spying. The foreign ministry in Kampala rejected the charge.": {
        ("ACCUSE", "KEN", "UGA"),
        ("REJECT", "UGA", "KEN"),
    },
    "Kenya accused Uganda of spying. In Kampala, a government spokesman rejected the charge.": {
        ("ACCUSE", "KEN", "UGA"),
        ("REJECT", "UGA", "KEN"),
    },
    "The foreign ministry urged Rwanda to talk.": set(),
    # The embassy of whom nobody says.
    "Kenya condemned Uganda on Monday. The embassy thanked Mali.": {("ACCUSE", "KEN", "UGA")},
}


@pytest.mark.parametrize("text", ORGANS)
def test_organ_without_its_state(text: str) -> None:
    assert deeds(text, "en") == ORGANS[text]


def test_named_after_the_office() -> None:
    text = (
        "OSLO, Jan. 9 - Norway's foreign minister summoned the Ugandan ambassador on Monday. "
        "The ambassador, Peter Okello, accused Oslo of staging a provocation. He thanked Chad."
    )
    told = deeds(text, "en")
    assert {("ACCUSE", "UGA", "NOR"), ("SUPPORT", "UGA", "TCD")} <= told
    assert participants(text, "en")["Peter Okello"].side == "UGA"
    minister = "Uganda's interior minister met Kenya's. The minister, Peter Okello, thanked Chad."
    assert ("SUPPORT", "UGA", "TCD") in deeds(minister, "en")


def test_named_far_from_the_office() -> None:
    """A head of state needs the article that points back: another one may be meant."""
    text = "Kenya's president met Chad's. President Peter Okello condemned the attack on Mali."
    assert all(e.source != "TCD" or e.type == "CONSULT" for e in read(text, "en").events)


VOICES = (
    "A spokesman for the Ugandan army",
    "A spokeswoman for Uganda's foreign ministry",
    "A spokesman for the Ugandan government, Peter Okello,",
    "An adviser to the Ugandan government",
)


@pytest.mark.parametrize("who", VOICES)
def test_who_speaks_for_a_body(who: str) -> None:
    assert deeds(f"{who} thanked Kenya.", "en") == {("SUPPORT", "UGA", "KEN")}
    assert deeds(f"{who} did not thank Kenya.", "en") == set()


def test_speaking_to_a_body_is_no_post() -> None:
    text = "Kenya's minister to the Ugandan army did not speak, and thanked Chad."
    assert ("SUPPORT", "UGA", "TCD") not in deeds(text, "en")


OWN: dict[str, set[Deed]] = {
    "Kenyan President William Ruto said his brother was in Uganda.": set(),
    "Kenyan President William Ruto said his troops were in Uganda.": set(),
    "Kenya's president said his wife visited Uganda on Monday.": set(),
    "Kenyan President William Ruto and his wife visited Uganda.": {("CONSULT", "KEN", "UGA")},
    "Kenyan President William Ruto in his first week visited Uganda.": {("CONSULT", "KEN", "UGA")},
    "Kenyan President William Ruto said his foreign minister visited Uganda.": {
        ("CONSULT", "KEN", "UGA")
    },
    "Kenyan President William Ruto said no more. His foreign minister thanked Chad.": {
        ("SUPPORT", "KEN", "TCD")
    },
    "Kenya's president called his foreign minister.": set(),
}


@pytest.mark.parametrize("text", OWN)
def test_what_is_his_own(text: str) -> None:
    assert deeds(text, "en") == OWN[text]


PLAIN: dict[str, set[Deed]] = {
    "Kenya stood by Rwanda.": {("SUPPORT", "KEN", "RWA")},
    "Kenya said it stood by Rwanda.": {("SUPPORT", "KEN", "RWA")},
    "The plan was backed by Rwanda.": set(),
    "Kenya voted on Friday for the plan, with Rwanda and Uganda abstaining.": set(),
    "Kenya's president met on Friday with Rwanda and Uganda's envoys.": {
        ("CONSULT", "KEN", "RWA"),
        ("CONSULT", "KEN", "UGA"),
    },
    "The Ugandan defence minister arrived in Nairobi on Monday.": {("CONSULT", "UGA", "KEN")},
    "Uganda's army chief arrived in Nairobi on Monday.": {("CONSULT", "UGA", "KEN")},
    "Ugandan troops arrived in Nairobi on Monday.": {("MOBILIZE", "UGA", "KEN")},
    # A present behind the day that opens its sentence tells of days to come.
    "On Friday he visits Uganda, Kenyan President William Ruto said.": {("AGREE", "KEN", "UGA")},
    "On Thursday, Ruto travels to Uganda for talks.": {("AGREE", "KEN", "UGA")},
    "On Thursday, Ruto travelled to Uganda for talks.": {("CONSULT", "KEN", "UGA")},
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_sentences(text: str) -> None:
    assert deeds(text, "en") == PLAIN[text]
