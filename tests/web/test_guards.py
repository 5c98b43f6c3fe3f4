"""What stands before every page."""

import re
from pathlib import Path

import pytest

from dragoman.lang.labels import labels, offered
from dragoman.web.settings import Settings
from tests.web.conftest import client_for

WEB = Path(__file__).parents[2] / "src" / "dragoman" / "web"


def test_every_answer_carries_the_policy(client):
    for path in ("/add", "/nowhere", "/static/dragoman.css", "/api/v1/openapi.json"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


def test_templates_hold_no_script_style_or_handler():
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text), path.name
        scripts = re.findall(r"<script[^>]*>", text)
        assert all("src=" in tag or 'type="application/json"' in tag for tag in scripts), path.name
        assert "|safe" not in text, path.name


def test_templates_and_code_name_no_outside_address():
    for path in [*(WEB / "templates").glob("*.html"), *(WEB / "static").glob("*.[cj]s*")]:
        found = re.findall(r"https?://[a-z0-9.-]+", path.read_text(encoding="utf-8"))
        assert found == [], path.name


def test_other_host_names_are_refused(client):
    answer = client.get("/add", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert answer.json()["error"]["code"] == "wrong_host"
    for host in ("127.0.0.1:8000", "[::1]:8000", "localhost"):
        assert client.get("/add", headers={"host": host}).status_code == 200


def test_further_names_can_be_allowed(readings):
    client = client_for(Settings(hosts=("desk.example",)), readings)
    assert client.get("/add", headers={"host": "desk.example"}).status_code == 200


def test_large_bodies_are_refused_whatever_they_promise(client):
    answer = client.post("/api/v1/read", content=b"x" * 5_000_001)
    assert answer.status_code == 413

    def endless():
        for _ in range(60):
            yield b"y" * 100_000

    answer = client.post("/api/v1/read", content=endless())
    assert answer.status_code == 413
    assert client.get("/add?" + "q" * 9000).status_code == 414


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/static/../app.py", 404), ("/static/none.css", 404)]
)
def test_errors_are_pages_or_json(client, path, status):
    page = client.get(path, headers={"accept": "text/html"})
    assert page.status_code == status
    assert "<main" in page.text
    data = client.get(path, headers={"accept": "application/json"})
    assert data.status_code == status
    assert set(data.json()["error"]) == {"code", "message", "hint"}


def test_wrong_methods_are_named(client):
    assert client.get("/api/v1/read").json()["error"]["code"] == "method_not_allowed"


def test_what_did_not_change_is_not_sent_again(client):
    first = client.get("/add")
    again = client.get("/add", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_language_and_colours_are_chosen_and_kept(client):
    assert '<html lang="ar" dir="rtl"' in client.get("/add?lang=ar").text
    assert '<html lang="ar"' in client.get("/add").text
    client.cookies.clear()
    preferred = {"accept-language": "fr, ar-EG;q=0.8, en;q=0.3"}
    assert '<html lang="ar"' in client.get("/add", headers=preferred).text
    assert '<html lang="en"' in client.get("/add?lang=xx").text
    assert 'data-theme="dark"' in client.get("/add?theme=dark").text
    assert 'data-theme="dark"' in client.get("/add").text


def test_every_language_states_the_same_phrases():
    first, *others = offered()
    for other in others:
        assert set(other.groups) == set(first.groups)
        for group, words in first.groups.items():
            assert set(other.groups[group]) == set(words), group
            for key, phrase in words.items():
                places = re.findall(r"{\w+}", phrase)
                assert sorted(re.findall(r"{\w+}", other.groups[group][key])) == sorted(places), key


def test_every_phrase_that_templates_use_is_stated():
    stated = set(labels(offered()[0].code).groups["pages"])
    text = "\n".join(p.read_text(encoding="utf-8") for p in (WEB / "templates").glob("*.html"))
    used = set(re.findall(r'\bt\("([a-z_0-9]+)"[,)]', text))
    assert used
    assert used - stated == set()
