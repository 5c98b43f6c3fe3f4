"""The pages and lists say the same whichever database keeps the ledger."""

import json

import pytest

from dragoman.quality.synthetic import documents
from dragoman.web.settings import Settings
from tests.ledgers import DIALECTS, place_of_new_ledger
from tests.recording.making import recorder
from tests.web.conftest import client_for

PAGES = ("/", "/pairs/{a}-{b}", "/pairs/{a}-{b}/brief", "/polities/{a}", "/people/{person}",
         "/entries/{entry}", "/topics/energy", "/places/{b}", "/network", "/network?of=people",
         "/search?q=held", "/search?q=held&side={a}&family=engagement", "/search?order=reported",
         "/search?order=unsure&conflicts=true", "/documents/{document}", "/about",
         "/review")  # fmt: skip
LISTS = ("engagements?side={a}&side={b}", "events?side={a}&limit=3", "statements?topic=energy",
         "outcomes?q=promised", "entities?kind=person", "documents", "pairs", "corrections",
         "engagements?person={person}&since=2015-01-01&until=2015-12-31")  # fmt: skip


@pytest.fixture(scope="module")
def both(readings, tmp_path_factory):
    """A browser before the same ledger in each kind of database, and what it holds."""
    from dragoman.store.opening import open_ledger

    clients = []
    for dialect in DIALECTS:
        place = place_of_new_ledger(dialect, tmp_path_factory.mktemp(f"web{dialect}"))
        with open_ledger(place, create=True) as ledger:
            one = recorder(ledger)
            for incoming, reading in documents(30):
                one.record(incoming, reading)
        clients.append(client_for(Settings(ledger=place), readings))
    first = clients[0].get("/api/v1/engagements").json()["items"]
    entry = next(e for e in first if len(e["participants"]) == 2 and e["sources"] > 1)
    known = {
        "a": entry["sides"][0], "b": entry["sides"][1], "entry": entry["id"],
        "person": entry["participants"][0]["entity"], "document": entry["reports"][0]["document"],
    }  # fmt: skip
    return clients, known


def without_times(data):
    """JSON without what hangs on the moment or on the cursor's own keys."""
    return json.loads(json.dumps(data), object_hook=lambda o: {
        k: v for k, v in o.items() if k not in ("runs", "started", "finished", "recorded", "next")
    })  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_pages_say_the_same(both, path):
    clients, known = both
    address = path.format(**known)
    found = []
    for client in clients:
        page = client.get(address)
        assert page.status_code == 200, page.text[-400:]
        assert len(page.content) < 300_000
        data = client.get(address, headers={"accept": "application/json"})
        assert data.status_code == 200, data.text
        found.append(without_times(data.json()))
    assert found[0] == found[1]
    assert found[0]


@pytest.mark.parametrize("path", LISTS)
def test_lists_say_the_same(both, path):
    clients, known = both
    answers = [client.get(f"/api/v1/{path.format(**known)}") for client in clients]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert without_times(answers[0].json()) == without_times(answers[1].json())
