"""Who deals with an envoy or a prisoner is told by where he is; conditions without "if"."""

import pytest

from tests.extract.reading import Deed, deeds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ghana's ambassador in Lima was summoned over the raid.", ("ACCUSE", "PER", "GHA")),
        (
            "The Omani ambassador in Dakar was called to the foreign ministry on Monday.",
            ("ACCUSE", "SEN", "OMN"),
        ),
        (
            "More than 90 Sahrawis in Moroccan prisons have gone on hunger strike over a ban.",
            ("PROTEST", "ESH", "MAR"),
        ),
        (
            "Nine Lebanese held in a jail in Syria refused food for a third week.",
            ("PROTEST", "LBN", "SYR"),
        ),
        ("Guinea was suspended from the African Union a day later.", ("SANCTION", "AFU", "GIN")),
        (
            "The Dutch premier said he would never agree to Moldova joining the pact, although he "
            "backed its bid for loans.",
            ("SUPPORT", "NLD", "MDA"),
        ),
        (
            "Hackers working for Iranian intelligence broke into the servers of the Greek navy.",
            ("COERCE", "IRN", "GRC"),
        ),
    ],
)
def test_other_side_is_told_by_what_stands_around(text: str, told: Deed) -> None:
    assert told in deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Were Malta one day to back such a plan for Libya, envoys say, it would ask for more.",
        "Should Malian troops attack Niger, the bloc will meet.",
        "Had Peru condemned Chile in March, the vote would have failed.",
    ],
)
def test_condition_without_if(text: str) -> None:
    assert not deeds(text, "en")


def test_mediator_somewhere_is_of_no_side() -> None:
    assert ("SANCTION", "NOR", "LKA") in deeds("Norway withdrew as mediator in Sri Lanka.", "en")
