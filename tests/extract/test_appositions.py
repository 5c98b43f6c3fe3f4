"""Posts in bodies that no table lists, counterparts by where they work, envoys sent, "here"."""

import pytest

from tests.extract.reading import read

Met = list[tuple[str, str, str]]
"""Kind, sides and status of contacts."""


@pytest.mark.parametrize(
    ("text", "person", "side", "office"),
    [
        ("Issa Keita, vice-chairman of the Committee of the Malian People's Council (MPC), met in "
         " Oslo with the Danish premier.", "Issa Keita", "MLI", "official"),
        ("Wang Hai, member of the Politburo of the CPC Central Committee, met the "
         "Danish premier on Monday.", "Wang Hai", "CHN", "official"),
        ("Issa Keita, deputy head of the Malian Senate, met the Danish premier on Monday.",
         "Issa Keita", "MLI", "legislator"),
        ("Norway's premier met Monday with African Union Chair President William Ruto of Kenya.",
         "William Ruto", "KEN", "head_of_state"),
        ("Danish Foreign Minister Lars Rasmussen held a call with Issa Keita, his new counterpart "
         "at Mali's foreign office, on Monday.", "Issa Keita", "MLI", "foreign_minister"),
    ],
)  # fmt: skip
def test_posts(text: str, person: str, side: str, office: str) -> None:
    (contact,) = read(text, "en").engagements
    assert (person, side, office) in {(p.name, p.side, p.office) for p in contact.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Issa Keita, a member of the Malian football team, met the Danish premier.",
        "Issa Keita, head of the snack company that sells Malian tea, met the Danish premier.",
    ],
)
def test_whoever_holds_no_post_of_a_state_has_no_side(text: str) -> None:
    assert read(text, "en").engagements == ()


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Kenya dispatched a senior energy official on Friday to Kampala to join talks on gas.",
         [("visit", "KEN UGA", "happened")]),
        ("Malian officials said they would send a delegation to Oslo this week.",
         [("visit", "MLI NOR", "planned")]),
        ("Kenya sent weapons to Uganda, its ministers said.", []),
        ("The Danish premier arrived here on Monday to see Peru's dams.",
         [("visit", "DNK PER", "happened")]),
        ("The Danish premier arrived here on Monday to see dams.", []),
        ("Kenya, Uganda, Rwanda attend fishing conference",
         [("conference", "KEN RWA UGA", "happened")]),
    ],
)  # fmt: skip
def test_contacts(text: str, met: Met) -> None:
    told = read(text, "en").engagements
    assert [(e.kind, " ".join(e.sides), e.status) for e in told] == met
