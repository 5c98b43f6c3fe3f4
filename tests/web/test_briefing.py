"""The briefing on a pair: cited, in order, safe to open."""

import re
from datetime import UTC, datetime

import pytest

from dragoman.analysis.briefing import Wanted, briefing
from dragoman.analysis.markup import as_markdown
from dragoman.lang.labels import labels
from dragoman.store.opening import open_ledger
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
    contacts = section(data, "contacts")
    assert all(line["cites"] and line["entry"] and line["at"] for line in contacts["lines"])
    numbers = {source["number"] for source in data["sources"]}
    assert {n for s in data["sections"] for line in lines_of(s) for n in line["cites"]} == numbers


def section(data, key):
    return next(s for s in data["sections"] if s["key"] == key)


def lines_of(part):
    return [*part["lines"], *(line for group in part["groups"] for line in group["lines"])]


def test_page_download_and_command_tell_the_same(desk, ledger):
    data = desk.get("/pairs/IRN-SAU/brief.json").json()
    markdown = desk.get("/pairs/IRN-SAU/brief.md").text
    with open_ledger(ledger) as opened, opened.read() as connection:
        wanted = Wanted(("IRN", "SAU"), datetime.now(UTC).date())
        made = as_markdown(briefing(connection, wanted, labels("en")))
    cut = made.index("## Sources")
    assert markdown[:cut] == made[:cut]
    assert [s["title"] for s in data["sections"]] == re.findall(r"(?m)^## (.+)$", made)[:-1]


def test_reports_of_one_step_share_a_line_in_the_readers_language(desk):
    for language, arabic in (("en", False), ("ar", True)):
        data = desk.get(f"/pairs/IRN-SAU/brief.json?lang={language}").json()
        groups = section(data, "commitments")["groups"]
        assert [len(group["lines"]) for group in groups] == [1] * len(groups)
        lines = [line for group in groups for line in group["lines"]]
        assert all(len(line["cites"]) == 2 for line in lines)
        quoted = [line["quoted"] for s in data["sections"] for line in lines_of(s)]
        assert all(("\u0600" <= text[0] <= "\u06ff") == arabic for text in quoted if text)
        sources = [source["language"] for source in data["sources"]]
        assert sorted(sources) == (["الإنجليزية", "العربية"] if arabic else ["Arabic", "English"])


def test_every_quoted_sentence_stands_where_it_is_linked_to(desk):
    data = desk.get("/pairs/IRN-SAU/brief.json").json()
    for line in (line for s in data["sections"] if s["key"] != "said" for line in lines_of(s)):
        if line["at"]:
            document, start = line["at"]
            raw = desk.get(f"/api/v1/documents/{document}").json()["raw"]
            assert raw[start:].startswith(line["quoted"])


def test_a_period_narrows_it(desk):
    whole = section(desk.get("/pairs/IRN-SAU/brief.json").json(), "contacts")["lines"]
    april = desk.get("/pairs/IRN-SAU/brief.json?since=2023-04-01&until=2023-04-30").json()
    inside = section(april, "contacts")["lines"]
    assert any(line["text"].startswith("6 Apr 2023") for line in inside)
    before = desk.get("/pairs/IRN-SAU/brief.json?until=2023-04-01").json()
    told = [line for s in before["sections"] if s["key"] == "contacts" for line in s["lines"]]
    assert len(told) < len(whole)
    assert desk.get("/pairs/IRN-SAU/brief?since=never").status_code == 200


def test_it_is_downloaded_as_markdown(desk):
    answer = desk.get("/pairs/IRN-SAU/brief.md")
    assert answer.headers["content-disposition"] == 'attachment; filename="IRN-SAU.md"'
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text.startswith("# Iran and Saudi Arabia: briefing")
    assert "reopen their embassies" in answer.text
    assert re.search(r"(?m)^1\. .*<http://localhost:8000/documents/[0-9a-f]{64}>$", answer.text)


def test_what_documents_say_is_no_markdown(readings, ledger):
    client = client_for(Settings(ledger=ledger), readings)
    client.post("/api/v1/documents", json={"text": TRICKS, "published": "2024-05-05"})
    text = client.get("/pairs/CHL-PER/brief.md").text
    assert "javascript" in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "<b>" not in text
