"""A site to follow and a ledger to record into."""

import pytest

from dragoman.store.opening import open_ledger
from tests.sites import Site, serving


@pytest.fixture
def site():
    with serving(Site()) as found:
        yield found


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as found:
        yield found
