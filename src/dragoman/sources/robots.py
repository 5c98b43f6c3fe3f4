"""What a site's robots.txt lets us ask for."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LONGEST = 500_000
"""Bytes of a robots.txt that are looked at, as RFC 9309 has it."""
_SLOWEST = 600.0
OPEN = ""
"""The rules of a site that has none."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host, by the text of its robots.txt."""

    text: str

    def allow(self, address: str, agent: str) -> bool:
        """True where `agent` may ask for the address."""
        return bool(_parsed(self.text).can_fetch(address, agent))

    def delay(self, agent: str) -> float:
        """Seconds that the host wants between two requests; 0 where it does not say."""
        wanted = _parsed(self.text).crawl_delay(agent)
        return min(float(wanted), _SLOWEST) if wanted else 0.0


def rules_of(data: bytes) -> str:
    """The text of a robots.txt."""
    return data[:_LONGEST].decode("utf-8", "replace").removeprefix("\ufeff")


@lru_cache(maxsize=256)
def _parsed(text: str) -> Any:  # noqa: ANN401
    from protego import Protego

    return Protego.parse(text)
