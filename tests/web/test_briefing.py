"""The briefing on a pair: cited, in order, safe to open."""

import re

import pytest

from dragoman.web.settings import Settings
from tests.web.conftest import client_for

TRICKS = ("The foreign ministers of Peru and Chile met in Lima on Friday. "
          "Peru praised Chile for its [help](javascript:alert) and <b>patience</b>.")  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_line_has_a_source_that_is_listed(desk, language):
    desk.cookies.set("dragoman_language", language)
    page = desk.get("/pairs/IRN-SAU/brief")
    assert page.status_code == 200
    cited = set(re.findall(r'href="#(source-\d+)"', page.text))
    listed = set(re.findall(r'id="(source-\d+)"', page.text))
    assert cited == listed != set()
    data = desk.get("/pairs/IRN-SAU/brief.json").json()
    assert all(e["cites"] for e in [*data["engagements"], *data["outcomes"]])
    days = [e["date"]["earliest"] for e in data["engagements"] if e["date"]]
    assert days == sorted(days)


def test_a_period_narrows_it(desk):
    whole = desk.get("/pairs/IRN-SAU/brief.json").json()
    inside = desk.get("/pairs/IRN-SAU/brief.json?since=2023-04-01&until=2023-04-30").json()
    assert "2023-04-06" in [e["date"]["earliest"] for e in inside["engagements"]]
    before = desk.get("/pairs/IRN-SAU/brief.json?until=2023-04-01").json()
    assert len(before["engagements"]) < len(whole["engagements"])
    assert desk.get("/pairs/IRN-SAU/brief?since=never").status_code == 200


def test_it_is_downloaded_as_markdown(desk):
    answer = desk.get("/pairs/IRN-SAU/brief.md")
    assert answer.headers["content-disposition"] == 'attachment; filename="IRN-SAU.md"'
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text.startswith("# Iran – Saudi Arabia")
    assert "reopen their embassies" in answer.text
    assert re.search(r"(?m)^1\. .*<http://localhost:8000/documents/[0-9a-f]{64}>$", answer.text)


def test_what_documents_say_is_no_markdown(readings, ledger):
    client = client_for(Settings(ledger=ledger), readings)
    client.post("/api/v1/documents", json={"text": TRICKS, "published": "2024-05-05"})
    text = client.get("/pairs/CHL-PER/brief.md").text
    assert "](javascript" not in text
    assert "<b>" not in text
