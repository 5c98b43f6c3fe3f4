"""`dragoman watch` as a program: killed, started again, ended by a signal, asked for its status."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

pytest.importorskip("httpx")

from dragoman.store.opening import open_ledger
from dragoman.store.sql import query
from tests.sites import Reply, Site, article, rss, serving
from tests.watch.village import articles

CONFIG = """
[watch]
contact = "desk@hill.example"
ledger = "l.db"
delay = 0.05
private = true

[[source]]
name = "village"
feed = "{}"

[[alert]]
name = "all"
query = ""
atom = "all.atom"
"""


def start(folder, *options):
    command = [sys.executable, "-m", "dragoman.cli", "watch", str(folder / "watch.toml"), *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def end(process):
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def recorded(folder):
    if not (folder / "l.db").exists():
        return []
    with open_ledger(folder / "l.db", create=True) as ledger, ledger.read() as connection:
        return [row[0] for row in query(connection, "SELECT uri FROM documents ORDER BY n")]


@pytest.fixture
def village(tmp_path):
    """Twelve articles behind a feed, and a configuration that follows it."""
    site = Site()
    for k, made in enumerate(articles(12)):
        site.pages[f"/{k}"] = Reply(article(made.title, made.body, language=made.language))
    with serving(site):
        site.pages["/feed"] = rss([(site.at(f"/{k}"), f"Article {k}") for k in range(12)])
        (tmp_path / "watch.toml").write_text(CONFIG.format(site.at("/feed")))
        yield site


def wait_for(folder, count):
    until = time.monotonic() + 300
    while time.monotonic() < until:
        if len(recorded(folder)) >= count:
            return
        time.sleep(0.05)
    raise AssertionError(f"{len(recorded(folder))} of {count} were recorded")


def test_killed_and_started_again_and_ended(tmp_path, village):
    process = start(tmp_path)
    wait_for(tmp_path, 4)
    process.kill()
    end(process)
    asked = len(village.asked)
    process = start(tmp_path)
    wait_for(tmp_path, 12)
    second = start(tmp_path, "--once")
    code, _, err = end(second)
    assert code == 1
    assert "another program does `watch`" in err
    process.send_signal(signal.SIGTERM)
    code, _, err = end(process)
    assert code == 0
    assert "SIGTERM: ending after what is under way" in err
    assert "Traceback" not in err
    addresses = recorded(tmp_path)
    assert sorted(addresses) == sorted(village.at(f"/{k}") for k in range(12))
    again = [path for path, n in village.counts().items() if n > 1 and path != "/feed"]
    # The page that was being asked for at the very moment of the kill may be asked for again.
    assert len(again) <= 1
    assert asked > 4


def test_once_and_status(tmp_path, village):
    village.pages["/3"] = Reply("gone", status=410)
    code, out, err = end(start(tmp_path, "--once"))
    assert (code, out) == (0, "")
    assert f"village: {village.at('/3')}: its server answers 410" in err
    assert "11 recorded, 0 failed" in err
    assert (tmp_path / "all.atom").read_text().count("<entry>") >= 11
    code, out, _ = end(start(tmp_path, "--status"))
    assert code == 0
    first, *rest = out.splitlines()
    assert first.startswith("village  feed: well; looked 20")
    assert first.endswith("pages: 11 read, 1 failed")
    assert rest[1].endswith("failed, its server answers 410")
    code, out, _ = end(start(tmp_path, "--status", "--json"))
    (source,) = json.loads(out)["sources"]
    assert source["pages"]["read"] == 11


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "cannot be read"),
        ("[watch", "no TOML"),
        ("[watch]\ncontact = 'a@b.example'", "nothing to follow"),
        ("[wach]", "no such table"),
        ("[[source]]\nfeed = 'https://a.example/'", "contact is missing"),
        ("[watch]\ncontact = 'me'\n[[source]]\nfeed = 'https://a.example/'", "no contact"),
        ("[[source]]\nfold = 'in'", "no such key 'fold': use"),
        ("[[source]]\nfolder = 3", "folder must be text, not 3"),
        ("[watch]\ndelay = true\n[[source]]\nfolder = 'in'", "delay must be a number, not True"),
        ("[watch]\nevery = -1\n[[source]]\nfolder = 'in'", "every must not be below 0"),
        ("[[source]]\nfolder = 'in'\nfeed = 'https://a.example/'", "name one of"),
        ("[[source]]\nfeed = 'a.example'", "no web address"),
        ("[[source]]\nfeed = 'https://a.example/'\nevery = 5", "at least 60"),
        ("[[source]]\nheadlines = 'https://a.example/'", "headlines need match"),
        ("[[source]]\nfeed = 'https://a.example/'\nmatch = '('", "no pattern"),
        ("[[source]]\ncatalogue = ['nobody']", "'nobody' is not in the catalogue"),
        ("[[source]]\nfolder = 'in'\n[[source]]\nfolder = 'in'", "there already"),
        ("[source]\nfolder = 'in'", "double brackets"),
        ("[[source]]\nfolder = 'in'\n[alert]\nname = 'a'", "double brackets"),
        ("[[source]]\nfolder = 'in'\n[[alert]]\nname = 'a'", "give query"),
        ("[watch]\nlanguage = 'xx'\n[[source]]\nfolder = 'in'", "language must be one of"),
    ],
)
def test_slips_of_a_configuration_are_named(tmp_path, text, words):
    from dragoman.core.errors import DataError
    from dragoman.watch.config import load_config

    file = tmp_path / "watch.toml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(DataError) as slip:
        load_config(file)
    assert words in str(slip.value)
    assert str(slip.value).startswith(str(file))


def test_paths_are_seen_from_the_configuration(tmp_path):
    from dragoman.watch.config import load_config

    file = tmp_path / "watch.toml"
    file.write_text("[watch]\nledger = 'l.db'\n[[source]]\nfolder = 'in'\nevery = 5\n")
    found = load_config(file)
    assert found.ledger == str(tmp_path / "l.db")
    assert found.sources[0].folder == tmp_path / "in"
    assert os.path.isabs(found.ledger)


def test_following_needs_nothing_but_the_package_itself():
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('pydantic', 'fastapi', 'fastwarc')));"
        "import dragoman.watch.follower, dragoman.watch.config, dragoman.cli.following"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
