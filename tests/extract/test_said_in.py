"""In which engagement a statement was made."""

import pytest

from tests.extract.reading import read

MET = "Kenyan President William Ruto met Polish Prime Minister Donald Tusk in Warsaw on Monday. "
CALLED = "Ruto also telephoned Chadian President Mahamat Deby. "


def tied(text: str, language: str = "en") -> dict[tuple[str, str, str | None], str | None]:
    """The kind and sides of the engagement of each statement, by act, side and target."""
    reading = read(text, language)
    met = {e.id: f"{e.kind} {' '.join(e.sides)}" for e in reading.engagements}
    return {
        (s.act, s.side, s.target): s.engagement and met[s.engagement] for s in reading.statements
    }


@pytest.mark.parametrize(
    ("text", "statement", "engagement"),
    [
        (MET + "Ruto thanked Poland for its loan.", ("SUPPORT", "KEN", "POL"), "meeting KEN POL"),
        (MET + "Tusk condemned Belarus.", ("ACCUSE", "POL", "BLR"), "meeting KEN POL"),
        (
            MET + CALLED + "Ruto thanked Poland for its loan.",
            ("SUPPORT", "KEN", "POL"),
            "meeting KEN POL",
        ),
        (
            MET + CALLED + "Ruto urged Deby to free the envoys.",
            ("REQUEST", "KEN", "TCD"),
            "call KEN TCD",
        ),
        (MET + CALLED + "Ruto condemned Sudan.", ("ACCUSE", "KEN", "SDN"), None),
        (MET + "Hungary condemned Poland.", ("ACCUSE", "HUN", "POL"), None),
        (
            MET + "Kenyan Defence Minister Aden Duale thanked Poland.",
            ("SUPPORT", "KEN", "POL"),
            None,
        ),
    ],
)
def test_engagement_of_a_statement(
    text: str, statement: tuple[str, str, str], engagement: str | None
) -> None:
    assert tied(text)[statement] == engagement


def test_engagement_of_an_arabic_statement() -> None:
    text = "التقى الرئيس الكيني رئيس الوزراء البولندي. وشكر الرئيس الكيني بولندا على دعمها."
    assert tied(text, "ar")["SUPPORT", "KEN", "POL"] == "meeting KEN POL"


def test_a_plan_to_meet_is_nobodys_statement() -> None:
    reading = read("The Kenyan president will meet the Polish prime minister on Friday.", "en")
    assert [(e.type, e.statement) for e in reading.events] == [("AGREE", None)]
    assert reading.statements == ()
