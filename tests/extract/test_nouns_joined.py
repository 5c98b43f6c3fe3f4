"""Words that are nouns or verbs, behind "and": "fired shells and rockets", "raids and arrests"."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="en", domestic=True, statuses=None)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Chad fired shells and rockets at Sudanese forces.", ("ASSAULT", "TCD", "SDN")),
        ("Somali youths hurled stones and firebombs at Kenyan troops.", ("ASSAULT", "SOM", "KEN")),
        ("Ghana halted raids and strikes on Togo.", ("RETREAT", "GHA", "TGO")),
    ],
)
def test_joins_nouns(text: str, deed: Deed) -> None:
    assert deed in told(text)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Peru praised the talks and hopes that Chile frees the crew.", ("REQUEST", "PER", "CHL")),
        ("Kenya raids a market and arrests two Ugandan traders.", ("COERCE", "KEN", "UGA")),
    ],
)
def test_keeps_verbs(text: str, deed: Deed) -> None:
    assert deed in told(text)
