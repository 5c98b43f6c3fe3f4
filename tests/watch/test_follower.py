"""Following sources: what is new is read once, what fails is one line, and the rest goes on."""

import json
import os
from dataclasses import dataclass, replace
from datetime import date

import pytest

pytest.importorskip("httpx")

from dragoman.core.errors import LedgerError
from dragoman.sources.http import FetchLimits
from dragoman.store import following as book
from dragoman.store.opening import open_ledger
from dragoman.watch.config import Following
from dragoman.watch.follower import Follower
from dragoman.watch.intake import Intake
from tests.ledgers import DIALECTS, address_of_new_database
from tests.naughty import FINE, NEVER, SOON, TEXT
from tests.sites import Reply, rss
from tests.watch.following import PAGE, Run, feed, links, other, place, reader


def test_what_is_new_is_read_once(site, ledger):
    site.pages |= {"/feed": links(site, "/a"), "/a": PAGE, "/b": other(2)}
    run = Run(ledger, [feed(site.at("/feed"))])
    run.once()
    site.pages["/feed"] = links(site, "/b", "/a")
    run.once()
    run.once()
    assert run.documents() == [site.at("/a"), site.at("/b")]
    assert (site.counts()["/a"], site.counts()["/b"], site.counts()["/robots.txt"]) == (1, 1, 1)
    outlets = run.rows("SELECT DISTINCT outlet, retrieved IS NOT NULL FROM documents")
    assert outlets == [("Andes Wire", 1)]
    assert not run.said


def test_thirty_ways_to_misbehave(site, ledger):
    bad = {path: page for path, (page, _) in {**SOON, **NEVER}.items()}
    good = [path for path in FINE if path != "/where-it-is"]
    site.pages |= {**bad, **FINE, "/two-steps": bad["/loop"], "/feed": links(site, *bad, *good)}
    site.pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /secret\n", "text/plain")
    site.pages["/feed"] = links(site, "/secret", *bad, *good)
    run = Run(ledger, [feed(site.at("/feed"), every=40_000)], limits=FetchLimits(100_000, 0.3))
    run.until(run.clock.now() + 150_000)
    assert sorted(run.documents()) == sorted(site.at(path) for path in good)
    assert "/secret" not in site.asked
    states = dict(run.rows("SELECT address, state FROM followed_pages"))
    assert states[site.at("/secret")] == "refused"
    for path, (_, words) in {**SOON, **NEVER}.items():
        said = [line for line in run.said if site.at(path) + ":" in line]
        assert all(words in line and "\n" not in line for line in said), said
        if path in NEVER:
            assert (len(said), states[site.at(path)]) == (1, "failed")
            assert site.counts()[path] <= (1 if path not in ("/loop", "/to-itself") else 4)
        elif path in ("/busy", "/too-often"):
            assert states[site.at(path)] == "waiting"
        else:
            assert (len(said), states[site.at(path)]) == (6, "failed")
    for path in good:
        assert site.counts()[path] == 1


def test_pages_that_change_are_read_as_new_versions(site, ledger):
    def listed(stamp):
        url = f"<url><loc>{site.at('/a')}</loc><lastmod>{stamp}</lastmod></url>"
        return Reply(f"<urlset>{url}</urlset>", "application/xml")

    site.pages |= {"/map": listed("2024-01-01"), "/a": PAGE}
    run = Run(ledger, [place("sitemap", site.at("/map"), "map")])
    run.once()
    run.once()
    assert site.counts()["/a"] == 1
    advert = PAGE.body.replace("<nav>", "<nav><p>Buy now</p>")
    site.pages |= {"/map": listed("2024-01-02"), "/a": Reply(advert)}
    run.once()
    assert (site.counts()["/a"], len(run.documents())) == (2, 1)
    longer = PAGE.body.replace("</article>", "<p>Chile denied the report on Friday.</p></article>")
    site.pages |= {"/map": listed("2024-01-03"), "/a": Reply(longer)}
    run.once()
    assert (site.counts()["/a"], run.documents()) == (3, [site.at("/a")] * 2)
    reports = run.rows("SELECT COUNT(DISTINCT report) FROM documents")
    assert reports == [(1,)], "two versions of one page are one report"
    for day in range(4, 9):
        site.pages["/map"] = listed(f"2024-01-0{day}")
        run.once()
    assert site.counts()["/a"] == 3, "no more versions than the configuration allows"


def test_a_single_page_is_asked_only_whether_it_changed(site, ledger):
    def page(request):
        if request.headers.get("If-None-Match") == '"1"':
            return Reply(status=304)
        return Reply(PAGE.body, headers={"etag": '"1"'})

    site.pages["/a"] = page
    run = Run(ledger, [place("page", site.at("/a"), "one")])
    run.once()
    run.once()
    assert (site.counts()["/a"], len(run.documents())) == (2, 1)
    site.pages["/a"] = other(3)
    run.once()
    assert len(run.documents()) == 2


def test_a_list_that_has_not_changed_is_not_sent_again(site, ledger):
    def listed(request):
        if request.headers.get("If-Modified-Since"):
            return Reply(status=304)
        reply = links(site, "/a")
        reply.headers["last-modified"] = "Wed, 01 May 2024 10:00:00 GMT"
        return reply

    site.pages |= {"/feed": listed, "/a": PAGE}
    run = Run(ledger, [feed(site.at("/feed"))])
    run.once()
    run.once()
    assert [x for x in site.asked if x == "/a"] == ["/a"]
    assert run.rows("SELECT failures, said FROM followed") == [(0, "")]


def test_a_failing_source_is_looked_at_less_and_less_and_comes_back(site, ledger):
    site.pages |= {"/feed": Reply("<html>no feed</html>"), "/good": links(site, "/a"), "/a": PAGE}
    run = Run(ledger, [feed(site.at("/feed"), "bad"), feed(site.at("/good"), "good")])
    run.until(run.clock.now() + 3600)
    assert (site.counts()["/feed"], site.counts()["/good"]) == (4, 12)
    with ledger.read() as connection:
        bad, good = book.standing(connection)
    assert (bad["state"], bad["failures"]) == ("failing", 4)
    assert "no RSS or Atom feed" in bad["said"]
    assert (good["state"], good["pages"]["read"]) == ("well", 1)
    assert len(run.said) == 4
    assert all(line.startswith("bad: no RSS or Atom feed") for line in run.said)
    site.pages["/feed"] = links(site, "/a")
    run.until(run.clock.now() + 7200)
    with ledger.read() as connection:
        assert book.standing(connection)[0]["state"] == "well"
    assert site.counts()["/a"] == 1


def test_broken_feeds_give_what_is_whole(site, ledger):
    whole = links(site, "/a", "/b").body
    site.pages |= {
        "/cut": Reply(whole[: whole.index("<item>", whole.index("/a")) + 9], "text/plain"),
        "/odd": rss([("", "No link"), (site.at("/b"), "B")]), "/a": PAGE, "/b": other(2),
        "/html": Reply("<html></html>"), "/empty": Reply(""),
    }  # fmt: skip
    run = Run(ledger, [feed(site.at(f"/{n}"), n) for n in ("cut", "odd", "html", "empty")])
    run.once()
    assert sorted(run.documents()) == [site.at("/a"), site.at("/b")]
    assert sorted(line.partition(":")[0] for line in run.said) == ["cut", "empty", "html", "odd"]


def test_sitemaps_below_a_sitemap(site, ledger):
    inner = f"<urlset><url><loc>{site.at('/a')}</loc></url></urlset>"
    outer = "<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>"
    site.pages |= {"/map": Reply(outer, "application/xml"), "/1.xml": Reply(inner, "text/xml"),
                   "/a": PAGE}  # fmt: skip
    run = Run(ledger, [place("sitemap", site.at("/map"), "map")])
    run.once()
    assert run.documents() == [site.at("/a")]


def test_headlines(site, ledger):
    site.pages |= {"/": Reply('<a href="/news/1">Talks</a><a href="/about">Us</a>'),
                   "/news/1": PAGE}  # fmt: skip
    run = Run(ledger, [place("headlines", site.at("/"), "home", match=r"/news/\d+")])
    run.once()
    assert run.documents() == [site.at("/news/1")]
    assert "/about" not in site.asked


def written(file, data, age=60):
    file.write_bytes(data)
    moment = file.stat().st_mtime - age
    os.utime(file, (moment, moment))


def test_a_folder_that_is_being_filled(tmp_path, ledger):
    folder = tmp_path / "in"
    run = Run(ledger, [Following("drop", 10, folder=folder)])
    run.once()
    assert "no such folder" in run.said.pop()
    folder.mkdir()
    written(folder / "a.txt", TEXT.encode())
    written(folder / "b.jsonl", b'{"id": "x", "text": "Ghana met Kenya."}\n{"text": 1}\n')
    written(folder / "late.txt", b"still being written", age=0)
    written(folder / "other.bin", b"?")
    run.once()
    run.once()
    assert run.documents() == [str(folder / "a.txt"), f"{folder / 'b.jsonl'}#x"]
    assert len(run.said) == 1
    written(folder / "a.txt", TEXT.encode() + b" Chile denied it.", age=50)
    run.once()
    assert run.documents()[2:] == [str(folder / "a.txt")]


def test_what_was_fetched_is_read_after_a_restart_without_asking_again(site, ledger):
    site.pages |= {"/feed": links(site, "/a"), "/a": PAGE}

    class KilledError(BaseException):
        pass

    run = Run(ledger, [feed(site.at("/feed"))])
    follower = run.follower()

    def die(*_):
        raise KilledError

    follower.intake.recorder.record = die
    with pytest.raises(KilledError):
        follower.run(once=True)
    assert run.rows("SELECT state FROM followed_pages") == [("fetched",)]
    run.once()
    assert run.documents() == [site.at("/a")]
    assert site.counts()["/a"] == 1
    assert run.rows("SELECT body FROM followed_pages") == [(None,)]


def test_an_outage_of_the_ledger_is_waited_for(site, ledger):
    site.pages |= {"/feed": links(site, "/a"), "/a": PAGE}
    run = Run(ledger, [feed(site.at("/feed"))])
    plain, left = run.follower(), [2, 1]

    class Troubled(Follower):
        def step(self):
            if left[0]:
                left[0] -= 1
                raise LedgerError("ledger l.db: the disk is full: free some space")
            return Follower.step(self)

        def _rest(self, once):
            if left[1:]:
                left.pop()
                raise LedgerError("ledger l.db: the server is gone: start it")
            return Follower._rest(self, once)

    Troubled(plain.config, ledger, plain.intake, plain.clock, plain.say).run(once=True)
    assert run.documents() == [site.at("/a")]
    assert sum("disk is full" in line for line in run.said) == 2
    assert sum("server is gone" in line for line in run.said) == 1


def test_sources_that_are_no_longer_named_are_forgotten(site, ledger):
    site.pages |= {"/feed": links(site, "/a"), "/more": links(site, "/b"), "/a": PAGE,
                   "/b": other(2)}  # fmt: skip
    Run(ledger, [feed(site.at("/feed"), "old"), feed(site.at("/more"), "kept")]).once()
    run = Run(ledger, [feed(site.at("/more"), "kept")])
    run.once()
    with ledger.read() as connection:
        assert [s["name"] for s in book.standing(connection)] == ["kept"]
    assert site.counts()["/feed"] == 1


@pytest.mark.parametrize("dialect", DIALECTS)
def test_state_in_either_database(site, dialect, tmp_path):
    where = tmp_path / "l.db" if dialect == "sqlite" else address_of_new_database("watch")
    site.pages |= {"/feed": links(site, "/a", "/gone"), "/a": PAGE}
    with open_ledger(where, create=True) as ledger:
        run = Run(ledger, [feed(site.at("/feed"))])
        run.once()
        run.once()
        assert run.documents() == [site.at("/a")]
        assert site.counts()["/a"] == 1
        with ledger.read() as connection:
            (trouble,) = book.troubles(connection)
        assert (trouble["address"], trouble["state"]) == (site.at("/gone"), "failed")


def test_the_day_and_name_that_a_feed_gives_fill_what_a_page_leaves_open(site, ledger):
    item = (f"<item><title>T</title><link>{site.at('/a')}</link>"
            "<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate></item>")  # fmt: skip
    site.pages |= {"/feed": rss([], "Andes Wire", item), "/a": PAGE}
    run = Run(ledger, [feed(site.at("/feed"), outlet="Andes Daily")])
    run.once()
    rows = run.rows("SELECT published_earliest, outlet FROM documents")
    assert rows == [(date(2024, 5, 1).isoformat(), "Andes Daily")]


def test_a_page_that_breaks_the_reading_is_set_aside(site, ledger):
    site.pages |= {"/feed": links(site, "/a", "/b"), "/a": PAGE, "/b": other(2)}
    run = Run(ledger, [feed(site.at("/feed"))])
    follower = run.follower()
    real = follower.intake._record

    def record(item):
        if item.url == site.at("/a"):
            raise AssertionError("no such thing")
        real(item)

    follower.intake = _Breaking(follower.intake.recorder, reader(), way=record)
    follower.run(once=True)
    assert run.documents() == [site.at("/b")]
    (line,) = run.said
    assert "/a: it broke the reading (AssertionError: no such thing)" in line


@dataclass
class _Breaking(Intake):
    """An intake whose way to the ledger is given."""

    way: object = None

    def _record(self, item):
        self.way(item)


def test_a_page_that_ends_the_program_is_given_up_at_last(site, ledger):
    site.pages |= {"/feed": links(site, "/a", "/b"), "/a": PAGE, "/b": other(2)}
    run = Run(ledger, [feed(site.at("/feed"))])

    class KilledError(BaseException):
        pass

    def die(item):
        if item.url == site.at("/a"):
            raise KilledError
        return real(item)

    for _ in range(3):
        follower = run.follower()
        plain = follower.intake
        real = plain._record
        follower.intake = _Breaking(plain.recorder, reader(), way=die)
        with pytest.raises(KilledError):
            follower.run(once=True)
    run.once()
    assert run.documents() == [site.at("/b")]
    assert "the program ended whenever it read this" in run.said[-1]
    assert site.counts()["/a"] == 1


def test_a_large_file_is_broken_off_and_goes_on(tmp_path, ledger):
    lines = "\n".join(json.dumps({"id": k, "text": f"{TEXT} Round {k}."}) for k in range(6))
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder / "a.jsonl", lines.encode())
    run = Run(ledger, [Following("drop", 10, folder=folder)])
    follower = run.follower()
    plain = follower.intake
    real = plain._record

    def record(item):
        real(item)
        if item.uri.endswith("#2"):
            follower.stop()

    follower.intake = _Breaking(plain.recorder, reader(), way=record)
    follower.run()
    assert len(run.documents()) == 3
    assert run.rows("SELECT state, attempts FROM followed_pages") == [("waiting", 0)]
    run.once()
    assert len(run.documents()) == 6


def test_a_sitemap_may_be_larger_than_an_article(site, ledger):
    urls = "".join(f"<url><loc>{site.at('/a')}?n={k}</loc></url>" for k in range(4000))
    site.pages["/map"] = Reply(f"<urlset>{urls}</urlset>", "application/xml")
    site.pages |= {f"/a?n={k}": other(k) for k in range(3)}
    run = Run(ledger, [place("sitemap", site.at("/map"), "map")])
    follower = run.follower()
    follower.config = replace(follower.config, newest=3)
    follower.run(once=True)
    assert len(run.documents()) == 3, run.said
