"""Words and days for a terminal."""

from datetime import date

import pytest

from dragoman.core.interval import Interval
from dragoman.output.words import LONGEST, days, isolate, quote


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ((2023, 12, 14), (2023, 12, 14), "2023-12-14"),
        ((2024, 2, 1), (2024, 2, 29), "2024-02"),
        ((2023, 2, 1), (2023, 2, 27), "2023-02-01 to 2023-02-27"),
        ((2023, 1, 1), (2023, 12, 31), "2023"),
        ((2023, 1, 1), (2024, 12, 31), "2023-01-01 to 2024-12-31"),
    ],
)
def test_days(first, last, shown):
    assert days(Interval(date(*first), date(*last), "explicit", "")) == shown


def test_no_interval_is_no_words():
    assert days(None) == ""


def test_quotations_take_the_marks_of_their_direction():
    assert quote("they met") == "“they met”"
    assert "«التقى الوزيران»" in quote("التقى الوزيران")


def test_long_quotations_are_cut_at_a_word():
    got = quote("word " * 100)
    assert len(got) <= LONGEST + 4
    assert got.endswith("word …”")


def test_only_text_that_runs_right_to_left_is_isolated():
    assert isolate("Kuwait") == "Kuwait"
    assert isolate("الكويت") == "\u2068الكويت\u2069"
