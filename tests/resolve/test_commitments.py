"""What became of commitments, told in stories of our own, one text a report."""

from datetime import date
from hashlib import sha256
from itertools import combinations

import pytest

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.pipeline import Reader
from dragoman.resolve.blocks import block_keys
from dragoman.resolve.commitments import judge_steps, step_keys, steps, threads
from dragoman.resolve.judgements import Judgement
from dragoman.resolve.judging import judge
from dragoman.resolve.records import claims, tellings
from dragoman.resolve.stages import stage_of

READER = Reader.default()

GAS_TREATY = [
    ("2023-05-09", "Cyprus and Lebanon will sign an agreement on gas exploration next month."),
    (
        "2023-06-14",
        "BEIRUT - The energy ministers of Cyprus and Lebanon signed an agreement on gas "
        "exploration in Beirut on Wednesday.",
    ),
    ("2024-02-20", "Cyprus ratified its gas exploration agreement with Lebanon on Tuesday."),
    (
        "2024-05-03",
        "The gas exploration agreement between Cyprus and Lebanon entered into force on Thursday.",
    ),
]
SCHOOLS = [
    ("2023-03-02", "Norway pledged 40 million dollars to Malawi for new schools."),
    (
        "2023-07-11",
        "Norway has renewed its pledge to support Malawi with 40 million dollars for schools.",
    ),
    ("2024-01-22", "Norway on Monday gave Malawi the 40 million dollars for new schools."),
]
TANKS = [
    ("2023-04-04", "Poland promised to supply Moldova with 12 radar stations."),
    ("2023-04-19", "Poland denied that it had promised 12 radar stations to Moldova."),
]
ARABIC_TEXT = [
    ("2023-10-03", "ستوقع سلطنة عمان وتنزانيا الشهر المقبل اتفاقية لحماية الاستثمار."),
    ("2023-11-15", "وقعت سلطنة عمان وتنزانيا اليوم الأربعاء اتفاقية لحماية الاستثمار."),
    ("2024-03-05", "صادقت سلطنة عمان أمس على اتفاقية حماية الاستثمار مع تنزانيا."),
]
LOAN = [
    ("2023-02-01", "تعهدت الكويت بتقديم 50 مليون دولار إلى موريتانيا لبناء ميناء."),
    ("2023-05-10", "جددت الكويت تعهدها بتقديم 50 مليون دولار إلى موريتانيا لبناء الميناء."),
]
TWO_PLEDGES = [
    ("2023-03-02", "Norway pledged 40 million dollars to Malawi for new schools."),
    ("2023-06-20", "Norway gave Malawi 15 million dollars for ports and harbours."),
]
INVITED = [
    ("2024-01-09", "The Croatian president invited the king of Jordan to visit Croatia."),
    (
        "2024-03-13",
        "King Abdullah II of Jordan visited Croatia on Tuesday and met President Zoran Milanovic "
        "in Zagreb.",
    ),
]
VISIT_HELD = [
    ("2024-04-02", "Chilean Foreign Minister Alberto van Klaveren will visit Ghana on 16 April."),
    (
        "2024-04-17",
        "ACCRA - Chilean Foreign Minister Alberto van Klaveren visited Ghana on Tuesday.",
    ),
]
VISIT_OFF = [
    ("2024-04-02", "Chilean Foreign Minister Alberto van Klaveren will visit Ghana on 16 April."),
    (
        "2024-04-15",
        "Chilean Foreign Minister Alberto van Klaveren has cancelled his visit to Ghana, which "
        "was planned for 16 April.",
    ),
]


def followed(story):
    """The threads that the reports of a story make."""
    known = []
    contacts = []
    for k, (day, text) in enumerate(story):
        when = date.fromisoformat(day)
        published = Interval(when, when, "explicit", "given")
        digest = sha256(f"{k}{text}".encode()).hexdigest()
        reading = READER.read(Incoming(f"report {k}", text, digest, published=published))
        contacts += tellings(reading)
        known += steps(claims(reading), tellings(reading))
    found = [
        judge(a, b) for a, b in combinations(contacts, 2) if block_keys(a).meets(block_keys(b))
    ]
    found += [
        judge_steps(a, b) for a, b in combinations(known, 2) if step_keys(a).meets(step_keys(b))
    ]
    return threads(known, found), found


def stages(story, kind):
    return [([s.stage for s in t.steps], t.state) for t in followed(story)[0] if t.kind == kind]


@pytest.mark.parametrize(
    ("story", "kind", "expected"),
    [
        (GAS_TREATY, "text", (["planned", "signed", "ratified", "in_force"], "in_force")),
        (SCHOOLS, "pledge", (["announced", "repeated", "fulfilled"], "fulfilled")),
        (TANKS, "pledge", (["announced", "denied"], "denied")),
        (ARABIC_TEXT, "text", (["planned", "signed", "ratified"], "ratified")),
        (LOAN, "pledge", (["announced", "repeated"], "repeated")),
        (INVITED, "contact", (["planned", "held"], "held")),
        (VISIT_HELD, "contact", (["planned", "held"], "held")),
        (VISIT_OFF, "contact", (["planned", "called_off"], "called_off")),
    ],
    ids=["gas", "schools", "radar", "investment", "port", "invitation", "held", "called off"],
)
def test_a_commitment_is_followed(story, kind, expected):
    assert expected in stages(story, kind)


def test_one_pledge_is_not_kept_by_another_gift():
    assert sorted(s for _, s in stages(TWO_PLEDGES, "pledge")) == ["announced", "fulfilled"]


def test_a_planned_visit_of_which_nothing_is_heard_is_in_doubt():
    (thread,) = followed(VISIT_HELD[:1])[0]
    assert not thread.silent(date(2024, 4, 20))
    assert thread.silent(date(2024, 6, 20))
    (held,) = followed(VISIT_HELD)[0]
    assert held.ended
    assert not held.silent(date(2024, 6, 20))


def test_every_link_gives_its_reason():
    _, found = followed(GAS_TREATY)
    links = [j for j in found if j.verdict == "follows"]
    assert len(links) >= 3
    assert all(" after " in j.reason and j.score >= 0.6 for j in links)


def test_people_have_the_last_word():
    found, judgements = followed(SCHOOLS)
    thread = next(t for t in found if len(t.steps) == 3)
    first, *others = (s.id for s in thread.steps)
    apart = [
        Judgement(first, o, "different", 1.0, "another fund", "Rana", "2024-02-01") for o in others
    ]
    again = threads(thread.steps, [*judgements, *apart])
    assert sorted(len(t.steps) for t in again) == [1, 2]


def test_order_changes_nothing():
    known = followed(GAS_TREATY)[0]
    steps_known = [s for t in known for s in t.steps]
    for a, b in combinations(steps_known, 2):
        assert judge_steps(a, b) == judge_steps(b, a)
        assert step_keys(a).meets(step_keys(b)) == step_keys(b).meets(step_keys(a))


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("en", "The parliament of Ghana ratified a fishing treaty with Togo.", "ratified"),
        ("en", "A tax treaty between Peru and Chile took effect on Monday.", "in_force"),
        ("en", "Canada reaffirmed that it would pay for the clinic.", "repeated"),
        ("en", "The ministers talked about renewable energy.", None),
        ("ar", "دخلت الاتفاقية حيز النفاذ.", "in_force"),
        ("ar", "وصادق البرلمان على المعاهدة.", "ratified"),
        ("ar", "جدد الوزير دعم بلاده.", "repeated"),
        ("ar", "بحث الوزيران ملف الطاقة.", None),
    ],
)
def test_stages_by_their_words(language, text, stage):
    assert stage_of(text, language) == stage
