"""Lists, formats, feeds and webhooks over the API."""

import csv
import hashlib
import hmac
import io
import json
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar
from xml.etree import ElementTree

import pytest

from dragoman.alerts.channels import Posting, sign
from dragoman.alerts.watching import WAITS, Watching
from dragoman.store import watchers
from dragoman.web.books import Books
from dragoman.web.settings import Settings
from tests.web.conftest import TOKENS, client_for, csrf_of

LISTS = ["engagements", "statements", "outcomes", "events"]
TREATY = {"text": "The foreign ministers of Peru and Chile met in Lima on Friday.",
          "published": "2024-05-05"}  # fmt: skip


def day_of(entry):
    return (entry["date"] or {}).get("earliest") or entry["first_report"]


def offices(entry):
    return {p["office"] for p in entry["participants"]}


def people(entry):
    return {p["entity"] for p in entry["participants"]}


OTHER = {"text": "The leaders of Kenya and Ghana met in Accra on Friday.",
         "published": "2024-05-05"}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_gone_through_by_cursor_without_gap_or_double(desk, name):
    whole = desk.get(f"/api/v1/{name}?limit=500").json()
    assert whole["next"] is None
    seen, cursor = [], None
    while True:
        page = desk.get(
            f"/api/v1/{name}", params={"limit": 3, **({"cursor": cursor} if cursor else {})}
        )
        seen += page.json()["items"]
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert [e["id"] for e in seen] == [e["id"] for e in whole["items"]]
    assert len({e["id"] for e in seen}) == len(seen)


@pytest.mark.parametrize("order", ["newest", "oldest", "reported", "unsure"])
def test_every_order_has_its_own_cursor(desk, order):
    first = desk.get(f"/api/v1/events?limit=2&order={order}").json()
    second = desk.get(
        "/api/v1/events", params={"limit": 2, "order": order, "cursor": first["next"]}
    )
    assert not {e["id"] for e in first["items"]} & {e["id"] for e in second.json()["items"]}
    other = "oldest" if order != "oldest" else "newest"
    wrong = desk.get("/api/v1/events", params={"order": other, "cursor": first["next"]})
    assert wrong.status_code == 400
    assert wrong.json()["error"]["code"] == "bad_cursor"


@pytest.mark.parametrize("name", LISTS)
def test_csv_and_json_lines_give_the_whole_list(desk, name):
    items = desk.get(f"/api/v1/{name}?limit=500").json()["items"]
    lines = desk.get(f"/api/v1/{name}?format=jsonl&limit=1")
    assert [json.loads(line) for line in lines.text.splitlines()] == items
    table = desk.get(f"/api/v1/{name}", headers={"accept": "text/csv"})
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["id"] for row in rows] == [e["id"] for e in items]
    assert all(row["evidence"] for row in rows)


def test_cells_are_no_formulas(desk):
    from dragoman.web.list_api import _safe

    assert [_safe(x) for x in ("=1+1", "+1", "-1+2", "@x", "plain", "-6.5")] == [
        "'=1+1", "'+1", "'-1+2", "'@x", "plain", "-6.5",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["documents", "entities"])
def test_what_is_kept_streams_too(desk, name):
    items = desk.get(f"/api/v1/{name}?limit=500").json()["items"]
    lines = desk.get(f"/api/v1/{name}?format=jsonl&limit=1")
    assert [json.loads(line) for line in lines.text.splitlines()] == items
    table = desk.get(f"/api/v1/{name}?format=csv")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table.text))] == [
        item["id"] for item in items
    ]
    first = desk.get(f"/api/v1/{name}?limit=1").json()
    assert desk.get(f"/api/v1/{name}?limit=1&cursor={first['next']}").json()["items"] == items[1:2]
    assert desk.get(f"/api/v1/{name}?cursor=x").status_code == 400


@pytest.mark.parametrize(
    "path",
    ["/pairs/IRN-SAU", "/pairs/IRN-SAU/brief", "/polities/JPN", "/people/Q72099398", "/about",
     "/topics/energy", "/places/CHN", "/places/CHN/Beijing", "/network", "/search?q=Faisal",
     "/saved", "/following", "/review"],
)  # fmt: skip
def test_the_api_has_the_data_of_every_page(desk, path):
    answer = desk.get(f"/api/v1{path}")
    assert answer.status_code == 200
    bare, _, query = path.partition("?")
    assert answer.json() == desk.get(f"{bare}.json?{query}").json()
    tag = {"if-none-match": answer.headers["etag"]}
    assert desk.get(f"/api/v1{path}", headers=tag).status_code == 304


def test_a_pair_named_the_other_way_round_keeps_its_form(desk):
    assert desk.get("/pairs/sau-irn").headers["location"] == "/pairs/IRN-SAU"
    assert desk.get("/pairs/sau-irn.json").headers["location"] == "/pairs/IRN-SAU.json"
    assert desk.get("/api/v1/pairs/sau-irn").headers["location"] == "/api/v1/pairs/IRN-SAU"


@pytest.mark.parametrize("path", ["/", "/api/v1/engagements", "/search?q=Faisal"])
def test_head_gives_the_headers_alone(desk, path):
    head, whole = desk.head(path), desk.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("type=call", lambda e: e["kind"] == "call"),
        ("status=planned", lambda e: e["status"] == "planned"),
        ("side=JPN", lambda e: "JPN" in e["sides"]),
        ("country=CHN", lambda e: e["place"]["country"] == "CHN"),
        ("since=2023-03-21&until=2023-03-22", lambda e: day_of(e) <= "2023-03-22"),
        ("topic=energy", lambda e: "energy" in e["topics"]),
        ("language=ar", lambda e: any(r["language"] == "ar" for r in e["reports"])),
        ("min_confidence=0.9", lambda e: e["confidence"] >= 0.9),
        ("person=Q72099398", lambda e: "Q72099398" in people(e)),
        (
            "office=foreign_minister",
            lambda e: "foreign_minister" in offices(e),
        ),
    ],
)
def test_filters_narrow(desk, query, holds):
    items = desk.get(f"/api/v1/engagements?{query}").json()["items"]
    everything = desk.get("/api/v1/engagements?limit=500").json()["items"]
    assert items
    assert len(items) < len(everything)
    assert all(holds(e) for e in items)


@pytest.mark.parametrize(
    "query", ["side=jpn", "limit=0", "limit=x", "since=yesterday", "order=best", "family=war",
              "side=AAA&side=BBB&side=CCC&side=DDD&side=EEE", "min_confidence=2", "q=" + "x" * 400],
)  # fmt: skip
def test_wrong_filters_are_named(desk, query):
    answer = desk.get(f"/api/v1/engagements?{query}")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "invalid"


@pytest.mark.parametrize(
    "q", ['"', "a OR b*", "NEAR(a b)", "-x", "'; DROP TABLE entries;--", "%00"]
)
def test_queries_are_words_and_nothing_else(desk, q):
    assert desk.get("/api/v1/engagements", params={"q": q}).status_code == 200


def test_what_did_not_change_is_not_sent_again(desk):
    first = desk.get("/api/v1/events")
    again = desk.get("/api/v1/events", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_one_entry_document_and_entity(desk):
    entry = desk.get("/api/v1/engagements?limit=1").json()["items"][0]
    assert desk.get(f"/api/v1/entries/{entry['id']}").json() == entry
    name = entry["reports"][0]["document"]
    document = desk.get(f"/api/v1/documents/{name}").json()
    span = next(s for s in entry["evidence"] if s["document"] == name)
    assert document["raw"][span["start"] : span["end"]] == span["text"]
    assert desk.get("/api/v1/entities?kind=person&limit=2").json()["next"]
    assert desk.get("/api/v1/documents?limit=4").json()["next"]
    assert desk.get("/api/v1/entries/none").status_code == 404


def test_a_search_is_an_atom_feed_and_a_json_feed(desk):
    feed = ElementTree.fromstring(desk.get("/feeds/entries.atom?side=SAU").content)
    space = {"a": "http://www.w3.org/2005/Atom"}
    entries = feed.findall("a:entry", space)
    assert entries
    for name in ("id", "title", "updated"):
        assert all(e.find(f"a:{name}", space).text for e in [feed, *entries])
    data = desk.get("/feeds/entries?side=SAU").json()
    assert data["version"].endswith("1.1")
    assert [i["id"] for i in data["items"]] == [e.find("a:id", space).text for e in entries]


def test_searches_are_kept_and_forgotten(desk):
    token = csrf_of(desk.get("/search?q=Riyadh"))
    name = "كل ما يخص الرياض"
    desk.post("/saved", data={"csrf": token, "name": name, "query": "q=Riyadh&side=SAU"})
    kept = desk.get("/saved.json").json()["queries"]
    assert [(k["name"], k["query"]) for k in kept] == [(name, "q=Riyadh&side=SAU")]
    wrong = desk.post("/saved", data={"csrf": token, "name": "x", "query": "side=nope"})
    assert wrong.status_code == 400
    desk.post("/saved/forget", data={"csrf": token, "name": name})
    assert desk.get("/saved.json").json()["queries"] == []


class Receiver(BaseHTTPRequestHandler):
    got: ClassVar[list] = []
    answers: ClassVar[list] = []

    def do_POST(self):
        data = self.rfile.read(int(self.headers["content-length"]))
        self.got.append((dict(self.headers), data))
        self.send_response(self.answers.pop(0) if self.answers else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver():
    Receiver.got, Receiver.answers = [], []
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    server.server_close()


def test_a_webhook_is_told_of_what_matches_signed_and_once(readings, ledger, receiver):
    client = client_for(Settings(ledger=ledger, private_hooks=True), readings)
    made = client.post("/api/v1/webhooks", json={"query": "side=PER", "address": receiver})
    assert made.status_code == 201
    hook = made.json()
    watching = Watching(Books(ledger).ledger, [Posting(inside=True)])
    client.post("/api/v1/documents", json=TREATY)
    client.post("/api/v1/documents", json=OTHER)
    for _ in range(2):
        watching.look()
        watching.deliver()
    ((headers, data),) = Receiver.got
    body = json.loads(data)
    assert body["engagement"]["sides"] == ["CHL", "PER"]
    stamp = headers["X-Dragoman-Time"]
    expected = hmac.new(hook["secret"].encode(), stamp.encode() + b"." + data, hashlib.sha256)
    assert headers["X-Dragoman-Signature"] == "sha256=" + expected.hexdigest()
    assert headers["X-Dragoman-Signature"] == sign(hook["secret"], stamp, data)
    log = client.get(f"/api/v1/webhooks/{hook['id']}/deliveries").json()["items"]
    assert [(d["state"], d["attempts"], d["answer"]) for d in log] == [("sent", 1, "204")]
    assert "secret" not in client.get("/api/v1/webhooks").json()["items"][0]
    assert hook["secret"] not in client.get("/webhooks").text
    assert client.delete(f"/api/v1/webhooks/{hook['id']}").status_code == 204
    assert client.get("/api/v1/webhooks").json()["items"] == []


def test_a_delivery_that_fails_is_tried_again_and_given_up_at_last(readings, ledger, receiver):
    client = client_for(Settings(ledger=ledger, private_hooks=True), readings)
    hook = client.post("/api/v1/webhooks", json={"query": "", "address": receiver}).json()
    client.post("/api/v1/documents", json=TREATY)
    now = [datetime.now(UTC)]
    watching = Watching(Books(ledger).ledger, [Posting(inside=True)], lambda: now[0])
    Receiver.answers = [500] * 20
    watching.look()
    watching.deliver()
    for wait in (*WAITS, WAITS[-1]):
        now[0] += wait / 2
        watching.deliver()
        now[0] += wait / 2
        watching.deliver()
    assert len(Receiver.got) == len(WAITS) + 1
    with Books(ledger).read() as connection:
        (entry,) = watchers.deliveries(connection, hook["id"])
    assert (entry["state"], entry["answer"]) == ("failed", "500")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://10.0.0.1/", "ftp://x", "nothing"])
def test_webhooks_lead_to_public_addresses_only(desk, address):
    answer = desk.post("/api/v1/webhooks", json={"query": "", "address": address})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "refused_address"


def test_webhooks_need_an_admin(readings, accounts, ledger):
    client = client_for(Settings(accounts=accounts, ledger=ledger), readings)
    for role, code in (("reader", 403), ("editor", 403), ("admin", 200)):
        headers = {"authorization": f"Bearer {TOKENS[role]}"}
        assert client.get("/api/v1/webhooks", headers=headers).status_code == code
        assert client.get("/webhooks", headers=headers).status_code == code
