"""Who is pictured together, in captions that tell where each stands."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Danish Prime Minister Mette Frederiksen (L) and Kenyan President William Ruto at a joint "
         "news conference in Oslo, Norway, on May 3, 2023.", "DNK KEN"),
        ("FILE - Kenyan President William Ruto, second from left, listens as Danish Premier "
         "Mette Frederiksen, right, speaks during talks in Nairobi, May 3, 2023.", "DNK KEN"),
        ("(L-R) Danish Prime Minister Mette Frederiksen, Chilean President Gabriel Boric and "
         "Kenyan President William Ruto pose for a photo in Lima on May 3, 2023.", "CHL DNK KEN"),
        ("Mette Frederiksen, Denmark's prime minister (L), and William Ruto, Kenya's president, "
         "shake hands in Oslo.", "DNK KEN"),
        ("A protester burns a picture of Kenyan President William Ruto and Danish Prime Minister "
         "Mette Frederiksen in Lima, May 3, 2023.", None),
        ("Kenyan President William Ruto, right, waves before a meeting in Oslo on May 3, 2023.",
         None),
        ("Kenyan President William Ruto speaks about Danish Prime Minister Mette Frederiksen at a "
         "news conference in Lima on May 3, 2023.", None),
        ("Kenyan President William Ruto attends a NATO ministers' meeting with reporters in Lima "
         "on May 3, 2023.", None),
    ],
)  # fmt: skip
def test_whoever_is_pictured_together_has_met(text: str, sides: str | None) -> None:
    found = read(text, "en").engagements
    assert [" ".join(e.sides) for e in found] == ([sides] if sides else [])


def test_a_meeting_ahead_of_which_people_are_pictured_is_not_only_planned() -> None:
    text = (
        "Danish Prime Minister Mette Frederiksen, left, and Kenyan President William Ruto ahead of "
        "a meeting in Lima on May 3, 2023."
    )
    (contact,) = read(text, "en").engagements
    assert contact.status == "happened"
