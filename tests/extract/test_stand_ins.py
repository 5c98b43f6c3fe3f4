"""Who stands for others: "met the Kenyan president and thanked him", "the Gulf state"."""

import pytest

from tests.extract.reading import read

Told = tuple[str, str, str]
MET = "Kenyan President William Ruto met Polish Prime Minister Donald Tusk"


def events(text: str) -> set[Told]:
    """Type, source and target of the events of a text."""
    return {(e.type, e.source, e.target) for e in read(text, "en").events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"{MET} and thanked him for his help.", ("SUPPORT", "KEN", "POL")),
        (f"{MET} to congratulate him on his election.", ("SUPPORT", "KEN", "POL")),
        (f"{MET}. Ruto invited him to Nairobi.", ("AGREE", "KEN", "POL")),
        (f"{MET}. Tusk assured him of Warsaw's support.", ("AGREE", "POL", "KEN")),
        (f"{MET}. Ruto pledged Kenyan support.", ("AGREE", "KEN", "POL")),
        (
            "Chad summoned the Malian ambassador and accused him of meddling.",
            ("ACCUSE", "TCD", "MLI"),
        ),
        (
            "Chadian leader Mahamat Deby phoned Barbadian leader Mia Mottley and thanked her.",
            ("SUPPORT", "TCD", "BRB"),
        ),
        (
            "Ethiopia expelled two Egyptian diplomats and accused them of spying.",
            ("ACCUSE", "ETH", "EGY"),
        ),
        (
            "Ethiopia criticised Egypt and urged it to return to the talks.",
            ("REQUEST", "ETH", "EGY"),
        ),
    ],
)
def test_pronoun_is_whom_the_sentence_or_contact_tells_of(text: str, event: Told) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenyan President William Ruto met German Chancellor Olaf Scholz and Polish Prime "
            "Minister Donald Tusk and thanked him.",
            ("SUPPORT", "KEN"),
        ),
        (
            "Kenyan President William Ruto met a farmer from Nyeri and thanked him.",
            ("SUPPORT", "KEN"),
        ),
        ("The Kenyan president said his wife thanked him in Poland.", ("SUPPORT", "KEN")),
        ("Egypt warned Ethiopia and said the rains would fill it.", ("ASSAULT", "EGY")),
    ],
)
def test_open_pronoun_is_nobody(text: str, event: tuple[str, str]) -> None:
    assert event not in {e[:2] for e in events(text)}


def test_a_suffixed_pronoun_may_be_the_one_state_told_of() -> None:
    text = "قطعت كينيا علاقاتها مع إثيوبيا واتهمتها بقصف قرية."
    assert ("ACCUSE", "KEN", "ETH") in {
        (e.type, e.source, e.target) for e in read(text, "ar").events
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Vietnam said China fired water cannon at one of its boats off the reef.",
            ("ASSAULT", "CHN", "VNM"),
        ),
        ("Cambodia said Thai jets had bombed its territory.", ("ASSAULT", "THA", "KHM")),
        ("Israeli soldiers killed two of its troops, Egypt said.", ("ASSAULT", "ISR", "EGY")),
        ("Estonia said Russia had seized one of its tankers.", ("COERCE", "RUS", "EST")),
    ],
)
def test_what_is_harmed_is_not_its_doers(text: str, event: Told) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said its army had shelled its own village by mistake.",
        "Malian jets bombed a camp from their base.",
        "Norway said Peru had asked Chile why Bolivia had seized one of its trucks.",
    ],
)
def test_pronoun_of_the_doer_or_of_many_harms_nobody(text: str) -> None:
    assert not {kind for kind, *_ in events(text)} & {"ASSAULT", "COERCE"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said Chad had broken the ceasefire.", True),
        ("Norway said Chad had violated the ceasefire.", True),
        ("Norway said it watched Chad make progress.", False),
    ],
)
def test_verb_in_the_perfect_is_said_too(text: str, told: bool) -> None:
    assert (("ACCUSE", "NOR", "TCD") in events(text)) is told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Gulf Arab state of Oman will let Israeli planes through.", ("AGREE", "OMN", "ISR")),
        (
            "Latvia's foreign minister said the European nation had expelled a Russian envoy.",
            ("SANCTION", "LVA", "RUS"),
        ),
        (
            "Qatar summoned the Iranian ambassador. The Gulf nation also condemned Iran's attack.",
            ("ACCUSE", "QAT", "IRN"),
        ),
        ("Gulf Arab states condemned Iran.", ("ACCUSE", "GCC", "IRN")),
    ],
)
def test_a_state_told_by_its_region_is_the_one_told_of(text: str, event: Told) -> None:
    assert {told for told in events(text) if told[0] != "CONSULT"} == {event}


@pytest.mark.parametrize("text", ["The Gulf Arab kingdom expelled the Iranian envoy."])
def test_a_state_told_by_its_region_is_no_bloc(text: str) -> None:
    assert not [e for e in events(text) if e[1] == "GCC"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "EU ministers met in Oslo. The 27-nation bloc imposed sanctions on Belarus.",
            ("SANCTION", "EUR", "BLR"),
        ),
        (
            "NATO leaders met in Oslo. The 32-member alliance pledged more aid to Ukraine.",
            ("AGREE", "NAT", "UKR"),
        ),
        (
            "Kenya left ASEAN's meeting. The ten-nation grouping condemned Chad.",
            ("ACCUSE", "ASE", "TCD"),
        ),
    ],
)
def test_a_bloc_is_the_organisation_told_of_last(text: str, event: Told) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya praised Mali. The bloc condemned Chad.",
        "EU ministers met in Oslo. The opposition alliance thanked Chad.",
    ],
)
def test_a_bloc_of_nobody_told_of_is_nobody(text: str) -> None:
    assert not {e for e in events(text) if e[2] == "TCD"}
