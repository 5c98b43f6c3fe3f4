"""Who acts where company, a noun or another verb stands between the doer and the deed."""

import pytest

from tests.extract.reading import read


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    return {
        (e.type, e.source, e.target)
        for e in read(text).events
        if e.status in ("happened", "planned")
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway and its allies imposed sanctions on Belarus.", ("SANCTION", "NOR", "BLR")),
        (
            "Spain together with its allies and partners will impose sanctions on Myanmar.",
            ("SANCTION", "ESP", "MMR"),
        ),
        ("Chad and other African countries condemned Iran.", ("ACCUSE", "TCD", "IRN")),
        ("The envoy said Mali and its partners had armed Niger.", ("AID", "MLI", "NER")),
    ],
)
def test_those_who_act_along_take_nobody_s_place(text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya praised Uganda and its officials condemned Rwanda.",
        "Ghana thanked Togo and its partners condemned Mali.",
    ],
)
def test_company_of_an_object_does_not_act_for_it(text):
    assert not {("ACCUSE", "UGA", "RWA"), ("ACCUSE", "TGO", "MLI")} & told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A US attack on Iran killed ten people.", ("ASSAULT", "USA", "IRN")),
        ("UK support for Kenya will go on, the premier said.", ("SUPPORT", "GBR", "KEN")),
        ("The ministers spoke of EU economic sanctions on Niger.", ("SANCTION", "EUR", "NER")),
    ],
)
def test_a_state_written_like_its_adjective_owns_the_noun(text, event):
    assert event in told(text)


def test_a_state_that_is_no_adjective_owns_no_noun_behind_it():
    assert all(source != "IRN" for _, source, _ in told("Iran sanctions on Monday were widened."))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Red Cross said Chad continues to provide aid to Niger.", ("AID", "TCD", "NER")),
        ("Japan has begun to provide medicine to Nepal.", ("AID", "JPN", "NPL")),
    ],
)
def test_what_has_begun_happens(text, event):
    assert event in told(text)


def test_what_is_to_begin_is_planned():
    assert ("AID", "JPN", "NPL") not in told("Japan will begin to provide medicine to Nepal.")


def test_what_somebody_is_said_to_be_up_to_is_held_against_him():
    text = "The Polish minister said Belarus was trying to sow discord in the region."
    assert ("ACCUSE", "POL", "BLR") in told(text)
    text = "The Polish minister said nobody asked Belarus to sow discord in the region."
    assert ("ACCUSE", "POL", "BLR") not in told(text)
