"""What is known of hosts, kept in the ledger and at hand."""

from dragoman.sources.visitor import Host
from dragoman.store.following import host_row, put_host
from dragoman.store.opening import Ledger


class LedgerHosts:
    """A book of hosts that outlives the program."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._at_hand: dict[str, Host] = {}

    def get(self, name: str) -> Host:
        """A host by its name; one that nothing is known of, where it is new."""
        if name not in self._at_hand:
            with self._ledger.read() as connection:
                row = host_row(connection, name)
            self._at_hand[name] = Host(*row) if row else Host()
        return self._at_hand[name]

    def put(self, name: str, host: Host) -> None:
        """Keeps what is known of a host."""
        if self._at_hand.get(name) == host:
            return
        with self._ledger.write() as connection:
            put_host(connection, name, (host.free_at, host.failures, host.rules, host.rules_until))
        self._at_hand[name] = host
