"""Two contacts with one side, and one that is told of twice."""

import pytest

from tests.extract.reading import read

MEETINGS = {
    "The president of Peru met Chile's speaker. He also met Chile's foreign minister.": 2,
    "On Tuesday the president of Peru met Chile's speaker. He will also meet Chile's president.": 2,
    "التقى رئيس كينيا رئيس برلمان غانا الثلاثاء. كما التقى وزير خارجية غانا.": 2,
    "Peru's foreign minister met Chile's president on Tuesday. The minister met the president for "
    "an hour.": 1,
    "The president of Peru received Chile's foreign minister Juan Soto on Tuesday. The president "
    "also met Soto's wife.": 1,
}  # fmt: skip


@pytest.mark.parametrize(("text", "meetings"), MEETINGS.items())
def test_holders_of_other_offices_are_met_besides(text: str, meetings: int) -> None:
    assert len(read(text).engagements) == meetings
