"""What keeps two tellings apart, and what makes them one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve.blocks import NARROW, block_keys, days_about
from dragoman.resolve.judging import judge
from dragoman.resolve.records import Telling, tellings
from tests.extract.reading import read
from tests.resolve.making import day, telling, who

KAMIKAWA = who("Yoko Kamikawa", "JPN", "foreign_minister", known=True)
YAHYA = who("Abdullah Al-Yahya", "KWT", "foreign_minister")
YAHYA_AR = who("عبدالله اليحيا", "KWT", "foreign_minister")
KISHIDA = who("Fumio Kishida", "JPN", "head_of_government", known=True)


def verdict(left, right):
    assert judge(left, right) == judge(right, left)
    return judge(left, right).verdict


def test_one_meeting_told_in_two_scripts():
    one = telling(who=(KAMIKAWA, YAHYA), city="Tokyo", country="JPN")
    other = telling(who=(YAHYA_AR, KAMIKAWA), language="ar", country="JPN")
    found = judge(one, other)
    assert found.verdict == "same"
    assert "same people of JPN, KWT" in found.reason


@pytest.mark.parametrize(
    ("mine", "yours", "reason"),
    [
        ({"who": (KAMIKAWA, YAHYA)}, {"who": (KISHIDA, YAHYA)}, "other people of JPN"),
        ({"country": "JPN"}, {"country": "KWT"}, "in another country"),
        (
            {"country": "JPN", "city": "Tokyo"},
            {"country": "JPN", "city": "Osaka"},
            "in another city",
        ),
        ({"round": 3}, {"round": 4}, "another round"),
        ({"when": "2024-03-05"}, {"when": "2024-03-06"}, "on other days"),
        (
            {"hours": frozenset({"early"})},
            {"hours": frozenset({"late"})},
            "at another time of the day",
        ),
        ({"kind": "meeting"}, {"kind": "letter"}, "letter"),
        ({"sides": "JPN KWT"}, {"sides": "JPN QAT"}, "other sides"),
        (
            {"kind": "letter", "sender": "JPN"},
            {"kind": "letter", "sender": "KWT"},
            "sender and receiver exchanged",
        ),
        (
            {"kind": "visit", "country": "JPN"},
            {"kind": "visit", "country": "KWT"},
            "guest and host exchanged",
        ),
        ({"status": "happened"}, {"status": "denied"}, "happened and denied"),
        ({"status": "happened"}, {"status": "cancelled"}, "happened and cancelled"),
    ],
)
def test_a_contradiction_keeps_apart_whatever_else_agrees(mine, yours, reason):
    agreeing = {"who": (KAMIKAWA, YAHYA), "topics": ("energy",), "text": "a b c d " * 9}
    left, right = telling(**{**agreeing, **mine}), telling(**{**agreeing, **yours})
    found = judge(left, right)
    assert found.verdict == "different"
    assert any(
        word in found.reason for word in (reason, " and ".join(reversed(reason.split(" and "))))
    )


def test_what_one_story_tells_apart_stays_apart():
    one = telling(who=(KAMIKAWA, YAHYA))
    other = telling(who=(KAMIKAWA, YAHYA), document=one.document)
    assert verdict(one, other) == "different"


def test_wording_and_meaning_alone_join_nothing():
    one = telling(when=None, text="the two ministers discussed trade and water at length")
    other = telling(when=None, text="the two ministers discussed trade and water at length")
    assert judge(one, other, alike=1.0).verdict == "unsure"


def test_a_report_a_day_late_is_of_the_same_meeting():
    one = telling(who=(KAMIKAWA, YAHYA), when="2024-03-05")
    late = telling(who=(KAMIKAWA, YAHYA), date=day("2024-03-07", sure=False))
    assert verdict(one, late) == "same"


def test_a_plan_is_the_same_contact_as_what_was_held():
    plan = telling("visit", status="planned", country="KWT", who=(KAMIKAWA,), when="2024-03-05")
    held = telling("visit", country="KWT", who=(KAMIKAWA,), when="2024-03-05")
    assert verdict(plan, held) == "same"


def test_a_plan_made_after_a_meeting_is_for_another():
    held = telling(who=(KAMIKAWA, YAHYA), when="2024-03-05")
    plan = telling(who=(KAMIKAWA, YAHYA), status="planned", date=None, published=day("2024-03-09"))
    assert verdict(held, plan) == "different"


def test_what_was_called_off_undoes_the_plan():
    plan = telling("visit", status="planned", country="KWT", who=(KAMIKAWA,), when="2024-03-05")
    off = telling("visit", status="cancelled", country="KWT", who=(KAMIKAWA,), when="2024-03-05")
    found = judge(plan, off)
    assert (found.verdict, found.left_id, found.right_id) == ("undoes", off.id, plan.id)


def test_meetings_during_a_visit_are_part_of_it():
    visit = telling("visit", country="KWT", who=(KAMIKAWA,), when="2024-03-05..2024-03-06")
    met = telling(country="KWT", who=(KAMIKAWA, YAHYA), when="2024-03-06")
    found = judge(visit, met)
    assert (found.verdict, found.left_id, found.right_id) == ("part_of", met.id, visit.id)
    elsewhere = telling(country="JPN", who=(KAMIKAWA, YAHYA), when="2024-03-06")
    assert verdict(visit, elsewhere) == "different"


def test_a_talk_of_two_is_not_the_talk_of_three():
    three = telling(sides="EGY JOR IRQ", who=(who("Ayman Safadi", "JOR"),))
    two = telling(sides="EGY JOR", who=(who("Ayman Safadi", "JOR"),))
    assert verdict(three, two) == "different"


def test_both_languages_of_the_real_reader():
    english = read(
        "MUSCAT - Omani Foreign Minister Badr Albusaidi met his Swiss counterpart Ignazio Cassis "
        "in Muscat on Tuesday to discuss trade."
    )
    arabic = read(
        "مسقط - بحث وزير الخارجية العماني بدر البوسعيدي أمس الثلاثاء مع نظيره السويسري إغناسيو "
        "كاسيس سبل تعزيز التبادل التجاري."
    )
    assert verdict(tellings(english)[0], tellings(arabic)[0]) == "same"


people = st.lists(st.sampled_from([KAMIKAWA, YAHYA, YAHYA_AR, KISHIDA]), max_size=3).map(tuple)
days = st.one_of(
    st.none(),
    st.integers(1, 28).map(lambda n: day(f"2024-03-{n:02}")),
    st.integers(1, 28).map(lambda n: day(f"2024-03-{n:02}", sure=False)),
    st.just(day("2023-01-01..2024-12-31", sure=False)),
)
any_telling = st.builds(
    lambda kind, status, sides, who, date, published, country, number, session: telling(
        kind, sides, id=f"t{number}", document="d1" if number % 5 == 0 else f"d{number}",
        status=status, who=who, date=date, published=published, country=country, round=session,
    ),
    st.sampled_from(["meeting", "visit", "call", "letter", "summit", "consultations"]),
    st.sampled_from(["happened", "planned", "cancelled", "denied"]),
    st.sampled_from(["JPN KWT", "JPN KWT QAT", "EGY JPN KWT QAT SAU TUR"]),
    people, days, days, st.sampled_from([None, "JPN", "KWT", "CHE"]),
    st.integers(1, 10**6), st.sampled_from([None, 2, 3]),
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(any_telling, any_telling)
def test_the_order_of_the_two_changes_nothing(left, right):
    assert judge(left, right) == judge(right, left)
    mine, yours = block_keys(left), block_keys(right)
    assert mine.meets(yours) == yours.meets(mine)


@settings(deadline=None, max_examples=300)
@given(any_telling, any_telling)
def test_what_is_one_contact_shares_a_block(left, right):
    spans = [days_about(t) for t in (left, right)]
    narrow = all(s is not None and s.length <= NARROW for s in spans)
    linked = judge(left, right).verdict in ("same", "part_of", "undoes")
    if narrow and linked and left.id != right.id:
        assert block_keys(left).meets(block_keys(right))


@settings(deadline=None, max_examples=300)
@given(any_telling)
def test_records_survive_json(record):
    assert Telling.from_json(record.to_json()) == record


def test_staying_in_touch_is_no_appointment():
    promised = telling("call", status="planned", date=None, who=(KAMIKAWA, YAHYA))
    later = telling("call", when="2024-03-12", who=(KAMIKAWA, YAHYA))
    again = telling(
        "call", status="planned", date=None, published=day("2024-03-12"), who=(KAMIKAWA, YAHYA)
    )
    assert verdict(promised, later) == verdict(promised, again) == "different"


def test_talks_beside_a_gathering_are_not_the_gathering():
    summit = telling("summit", who=(KAMIKAWA,), country="JPN", city="Tokyo")
    beside = telling(who=(KAMIKAWA, YAHYA), country="JPN", city="Tokyo")
    assert verdict(summit, beside) == "unsure"
    named = telling("summit", who=(KAMIKAWA, YAHYA), country="JPN", city="Tokyo")
    assert verdict(named, beside) == "same"
