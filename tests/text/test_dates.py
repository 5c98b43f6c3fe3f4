from datetime import date

import pytest

from dragoman.core.interval import Interval
from tests.text.reading import read

BODY = "The ministers met in Accra to discuss fishing. They agreed on a plan.\nIt begins soon."


def test_crawl_date_above_the_publication_line_is_the_retrieval():
    told = read(
        "21 Nov 2024\nThursday 14 December 2023 - 18:12\nStory Code : 77\n\n"
        f"Talks in Accra\n\n{BODY}"
    )
    assert told.day == date(2023, 12, 14)
    assert told.doc.retrieved is not None
    assert told.doc.retrieved.earliest == date(2024, 11, 21)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 5 March 2024",
        "Posted on March 5, 2024 10:15 GMT",
        "2024-03-05",
        "Tuesday, 5 March 2024",
        "تاريخ النشر: 5th, March 2024 GMT",
        "الثلاثاء 5 مارس 2024 - 10:15",
        "2024-03-05T10:15:00Z",
    ],
)
def test_line_under_the_title_dates_the_text(line):
    assert read(f"Talks in Accra\n{line}\n{BODY}").day == date(2024, 3, 5)


def test_labelled_date_goes_before_a_bare_one():
    told = read(f"Talks in Accra\n1 January 2024\nPublished: 5 March 2024\n{BODY}")
    assert told.day == date(2024, 3, 5)


def test_first_publication_goes_before_an_update():
    told = read(f"Talks in Accra\nUpdated: 9 March 2024\nPublished: 5 March 2024\n{BODY}")
    assert told.day == date(2024, 3, 5)


def test_truncated_dates_give_nothing_and_are_no_body():
    told = read(f"Talks in Accra\n13 May 202\n{BODY}")
    assert told.day is None
    assert "202" not in told.body()


def test_date_in_a_sentence_does_not_date_the_text():
    assert read("Talks in Accra\n\nThe treaty was signed on 5 March 2024. It holds.").day is None


def test_dateline_with_a_year_dates_the_text():
    told = read(
        "Talks in Accra\n\nACCRA, March 5, 2024 (Xinhua) -- Ghana hosted talks. They ended."
    )
    assert told.day == date(2024, 3, 5)


def test_address_filed_by_day_dates_the_text():
    told = read(f"Talks in Accra\nhttps://gov.example/news/2024/03/05/talks/\n{BODY}")
    assert told.day == date(2024, 3, 5)
    assert told.doc.url == "https://gov.example/news/2024/03/05/talks/"


def test_press_conference_is_dated_by_its_headline():
    told = read(f"Spokesperson's press conference on March 5, 2024\n\n{BODY}")
    assert told.day == date(2024, 3, 5)


def test_what_came_with_the_text_is_not_overwritten():
    given = Interval(date(2020, 1, 1), date(2020, 1, 1), "explicit", "given")
    told = read(f"Published: 5 March 2024\nSource: Reuters\n{BODY}", published=given, outlet="Mine")
    assert told.doc.published == given
    assert told.doc.outlet == "Mine"
    assert told.doc.agency == "Reuters"


@pytest.mark.parametrize(
    ("label", "page"),
    [
        ("Published on: 5 March 2024", "Page last updated: 9 June 2025"),
        ("5 March 2024", "This page was last updated on 9 June 2025"),
        ("تاريخ النشر: 5 مارس 2024", "آخر تحديث للصفحة: 9 يونيو 2025"),
        ("5 مارس 2024", "تم تحديث هذه الصفحة في 9 يونيو 2025"),
    ],
)
def test_day_of_the_page_s_update_is_the_retrieval_s(label, page):
    body = "The two ministers met in Lima on Monday. They spoke.\nThe talks took an hour."
    told = read(f"Ministers meet in Lima\n{label}\n{page}\n{body}")
    assert told.day == date(2024, 3, 5)
    assert told.doc.retrieved is not None
    assert told.doc.retrieved.earliest == date(2025, 6, 9)
    assert told.body() == body
    alone = read(f"Ministers meet in Lima\n{page}\n{body}")
    assert alone.day is None
    assert alone.doc.retrieved is not None


def test_update_of_the_article_still_dates_it():
    told = read(
        "Ministers meet in Lima\nLast updated: 9 June 2025\nThey met on Monday. They spoke."
    )
    assert told.day == date(2025, 6, 9)
