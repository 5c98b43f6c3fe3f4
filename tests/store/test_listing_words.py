"""Words are found alike whether they are rare or common."""

import pytest

from dragoman.lang.search_words import asked_words
from dragoman.quality.synthetic import documents
from dragoman.store import listing
from dragoman.store.listing import Asked, count_entries, facets, list_entries
from tests.recording.making import recorder


@pytest.mark.parametrize("many", [1, 3000])
def test_rare_and_common_words_give_the_same(ledger, monkeypatch, many):
    one = recorder(ledger)
    for incoming, reading in documents(40):
        one.record(incoming, reading)
    asked = Asked(words=asked_words("held report"), families=("engagement",))
    with ledger.read() as connection:
        every = list_entries(connection, Asked(families=("engagement",)), limit=500).items
        monkeypatch.setattr(listing, "_MANY", many)
        found = list_entries(connection, asked, limit=5)
        rest = list_entries(connection, asked, limit=500, after=found.next)
        assert [e["id"] for e in found.items + rest.items] == [e["id"] for e in every]
        assert count_entries(connection, asked) == len(every)
        assert sum(n for _, n in facets(connection, asked, ["family"])["family"]) == len(every)
