"""Contacts planned with several at once, visits announced by the host, deeds only thought of."""

import pytest

from tests.extract.reading import read


def told(text: str, *statuses: str) -> set[tuple[str, str | None, str | None]]:
    kept = statuses or ("happened",)
    return {(e.type, e.source, e.target) for e in read(text).events if e.status in kept}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Kenyan president is due to hold a phone call with both Ethiopian Prime Minister "
            "Abiy Ahmed and Eritrean President Isaias Afwerki.",
            {("AGREE", "KEN", "ETH"), ("AGREE", "KEN", "ERI")},
        ),
        (
            "The Danish foreign minister will meet her Latvian and Estonian counterparts in Riga.",
            {("AGREE", "DNK", "LVA"), ("AGREE", "DNK", "EST")},
        ),
    ],
)
def test_who_plans_to_see_several_agrees_with_each(text, pairs):
    assert pairs <= told(text)


def test_a_call_that_is_due_has_not_happened():
    text = "The Fijian premier is due to speak by phone with the Tongan prime minister."
    assert told(text) == {("AGREE", "FJI", "TON")}


def test_a_visit_in_a_compound_of_time_is_a_noun():
    text = "The Ghanaian minister, ending a two-day visit, said Togo was well prepared."
    assert ("CONSULT", "GHA", "TGO") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Rwandan invasion of Burundi would lead to a regional war.",
        "Any further Rwandan attack on Burundi will be condemned.",
        "An Eritrean raid on Djibouti could close the port.",
    ],
)
def test_a_deed_of_which_only_the_outcome_is_told_was_not_done(text):
    assert not {t for t in told(text) if t[0] == "ASSAULT"}


def test_a_known_deed_may_have_an_outcome_too():
    text = "The Rwandan attack on Burundi could lead to a regional war."
    assert ("ASSAULT", "RWA", "BDI") in told(text)


def test_a_nation_and_a_bloc_share_their_officials():
    text = "Laotian and ASEAN officials met in Vientiane on Monday."
    assert told(text) & {("CONSULT", "ASE", "LAO"), ("CONSULT", "LAO", "ASE")}


def test_forces_before_a_noun_own_it_wherever_they_stand():
    text = "The ministers spoke of Eritrea's military buildup on the borders of Ethiopia."
    assert ("MOBILIZE", "ERI", "ETH") in told(text)
    text = "The village was attacked by the Chadian army support group."
    assert not {t for t in told(text) if t[0] == "SUPPORT"}
