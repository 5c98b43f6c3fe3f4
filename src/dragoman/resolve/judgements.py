"""Decisions on pairs of records: append-only, each with a score and a reason."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "part_of", "undoes", "follows", "unsure"]
MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody, mostly the machine, holds of two records.

    Verdicts:
        same: one act, told twice. A contact planned and then held is one.
        different: two acts. From the machine only where the records contradict each other.
        part_of: left took place within right, as a meeting during a visit.
        undoes: left says that right was called off or did not happen.
        follows: left is a later step of what right committed to.
        unsure: neither is known; nothing follows from it.

    `by` is `MACHINE` or the name of the person who decided, `at` an ISO time for people's
    judgements: of two on one pair the later one holds, and both stay.
    """

    left_id: str
    right_id: str
    verdict: Verdict
    score: float
    reason: str
    by: str = MACHINE
    at: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids in alphabetical order."""
        if self.left_id <= self.right_id:
            return self.left_id, self.right_id
        return self.right_id, self.left_id

    @property
    def human(self) -> bool:
        """True for a person's decision."""
        return self.by != MACHINE

    @property
    def kept(self) -> bool:
        """True for what a ledger must keep: silence says the same as `unsure`.

        A machine's `different` is reckoned again whenever it is asked for.
        """
        return self.human or self.verdict not in ("unsure", "different")


def symmetric(one: str, other: str, verdict: Verdict, score: float, reason: str) -> Judgement:
    """A judgement on a pair without direction, whichever record came first."""
    left, right = sorted((one, other))
    return Judgement(left, right, verdict, round(score, 3), reason)
