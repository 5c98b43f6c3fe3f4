"""Who says what of whom: predicates, asides, texts that speak for those whose they are."""

import pytest

from tests.extract.test_roles_and_status import happened

SAID = [
    pytest.param(
        "What Ghana does at the border is unacceptable, Togo's foreign minister said.",
        {("ACCUSE", "TGO", "GHA")},
        id="the-deed-of-a-clause",
    ),
    pytest.param(
        "The claim by Ghana that boats crossed the line is a lie, Togo's foreign minister said.",
        {("REJECT", "TGO", "GHA")},
        id="a-claim-and-what-it-says",
    ),
    pytest.param(
        "The bombing of a market in Ghana was cowardly, Togo's foreign minister said.",
        set(),
        id="whom-something-befell-does-nothing",
    ),
    pytest.param(
        "What Ghana does at the border is unacceptable.",
        set(),
        id="nobody-says-so",
    ),
    pytest.param(
        "Chile hopes that Peru and Bolivia, as old neighbours, will settle their row.",
        {("REQUEST", "CHL", "PER"), ("REQUEST", "CHL", "BOL")},
        id="over-an-aside",
    ),
    pytest.param(
        "The Danish premier said the world, including Kenya and Uganda, must act.",
        {("REQUEST", "DNK", "KEN"), ("REQUEST", "DNK", "UGA")},
        id="named-in-an-aside",
    ),
    pytest.param(
        "A joint statement by Kenya and Uganda condemned Rwanda.",
        {("ACCUSE", "KEN", "RWA"), ("ACCUSE", "UGA", "RWA")},
        id="a-text-by-two",
    ),
    pytest.param(
        "The African Union's statement urged Sudan to open the road.",
        {("REQUEST", "AFU", "SDN")},
        id="the-text-of-a-body",
    ),
    pytest.param("A parcel from Kenya urged Rwanda to wait.", set(), id="a-parcel-says-nothing"),
    pytest.param("Cuba slams US over the ban", {("ACCUSE", "CUB", "USA")}, id="us-is-a-state"),
    pytest.param(
        '"What Kenya says is a provocation," the Ugandan foreign minister said.',
        {("ACCUSE", "UGA", "KEN")},
        id="who-speaks-stands-outside-the-quotation",
    ),
    pytest.param(
        "The foreign ministers of Chile and Peru along with the EU's High Representative for "
        "Foreign Affairs and Security Policy said that they were alarmed by Mali's decision.",
        {("ACCUSE", "CHL", "MLI"), ("ACCUSE", "PER", "MLI"), ("ACCUSE", "EUR", "MLI")},
        id="ministers-of-some-and-somebody-of-another",
    ),
    pytest.param(
        "Kenya, a member of the council, urged Rwanda to wait.",
        {("REQUEST", "KEN", "RWA")},
        id="over-what-somebody-is",
    ),
    pytest.param(
        "Danish Foreign Minister Lars Holm (Liberals) urged Nepal to free the monks.",
        {("REQUEST", "DNK", "NPL")},
        id="over-brackets",
    ),
    pytest.param(
        "Rwanda has violated the truce, according to the Kenyan foreign ministry.",
        {("ACCUSE", "KEN", "RWA")},
        id="according-to",
    ),
    pytest.param(
        "Kenya was expected to back moves by Uganda to reopen the road.",
        {("AGREE", "KEN", "UGA")},
        id="nobody-expects-by-others-moves",
    ),
    pytest.param(
        "Kenya thanked Uganda. Observers said he was ready to help Rwanda.",
        {("SUPPORT", "KEN", "UGA")},
        id="observers-speak-for-nobody",
    ),
    pytest.param(
        "The Danish minister watched Kenya making great progress, he said.",
        set(),
        id="what-is-only-watched",
    ),
    pytest.param(
        "If Chad crosses the river, it will face consequences, Libya's defence minister said.",
        {("THREATEN", "LBY", "TCD")},
        id="a-threat-on-a-condition",
    ),
]


@pytest.mark.parametrize(("text", "told"), SAID)
def test_says_of_whom(text, told):
    assert happened(text, "en") == told
