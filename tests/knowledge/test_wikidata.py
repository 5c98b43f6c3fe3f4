"""Refreshing people and tenures, against a query service that behaves and misbehaves."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from dragoman.knowledge import people as knowledge
from dragoman.knowledge.people import load_people, load_tenures, load_user_names
from dragoman.knowledge.refresh import write_bounds
from dragoman.knowledge.tenures import read_bounds
from dragoman.knowledge.wikidata import update

ITEM = "http://www.wikidata.org/entity/"
JAPAN, OMAN = "Q17", "Q842"
CACHES = (load_people, load_tenures, load_user_names, knowledge.all_tenures)


def held(country, person, start, end="", ended=None):
    """A row as the service gives it, dates written as in the tables."""
    row = {"country": {"value": ITEM + country}, "person": {"value": ITEM + person}}
    for name, day in (("start", start), ("end", end)):
        if day:
            whole = day + "-01" * (2 - day.count("-"))
            row[name] = {"type": "literal", "value": f"{whole}T00:00:00Z"}
            row[f"{name}_precision"] = {"value": str(9 + day.count("-"))}
    row["ended"] = {"value": "true" if ended or end else "false"}
    return row


def named(person, language, name):
    return {"person": {"value": ITEM + person}, "name": {"value": name, "xml:lang": language}}


STATE = [held(JAPAN, "Q900001", "2041-05-01")]
GOVERNMENT = [
    held(JAPAN, "Q900002", "2040-10", "2041-11-02"),
    held(JAPAN, "Q900003", "2041-11-02"),
    held("Q999999", "Q900003", "2041-11-02"),
    held(JAPAN, "Q900004", "2042", "2039"),
    {"person": {"type": "bnode", "value": "t1"}},
]
FOREIGN = [held(OMAN, "Q900005", "2043", ended=True), held(OMAN, "Q900006", "2044-02-03")]
PEOPLE = [
    named("Q900001", "en", "Emperor Example"),
    named("Q900002", "en", "Hana Example"),
    named("Q900002", "ar", "هانا مثال"),
    named("Q900003", "en", "Ken Example"),
    named("Q900003", "ar", "كين مثال"),
    named("Q900005", "en", "Salim Example"),
    named("Q900006", "ar", "سالم بلا لاتينية"),
]


class Service(BaseHTTPRequestHandler):
    """Answers as `server.answer` says: a function of the query, or a misbehaviour."""

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        query = parse_qs(self.rfile.read(length).decode())["query"][0]
        self.server.asked.append((query, self.headers["User-Agent"]))
        self.server.answer(self, query)

    def do_GET(self):
        self.server.answer(self, "")

    def log_message(self, *_):
        pass

    def send(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def results(rows):
    return json.dumps({"head": {}, "results": {"bindings": rows}}).encode()


def behave(handler, query):
    if "rdfs:label" in query:
        handler.send(200, results([row for row in PEOPLE if row["person"]["value"][31:] in query]))
    elif "P35" in query:
        handler.send(200, results(STATE))
    elif "P6 " in query:
        handler.send(200, results(GOVERNMENT))
    else:
        handler.send(200, results(FOREIGN))


@pytest.fixture
def service():
    """A query service at a local address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.asked, server.answer = [], behave
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{server.server_address[1]}/sparql"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path))
    for loader in CACHES:
        loader.cache_clear()
    yield tmp_path
    for loader in CACHES:
        loader.cache_clear()


def files_of(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_good_answer_becomes_a_layer(service, folder):
    (folder / "people.csv").write_text("mine", encoding="utf-8")
    result = update(folder, service.url, 10, "tests (tests@example.org)")
    assert result.ok, result.problem
    assert (result.people, result.tenures) == (4, 4)
    assert {agent for _, agent in service.asked} == {"tests (tests@example.org)"}
    assert sorted(p.name for p in (folder / "wikidata").iterdir()) == [
        "names.csv",
        "people.csv",
        "tenures.csv",
    ]
    assert sorted(p.name for p in folder.iterdir()) == ["people.csv", "wikidata"]
    assert (folder / "people.csv").read_text(encoding="utf-8") == "mine"
    rows = (folder / "wikidata" / "tenures.csv").read_text(encoding="utf-8").splitlines()
    assert "Q900002,JPN,head_of_government,Prime Minister,2040-10,2041-11-02,wikidata" in rows
    assert "Q900003,JPN,head_of_government,Prime Minister,2041-11-02,,wikidata" in rows
    assert any(row.startswith("Q900005,OMN,") and ",2043,2043/..,wikidata" in row for row in rows)


def test_the_layer_is_read(service, folder):
    assert update(folder, service.url, 10).ok
    assert load_people()["Q900002"].name == "Hana Example"
    assert load_people()["Q900002"].polity == "JPN"
    assert ("ar", "Q900003", "كين مثال") in load_user_names()
    assert len(load_tenures()) == len(knowledge.shipped_tenures()) + 4


def test_an_open_tenure_gets_its_end_and_keeps_its_start(service, folder):
    minister = next(
        t
        for t in knowledge.shipped_tenures()
        if t.office == "foreign_minister" and t.current and t.from_earliest
        and not t.person.startswith("Q")
    )  # fmt: skip
    person = knowledge.shipped_people()[minister.person]
    country = next(p.wikidata for p in knowledge_polities().values() if p.code == minister.side)
    rows = [held(country, "Q900007", str(minister.from_earliest.year), "2045-06-07")]
    names = [named("Q900007", "en", person.name)]

    def answer(handler, query):
        if "rdfs:label" in query:
            handler.send(200, results([*PEOPLE, *names]))
        elif "Q7330070" in query:
            handler.send(200, results(rows))
        else:
            behave(handler, query)

    service.answer = answer
    assert update(folder, service.url, 10).ok
    (new,) = [
        t
        for t in load_tenures()
        if (t.person, t.side, t.office) == (minister.person, minister.side, "foreign_minister")
        and t.from_earliest == minister.from_earliest
    ]
    assert new.from_latest == minister.from_latest
    assert new.to_latest is not None
    assert new.to_latest.isoformat() == "2045-06-07"
    assert load_people()[minister.person].wikidata == "Q900007"


def knowledge_polities():
    from dragoman.knowledge.polities import load_polities

    return load_polities()


def test_what_the_shipped_table_is_sure_of_stays(service, folder):
    service.answer = lambda handler, query: (
        handler.send(200, results([held(JAPAN, "Q900002", "2014-01-01", "2015-01-01")]))
        if "P6 " in query
        else behave(handler, query)
    )
    result = update(folder, service.url, 10)
    assert result.ok
    assert result.contradicted == 1
    assert "Q900002" not in load_people()


def slow(handler, _):
    time.sleep(3)
    handler.send(200, results(STATE))


def drip(handler, _):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def hang_up(handler, _):
    handler.connection.shutdown(socket.SHUT_RDWR)


def cut_off(handler, _):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(results(STATE)[:20])


def saying(status, body, **headers):
    return lambda handler, _: handler.send(status, body, **headers)


MISBEHAVIOUR = {
    "slow": (slow, "gave no answer within"),
    "drip": (drip, "gave no answer within"),
    "hang up": (hang_up, "cannot be reached"),
    "cut off": (cut_off, "cannot be reached"),
    "error": (saying(500, b"oops"), "answered 500: try again later"),
    "too many": (saying(429, b"", Retry_After="30"), "answered 429: try again in 30 s"),
    "forbidden": (saying(403, b"<html>"), "answered 403"),
    "redirects": (saying(302, b"", Location="/sparql"), "cannot be reached"),
    "page": (saying(200, b"<html>maintenance</html>"), "something else than results"),
    "truncated": (saying(200, results(STATE)[:-9]), "something else than results"),
    "bytes": (saying(200, bytes(range(256))), "something else than results"),
    "list": (saying(200, b"[1]"), "something else than results"),
    "no rows": (saying(200, b'{"results": {"bindings": null}}'), "something else than results"),
    "odd rows": (saying(200, b'{"results": {"bindings": [1]}}'), "something else than results"),
    "odd cells": (
        saying(200, b'{"results": {"bindings": [{"person": {"value": 1}}]}}'),
        "something else than results",
    ),
    "deep": (saying(200, b"[" * 100_000), "something else than results"),
    "empty": (saying(200, results([])), "knows no head_of_state at all"),
}


@pytest.mark.parametrize("how", MISBEHAVIOUR)
def test_misbehaviour_leaves_all_as_it_was(service, folder, how):
    assert update(folder, service.url, 10).ok
    before = files_of(folder)
    service.answer, said = MISBEHAVIOUR[how]
    result = update(folder, service.url, 0.8)
    assert not result.ok
    assert said in result.problem
    assert result.problem.startswith(service.url)
    assert result.problem.endswith("; nothing was changed")
    assert "\n" not in result.problem
    assert files_of(folder) == before


def test_failure_at_the_last_question(service, folder):
    service.answer = lambda handler, query: (
        handler.send(502, b"") if "rdfs:label" in query else behave(handler, query)
    )
    assert "answered 502" in update(folder, service.url, 10).problem
    assert files_of(folder) == {}


@pytest.mark.parametrize(
    "endpoint", ["http://127.0.0.1:9/", "http://no-such-host.invalid/", "nonsense", "http://[", ""]
)
def test_nobody_there(folder, endpoint):
    result = update(folder, endpoint, 2)
    assert "cannot be reached" in result.problem
    assert "\n" not in result.problem
    assert files_of(folder) == {}


def test_a_folder_that_cannot_be_written(service, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("mine", encoding="utf-8")
    result = update(blocked, service.url, 10)
    assert str(blocked) in result.problem
    assert "nothing was changed" in result.problem
    assert blocked.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("text", ["", "2023-09-13", "2023-09", "2023", "../2019-05", "2022-11/.."])
def test_bounds_are_written_as_they_are_read(text):
    assert read_bounds(write_bounds(*read_bounds(text))) == read_bounds(text)
