"""Hosts side by side: none holds up another, and each is asked for one thing at a time."""

import threading
import time
from collections import Counter
from contextlib import ExitStack

import pytest

pytest.importorskip("httpx")

from dragoman.sources.http import FetchLimits
from tests.sites import Reply, Site, serving
from tests.watch.following import PAGE, Run, feed, links, other


def test_a_host_that_is_down_does_not_hold_up_another(site, ledger):
    site.pages |= {"/feed": links(site, "/a"), "/a": PAGE}
    dead = "http://127.0.0.1:9/feed"
    run = Run(ledger, [feed(dead, "dead"), feed(site.at("/feed"), "well")])
    run.until(run.clock.now() + 1000)
    assert run.documents() == [site.at("/a")]
    assert all(line.startswith("dead: ") for line in run.said)


def test_a_slow_host_holds_up_no_other(site, ledger):
    """Both hosts are asked at once, each for one page at a time, and each page once."""
    under_way, most = Counter(), Counter()
    others_done = threading.Event()

    def slow(k):
        def page(_):
            under_way["slow"] += 1
            most["slow"] = max(most["slow"], under_way["slow"])
            assert others_done.wait(20), "the other host waited for this one"
            under_way["slow"] -= 1
            return other(k)

        return page

    def last(_):
        others_done.set()
        return other(9)

    with serving(Site()) as quick:
        site.pages |= {"/feed": links(site, "/1", "/2", "/3")}
        site.pages |= {f"/{k}": slow(k) for k in (1, 2, 3)}
        quick.pages |= {"/feed": links(quick, "/7", "/8", "/9"), "/7": other(7), "/8": other(8),
                        "/9": last}  # fmt: skip
        run = Run(
            ledger, [feed(site.at("/feed"), "slow"), feed(quick.at("/feed"), "quick")],
            delay=0.0, limits=FetchLimits(200_000, 25.0),
        )  # fmt: skip
        run.once()
        assert sorted(run.documents()) == sorted(
            [site.at(f"/{k}") for k in (1, 2, 3)] + [quick.at(f"/{k}") for k in (7, 8, 9)]
        )
    assert most == {"slow": 1}
    assert not run.said
    for found in (site, quick):
        assert set(found.counts().values()) == {1}


def test_a_host_that_others_redirect_to_is_asked_for_one_thing_at_a_time(site, ledger):
    under_way, most = [0], [0]

    def page(k):
        def made(_):
            under_way[0] += 1
            most[0] = max(most[0], under_way[0])
            time.sleep(0.05)
            under_way[0] -= 1
            return other(k)

        return made

    site.pages |= {"/feed": links(site, "/0")}
    site.pages |= {f"/{k}": page(k) for k in range(4)}
    with ExitStack() as stack:
        doors = [stack.enter_context(serving(Site())) for _ in range(3)]
        for k, door in enumerate(doors, 1):
            away = Reply(status=302, headers={"location": site.at(f"/{k}")})
            door.pages |= {"/feed": links(door, "/to"), "/to": away}
        feeds = [feed(s.at("/feed"), f"feed {k}") for k, s in enumerate([site, *doors])]
        run = Run(ledger, feeds, limits=FetchLimits(200_000, 10.0))
        run.once()
    assert len(run.documents()) == 4, run.said
    assert most == [1]
    assert site.counts()["/robots.txt"] == 1


def test_what_is_under_way_at_the_end_is_kept(site, ledger):
    """Whoever is stopped while a page comes in reads it after the restart, without asking again."""
    follower = None

    def page(_):
        follower.stop()
        time.sleep(0.1)
        return PAGE

    site.pages |= {"/feed": links(site, "/a", "/b"), "/a": page, "/b": other(2)}
    run = Run(ledger, [feed(site.at("/feed"))])
    follower = run.follower()
    follower.run()
    assert run.rows("SELECT state FROM followed_pages ORDER BY n") == [("fetched",), ("waiting",)]
    run.once()
    assert run.documents() == [site.at("/a"), site.at("/b")]
    assert (site.counts()["/a"], site.counts()["/b"]) == (1, 1)
