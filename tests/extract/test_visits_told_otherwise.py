"""Visits told by where somebody is or is welcomed, offices of the story's own state, headlines."""

import pytest

from tests.extract.reading import read
from tests.extract.test_engagements import Told, brief

READS: dict[str, list[Told]] = {
    "The Finnish president welcomed the president of Malawi and Malawian Foreign Minister Nancy "
    "Tembo to Turku on Monday.": [
        ("meeting", "happened", "FIN MWI", "2024-01-08", "FIN Turku"),
        ("visit", "happened", "FIN MWI", "2024-01-08", "FIN Turku"),
    ],
    "Kenyan President William Ruto will host King Frederik of Denmark for a state visit to Kenya. "
    "It will be the first state visit of the year.": [
        ("meeting", "planned", "DNK KEN", None, "KEN"),
        ("visit", "planned", "DNK KEN", None, "KEN"),
    ],
    "Peruvian Foreign Minister Ana Gervasi is now in Hanoi to open an embassy.": [
        ("visit", "happened", "PER VNM", None, "VNM Hanoi")
    ],
    "The king of Jordan met Malian premier Choguel Maiga, in Amman as part of an Arab tour.": [
        ("meeting", "happened", "JOR MLI", None, "JOR Amman"),
        ("visit", "happened", "JOR MLI", None, "JOR Amman"),
    ],
    "Chad hosts talks between Mali and Niger in N'Djamena.": [
        ("meeting", "happened", "MLI NER TCD", None, "TCD N'Djamena")
    ],
    "Kenya and Uganda are to sign a fishing agreement in March, officials said.": [
        ("signing", "planned", "KEN UGA", "2024-03-01", None)
    ],
    "Malian President Assimi Goita and visiting Danish premier Mette Frederiksen agreed on Monday "
    "to plant trees.": [("visit", "happened", "DNK MLI", "2024-01-08", "MLI")],
    "Kenyan President William Ruto will travel to Oslo next week. Danish Prime Minister Mette "
    "Frederiksen sang. The trip will strengthen ties.": [
        ("visit", "planned", "KEN NOR", "2024-01-15", "NOR Oslo")
    ],
}

NEVER = [
    "Kenya committed to signing a treaty with Uganda in March, when fishing begins.",
    "Kenyan and Danish ministers welcomed the arrival of doses to Kenya.",
    "The Kenyan president, born in Oslo, called off the talks.",
]


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: list[Told]) -> None:
    assert [brief(e) for e in read(text, "en").engagements] == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert read(text, "en").engagements == ()


def test_an_ambassador_comes_for_no_visit() -> None:
    text = "The Danish premier welcomed Kenya's new ambassador to the Kingdom of Denmark."
    assert all(e.kind != "visit" for e in read(text, "en").engagements)


def test_guests_of_one_side_come_together() -> None:
    text = "The Dutch premier welcomed Kenyan President William Ruto and Kenyan Prime Cabinet "
    *_, visit = read(text + "Secretary Musalia Mudavadi to Rotterdam.", "en").engagements
    assert visit.kind == "visit"
    assert [p.side for p in visit.participants] == ["KEN", "KEN"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("LIMA, Jan. 9 -- The foreign minister phoned his Kenyan counterpart.", "KEN PER"),
        ("LIMA, Jan. 9 -- The Red Cross said its president phoned the Kenyan premier.", None),
        ("LIMA, Jan. 9 -- The visiting foreign minister phoned his Kenyan counterpart.", None),
        ("LIMA, Jan. 9 -- Chilean Foreign Minister Ana Ruiz sang. The foreign minister spoke by "
         "phone with his Kenyan counterpart.", "CHL KEN"),
    ],
)  # fmt: skip
def test_an_office_without_its_state_is_the_storys_own(text: str, sides: str | None) -> None:
    assert [" ".join(e.sides) for e in read(text, "en").engagements] == ([sides] if sides else [])


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("Kenya's Ruto, Uganda's Museveni hold talks in Kampala", "KEN UGA"),
        ("Kenyan, Ugandan foreign ministers meet in Kampala", "KEN UGA"),
        ("Peru, Chile sign border pact in Lima", "CHL PER"),
    ],
)
def test_a_headline_joins_two_by_a_comma(title: str, sides: str) -> None:
    (contact,) = read(title, "en").engagements
    assert " ".join(contact.sides) == sides


def test_a_comma_before_a_description_joins_nobody() -> None:
    assert read("Ruto, Kenya's president, holds forth", "en").engagements == ()


def test_whom_a_host_awaits_is_agreed_by_the_host() -> None:
    events = read("Peru's president will welcome the king of Denmark to Lima in May.", "en").events
    assert [(e.type, e.source, e.target) for e in events] == [("AGREE", "PER", "DNK")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Danish premier calls off Kenya trip over storm", "cancelled DNK KEN"),
        ("The Peruvian foreign minister put the case during an Oslo visit.", "happened NOR PER"),
        ("Danish premier to press leaders on fish during Kenya visit", "planned DNK KEN"),
        ("Omani minister hails gains at end of Lima trip", "happened OMN PER"),
        ("The Danish premier, tired, made the plea on a two-day Accra trip.", "happened DNK GHA"),
        ("Chadian minister condemns Taipei visit", None),
        ("Peru's minister warned Chad after an Oslo trip.", None),
        ("Danish minister wants more Kenya trips for schools", None),
    ],
)
def test_a_trip_named_by_its_goal_is_of_who_acts_on_it(text: str, told: str | None) -> None:
    visits = [f"{e.status} {' '.join(e.sides)}" for e in read(text, "en").engagements]
    assert visits == ([told] if told else [])


@pytest.mark.parametrize("during", ["during", "on"])
def test_whoever_is_hosted_for_a_visit_pays_it(during: str) -> None:
    text = f"The Omani sultan will host Peru's president {during} an official state visit in March."
    told = [(e.kind, e.status) for e in read(text, "en").engagements]
    assert told == [("meeting", "planned"), ("visit", "planned")]


def test_a_visit_of_somebody_to_somewhere() -> None:
    """«زيارة لوزير خارجية كوبا إلى أنغولا» (ziyāra li-wazīr khārijiyyat Kūbā ilā Anghūlā)."""
    for text in (
        "كشفت مصادر عن زيارة لوزير خارجية كوبا إلى أنغولا.",
        "جاء ذلك في ختام زيارة رسمية لرئيس وزراء كوبا إلى أنغولا.",
    ):
        found = [(e.kind, e.sides) for e in read(text, "ar").engagements]
        assert found == [("visit", ("AGO", "CUB"))], text


def test_a_visit_of_an_unknown_leader_is_none() -> None:
    """«أول زيارة لرئيس أوروبي» (awwal ziyāra li-raʾīs ūrubbī), whoever pays it."""
    for text in (
        "هذه أول زيارة لرئيس أوروبي إلى كوبا.",
        "هذه أول زيارة لرئيس كوبي إلى أنغولا منذ عشرين عاما.",
    ):
        assert not read(text, "ar").engagements, text
