"""Words that are nouns or verbs, behind "and": "fired shells and rockets", "raids and arrests"."""

import pytest

from tests.extract.reading import read

Deed = tuple[str, str | None, str | None]


def deeds(text: str) -> set[Deed]:
    """Type, source and target of all that a sentence tells."""
    return {(e.type, e.source, e.target) for e in read(text, "en", domestic=True).events}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Chad fired shells and rockets at Sudanese forces.", ("ASSAULT", "TCD", "SDN")),
        ("Somali youths hurled stones and firebombs at Kenyan troops.", ("ASSAULT", "SOM", "KEN")),
        ("Ghana halted raids and strikes on Togo.", ("RETREAT", "GHA", "TGO")),
    ],
)
def test_joins_nouns(text: str, deed: Deed) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Peru praised the talks and hopes that Chile frees the crew.", ("REQUEST", "PER", "CHL")),
        ("Kenya raids a market and arrests two Ugandan traders.", ("COERCE", "KEN", "UGA")),
    ],
)
def test_keeps_verbs(text: str, deed: Deed) -> None:
    assert deed in deeds(text)
