"""Two states told of together in what somebody says, and who speaks where "he" does."""

from functools import partial

import pytest

from tests.extract.reading import deeds, read

told = partial(deeds, language="en")


@pytest.mark.parametrize(
    "text",
    [
        "If Peru and Chile fall out, Kenya hopes the two countries will settle the matter.",
        "Ties between Peru and Chile have soured, and Kenya hopes both sides will settle it.",
        "Kenya's president said Peru and Chile were old rivals, and the two countries should talk.",
        "Kenya said that Peru and Chile were close to war and urged both sides to step back.",
    ],
)
def test_the_two_are_those_whom_the_sentence_joined(text: str) -> None:
    requests = {e for e in told(text) if e[0] == "REQUEST"}
    assert requests == {("REQUEST", "KEN", "PER"), ("REQUEST", "KEN", "CHL")}


def test_who_is_met_and_then_speaks_begins_a_clause() -> None:
    text = "Norway urged Peru and Chile said it would act."
    assert told(text) == {("REQUEST", "NOR", "PER")}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president met the Ghanaian premier. He said Peru was tense and Chile must act.",
        "The Kenyan president flew to Accra. He said Peru was tense and Chile should hold back.",
    ],
)
def test_whoever_acts_in_what_he_says_is_no_speaker(text: str) -> None:
    sources = {source for kind, source, _ in told(text) if kind == "REQUEST"}
    assert sources == {"KEN"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenyan Foreign Minister Bishop thanked Peru.", ("SUPPORT", "KEN", "PER")),
        ("Peru's president met Kenya's Social Democratic party leader.",
         ("CONSULT", "KEN", "PER")),
    ],
)  # fmt: skip
def test_surnames_and_parties_behind_and_before_offices(
    text: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text)


def test_a_bare_verb_over_an_adverb_shares_the_mood() -> None:
    reading = read("Peru may buy more corn and also lift its ban on Kenyan beef.", "en")
    assert not [e for e in reading.events if e.status == "happened"]
