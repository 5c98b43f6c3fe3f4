"""What somebody does before or after something else is done by him, not by whom he met."""

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Kenyan president met Ghana's premier before flying to Peru.", "happened"),
        ("The Kenyan president thanked the premier of Ghana before leaving for Peru.", "happened"),
        ("Kenya's foreign minister held talks with the Ghanaian king after visiting Peru.",
         "happened"),
        ("Kenya's foreign minister is due to meet Ghana's premier before travelling on to Peru.",
         "planned"),
        ("The Kenyan envoy will meet the Ghanaian foreign minister after visiting Peru.",
         "planned"),
    ],
)  # fmt: skip
def test_who_travels_before_or_after(text: str, status: str) -> None:
    visits = [(e.sides, e.status) for e in read(text, "en").engagements if e.kind == "visit"]
    assert visits == [(("KEN", "PER"), status)]


def test_whoever_is_accused_does_what_stands_beside_that() -> None:
    text = "Chad accused Mali of arming rebels before attacking Niger."
    told = {(e.type, e.source, e.target) for e in read(text, "en").events}
    assert ("ASSAULT", "MLI", "NER") in told
    assert ("ASSAULT", "TCD", "NER") not in told


def test_whoever_is_thanked_did_it() -> None:
    text = "Qatar thanked Norway for hosting the Afghan delegation."
    assert [e.sides for e in read(text, "en").engagements] == [("AFG", "NOR")]


def test_who_hands_over_a_note_asks_in_it() -> None:
    text = "The Kenyan minister handed Ghana's envoy a note asking for the return of the ship."
    assert not [e for e in read(text, "en").events if e.source == "GHA" and e.type == "REQUEST"]
