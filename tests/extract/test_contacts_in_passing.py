"""Contacts that a sentence tells in passing: by whom somebody was sent, in a record, as a first."""

import pytest

from tests.extract.reading import participants, read

Told = tuple[str, str, str]

READS: dict[str, set[Told]] = {
    "A delegation led by Kenyan Foreign Minister Musalia Mudavadi met with the Thai premier.": {
        ("meeting", "happened", "KEN THA")
    },
    "A team of experts headed by the Peruvian envoy talked with Chilean officials in Arica.": {
        ("meeting", "happened", "CHL PER")
    },
    "An envoy sent by the Malian president met with Nepalese leaders.": {
        ("meeting", "happened", "MLI NPL")
    },
    "A mission dispatched by Fiji held talks with Samoan officials in Apia.": {
        ("meeting", "happened", "FJI WSM")
    },
    "The letter was handed over by the Chadian ambassador during a meeting with the Danish "
    "foreign minister.": {("meeting", "happened", "DNK TCD")},
    "The road was praised by Ghana's president on a visit to Lome.": {
        ("visit", "happened", "GHA TGO")
    },
    "Joint readout of a meeting between the foreign ministers of Kenya, Oman and Peru": {
        ("meeting", "happened", "KEN OMN PER")
    },
    "The results of talks between Chad and Mali were published on Monday.": {
        ("meeting", "happened", "MLI TCD")
    },
    "Prime Minister Ana Ruiz of Chile is the first Chilean leader to visit Nepal.": {
        ("visit", "happened", "CHL NPL")
    },
    "President Kofi Agbo of Togo became the first Togolese head of state to visit Fiji.": {
        ("visit", "happened", "FJI TGO")
    },
    "President Kofi Agbo of Togo will be the first Togolese leader to visit Fiji.": {
        ("visit", "planned", "FJI TGO")
    },
    "Philippine President Ferdinand Marcos Jr. and Fijian Prime Minister Sitiveni Rabuka met in "
    "Suva.": {("meeting", "happened", "FJI PHL")},
    "The French president's remarks following a state visit to Oman have caused concern.": {
        ("visit", "happened", "FRA OMN")
    },
    "Kenya criticised Danish Prime Minister Mette Frederiksen's comments during a trip to Chad.": {
        ("visit", "happened", "DNK TCD")
    },
    "Spanish Prime Minister Pedro Sanchez was greeted by Kenyan President William Ruto during a "
    "visit to the park.": {
        ("meeting", "happened", "ESP KEN"),
        ("visit", "happened", "ESP KEN"),
    },
    "The Omani premier held talks in Kenya on Friday on ties between Chad and Mali.": {
        ("meeting", "happened", "KEN OMN")
    },
    "The visiting Danish foreign minister told reporters in Nairobi that she loved tea.": {
        ("visit", "happened", "DNK KEN")
    },
    "The German Foreign Office summoned the Malian ambassador.": {
        ("meeting", "happened", "DEU MLI")
    },
    "The Peruvian and Fijian foreign and defence ministers met in the 2+2 format in Lima.": {
        ("consultations", "happened", "FJI PER")
    },
    "Chile's Boric on visit to Kenya months after Lima upgraded ties with Oman": {
        ("visit", "happened", "CHL KEN")
    },
}

NEVER = [
    "Danish premier received",
    "The Omani premier held talks in Vienna on Friday.",
    "Ruto, the Kenyan premier hold talks in Muscat",
    "Fiji praised Chad's statement during a visit.",
    "Kofi Mensah, the former judge heading the EU mission to Chad, sang.",
    "Aid sent by Norway arrived in Malawi on Monday.",
    "Weapons sent by Peru arrived in Mali.",
    "The prospect of talks between Chad and Mali cheered farmers.",
    "The idea of a summit between Kenya and Oman was floated.",
    "The market was attacked by rebels armed with Malian rifles.",
]


@pytest.mark.parametrize(("text", "told"), READS.items())
def test_reads(text: str, told: set[Told]) -> None:
    found = {(e.kind, e.status, " ".join(e.sides)) for e in read(text, "en").engagements}
    assert found == told


@pytest.mark.parametrize("text", NEVER)
def test_never_reads(text: str) -> None:
    assert read(text, "en").engagements == ()


def test_a_short_suffix_keeps_its_dot_in_mid_sentence() -> None:
    text = "President Joseph R. Biden, Jr. and President Gabriel Boric of Chile met on Monday."
    assert {"Joseph R. Biden, Jr.", "Gabriel Boric"} == set(participants(text, "en"))


@pytest.mark.parametrize(
    "envoy",
    ["the special envoy of the Kenyan president, John Otieno,", "special envoy of the president "
     "of Kenya John Otieno", "John Otieno, special envoy of the Kenyan president,"],
)  # fmt: skip
def test_an_envoy_is_of_the_state_of_whoever_sends_him(envoy: str) -> None:
    found = participants(f"The Omani foreign minister met {envoy} in Muscat.", "en")
    assert (found["John Otieno"].side, found["John Otieno"].office) == ("KEN", "envoy")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Foreign Minister Espen Barth Eide of Norway, a former judge,", "foreign_minister"),
        ("Norwegian Foreign Minister Espen Barth Eide, a former judge,", "foreign_minister"),
        ("Former Norwegian Foreign Minister Espen Barth Eide, a judge,", "private"),
    ],
)
def test_an_office_of_old_behind_a_name_is_not_the_one_held(text: str, office: str) -> None:
    found = participants(f"{text} met the president of Kenya.", "en")
    assert found["Espen Barth Eide"].office == office
