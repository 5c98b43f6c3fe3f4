"""Why a day is known is told in the reader's language."""

import pytest

from dragoman.knowledge.world import World
from dragoman.lang.labels import labels
from dragoman.output.naming import Naming

DATED = "‘on Friday; early’, story dated 2024-03-05"
HELD = "Aiko Mori was foreign minister of JPN 2020-11-06 to 2023-11-27 and 2024-01-02 to now"


def why(because, language="en"):
    return Naming(labels(language), World.default()).why({"basis": "relative", "because": because})


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (DATED, "‘on Friday; early’, story dated 5 Mar 2024"),
        ("‘May’, story dated 2024-03-01 to 2024-03-09",
         "‘May’, story dated 1 Mar 2024 to 9 Mar 2024"),
        (HELD, "Aiko Mori was foreign minister of Japan, 6 Nov 2020 to 27 Nov 2023, "
         "2 Jan 2024 to now"),
        ("its headline names 2024; it tells of ‘May’ as past",
         "its headline names 2024; it tells of ‘May’ as past"),
        ("something else", "something else"),
    ],
)  # fmt: skip
def test_days_and_codes_are_named(because, said):
    assert why(because).endswith(f": {said}")


def test_the_same_in_a_language_that_runs_the_other_way():
    assert why(DATED, "ar").endswith("‘on Friday; early’، وتاريخ الخبر 5 مارس 2024")
    assert "وزير الخارجية، اليابان" in why(HELD, "ar")
    for because in ("day of the first report", "told as the story's own news; " + DATED,
                    "‘5 March’ above the headline", "given by the caller"):  # fmt: skip
        said = why(because, "ar").replace("‘on Friday; early’", "").replace("‘5 March’", "")
        assert not any("a" <= sign <= "z" for sign in said)
