"""Manners: robots.txt, one request at a time, delays, and leaving alone what fails."""

import time

import pytest

pytest.importorskip("httpx")

from dragoman.core.errors import InputError
from dragoman.sources.http import FetchError, FetchLimits, Wish
from dragoman.sources.places import Place, WebSource
from dragoman.sources.visitor import Manners, RefusedByRobotsError, Visitor, contact_of, seconds_of
from tests.naughty import NEVER, SOON
from tests.sites import Hours, Reply, Site, article, rss, serving

PAGE = Reply(article("Talks", "The ministers of Peru and Chile met in Lima on Monday. " * 4))


READ = ("/empty", "/scripts-only", "/zeros")
"""Pages that are fetched well, and only cannot be read."""


@pytest.fixture
def site():
    with serving(Site({"/a": PAGE, "/b": PAGE})) as found:
        yield found


def guest(**manners):
    clock = Hours()
    limits = manners.pop("limits", FetchLimits(bytes=100_000, seconds=5))
    return Visitor(Manners(inside=True, limits=limits, **manners), clock=clock), clock


def refused(visitor, address, words):
    with pytest.raises(FetchError, match=words) as error:
        visitor.visit(address)
    return error.value


def test_rules_are_asked_for_once_and_pages_wait_for_each_other(site):
    visitor, clock = guest(delay=5.0, contact="desk@hill.example")
    begun = clock.now()
    visitor.visit(site.at("/a"))
    visitor.visit(site.at("/b"))
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert clock.now() - begun == 10
    assert {x["user-agent"] for x in site.seen} == {"dragoman/1 (+desk@hill.example)"}


def test_what_the_rules_forbid_is_not_asked_for(site):
    rules = "User-agent: dragoman\nDisallow: /a\nCrawl-delay: 30\n"
    site.pages["/robots.txt"] = Reply(rules, "text/plain")
    visitor, clock = guest(delay=1.0)
    with pytest.raises(RefusedByRobotsError, match="does not let us"):
        visitor.visit(site.at("/a"))
    visitor.visit(site.at("/b"))
    assert "/a" not in site.asked
    assert visitor.free_at(site.at("/b")) - clock.now() == 30


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site):
    site.pages["/robots.txt"] = Reply("oh", status=500)
    visitor, clock = guest()
    refused(visitor, site.at("/a"), "robots.txt cannot be had")
    refused(visitor, site.at("/a"), "robots.txt cannot be had")
    assert site.asked == ["/robots.txt"]
    clock.sleep(901)
    del site.pages["/robots.txt"]
    visitor.visit(site.at("/a"))
    assert site.asked == ["/robots.txt", "/robots.txt", "/a"]


def test_a_host_that_says_when_to_come_back_is_believed(site):
    site.pages["/busy"] = Reply("later", status=429, headers={"retry-after": "600"})
    visitor, clock = guest()
    assert refused(visitor, site.at("/busy"), "429").status == 429
    assert visitor.free_at(site.at("/a")) - clock.now() == 600
    refused(visitor, site.at("/a"), "left alone for 600 seconds")
    assert "/a" not in site.asked


def test_a_host_that_is_ill_is_left_alone_longer_each_time(site):
    site.pages["/ill"] = Reply("oh", status=502)
    visitor, clock = guest(delay=1.0)
    waits = []
    for _ in range(4):
        refused(visitor, site.at("/ill"), "502")
        waits.append(visitor.free_at(site.at("/a")) - clock.now())
        clock.sleep(waits[-1])
    assert waits == [30, 60, 120, 240]
    visitor.visit(site.at("/a"))
    assert visitor.free_at(site.at("/a")) - clock.now() == 1


def test_a_page_that_is_not_there_is_no_illness(site):
    visitor, clock = guest(delay=2.0)
    assert refused(visitor, site.at("/gone"), "404").status == 404
    assert visitor.free_at(site.at("/a")) - clock.now() == 2


def test_only_what_has_changed_is_sent(site):
    def page(request):
        if request.headers.get("If-None-Match") == '"1"':
            return Reply(status=304)
        return Reply(PAGE.body, headers={"etag": '"1"', "last-modified": "Wed, 01 May 2024 0"})

    site.pages["/c"] = page
    visitor, _ = guest()
    first = visitor.visit(site.at("/c"))
    again = visitor.visit(site.at("/c"), Wish(etag=first.etag, modified=first.modified))
    assert (first.unchanged, again.unchanged, again.etag) == (False, True, '"1"')


@pytest.mark.parametrize("path", [*SOON, *(p for p in NEVER if p not in READ)])
def test_pages_that_misbehave(site, path):
    site.pages |= {name: page for name, (page, _) in {**SOON, **NEVER}.items()}
    site.pages["/two-steps"] = NEVER["/loop"][0]
    visitor, _ = guest(limits=FetchLimits(bytes=100_000, seconds=0.4))
    begun = time.monotonic()
    error = refused(visitor, site.at(path), {**SOON, **NEVER}[path][1])
    assert time.monotonic() - begun < 3
    never = error.refused or (error.status in (402, 403, 410))
    assert never == (path in NEVER)


def test_private_addresses_are_refused_unless_asked_for(site):
    with pytest.raises(FetchError, match="refused"):
        Visitor(Manners(), clock=Hours()).visit(site.at("/a"))
    with pytest.raises(FetchError, match="not a public address"):
        Visitor(Manners(), clock=Hours()).visit("http://127.0.0.1:8080/a")
    assert not site.asked


def test_a_feed_gives_its_documents_and_names_what_fails(site):
    links = [(site.at("/a"), "Talks in Lima"), (site.at("/gone"), "Gone"), ("/b", "More")]
    site.pages["/feed"] = rss(links, title="Andes Wire")
    visitor, _ = guest()
    one, lost, two = WebSource(Place("feed", site.at("/feed")), visitor).documents()
    assert (one.url, one.outlet, one.uri) == (site.at("/a"), "Andes Wire", site.at("/a"))
    assert "404" in str(lost)
    assert two.url == site.at("/b")


def test_nested_sitemaps_are_followed_each_page_once(site):
    def urls(*paths):
        return "".join(f"<url><loc>{p}</loc></url>" for p in paths)

    site.pages |= {
        "/map": Reply("<sitemapindex><sitemap><loc>/1</loc></sitemap><sitemap><loc>/map</loc>"
                      "</sitemap></sitemapindex>", "application/xml"),
        "/1": Reply(f"<urlset>{urls('/a', '/b', '/a')}</urlset>", "application/xml"),
    }  # fmt: skip
    visitor, _ = guest()
    found = list(WebSource(Place("sitemap", site.at("/map")), visitor).documents())
    assert [x.url for x in found] == [site.at("/a"), site.at("/b")]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("Tue, 14 Nov 2023 22:14:20 GMT", 60), ("soon", None), (None, None),
     ("Tue, 14 Nov 2000 22:14:20 GMT", 0), ("9" * 400, 999_999_999)],
)  # fmt: skip
def test_when_to_come_back(said, seconds):
    assert seconds_of(said, 1_700_000_000.0) == seconds


@pytest.mark.parametrize("text", ["desk@hill.example", "https://hill.example/bot"])
def test_contacts(text):
    assert contact_of(text) == text


@pytest.mark.parametrize("text", ["me", "a b@c.d", "x@y\r\nHost: z", "مكتب@hill.example"])
def test_what_is_no_contact(text):
    with pytest.raises(InputError, match="no contact"):
        contact_of(text)
