"""Whom a story tells to have done an attack, or to accuse somebody, for those who answer it."""

from collections.abc import Collection, Sequence

from dragoman.extract.actors import Actor
from dragoman.extract.clauses import Clause

_LATELY = 4
"""How many sentences back an attack may be that "the attack" means."""
_ANSWERED = 8
"""How many sentences back an accusation may be that "the charge" means."""
_ANSWERS = frozenset({"ACCUSE", "REQUEST"})
_NEAR = 12
"""How many nodes behind its verb the attack may stand that is condemned."""


class Harm:
    """The last attack of a story, with its doers where they are known, and who accuses whom."""

    __slots__ = ("_addressed", "_age", "_clause", "_doers", "_hit", "_strikers", "before")

    def __init__(self) -> None:
        self._age = _LATELY + 1
        self._clause: Clause | None = None
        self.before: Clause | None = None
        """The sentence before the one that is being read."""
        self._doers: tuple[Actor, ...] = ()
        self._strikers: tuple[Actor, ...] = ()
        self._hit: frozenset[str | None] = frozenset()
        self._addressed: dict[tuple[str, str], tuple[tuple[Actor, ...], int]] = {}

    def open(self, clause: Clause) -> None:
        """Says that another sentence begins."""
        self.before, self._clause = self._clause, clause
        self._age += 1
        told = self._addressed.items()
        self._addressed = {k: (by, age + 1) for k, (by, age) in told if age < _ANSWERED}

    def address(self, act: str | None, by: Sequence[Actor], to: Sequence[Actor]) -> None:
        """Remembers who accuses or asks whom, for those who answer "the charge", "the demand"."""
        known = tuple(a for a in by if a.side)
        if act in _ANSWERS and known:
            self._addressed.update({(act, a.side): (known, 0) for a in to if a.side})

    def answered(self, slot: str, i: int, by: Collection[str | None]) -> tuple[Actor, ...]:
        """Whom those of some sides answer at a node: an "attacker", "accuser" or "asker"."""
        if slot == "striker":
            return self._led_to(i)
        if slot == "attacker":
            return self.doers(i)
        return self._last("ACCUSE" if slot == "accuser" else "REQUEST", by)

    def _last(self, act: str, sides: Collection[str | None]) -> tuple[Actor, ...]:
        """Who accused or asked those of some sides last: "Chad accuses Togo, which denies it"."""
        told = (self._addressed.get((act, side)) for side in sides if side)
        return next((known[0] for known in told if known), ())

    def tell(
        self,
        doers: Sequence[Actor],
        hit: Sequence[Actor] = (),
        by: Sequence[Actor] = (),
        noun: bool = False,
    ) -> None:
        """Remembers who did an attack on whom that was just told of; nobody where that is open.

        Those who are only known to have done it `by` its place have done what it leads to. A `noun`
        without a doer may tell of the attack that a verb told of: "carried out a raid".
        """
        known = tuple(a for a in (*doers, *by) if a.side)
        self._strikers = known or (self.strikers if noun else ())
        self._doers = tuple(a for a in doers if a.side)
        self._hit = frozenset(a.side for a in hit)
        self._age = 0

    @property
    def strikers(self) -> tuple[Actor, ...]:
        """Who did the attack that this sentence told of last."""
        return () if self._age else self._strikers

    def doers(self, i: int) -> tuple[Actor, ...]:
        """Who did the attack that the verb at `i` speaks of, where only "the attack" is told.

        «قصفت كينيا قرية في توغو. وأدانت غانا القصف» (wa-adānat Ghānā l-qaṣf, "Kenya shelled a
        village in Togo. Ghana condemned the shelling"): Kenya.
        """
        clause = self._clause
        if clause is None or self._age > _LATELY or len({a.side for a in self._doers}) != 1:
            return ()
        (first, *_) = self._doers
        told = clause.pack.discourse["means"] | clause.pack.discourse["harm"]
        for j in range(i + 1, min(i + _NEAR, len(clause.nodes))):
            if clause.norm(j) in told:
                known = clause.definite(j) or clause.nodes[j - 1].letter == "A"
                if not known or self._elsewhere(clause, j, first.side):
                    return ()
                return (Actor("polity", first.first, first.last, side=first.side),)
            if clause.finite(j) or clause.nodes[j].letter in "t;:":
                return ()
        return ()

    def _led_to(self, i: int) -> tuple[Actor, ...]:
        """Who did the attack of this sentence that led to the death at `i`: «ما أدى إلى مقتل».

        (mā addā ilā maqtal, "which led to the death".)
        """
        clause = self._clause
        if clause is None or len({a.side for a in self.strikers}) != 1:
            return ()
        k = i - 1 - (clause.preposition(i - 1) is not None)
        led = k > 0 and clause.meanings(k) & clause.pack.discourse["leading_to"]
        return self.strikers[:1] if led and clause.finite(k) else ()

    def _elsewhere(self, clause: Clause, j: int, doer: str | None) -> bool:
        """True where the attack at `j` is told to be one on others: "the attack in Chad"."""
        told = self._hit | {doer}
        for k, node in enumerate(clause.nodes[j + 1 : clause.ends(j, relative=False)], j + 1):
            if clause.finite(k):
                break
            named = node.element.entries if node.letter == "D" and node.element else ()
            if any(a.side not in told for a in node.actors) or any(e.id not in told for e in named):
                return True
            if node.letter in "pY":
                return True
        return False
