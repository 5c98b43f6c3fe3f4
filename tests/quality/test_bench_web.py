"""The bench of pages asks a real server, and says what it measured."""

import pytest

pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from tests.ledgers import new_ledger
from tests.recording.making import recorder

from dragoman.quality.bench_web import Figures, addresses, measure
from dragoman.quality.synthetic import documents


def test_pages_of_a_ledger_are_asked_for_by_several_clients(tmp_path, capsys):
    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        for incoming, reading in documents(30):
            one.record(incoming, reading)
        with ledger.read() as connection:
            paths = addresses(connection, 4)
        assert {len(paths[kind]) for kind in ("pair", "person", "entry", "briefing")} == {4}
        [found] = measure(ledger, ["pair"], clients=3, seconds=1.0)
    assert found.failed == 0
    assert len(found.taken) > 3
    assert 0 < found.median <= found.high
    assert 2_000 < max(found.sizes) < 300_000
    assert "pair, first time" in capsys.readouterr().out


def test_what_is_slow_large_or_not_answered_does_not_hold():
    good = Figures("pair", [100.0] * 20, [1000])
    assert good.held
    assert not Figures("pair", [250.0] * 20, [1000]).held
    assert not Figures("pair", [100.0] * 18 + [900.0] * 2, [1000]).held
    assert not Figures("pair", [100.0], [400_000]).held
    assert not Figures("pair", [100.0], [1000], failed=1).held
    assert not Figures("pair").held
