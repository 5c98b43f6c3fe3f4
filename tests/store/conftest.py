import pytest

from tests.ledgers import DIALECTS, new_ledger


@pytest.fixture(params=DIALECTS)
def ledger(request, tmp_path):
    """An empty ledger in each kind of database."""
    with new_ledger(request.param, tmp_path) as opened:
        yield opened
