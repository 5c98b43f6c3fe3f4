"""The engagement that several tellings make together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.merged import merge
from tests.resolve.making import day, telling, who

KAMIKAWA = who("Yoko Kamikawa", "JPN", "foreign_minister", known=True)
YAHYA = who("Abdullah Al-Yahya", "KWT", "foreign_minister")
YAHYA_AR = who("عبدالله اليحيا", "KWT")
AMBASSADOR = who("Kenichiro Mukai", "JPN", "ambassador")


def reports():
    return [
        telling(id="a", when="2024-03-05", who=(KAMIKAWA,), country="KWT", topics=("energy",)),
        telling(
            id="b", date=day("2024-03-04..2024-03-06"), published=day("2024-03-06"),
            who=(YAHYA_AR, AMBASSADOR), country="KWT", city="Kuwait City",
        ),
        telling(id="c", kind="consultations", who=(YAHYA,), round=3, topics=("water",)),
    ]  # fmt: skip


def test_a_union_of_what_the_reports_tell():
    found = merge(reports())
    assert [w.name for w in found.participants] == [
        "Kenichiro Mukai",
        "Yoko Kamikawa",
        "Abdullah Al-Yahya",
    ]
    assert found.date == day("2024-03-05")
    assert (found.country, found.city, found.kind, found.round) == (
        "KWT", "Kuwait City", "consultations", 3,
    )  # fmt: skip
    assert found.topics == ("energy", "water")
    assert (found.first, found.last) == (day("2024-03-05").first, day("2024-03-06").first)
    assert found.conflicts == {}
    assert found.sources == 3


def test_what_reports_dispute_stands_side_by_side():
    told = [
        telling("visit", id="a", country="KWT", city="Kuwait City"),
        telling("visit", id="b", country="KWT", city="Jahra", when="2024-03-06"),
        telling("visit", id="c", country="KWT", city="Kuwait City"),
    ]
    found = merge(told)
    city = [(s.value, s.reports) for s in found.conflicts["city"]]
    assert city == [("Jahra", ("b",)), ("Kuwait City", ("a", "c"))]
    days = [(s.value, s.reports) for s in found.conflicts["date"]]
    assert days == [("2024-03-05", ("a", "c")), ("2024-03-06", ("b",))]
    assert (found.city, found.date) == ("Kuwait City", day("2024-03-05"))


def test_copies_of_one_report_are_one_source():
    told = reports()
    assert merge(told, {"a": "wire", "c": "wire"}).sources == 2


def test_what_was_held_supersedes_what_was_planned():
    plan = telling("visit", id="a", status="planned", when="2024-03-04..2024-03-10", country="KWT")
    held = telling("visit", id="b", when="2024-03-06", country="KWT", city="Kuwait City")
    found = merge([plan, held])
    assert found.status == "happened"
    assert found.date == day("2024-03-06")
    assert [(s.value, s.reports) for s in found.life] == [("planned", ("a",)), ("happened", ("b",))]
    assert found.conflicts == {}


def test_the_text_of_a_report_outweighs_the_day_of_another():
    told = [
        telling(id="a", when="2024-03-05"),
        telling(id="b", date=day("2024-03-07", sure=False)),
    ]
    assert merge(told).date == day("2024-03-05")


def test_nothing_makes_no_engagement():
    with pytest.raises(ValueError, match="at least one telling"):
        merge([])


@given(st.permutations(range(3)))
def test_order_changes_nothing(order):
    told = reports()
    assert merge([told[k] for k in order]) == merge(told)
