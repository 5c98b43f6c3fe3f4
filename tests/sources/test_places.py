"""Feeds, sitemaps and pages of headlines: what they announce, whole or broken."""

import gzip
from datetime import date

import pytest

from dragoman.core.errors import InputError
from dragoman.sources.addresses import plain_address
from dragoman.sources.feeds import read_feed
from dragoman.sources.links import read_headlines
from dragoman.sources.sitemaps import read_sitemap

HERE = "https://hill.example/feed"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة التل</title>
<entry><title>لقاء في عمّان</title><link href="/a?utm_source=feed&amp;id=1#top"/>
<id>tag:hill.example,2024:1</id><published>2024-05-01T22:00:00+03:00</published>
<updated>2024-05-02T08:00:00Z</updated></entry>
<entry><title>No link</title><id>tag:hill.example,2024:2</id></entry>
</feed>"""
RSS = """<rss version="2.0"><channel><title>Hill Post</title>
<item><title>One &amp; two</title><link> https://hill.example/one </link>
<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate></item>
<item><title>Again</title><link>https://hill.example/one#c</link></item>
<item><guid>https://hill.example/three</guid></item>
<item><title>Elsewhere</title><link>javascript:alert(1)</link></item>
</channel></rss>"""


def test_an_atom_feed():
    found = read_feed(ATOM.encode(), HERE)
    (link,) = found.links
    assert link.address == "https://hill.example/a?id=1"
    assert (link.title, link.outlet) == ("لقاء في عمّان", "وكالة التل")
    assert link.published == date(2024, 5, 1)
    assert link.changed == "2024-05-02T08:00:00Z"
    assert found.broken == ("an entry without a link: No link",)


def test_an_rss_feed():
    found = read_feed(RSS.encode(), HERE, "text/html")
    assert [x.address for x in found.links] == [
        "https://hill.example/one",
        "https://hill.example/three",
    ]
    assert found.links[0].title == "One & two"
    assert found.links[0].published == date(2024, 5, 1)


def test_titles_and_names_without_markup_that_was_escaped_too_often():
    items = (
        "<title>Ghana&amp;#039;s minister in Accra</title><link>/1</link>",
        "<title><![CDATA[<b>لقاء</b> &quot;القاهرة&quot;&nbsp;]]></title>"
        "<link>/2?a=1&amp;b=2</link>",
        "<title>Mills &amp;amp;amp; Sons: 3 &lt; 4, R&amp;D</title><link>/3</link>",
    )
    body = "".join(f"<item>{item}</item>" for item in items)
    feed = f"<rss version='2.0'><channel><title>Hill&amp;#8217;s Post</title>{body}</channel></rss>"
    links = read_feed(feed.encode(), HERE).links
    assert [x.title for x in links] == [
        "Ghana's minister in Accra", 'لقاء "القاهرة"', "Mills & Sons: 3 < 4, R&D",
    ]  # fmt: skip
    assert {x.outlet for x in links} == {"Hill’s Post"}
    assert links[1].address.endswith("/2?a=1&b=2")
    news = "<name>Hill&amp;#39;s Post</name><title>Chile&amp;rsquo;s reply</title>"
    url = f"<url><loc>/a</loc><news xmlns='n'>{news}</news></url>"
    found = read_sitemap(f"<urlset>{url}</urlset>".encode(), HERE, 9999)
    assert (found.links[0].title, found.links[0].outlet) == ("Chile’s reply", "Hill's Post")


def test_a_feed_that_breaks_off_gives_what_is_whole():
    found = read_feed(RSS.encode()[: RSS.index("<item><title>Again") + 20], HERE)
    assert found.links[0].address == "https://hill.example/one"
    assert "slips" in found.broken[-1]


@pytest.mark.parametrize(
    "data",
    [b"", b"<html><body>Not found</body></html>", b"\x00\x01\x02", b"/etc/passwd",
     b'<?xml version="1.0"?><other/>'],
)  # fmt: skip
def test_what_is_no_feed_is_named(data):
    with pytest.raises(InputError, match="feed"):
        read_feed(data, HERE)


BILLION = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def test_entities_that_multiply_are_not_followed():
    feed = BILLION + RSS.replace("One &amp; two", "&i;")
    try:
        links = read_feed(feed.encode(), HERE).links
    except InputError:
        links = ()
    assert sum(len(x.title or "") for x in links) < 10_000
    body = "<urlset><url><loc>https://hill.example/&i;</loc></url></urlset>"
    try:
        links = read_sitemap((BILLION + body).encode(), HERE, 10_000).links
    except InputError:
        links = ()
    assert all(len(x.address) < 100 for x in links)


NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://hill.example/old</loc><lastmod>2024-01-01</lastmod></url>
<url><loc>/new</loc><news:news><news:publication><news:name>Hill Post</news:name>
</news:publication><news:publication_date>2024-05-01T08:00:00Z</news:publication_date>
<news:title>Talks</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://hill.example/1.xml</loc><lastmod>2023-01-01</lastmod></sitemap>
<sitemap><loc>https://hill.example/2.xml.gz</loc><lastmod>2024-01-01</lastmod></sitemap>
</sitemapindex>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_sitemap_with_news(pack):
    found = read_sitemap(pack(NEWS.encode()), HERE, 100_000)
    new, old = found.links
    assert (new.address, new.title, new.outlet) == (
        "https://hill.example/new",
        "Talks",
        "Hill Post",
    )
    assert new.published == date(2024, 5, 1)
    assert (old.address, old.changed) == ("https://hill.example/old", "2024-01-01")


def test_an_index_names_the_newest_first():
    found = read_sitemap(INDEX.encode(), HERE, 100_000)
    assert [x.address for x in found.lists] == [
        "https://hill.example/2.xml.gz",
        "https://hill.example/1.xml",
    ]


def test_a_sitemap_that_breaks_off():
    found = read_sitemap(NEWS.encode()[:-40], HERE, 100_000)
    assert len(found.links) == 1
    assert "breaks off" in found.broken[0]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<rss></rss>", b"no xml"])
def test_what_is_no_sitemap_is_named(data):
    with pytest.raises(InputError, match="no sitemap"):
        read_sitemap(data, HERE, 1000)


def test_a_sitemap_that_is_a_bomb():
    with pytest.raises(InputError, match="more than 1,000 bytes"):
        read_sitemap(gzip.compress(b" " * 1_000_000), HERE, 1000)


def test_headlines_whose_addresses_match():
    page = '<a href="/news/1">One</a><a href="/about">Us</a><a href="news/2"> Two <b>b</b></a>'
    found = read_headlines(page.encode(), "https://hill.example/", r"/news/\d+$")
    assert [(x.address, x.title) for x in found.links] == [
        ("https://hill.example/news/1", "One"),
        ("https://hill.example/news/2", "Two b"),
    ]


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("HTTPS://Hill.Example:443/A/?b=1#c", "https://hill.example/A/?b=1"),
        ("http://hill.example", "http://hill.example/"),
        ("https://hill.example/أخبار?q=سلام",
         "https://hill.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?q=%D8%B3%D9%84%D8%A7%D9%85"),
        ("https://hill.example/%D8%A3?utm_campaign=x&b=%20", "https://hill.example/%D8%A3?b=+"),
        ("mailto:a@b.example", None), ("javascript:0", None), ("https://u:p@h.example/", None),
        ("https://h.example:9999999/", None), ("https://h.example/" + "a" * 3000, None),
    ],
)  # fmt: skip
def test_one_spelling_for_each_address(address, plain):
    assert plain_address(address) == plain
