"""States told of by their region, dates of what befell others, passives joined to passives."""

import pytest

from tests.extract.reading import Deed, deeds, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '"Oman never gave up on these talks," the Beninese foreign minister said, thanking '
            "the Gulf sultanate for its patience.",
            ("SUPPORT", "BEN", "OMN"),
        ),
        (
            "Bolivia's president said Finland had kept its word and praised the Nordic country.",
            ("SUPPORT", "BOL", "FIN"),
        ),
        (
            "Laos shelled a Thai village, and Bangkok accused the Southeast Asian nation of lying.",
            ("ACCUSE", "THA", "LAO"),
        ),
        (
            "Kuwait's emir flew to Ankara on Monday, as the Gulf state condemned Syria.",
            ("ACCUSE", "KWT", "SYR"),
        ),
    ],
)
def test_state_told_of_by_its_region(text: str, told: Deed) -> None:
    assert told in deeds(text, "en")


def test_bloc_is_the_organisation() -> None:
    text = "Ministers of the European Union met in Riga. Japan condemned the bloc."
    assert ("ACCUSE", "JPN", "EUR") in deeds(text, "en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Laos freed nine Thai soldiers captured near a temple in March.", "happened"),
        ("Togo released two Ghanaian pilots seized in the port of Lome in 2022.", "happened"),
        ("Laos freed nine Thai soldiers in March.", "historical"),
        ("Two Kenyans were freed by Sudan in a swap agreed in March 2022.", "historical"),
    ],
)
def test_month_of_what_befell_others(text: str, told: str) -> None:
    events = [e for e in read(text, "en").events if e.type == "RETREAT"]
    assert [e.status for e in events] == [told]


@pytest.mark.parametrize(
    ("text", "travelled"),
    [
        ("A Dutch diplomat held in Mali was freed on Sunday and flown to Dakar.", False),
        ("Two Dutch journalists were freed in Mali on Sunday and flown to Niger.", False),
        ("The Dutch premier was received in Accra and travelled to Lome.", True),
        ("The Dutch premier has flown to Lome.", True),
    ],
)
def test_whoever_is_flown_pays_no_visit(text: str, travelled: bool) -> None:
    assert any(g.kind == "visit" for g in read(text, "en").engagements) == travelled


def test_place_of_a_paper_is_not_where_things_happened() -> None:
    text = (
        "Soldiers from Eritrea raped women in three districts of northern Tigray, observers said "
        "in a paper published in Vienna."
    )
    assert ("ASSAULT", "ERI", "AUT") not in deeds(text, "en")
    assert ("ASSAULT", "ERI", "ETH") in deeds(text, "en")


def test_authorities_led_by_somebody_are_the_states() -> None:
    text = "Gabon's army-led government expelled two Dutch diplomats."
    assert ("SANCTION", "GAB", "NLD") in deeds(text, "en")


def test_an_african_country_may_be_any_of_the_union():
    told = deeds("Egypt met China. The African country promised aid to Chinese firms.", "en")
    assert ("AGREE", "EGY", "CHN") in told


def test_who_serves_at_an_office_does_not_head_it():
    text = "حضر اللقاء من الجانب الكندي رئيس الأركان بمكتب وزير الدفاع إريك تشابمان."
    found = read("استقبل الملك وزير الدفاع الكندي بيل بلير. " + text, "ar").engagements
    offices = {p.name: p.office for e in found for p in e.participants}
    assert offices.get("إريك تشابمان") != "defence_minister"
