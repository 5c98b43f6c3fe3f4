"""A village in two languages, followed for an hour: each page once, memory flat.

`DRAGOMAN_TEST_VILLAGE=500` has it publish 500 pages, as was done for docs/watching.md; by default
they are fewer, which takes less time.
"""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("httpx")

from dragoman.store.opening import open_ledger
from tests.sites import Hours, Reply, Site, article, rss, serving
from tests.watch.following import Run, feed, place
from tests.watch.village import articles

COUNT = int(os.environ.get("DRAGOMAN_TEST_VILLAGE", "120"))
FLAT = 30_000_000
"""Bytes that the second half of the hour may add: the ledger's cache fills and is bounded."""


class Village:
    """Three hosts that publish through the hour: a feed, an Atom feed, and a sitemap of both."""

    def __init__(self, clock: Hours, sites: list[Site]) -> None:
        self.clock, self.sites, self.start = clock, sites, clock.now()
        self.articles = articles(COUNT)
        for k, made in enumerate(self.articles):
            stamp = f'<meta property="article:published_time" content="{made.day}">'
            page = article(made.title, made.body, stamp, made.language)
            self.site(k).pages[f"/news/{k}"] = Reply(page)
        sites[0].pages["/feed"] = lambda _: rss(self.linked(0), "Hill Post")
        sites[1].pages["/atom"] = lambda _: Reply(self.atom(), "application/atom+xml")
        sites[2].pages["/map.xml"] = lambda _: Reply(self.map(), "application/xml")
        sites[2].pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /private\n", "text/plain")

    def site(self, k: int) -> Site:
        """Every fifth article is on the third host, the others by language on the first two."""
        return self.sites[2 if k % 5 == 4 else k % 2]

    def address(self, k: int) -> str:
        return self.site(k).at(f"/news/{k}")

    def out(self, host: int | None) -> list[int]:
        """The articles published by now, of one host or of all, the last first."""
        upto = int((self.clock.now() - self.start) / 3000 * COUNT)
        found = [
            k for k in range(min(COUNT, upto)) if host is None or self.site(k) is self.sites[host]
        ]
        return found[::-1]

    def linked(self, host: int) -> list[tuple[str, str]]:
        """What a feed holds: its last 40, with marks that tell from where readers come."""
        return [
            (f"{self.address(k)}?utm_source=rss#top", self.articles[k].title)
            for k in self.out(host)[:40]
        ]

    def atom(self) -> str:
        entries = "".join(
            f"<entry><title>{title}</title><link href='{link}'/></entry>"
            for link, title in self.linked(1)
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>التل</title>{entries}</feed>"

    def map(self) -> str:
        """All that is out, on any host: what the feeds link too is named a second time."""
        urls = "".join(
            f"<url><loc>{self.address(k)}</loc><lastmod>2024-01-01</lastmod></url>"
            for k in self.out(None)
        )
        return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>"


def resident() -> int:
    """The bytes of memory that this process holds."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmRSS")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_an_hour_in_the_village(tmp_path):
    clock = Hours()
    with ExitStack() as stack, open_ledger(tmp_path / "l.db", create=True) as ledger:
        sites = [stack.enter_context(serving(Site())) for _ in range(3)]
        village = Village(clock, sites)
        run = Run(ledger, [
            feed(sites[0].at("/feed"), "post"), feed(sites[1].at("/atom"), "tall"),
            place("sitemap", sites[2].at("/map.xml"), "map", 600),
        ], clock, delay=5.0)  # fmt: skip
        run.until(village.start + 1800)
        half = resident()
        run.until(village.start + 4200)
        grown = resident() - half
        asked = {site.at(path): n for site in sites for path, n in site.counts().items()}
        pages = {village.address(k): asked.get(village.address(k), 0) for k in range(COUNT)}
        assert set(pages.values()) == {1}
        assert sorted(run.documents()) == sorted(pages)
        assert [site.counts()["/robots.txt"] for site in sites] == [1, 1, 1]
        assert not run.said
        states = run.rows("SELECT state, COUNT(*) FROM followed_pages GROUP BY state")
        assert states == [("read", COUNT)]
        languages = run.rows("SELECT language, COUNT(*) FROM documents GROUP BY language")
        assert languages == [("ar", COUNT // 2), ("en", COUNT // 2)]
        assert run.rows("SELECT COUNT(*) FROM documents WHERE published_earliest IS NULL") == [(0,)]
        assert (
            run.rows("SELECT COUNT(*) FROM entries WHERE family = 'engagement'")[0][0] > COUNT / 5
        )
        assert grown < FLAT
