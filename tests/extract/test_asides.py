"""Words that stand near an act and tell of something else: no side, no deed of their own.

A line of `asides/<language>.txt`, or of `asides/<language>-<name>.txt`, is
`+ SOURCE TYPE TARGET: sentence` for what must be read as having happened, `-` for what must not.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.reading import read

ASIDES = Path(__file__).parent / "asides"


def cases(sign: str) -> Iterator[object]:
    for path in sorted(ASIDES.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            event, text = line[2:].split(": ", 1)
            if line[0] == sign:
                language = path.stem.partition("-")[0]
                yield pytest.param(language, event, text, id=f"{path.stem}-{number}")


def told(text: str, language: str) -> set[str]:
    """What a text tells as having happened: "OMN SANCTION SOM"."""
    events = read(text, language).events
    return {f"{e.source} {e.type} {e.target}" for e in events if e.status == "happened"}


@pytest.mark.parametrize(("language", "event", "text"), list(cases("+")))
def test_reads(language: str, event: str, text: str) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(("language", "event", "text"), list(cases("-")))
def test_never_reads(language: str, event: str, text: str) -> None:
    assert event not in told(text, language)
