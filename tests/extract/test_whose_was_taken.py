"""Whose the thing is that a pronoun tells of: "says Chad revoked his permit", "its airspace"."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "The Malian foreign minister says Chad has revoked his permit.",
            ("SANCTION", "TCD", "MLI"),
        ),
        ("Peru's ambassador said Bolivia had seized her passport.", ("COERCE", "BOL", "PER")),
        ("Kenya's envoy said Somalia had frozen his embassy's accounts.", ("COERCE", "SOM", "KEN")),
        ("Finland said Belarus had sent jets into its airspace.", ("MOBILIZE", "BLR", "FIN")),
        ("Ghana said Togo had shelled one of its posts.", ("ASSAULT", "TGO", "GHA")),
        ("Niger's army said Libya had fired at its positions.", ("ASSAULT", "LBY", "NER")),
        ("Pentagon: Cuba will face consequences if it arms rebels", ("THREATEN", "USA", "CUB")),
        ("The Kremlin: Latvia will pay a heavy price", ("THREATEN", "RUS", "LVA")),
    ],
)
def test_whose(text: str, deed: tuple[str, str, str]) -> None:
    assert deed in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Mali had sent jets into the air over its own capital.",
        "Mali said Chad had cancelled its visas.",
        "Chad said Niger had withdrawn its licence for the mine.",
        "Ghana: seven things to know about its budget",
    ],
)
def test_open(text: str) -> None:
    events = read(text, "en").events
    assert not [e for e in events if e.type in ("MOBILIZE", "SANCTION", "THREATEN") and e.target]
