"""Quotation marks around a few words that are no sentence: 'has "no plans" to meet Russia'."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("en", 'The Kenyan president has "no plans" to meet Chad\'s king.', set()),
        ("en", "Poland 'will send troops' to Mali.", {("MOBILIZE", "POL", "MLI", "planned")}),
        (
            "en",
            'Kenya called the raid by Uganda "a crime" and urged it to leave.',
            {("ACCUSE", "KEN", "UGA", "happened")},
        ),
        (
            "en",
            "Germany's Olaf Scholz says Chad 'must free the men'",
            {("REQUEST", "DEU", "TCD", "happened")},
        ),
        (
            "ar",
            'ستشن تركيا قريبا هجوما "واسع النطاق" على سوريا.',
            {("ASSAULT", "TUR", "SYR", "planned")},
        ),
    ],
)  # fmt: skip
def test_marks_part_nothing(
    language: str, text: str, events: set[tuple[str, str, str, str]]
) -> None:
    read_ones = {(e.type, e.source, e.target, e.status) for e in read(text, language).events}
    assert {e for e in read_ones if e[3] != "denied"} >= events
    assert events or not {e for e in read_ones if e[3] != "denied"}


def test_what_somebody_says_stays_quoted() -> None:
    text = '"Uganda attacked us," said the Kenyan president. "No," said the Ugandan president.'
    assert {(e.type, e.source) for e in read(text, "en").events} <= {
        ("ASSAULT", "UGA"),
        ("ACCUSE", "KEN"),
    }
