"""Correcting from the page and over the API."""

import re

import pytest

from dragoman.web.fields import written
from dragoman.web.settings import Settings
from tests.web.conftest import TOKENS, client_for, csrf_of


def unsure(desk):
    """The entry that stands first in the queue."""
    return desk.get("/review.json").json()["items"][0]


def act(desk, entry, action, **more):
    form = {"csrf": csrf_of(desk.get("/review")), "entry": entry["id"], "action": action, **more}
    return desk.post("/review", data=form)


def test_the_least_sure_comes_first(desk):
    items = desk.get("/review.json").json()["items"]
    apart = [e for e in items if e["conflicts"]]
    assert items[: len(apart)] == apart
    sure = [e["confidence"] for e in items[len(apart) :]]
    assert sure == sorted(sure)


def test_accepting_takes_an_entry_out_of_the_queue(desk):
    entry = unsure(desk)
    assert act(desk, entry, "accept", why="كما ورد").headers["location"] == "/review"
    assert entry["id"] not in [e["id"] for e in desk.get("/review.json").json()["items"]]
    shown = desk.get(f"/api/v1/entries/{entry['id']}").json()
    assert shown["standing"] == "accepted"
    made = desk.get("/api/v1/corrections").json()["items"][0]
    assert (made["action"], made["who"], made["why"]) == ("accept", "local", "كما ورد")


def test_what_is_rejected_is_no_longer_shown_and_comes_back_when_undone(desk):
    everything = desk.get("/api/v1/engagements?limit=500").json()["items"]
    entry = everything[0]
    pair = "-".join(entry["sides"])
    before = {tuple(p["sides"]): p["engagements"] for p in desk.get("/home.json").json()["pairs"]}
    act(desk, entry, "reject")
    ids = [e["id"] for e in desk.get("/api/v1/engagements?limit=500").json()["items"]]
    assert entry["id"] not in ids
    assert entry["id"] not in desk.get(f"/pairs/{pair}").text
    after = {tuple(p["sides"]): p["engagements"] for p in desk.get("/home.json").json()["pairs"]}
    assert after.get(tuple(entry["sides"]), 0) == before[tuple(entry["sides"])] - 1
    asked = desk.get("/api/v1/engagements?standing=rejected").json()["items"]
    assert [e["id"] for e in asked] == [entry["id"]]
    made = desk.get("/api/v1/corrections").json()["items"][0]
    form = {"csrf": csrf_of(desk.get("/review")), "action": "undo", "correction": made["id"]}
    assert desk.post("/review", data=form).status_code == 303
    ids = [e["id"] for e in desk.get("/api/v1/engagements?limit=500").json()["items"]]
    assert entry["id"] in ids
    assert desk.post("/review", data=form).status_code == 422


def test_a_form_changes_only_what_was_changed(desk):
    entry = next(e for e in desk.get("/api/v1/engagements").json()["items"] if e["date"])
    page = desk.get(f"/review?entry={entry['id']}").text
    fields = dict(re.findall(r'name="set-(\w+)" value="([^"]*)"', page))
    chosen = dict(re.findall(r'name="set-(\w+)">.*?<option value="(\w+)" selected', page, re.S))
    assert fields["sides"] == " ".join(entry["sides"])
    assert (chosen["kind"], chosen["status"]) == (entry["kind"], entry["status"])
    changed = {**fields, **chosen, "topics": ["", *entry["topics"]]}
    changed |= {"status": "cancelled", "place": "Egypt, Cairo"}
    given = {f"set-{key}": value for key, value in changed.items()}
    assert act(desk, entry, "edit", one="yes", **given).status_code == 303
    shown = desk.get(f"/api/v1/entries/{entry['id']}").json()
    assert (shown["status"], shown["place"]["city"]) == ("cancelled", "Cairo")
    assert shown["date"] == entry["date"]
    content = desk.get("/api/v1/corrections").json()["items"][0]["content"]
    assert set(content) == {"status", "place"}


def test_a_wrong_value_is_refused_with_a_sentence(desk):
    entry = desk.get("/api/v1/engagements").json()["items"][0]
    given = {"entry": entry["id"], "action": "edit", "changes": {"kind": "party"}}
    answer = desk.post("/api/v1/corrections", json=given)
    assert answer.status_code == 422
    assert "one of meeting" in answer.json()["error"]["message"]


def test_splitting_and_merging_are_each_others_undoing(desk):
    items = desk.get("/api/v1/engagements?side=IRN&side=SAU").json()["items"]
    entry = next(e for e in items if e["sources"] == 2)
    out = entry["reports"][0]["document"]
    given = {"entry": entry["id"], "action": "split", "claims": [out]}
    assert desk.post("/api/v1/corrections", json=given).status_code == 201
    parts = [desk.get(f"/api/v1/entries/{claim}").json() for claim in entry["claims"]]
    assert len({p["id"] for p in parts}) > 1
    given = {"entry": parts[0]["id"], "action": "merge", "others": [parts[-1]["id"]]}
    assert desk.post("/api/v1/corrections", json=given).status_code == 201
    whole = {desk.get(f"/api/v1/entries/{claim}").json()["id"] for claim in entry["claims"]}
    assert len(whole) == 1


def test_correcting_needs_an_editor(readings, accounts, ledger):
    client = client_for(Settings(accounts=accounts, ledger=ledger), readings)
    reader = {"authorization": f"Bearer {TOKENS['reader']}"}
    entry = client.get("/api/v1/engagements", headers=reader).json()["items"][0]
    given = {"entry": entry["id"], "action": "accept"}
    assert client.post("/api/v1/corrections", json=given, headers=reader).status_code == 403
    page = client.get("/review", headers=reader)
    assert page.status_code == 200
    assert 'value="accept"' not in page.text
    editor = {"authorization": f"Bearer {TOKENS['editor']}"}
    made = client.post("/api/v1/corrections", json=given, headers=editor)
    assert made.status_code == 201
    name = made.json()["correction"]
    assert client.delete(f"/api/v1/corrections/{name}", headers=editor).status_code == 200
    assert client.delete("/api/v1/corrections/none", headers=editor).status_code == 404


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"earliest": "2024-03-05", "latest": "2024-03-05"}, "2024-03-05"),
        ({"earliest": "2024-03-05", "latest": "2024-03-07"}, "2024-03-05..2024-03-07"),
        ({"country": "KWT", "city": "Kuwait City", "geonames": 1}, "KWT Kuwait City"),
        (["JPN", "KWT"], "JPN KWT"), (3, "3"), (None, ""),
    ],
)  # fmt: skip
def test_values_are_written_as_people_write_them(value, text):
    assert written(value) == text
