"""What was the first in years was not years away: "the first talks in three years"."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Kenya and Chad held direct talks, the first in three years, on Friday.", "happened", 5),
        ("Kenya and Chad held their first talks in nearly a decade on Friday.", "happened", 5),
        ("Kenya's king visited Chad on Monday for the first time in two years.", "happened", 8),
        ("Kenya and Chad will hold talks in two days.", "planned", 12),
    ],
)  # fmt: skip
def test_day_and_status(text: str, status: str, day: int) -> None:
    told = [(e.status, e.date.earliest.day) for e in read(text, "en").engagements if e.date]
    assert told == [(status, day)]
