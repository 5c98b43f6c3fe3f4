"""What the reading missed is added by hand, from the page and over the API, and taken back."""

import pytest

from tests.web.conftest import csrf_of


@pytest.fixture
def document(desk):
    items = desk.get("/api/v1/documents?language=en").json()["items"]
    for item in items:
        found = desk.get(f"/api/v1/documents/{item['id']}").json()
        if "Faisal" in found["raw"]:
            return found
    raise AssertionError("no sample names Faisal")


def words_of(document):
    """Words of the main story, on one line."""
    span = document["stories"][0]["spans"][0]
    return document["raw"][span[0] : span[1]].split("\n")[0][:60].strip()


def test_a_missed_record_is_added_by_the_form(desk, document):
    address = f"/documents/{document['document']['id']}/missed"
    assert address in desk.get(f"/documents/{document['document']['id']}").text
    page = desk.get(f"{address}?family=engagement")
    assert 'name="set-participants"' in page.text
    form = {
        "csrf": csrf_of(page), "family": "engagement", "evidence": words_of(document),
        "set-kind": "call", "set-sides": "Oman, Peru", "set-date": "2023-04-07",
        "set-participants": "Aiko Mori; Peru; foreign minister\nSalem Nasser; OMN;",
        "why": "told in the first line",
    }  # fmt: skip
    assert desk.post(address, data=form).status_code == 303
    [entry] = desk.get("/api/v1/engagements?side=OMN&side=PER").json()["items"]
    assert (entry["kind"], entry["standing"]) == ("call", "added")
    assert [(p["name"], p["side"], p["office"]) for p in entry["participants"]] == [
        ("Salem Nasser", "OMN", None), ("Aiko Mori", "PER", "foreign_minister"),
    ]  # fmt: skip
    assert entry["evidence"][0]["text"] == words_of(document)
    assert f"/entries/{entry['id']}" in desk.get("/review").text


def test_the_api_adds_and_refuses(desk, document):
    address = f"/api/v1/documents/{document['document']['id']}/records"
    record = {"kind": "pledge", "parties": ["OMN"], "to": ["PER"], "evidence": words_of(document)}
    made = desk.post(address, json={"family": "outcome", "record": record})
    assert made.status_code == 201
    assert len(desk.get("/api/v1/outcomes?side=OMN").json()["items"]) == 1
    undone = desk.delete(f"/api/v1/corrections/{made.json()['correction']}")
    assert undone.status_code == 200
    assert desk.get("/api/v1/outcomes?side=OMN").json()["items"] == []
    for wrong in ({"evidence": "never said"}, {"kind": "wish"}, {"shape": "round"}):
        answer = desk.post(address, json={"family": "outcome", "record": {**record, **wrong}})
        assert answer.status_code == 422, wrong
    gone = desk.post("/api/v1/documents/none/records", json={"family": "outcome", "record": record})
    assert gone.status_code == 404


def test_what_is_wrong_is_told_beside_what_was_written(desk, document):
    address = f"/documents/{document['document']['id']}/missed"
    form = {
        "csrf": csrf_of(desk.get(address)), "family": "engagement", "evidence": "never said",
        "set-kind": "call", "set-sides": "OMN PER",
    }  # fmt: skip
    page = desk.post(address, data=form)
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert ">never said</textarea>" in page.text
    assert 'value="OMN PER"' in page.text


def test_a_form_without_its_proof_is_refused(desk, document):
    address = f"/documents/{document['document']['id']}/missed"
    assert desk.post(address, data={"family": "outcome", "evidence": "x"}).status_code == 403


def test_the_review_form_edits_who_took_part(desk):
    [entry] = [
        e for e in desk.get("/api/v1/engagements?side=IRN&side=SAU").json()["items"]
        if e["sources"] > 1
    ]  # fmt: skip
    page = desk.get(f"/review?entry={entry['id']}")
    people = entry["participants"]
    lines = [f"{p['name']}; {p['side'] or ''}; {p['office'] or ''}" for p in people]
    assert "\n".join(lines).replace("'", "&#39;") in page.text
    given = {"csrf": csrf_of(page), "entry": entry["id"], "action": "edit", "one": "yes",
             "set-participants": "\r\n".join([*lines[:-1], "Jo Park; IRN; envoy"])}  # fmt: skip
    assert desk.post("/review", data=given).status_code == 303
    after = desk.get(f"/api/v1/entries/{entry['id']}").json()
    assert [p["name"] for p in after["participants"]] == [
        *(p["name"] for p in people[:-1]), "Jo Park",
    ]  # fmt: skip
    assert after["participants"][0]["entity"] == people[0]["entity"]
    assert after["participants"][0]["evidence"]
    wrong = {**given, "set-participants": "Jo Park; IRN; king of everything"}
    assert desk.post("/review", data=wrong).status_code == 422


def test_figures_of_quality_promise_no_more_than_the_floors():
    import csv
    import tomllib
    from importlib.resources import files
    from pathlib import Path

    root = Path(__file__).parents[2]
    sets = tomllib.loads((root / "quality-floors.toml").read_text(encoding="utf-8"))["sets"]
    names = {"people": "participants", "when": "dates", "where": "places"}
    table = files("dragoman.web").joinpath("quality.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        layer = names.get(row["layer"], row["layer"])
        assert float(row["seen"]) <= sets["dev"]["floors"][layer]
        assert float(row["unseen"]) <= sets["check"]["floors"][layer]
