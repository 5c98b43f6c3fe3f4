"""Paste, look, decide: the pages that show a reading before it is recorded."""

import html
import json
import re

import pytest

from dragoman.web.marks import Mark, lines, mention_marks
from tests.web.conftest import csrf_of, sample

HOSTILE = """Amman <script>alert(1)</script> Times

Jordanian Foreign Minister Ayman <img src=x onerror=alert(2)> Safadi met his Egyptian counterpart
Badr Abdelatty in Cairo on Monday. "></textarea><svg onload=alert(3)> {{ 7 * 7 }}
"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_pasted_article_is_shown_with_its_claims(add, client, language):
    client.cookies.set("dragoman_language", language)
    page = add(sample(f"riyadh-tehran-embassies.{language}.txt"))
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page.text
    assert 'class="claim is-engagement"' in page.text
    assert 'class="furniture"' in page.text
    assert re.search(r'href="/people/Q72099398"', page.text)


def test_the_words_of_a_claim_and_the_claim_lead_to_each_other(add):
    page = add(sample("kyiv-visit.en.txt")).text
    claims = set(re.findall(r'id="c-([^"]+)"', page))
    anchors = re.findall(r'id="at-([^"]+)"', page)
    assert claims
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#at-([^"]+)"', page)) <= set(anchors)
    assert set(re.findall(r'href="#c-([^"]+)"', page)) <= claims
    marked = set(" ".join(re.findall(r'data-claims="([^"]+)"', page)).split())
    assert marked == claims


def test_the_text_that_is_shown_is_the_text_that_was_given(add):
    raw = sample("cairo-ankara.ar.txt")
    page = add(raw).text
    start = page.index('<div class="raw">')
    shown = page[start : page.index("</section>", start)]
    shown = re.sub(r'<p class="story-mark">.*?</p>', "", shown)
    words = html.unescape(re.sub(r"<[^>]+>", "", shown.replace("</p>", "\n")))
    assert words.split() == raw.split()


def test_the_same_page_is_json_where_json_is_asked_for(client):
    token = csrf_of(client.get("/add"))
    sent = client.post("/add", data={"csrf": token, "text": sample("kyiv-visit.en.txt")})
    address = sent.headers["location"]
    by_suffix = client.get(f"{address}.json")
    by_header = client.get(address, headers={"accept": "application/json"})
    assert by_suffix.json() == by_header.json()
    assert by_suffix.json()["reading"]["engagements"]


def test_hostile_text_stays_text(add):
    page = add(HOSTILE).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<svg onload" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page


def test_an_empty_form_says_what_to_give(client):
    token = csrf_of(client.get("/add"))
    answer = client.post("/add", data={"csrf": token, "text": "  "})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_files_are_read_together_and_failures_named(client):
    token = csrf_of(client.get("/add"))
    files = [
        ("files", ("a.txt", sample("kyiv-visit.en.txt").encode())),
        ("files", ("b.txt", sample("cairo-ankara.ar.txt").encode())),
        ("files", ("c.bin", b"\x00\x01\x02")),
    ]
    sent = client.post("/add", data={"csrf": token}, files=files)
    data = client.get(sent.headers["location"] + ".json").json()
    assert data["all"] == 2
    assert [f["input"] for f in data["failures"]] == ["c.bin"]
    second = client.get(sent.headers["location"] + "?n=2").text
    assert 'lang="ar"' in second


def test_private_addresses_are_named_as_refused(client):
    token = csrf_of(client.get("/add"))
    form = {"csrf": token, "address": "http://127.0.0.1:8000/add"}
    sent = client.post("/add", data=form)
    page = client.get(sent.headers["location"])
    assert "not a public address" in page.text


def test_a_draft_that_is_gone_says_so(client):
    assert client.get("/add/0123456789abcdef").status_code == 404


def test_lines_joined_are_the_raw_text_whatever_the_marks():
    raw = "one two\n\nthree four five\r\nsix"
    stories = [{"id": "s1", "spans": [[9, 24]]}]
    marks = [
        Mark(9, 14, "event", "e1"),
        Mark(11, 20, "engagement", "e2"),
        Mark(0, 3, "event", "e3"),
    ]
    cut = lines(raw, stories, marks)
    assert ["".join(p.text for p in line.pieces) for line in cut] == [
        "one two", "", "three four five", "six",
    ]  # fmt: skip
    assert [line.story for line in cut] == [None, None, "s1", None]
    both = next(p for p in cut[2].pieces if p.text == "ree")
    assert set(both.claims) == {"e1", "e2"}


def test_reading_over_the_api_gives_what_the_contract_says(client):
    given = {"text": "Kenya's foreign minister met her Ghanaian counterpart in Accra on Friday.",
             "published": "2023-03-25"}  # fmt: skip
    reading = client.post("/api/v1/read", json=given).json()
    assert list(reading) == ["document", "stories", "entities", "engagements", "statements",
                             "outcomes", "events", "notes"]  # fmt: skip
    assert reading["engagements"][0]["sides"] == ["GHA", "KEN"]
    again = client.post("/api/v1/read", json=given)
    assert json.dumps(again.json()) == json.dumps(reading)


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({}, 422, "invalid"),
        ({"text": "a", "html": "b"}, 422, "invalid"),
        ({"text": "\ud800"}, 422, "invalid"),
        ({"text": "x", "wrong": 1}, 422, "invalid"),
        ({"text": "   "}, 422, "unreadable"),
        ({"text": "word " * 100_000}, 413, "too_large"),
        ({"address": "http://169.254.169.254/latest/meta-data"}, 422, "unreadable"),
        ({"address": "file:///etc/passwd"}, 422, "unreadable"),
        ([1, 2], 422, "invalid"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_shape(client, given, status, code):
    answer = client.post("/api/v1/read", content=json.dumps(given),
                         headers={"content-type": "application/json"})  # fmt: skip
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "hint"}
    assert error["code"] == code


def test_names_outside_of_claims_lead_to_their_pages():
    raw = "Kenya met Oman. Later Kenya spoke; Kenyatta and عمان did not."
    known = [{"id": "KEN", "name": "Kenya", "names": {}},
             {"id": "OMN", "name": "Oman", "names": {"ar": "عمان"}}]  # fmt: skip
    claim = Mark(0, 15, "engagement", "c1")
    found = mention_marks(raw, known, lambda e: f"/polities/{e['id']}", [claim])
    assert [(raw[m.start : m.end], m.address) for m in found] == [
        ("Kenya", "/polities/KEN"), ("عمان", "/polities/OMN"),
    ]  # fmt: skip
    [line] = lines(raw, [], [claim, *found])
    assert "".join(piece.text for piece in line.pieces) == raw
    assert [piece.address for piece in line.pieces if piece.address] == [m.address for m in found]
