"""One program alone follows sources on a ledger; one that is gone bars nobody."""

import pytest

from dragoman.core.errors import LedgerError
from dragoman.store.alone import alone
from dragoman.store.opening import open_ledger
from tests.ledgers import DIALECTS, address_of_new_database


@pytest.mark.parametrize("dialect", DIALECTS)
def test_one_at_a_time(dialect, tmp_path):
    where = tmp_path / "l.db" if dialect == "sqlite" else address_of_new_database("alone")
    with open_ledger(where, create=True) as one, open_ledger(where) as other:
        with alone(one, "watch"):
            second = alone(other, "watch")
            with pytest.raises(LedgerError, match="another program does `watch` on it"), second:
                pytest.fail("two at a time")
            with other.write():
                pass  # recording goes on
        with alone(other, "watch"):
            pass
