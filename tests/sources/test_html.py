from datetime import date

import pytest

from dragoman.core.errors import InputError
from dragoman.sources.html import read_html

WORDS = "The ministers met in Accra to discuss fishing."


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + WORDS + "</div>" * 50_000,
        f'<p data-x="{"x" * 1_000_000}">{WORDS}</p>',
        f"<script>{'<' * 10_000}</script><p>{WORDS}</p>",
        f"<html><body><p>{WORDS}",
        f"<b><i></b></i><table><p>{WORDS}</td>",
        WORDS,
    ],
)
def test_hostile_pages_give_their_text(page):
    assert WORDS in read_html(page).text


@pytest.mark.parametrize("page", ["<script>var a = 1;</script>", "<html></html>", "<p> </p>"])
def test_pages_without_text_are_refused(page):
    with pytest.raises(InputError, match="no text"):
        read_html(page)


BODY = (
    "<article><h1>Accra talks end</h1>{}<p>The foreign minister of Ghana received his Kenyan "
    "counterpart in Accra. They talked about trade and the safety of fishing boats.</p></article>"
)
LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "line", "day", "because"),
    [
        ('<meta property="article:published_time" content="2024-05-01T23:30:00+03:00">'
         + LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-02"}'),
         "<p>3 May 2024</p>", date(2024, 5, 1), "page metadata"),
        ('<meta name="date" content="soon">'
         + LD.format('{"@graph": [{"@type": "Person", "datePublished": "2001-01-01"},'
                     ' {"@type": "NewsArticle", "datePublished": "2024-05-02T01:00:00Z"}]}'),
         "<p>3 May 2024</p>", date(2024, 5, 2), "JSON-LD of the page"),
        (LD.format("{broken"), "<p>Published: 3 May 2024, 18:05</p>", date(2024, 5, 3),
         "date beside the headline"),
        ("", "<span>٣ مايو ٢٠٢٤</span>", date(2024, 5, 3), "date beside the headline"),
        ("", '<time datetime="2024-05-04T10:00">two days ago</time>', date(2024, 5, 4),
         "date beside the headline"),
        ('<meta name="pubdate" content="20240506">', "", date(2024, 5, 6), "page metadata"),
    ],
)  # fmt: skip
def test_the_day_of_publication_in_the_order_of_trust(head, line, day, because):
    page = read_html(f"<html><head>{head}</head><body>{BODY.format(line)}</body></html>")
    assert page.published is not None
    assert (page.published.earliest, page.published.because) == (day, because)


@pytest.mark.parametrize(
    "line",
    ["", "<p>The treaty of 3 May 1999 was long and hard to read for all who tried.</p>",
     "<p>May 2024</p>", "<footer><p>1 June 2024</p></footer>"],
)  # fmt: skip
def test_a_date_that_is_no_day_of_publication(line):
    page = read_html(f"<html><body>{BODY.format(line)}</body></html>")
    assert page.published is None


def test_entities_that_a_page_escaped_twice_are_none_in_its_text():
    told = (
        "The minister said &amp;#039;trade &amp;amp; peace&amp;#039; were near, R&amp;D too. " * 4
    )
    page = read_html(
        f"<html><head><title>Chile&amp;#039;s reply</title></head><body><article>"
        f"<h1>Chile&amp;#039;s reply</h1><p>{told}</p></article></body></html>"
    )
    assert page.title == "Chile's reply"
    assert "said 'trade & peace' were near, R&D too." in page.text
    assert "&#" not in page.text
