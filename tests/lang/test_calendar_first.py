import pytest
from calendar_cases import FINE, PIECE, THURSDAY, dated, days, only, read, words

# Sentence, the words of the expression, its kind, tense, and the days in a story of 2023-12-14.
READS = [
    ("They met on Wednesday.", "on Wednesday", "weekday", "past", "2023-12-13"),
    ("Tuesday saw them meet.", "Tuesday", "weekday", "past", "2023-12-12"),
    ("He left late Monday.", "late Monday", "weekday", "past", "2023-12-11"),
    ("He left Tuesday night.", "Tuesday night", "weekday", "past", "2023-12-12"),
    ("They met on Thursday.", "on Thursday", "weekday", "past", "2023-12-14"),
    ("They will meet on Thursday.", "on Thursday", "weekday", "future", "2023-12-14"),
    ("They will meet on Monday.", "on Monday", "weekday", "future", "2023-12-18"),
    ("They met on Monday.", "on Monday", "weekday", "none", "2023-12-11"),
    ("They met last Thursday.", "last Thursday", "weekday", "past", "2023-12-07"),
    ("They met last Wednesday.", "last Wednesday", "weekday", "past", "2023-12-13"),
    ("They meet next Thursday.", "next Thursday", "weekday", "future", "2023-12-21"),
    ("They meet this coming Monday.", "this coming Monday", "weekday", "none", "2023-12-18"),
    ("They meet this Saturday.", "this Saturday", "weekday", "none", "2023-12-16"),
    ("Talks on Monday next week.", "on Monday next week", "weekday", "none", "2023-12-18"),
    ("Talks were on Friday last week.", "on Friday last week", "weekday", "past", "2023-12-08"),
    ("From Monday to Wednesday they met.", "From Monday to Wednesday", "range", "past",
     "2023-12-11..2023-12-13"),
    ("They met yesterday.", "yesterday", "day", "past", "2023-12-13"),
    ("They meet today.", "today", "day", "none", "2023-12-14"),
    ("They meet today and tomorrow.", "today and tomorrow", "day", "none",
     "2023-12-14..2023-12-15"),
    ("He arrived this morning.", "this morning", "day", "past", "2023-12-14"),
    ("He arrived last night.", "last night", "day", "past", "2023-12-13"),
    ("He arrives tomorrow.", "tomorrow", "day", "future", "2023-12-15"),
    ("It was the day before yesterday.", "the day before yesterday", "day", "past", "2023-12-12"),
    ("It is the day after tomorrow.", "the day after tomorrow", "day", "future", "2023-12-16"),
    ("It was yesterday, Wednesday.", "yesterday, Wednesday", "day", "past", "2023-12-13"),
    ("It was last week.", "last week", "week", "past", "2023-12-04..2023-12-10"),
    ("It was the week before last.", "the week before last", "week", "past",
     "2023-11-27..2023-12-03"),
    ("It is this week.", "this week", "week", "none", "2023-12-11..2023-12-17"),
    ("It is next week.", "next week", "week", "future", "2023-12-18..2023-12-24"),
    ("It was earlier this week.", "earlier this week", "week", "past", "2023-12-11..2023-12-13"),
    ("It is later this week.", "later this week", "week", "future", "2023-12-15..2023-12-17"),
    ("It was last month.", "last month", "month", "past", "2023-11-01..2023-11-30"),
    ("It is next month.", "next month", "month", "future", "2024-01-01..2024-01-31"),
    ("It is early next month.", "early next month", "month", "future", "2024-01-01..2024-01-10"),
    ("It was earlier this month.", "earlier this month", "month", "past",
     "2023-12-01..2023-12-13"),
    ("It was last year.", "last year", "year", "past", "2022-01-01..2022-12-31"),
    ("It is later this year.", "later this year", "year", "future", "2023-12-15..2023-12-31"),
    ("It ends by the end of the year.", "by the end of the year", "year", "none",
     "2023-09-01..2023-12-31"),
    ("It was over the weekend.", "over the weekend", "range", "past", "2023-12-09..2023-12-10"),
    ("It was last weekend.", "last weekend", "range", "past", "2023-12-09..2023-12-10"),
    ("It is this weekend.", "this weekend", "range", "future", "2023-12-16..2023-12-17"),
    ("It is next February.", "next February", "month", "future", "2024-02-01..2024-02-29"),
    ("It was last December.", "last December", "month", "past", "2022-12-01..2022-12-31"),
    ("It was in May.", "in May", "month", "past", "2023-05-01..2023-05-31"),
    ("It is in May.", "in May", "month", "future", "2024-05-01..2024-05-31"),
    ("It was in March.", "in March", "month", "past", "2023-03-01..2023-03-31"),
    ("It was in July last year.", "in July last year", "month", "past", "2022-07-01..2022-07-31"),
    ("It was in May of this year.", "in May of this year", "month", "past",
     "2023-05-01..2023-05-31"),
    ("It was in early September.", "in early September", "month", "past",
     "2023-09-01..2023-09-10"),
    ("It was late September.", "late September", "month", "past", "2023-09-21..2023-09-30"),
    ("It was mid-October.", "mid-October", "month", "past", "2023-10-11..2023-10-20"),
    ("It was late last month.", "late last month", "month", "past", "2023-11-21..2023-11-30"),
    ("It was in April 2023.", "in April 2023", "month", "past", "2023-04-01..2023-04-30"),
    ("It was at the end of March 2021.", "at the end of March 2021", "month", "past",
     "2021-03-21..2021-03-31"),
    ("It was on July 10.", "on July 10", "day", "past", "2023-07-10"),
    ("It is on July 10.", "on July 10", "day", "future", "2024-07-10"),
    ("The date of December 10 stands.", "December 10", "day", "none", "2023-12-10"),
    ("The date of January 2 stands.", "January 2", "day", "none", "2024-01-02"),
    ("It was on Oct. 7.", "on Oct. 7", "day", "past", "2023-10-07"),
    ("It was on 12 Sept 2015.", "on 12 Sept 2015", "day", "past", "2015-09-12"),
    ("On May 8, 1945 it ended.", "On May 8, 1945", "day", "past", "1945-05-08"),
    ("It was Wednesday, December 13.", "Wednesday, December 13", "day", "past", "2023-12-13"),
    ("It was the second of May 2021.", "the second of May 2021", "day", "past", "2021-05-02"),
    ("It was on the 5th of this month.", "on the 5th of this month", "day", "past", "2023-12-05"),
    ("It was on July 10 last year.", "on July 10 last year", "day", "past", "2022-07-10"),
    ("It was 29 February.", "29 February", "day", "past", "2020-02-29"),
    ("From September 2 to 4 they met.", "From September 2 to 4", "range", "past",
     "2023-09-02..2023-09-04"),
    ("From 7th to 9th December they met.", "From 7th to 9th December", "range", "past",
     "2023-12-07..2023-12-09"),
    ("On Nov. 4 and 5 they met.", "On Nov. 4 and 5", "range", "past", "2023-11-04..2023-11-05"),
    ("It is on January 7 and 8.", "on January 7 and 8", "range", "future",
     "2024-01-07..2024-01-08"),
    ("It was September 4-7.", "September 4-7", "range", "past", "2023-09-04..2023-09-07"),
    ("It is January 29 – February 14.", "January 29 – February 14", "range", "future",
     "2024-01-29..2024-02-14"),
    ("On 4, 5 and 6 December they met.", "On 4, 5 and 6 December", "range", "past",
     "2023-12-04..2023-12-06"),
    ("It was in the first week of May.", "in the first week of May", "month", "past",
     "2023-05-01..2023-05-07"),
    ("It is in the last week of March 2024.", "in the last week of March 2024", "month", "none",
     "2024-03-25..2024-03-31"),
    ("It was in March and April 2021.", "in March and April 2021", "range", "past",
     "2021-03-01..2021-04-30"),
    ("Both praised the March talks.", "the March", "month", "past", "2023-03-01..2023-03-31"),
    ("It is from 28 December to 3 January.", "from 28 December to 3 January", "range", "future",
     "2023-12-28..2024-01-03"),
    ("It ran December 29, 2023 - January 2, 2024.", "December 29, 2023 - January 2, 2024",
     "range", "none", "2023-12-29..2024-01-02"),
    ("It ran from 29 December to 2 January 2024.", "from 29 December to 2 January 2024", "range",
     "none", "2023-12-29..2024-01-02"),
    ("It ran from March to May 2023.", "from March to May 2023", "range", "none",
     "2023-03-01..2023-05-31"),
    ("He served from 2015 to 2017.", "from 2015 to 2017", "range", "past",
     "2015-01-01..2017-12-31"),
    ("It fell between 2015 and 2017.", "between 2015 and 2017", "range", "past",
     "2015-01-01..2017-12-31"),
    ("It was two days ago.", "two days ago", "day", "past", "2023-12-12"),
    ("It was a year ago.", "a year ago", "year", "past", "2022-01-01..2022-12-31"),
    ("It was two weeks ago.", "two weeks ago", "week", "past", "2023-11-27..2023-12-03"),
    ("It was seventy-five years ago.", "seventy-five years ago", "year", "past",
     "1948-01-01..1948-12-31"),
    ("It is in two weeks.", "in two weeks", "week", "future", "2023-12-25..2023-12-31"),
    ("It is the first in two weeks.", "in two weeks", "week", "past", "2023-11-30..2023-12-14"),
    ("It is within two days.", "within two days", "range", "future", "2023-12-14..2023-12-16"),
    ("It grew in the past three years.", "in the past three years", "range", "past",
     "2020-12-14..2023-12-14"),
    ("It fell in the last 24 hours.", "in the last 24 hours", "range", "past",
     "2023-12-13..2023-12-14"),
    ("It fell in recent weeks.", "in recent weeks", "vague", "past", "2023-11-02..2023-12-14"),
    ("It comes in the coming days.", "in the coming days", "vague", "future",
     "2023-12-14..2023-12-24"),
    ("It was a few days ago.", "a few days ago", "vague", "past", "2023-12-04..2023-12-13"),
    ("It was in 2003.", "in 2003", "year", "past", "2003-01-01..2003-12-31"),
    ("It was in late 2007.", "in late 2007", "year", "past", "2007-09-01..2007-12-31"),
    ("It was the first half of 2024.", "the first half of 2024", "year", "none",
     "2024-01-01..2024-06-30"),
    ("It was in the 1990s.", "in the 1990s", "range", "past", "1990-01-01..1999-12-31"),
    ("He led it since 2003.", "since 2003", "since", "past", "2003-01-01..2023-12-14"),
    ("He led it since Monday.", "since Monday", "since", "none", "2023-12-11..2023-12-14"),
    ("He led it since May.", "since May", "since", "none", "2023-05-01..2023-12-14"),
    ("It was last summer.", "last summer", "season", "past", "2023-06-01..2023-08-31"),
    ("It was in the summer of 2006.", "in the summer of 2006", "season", "past",
     "2006-06-01..2006-08-31"),
    ("It was on 5 Rajab 1445 AH.", "on 5 Rajab 1445 AH", "day", "past", "2024-01-17"),
]  # fmt: skip

SILENT = [
    "The March for Peace drew thousands on May Day.",
    "He may visit Amman and may then march on.",
    "The second round begins under the sun.",
    "The fall of the government was quick.",
    "Some 25 per cent agreed, and 25,000 people came.",
    "April Stone met her counterpart.",
    "The envoy June Waters spoke to Theresa May and August Berg.",
    "The Sunday Times reported it.",
    "Black Friday sales were good.",
    "May I ask you something?",
    "Resolution 2231 and article 5 stand.",
    "Covid-19 and the F-16 and the G7 are named.",
    "They march in spring clothes.",
    "The first lady took the third seat.",
    "The 46-year-old man spoke.",
    "They meet every Monday.",
    "Prices rose this fall in demand notwithstanding.",
    "It scored 4-7 and then 24/7.",
    "It is the following day and the next day.",
]


@pytest.mark.parametrize("pieces", [PIECE, FINE], ids=["coarse", "fine"])
@pytest.mark.parametrize(("text", "said", "kind", "tense", "expected"), READS)
def test_reads(text, said, kind, tense, expected, pieces):
    found = only("en", text, pieces)
    if pieces is PIECE:
        assert words(text, found) == said
    assert (found.kind, days(found, dated(THURSDAY), tense)) == (kind, expected)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text):
    assert [words(text, f) for f in read("en", text)] == []


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("He came for a three-day official visit.", 3),
        ("It was a five-day official visit.", 5),
        ("He stays for two weeks.", 14),
        ("It is a tour lasting two days.", 2),
    ],
)
def test_a_length_is_no_date(text, lasts):
    found = only("en", text)
    assert (found.kind, found.days) == ("duration", lasts)
    assert found.resolve(dated(THURSDAY)) is None


def test_a_given_name_after_a_preposition_of_time_is_still_a_month():
    assert [f.kind for f in read("en", "In April President Kent came.")] == ["month"]


def test_next_february_is_in_the_coming_year():
    found = only("en", "It is planned for next February.")
    assert days(found, dated("2006-11-20"), "future") == "2007-02-01..2007-02-28"


def test_the_reason_names_the_words_and_the_day():
    found = only("en", "They met on Wednesday.").resolve(dated(THURSDAY), "past", "on Wednesday")
    assert found is not None
    assert found.because == "‘on Wednesday’, story dated 2023-12-14"
    assert found.basis == "relative"


def test_a_written_year_is_explicit_and_needs_no_anchor():
    found = only("en", "They met on 13 December 2023.").resolve(None, "none", "13 December 2023")
    assert found is not None
    assert (found.basis, found.because) == ("explicit", "‘13 December 2023’")
    assert only("en", "They met on Monday.").resolve(None) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("on Monday", "2023-10-01", "2023-12-31", "2023-10-01..2023-12-31"),
        ("on Monday", "2023-10-01", "2023-10-20", "2023-09-25..2023-10-16"),
        ("on Tuesday", "2023-12-13", "2023-12-14", "2023-12-12"),
        ("on Wednesday", "2023-12-12", "2023-12-14", "2023-12-06..2023-12-13"),
        ("yesterday", "2023-12-01", "2023-12-31", "2023-11-30..2023-12-30"),
        ("in May", "2023-03-01", "2023-12-31", "2022-05-01..2023-05-31"),
        ("in May last year", "2023-03-01", "2023-12-31", "2022-05-01..2022-05-31"),
        ("last year", "2022-03-01", "2023-12-31", "2021-01-01..2022-12-31"),
        ("yesterday, Saturday,", "2023-12-08", "2023-12-13", "2023-12-09"),
        ("since 2003", "2022-03-01", "2023-12-31", "2003-01-01..2023-12-31"),
    ],
)
def test_wide_anchors_give_all_possible_days(text, first, last, expected):
    assert days(only("en", f"They met {text}"), dated(first, last), "past") == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [("yesterday", "past"), ("next month", "future"), ("on Monday", None), ("in 2003", None)],
)
def test_direction_of_the_words(text, direction):
    assert only("en", f"They met {text}").direction == direction


def test_head_is_the_token_after_the_preposition():
    found = only("en", "They met on Wednesday.")
    assert (found.first, found.head, found.last) == (2, 3, 4)
