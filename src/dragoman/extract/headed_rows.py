"""What stands first in a clause behind "that", where verbs may follow their subject."""

from dragoman.extract.actors import Actor
from dragoman.extract.node_rows import NodeRow

_REACH = 14
"""How many nodes a verb may stand behind the "that" of its clause."""


class HeadedRow(NodeRow):
    """A row of nodes that knows the noun behind «أن» (anna, "that"), which its clause is about."""

    def head(self, i: int) -> int | None:
        """The noun behind "that" which the verb at `i` is the first to tell of, if any.

        «إن السفينة التي احتجزتها إيران تنتمي» (inna s-safīna allatī iḥtajazathā Īrān tantamī, "that
        the ship, which Iran seized, belongs"): the ship.
        """
        if self.pack.cased or (i and self.nodes[i - 1].letter in "&R"):
            return None
        for j in range(i - 1, max(0, i - _REACH), -1):
            if self.nodes[j].letter == "t":
                return self._noun_behind(j, i)
            if self.nodes[j].letter in ';:"' or (self.finite(j) and not self.relative(j)):
                return None
        return None

    def _noun_behind(self, j: int, i: int) -> int | None:
        """The noun right behind "that" at `j`, before the verb at `i`."""
        k = j + 1
        while k < i and self.nodes[k].letter in "AH":
            k += 1
        if k >= i or self.nodes[k].letter in "pTB":
            return None
        plain = self.nodes[k].letter != "a"
        if plain and (self.preposition(k) or self._particle(k) or self.finite(k)):
            return None
        return k

    def headed_by(self, i: int) -> tuple[Actor, ...]:
        """The actors that head the clause of the verb at `i`, empty where something else does.

        Officials are of those whom they serve: «مسؤولين في الحكومة الكندية» (masʾūlīn fī l-ḥukūma
        l-kanadiyya).
        """
        k = self.head(i)
        if k is None:
            return ()
        found = self.group(k, leftward=False)
        if not found or any(a.side or a.name or a.kind != "role" for a in found):
            return found
        for j in range(k + 1, i):
            if self.nodes[j].letter == "a":
                return self.group(j, leftward=False)
            if self.nodes[j].letter not in "xDM@<":
                break
        return found

    def relative(self, i: int) -> bool:
        """True for the verb of a clause behind "who" or "which"."""
        j = i - 1
        while j > 0 and (self._particle(j) or self.nodes[j].letter == "T"):
            j -= 1
        return j >= 0 and self.nodes[j].letter == "R"

    def told_in(self, k: int) -> int | None:
        """The "that" behind which the verb at `k` stands, over clauses behind "which"."""
        for j in range(k - 1, -1, -1):
            if self.nodes[j].letter == "t":
                return j
            if self.nodes[j].letter in ";:" or (self.finite(j) and not self.relative(j)):
                return None
        return None
