"""What is not proven, only weighed, usual, or only what somebody is blamed for: no deed."""

import pytest

from tests.extract.reading import deeds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kenya has no proof that Uganda attacked Rwanda.", "en"),
        ("There is no evidence that Uganda shelled Rwanda.", "en"),
        ("Kenya has seen no sign of a Ugandan attack on Rwanda.", "en"),
        ("Kenya said it had no evidence of Ugandan support for Rwanda.", "en"),
        (
            "قال المتحدث إن كينيا ليس لديها دليل على ارتكاب أوغندا جرائم إبادة جماعية في رواندا.",
            "ar",
        ),
        ("لا تملك كينيا أدلة على قصف أوغندا لرواندا.", "ar"),
    ],
)
def test_what_nobody_has_proof_of_did_not_happen(text: str, language: str) -> None:
    assert deeds(text, language) == set()


def test_what_is_proven_did() -> None:
    text = "Kenya presented evidence that Uganda attacked Rwanda."
    assert ("ASSAULT", "UGA", "RWA") in deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "NATO is split over inviting Chad to join the alliance.",
        "The African Union is divided over sending troops to Mali.",
        "The EU is undecided on inviting Kenya to its summit.",
        "Kenya's parliament is debating sending troops to Mali.",
        "Kenya weighs sending arms to Mali.",
    ],
)
def test_what_is_weighed_is_not_done(text: str) -> None:
    assert deeds(text, "en") == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kenyan and Ugandan ministers regularly meet to discuss trade.", "en"),
        ("Kenya's president usually visits Uganda in June.", "en"),
        ("تعد كينيا حليفا لأوغندا ويتشاور البلدان دوريا في مجال الدفاع.", "ar"),
        ("يتشاور الوزير الكيني والوزير الأوغندي بشكل دوري.", "ar"),
    ],
)
def test_what_is_usual_is_no_meeting(text: str, language: str) -> None:
    assert all(kind != "CONSULT" for kind, _, _ in deeds(text, language))


def test_a_regular_meeting_that_was_is_one() -> None:
    text = "The Kenyan and Ugandan ministers met on Monday, as they regularly do."
    assert ("CONSULT", "KEN", "UGA") in deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya blamed Western nations for ending the deal that let Ugandan grain out.",
        "The Kenyan president blamed his rivals for the failure of the pact with Uganda.",
        "Kenya faulted the rebels for attacks on Ugandan traders.",
    ],
)
def test_what_somebody_is_blamed_for_names_nobody_blamed(text: str) -> None:
    assert all(kind != "ACCUSE" for kind, _, _ in deeds(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya blamed Ugandan rebels for the raid on Rwanda.",
        "Kenya blamed Uganda's policies for the crisis in Rwanda.",
        "Kenya blamed the crisis in Rwanda on Uganda.",
        "Uganda was blamed by Kenya for the raid on Rwanda.",
    ],
)
def test_who_is_blamed_is_named_before(text: str) -> None:
    blamed = {d for d in deeds(text, "en") if d[0] == "ACCUSE"}
    assert blamed == {("ACCUSE", "KEN", "UGA")}


def test_a_past_behind_a_preposition_describes() -> None:
    text = "The Kenyan and Norwegian ministers discussed provocations in occupied Cyprus."
    assert deeds(text, "en") == {("CONSULT", "KEN", "NOR")}


@pytest.mark.parametrize(
    "text", ["Kenya wants Norway put on the spot over its record.", "Kenya wants Chad punished."]
)
def test_what_is_to_be_done_to_somebody_is_not_asked_of_him(text: str) -> None:
    assert all(kind != "REQUEST" for kind, _, _ in deeds(text, "en"))


def test_what_somebody_is_to_do_is_asked_of_him() -> None:
    assert ("REQUEST", "KEN", "TCD") in deeds("Kenya wants Chad to pay.", "en")
