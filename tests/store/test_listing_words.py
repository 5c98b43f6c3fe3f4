"""Lists are whole and in order, whatever they are narrowed by and however they are cut in pages."""

import pytest

from dragoman.core.errors import LedgerError
from dragoman.lang.search_words import asked_words
from dragoman.quality.synthetic import documents
from dragoman.store import listing
from dragoman.store.listing import Asked, all_entries, count_entries, keys_of, list_entries, survey
from tests.recording.making import recorder, report, table

ORDERS = {
    "newest": (lambda e: (e["day"], e["n"]), True),
    "oldest": (lambda e: (e["day"], e["n"]), False),
    "reported": (lambda e: (e["last_report"] or "", e["n"]), True),
    "unsure": (lambda e: (e["confidence"], e["n"]), False),
}


@pytest.fixture
def filled(ledger):
    one = recorder(ledger)
    one.record(*report("Of a day that nobody knows.", when=None, place=None, topics=("energy",)))
    for incoming, reading in documents(40):
        one.record(incoming, reading)
    return ledger


def asked_for(ledger):
    """Filters of every kind, each with a condition in SQL that says the same."""
    [(a, b)] = table(
        ledger, "SELECT a, b FROM entry_pairs GROUP BY a, b ORDER BY count(*) DESC, a, b LIMIT 1"
    )
    [(person,)] = table(
        ledger, "SELECT x.id FROM entry_people p JOIN entities x ON x.n = p.entity GROUP BY x.id"
        " ORDER BY count(*) DESC, x.id LIMIT 1",
    )  # fmt: skip
    of_pair = f"n IN (SELECT entry FROM entry_pairs WHERE a = '{a}' AND b = '{b}')"
    of_side = f"n IN (SELECT entry FROM entry_sides WHERE side = '{a}')"
    of_person = (
        "n IN (SELECT p.entry FROM entry_people p JOIN entities x ON x.n = p.entity"
        f" WHERE x.id = '{person}')"
    )
    energy = "n IN (SELECT entry FROM entry_topics WHERE topic = 'energy')"
    met = "family = 'engagement'"
    held = "body LIKE '%held a%'"
    return [
        (Asked(), "1 = 1"),
        (Asked(families=("engagement",)), met),
        (Asked(families=("engagement", "event")), f"({met} OR family = 'event')"),
        (Asked(sides=(a, b)), of_pair),
        (Asked(sides=(b, a), families=("event",)), f"{of_pair} AND family = 'event'"),
        (Asked(sides=(a,)), of_side),
        (Asked(sides=(a,), families=("statement",)), f"{of_side} AND family = 'statement'"),
        (Asked(person=person), of_person),
        (Asked(person=person, families=("engagement",)), f"{of_person} AND {met}"),
        (Asked(topic="energy"), energy),
        (Asked(topic="energy", types=("meeting",)), f"{energy} AND type = 'meeting'"),
        (Asked(country="KWT"), "country = 'KWT'"),
        (Asked(words=asked_words("held"), families=("engagement",)), f"{held} AND {met}"),
        (Asked(words=asked_words("held"), sides=(a,)), f"{held} AND {of_side}"),
        (Asked(words=asked_words("held"), topic="energy"), f"{held} AND {energy}"),
        (Asked(since="2015-01-02"), "COALESCE(latest, day) >= '2015-01-02'"),
        (Asked(until="2015-01-02"), "day <> '' AND day <= '2015-01-02'"),
    ]


def test_every_list_is_whole_and_in_order_page_by_page(filled):
    for asked, condition in asked_for(filled):
        rows = table(
            filled,
            "SELECT n, id, day, last_report, confidence FROM entries WHERE " + condition,
        )
        names = ("n", "id", "day", "last_report", "confidence")
        expected = [dict(zip(names, row, strict=True)) for row in rows]
        assert expected, condition
        with filled.read() as connection:
            assert sorted(keys_of(connection, asked)) == sorted(e["n"] for e in expected)
            assert count_entries(connection, asked) == len(expected)
            for order, (key, back) in ORDERS.items():
                wanted = [e["id"] for e in sorted(expected, key=key, reverse=back)]
                found, after = [], None
                while True:
                    page = list_entries(connection, asked, order=order, limit=7, after=after)
                    found += [e["id"] for e in page.items]
                    after = page.next
                    if after is None:
                        break
                assert found == wanted, (condition, order)


def test_facets_count_every_match_and_of_many_the_newest(filled, monkeypatch):
    asked = Asked(words=asked_words("held report"), families=("engagement",))
    with filled.read() as connection:
        every = list(all_entries(connection, asked, order="newest"))
        count, counted = survey(connection, asked, ["family", "type", "side"])
        assert count == len(every)
        assert counted["family"] == [("engagement", len(every))]
        assert dict(counted["type"]) == {
            kind: sum(e["kind"] == kind for e in every) for kind in {e["kind"] for e in every}
        }
        assert sum(n for _, n in counted["side"]) <= 2 * len(every)
        monkeypatch.setattr(listing, "COUNTED", 3)
        count, found = survey(connection, asked, ["type"])
        newest = found["type"]
        assert count == 3
        assert sum(n for _, n in newest) == 3
        assert {kind for kind, _ in newest} == {e["kind"] for e in every[:3]}
        assert count_entries(connection, asked, 3) == 3


def test_an_entry_whose_day_changes_is_found_by_its_words_at_its_new_day(filled):
    from dragoman.recording.correcting import Corrector

    asked = Asked(words=asked_words("nobody knows"))
    with filled.read() as connection:
        [undated] = list_entries(connection, asked).items
    Corrector(filled, "ann").edit(undated["id"], {"date": "2030-05-06"})
    with filled.read() as connection:
        assert [e["date"]["earliest"] for e in list_entries(connection, asked).items] == [
            "2030-05-06"
        ]
        first = list_entries(connection, Asked(words=asked_words("jpn kwt")), limit=1)
    assert first.items[0]["id"] == undated["id"]
    Corrector(filled, "ann").edit(undated["id"], {"date": None})
    with filled.read() as connection:
        assert len(list_entries(connection, asked).items) == 1


@pytest.mark.parametrize("given", ["no", "WyJuZXdlc3QiLCJ4IiwxXQ", "WyJuZXdlc3QiLCIyMDE1IiwtMV0"])
def test_a_cursor_of_no_list_is_refused(ledger, given):
    with ledger.read() as connection, pytest.raises(LedgerError, match="begin again"):
        list_entries(connection, Asked(), after=given)
