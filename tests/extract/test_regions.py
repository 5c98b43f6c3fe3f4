"""Those who head a region act for its state: "Florida Governor X", "governor of Hainan"."""

from functools import partial

import pytest

from tests.extract.reading import deeds

told = partial(deeds, language="en")
RUTO = "met Kenyan President William Ruto on Monday"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (f"Florida Governor Ron DeSantis {RUTO}.", {"USA", "KEN"}),
        (f"Wei Liucheng, governor of Hainan Province, {RUTO}.", {"CHN", "KEN"}),
        (f"Hainan Governor Feng Fei {RUTO}.", {"CHN", "KEN"}),
        (f"The governor of Arizona, Ann Hill, {RUTO}.", {"USA", "KEN"}),
        (f"Gujarat has prospered. Ohio Governor Ann Hill {RUTO}.", {"USA", "KEN"}),
    ],
)
def test_a_governor_meets_for_the_state(text: str, sides: set[str]) -> None:
    assert sides in [{s, t} for kind, s, t in told(text) if kind == "CONSULT"]


def test_a_governor_of_nowhere_known_meets_for_nobody() -> None:
    assert told(f"Fooland Governor Ann Hill {RUTO}.") == set()


def test_no_governor_meets_his_own_president() -> None:
    assert told("Hainan Governor Feng Fei met Chinese President Xi Jinping on Monday.") == set()
