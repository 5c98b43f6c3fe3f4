import time
from datetime import date

import pytest
from calendar_cases import FINE, PIECE, cut, dated, day
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.core.errors import DataError
from dragoman.core.interval import Interval
from dragoman.lang.calendar import Calendar
from dragoman.lang.year_days import written

LINES = [
    ("en", "7th, January 2025 GMT", "7th, January 2025", "2025-01-07", "2025-01-07"),
    ("en", "14 December 2023 - 18:12", "14 December 2023", "2023-12-14", "2023-12-14"),
    ("en", "Posted: Dec. 14, 2023 |", "Dec. 14, 2023", "2023-12-14", "2023-12-14"),
    ("en", "July 10,2023", "July 10,2023", "2023-07-10", "2023-07-10"),
    ("en", "2015-07-24", "2015-07-24", "2015-07-24", "2015-07-24"),
    ("en", "2015-07-24T10:05:00Z", "2015-07-24", "2015-07-24", "2015-07-24"),
    ("en", "24/07/2015", "24/07/2015", "2015-07-24", "2015-07-24"),
    ("en", "07/24/2015 at 5:30", "07/24/2015", "2015-07-24", "2015-07-24"),
    ("en", "14.12.2023", "14.12.2023", "2023-12-14", "2023-12-14"),
    ("en", "14-Dec-2023", "14-Dec-2023", "2023-12-14", "2023-12-14"),
    ("en", "Thursday, 14 December 2023", "Thursday, 14 December 2023", "2023-12-14", "2023-12-14"),
    ("en", "December 2023 issue", "December 2023", "2023-12-01", "2023-12-31"),
    ("en", "signed in 2014", "2014", "2014-01-01", "2014-12-31"),
    ("ar", "١٤ ديسمبر ٢٠٢٣", "١٤ ديسمبر ٢٠٢٣", "2023-12-14", "2023-12-14"),
    ("ar", "14 ديسمبر/كانون الأول 2023", "14 ديسمبر/كانون الأول 2023", "2023-12-14",
     "2023-12-14"),
    ("ar", "الخميس 14 ديسمبر 2023", "الخميس 14 ديسمبر 2023", "2023-12-14", "2023-12-14"),
    ("ar", "الخميس، 14 كانون الأول، 2023 م", "الخميس، 14 كانون الأول، 2023 م", "2023-12-14",
     "2023-12-14"),
    ("ar", "5 رجب 1445هـ", "5 رجب 1445هـ", "2024-01-17", "2024-01-17"),
    ("ar", "1445/07/05هـ", "1445/07/05هـ", "2024-01-17", "2024-01-17"),
    ("ar", "الأربعاء 13-12-2023", "الأربعاء 13-12-2023", "2023-12-13", "2023-12-13"),
    ("ar", "7 / يوليو / 2015 م", "7 / يوليو / 2015 م", "2015-07-07", "2015-07-07"),
    ("ar", "صدر عام 2014", "عام 2014", "2014-01-01", "2014-12-31"),
    ("ar", "صدر سنة 2000", "سنة 2000", "2000-01-01", "2000-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "line", "said", "first", "last"), LINES)
def test_finds(code, line, said, first, last):
    (found,) = Calendar.for_language(code).find(line)
    assert line[found.start : found.end] == said
    assert (found.earliest, found.latest) == (day(first), day(last))
    assert found.has_year
    assert not found.time_only


def test_says_what_is_written():
    calendar = Calendar.for_language("en")
    (whole,) = calendar.find("Thursday, 14 December 2023")
    assert (whole.has_day, whole.has_month, whole.weekday) == (True, True, 3)
    (month,) = calendar.find("December 2023")
    assert (month.has_day, month.has_month, month.weekday) == (False, True, None)
    (year,) = calendar.find("in 2014")
    assert (year.has_day, year.has_month) == (False, False)


def test_both_calendars_side_by_side():
    found = Calendar.for_language("ar").find("5 رجب 1445هـ الموافق 17 يناير 2024م")
    assert [f.earliest for f in found] == [date(2024, 1, 17)] * 2


@pytest.mark.parametrize(
    "line",
    ["18:12", "2014 members", "1,400 March", "tel. 2023-4455", "31/02/2023", "30 February 2023",
     "Wednesday", "Dec. 14", "12.5", "Expo 2020", "version 3.12.1", "50 May 25,000"],
)  # fmt: skip
def test_finds_nothing(line):
    assert Calendar.for_language("en").find(line) == []


@pytest.mark.parametrize(
    ("year", "month", "number", "expected"),
    [
        (1445, 9, 1, "2024-03-11"),
        (1444, 9, 1, "2023-03-23"),
        (1446, 1, 1, "2024-07-07"),
        (1443, 12, 10, "2022-07-09"),
    ],
)
def test_hijri_days(year, month, number, expected):
    assert written(year, month, number, hijri=True) == (day(expected), day(expected))


def test_no_such_day():
    assert written(2023, 2, 29) is None
    assert written(1445, 13, 1, hijri=True) is None
    assert written(9999, 1, 1, hijri=True) is None


def test_an_unknown_language_is_named():
    with pytest.raises(DataError, match="xx"):
        Calendar.for_language("xx")


def test_a_broken_pack_is_named():
    with pytest.raises(DataError, match=r"dates.toml.*settings"):
        Calendar({}, "dates.toml")
    data = {
        "settings": {"week_starts": 0, "weekend": [5, 6], "day_first": True, "clitics": [],
                     "joined": {}, "cased": []},
        "words": {"weekday": {"0": ["Lundi"]}},
        "patterns": {"weekday": ["{missing} weekday"]},
    }  # fmt: skip
    with pytest.raises(DataError, match="missing"):
        Calendar(data, "dates.toml")
    data["patterns"] = {"nonsense": ["weekday"]}
    with pytest.raises(DataError, match="nonsense"):
        Calendar(data, "dates.toml")


VOCABULARY = {
    "en": "on in the since from to and - , . / ( ) ' s last next this early mid late week weeks "
    "month year May March Jan 5 31 29 February 2023 1445 Rajab Monday Tuesday today yesterday two "
    "days ago a for day summer 1990 of first coming few before within 24 hours 2023-12-14 "
    "mid-October 4-7 five-day 1990s",
    "ar": "في من إلى و منذ قبل بعد خلال ال يوم أمس اليوم غدا الأحد والاثنين الماضي المقبل الجاري "
    "الشهر العام الأسبوع يومين أيام 5 و16 29 فبراير/شباط مارس آب (آب) 2023 1445هـ رجب رمضان عام "
    "الأول الثاني والعشرين نهاية صيف الأيام القليلة لمدة ثلاثة - / ( ) ، هـ الـ24 ساعة",
}


@settings(max_examples=150, deadline=None)
@given(
    code=st.sampled_from(["en", "ar"]),
    data=st.data(),
    start=st.dates(),
    width=st.integers(0, 800),
    tense=st.sampled_from(["past", "future", "none"]),
)
def test_never_fails_and_stays_inside(code, data, start, width, tense):
    picked = data.draw(st.lists(st.sampled_from(VOCABULARY[code].split()), max_size=14))
    text = data.draw(st.sampled_from([" ", ""])).join(picked)
    tokens = cut(text, data.draw(st.sampled_from([PIECE, FINE])))
    last = date.fromordinal(min(start.toordinal() + width, date.max.toordinal()))
    anchor = Interval(start, last, "explicit", "dateline")
    before = 0
    for found in Calendar.for_language(code).expressions(tokens):
        assert before <= found.first <= found.head < found.last <= len(tokens)
        before = found.last
        for known in (anchor, None):
            days = found.resolve(known, tense, text)
            assert days is None or days.earliest <= days.latest
        assert found.description
    for line in Calendar.for_language(code).find(text):
        assert 0 <= line.start < line.end <= len(text)
        assert line.earliest <= line.latest


@given(st.text())
def test_any_text_at_all(text):
    for code in ("en", "ar"):
        Calendar.for_language(code).find(text)


@given(start=st.dates(date(1950, 1, 1), date(2070, 1, 1)), width=st.integers(1, 500))
def test_a_wide_anchor_covers_each_of_its_days(start, width):
    last = date.fromordinal(start.toordinal() + width)
    for text in ("yesterday", "last week", "on July 10", "in early May", "next month", "last May"):
        (found,) = Calendar.for_language("en").expressions(cut(text))
        wide = found.resolve(Interval(start, last, "explicit", ""), "past")
        for one in (start, last, date.fromordinal(start.toordinal() + width // 2)):
            single = found.resolve(dated(one), "past")
            assert wide is not None
            assert single is not None
            assert wide.earliest <= single.earliest <= single.latest <= wide.latest


@pytest.mark.parametrize("code", ["en", "ar"])
def test_is_quick(code):
    calendar = Calendar.for_language(code)
    tokens = cut(" ".join(VOCABULARY[code].split()[:30] * 10))[:300]
    plain = cut("the minister of the state met a delegation in the capital " * 25)[:300]
    calendar.expressions(tokens)
    calendar.expressions(plain)
    best = 1.0  # the best of several, in processor time: a busy machine slows single runs
    for _ in range(20):
        begin = time.process_time()
        calendar.expressions(plain)
        best = min(best, time.process_time() - begin)
    assert best < 0.005
