"""Whose the thing is that is praised, whose the intent, and who meets beside a named head."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

told = partial(deeds, language="en")
MET = "Danish Prime Minister Mette Frederiksen met Kenyan President William Ruto"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (f"{MET} and welcomed his application for NATO membership.", "KEN"),
        (f"{MET}. She praised his efforts to end the war in Sudan.", "KEN"),
        ("Denmark's premier met the Kenyan president and hailed her work with NATO.", "KEN"),
        (f"{MET} and hailed its decision to join the World Trade Organization.", "KEN"),
    ],
)
def test_praise_of_what_is_somebody_s_is_praise_of_him(text: str, target: str) -> None:
    assert {t for kind, _, t in told(text) if kind == "SUPPORT"} == {target}


def test_praise_of_what_is_several_s_is_praise_of_each() -> None:
    text = "Denmark met the leaders of Sweden and Finland and praised their work with NATO."
    praised = {t for kind, _, t in told(text) if kind == "SUPPORT"}
    assert praised == {"SWE", "FIN"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad hailed its alliance with Mali.", ("SUPPORT", "TCD", "MLI")),
        ("Fiji and Tonga reaffirmed their strong support for Samoa.", ("SUPPORT", "TON", "WSM")),
    ],
)
def test_what_both_have_is_praise_of_the_other(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenya welcomed Uganda's decision to send aid to Ukraine.",
            ("AGREE", "UGA", "UKR"),
        ),
        (
            "Kenya praised Togo's pledge to provide medicine to Mali.",
            ("AGREE", "TGO", "MLI"),
        ),
    ],
)
def test_what_somebody_is_up_to_is_his(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Kenya welcomed Uganda's decision to send aid to Ukraine.", ("AID", "KEN", "UKR")),
        (
            "Kenya welcomed Uganda's decision to expel the Chadian ambassador.",
            ("SANCTION", "KEN", "TCD"),
        ),
        (
            "Kenya welcomed the decision by Uganda to expel the Chadian ambassador.",
            ("SANCTION", "KEN", "TCD"),
        ),
        ("Kenya criticised Uganda's refusal to meet the Rwandan envoy.", ("AGREE", "KEN", "RWA")),
        ("Kenya criticised Uganda's refusal to meet the Rwandan envoy.", ("AGREE", "UGA", "RWA")),
    ],
)
def test_whoever_speaks_of_it_does_not_do_it(text: str, never: Deed) -> None:
    assert never not in told(text)


def test_whoever_meets_a_team_does_what_follows() -> None:
    text = "Kenya's president met Uganda's team to sign a trade agreement with Uganda."
    assert ("CONSULT", "KEN", "UGA") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}. The Prime Minister and President Ruto condemned Chad's launch.",
        "Indian Vice President Jagdeep Dhankhar met Kenyan President William Ruto. The Vice "
        "President and President Ruto condemned Chad's launch.",
    ],
)
def test_the_head_and_another_named_behind_are_two(text: str) -> None:
    first = "DNK" if "Danish" in text else "IND"
    blamed = {(source, target) for kind, source, target in told(text) if kind == "ACCUSE"}
    assert blamed == {(first, "TCD"), ("KEN", "TCD")}


@pytest.mark.parametrize(
    "text",
    [
        "The Qatari Prime Minister and Foreign Minister Sheikh Mohammed condemned Chad's launch.",
        "The Emirati Vice President and Prime Minister Sheikh Mohammed condemned Chad's launch.",
    ],
)
def test_two_offices_of_one_man_are_not_two_men(text: str) -> None:
    assert len({e for e in told(text) if e[0] == "ACCUSE"}) == 1


def test_the_day_of_what_they_talk_of_is_not_theirs() -> None:
    text = (
        "Danish Prime Minister Mette Frederiksen spoke with Kenyan President William Ruto today. "
        "The Prime Minister and President Ruto discussed the launch of the plan on January 5."
    )
    assert len(read(text, "en").engagements) == 1


def test_two_days_of_talks_told_of_states_stay_two() -> None:
    text = "Chad and Mali held talks on Monday. On Tuesday Chad and Mali discussed the border."
    days = {e.date.earliest for e in read(text, "en").engagements if e.date}
    assert len(days) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hopes that Uganda, as a neighbour, will hold talks with Rwanda.",
        "Kenya hopes that Uganda, which it values, will hold talks with Rwanda.",
    ],
)
def test_what_is_hoped_of_somebody_described_is_not_planned(text: str) -> None:
    assert not {e for e in told(text) if {"UGA", "RWA"} == {*e[1:]}}


@pytest.mark.parametrize(
    "opening", ["Besides", "In addition to", "As well as", "Question: Besides"]
)
def test_what_comes_besides_a_plan_is_planned(opening: str) -> None:
    summit = f"{opening} addressing the summit in Nairobi"
    text = f"{summit}, the Danish premier will meet the Kenyan president."
    assert {e.status for e in read(text, "en").engagements} == {"planned"}
    done = text.replace("will meet", "met")
    assert any(e.status == "happened" for e in read(done, "en").engagements)


@pytest.mark.parametrize("adverb", ["openly", "repeatedly", "blatantly"])
def test_an_adverb_parts_no_perfect(adverb: str) -> None:
    text = f"Peru has been {adverb} interfering in our affairs, Chile's foreign minister said."
    assert ("ACCUSE", "CHL", "PER") in told(text)
    assert ("ACCUSE", "CHL", "PER") not in told(text.replace("has been", "saw boats"))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The British minister expressed concerns to Kenya about the arrests.", "KEN"),
        ("The British minister expressed concern to reporters about Kenya's arrests.", "KEN"),
        ("The British minister expressed concern to Uganda over Rwandan raids.", "RWA"),
    ],
)
def test_concern_is_voiced_to_whom_it_is_about_unless_another_is(text: str, target: str) -> None:
    assert {t for kind, _, t in told(text) if kind == "ACCUSE"} == {target}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya's raid on Uganda was condemned by Rwanda.", ("ACCUSE", "RWA", "KEN")),
        ("The Kenyan raid on Uganda was condemned by Rwanda.", ("ACCUSE", "RWA", "KEN")),
        ("The raid on Uganda by Kenya was condemned by Rwanda.", ("ACCUSE", "RWA", "KEN")),
        ("Kenya's help for Uganda was praised by Rwanda.", ("SUPPORT", "RWA", "KEN")),
        ("Sanctions on Uganda were lifted by Kenya.", ("RETREAT", "KEN", "UGA")),
    ],
)
def test_whose_deed_is_judged_stands_first_in_a_passive(text: str, event: Deed) -> None:
    kind, source, _ = event
    assert {e for e in told(text) if e[:2] == (kind, source)} == {event}
