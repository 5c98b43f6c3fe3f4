"""Interviews and press conferences: who "we" is, and that a question tells of nothing."""

import pytest

from tests.extract.reading import read

CONFERENCE = """Foreign Ministry Spokesperson Amara Lind's Regular Press Conference

Q: Peru said yesterday that the port talks will go on. Will Kenya sign the port agreement with Peru?

A: Kenya has noted the report. We thank Peru for its patience.

Q: Chile has criticized Kenya over the fishing ban. What is your answer?

A: We urge Chile to lift the ban. Kenya values its friends.

The Kenyan side will keep its word. We welcome the mediation of Norway.
"""

ARABIC_CONFERENCE = """المؤتمر الصحفي الأسبوعي للمتحدث باسم الخارجية

س: انتقدت تشيلي كينيا أمس. هل ستوقع كينيا الاتفاق مع بيرو؟

ج: تابعت كينيا هذه التصريحات. نحن نشكر بيرو على صبرها.

س: وماذا عن النرويج؟

ج: نحن نرحب بوساطة النرويج. وكينيا تقدر أصدقاءها.
"""


def events(text, code, title=None):
    return {(e.source, e.type, e.target) for e in read(text, code, title).events}


def test_we_in_an_answer_is_the_side_that_answers():
    found = events(CONFERENCE, "en")
    assert ("KEN", "SUPPORT", "PER") in found
    assert ("KEN", "REQUEST", "CHL") in found
    assert ("KEN", "SUPPORT", "NOR") in found


def test_what_a_questioner_reports_is_told():
    assert ("CHL", "ACCUSE", "KEN") in events(CONFERENCE, "en")


def test_arabic_answers_speak_for_their_side():
    found = events(ARABIC_CONFERENCE, "ar")
    assert ("KEN", "SUPPORT", "PER") in found
    assert ("KEN", "SUPPORT", "NOR") in found


@pytest.mark.parametrize("text", [CONFERENCE, ARABIC_CONFERENCE])
def test_a_question_tells_of_nothing(text):
    reading = read(text)
    told = [e for e in reading.events if e.status == "happened"]
    assert told
    assert not [e for e in told if any(span.text.endswith(("?", "؟")) for span in e.evidence)]
    assert reading.outcomes == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Will the president of Kenya visit Peru?", "en"),
        ("When did Chile expel the Peruvian ambassador?", "en"),
        ("هل يزور الرئيس الكيني بيرو؟", "ar"),
    ],
)
def test_a_question_alone_is_no_event(text, code):
    reading = read(text, code)
    assert not [e for e in reading.events if e.status == "happened"]
    assert not [e for e in reading.engagements if e.status == "happened"]


def test_without_labels_we_is_whoever_speaks():
    found = events(
        "Kenyan Foreign Minister Amara Lind spoke on Monday. We thank Peru, she said.", "en"
    )
    assert ("KEN", "SUPPORT", "PER") in found


def test_a_long_name_with_a_possessive_is_not_the_shorter_one_in_it():
    text = "The Foreign Ministry of the People's Republic of China thanked Peru."
    assert events(text, "en") == {("CHN", "SUPPORT", "PER")}
    assert events("The Republic of China thanked Peru.", "en") == {("TWN", "SUPPORT", "PER")}


NAMED_MOST = """Foreign Ministry Spokesperson Geng Shuang Meets the Press

Q: Peru praised Peru's courts over the trial in Peru. What is your comment?

A: We urge Peru to free the sailors. It is our belief that Peru holds them without a charge. Peru
should let them go.
"""


def test_a_known_spokesperson_answers_for_his_side():
    found = events(NAMED_MOST, "en")
    assert ("CHN", "REQUEST", "PER") in found
    assert not [e for e in found if e[0] == "PER"]


def test_what_ought_to_be_in_an_answer_is_said_by_whoever_answers():
    text = CONFERENCE + "\nPeru has its own laws. Norway should wait.\n"
    found = events(text, "en")
    assert ("KEN", "REQUEST", "NOR") in found
    assert ("PER", "REQUEST", "NOR") not in found


def test_a_question_ends_talk_of_the_two_sides_before_it():
    text = """Foreign Ministry Spokesperson Amara Lind's Regular Press Conference

Q: Peru and Chile held talks on Monday. What is Kenya's comment?

A: Kenya hopes that Peru and Chile will continue their dialogue. Kenya values its friends.

Q: Last week Kenya and Norway held a ceremony at which masks were returned. Any comment?

A: Kenya has noted it. It was the third since the two sides signed a memorandum on masks.

The Kenyan side will keep its word.
"""
    found = events(text, "en")
    assert ("KEN", "SUPPORT", "NOR") in found
    assert not {e for e in found if e[1] == "SUPPORT" and "PER" in e}


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Norway said the talks went well. Any comment?", ("KEN", "SUPPORT", "NOR")),
        ("When did they sign?", ("CHL", "SUPPORT", "PER")),
    ],
)
def test_the_two_sides_of_an_answer_are_those_asked_about(question, event):
    text = f"""Foreign Ministry Spokesperson Amara Lind's Regular Press Conference

Q: Peru and Chile held talks on Monday. What is Kenya's comment?

A: Kenya has noted it. Kenya values its friends.

Q: {question}

A: The two sides have signed an agreement on masks.

The Kenyan side will keep its word.
"""
    found = events(text, "en")
    assert {e for e in found if e[1] == "SUPPORT"} == {event}
