"""Alerts: letters by SMTP, Atom files and signed posts for what matches a query, each once."""

import email
import json
import socket
from datetime import UTC, datetime, timedelta
from email import policy
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("pydantic")
pytest.importorskip("aiosmtpd")

from aiosmtpd.controller import Controller

from dragoman.alerts.channels import Filing, Mailing, Posting
from dragoman.alerts.keeping import keep_alerts
from dragoman.alerts.settings import Alert, Smtp, read_alerts, read_smtp
from dragoman.alerts.watching import WAITS, Watching
from dragoman.core.document import Incoming
from dragoman.core.errors import DataError
from dragoman.knowledge.world import World
from dragoman.lang.labels import labels
from dragoman.output.naming import Naming
from dragoman.recording.record import Recorder, Versions
from dragoman.store import watchers
from dragoman.store.opening import open_ledger
from dragoman.store.watchers import deliveries, webhooks
from tests.sites import Site, rss, serving
from tests.watch.following import Run, feed, reader
from tests.watch.test_follower import PAGE

NOW = datetime(2024, 5, 1, 10, 0, tzinfo=UTC)
GHANA = "Ghana's foreign minister met her Kenyan counterpart in Accra on 3 January 2024."
PERU = "The presidents of Peru and Chile met in Lima on 4 January 2024."
ARABIC = "استقبل وزير الخارجية الكويتي نظيره الياباني في مدينة الكويت يوم 5 يناير 2024."


class Post:
    """A mail server that keeps what it takes and answers as it is told."""

    def __init__(self):
        self.letters, self.answers = [], []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("250"):
            letter = email.message_from_bytes(envelope.content, policy=policy.default)
            self.letters.append((envelope.rcpt_tos, letter))
        return answer


@pytest.fixture
def post():
    handler = Post()
    with socket.create_server(("127.0.0.1", 0)) as free:
        handler.port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    yield handler
    controller.stop()


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as found:
        yield found


def record(ledger, text, name):
    item = Incoming(uri=f"https://hill.example/{name}", raw=text, content_id=f"{name:0>64}")
    Recorder(ledger, Versions("0", "test")).record(item, reader().read(item))


def naming(code="en"):
    return lambda: Naming(labels(code), World.default())


def smtp(post, **more):
    return Smtp("127.0.0.1", "dragoman@desk.example", post.port, security="none", **more)


def watching(ledger, *channels, clock=lambda: NOW):
    return Watching(lambda: ledger, channels, clock)


def states(ledger):
    with ledger.read() as connection:
        return [
            (d["state"], d["attempts"])
            for hook in webhooks(connection)
            for d in deliveries(connection, hook.id)
        ]


def told(ledger, *addresses, query="", saved=None):
    keep_alerts(ledger, [Alert("gulf", None if saved else query, saved, addresses)], "2024-05-01")


def test_a_letter_tells_of_what_is_new_once(ledger, post):
    record(ledger, PERU, "old")
    told(ledger, "mailto:desk@hill.example")
    record(ledger, GHANA, "a")
    record(ledger, ARABIC, "b")
    there = watching(ledger, Mailing(smtp(post), naming(), "https://pages.example/"))
    there.beat()
    there.beat()
    ((to, letter),) = post.letters
    assert to == ["desk@hill.example"]
    assert letter["From"] == "dragoman@desk.example"
    assert letter["Subject"] == "[gulf] Meeting: Ghana – Kenya (+1)"
    body = letter.get_content()
    assert "Meeting: Ghana – Kenya (2024-01-03)" in body
    assert "met her Kenyan counterpart" in body
    assert "استقبل وزير الخارجية الكويتي" in body
    assert "https://hill.example/a" in body
    assert "https://pages.example/entries/" in body
    assert "Peru" not in body
    assert states(ledger) == [("sent", 1), ("sent", 1)]


def test_a_letter_in_the_language_of_the_desk(ledger, post):
    told(ledger, "mailto:desk@hill.example", query="side=KWT")
    record(ledger, GHANA, "a")
    record(ledger, ARABIC, "b")
    watching(ledger, Mailing(smtp(post), naming("ar"))).beat()
    ((_, letter),) = post.letters
    assert "اليابان – الكويت" in letter["Subject"]
    assert "Ghana" not in letter.get_content()


@pytest.mark.parametrize(
    ("answer", "state"), [("451 later", "waiting"), ("550 no such place", "failed")]
)
def test_what_a_mail_server_refuses(ledger, post, answer, state):
    told(ledger, "mailto:desk@hill.example")
    record(ledger, GHANA, "a")
    post.answers = [answer]
    moments = [NOW]
    there = watching(ledger, Mailing(smtp(post), naming()), clock=lambda: moments[0])
    there.beat()
    assert states(ledger) == [(state, 1)]
    moments[0] += WAITS[0] + timedelta(seconds=1)
    there.beat()
    assert len(post.letters) == (1 if state == "waiting" else 0)


def test_a_mail_server_that_is_down_or_wants_to_be_trusted(ledger, post):
    told(ledger, "mailto:desk@hill.example")
    record(ledger, GHANA, "a")
    down = Smtp("127.0.0.1", "a@b.example", 9, security="none", seconds=1)
    watching(ledger, Mailing(down, naming())).beat()
    assert states(ledger) == [("waiting", 1)]
    plain = Smtp("127.0.0.1", "a@b.example", post.port, "me", "secret", "starttls", 2)
    later = watching(ledger, Mailing(plain, naming()), clock=lambda: NOW + timedelta(hours=1))
    later.beat()
    assert states(ledger) == [("waiting", 2)]
    assert not post.letters


def test_an_atom_file(ledger, tmp_path):
    place = tmp_path / "gulf.atom"
    told(ledger, f"file:{place}", query="side=GHA")
    record(ledger, GHANA, "a")
    record(ledger, PERU, "b")
    there = watching(ledger, Filing(lambda: ledger, naming(), "https://pages.example/"))
    there.beat()
    tree = ElementTree.parse(place).getroot()
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert [x.text for x in tree.findall("a:entry/a:title", atom)] == ["Meeting: Ghana – Kenya"]
    assert tree.findtext("a:title", namespaces=atom) == "gulf"
    assert list(tmp_path.glob("*.new")) == []
    before = place.stat().st_mtime_ns
    there.beat()
    assert place.stat().st_mtime_ns == before, "nothing new, nothing written"


def test_a_saved_search(ledger, post):
    with pytest.raises(DataError, match="no search is saved as 'gulf'"):
        told(ledger, "mailto:desk@hill.example", saved="gulf")
    with ledger.write() as connection:
        watchers.save_query(connection, "gulf", "side=JPN&side=KWT", "ann", "2024-05-01")
    told(ledger, "mailto:desk@hill.example", saved="gulf")
    record(ledger, GHANA, "a")
    record(ledger, ARABIC, "b")
    watching(ledger, Mailing(smtp(post), naming())).beat()
    ((_, letter),) = post.letters
    assert letter["Subject"] == "[gulf] Meeting: Japan – Kuwait"


def test_two_programs_on_one_ledger_tell_once(ledger, post):
    told(ledger, "mailto:desk@hill.example")
    record(ledger, GHANA, "a")
    one = watching(ledger, Mailing(smtp(post), naming()))
    other = watching(ledger, Mailing(smtp(post), naming()))

    class Slow(Mailing):
        """While it sends, another program looks at the same ledger."""

        def send(self, hook, entries, now):
            other.beat()
            return Mailing.send(self, hook, entries, now)

    one.channels = [Slow(smtp(post), naming())]
    one.beat()
    assert len(post.letters) == 1


def test_a_server_leaves_letters_to_who_can_send_them(ledger, post):
    told(ledger, "mailto:desk@hill.example")
    record(ledger, GHANA, "a")
    watching(ledger, Posting(inside=True)).beat()
    assert states(ledger) == [("waiting", 0)]
    watching(ledger, Mailing(smtp(post), naming())).beat()
    assert states(ledger) == [("sent", 1)]


def test_alerts_follow_the_configuration(ledger):
    with ledger.write() as connection:
        watchers.add_webhook(connection, "", "https://own.example/", "s", "ann", "2024-05-01")
    told(ledger, "mailto:a@hill.example", "https://hook.example/")
    told(ledger, "mailto:a@hill.example", "https://hook.example/")
    with ledger.read() as connection:
        assert len(webhooks(connection)) == 3
    keep_alerts(ledger, [Alert("gulf", "", None, ("https://hook.example/",), "new")], "2024-05-02")
    with ledger.read() as connection:
        left = [(hook.address, hook.secret) for hook in webhooks(connection)]
    assert left == [("https://own.example/", "s"), ("https://hook.example/", "new")]
    with pytest.raises(DataError, match="asks for something unknown"):
        told(ledger, "mailto:a@hill.example", query="side=nowhere")


def test_a_follower_tells_of_what_it_reads(ledger, post):
    got = []

    def hook(request):
        got.append(request.rfile.read(int(request.headers["content-length"])))
        request.send_response(204)
        request.end_headers()

    with serving(Site()) as site:
        site.pages |= {"/feed": rss([(site.at("/a"), "A")]), "/a": PAGE, "/hook": hook}
        told(ledger, "mailto:desk@hill.example", site.at("/hook"), query="side=PER")
        run = Run(ledger, [feed(site.at("/feed"))])
        moment = lambda: datetime.fromtimestamp(run.clock.now(), UTC)  # noqa: E731
        alerts = watching(ledger, Mailing(smtp(post), naming()), Posting(True), clock=moment)
        run.alerts = (alerts,)
        run.once()
        run.once()
    assert len(post.letters) == 1
    (data,) = got
    assert json.loads(data)["engagement"]["sides"] == ["CHL", "PER"]


BASE = Path("/desk/watch.toml")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, "name is missing"),
        ({"name": "a"}, "give query"),
        ({"name": "a", "query": "", "saved": "b"}, "give query"),
        ({"name": "a", "query": ""}, "tell whom"),
        ({"name": "a", "query": "", "mail": []}, "no such key 'mail'"),
        ({"name": "a", "query": "", "email": "x@y.example"}, "email must be list"),
        ({"name": "a", "query": "", "email": ["x@y.example\nBcc: z@z.example"]}, "no mail address"),
        ({"name": "a", "query": "", "webhook": "ftp://x"}, "must begin with https"),
        ({"name": "a", "query": "", "webhook": "https://x.example/"}, "give secret_env"),
        ({"name": "a", "query": "", "webhook": "https://x.example/", "secret_env": "NONE_SUCH"},
         "the environment has no NONE_SUCH"),
        ("a", "a table is needed"),
    ],
)  # fmt: skip
def test_slips_of_alerts_are_named(table, words):
    with pytest.raises(DataError, match=r"/desk/watch.toml: \[\[alert\]\] 1: .*") as slip:
        read_alerts(BASE, [table], has_smtp=True)
    assert words in str(slip.value)


def test_letters_need_a_server_and_names_are_used_once(monkeypatch):
    monkeypatch.setenv("HOOK", "s3cret")
    table = {"name": "a", "query": "", "email": ["x@y.example"]}
    with pytest.raises(DataError, match="needs a table"):
        read_alerts(BASE, [table], has_smtp=False)
    with pytest.raises(DataError, match="already"):
        read_alerts(BASE, [table, table], has_smtp=True)
    hook = {"name": "b", "saved": "gulf", "webhook": "https://x.example/", "secret_env": "HOOK",
            "atom": "out/b.atom"}  # fmt: skip
    (alert,) = read_alerts(BASE, [hook], has_smtp=False)
    assert alert.addresses == ("https://x.example/", "file:/desk/out/b.atom")
    assert alert.secret == "s3cret"
    assert "s3cret" not in repr(alert)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"host": "h"}, "from is missing"),
        ({"host": "h", "from": "me"}, "no mail address"),
        ({"host": "h", "from": "a@b.example", "security": "ssl"}, "security must be one of"),
        ({"host": "h", "from": "a@b.example", "user": "u", "security": "none"}, "not sent without"),
        ({"host": "h", "from": "a@b.example", "user": "u"}, "give password_env"),
    ],
)
def test_slips_of_the_mail_server_are_named(table, words):
    with pytest.raises(DataError, match=words):
        read_smtp(BASE, table)
