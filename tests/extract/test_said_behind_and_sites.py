"""What stands behind the news: who says it, at which site, whom it is told of by the way."""

import pytest

from tests.extract.reading import deeds, read


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kenya imposed sanctions on three firms, a source in Kampala said.", "UGA"),
        ("Mali freed five soldiers, according to an official in Lagos.", "NGA"),
        ("Oman will let inspectors return to the plant, a diplomat in Vienna said.", "AUT"),
        ("Peru deported four men, the head of the border police in Quito told reporters.", "ECU"),
    ],
)
def test_where_the_teller_is_says_nothing_of_the_deed(text: str, wrong: str) -> None:
    assert wrong not in {side for _, source, target in deeds(text) for side in (source, target)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two Danish nationals were arrested at Lima airport.", ("COERCE", "PER", "DNK")),
        ("Three Ghanaians were detained at Oslo's main railway station.", ("COERCE", "NOR", "GHA")),
        ("Greek flag burned at Tirana torchlight march", ("PROTEST", "ALB", "GRC")),
        ("Rockets were fired at Kabul airport by Iran.", ("ASSAULT", "IRN", "AFG")),
    ],
)
def test_a_site_tells_where_a_thing_happens(text: str, event: tuple[str, str, str]) -> None:
    assert event in deeds(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ghana's president, accompanied by six ministers, arrived in Lima on Sunday.",
            ("CONSULT", "GHA", "PER"),
        ),
        (
            "The Ghanaian president, flanked by two generals, accused Togo of theft.",
            ("ACCUSE", "GHA", "TGO"),
        ),
        (
            "Danish Premier Mette Frederiksen, speaking to reporters on a visit to Accra, smiled.",
            ("CONSULT", "DNK", "GHA"),
        ),
        (
            "The last Danish soldiers stationed in Mali left on Thursday from the air base.",
            ("RETREAT", "DNK", "MLI"),
        ),
        (
            "Mali's army dug in after what it described as hostile manoeuvres by Togo.",
            ("ACCUSE", "MLI", "TGO"),
        ),
    ],
)
def test_an_aside_leaves_the_doer_his_verb(text: str, event: tuple[str, str, str]) -> None:
    told = deeds(text)
    assert event in told or (event[0], event[2], event[1]) in told


def test_troops_told_of_by_where_they_serve_are_not_sent_there() -> None:
    assert not deeds("Danish troops stationed in Mali cheered.")
    assert ("MOBILIZE", "DNK", "MLI") in deeds("Denmark stationed troops in Mali.")


def test_a_truce_that_takes_effect_is_no_treaty() -> None:
    told = deeds("A ceasefire between Mali and Togo took effect on Sunday.")
    assert {kind for kind, *_ in told} == {"RETREAT"}
    told = deeds("A trade pact between Mali and Togo took effect on Sunday.")
    assert {kind for kind, *_ in told} == {"SUPPORT"}


def test_missiles_into_waters_hit_nobody() -> None:
    told = deeds("North Korea fired three missiles into waters east of Japan.")
    assert "ASSAULT" not in {kind for kind, *_ in told}
    assert ("ASSAULT", "IRN", "QAT") in deeds("Iran fired missiles into Qatar.")


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("EU, ASEAN ministers open talks in Lima", ("ASE", "EUR")),
    ],
)
def test_headlines_join_blocs_by_a_comma(title: str, sides: tuple[str, str]) -> None:
    assert [e.sides for e in read(title, "en").engagements] == [sides]


def test_an_armed_group_behind_its_state_joins_a_list() -> None:
    told = deeds("Israel and Lebanon's Hezbollah exchanged fire on Sunday.")
    assert ("ASSAULT", "ISR", "LBN") in told
